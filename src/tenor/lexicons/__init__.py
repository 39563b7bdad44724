"""The packaged word tables: one loader for all of them.

Each table is a UTF-8 file beside this one; README.md says where it comes from, under which licence,
and which script in src/builders made it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

#: The background has Zipf frequencies in so many parts.
_BANDS = 10
_HERE = Path(__file__).parent


def text(name: str) -> str:
    """Read a packaged table whole."""
    return (_HERE / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """Read a packaged table of tab-separated columns, without its `#` comment lines."""
    return [
        line.split("\t") for line in text(name).splitlines() if line and not line.startswith("#")
    ]


def lists(name: str) -> list[frozenset[str]]:
    """Read a packaged table of word lists, each under a heading that `# ` begins, in order."""
    _, *parts = text(name).split("\n# ")
    return [frozenset(part.partition("\n")[2].split()) for part in parts]


@cache
def background() -> dict[str, float]:
    """Load the packaged Zipf frequencies of English words."""
    zipf: dict[str, float] = {}
    for line in text("background").splitlines():
        band, *words = line.split(" ")
        zipf.update(dict.fromkeys(words, int(band) / _BANDS))
    return zipf
