"""The kinds of tone: words of joy, anger, sadness and fear, hedges, and the register."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from tenor.analysis import MEASURES, Analysis
from tenor.document import Document, Span
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import closed, grid, heading
from tenor.measure import Evidence
from tenor.tone.formality import fit, register

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
#: So many different words are shown of each; with fewer words in all there is no row: of rows with
#: one or two words, readers found a third wrong.
_MOST, _LEAST = 6, 3
#: There is a row where the words exceed the usual number by so many of its standard deviations, the
#: root of that number (Poisson's distribution): readers found rows of fewer words no news.
_CLEARLY = 2
#: So many cues of the register are named.
_CUES = 3
#: Cues whose absence tells a reader something.
_ABSENT = frozenset({"contractions", "I and you"})
#: What a cue is called where there is much of it, and where there is little.
_CALLED = {
    "sentence length": ("long sentences", "short sentences"),
    "word length": ("long words", "short words"),
    "long words": ("long words", "short words"),
    "abstract endings": ("abstract nouns", "few abstract nouns"),
    "I and you": ("“I” and “you”", "little “I” and “you”"),
    "contractions": ("contractions", "few contractions"),
    "slang": ("slang", "little slang"),
    "everyday words": ("everyday words", "few everyday words"),
    "linking words": ("linking words", "few linking words"),
    "small first letters": ("sentences without a capital", "hardly a sentence without a capital"),
    "capitals": ("words in capitals", "hardly a word in capitals"),
    "exclamations": ("exclamations", "few exclamations"),
    "questions": ("questions", "few questions"),
}
#: The columns before the words take so many cells.
_BESIDE = 29


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the kinds of tone that are clearly more than usual, with their words; the register."""
    rows = grid(0, 0, 0, 1)
    for name, label in _WORDED.items():
        traces, usual = _traces(analysis, name), _usual(analysis, name)
        if len(traces) >= max(_LEAST, usual + _CLEARLY * sqrt(usual)):
            words = text(_words(analysis.document, traces, ink.width - _BESIDE))
            times = f"{len(traces) / usual:.0f} × usual"
            rows.add_row("", label, text(f"{len(traces):3}"), times, words)
    register = _register(analysis)
    if register:
        rows.add_row("", "register", "", "", text(register))
    return [heading("TONE"), rows] if rows.row_count else []


def _traces(analysis: Analysis, name: str) -> Sequence[Evidence]:
    """Give the evidence of a measure, if it has any."""
    value = analysis.value(name)
    return value.evidence if value else ()


def _usual(analysis: Analysis, name: str) -> float:
    """Give how many of a measure's words there are in as much mixed prose."""
    rate = next(measure.usual for measure in MEASURES if measure.name == name)
    return (rate or 0.0) * analysis.document.words / 1000


def _words(document: Document, traces: Sequence[Evidence], room: int) -> str:
    """List the words used most, each with its first place."""
    places: dict[str, list[Span]] = {}
    for trace in sorted(traces, key=lambda trace: trace.span):
        places.setdefault(safe(document.shown(trace.span)).lower(), []).append(trace.span)
    ranked = sorted(places.values(), key=lambda spans: -len(spans))
    shown = ", ".join(_word(document, spans, room) for spans in ranked[:_MOST])
    more = len(ranked) - _MOST
    return shown + (f" and {more} more" if more > 0 else "")


def _word(document: Document, spans: Sequence[Span], room: int) -> str:
    """Name a word with its first place, and how often it comes."""
    times = f" ×{len(spans)}" if len(spans) > 1 else ""
    word = f"{safe(document.shown(spans[0]))}{times}"
    return closed(word, f"{document.place(spans[0].start)},", room, 1).removesuffix(",")


def _register(analysis: Analysis) -> str:
    """Name how formal the text is, with the three cues that speak most for it."""
    value = analysis.value("formality")
    if not value or analysis.is_short:
        return ""
    way = register(analysis.document, value)
    if way is None:
        return ""
    name = {1: "formal", -1: "informal", 0: "neither formal nor informal"}[way]
    cues = sorted(value.evidence, key=lambda trace: -way * trace.weight)
    told = dict.fromkeys(
        _cue(cue.word, cue.base)
        for cue in cues
        if cue.base is not None and way * cue.weight > 0 and _is_told(cue.word, cue.base)
    )
    speaking = list(told)[:_CUES]
    return f"{name}: {', '.join(speaking)}" if way else name


def _is_told(name: str, amount: float) -> bool:
    """Tell whether a reader sees this cue: it is there, or one would miss it."""
    return bool(round(amount, 2)) or name in _ABSENT


def _cue(name: str, amount: float) -> str:
    """Say what a cue of formality amounts to, against sentences of all kinds."""
    usual = next(mean for cue, _, mean in fit()[1] if cue == name)
    called = _CALLED.get(name, (name, name))
    if not round(amount, 2):
        return f"no {called[0]}"
    return called[0] if amount >= usual else called[1]
