"""The arc: valence along the text, a column a sentence while they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document
from tenor.formats.terminal.ink import CRITICAL, WARM, Ink, text
from tenor.formats.terminal.layout import heading, place
from tenor.tone import NEUTRAL_BAND, Arc
from tenor.verdict import has_tone

if TYPE_CHECKING:
    from rich.text import Text

MARGIN = 4
#: A column is full at this valence, or at the strongest one if that is more.
_FULL = 0.6


def draw(analysis: Analysis, ink: Ink) -> list[Text]:
    """Draw the arc, unless the text is too short for one."""
    arc = analysis.arc(ink.width - MARGIN) if has_tone(analysis) else None
    if arc is None:
        return []
    count = len(analysis.sentences)
    each = f"a column is about {count / len(arc.columns):.1f} sentences"
    note = each if arc.smoothed else "one column a sentence"
    glyphs = ink.glyphs
    key = f"{glyphs.warm} warm   {glyphs.critical} critical"
    return [heading("TONE ARC", note, key, ink), *picture(analysis.document, arc, ink)]


def picture(document: Document, arc: Arc, ink: Ink) -> list[Text]:
    """Draw warm above an axis, critical below it, and the lines that the columns stand for."""
    values = [column.value for column in arc.columns]
    full = max(_FULL, *map(abs, values))
    above = "".join(_column(value, full, ink.glyphs.up) for value in values)
    below = "".join(_column(-value, full, ink.glyphs.down) for value in values)
    return [
        text("  + ").append(above, WARM),
        text("  0 ").append(ink.glyphs.rule * len(values), "dim"),
        text("  - ").append(below, CRITICAL),
        text("    ").append(_labels(document, arc), "dim"),
    ]


def _column(value: float, full: float, levels: str) -> str:
    """Give the glyph for one value; there is none inside the neutral band and below it."""
    if value < NEUTRAL_BAND:
        return " "
    return levels[min(len(levels) - 1, int(value / full * len(levels)))]


def _labels(document: Document, arc: Arc) -> str:
    """Write the line number under each column that begins a block, where there is room."""
    row, before = "", -1
    for number, column in enumerate(arc.columns):
        block = document.sentences[column.first].block
        if block != before and (number == 0 or len(row) < number):
            label = place(document, column.span.start)
            if number + len(label) <= len(arc.columns) + MARGIN:
                row = row.ljust(number) + label + " "
        before = block
    return row.rstrip()
