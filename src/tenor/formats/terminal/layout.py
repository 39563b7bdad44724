"""How what a person reads is laid out: headings, columns, bars, marks and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.document import Document
from tenor.formats.terminal.ink import CRITICAL, MIXED, WARM, Ink, text
from tenor.measure import Value
from tenor.verdict import mood, sign

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

#: At this width and under it, bars give way to words.
NARROW = 70
#: So many cells are a full bar.
BAR = 8


def heading(name: str, note: str = "", right: str = "", ink: Ink | None = None) -> Text:
    """Head a panel; what stands on the right goes where there is no room."""
    line = text(name, "bold").append(f"   {note}" if note else "", "not bold dim")
    room = ink.width - line.cell_len - len(right) if ink else 0
    return line.append(" " * room + right, "not bold dim") if right and room > 0 else line


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


def bar(share: float, ink: Ink) -> Text:
    """Draw a share of the most there is."""
    return text(ink.glyphs.bar * max(1, round(share * BAR)))


def mark(way: int, ink: Ink) -> tuple[str, str]:
    """Give the glyph and the colour of what leans one way (+1, −1) or neither (0)."""
    glyphs = ink.glyphs
    return {1: (glyphs.warm, WARM), -1: (glyphs.critical, CRITICAL), 0: (glyphs.even, MIXED)}[way]


def feeling(value: Value | None, ink: Ink) -> Text:
    """Name a valence with its sign and colour."""
    way = sign(value.value if value else None)
    return text("").append(*mark(way, ink)).append(f" {mood(value.value if value else 0.0)}")


def place(document: Document, offset: int) -> str:
    """Name the line that holds an offset."""
    return f"L{document.line(offset)}"
