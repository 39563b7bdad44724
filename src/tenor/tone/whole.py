"""What the tone of a text or of a part of it is called: a word with which readers agree."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

from tenor.document import Document
from tenor.tone.summary import Interval, Shares, deviation
from tenor.tone.valence import NEUTRAL_BAND
from tenor.tone.words import lowered

#: From these valences on either way a text leans, and from those on it is called so outright where
#: its interval is clear of 0. Prose without feeling has a mean a little above 0 (reports, theses,
#: documentation: +.04), so less is needed on the negative side. Of 970 runs of 14 to 40 rated
#: sentences (New York Times, EmoBank) none beyond _LEANS was rated the other way.
_LEANS, _CLEAR = {1: 0.085, -1: 0.06}, {1: 0.12, -1: 0.1}
#: From here on a text that does not lean may still be neutral or of that side.
_SLIGHT = 0.03
#: So many times the neutral band is very positive or very negative.
_VERY = 4
#: A text with so large a share of sentences without feeling is neutral.
_MOSTLY = 0.6
#: A text with such shares of both sides, so little apart, is as much of one as of the other.
_BOTH, _APART = 0.25, 0.1
#: Where fewer of the words than this stand for a person, as in reports of research, where there is
#: code to every so many sentences, and where the subject has its own words for what goes wrong,
#: words like "improve" and "failure" state facts: twice as much is needed to lean.
_IMPERSONAL, _SENTENCES_A_CODE, DOUBLED = 0.004, 5, 2
_PERSONS = frozenset(
    ("i", "me", "my", "mine", "you", "your", "yours", "he", "him", "his", "she", "her", "hers")
)
#: A part of a text leans where so many of its clauses have a tone of this much, and the mean is
#: beyond a valence and so many standard errors from 0: less where the whole leans the same way. Of
#: 475 such themes of rated texts 90 in 100 are rated so, and 2 the other way.
_TONED, _TONE = 3, 0.05
_WITH_THE_WHOLE, _ERROR = 0.1, 1.0
_BY_ITSELF, _ERRORS = {1: 0.2, -1: 0.1}, 1.645


class Lean(NamedTuple):
    """What the tone of a whole is called, and its way: +1, −1, or 0 where it leans neither way."""

    words: str
    way: int


def called(valence: float, held: Interval | None, parts: Shares, *, is_factual: bool) -> Lean:
    """Name the tone of a whole text by its valence, its interval and its shares of sentences."""
    way = 1 if valence > 0 else -1
    needed = DOUBLED if is_factual else 1
    is_sure = held is not None and (held.low > 0 or held.high < 0)
    if not is_sure or abs(valence) < needed * _LEANS[way]:
        return Lean(_between(valence, parts), 0)
    side = "positive" if valence > 0 else "negative"
    if abs(valence) < needed * _CLEAR[way]:
        return Lean(f"leaning {side}", way)
    return Lean(f"very {side}" if abs(valence) >= _VERY * NEUTRAL_BAND else side, way)


def _between(valence: float, parts: Shares) -> str:
    """Name a tone that leans neither way: little feeling, a little, as much of both, or unclear."""
    total = sum(parts)
    if parts.neutral >= _MOSTLY * total and -_LEANS[-1] < valence < _LEANS[1]:
        return "mostly neutral"
    if abs(valence) >= _SLIGHT:
        return f"neutral to {'positive' if valence > 0 else 'negative'}"
    apart = abs(parts.positive - parts.negative)
    if min(parts.positive, parts.negative) >= _BOTH * total and apart <= _APART * total:
        return "as much positive as negative"
    return "too close to call"


def surely(values: Sequence[float], whole: int = 0, *, is_factual: bool = False) -> int:
    """Tell which way the clauses of a part of a text lean: +1, −1, or 0 where it is not sure.

    `whole` is the way of the whole text.
    """
    if sum(abs(value) >= _TONE for value in values) < _TONED:
        return 0
    mean = fsum(values) / len(values)
    way = 1 if mean > 0 else -1
    least, errors = (_WITH_THE_WHOLE, _ERROR) if way == whole else (_BY_ITSELF[way], _ERRORS)
    reach = errors * deviation(values) / sqrt(len(values))
    return way if abs(mean) >= least * (DOUBLED if is_factual else 1) and abs(mean) > reach else 0


def is_of_things(document: Document) -> bool:
    """Tell whether next to no person is spoken of or to, or code is shown all along."""
    codes = sum(out.reason == "code" for out in document.left_out)
    if codes * _SENTENCES_A_CODE >= max(1, len(document.sentences)):
        return True
    persons = sum(
        word in _PERSONS for sentence in document.sentences for word in lowered(sentence.forms)
    )
    return persons < _IMPERSONAL * document.words
