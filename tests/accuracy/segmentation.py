"""Sentence boundaries against people's: tenor, nltk's Punkt and, where installed, pysbd.

Usage: python tests/accuracy/segmentation.py [data folder]

A boundary is where a sentence ends inside a paragraph, so that a paragraph's own end is no credit;
F1 is over all paragraphs of a corpus. `whole` counts paragraphs' ends too. Every system gets the
paragraph as one block. A golden rule is kept when all its sentences come out as written.
"""

import json
import sys
from pathlib import Path

from tenor.document import Block, Reading, Span, is_word
from tenor.readers import plain
from tenor.readers.typography import fold
from tenor.segment import punkt, segment

ROOT = Path(__file__).parents[2]


def tenor_ends(text):
    reading = Reading(fold(text), (Block("paragraph", Span(0, len(text))),))
    return [sentence.span.end for sentence in segment("", text, reading).sentences]


def punkt_ends(text):
    return [end for _, end in punkt().span_tokenize(text)]


def pysbd_ends(segmenter):
    def ends(text):
        return ends_of(text, [piece.strip() for piece in segmenter.segment(text)])

    return ends


def ends_of(text, sentences):
    ends, at = [], 0
    for sentence in sentences:
        start = text.find(sentence, at)
        if start >= 0:
            at = start + len(sentence)
            ends.append(at)
    return ends


def systems():
    yield "tenor", tenor_ends
    yield "Punkt", punkt_ends
    try:
        import pysbd
    except ImportError:
        print("(pysbd is not installed)")
    else:
        yield "pysbd", pysbd_ends(pysbd.Segmenter(language="en", clean=False))


def inked(text, ends):
    """Count ends in characters that are not space, so that trailing spaces do not matter."""
    return {len("".join(text[:end].split())) for end in ends}


def score(paragraphs, ends, *, whole):
    hits = found = true = 0
    for text, sentences in paragraphs:
        gold, got = inked(text, ends_of(text, sentences)), inked(text, ends(text))
        if not whole:
            last = inked(text, [len(text)])
            gold, got = gold - last, got - last
        hits, found, true = hits + len(gold & got), found + len(got), true + len(gold)
    return 200 * hits / (found + true), 100 * hits / found, 100 * hits / true, true


def corpus(folder, name):
    lines = (folder / name).read_text(encoding="utf-8").strip().split("\n")
    return [(row["text"], row["sentences"]) for row in map(json.loads, lines)]


def kept(rule, ends):
    text = rule["text"]
    at, got = 0, []
    for end in ends(text):
        got.append(text[at:end].strip())
        at = end
    return got == rule["sentences"]


def seed():
    path = next((ROOT / "seeds").glob("*.txt"))
    text = path.read_text(encoding="utf-8")
    document = segment(path.name, text, plain.read(text))
    body = [s for s in document.sentences if 7 <= document.line(s.span.start) <= 27]
    words = sum(is_word(form) for sentence in body for form in sentence.forms)
    print(f"seed: {len(body)} sentences, {words} words (by hand 45 and 737)")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    seed()
    if not (folder / "segmentation").is_dir():
        print(f"no {folder}/segmentation: the rest needs the data folder")
        return
    rules = json.loads((folder / "segmentation/golden-rules-english.json").read_text("utf-8"))
    for name, ends in systems():
        broken = [number for number, rule in enumerate(rules, 1) if not kept(rule, ends)]
        print(f"{name:6} golden rules {len(rules) - len(broken)} of {len(rules)}, broken: {broken}")
        for file in ("ud-ewt-dev.jsonl", "ud-gum-dev.jsonl"):
            paragraphs = corpus(folder / "segmentation", file)
            for whole in (False, True):
                f1, precision, recall, n = score(paragraphs, ends, whole=whole)
                kind = "whole" if whole else "inner"
                print(
                    f"  {file[3:6]} {kind} F1 {f1:5.2f}  P {precision:5.2f}  R {recall:5.2f}"
                    f"  n {n} ends in {len(paragraphs)} paragraphs"
                )


if __name__ == "__main__":
    main()
