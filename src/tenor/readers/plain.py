"""Plain text: blocks end at blank lines. (STUB, to be replaced.)"""

from __future__ import annotations

import re

from tenor.document import Block, Reading, Span

_TYPOGRAPHY = str.maketrans("‘’“”\u00a0\n\t", "''\"\"   ")


def read(text: str) -> Reading:
    """Read plain text."""
    blocks = tuple(
        Block("paragraph", Span(*found.span()))
        for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*\S|\S", text)
    )
    return Reading(text.translate(_TYPOGRAPHY), blocks)
