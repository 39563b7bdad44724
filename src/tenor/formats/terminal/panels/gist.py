"""The gist: what says most, in few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, Wide, text
from tenor.formats.terminal.layout import grid, heading

if TYPE_CHECKING:
    from rich.console import RenderableType


def draw(analysis: Analysis, _: Ink) -> list[RenderableType]:
    """Give the sentences in the order of the text, or say that there are none."""
    if not analysis.gist:
        return [heading("GIST", "no sentences that say what it is about and stand by themselves")]
    document, rows = analysis.document, grid(0, 1)
    for line in sorted(analysis.gist, key=lambda line: line.span):
        words = text(safe(document.shown(line.span)))
        rows.add_row("", document.place(line.span.start), words)
    return [heading("GIST", "central sentences, in the order of the text"), Wide(rows)]
