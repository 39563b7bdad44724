"""What is known of a word before its text is read: stem, rarity, and whether it can be a topic."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tenor import lexicons
from tenor.themes.tagger import english

#: Zipf frequency of words the background does not know; the scale's top, from which rarity counts.
UNKNOWN = 2.0
TOP = 8.0
#: How many words are kept, so that a run over many texts stays bounded.
_REMEMBERED = 200_000
#: Of a longer word so many letters are its stem: older stemmers of nltk recurse over a run of y.
_LONGEST = 40
#: Plurals whose stem is not that of the singular.
_PLURALS = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
}


class Word(NamedTuple):
    """A word form: lower case, stem, rarity (8 − Zipf frequency, 0 to 6), and what it cannot be.

    A `stop` word is part of no phrase; a `light` one is no topic by itself; an `empty` one says
    little of the topic of the phrase it begins. A `participle` in -ed is no noun.
    """

    lower: str
    stem: str
    rarity: float
    stop: bool
    light: bool
    empty: bool
    participle: bool


class Vocabulary:
    """Looks each form up once."""

    def __init__(self) -> None:
        from nltk.stem import PorterStemmer

        self._stem = PorterStemmer().stem
        self._zipf = lexicons.background()
        self._closed = closed_words()
        self._classes = english().classes
        self._words: dict[str, Word] = {}
        self._stems: dict[str, str] = {}

    def __call__(self, form: str) -> Word:
        """Describe a form."""
        word = self._words.get(form)
        if word is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
                self._stems.clear()
            word = self._words[form] = self._describe(bare(form).lower())
        return word

    def stem(self, lower: str) -> str:
        """Give the stem of a word in lower case: its family's name."""
        stem = self._stems.get(lower)
        if stem is None:
            singular = self._singular(lower)
            stem = self._stem(singular) if len(lower) <= _LONGEST else lower[:_LONGEST]
            self._stems[lower] = stem
        return stem

    def _singular(self, lower: str) -> str:
        """Give the singular where the stemmer parts it from the plural: "children", "viruses"."""
        if lower.endswith("uses") and lower[:-2] in self._zipf:
            return lower[:-2]
        return _PLURALS.get(lower, lower)

    def _describe(self, lower: str) -> Word:
        closed, stem = self._closed, self.stem(lower)
        return Word(
            lower,
            stem,
            rarity=max(TOP - self.zipf(lower), 0.0),
            stop=lower in closed.stop or _is_sign(lower),
            light=not closed.light.isdisjoint((lower, stem, lower.removesuffix("s"))),
            empty=lower in closed.empty,
            participle=lower.endswith("ed") and "D" in self._classes.get(lower, ""),
        )

    def zipf(self, lower: str) -> float:
        """Give a word's Zipf frequency; a hyphenated one's is that of its rarest part."""
        known = self._zipf.get(lower)
        if known is not None:
            return known
        if lower.endswith("s") and lower[:-1] in self._zipf:
            return self._zipf[lower[:-1]]
        if "-" in lower:
            return min(self._zipf.get(part, UNKNOWN) for part in lower.split("-"))
        return UNKNOWN


def bare(form: str) -> str:
    """Take a possessive ending off."""
    return form[:-2] if form[-2:] in {"'s", "'S"} else form.rstrip("'")


def holds(words: frozenset[str], lower: str) -> bool:
    """Tell whether a list has a word or its singular."""
    return lower in words or lower.removesuffix("s") in words


def _is_sign(lower: str) -> bool:
    """Tell what is no word, such as a variable: "q", "non-q", "2.6"."""
    return len(lower) < 2 or lower[-2] == "-" or "_" in lower or not any(map(str.isalpha, lower))


class WordLists(NamedTuple):
    """Our own lists of words.

    `stop`, `light` and `empty` are as in Word; `reporting` are the verbs of who only speaks.
    """

    stop: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    reporting: frozenset[str]


@cache
def closed_words() -> WordLists:
    """Load the packaged lists."""
    return WordLists(*lexicons.lists("stopwords"))


@cache
def vocabulary() -> Vocabulary:
    """Give the one vocabulary of a run."""
    return Vocabulary()
