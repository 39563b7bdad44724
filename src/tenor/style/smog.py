"""The SMOG grade."""

from __future__ import annotations

from math import sqrt

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import StyleAnalysis, Tally, has_grade, spread

#: McLaughlin's formula is made for samples of so many sentences.
_SAMPLE = 30
#: The grade of a text without polysyllables, and what the root of their number in a sample counts
#: (McLaughlin 1969).
_LEAST_GRADE, _SLOPE = 3.1291, 1.043


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the school grade needed to understand the text fully; None under 30 sentences.

    3.1291 + 1.043 · √(30 · polysyllables/sentences); higher is harder. Polysyllables are all words
    of three syllables or more. The root is shared out by each sentence's part of them.
    Source: McLaughlin (1969).
    """
    counts = analysis.counts
    sentences, polysyllables = len(counts.sentences), counts.total.polysyllables
    if sentences < _SAMPLE or not has_grade(counts):
        return None
    each = _SLOPE * sqrt(_SAMPLE * polysyllables / sentences) / max(1, polysyllables)
    return spread(
        counts.sentences,
        lambda tally: _LEAST_GRADE / sentences + each * tally.polysyllables,
        _counted,
    )


def _counted(tally: Tally) -> str:
    return f"{quantity(tally.polysyllables, 'word')} of three syllables or more"


MEASURE = Measure(
    name="smog",
    title="SMOG grade",
    unit="US school grade",
    low=_LEAST_GRADE,
    high=None,
    direction="higher is harder to read",
    formula="3.1291 + 1.043 × √(30 × words of three syllables or more / sentences)",
    source="McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12",
    undefined="under 30 sentences or 100 words of running prose, or over 100 words a sentence",
    compute=compute,
)
