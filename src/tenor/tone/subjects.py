"""Subject words: "error", "pain" and "guilty" carry no tone in a text that is about such things.

Which subjects a text is about is decided from its words and headings (tenor.themes.subject).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tenor.document import Span
from tenor.lexicons import rows
from tenor.measure import Evidence, Factor, Value
from tenor.tone.tagging import Hit
from tenor.tone.words import Words

#: A word that weighs this or less blames, whatever the text is about: what stands in its sentence
#: is told with tone, and keeps its own.
BLAME = -1.5
#: Who says "I" tells what has happened to them.
FIRST_PERSON = frozenset(["i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"])


class Subject(NamedTuple):
    """A subject, the packaged categories it is made of, and its words that carry no tone there.

    The words are in lower case; those of a phrase are joined by spaces.
    """

    name: str
    categories: tuple[str, ...]
    words: frozenset[str]


class PlainWords(NamedTuple):
    """The words of a subject that carry no tone in a text, the most used first, and their uses."""

    subject: str
    words: tuple[str, ...]
    uses: int


@cache
def all_subjects() -> tuple[Subject, ...]:
    """Load the packaged subjects."""
    return tuple(
        Subject(
            name,
            tuple(categories.split(", ")),
            frozenset(word.replace("_", " ") for word in words.split(" ")),
        )
        for name, categories, words in rows("tone-subjects.tsv")
    )


def with_subjects(tables: Words, names: Collection[str]) -> Words:
    """Give the tables for a text about some subjects; a project's own words go first."""
    plain = {
        word: no_tone(subject.name)
        for subject in reversed(all_subjects())
        if subject.name in names
        for word in subject.words - tables.project
    }
    return tables._replace(plain=plain)


@cache
def no_tone(name: str) -> Factor:
    """Give the factor of a word that only names what the text is about."""
    return Factor(0.0, f"no tone: what the text is about ({name})")


def without_tone(hits: list[Hit], lows: Sequence[str], tables: Words) -> list[Hit]:
    """Take its weight from each word of the text's subjects; none where a sentence blames."""
    plain = tables.plain
    words = [" ".join(lows[hit.start : hit.end]) for hit in hits]
    paired = list(zip(hits, words, strict=True))
    is_blame = any(word not in plain and blames(word, hit.base, tables) for hit, word in paired)
    if is_blame or not FIRST_PERSON.isdisjoint(lows):
        return hits
    return [hit.times([plain[word]]) if word in plain else hit for hit, word in paired]


def blames(word: str, base: float, tables: Words) -> bool:
    """Tell whether a word of some valence blames, and does not only change others ("no")."""
    return base <= BLAME and word not in tables.roles


def plain_words(values: Iterable[Value | None], names: Sequence[str]) -> tuple[PlainWords, ...]:
    """Give the words that carry no tone in a text, by subject; none of a subject without any."""
    uses = {name: Counter[str]() for name in names}
    for name, line in _plain_lines(values, names):
        uses[name][line.word.lower()] += 1
    return tuple(
        PlainWords(name, tuple(word for word, _ in words.most_common()), words.total())
        for name, words in uses.items()
        if words
    )


def plain_places(values: Iterable[Value | None], names: Sequence[str]) -> frozenset[Span]:
    """Give the places of the words that carry no tone in a text."""
    return frozenset(line.span for _, line in _plain_lines(values, names))


def _plain_lines(
    values: Iterable[Value | None], names: Sequence[str]
) -> Iterator[tuple[str, Evidence]]:
    """Yield the words that carry no tone, each with the subject it is of."""
    factors = {no_tone(name): name for name in names}
    for value in values if factors else ():
        for line in value.evidence if value else ():
            if line.factors and (name := factors.get(line.factors[-1])):
                yield name, line
