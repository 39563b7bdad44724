"""What the tables say of a sentence's words: its phrases, the role of each word, its valence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import compress
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
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "it's", "looks", "feels", "felt"])
_ACTED = frozenset(["acting", "dialogue", "dialog", "performance", "performances", "prose"])
#: A year has so many digits.
_YEAR = 4


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
    for start in compress(range(len(lows)), map(valences.__contains__, lows)):
        if start < end:
            continue
        low = lows[start]
        openers = phrases.get(low)
        choices = openers and openers.get(following[start])
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


def is_pretty(tagged: Tagged, place: int) -> bool:
    """Tell the praise "pretty" from "it is pretty thin" by the word after it."""
    words = tagged.words
    return words[place - 1] not in _COPULAS or not _goes_on(words, place)


def ends_clause(tagged: Tagged, place: int) -> bool:
    """Tell "it works perfectly" from "perfectly square": only the first praises."""
    return not _goes_on(tagged.words, place)


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Tell whether a word is followed by one that it may be the degree of."""
    after = words[place + 1 : place + 2]
    return bool(after) and after[0][:1].isalpha() and after[0] not in listed("small")


def is_gentle(tagged: Tagged, place: int) -> bool:
    """Tell "she was patient" from "the patient"."""
    return place > 0 and tagged.words[place - 1] not in listed("determiner")


def is_stiff(tagged: Tagged, place: int) -> bool:
    """Tell wooden acting from a wooden shelf."""
    words = tagged.words
    return words[place - 1] in _COPULAS or not _ACTED.isdisjoint(words[place + 1 : place + 2])


def is_stench(tagged: Tagged, place: int) -> bool:
    """Tell "it smells" from "it smells of paint"."""
    return {"like", "of", "as"}.isdisjoint(tagged.words[place + 1 : place + 2])


def is_untruth(tagged: Tagged, place: int) -> bool:
    """Tell "he lies" from "the town lies near the sea"."""
    return listed("where").isdisjoint(tagged.words[place + 1 : place + 2])


def is_touching(tagged: Tagged, place: int) -> bool:
    """Tell "a moving film" from "moving to Rome" and "a return to work"."""
    return listed("way").isdisjoint(tagged.words[place + 1 : place + 2])


def is_undated(tagged: Tagged, place: int) -> bool:  # noqa: ARG001
    """Tell "the war took everything" from "the war of 1812"."""
    return not any(len(word) == _YEAR and word.isdigit() for word in tagged.words)


def is_no_step(tagged: Tagged, place: int) -> bool:
    """Tell "they beat him" from "beat the eggs", a step of instructions."""
    before = tagged.words[place - 1] if place else "then"
    is_told = tagged.roles[place - 1] == "stop" or before in {"and", "then", "or"}
    follows = tagged.words[place + 1 : place + 2]
    return not (is_told and not listed("determiner").isdisjoint(follows))


def is_no_person(tagged: Tagged, place: int) -> bool:
    """Tell "a poor effort" from "the poor" and "a poor family"."""
    words = tagged.words
    if not listed("person").isdisjoint(words[place + 1 : place + 2]):
        return False
    return words[place - 1] != "the" or _goes_on(words, place)


#: Words that are scored only in one of their senses, and what tells it; a project's own always are.
SENSES: dict[str, Callable[[Tagged, int], bool]] = {
    "like": is_liking,
    "pretty": is_pretty,
    "patient": is_gentle,
    "wooden": is_stiff,
    "poor": is_no_person,
    **dict.fromkeys(sorted(listed("degree")), ends_clause),
    **dict.fromkeys(["lie", "lies", "lying"], is_untruth),
    **dict.fromkeys(["moving", "return", "returned", "returning", "returns"], is_touching),
    **dict.fromkeys(["smell", "smells", "smelled"], is_stench),
    **dict.fromkeys(sorted(listed("event")), is_undated),
    **dict.fromkeys(sorted(listed("step")), is_no_step),
}
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


def is_own(hit: Hit) -> bool:
    """Tell a word whose valence the project has set."""
    return hit.factors[:1] == (_OWN,)


def with_owner(hits: list[Hit], lows: Sequence[str], project: frozenset[str]) -> list[Hit]:
    """Say which valences the project has set."""
    return [
        hit._replace(factors=(_OWN, *hit.factors))
        if " ".join(lows[hit.start : hit.end]) in project
        else hit
        for hit in hits
    ]
