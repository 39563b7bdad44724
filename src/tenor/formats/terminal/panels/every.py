"""Every measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import MEASURES, Analysis
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import grid, heading

if TYPE_CHECKING:
    from rich.console import RenderableType


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show every measure with its unit."""
    rows = grid(0, 0, 1)
    for measure in MEASURES:
        value = analysis.value(measure.name)
        shown = f"{value.value:.2f}" if value else ink.glyphs.dash
        note = measure.unit if value else f"{measure.unit}; {measure.undefined}"
        rows.add_row("", measure.name, text(shown), text(note))
    return [heading("ALL MEASURES", "tenor explain NAME says how each is made"), rows]
