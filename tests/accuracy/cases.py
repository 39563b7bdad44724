"""Print which sentences of a file of cases have another sign than a reader gives them.

    python tests/accuracy/cases.py [FILE …] [--quiet]

A line of a file is a sign (+, 0, -), a kind and a sentence, by tabs. Without a file, the two here.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tenor.measure import Value
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import NEUTRAL_BAND, document_valence, score

HERE = Path(__file__).parent / "cases"


def main() -> None:
    """Print each file's failures and how many there are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path, default=sorted(HERE.glob("*.tsv")))
    parser.add_argument("--quiet", action="store_true", help="the figures only")
    asked = parser.parse_args()
    for path in asked.files:
        rows = [row.split("\t") for row in path.read_text("utf-8").splitlines() if row[:2] != "# "]
        heard = [(valence(row[-1]), row) for row in rows]
        wrong = [(value, row) for value, row in heard if sign(value) != row[0]]
        for value, (wanted, kind, text) in [] if asked.quiet else wrong:
            print(f"{wanted} {value.value if value else 0:+.2f} {kind}: {text}")
        print(f"{path.name}: {len(wrong)} wrong of {len(rows)}")


def valence(text: str) -> Value | None:
    """Give the valence of a text."""
    document = segment("", text, plain.read(text))
    return document_valence(document, score(document))


def sign(value: Value | None) -> str:
    """Give the sign of a valence; 0 within the neutral band."""
    if value is None or abs(value.value) < NEUTRAL_BAND:
        return "0"
    return "+" if value.value > 0 else "-"


if __name__ == "__main__":
    main()
