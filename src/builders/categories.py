"""Make the table `categories`: topical categories as word families, with their usual rates.

Usage: python categories.py categories.txt > ../tenor/lexicons/categories
A line: name, usual share of the category's words among content words (by the table `background`),
stems. `_` joins the words of a phrase; `=` marks kin, which are no category.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tenor.themes.words import background, closed_words, vocabulary


def main() -> None:
    """Read words a category, write stems a category."""
    stem = vocabulary().stem
    shares: dict[str, float] = defaultdict(float)
    for word, zipf in background().items():
        if word not in closed_words().stop:
            shares[stem(word)] += 10 ** (zipf - 9)
    total = sum(shares.values())
    print("# category, usual rate in a million content words, stems; `=`: kin, no category")
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, words = line.split(": ", 1)
        stems = sorted({"_".join(map(stem, word.split("_"))) for word in words.split()})
        rate = sum(shares[family] for family in stems) / total
        print(name, round(rate * 1e6), " ".join(stems), sep="\t")


main()
