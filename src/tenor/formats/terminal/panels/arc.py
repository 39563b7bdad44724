"""The arc: valence along the text, as many columns a sentence as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document
from tenor.formats.terminal.ink import FRAME, NEGATIVE, POSITIVE, Ink, Wide, text
from tenor.formats.terminal.layout import heading
from tenor.tone import NEUTRAL_BAND, Arc, Column
from tenor.verdict import has_tone

if TYPE_CHECKING:
    from rich.text import Text

MARGIN = 4
#: A column is full at this valence, or at the strongest one if that is more.
_FULL = 0.6
#: Rows above the axis, and as many below it.
_ROWS = 2


def draw(analysis: Analysis, ink: Ink) -> list[Wide]:
    """Draw the arc, unless the text is too short for one."""
    arc = analysis.arc(ink.widest - MARGIN) if has_tone(analysis) else None
    if arc is None:
        return []
    count = len(analysis.sentences)
    each = f"a column is about {count / len(arc.columns):.1f} sentences"
    note = each if arc.smoothed else "in reading order, by line"
    glyphs = ink.glyphs
    key = f"{glyphs.positive} positive   {glyphs.negative} negative"
    lines = [heading("TONE ARC", note, key, ink.widest), *picture(analysis.document, arc, ink)]
    return [Wide(line) for line in lines]


def picture(document: Document, arc: Arc, ink: Ink) -> list[Text]:
    """Draw columns that stand on an axis or hang from it, and the lines that they stand for."""
    count, cells = len(arc.columns), ink.widest - MARGIN
    columns = [arc.columns[cell * count // cells] for cell in range(cells)]
    full = max(_FULL, *(abs(column.value) for column in columns))
    heights = [_height(column.value, full) for column in columns]
    depths = [-height for height in heights]
    *high, low = [_row(heights, row, ink.glyphs.above) for row in reversed(range(_ROWS))]
    under = [_row(depths, row, ink.glyphs.below) for row in range(_ROWS)]
    return [
        *(text("  + ").append(row.rstrip(), POSITIVE) for row in high if row.strip()),
        _standing(low, ink),
        *(text("  - ").append(row.rstrip(), NEGATIVE) for row in under if row.strip()),
        text("    ").append(_labels(document, columns)),
    ]


def _height(value: float, full: float) -> int:
    """Give the half rows a value rises or, negative, falls; none inside the neutral band."""
    if abs(value) < NEUTRAL_BAND:
        return 0
    halves = max(1, round(abs(value) / full * 2 * _ROWS))
    return halves if value > 0 else -halves


def _row(heights: Sequence[int], row: int, halves: str) -> str:
    """Draw one row of the columns, counted from the axis."""
    filled = (min(2, max(0, height - 2 * row)) for height in heights)
    return "".join(halves[half - 1] if half else " " for half in filled)


def _standing(row: str, ink: Ink) -> Text:
    """Draw the lowest row above the axis, and the axis where nothing stands on it."""
    drawn = text("  0 ")
    for cell in row:
        drawn.append(*((ink.glyphs.axis, FRAME) if cell == " " else (cell, POSITIVE)))
    return drawn


def _labels(document: Document, columns: Sequence[Column]) -> str:
    """Write the line number under each column that begins a block, where there is room."""
    row, before = "", -1
    for cell, column in enumerate(columns):
        block = document.sentences[column.first].block
        if block != before and (cell == 0 or len(row) < cell):
            label = str(document.line(column.span.start))
            if cell + len(label) <= len(columns):
                row = row.ljust(cell) + label + " "
        before = block
    return row.rstrip()
