"""What one text comes to, in plain data: what every form draws that gives a text a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal, NamedTuple

from tenor.analysis import Analysis
from tenor.errors import Failure, wrong_type
from tenor.language import LanguageShare
from tenor.style import GRADE
from tenor.tone import Interval, Shares
from tenor.verdict import Statement

#: What rows can be sorted by.
Sort = Literal["name", "words", "tone", "grade"]
#: An arc in a row has at most so many marks.
STRIP = 12


class Summary(NamedTuple):
    """One text: its size, the verdict, its tone, its themes and its measures; nothing is rounded.

    Of a text that is all in another language there is nothing but its size in `language`.
    `turning_line` is the line where the tone turns, `strip` the mean valences of at most STRIP
    stretches in reading order, `themes` the labels, the heaviest first; None is undefined.
    """

    name: str
    title: str | None
    words: int
    sentences: int
    language: LanguageShare
    is_foreign: bool
    verdict: tuple[Statement, ...]
    valence: float | None
    interval: Interval | None
    shares: Shares
    turning_line: int | None
    strip: tuple[float, ...]
    themes: tuple[str, ...]
    measures: Mapping[str, float | None]

    def __repr__(self) -> str:
        return f"<Summary of {self.name!r}, words: {self.words}, sentences: {self.sentences}>"


class Summaries(NamedTuple):
    """What several texts come to, in order, and what could not be read."""

    texts: tuple[Summary, ...]
    failures: tuple[Failure, ...] = ()

    def __repr__(self) -> str:
        return f"<Summaries, texts: {len(self.texts)}, failures: {len(self.failures)}>"


def summarize(analysis: Analysis) -> Summary:
    """Give what an analysis comes to.

    Raises a TenorError that is a TypeError too where it is something else.
    """
    if not isinstance(analysis, Analysis):
        raise wrong_type("a summary is of an Analysis", analysis)
    document, turn = analysis.document, analysis.turning_point
    return Summary(
        name=document.name,
        title=document.title,
        words=document.words,
        sentences=len(document.sentences),
        language=analysis.language,
        is_foreign=analysis.is_foreign,
        verdict=analysis.verdict,
        valence=analysis.valence.value if analysis.valence else None,
        interval=analysis.interval,
        shares=analysis.shares,
        turning_line=document.line(document.sentences[turn.sentence].span.start) if turn else None,
        strip=_strip([one.valence.value for one in analysis.sentences if one.valence]),
        themes=tuple(theme.label for theme in analysis.themes),
        measures={name: value.value if value else None for name, value in analysis.values.items()},
    )


def ranked(texts: Sequence[Summary], by: Sort | None) -> Sequence[Summary]:
    """Sort rows: by name, the longest, the most negative or the hardest first; None leaves them."""
    keys: Mapping[Sort, Callable[[Summary], tuple[bool, float]]] = {
        "words": lambda text: (False, -text.words),
        "tone": lambda text: _known_first(text.valence, 1),
        "grade": lambda text: _known_first(text.measures[GRADE], -1),
    }
    if by is None:
        return texts
    by_name = sorted(texts, key=lambda text: text.name)
    return by_name if by == "name" else sorted(by_name, key=keys[by])


def _known_first(value: float | None, sign: int) -> tuple[bool, float]:
    """Order by a number, where there is none after all others."""
    return value is None, sign * (value or 0.0)


def _strip(values: Sequence[float]) -> tuple[float, ...]:
    """Give the means of as many equal stretches as a row has marks for."""
    count = min(STRIP, len(values))
    cuts = [step * len(values) // count for step in range(count + 1)] if count else []
    return tuple(fsum(values[start:end]) / (end - start) for start, end in pairwise(cuts))
