"""How what a person reads is laid out: headings, columns, bars, marks and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.formats.safe import safe
from tenor.formats.terminal.ink import FRAME, JOINT, NEGATIVE, POSITIVE, Ink, text
from tenor.verdict import sign

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

#: At this width and under it, bars give way to words.
NARROW = 70
_BEFORE_PLACE = re.compile(r" (?=“?\(?\d+:\d)")
#: A name that a shell takes as it is, and no option.
_WORD = re.compile(r"(?!-)[\w./\\:@%+,=~-]+")


def heading(name: str, note: str = "", right: str = "", width: int = 0) -> Text:
    """Head a panel; what stands on the right goes where there is no room."""
    line = text(name, "bold").append(f"   {note}" if note else "", "not bold")
    room = width - line.cell_len - len(right)
    return line.append(" " * room + right, "not bold") if right and room > 0 else line


def grid(*ratios: int) -> Table:
    """Make a table without lines; a ratio of 0 is a column as wide as its content."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(width=1)
    for ratio in ratios:
        table.add_column(ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    return table


def indented(words: Text, by: int) -> RenderableType:
    """Set words in from the left."""
    from rich.padding import Padding

    return Padding(words, (0, 0, 0, by))


def closed(words: str, place: str, room: int, gap: int = 2) -> str:
    """End words with their place, which never stands alone on a line: the last word goes with it.

    Where both have no room on one line they stand as they can.
    """
    *_, last = words.rsplit(" ", 1)
    joint = JOINT if len(last) + gap + len(place) <= room else " "
    return f"{words}{joint * gap}{place}"


def with_places(words: str) -> str:
    """Let no line of a statement begin with a place: it stays with the word before."""
    return _BEFORE_PLACE.sub(JOINT, words)


def hints(parts: Sequence[str], ink: Ink) -> list[Text]:
    """Put what can be done next on one line where it fits, else each on its own."""
    line = text(" · ".join(parts))
    return [line] if line.cell_len <= ink.width else [text(part) for part in parts]


def pasted(name: str, hint: str, ink: Ink) -> str:
    """Put a file's name in the place of FILE in a hint, where the shell takes it and it fits."""
    name = safe(name)
    filled = text(hint.replace("FILE", name))
    is_word = _WORD.fullmatch(name) is not None
    return filled.plain if is_word and filled.cell_len <= ink.width else hint


def mark(way: int, ink: Ink) -> tuple[str, str]:
    """Give the glyph and the colour of what leans one way (+1, −1) or neither (0)."""
    glyphs = ink.glyphs
    signs = {1: (glyphs.positive, POSITIVE), -1: (glyphs.negative, NEGATIVE)}
    return signs.get(way, (glyphs.even, FRAME))


def signed(value: float | None, ink: Ink) -> Text:
    """Give a valence with its sign; what is neutral, mixed or unknown is silent."""
    way = sign(value)
    shown = text("").append(*mark(way, ink))
    return shown.append(f" {value:+z.2f}") if way else shown
