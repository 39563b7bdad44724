"""Write syllables.tsv: the words of the CMU Pronouncing Dictionary on which the rule is wrong.

Usage: python syllables.py path/to/cmudict.dict src/tenor/lexicons/syllables.tsv
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from tenor.style import syllable

HEAD = """\
# Words whose syllables the rule in tenor/style/syllable.py miscounts: the count, then the words.
# From the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University, BSD.
"""
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def pronounced(source: Path) -> dict[str, list[int]]:
    """Read each word's syllable counts, the first pronunciation's first."""
    counts: dict[str, list[int]] = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        word, *phones = line.partition("#")[0].split()
        vowels = max(1, sum(phone[-1].isdigit() for phone in phones))
        counts[word.partition("(")[0]].append(vowels)
    return counts


def exceptions(counts: dict[str, list[int]]) -> dict[str, int]:
    """Keep the words of letters for which no pronunciation has the rule's count.

    Shorter words come first, so that a genitive is kept only where its noun's count misleads.
    """
    known = syllable.exceptions()  # the table as it grows
    known.clear()
    for word in sorted(counts, key=lambda word: (len(word), word)):
        if WORD.fullmatch(word) and syllable.syllables(word) not in counts[word]:
            known[word] = counts[word][0]
    return known


def table(known: dict[str, int]) -> str:
    """Lay the words out, one line for a count and a first letter."""
    lines: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in sorted(known):
        lines[known[word], word[0]].append(word)
    return "".join(f"{count}\t{' '.join(words)}\n" for (count, _), words in sorted(lines.items()))


def main(source: str, target: str) -> None:
    """Build the table from the dictionary."""
    known = exceptions(pronounced(Path(source)))
    Path(target).write_text(HEAD + table(known), encoding="utf-8")
    print(f"{target}: {len(known)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
