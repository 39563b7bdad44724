"""NLTK's own VADER, for whoever must compare with published VADER figures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tenor.document import Document, is_word
from tenor.lexicons import rows
from tenor.measure import Evidence, Value

if TYPE_CHECKING:
    from nltk.sentiment.vader import SentimentIntensityAnalyzer


def vader_score(document: Document) -> tuple[Value | None, ...]:
    """Give each sentence's compound value exactly as nltk's analyzer does, −1…+1.

    None for a sentence that has neither a word nor a compound value other than 0.
    """
    scores: list[Value | None] = []
    for sentence in document.sentences:
        compound = float(analyzer().polarity_scores(document.slice(sentence.span))["compound"])
        evidence = (Evidence(sentence.span, compound, "nltk's VADER"),) if compound else ()
        is_scored = compound or any(map(is_word, sentence.forms))
        scores.append(Value(compound, evidence) if is_scored else None)
    return tuple(scores)


@cache
def analyzer() -> SentimentIntensityAnalyzer:
    """Make nltk's analyzer from the packaged values: its constructor would ask for a download."""
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    vader = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    vader.constants = VaderConstants()
    vader.lexicon = {row[0]: float(row[3]) for row in rows("valence.tsv") if len(row) > 3}
    return vader
