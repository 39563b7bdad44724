"""The Flesch–Kincaid grade."""

from __future__ import annotations

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import NO_GRADE, StyleAnalysis, Tally, has_grade, spread


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the school grade whose pupils can read the text; None without `has_grade`.

    0.39 · words/sentences + 11.8 · syllables/words − 15.59; a higher grade is harder. A sentence's
    evidence is what it adds, so the heaviest sentences are the ones to shorten.
    Source: Kincaid, Fishburne, Rogers and Chissom (1975).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_grade(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: (
            0.39 * tally.words / sentences + 11.8 * tally.syllables / words - 15.59 / sentences
        ),
        counted,
    )


def counted(tally: Tally) -> str:
    """Say what a sentence is counted as."""
    return f"{quantity(tally.words, 'word')}, {quantity(tally.syllables, 'syllable')}"


MEASURE = Measure(
    name="flesch-kincaid-grade",
    title="Flesch–Kincaid grade",
    unit="US school grade",
    low=None,
    high=None,
    direction="higher is harder to read; 8 is read by most teenagers, 12 ends school",
    formula="0.39 × words/sentences + 11.8 × syllables/words − 15.59",
    source=(
        "Kincaid, Fishburne, Rogers & Chissom (1975), Derivation of new readability formulas for"
        " Navy enlisted personnel, Research Branch Report 8-75"
    ),
    undefined=NO_GRADE,
    compute=compute,
)
