"""The Flesch–Kincaid grade."""

from __future__ import annotations

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import NO_GRADE, StyleAnalysis, Tally, has_grade, spread

#: What a word a sentence adds, what a syllable a word adds, and where the grades begin
#: (Kincaid, Fishburne, Rogers and Chissom 1975).
_WORDS, _SYLLABLES, _START = 0.39, 11.8, -15.59


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
            _WORDS * tally.words / sentences
            + _SYLLABLES * tally.syllables / words
            + _START / sentences
        ),
        counted,
    )


def grade_in(tally: Tally, sentences: int) -> float:
    """Give the grade of what is counted, were it in so many sentences."""
    return _WORDS * tally.words / sentences + _of_words(tally)


def sentences_for(tally: Tally, grade: float) -> float | None:
    """Give how many sentences bring what is counted to a grade; None where none can."""
    left = grade - _of_words(tally)
    return _WORDS * tally.words / left if left > 0 else None


def _of_words(tally: Tally) -> float:
    """Give the part of the grade that is the words' own, however they are cut into sentences."""
    return _SYLLABLES * tally.syllables / tally.words + _START


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
