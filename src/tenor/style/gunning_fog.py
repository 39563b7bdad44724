"""The Gunning fog index."""

from __future__ import annotations

from tenor.measure import Measure, Value, quantity
from tenor.style.counting import NO_GRADE, StyleAnalysis, Tally, has_grade, spread

#: What a word a sentence adds, and a hard word of a hundred words (Gunning 1952).
_SLOPE = 0.4


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the years of schooling needed to read the text at once; None without `has_grade`.

    0.4 · (words/sentences + 100 · hard words/words); higher is harder. Hard words have three
    syllables or more, but are no names (a capital inside a sentence), no numerals, no hyphenated
    words of shorter parts, and have their third syllable not from -ed or -es. A name that begins a
    sentence and a closed compound (*bookkeeper*) count as any other word.
    Source: Gunning (1952).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_grade(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: _SLOPE * tally.words / sentences + _SLOPE * 100 * tally.hard / words,
        _counted,
    )


def _counted(tally: Tally) -> str:
    return f"{quantity(tally.words, 'word')}, {tally.hard} of them hard"


MEASURE = Measure(
    name="gunning-fog",
    title="Gunning fog index",
    unit="years of schooling",
    low=0,
    high=None,
    direction="higher is harder to read; over 12 is too hard for most readers",
    formula=(
        "0.4 × (words/sentences + 100 × hard words/words); hard: three syllables or more, except"
        " names, numerals, hyphenated words of shorter parts, and a third syllable from -ed or -es"
    ),
    source="Gunning (1952), The technique of clear writing, McGraw-Hill",
    undefined=NO_GRADE,
    compute=compute,
)
