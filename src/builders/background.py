"""Make the table `background`: English words by Zipf frequency, from the Leipzig news counts.

Usage: python background.py frequencies.txt.gz > ../tenor/lexicons/background
Zipf is the logarithm (base 10) of uses in a billion words (van Heuven and others, 2014); each line
holds it in tenths, then the words.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from math import log10
from pathlib import Path

LEAST = 2  # seen once says no more than unknown


def main() -> None:
    """Read counts a word, write words a frequency."""
    lines = gzip.decompress(Path(sys.argv[1]).read_bytes()).decode("utf-8").splitlines()
    counts = {word: int(count) for word, count in (line.split("\t") for line in lines)}
    total = sum(counts.values())
    bands: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= LEAST:
            bands[round(10 * log10(count / total * 1e9))].append(word)
    for band in sorted(bands, reverse=True):
        print(band, *sorted(bands[band]))


main()
