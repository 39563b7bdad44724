"""How what a person reads is laid out: headings, columns, bars, marks and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.formats.terminal.ink import FRAME, NEGATIVE, POSITIVE, Ink, text
from tenor.verdict import sign

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

#: At this width and under it, bars give way to words.
NARROW = 70


def heading(name: str, note: str = "", right: str = "", ink: Ink | None = None) -> Text:
    """Head a panel; what stands on the right goes where there is no room."""
    line = text(name, "bold").append(f"   {note}" if note else "", "not bold")
    room = ink.width - line.cell_len - len(right) if ink else 0
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


def mark(way: int, ink: Ink) -> tuple[str, str]:
    """Give the glyph and the colour of what leans one way (+1, −1) or neither (0)."""
    glyphs = ink.glyphs
    signs = {1: (glyphs.positive, POSITIVE), -1: (glyphs.negative, NEGATIVE)}
    return signs.get(way, (glyphs.even, FRAME))


def signed(value: float | None, ink: Ink) -> Text:
    """Give a valence with its sign; what is neutral, mixed or unknown is silent."""
    way = sign(value)
    shown = text("").append(*mark(way, ink))
    return shown.append(f" {value:+.2f}") if way else shown
