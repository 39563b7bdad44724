"""Words by which the writer stands back from a claim: perhaps, it seems, sort of."""

from __future__ import annotations

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
    table = _hedges()
    found = []
    for sentence in document.sentences:
        lows = lowered(sentence.forms)
        end = 0
        for at in [at for at, low in enumerate(lows) if low in table]:
            size = next((n for n, words in table[lows[at]] if lows[at : at + n] == words), 0)
            if size and at >= end:
                end = at + size
                span = Span(sentence.starts[at], sentence.ends[end - 1])
                found.append(Evidence(span, weight, " ".join(lows[at:end])))
    return Value(weight * len(found), tuple(found))


@cache
def _hedges() -> dict[str, list[tuple[int, list[str]]]]:
    """Give the hedges by their first word, longest first."""
    table: dict[str, list[tuple[int, list[str]]]] = {}
    for (text,) in rows("hedges.tsv"):
        words = text.split()
        table.setdefault(words[0], []).append((len(words), words))
    return {first: sorted(several, reverse=True) for first, several in table.items()}


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
)
