"""How a text sounds."""

from tenor.tone.clause import clause_valence, clauses
from tenor.tone.measures import MEASURES, measure_all
from tenor.tone.sum import EXTRA_WORDS, LENGTH_POWER, Part, Sum
from tenor.tone.summary import (
    Arc,
    Column,
    Interval,
    Passage,
    Passages,
    Shares,
    TurningPoint,
    arc,
    document_valence,
    interval,
    passages,
    shares,
    turning_point,
)
from tenor.tone.vader import vader_score
from tenor.tone.valence import NEUTRAL_BAND, score, sentence_valence, sums
from tenor.tone.words import own_words

__all__ = [
    "EXTRA_WORDS",
    "LENGTH_POWER",
    "MEASURES",
    "NEUTRAL_BAND",
    "Arc",
    "Column",
    "Interval",
    "Part",
    "Passage",
    "Passages",
    "Shares",
    "Sum",
    "TurningPoint",
    "arc",
    "clause_valence",
    "clauses",
    "document_valence",
    "interval",
    "measure_all",
    "own_words",
    "passages",
    "score",
    "sentence_valence",
    "shares",
    "sums",
    "turning_point",
    "vader_score",
]
