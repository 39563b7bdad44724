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
_SIDES = {1: "positive", -1: "negative"}
#: A text with so large a share of sentences without feeling is neutral.
_MOSTLY = 0.6
#: Where a smaller share than this is clearly of a side, a text with a mean about 0 is neutral too.
_FEW = 0.3
#: From so many times the neutral band on as many sentences are clear as readers find so (EmoBank:
#: 22 and 18 in 100; readers 22 and 24).
CLEAR = 2
#: A text is mixed where each side has such a share of clear ones, neither so many times more.
_BOTH, _TIMES = 0.15, 1.6
#: With an interval that reaches so far either way it is open whether a text leans at all.
_OPEN = 0.15
#: Where fewer of the words than this stand for a person, as in reports of research, where there is
#: code to every so many sentences, and where the subject has its own words for what goes wrong,
#: words like "improve" and "failure" state facts: twice as much is needed to lean.
_IMPERSONAL, _SENTENCES_A_CODE, DOUBLED = 0.004, 5, 2
_PERSONS = frozenset(
    ("i", "me", "my", "mine", "you", "your", "yours", "he", "him", "his", "she", "her", "hers")
)
#: From such a share of words on that stand for the writer or for whom he tells of, a text speaks of
#: people: under it are encyclopedias, law, instructions and much news.
_OF_PEOPLE = 0.03
_TOLD = _PERSONS - {"you", "your", "yours"} | {"i'm", "i've", "we", "we're", "us", "our", "ours"}
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


def called(
    valence: float, held: Interval | None, parts: Shares, clear: Shares, *, is_factual: bool
) -> Lean:
    """Name the tone of a whole text by its valence, its interval and its shares of sentences.

    `clear` are the shares of those that clearly lean.
    """
    way = 1 if valence > 0 else -1
    needed = DOUBLED if is_factual else 1
    is_sure = held is not None and (held.low > 0 or held.high < 0)
    if not is_sure or abs(valence) < needed * _LEANS[way]:
        is_wide = held is not None and held.high - held.low > 2 * _OPEN
        return Lean(_between(valence, parts, clear, is_wide=is_wide, is_factual=is_factual), 0)
    if abs(valence) < needed * _CLEAR[way]:
        return Lean(f"leaning {_SIDES[way]}", way)
    return Lean(named(valence), way)


def named(valence: float) -> str:
    """Name a valence outright."""
    side = _SIDES[1 if valence > 0 else -1]
    return f"very {side}" if abs(valence) >= _VERY * NEUTRAL_BAND else side


def _between(
    valence: float, parts: Shares, clear: Shares, *, is_wide: bool, is_factual: bool
) -> str:
    """Name a tone that leans neither way: much of both, little feeling, a little, or unclear."""
    if _is_mixed(clear):
        return "mixed"
    limits = {way: least * (DOUBLED if is_factual else 1) for way, least in _LEANS.items()}
    is_near = abs(valence) < _SLIGHT
    is_calm = parts.neutral >= _MOSTLY * sum(parts)
    is_even = clear.neutral > (1 - _FEW) * sum(clear) and (is_near or is_factual)
    if -limits[-1] < valence < limits[1] and (is_calm or is_even):
        return "mostly neutral"
    if is_near or is_wide:
        return "neither clearly positive nor negative"
    return f"neutral to {'positive' if valence > 0 else 'negative'}"


def _is_mixed(clear: Shares) -> bool:
    """Tell whether many sentences are clear on both sides, about as many of each."""
    less, more = sorted((clear.positive, clear.negative))
    return less > 0 and less >= _BOTH * sum(clear) and more <= _TIMES * less


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


def speaks_of_people(document: Document) -> bool:
    """Tell whether the writer speaks of himself or of others all along."""
    told = sum(word in _TOLD for sentence in document.sentences for word in lowered(sentence.forms))
    return told >= _OF_PEOPLE * document.words
