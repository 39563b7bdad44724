"""MB/s of sentences and words, against nltk's Punkt and NLTKWordTokenizer, and what they take.

Usage: python tests/speed/segmentation.py [data folder]

The text is all of two sets of news and abstracts, joined; nltk gets it block by block, as a whole
text overruns its clock. CPU time, best of three.
"""

import json
import sys
import time
from pathlib import Path

from nltk.tokenize import NLTKWordTokenizer

from tenor.readers import plain
from tenor.segment import punkt, segment

ROUNDS = 3


def joined(folder):
    texts = []
    for name in ("inspec-train", "500n-even"):
        lines = (folder / "keyphrases" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        texts += [json.loads(line)["text"] for line in lines if line]
    return "\n\n".join(texts)


def seconds(work):
    took = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def by_nltk(text, reading):
    """Divide as nltk does, into offsets."""
    words = NLTKWordTokenizer()
    for block in reading.blocks:
        piece = text[slice(*block.span)]
        for start, end in punkt().span_tokenize(piece):
            list(words.span_tokenize(piece[start:end]))


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[3] / "shared/data"
    if not (folder / "keyphrases").is_dir():
        print(f"no {folder}/keyphrases: nothing to measure on")
        return
    text = joined(folder)
    reading = plain.read(text)
    size = len(text.encode()) / 1e6
    ours = seconds(lambda: segment("", text, reading))
    theirs = seconds(lambda: by_nltk(text, reading))
    print(f"{size:.2f} MB in {len(reading.blocks)} blocks")
    print(f"tenor: {ours:.2f} s, {size / ours:.2f} MB/s")
    print(f"nltk:  {theirs:.2f} s, {size / theirs:.2f} MB/s")
    print(f"tenor is {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
