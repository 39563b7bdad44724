"""What the tables say of a sentence's words: its phrases, the role of each word, its valence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import prod
from typing import NamedTuple

from tenor.measure import Factor
from tenor.tone.words import Phrase, Role, Words, listed

#: What the project has set says so, and weighs what it weighs.
_OWN = Factor(1.0, "set by the project")
#: After these an opening "like" compares.
_COMPARED = frozenset({"a", "an", "most", "many", "all"})
#: After a word of these roles "like" is a verb.
_VERB_FOLLOWS = frozenset({"negator", "booster", "would"})


class Hit(NamedTuple):
    """A scored word or phrase of a sentence.

    `start` and `end` are the indexes of its tokens, half-open; `base` is its valence in the tables,
    about −4…+4, and `factors` are what its context makes of that.
    """

    start: int
    end: int
    base: float
    factors: tuple[Factor, ...] = ()

    @property
    def factor(self) -> float:
        """All its factors in one."""
        return prod([factor.value for factor in self.factors])

    @property
    def product(self) -> float:
        """What it weighs in its context."""
        return self.base * self.factor if self.factors else self.base

    @property
    def reasons(self) -> list[str]:
        """Why it is changed."""
        return [factor.reason for factor in self.factors]

    def times(self, factors: Iterable[Factor]) -> Hit:
        """Add factors to it."""
        start, end, base, earlier = self
        return Hit(start, end, base, (*earlier, *factors))


class PlacedPhrase(NamedTuple):
    """A phrase, and the half-open run of tokens where it stands."""

    start: int
    end: int
    phrase: Phrase


class Tagged(NamedTuple):
    """A sentence's words in lower case, and the role each plays.

    A phrase that plays a role stands as a whole in the place of its last word. `reply` is what a
    question is answered by, empty if by nothing; None where nothing is asked.
    """

    words: Sequence[str]
    roles: Sequence[Role | None]
    reply: str | None = None

    def without(self, places: Collection[int]) -> Tagged:
        """Take their roles from the words at some places."""
        if not places:
            return self
        roles: list[Role | None] = list(self.roles)
        for place in places:
            roles[place] = "clear"
        return Tagged(self.words, roles, self.reply)


def look_up(lows: Sequence[str], tables: Words) -> tuple[list[Hit], list[PlacedPhrase]]:
    """Find the words and phrases that have a valence, and all phrases, both in order.

    Of the phrases that begin at a word the longest counts, and it hides its words.
    """
    valences, phrases, project = tables.valences, tables.phrases, tables.project
    following = [*lows[1:], ""]
    hits: list[Hit] = []
    placed: list[PlacedPhrase] = []
    end = 0
    for start, low in enumerate(lows):
        if low not in valences or start < end:
            continue
        choices = phrases[low].get(following[start]) if low in phrases else None
        if choices and (phrase := _longest(lows, start, choices)):
            end = start + len(phrase.words)
            placed.append(PlacedPhrase(start, end, phrase))
        elif (base := valences[low]) or (project and low in project):
            hits.append(Hit(start, start + 1, base))
    return _with_phrases(hits, placed) if placed else hits, placed


def _with_phrases(hits: list[Hit], placed: Sequence[PlacedPhrase]) -> list[Hit]:
    """Put the phrases that have a valence among the words that have one, in order."""
    scored = [
        Hit(start, end, phrase.valence) for start, end, phrase in placed if phrase.kind == "valence"
    ]
    return sorted([*hits, *scored]) if scored else hits


def _longest(lows: Sequence[str], start: int, choices: tuple[Phrase, ...]) -> Phrase | None:
    """Give the longest phrase that begins at a word, of choices with the longest first."""
    for phrase in choices:
        if tuple(lows[start : start + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def tag(lows: list[str], phrases: Sequence[PlacedPhrase], roles: Mapping[str, Role]) -> Tagged:
    """Give the role each word plays; the words of a phrase play none of their own."""
    played = list(map(roles.get, lows))
    return _with_roles(lows, played, phrases) if phrases else Tagged(lows, played)


def _with_roles(
    lows: Sequence[str], roles: Sequence[Role | None], phrases: Sequence[PlacedPhrase]
) -> Tagged:
    """Put the roles of phrases in the place of those of their words."""
    words, played = list(lows), list(roles)
    for start, end, phrase in phrases:
        played[start:end] = ["clear"] * (end - start)
        if phrase.role:
            played[end - 1], words[end - 1] = phrase.role, " ".join(phrase.words)
    return Tagged(words, played)


def is_liking(tagged: Tagged, place: int) -> bool:
    """Tell the verb "like" from the other ones by the word beside it."""
    if place == 0:
        return _COMPARED.isdisjoint(tagged.words[1:2])
    before = place - 1
    return tagged.words[before] in listed("before like") or tagged.roles[before] in _VERB_FOLLOWS


#: Words that are scored only in one of their senses, and what tells it; a project's own always are.
SENSES: dict[str, Callable[[Tagged, int], bool]] = {"like": is_liking}
#: In no sentence without one of these is the sense of a word asked.
SENSED = frozenset(SENSES)


def in_sense(hits: list[Hit], tagged: Tagged, project: frozenset[str]) -> list[Hit]:
    """Give the hits but for words that have another sense here."""
    words = tagged.words
    return [
        hit
        for hit in hits
        if (word := words[hit.start]) not in SENSES
        or hit.end > hit.start + 1
        or word in project
        or SENSES[word](tagged, hit.start)
    ]


def with_owner(hits: list[Hit], lows: Sequence[str], project: frozenset[str]) -> list[Hit]:
    """Say which valences the project has set."""
    return [
        hit._replace(factors=(_OWN, *hit.factors))
        if " ".join(lows[hit.start : hit.end]) in project
        else hit
        for hit in hits
    ]
