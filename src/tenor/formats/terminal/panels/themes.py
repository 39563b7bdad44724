"""The themes: how much, where, and how the writer feels about each; names and subjects beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import (
    BAR,
    NARROW,
    bar,
    feeling,
    grid,
    heading,
    indented,
    place,
)
from tenor.themes import Category, Theme

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

#: So many names and phrases are listed beside the themes, and so many subjects.
_BESIDE, _SUBJECTS = 6, 2
#: So many words of a subject are named.
_WORDS = 3
#: Where a theme is mentioned is drawn in so many cells, from a width on in more.
_CELLS, _MORE_CELLS, _WIDE = 12, 20, 90
#: A quotation is set in so far; marks, margin and a gap take so many cells beside it.
_INDENT, _AROUND = 5, 8


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show each theme: how much, where, and how the writer feels about it, with the best quote."""
    if not analysis.themes:
        return []
    parts: list[RenderableType] = []
    for theme, row in zip(analysis.themes, _rows(analysis, ink), strict=True):
        parts.append(row)
        parts += [_quote(analysis.document, span, ink) for span in theme.quotes[:1]]
    is_wide = ink.width > NARROW
    note = "weight, mentions, where, how the writer feels" if is_wide else "mentions, feeling"
    return [heading("THEMES", note), *parts, *_beside(analysis)]


def _rows(analysis: Analysis, ink: Ink) -> Iterator[Text]:
    """Yield a row a theme, its columns in line with the others'."""
    is_wide = ink.width > NARROW
    labels = [text(safe(theme.label), "bold") for theme in analysis.themes]
    room = min(max(label.cell_len for label in labels), ink.width // 3)
    most = max(theme.weight for theme in analysis.themes)
    for theme, label in zip(analysis.themes, labels, strict=True):
        label.truncate(max(room, label.cell_len if not ink.is_terminal else 0))
        row = text("   ").append_text(label).append(" " * (room - label.cell_len + 2))
        if is_wide:
            row.append(bar(theme.weight / most, ink).plain.ljust(BAR + 1))
        row.append(f"{len(theme.mentions):3}  ")
        if is_wide:
            row.append(_spots(analysis.document, theme, ink)).append("  ")
        yield row.append_text(feeling(theme.valence, ink))


def _spots(document: Document, theme: Theme, ink: Ink) -> str:
    """Draw where in the text a theme is mentioned."""
    start, end = document.sentences[0].span.start, document.sentences[-1].span.end
    cells = _CELLS if ink.width < _WIDE else _MORE_CELLS
    row = [ink.glyphs.miss] * cells
    for span in theme.mentions:
        cell = (span.start - start) * cells // max(1, end - start)
        row[min(max(cell, 0), cells - 1)] = ink.glyphs.hit
    return "".join(row)


def _quote(document: Document, span: Span, ink: Ink) -> RenderableType:
    """Quote a clause with its line; on a terminal a long one is cut at a word."""
    line = f"  {place(document, span.start)}"
    words = safe(document.shown(span)).strip('“”"')
    room = ink.width - _AROUND - len(line)
    if ink.is_terminal and len(words) > room:
        words = words[:room].rsplit(" ", 1)[0] + ink.glyphs.cut
    opening, closing = ink.glyphs.quotes[0], ink.glyphs.quotes[1]
    return indented(text(f"{opening}{words}{closing}{line}", "dim"), _INDENT)


def _beside(analysis: Analysis) -> list[RenderableType]:
    """Name what stands beside the themes: names, subjects and what is mentioned now and then."""
    rows = grid(0, 1)
    names = [f"{name.name} {len(name.mentions)}" for name in analysis.names[:_BESIDE]]
    subjects = [_subject(category) for category in analysis.categories[:_SUBJECTS]]
    also = [phrase.phrase for phrase in analysis.also_mentioned[:_BESIDE]]
    for label, words in (("names", names), ("subjects", subjects), ("also", also)):
        if words:
            rows.add_row("", text(label, "dim"), text(safe(", ".join(words)), "dim"))
    return [rows] if rows.row_count else []


def _subject(category: Category) -> str:
    """Say how much commoner than usual the words of a subject are, and name three of them."""
    words = ", ".join(category.words[:_WORDS])
    return f"{category.name} {category.times:.0f} times the usual rate ({words})"
