"""How a text sounds."""

from tenor.tone.analysed import Feeling, SentenceTone, ToneAnalysis
from tenor.tone.clause import clause_valence, clauses
from tenor.tone.emotions import feelings
from tenor.tone.measures import MEASURES
from tenor.tone.subjects import PlainWords, plain_places, plain_words
from tenor.tone.sum import EXTRA_WORDS, LENGTH_POWER, MARK, divisor
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
from tenor.tone.telling import leans, telling
from tenor.tone.vader import vader_score
from tenor.tone.valence import NEUTRAL_BAND, count_words, score, sentence_valence
from tenor.tone.whole import (
    CLEAR,
    DOUBLED,
    Lean,
    called,
    is_of_things,
    named,
    speaks_of_people,
    surely,
)
from tenor.tone.words import own_words

__all__ = [
    "CLEAR",
    "DOUBLED",
    "EXTRA_WORDS",
    "LENGTH_POWER",
    "MARK",
    "MEASURES",
    "NEUTRAL_BAND",
    "Arc",
    "Column",
    "Feeling",
    "Interval",
    "Lean",
    "Passage",
    "Passages",
    "PlainWords",
    "SentenceTone",
    "Shares",
    "ToneAnalysis",
    "TurningPoint",
    "arc",
    "called",
    "clause_valence",
    "clauses",
    "count_words",
    "divisor",
    "document_valence",
    "feelings",
    "interval",
    "is_of_things",
    "leans",
    "named",
    "own_words",
    "passages",
    "plain_places",
    "plain_words",
    "score",
    "sentence_valence",
    "shares",
    "speaks_of_people",
    "surely",
    "telling",
    "turning_point",
    "vader_score",
]
