"""LIX, the readability index that knows no syllables."""

from __future__ import annotations

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import NO_GRADE, StyleAnalysis, Tally, has_grade, spread


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give sentence length plus the percentage of long words; None without `has_grade`.

    words/sentences + 100 · words of more than six letters/words; higher is harder.
    Source: Björnsson (1968).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_grade(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: tally.words / sentences + 100 * tally.long / words,
        _counted,
    )


def _counted(tally: Tally) -> str:
    return f"{quantity(tally.words, 'word')}, {tally.long} of more than six letters"


MEASURE = Measure(
    name="lix",
    title="LIX",
    unit="points",
    low=0,
    high=None,
    direction="higher is harder; under 30 is children's books, over 60 is specialist prose",
    formula="words/sentences + 100 × words of more than six letters or digits/words",
    source="Björnsson (1968), Läsbarhet, Liber",
    undefined=NO_GRADE,
    compute=compute,
)
