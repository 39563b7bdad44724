"""How a text reads: readability, sentence length, lexical diversity, syllables."""

from __future__ import annotations

from tenor.measure import Measure
from tenor.style import (
    ari,
    coleman_liau,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    lix,
    mattr,
    reading_time,
    sentence_length,
    smog,
)
from tenor.style.counting import Counts, SentenceCounts, StyleAnalysis, Tally, counts
from tenor.style.flesch_reading_ease import in_words
from tenor.style.sentence_length import distribution, longest, sentence_lengths
from tenor.style.syllable import syllables

__all__ = [
    "GRADE",
    "MEASURES",
    "Counts",
    "SentenceCounts",
    "StyleAnalysis",
    "Tally",
    "counts",
    "distribution",
    "in_words",
    "longest",
    "sentence_lengths",
    "syllables",
]

#: The measure of style that a row has, where there is room for one.
GRADE = flesch_kincaid_grade.MEASURE.name

#: Every measure of style, in the order reports list them.
MEASURES: tuple[Measure[StyleAnalysis], ...] = (
    flesch_kincaid_grade.MEASURE,
    flesch_reading_ease.MEASURE,
    sentence_length.MEASURE,
    reading_time.MEASURE,
    gunning_fog.MEASURE,
    smog.MEASURE,
    ari.MEASURE,
    coleman_liau.MEASURE,
    lix.MEASURE,
    mattr.MEASURE,
)
