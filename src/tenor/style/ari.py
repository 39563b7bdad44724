"""The automated readability index."""

from __future__ import annotations

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import NO_GRADE, StyleAnalysis, Tally, has_grade, spread

#: What a character a word adds, what a word a sentence adds, and where the grades begin
#: (Senter and Smith 1967).
_CHARACTERS, _WORDS, _START = 4.71, 0.5, -21.43


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the school grade by word and sentence length alone; None without `has_grade`.

    4.71 · characters/words + 0.5 · words/sentences − 21.43, characters being letters and digits;
    higher is harder. Source: Senter and Smith (1967).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_grade(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: (
            _CHARACTERS * tally.characters / words + (_WORDS * tally.words + _START) / sentences
        ),
        counted,
    )


def counted(tally: Tally) -> str:
    """Say what a sentence is counted as."""
    return f"{quantity(tally.words, 'word')}, {quantity(tally.characters, 'letter')}"


MEASURE = Measure(
    name="ari",
    title="Automated readability index",
    unit="US school grade",
    low=None,
    high=None,
    direction="higher is harder to read",
    formula="4.71 × letters and digits/words + 0.5 × words/sentences − 21.43",
    source="Senter & Smith (1967), Automated readability index, AMRL-TR-66-220",
    undefined=NO_GRADE,
    compute=compute,
)
