"""The themes: where, how much, and the tone around each; names and subjects beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, Wide, text
from tenor.formats.terminal.layout import NARROW, closed, grid, indented, signed
from tenor.themes import Category, Theme, main_names

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

#: So many names and phrases are listed beside the themes, and so many subjects.
_BESIDE, _SUBJECTS = 6, 2
#: So many words of a subject are named.
_WORDS = 3
#: Where a theme is mentioned is drawn in so many cells, from a width on in more.
_CELLS, _MORE_CELLS, _WIDE = 12, 20, 90
#: A quotation is set in so far.
_INDENT = 5


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show each theme: where and how much it is mentioned, the tone around it with a quotation.

    Names and subjects stand beside the themes, or alone where there are none.
    """
    if not analysis.themes:
        beside = _beside(analysis)
        return [text("MENTIONED", "bold"), *beside] if beside else []
    room = _room(analysis.themes, ink)
    parts: list[RenderableType] = [_head(room, ink)]
    for theme in analysis.themes:
        parts.append(_row(analysis.document, theme, room, ink))
        if theme.way:
            parts += [_quote(analysis.document, span, ink) for span in theme.quotes[:1]]
    return [*parts, *_beside(analysis)]


def _room(themes: Sequence[Theme], ink: Ink) -> int:
    """Give the width of the labels: a third of the line at most."""
    return min(max(len("themes"), *(len(theme.label) for theme in themes)), ink.width // 3)


def _cells(ink: Ink) -> int:
    """Give how many cells show where a theme is; none on a narrow terminal."""
    return 0 if ink.width <= NARROW else 12 if ink.width < 90 else 20


def _head(room: int, ink: Ink) -> Text:
    """Head the columns."""
    cells = _cells(ink)
    where = "where".ljust(cells + 2) if cells else ""
    head = text("THEMES".ljust(room + 5), "bold")
    return head.append(f"{where}sentences  tone around it", "not bold")


def _row(document: Document, theme: Theme, room: int, ink: Ink) -> Text:
    """Draw one theme's row."""
    label = text(safe(theme.label), "bold")
    label.truncate(max(room, label.cell_len if not ink.is_terminal else 0))
    row = text("   ").append_text(label).append(" " * (room - label.cell_len + 2))
    cells = _cells(ink)
    if cells:
        row.append(_density(document, theme, cells, ink)).append("  ")
    return row.append(f"{theme.weight:9.0%}  ").append_text(signed(theme.felt, ink))


def _density(document: Document, theme: Theme, cells: int, ink: Ink) -> str:
    """Draw where in the text a theme is mentioned: the more often, the higher."""
    start, end = document.sentences[0].span.start, document.sentences[-1].span.end
    spots = [(span.start - start) * cells // max(1, end - start) for span in theme.mentions]
    counts = Counter(min(max(spot, 0), cells - 1) for spot in spots)
    most, levels = max(counts.values(), default=1), ink.glyphs.levels
    return "".join(
        levels[-(-counts[cell] * len(levels) // most) - 1] if counts[cell] else " "
        for cell in range(cells)
    )


def _quote(document: Document, span: Span, ink: Ink) -> RenderableType:
    """Quote a clause with its line; on a terminal a long one is cut at a word."""
    place, room = document.place(span.start), ink.widest - _INDENT
    opening, closing = ink.glyphs.quotes[0], ink.glyphs.quotes[1]
    words = safe(document.shown(span)).strip('“”"')
    if ink.is_terminal:
        words = _cut(words, room - len(f"{opening}{closing}  {place}"), ink)
    return Wide(indented(text(closed(f"{opening}{words}{closing}", place, room)), _INDENT))


def _cut(words: str, room: int, ink: Ink) -> str:
    """Cut words that are too long for one line, at a word where there is one."""
    from rich.cells import cell_len, set_cell_size

    cut = ink.glyphs.cut
    if cell_len(words) <= room:
        return words
    kept = set_cell_size(words, max(1, room - len(cut)))
    return kept.rsplit(" ", 1)[0].rstrip() + cut


def _beside(analysis: Analysis) -> list[RenderableType]:
    """Name what stands beside the themes: names, subjects and what is mentioned now and then."""
    rows = grid(0, 1)
    chosen = main_names(analysis.document, analysis.names)[:_BESIDE]
    names = [f"{name.name} {len(name.mentions)}" for name in chosen]
    subjects = [_subject(category) for category in analysis.categories[:_SUBJECTS]]
    also = [phrase.phrase for phrase in analysis.also_mentioned[:_BESIDE]]
    for label, words in (("names", names), ("subjects", subjects), ("also", also)):
        if words:
            rows.add_row("", label, text(safe(", ".join(words))))
    return [rows] if rows.row_count else []


def _subject(category: Category) -> str:
    """Say how much commoner than usual the words of a subject are, and name three of them."""
    words = ", ".join(category.words[:_WORDS])
    return f"{category.name} {category.times:.0f} times the usual rate ({words})"
