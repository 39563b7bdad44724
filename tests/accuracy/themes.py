"""Keyphrases against readers', topic shifts against true ones, tags against UD's dev part.

Usage: python tests/accuracy/themes.py [data folder] [--docs N]

Keyphrases: F1 of the first 5, 10 and 15, exact match after Porter stemming, macro mean, all gold
keys, absent ones included. YAKE (where installed), RAKE (Rose et al. 2010, below) and tenor read
the same texts in one process. Cost is CPU time a word, reading and sentences included for tenor.
Topic shifts: P_k in per cent (Beeferman et al. 1999), k half the mean true segment; TextTiling is
nltk's. Gist: share of the readers' keyphrases that occur in 75 words. Readers' themes: those of
tests/accuracy/readers, written down before tenor saw the texts; this part needs no data folder.
"""

import argparse
import json
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

from nltk.stem import PorterStemmer

from tenor import readers, themes, tone
from tenor.quotable import quotable
from tenor.segment import segment
from tenor.themes.shift import shifts
from tenor.themes.tagger import english
from tenor.themes.words import closed_words, vocabulary

ROOT = Path(__file__).parents[2]
SETS = ("inspec-train", "500n-even", "theses100", "fao30")
_STEM = cache(PorterStemmer().stem)


def normal(phrase):
    return " ".join(_STEM(word) for word in re.findall(r"\w+(?:[-'.]\w+)*", phrase.lower()))


def f1(found, gold, top):
    gold = {normal(key) for key in gold} - {""}
    kept = list(dict.fromkeys(filter(None, map(normal, found))))[:top]
    hits = len(gold.intersection(kept))
    return 2 * hits / (len(kept) + len(gold)) if hits else 0.0


def scan(text):
    return themes.scan(segment("a.txt", text, readers.read(text, "a.txt")))


def tenor_keyphrases(text):
    return [phrase.phrase for phrase in themes.keyphrases(scan(text))]


def tenor_terms(text):
    return [term.phrase for term in themes.terms(scan(text))]


def rake(text):
    """Rapid automatic keyword extraction: degree ÷ frequency of words, summed over a candidate."""
    stop = closed_words().stop
    candidates = []
    for piece in re.split(r"[^\w\s'-]+|\n", text.lower()):
        run = []
        for word in [*re.findall(r"[^\W\d][\w'-]*", piece), "the"]:
            if word not in stop:
                run.append(word)
            elif run:
                candidates.append(tuple(run))
                run = []
    uses, degree = Counter(), Counter()
    for candidate in candidates:
        for word in candidate:
            uses[word] += 1
            degree[word] += len(candidate)
    ranked = sorted(dict.fromkeys(candidates), key=lambda c: -sum(degree[w] / uses[w] for w in c))
    return [" ".join(candidate) for candidate in ranked[:20]]


def systems():
    yield "tenor keyphrases", tenor_keyphrases
    yield "tenor terms", tenor_terms
    yield "RAKE", rake
    try:
        import yake
    except ImportError:
        print("(yake is not installed)")
    else:
        extractor = yake.KeywordExtractor(lan="en", n=3, top=20)
        yield "YAKE", lambda text: [phrase for phrase, _ in extractor.extract_keywords(text)]


def keyphrases(folder, most):
    print(f"{'keyphrases':14} {'system':18} {'F1@5':>6} {'F1@10':>6} {'F1@15':>6} {'µs/word':>8}")
    for name in SETS:
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:most]
        texts = [json.loads(line) for line in lines if line]
        words = sum(len(text["text"].split()) for text in texts)
        for system, find in systems():
            find(texts[0]["text"])
            began = time.process_time()
            found = [(find(text["text"]), text["keyphrases"]) for text in texts]
            cost = (time.process_time() - began) / words * 1e6
            scores = [
                100 * sum(f1(*pair, top) for pair in found) / len(found) for top in (5, 10, 15)
            ]
            print(f"{name:14} {system:18} " + " ".join(f"{s:6.2f}" for s in scores), f"{cost:8.1f}")


def p_k(true, found, units):
    """Share of pairs k apart that one division parts and the other does not."""
    apart = max(1, round(units / (len(true) + 1) / 2))
    wrong = 0
    for start in range(units - apart):
        window = range(start + 1, start + apart + 1)
        wrong += any(at in true for at in window) != any(at in found for at in window)
    return wrong / (units - apart)


def text_tiling(sentences):
    from nltk.tokenize import TextTilingTokenizer

    tokenizer = TextTilingTokenizer(stopwords=closed_words().stop)
    try:
        tiles = tokenizer.tokenize("\n\n".join(sentences))
    except ValueError:
        return set()
    found, at = set(), 0
    for tile in tiles[:-1]:
        at += len([piece for piece in tile.split("\n\n") if piece.strip()])
        found.add(at)
    return found


def own_shifts(sentences):
    look = vocabulary()
    pattern = re.compile(r"[A-Za-z][A-Za-z'-]*")
    words = [[look(form) for form in pattern.findall(sentence)] for sentence in sentences]
    return set(shifts([[word.stem for word in line if not word.stop] for line in words]))


def topic_shifts(path, most):
    scores = {}
    for line in path.read_text(encoding="utf-8").split("\n")[:most]:
        if not line:
            continue
        case = json.loads(line)
        true, sentences = set(), []
        for part in case["segments"]:
            true.add(len(sentences))
            sentences += part
        true.discard(0)
        for system, find in (("tenor", own_shifts), ("TextTiling", text_tiling)):
            kind = case["id"].split("/")[0]
            scores.setdefault((kind, system), []).append(p_k(true, find(sentences), len(sentences)))
    print("\ntopic shifts, P_k %")
    for (kind, system), values in sorted(scores.items()):
        print(f"{kind:6} {system:12} {100 * sum(values) / len(values):6.2f}")


def tags(path):
    coarse = {
        "NOUN": "N",
        "PROPN": "P",
        "ADJ": "J",
        "VERB": "V",
        "AUX": "A",
        "ADV": "R",
        "ADP": "I",
    }
    coarse |= {"DET": "T", "PRON": "O", "NUM": "M", "CCONJ": "C", "SCONJ": "S", "PART": "F"}
    coarse |= {"INTJ": "U", "PUNCT": ".", "SYM": ".", "X": "X"}
    right = total = 0
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines()]
        found = english().tag([row[0] for row in rows])
        right += sum(
            ("V" if tag in "GD" else tag) == ("P" if row[2].startswith("NNP") else coarse[row[1]])
            for tag, row in zip(found, rows, strict=True)
        )
        total += len(rows)
    print(f"\ntags: {100 * right / total:.2f} % of {total} words right")


def readers_themes(folder):
    """Compare with what a reader wrote down beforehand: any word of a theme, by its stem."""
    print("\nreaders' themes (labels and phrases, names apart)")
    asked = met = shown = sound = 0
    for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, *wanted = line.split("\t")
        text = (folder / name).read_text(encoding="utf-8")
        read = segment(name, text, readers.read(text, name))
        seen = themes.scan(read)
        found = themes.themes(seen, tone.score(read), quotable(read))
        labels = [stems(theme.label) for theme in found]
        said = set().union(*labels, *(stems(p) for theme in found for p in theme.phrases))
        said |= {stem for name in themes.names(seen)[:5] for stem in stems(name.name)}
        hits = [theme for theme in wanted if stems(theme) & said]
        good = [label for label in labels if any(label & stems(theme) for theme in wanted)]
        asked, met = asked + len(wanted), met + len(hits)
        shown, sound = shown + len(labels), sound + len(good)
        print(
            f"{name:22} found {len(hits)} of {len(wanted)}, in line {len(good)} of {len(labels)}:"
        )
        print("   ", "; ".join(theme.label for theme in found))
        missed = [theme for theme in wanted if theme not in hits]
        print("    missed:", "; ".join(missed) or "none")
    print(f"readers' themes found: {100 * met / asked:.0f} % of {asked}")
    print(f"labels in line with a reader's theme: {100 * sound / shown:.0f} % of {shown}")


def stems(words):
    return {_STEM(word) for word in re.findall(r"[\w-]+", words.lower())}


def gists(path, most, words=75):
    """Share of the readers' keyphrases in so many words: the gist's sentences, and the lead."""
    own = lead = count = 0
    for line in path.read_text(encoding="utf-8").split("\n")[:most]:
        if not line:
            continue
        case = json.loads(line)
        seen = scan(case["text"])
        chosen = [seen.document.sentences[at].span for at in themes.summary(seen, words)]
        gold = {normal(key) for key in case["keyphrases"]} - {""}
        said = " ".join(seen.document.plain[span.start : span.end] for span in chosen)
        own += share(said, gold, words)
        lead += share(seen.document.plain, gold, words)
        count += 1
    print(f"\ngist, {words} words: {100 * own / count:.1f} % of keyphrases; ", end="")
    print(f"the first {words} words {100 * lead / count:.1f} %")


def share(text, gold, words):
    said = f" {normal(' '.join(text.split()[:words]))} "
    return sum(f" {key} " in said for key in gold) / len(gold)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--docs", type=int, help="only the first N of each set")
    options = parser.parse_args()
    readers_themes(Path(__file__).parent / "readers")
    if not options.folder.is_dir():
        print(f"no data at {options.folder}: nothing measured")
        return
    keyphrases(options.folder / "keyphrases", options.docs)
    gists(options.folder / "keyphrases" / "500n-even.jsonl", options.docs)
    topic_shifts(options.folder / "topic-shifts" / "choi-set1.jsonl", options.docs)
    tags(options.folder / "tagging" / "ud-ewt-dev.tsv")


if __name__ == "__main__":
    main()
