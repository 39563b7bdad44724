"""The answer in two sentences, made from the arc, the themes and the shares by template."""

from __future__ import annotations

from collections.abc import Sequence

from tenor.analysis import Analysis
from tenor.document import Document
from tenor.tone import NEUTRAL_BAND

#: Under so many words or sentences there is no arc to speak of.
FEW_WORDS, FEW_SENTENCES = 100, 5
#: Where fewer sentences than this share hold a word of feeling, the verdict says so.
_FEW_SCORED = 0.2
#: So many times the neutral band is very warm or very critical.
_VERY = 4


def is_short(analysis: Analysis) -> bool:
    """Tell whether a text is too short to judge an arc."""
    document = analysis.document
    return document.words < FEW_WORDS or len(document.sentences) < FEW_SENTENCES


def verdict(analysis: Analysis) -> list[str]:
    """Give the answer, a sentence a line: what it is about, how it runs, how it is spread."""
    about = [theme.label for theme in analysis.themes[:3]]
    lines = [f"About {listed(about)}."] if about else []
    return [*lines, _course(analysis), *_spread(analysis)]


def mood(value: float) -> str:
    """Name a valence."""
    if abs(value) < NEUTRAL_BAND:
        return "neutral or mixed"
    very = "very " if abs(value) >= _VERY * NEUTRAL_BAND else ""
    return very + ("warm" if value > 0 else "critical")


def sign(value: float | None) -> int:
    """Give +1 for warm, −1 for critical, 0 for what is neutral, mixed or unknown."""
    if value is None or abs(value) < NEUTRAL_BAND:
        return 0
    return 1 if value > 0 else -1


def lines_of(document: Document, first: int, last: int) -> str:
    """Name the lines from one sentence to another."""
    start = document.line(document.sentences[first].span.start)
    end = document.line(document.sentences[last].span.start)
    return f"L{start}" if start == end else f"L{start}–{end}"


def listed(words: Sequence[str]) -> str:
    """Join words as prose does."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def _course(analysis: Analysis) -> str:
    """Say how the tone runs from the first sentence to the last."""
    document, valence = analysis.document, analysis.valence
    last = len(document.sentences) - 1
    whole = mood(valence.value if valence else 0.0)
    if is_short(analysis):
        return f"{_capital(whole)}; too short to judge how it runs ({document.words} words)."
    turn = analysis.turning_point
    if turn is None:
        return f"{_capital(whole)} on the whole{_poles(analysis)}."
    return (
        f"Starts {mood(turn.before)} ({lines_of(document, 0, turn.sentence - 1)}), "
        f"turns at {lines_of(document, turn.sentence, turn.sentence)} "
        f"and ends {mood(turn.after)} ({lines_of(document, turn.sentence, last)})."
    )


def _poles(analysis: Analysis) -> str:
    """Name the most critical and the warmest passage of a text without a clear turn."""
    document, found = analysis.document, analysis.passages
    if found is None:
        return f" ({lines_of(document, 0, len(document.sentences) - 1)})"
    poles = [
        (passage.first, f"{name} at {lines_of(document, passage.first, passage.last)}")
        for name, passage, way in (
            ("most critical", found.critical, -1),
            ("warmest", found.warm, 1),
        )
        if sign(passage.value) == way
    ]
    return "".join(f", {pole}" for _, pole in sorted(poles))


def _spread(analysis: Analysis) -> list[str]:
    """Count the sentences either way, and say so where few carry any tone."""
    warm, neutral, critical = analysis.shares
    total = warm + neutral + critical
    scored = sum(bool(s.valence and s.valence.evidence) for s in analysis.sentences)
    if total < FEW_SENTENCES:
        return []
    counts = f"{warm} sentences warm, {critical} critical, {neutral} neutral or mixed."
    if scored < _FEW_SCORED * total:
        return [f"Few words carry tone: {scored} of {total} sentences have any. {counts}"]
    return [counts]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
