"""The sections: what stands under each heading, else where a long text's topic shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import grid, heading, signed

if TYPE_CHECKING:
    from rich.console import RenderableType

#: At most so many sections are named.
_MOST = 24


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Name the sections of a text with headings, each with its tone."""
    sections = [part for part in analysis.sections if part.section.after > part.section.first + 1]
    if len(sections) < 2:
        return _topics(analysis, ink)
    rows = grid(0, 2, 1)
    for section, valence in sections[:_MOST]:
        title = "  " * (section.level - 1) + safe(section.title)
        line = analysis.document.place(section.span.start)
        rows.add_row("", line, text(title), signed(valence.value if valence else None, ink))
    more = len(sections) - _MOST
    note = f"the first {_MOST}; {more} more in --json" if more > 0 else ""
    return [heading("SECTIONS", note), rows]


def _topics(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Name the stretches between which the topic of a long text without headings shifts."""
    rows = grid(0, 2, 1)
    for section in analysis.topic_sections[:_MOST]:
        line = analysis.document.place(section.span.start)
        about = section.heading or ", ".join(section.about) or "(nothing of its own)"
        rows.add_row(
            "",
            line,
            text(safe(about)),
            signed(section.valence.value if section.valence else None, ink),
        )
    return [heading("SECTIONS", "where the topic shifts"), rows] if rows.row_count else []
