"""The kinds of tone: words of joy, anger, sadness and fear, hedges, and the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import NARROW, bar, grid, heading, place
from tenor.measure import Evidence
from tenor.tone.formality import BANDS

if TYPE_CHECKING:
    from rich.console import RenderableType

#: The measures that are shown with their words, and what the report calls them.
_WORDED = {
    "joy": "joy",
    "anger": "anger",
    "sadness": "sadness",
    "fear": "fear",
    "hedging": "hedged",
}
#: So many different words are shown of each.
_MOST = 6
#: So many cues of the register are named.
_CUES = 3


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the kinds of tone that have words, with the words."""
    is_wide = ink.width > NARROW
    rows = grid(0, 0, 0, 1) if is_wide else grid(0, 0, 1)
    traces = {label: _traces(analysis, name) for name, label in _WORDED.items()}
    most = max([1, *map(len, traces.values())])
    for label, found in traces.items():
        if found:
            drawn = [bar(len(found) / most, ink)] if is_wide else []
            words = text(_words(analysis.document, found), "dim")
            rows.add_row("", label, *drawn, text(str(len(found))), words)
    register = _register(analysis)
    if register:
        rows.add_row("", "register", *([text("")] if is_wide else []), "", text(register))
    return [heading("TONE"), rows] if rows.row_count else []


def _traces(analysis: Analysis, name: str) -> Sequence[Evidence]:
    """Give the evidence of a measure, if it has any."""
    value = analysis.value(name)
    return value.evidence if value else ()


def _words(document: Document, traces: Sequence[Evidence]) -> str:
    """List distinct words in order of their first place, each with its line."""
    placed: dict[str, str] = {}
    for trace in sorted(traces, key=lambda trace: trace.span):
        word = safe(document.shown(trace.span))
        placed.setdefault(word.lower(), f"{word} {place(document, trace.span.start)}")
    more = len(placed) - _MOST
    return ", ".join(list(placed.values())[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _register(analysis: Analysis) -> str:
    """Name how formal the text is, with the three cues that speak most for it."""
    value = analysis.value("formality")
    if not value or analysis.is_short:
        return ""
    informal, formal = BANDS
    way = 1 if value.value >= formal else -1 if value.value <= informal else 0
    name = {1: "formal", -1: "informal", 0: "neither formal nor informal"}[way]
    cues = sorted(value.evidence, key=lambda trace: -way * trace.weight)
    speaking = [
        _cue(cue.word, cue.base, way)
        for cue in cues
        if cue.base is not None and way * cue.weight > 0
    ][:_CUES]
    return f"{name} ({value.value:.2f})" + (f": {', '.join(speaking)}" if speaking else "")


def _cue(name: str, amount: float, way: int) -> str:
    """Say what a cue of formality amounts to."""
    if name.endswith(" length"):
        return f"{'long' if way > 0 else 'short'} {name.removesuffix(' length')}s"
    return name if round(amount, 2) else f"no {name}"
