"""One character for one: quotes, spaces and marks that mean the same to a reader."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tenor.document import NOTHING

_SINGLE_QUOTES = "‘’‚‛ʼ′＇"
_DOUBLE_QUOTES = "“”„‟«»″＂"
#: Marks that are there but say nothing: soft hyphen, zero-width marks, direction marks, BOM.
_SILENT = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINED_PICTURE = re.compile(
    "(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001ffff])"
)


@cache
def _table() -> dict[str, str]:
    """Build the translation: quotes straight, every space and control a space, silence NOTHING."""
    table = dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DOUBLE_QUOTES, '"')
    for code in (*range(0xA1), *range(0x1680, 0x1681), *range(0x2000, 0x2070), 0x3000):
        if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp", "Cc"}:
            table[chr(code)] = " "
    return table | dict.fromkeys(_SILENT, NOTHING)


def fold(text: str) -> str:
    """Give a text of the same length with straight quotes, plain spaces and silent marks marked."""
    folded = text
    for char in _table().keys() & set(text):  # far faster than to look each place up
        folded = folded.replace(char, _table()[char])
    if "\u200d" not in text:
        return folded
    joints = [found.start() for found in _JOINED_PICTURE.finditer(text)]
    pieces, reached = [], 0
    for at in joints:
        pieces += [folded[reached:at], "\u200d"]
        reached = at + 1
    return "".join([*pieces, folded[reached:]])
