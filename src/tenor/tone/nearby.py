"""What a word near a scored word makes of it: "not good", "very good", "the pain is gone".

A new influence is a role with its words (tone-roles.tsv), its factor (FACTORS) and a line of
INFLUENCES; a case in which a negator does not deny is a function and a line of EXCEPTIONS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tenor.measure import Factor
from tenor.tone.factors import FACTORS, NEGATION, Pair
from tenor.tone.tagging import Hit, Tagged
from tenor.tone.words import Role, listed

# The reaches are the project's own, set by reading: tests/tone/test_context.py shows each.
#: A context word more tokens before a word than this does not change it.
REACH = 8
#: How many tokens after a word what ends it may stand.
REACH_AHEAD = 3
#: How many tokens after a word "enough" may stand.
REACH_OF_ENOUGH = 4

#: No word changes another over one of these.
FENCES: frozenset[Role | None] = frozenset(
    {"stop", "subject", "contrast", "concession", "condition", "mark"}
)
#: Words that put no distance between two others: those of degree, and those of grammar.
_DEGREES: frozenset[Role | None] = frozenset({"booster", "damper", "too", "negator"})
_SILENT = _DEGREES | {"clear"}
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "am"})
_ENDED = frozenset({"fixed", "solved", "resolved", "cured", "ended", "eliminated"})
_UNABLE = frozenset({"never", "couldn't", "can't", "cannot", "couldnt", "cant"})

#: Tells something of a context word and the word it may change, by their places.
Condition = Callable[[Tagged, int, int], bool]


class NearbyChange(NamedTuple):
    """What the context word at some place makes of a word."""

    place: int
    factor: Factor


class Effect(NamedTuple):
    """What a context word makes of a word: its factors, and how it is told."""

    pair: Pair
    verb: str


#: What a negator makes of a word, by how many words that say something stand between the two: up to
#: one, readers take it for the contrary.
DENIALS = (
    *[Effect(pair, "flipped by") for pair in NEGATION[:2]],
    *[Effect(pair, "denied by") for pair in NEGATION[2:]],
)


def is_beside(tagged: Tagged, near: int, place: int) -> bool:
    """Tell whether only words of degree stand between: "very, very" is one, "such a" is not."""
    return _DEGREES.issuperset(tagged.roles[near + 1 : place])


def is_of_noun(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "the lack of good ones" from "the lack was good"."""
    return _BE.isdisjoint(tagged.words[near + 1 : place])


class Influence(NamedTuple):
    """How words of a role change a word after them.

    `reach` is how many words that say something may stand between the two; `verb` tells it.
    """

    reach: int
    verb: str
    condition: Condition | None = None


#: What changes a word after it, apart from negators. The factors are those of its role.
INFLUENCES: dict[Role, Influence] = {
    "booster": Influence(0, "raised by", is_beside),
    "damper": Influence(0, "lowered by", is_beside),
    "partial": Influence(3, "only in part, by"),
    "too": Influence(0, "too much, by", is_beside),
    "would": Influence(3, "only imagined, by"),
    "may": Influence(3, "only possible, by"),
    "wish": Influence(2, "wished for, by"),
    "fewer": Influence(1, "turned by", is_of_noun),
    "ender": Influence(1, "turned by", is_of_noun),
    "loser": Influence(2, "turned by", is_of_noun),
    "absent": Influence(2, "turned by", is_of_noun),
    "unreal": Influence(3, "only imagined, by"),
}
_EFFECTS: dict[Role | None, tuple[Influence, Effect]] = {
    role: (influence, Effect(FACTORS[role], influence.verb))
    for role, influence in INFLUENCES.items()
}
_CHANGING: frozenset[Role | None] = frozenset({"negator", *INFLUENCES})
#: Roles of words that change those near them: without one of these, no near word does.
ACTIVE: frozenset[Role | None] = _CHANGING | {"falling"}


def is_unsurpassed(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "never been happier" and "can't be good enough"."""
    words = tagged.words
    inside = words[near + 1 : place]
    if not (words[near] in _UNABLE or "get" in inside or "could" in words[near - 1 : near]):
        return False
    if "more" in inside or words[place] in listed("comparative"):
        return True
    if words[near] == "never":
        return "so" in inside or "such" in inside
    return "enough" in words[place + 1 : place + 1 + REACH_OF_ENOUGH]


#: What a negator may do other than deny; the first that holds counts.
EXCEPTIONS: tuple[tuple[Condition, Effect], ...] = (
    (is_unsurpassed, Effect(FACTORS["top"], "raised by")),
)


_ENDING = Effect(FACTORS["falling"], "turned by")


def find_changes(hits: Sequence[Hit], tagged: Tagged) -> list[list[NearbyChange]]:
    """Give what the words near each hit make of it."""
    has_end = "falling" in tagged.roles or not _ENDED.isdisjoint(tagged.words)
    return [changes(tagged, hit.start, hit.base, has_end=has_end) for hit in hits]


def changes(tagged: Tagged, place: int, base: float, *, has_end: bool) -> list[NearbyChange]:
    """Give what the words near it make of a word; `has_end` where one may end what it names."""
    effects = _before(tagged, place)
    if has_end:
        effects += _after(tagged, place)
    if not effects or stands_alone(tagged, place):
        return []
    return [
        NearbyChange(near, _factor(factor, verb, tagged.words[near]))
        for near, (pair, verb) in effects
        if (factor := pair.of(base)) != 1.0
    ]


@lru_cache(maxsize=4096)
def _factor(value: float, verb: str, word: str) -> Factor:
    """Make a factor: the same few come again and again."""
    return Factor(value, f"{verb} '{word}'")


def stands_alone(tagged: Tagged, place: int) -> bool:
    """Tell an emoticon or interjection, which nothing around it changes."""
    return tagged.roles[place] == "mark" or not tagged.words[place][-1:].isalnum()


def _before(tagged: Tagged, place: int) -> list[tuple[int, Effect]]:
    """Find what changes a word from before it, as far as its clause goes, the nearest first."""
    roles = tagged.roles
    start = place - REACH if place > REACH else 0
    if _CHANGING.isdisjoint(roles[start:place]):
        return []
    effects = []
    distance = 0
    for near in range(place - 1, start - 1, -1):
        role = roles[near]
        if role is None:
            distance += 1
            continue
        if role in FENCES:
            break
        if role in _CHANGING and (effect := _effect(tagged, near, place, distance)):
            effects.append((near, effect))
        distance += role not in _SILENT
    return effects


def _effect(tagged: Tagged, near: int, place: int, distance: int) -> Effect | None:
    """Give what a context word makes of a word, so many that say something after it."""
    role = tagged.roles[near]
    if role == "negator":  # of two, the nearer counts
        is_nearest = "negator" not in tagged.roles[near + 1 : place]
        return _denial(tagged, near, place, distance) if is_nearest else None
    (reach, _, condition), effect = _EFFECTS[role]
    if distance > reach or (condition and not condition(tagged, near, place)):
        return None
    return effect


def _denial(tagged: Tagged, near: int, place: int, distance: int) -> Effect:
    """Give what a negator makes of a word so many words that say something after it."""
    for condition, effect in EXCEPTIONS:
        if condition(tagged, near, place):
            return effect
    return DENIALS[min(distance, len(DENIALS) - 1)]


def _after(tagged: Tagged, place: int) -> list[tuple[int, Effect]]:
    """Find what ends a thing after naming it: "the pain is gone"."""
    words, roles = tagged.words, tagged.roles
    for near in range(place + 1, min(len(words), place + 1 + REACH_AHEAD)):
        if roles[near] in FENCES:
            break
        if roles[near] == "falling" or words[near] in _ENDED:
            return [(near, _ENDING)]
    return []
