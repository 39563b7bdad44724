"""Syllables against the CMU Pronouncing Dictionary, word by word of running text.

Usage: python tests/accuracy/syllables.py path/to/cmudict.dict [data folder]

A count is right where it is that of one of the word's pronunciations. `rule alone` is without the
table; its held-out half are the words (by checksum) that were not looked at when it was written.
`table of half` is a table built from one half of the dictionary and measured on the other half.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from runpy import run_path
from zlib import crc32

from tenor.style import syllable

ROOT = Path(__file__).parents[2]
BUILDER = run_path(str(ROOT / "src/builders/syllables.py"))
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def running_words(folder):
    words = Counter()
    for path in sorted((folder / "keyphrases").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").strip().split("\n"):
            words.update(WORD.findall(json.loads(line)["text"].lower().replace("’", "'")))
    for name in ("emobank-train", "hutto-nyt", "hutto-movies"):
        for line in (folder / "tone" / f"{name}.tsv").read_text(encoding="utf-8").split("\n"):
            words.update(WORD.findall(line.partition("\t")[2].lower().replace("’", "'")))
    return words


def right(words, counts):
    hits = sum(n for word, n in words.items() if syllable.syllables(word) in counts[word])
    return f"{hits / words.total():8.2%} of {words.total():9,}"


def report(label, words, counts):
    types = Counter(dict.fromkeys((w for w in counts if WORD.fullmatch(w)), 1))
    print(f"{label:28} running {right(words, counts)}   types {right(types, counts)}")


def main(dictionary, folder=ROOT.parent / "shared/data"):
    folder = Path(folder)
    if not folder.is_dir():
        return f"no such folder: {folder}"
    counts = dict(BUILDER["pronounced"](Path(dictionary)))
    words = running_words(folder)
    known = Counter({word: n for word, n in words.items() if word in counts})
    print(f"{words.total():,} running words, {known.total() / words.total():.2%} in the dictionary")
    report("rule and table", known, counts)
    syllable.exceptions().clear()
    report("rule alone", known, counts)
    held_out = {word: c for word, c in counts.items() if crc32(word.encode()) % 2}
    unseen = Counter({word: n for word, n in known.items() if word in held_out})
    report("rule alone, held-out half", unseen, held_out)
    BUILDER["exceptions"]({word: c for word, c in counts.items() if word not in held_out})
    report("table of half, other half", unseen, held_out)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
