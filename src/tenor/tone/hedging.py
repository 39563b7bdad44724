"""Words by which the writer stands back from a claim: perhaps, it seems, sort of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tenor.document import Span
from tenor.lexicons import rows
from tenor.measure import Evidence, Measure, Value
from tenor.tone.analysed import ToneAnalysis
from tenor.tone.words import lowered


def compute(analysis: ToneAnalysis) -> Value | None:
    """Give the hedges per 1000 words, with their places; None for a text without words."""
    document = analysis.document
    if not document.words:
        return None
    weight = 1000 / document.words
    lines = []
    for sentence in document.sentences:
        words = lowered(sentence.forms)
        for start, end in _places(words):
            span = Span(sentence.starts[start], sentence.ends[end - 1])
            lines.append(Evidence(span, weight, " ".join(words[start:end])))
    return Value(weight * len(lines), tuple(lines))


def _places(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where the hedges in a sentence's words start and end, none within another."""
    table, end = _hedges(), 0
    for start in [index for index, word in enumerate(words) if word in table]:
        hedges = table[words[start]]
        length = next((n for n, hedge in hedges if words[start : start + n] == hedge), 0)
        if length and start >= end:
            end = start + length
            yield start, end


@cache
def _hedges() -> dict[str, list[tuple[int, list[str]]]]:
    """Give the hedges by their first word, each with its length, the longest first."""
    table: dict[str, list[tuple[int, list[str]]]] = {}
    for (text,) in rows("hedges.tsv"):
        words = text.split()
        table.setdefault(words[0], []).append((len(words), words))
    return {first: sorted(hedges, reverse=True) for first, hedges in table.items()}


MEASURE = Measure(
    name="hedging",
    title="Hedging",
    unit="hedges per 1000 words",
    low=0.0,
    high=1000.0,
    direction="higher: the writer commits to less",
    formula="1000 × hedges / words",
    source="the project's own word list (hedges.tsv), after Hyland 1998 and Farkas et al. 2010",
    undefined="a text without words",
    compute=compute,
    usual=8.2,
)
