"""The answer in two sentences, made from the arc, the themes and the shares by template."""

from __future__ import annotations

from collections.abc import Sequence

from tenor.analysis import FEW_SENTENCES, Analysis
from tenor.document import Document
from tenor.measure import quantity
from tenor.tone import NEUTRAL_BAND, Interval

#: Where fewer sentences than this share hold a word of feeling, the verdict says so.
_FEW_SCORED = 0.2
#: So many times the neutral band is very warm or very critical.
_VERY = 4


def verdict(analysis: Analysis) -> list[str]:
    """Give the answer, a sentence a line: what it is about, how it runs, how it is spread."""
    about = [theme.label for theme in analysis.themes[:3]]
    lines = [f"About {listed(about)}."] if about else []
    if not has_tone(analysis):
        return [*lines, _silence(analysis)]
    return [*lines, _course(analysis), *_spread(analysis)]


def has_tone(analysis: Analysis) -> bool:
    """Tell whether enough sentences hold a word of feeling to speak of the text's tone."""
    return _scored(analysis) >= _FEW_SCORED * max(1, len(analysis.sentences))


def _scored(analysis: Analysis) -> int:
    """Count the sentences that hold a word of feeling."""
    return sum(bool(one.valence and one.valence.evidence) for one in analysis.sentences)


def _silence(analysis: Analysis) -> str:
    """Say that there is little tone to speak of, rather than call it neutral."""
    scored, total = _scored(analysis), len(analysis.sentences)
    verb = "has" if 1 in {scored, total} else "have"
    return f"Few words carry tone: {scored} of {quantity(total, 'sentence')} {verb} any."


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
    whole = _whole(valence.value if valence else 0.0, analysis.interval)
    if analysis.is_short:
        size = quantity(document.words, "word")
        return f"{_capital(whole)}; too short to judge how it runs ({size})."
    turn = analysis.turning_point
    if turn is None:
        return f"{_capital(whole)} on the whole{_figures(analysis)}{_poles(analysis)}."
    return (
        f"Starts {mood(turn.before)} ({lines_of(document, 0, turn.sentence - 1)}), "
        f"turns at {lines_of(document, turn.sentence, turn.sentence)} "
        f"and ends {mood(turn.after)} ({lines_of(document, turn.sentence, last)})."
    )


def _whole(value: float, held: Interval | None) -> str:
    """Name the tone of the whole; where band and interval disagree, it only leans."""
    if held is None:
        return mood(value)
    is_sure = held.low > 0 or held.high < 0
    if is_sure != bool(sign(value)):
        return f"leaning {'warm' if value > 0 else 'critical'}"
    return mood(value)


def _figures(analysis: Analysis) -> str:
    """Give the valence with its interval, or nothing where there is none."""
    value, held = analysis.valence, analysis.interval
    if value is None or held is None:
        return ""
    return f" ({value.value:+.2f}, 95 % interval {held.low:+.2f} to {held.high:+.2f})"


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
    """Count the sentences either way."""
    warm, neutral, critical = analysis.shares
    if warm + neutral + critical < FEW_SENTENCES:
        return []
    return [f"{quantity(warm, 'sentence')} warm, {critical} critical, {neutral} neutral or mixed."]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
