"""The full report of one text: the answer first, then the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.panels import (
    arc,
    every,
    evidence,
    foot,
    gist,
    head,
    reading,
    sections,
    themes,
    tones,
    verdict,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

#: A text of so many words has its gist in the report.
_WITH_GIST = 300

Parts = Sequence["RenderableType"]
#: Draws its part of the report, or nothing where the text has none of it.
Panel = Callable[[Analysis, Ink], Parts]

#: The report from top to bottom.
PANELS: tuple[Panel, ...] = (
    head.draw,
    verdict.draw,
    gist.draw,
    arc.draw,
    sections.draw,
    tones.draw,
    themes.draw,
    evidence.draw,
    reading.draw,
    every.draw,
    foot.draw,
)


def draw(analysis: Analysis, ink: Ink, *, has_every: bool = False, has_gist: bool = False) -> str:
    """Draw the report of one text, with all the measures and a sentence a theme if asked for."""
    if analysis.is_foreign:
        return ink.draw(_spaced(panel(analysis, ink) for panel in (head.draw, verdict.draw)))
    if analysis.valence is None:
        return ink.draw([text(f"{safe(analysis.document.name) or 'text'}: no text to analyse")])
    shows_gist = has_gist or (analysis.document.words >= _WITH_GIST and bool(analysis.gist))
    is_asked: dict[Panel, bool] = {every.draw: has_every, gist.draw: shows_gist}
    return ink.draw(_spaced(panel(analysis, ink) for panel in PANELS if is_asked.get(panel, True)))


def _spaced(panels: Iterable[Parts]) -> Iterator[RenderableType]:
    """Yield the parts of the panels that have any, a blank line between the panels."""
    for number, parts in enumerate(parts for parts in panels if parts):
        if number:
            yield ""
        yield from parts
