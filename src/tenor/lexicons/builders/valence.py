"""Make valence.tsv. First form: VADER's words and its emoji."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Read the folder of the package vaderSentiment, write the table."""
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    words = {}
    for line in (folder / "vader_lexicon.txt").read_text("utf-8").splitlines():
        if line.strip():
            word, value = line.split("\t")[:2]
            words[word] = float(value)
    out = [f"{w}\t{v}\tvader\t{v}" for w, v in sorted(words.items())]
    target.write_text("# word, valence, origin, VADER's own\n" + "\n".join(out) + "\n", "utf-8")


main()
