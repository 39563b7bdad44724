"""The SMOG grade."""

from __future__ import annotations

from math import sqrt

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import StyleAnalysis, Tally, has_grade, spread

#: McLaughlin's formula is made for samples of 30 sentences.
_ENOUGH_SENTENCES = 30


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the school grade needed to understand the text fully; None under 30 sentences.

    3.1291 + 1.043 · √(30 · polysyllables/sentences); higher is harder. Polysyllables are all words
    of three syllables or more. The root is shared out by each sentence's part of them.
    Source: McLaughlin (1969).
    """
    counts = analysis.counts
    sentences, many = len(counts.sentences), counts.total.polysyllables
    if sentences < _ENOUGH_SENTENCES or not has_grade(counts):
        return None
    each = 1.043 * sqrt(30 * many / sentences) / max(1, many)
    return spread(counts.sentences, lambda s: 3.1291 / sentences + each * s.polysyllables, _counted)


def _counted(tally: Tally) -> str:
    return f"{quantity(tally.polysyllables, 'word')} of three syllables or more"


MEASURE = Measure(
    name="smog",
    title="SMOG grade",
    unit="US school grade",
    low=3.1291,
    high=None,
    direction="higher is harder to read",
    formula="3.1291 + 1.043 × √(30 × words of three syllables or more / sentences)",
    source="McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12",
    undefined="under 30 sentences or 100 words of running prose, or over 100 words a sentence",
    compute=compute,
)
