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
#: How many tokens after a word "enough" may stand, and "more" and what it is compared with.
REACH_OF_ENOUGH, REACH_OF_MORE, REACH_OF_THAN = 4, 3, 5
#: From so many tokens on "nothing" that opens a sentence denies as it does nearer.
REACH_OF_DENIAL = 3
#: How many tokens after a word what has changed it may stand: "lovely until they left".
REACH_OF_CHANGE = 2

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
_NOBODY = frozenset({"nothing", "nobody", "no one", "none", "none of", "noone", "no"})
_NOT_ONE = frozenset(
    {"nobody", "no one", "none", "none of", "noone", "no", "not a single", "not one"}
)
_HOPED = frozenset({"hoped", "expected", "expecting"})
_WAS = frozenset({"was", "were"})
#: What one does to a thing, these do not.
_ASIDE = frozenset({"by", "for", "to"})

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


def is_object(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "stopped the war" from "stopped for the war" and from "the stop was good"."""
    between = tagged.words[near + 1 : place]
    return _BE.isdisjoint(between) and _ASIDE.isdisjoint(between)


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
    "ender": Influence(1, "turned by", is_object),
    "loser": Influence(2, "turned by", is_object),
    "absent": Influence(2, "turned by", is_of_noun),
    "unreal": Influence(3, "only imagined, by"),
    "mistaken": Influence(3, "only thought, by"),
}
_EFFECTS: dict[Role | None, tuple[Influence, Effect]] = {
    role: (influence, Effect(FACTORS[role], influence.verb))
    for role, influence in INFLUENCES.items()
}
_CHANGING: frozenset[Role | None] = frozenset({"negator", *INFLUENCES})
#: Roles of words that change those near them: without one of these, no near word does.
_ENDING_ROLES: frozenset[Role | None] = frozenset({"falling", "turn"})
ACTIVE: frozenset[Role | None] = _CHANGING | _ENDING_ROLES


def is_unsurpassed(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "never been happier" and "can't be good enough"."""
    words = tagged.words
    inside = words[near + 1 : place]
    if "get" in inside and words[near] not in _UNABLE:
        return _gets_no_more(words, inside, place)
    if not (words[near] in _UNABLE or "could" in words[near - 1 : near]):
        return False
    if "more" in inside or words[place] in listed("comparative"):
        return True
    if words[near] == "never":
        return "so" in inside or "such" in inside
    after = words[place + 1 : place + 2 + REACH_OF_ENOUGH]
    return "enough" in after[:-1] and "to" not in after[list(after).index("enough") :]


def _gets_no_more(words: Sequence[str], inside: Sequence[str], place: int) -> bool:
    """Tell "doesn't get any better" and "doesn't get better than" from "doesn't get better"."""
    if "more" in inside:
        return True
    is_more = words[place] in listed("comparative")
    return is_more and ("any" in inside or "than" in words[place + 1 : place + 1 + REACH_OF_MORE])


def is_unmatched(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "nothing makes me happier than" and "nobody pleases her more than"."""
    words = tagged.words
    if words[near] not in _NOBODY or "than" not in words[place + 1 : place + 1 + REACH_OF_THAN]:
        return False
    around = words[near + 1 : place + 1 + REACH_OF_MORE]
    return "more" in around or words[place] in listed("comparative")


def is_of_nobody(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "nobody was hurt": what is true of nobody is denied as a whole."""
    words = tagged.words
    return words[near] in _NOT_ONE and not _BE.isdisjoint(words[max(near, place - 2) : place])


def is_of_nothing(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "nothing on that beach makes me happy", however far what is denied stands."""
    return near == 0 and place > REACH_OF_DENIAL and tagged.words[near] in _NOBODY - {"no"}


#: What a negator may do other than deny; the first that holds counts.
EXCEPTIONS: tuple[tuple[Condition, Effect], ...] = (
    (is_unsurpassed, Effect(FACTORS["top"], "raised by")),
    (is_unmatched, Effect(FACTORS["top"], "raised by")),
    (is_of_nobody, Effect(FACTORS["none"], "flipped by")),
    (is_of_nothing, Effect(FACTORS["nothing"], "flipped by")),
)


_ENDING = Effect(FACTORS["falling"], "turned by")
_CHANGE = Effect(FACTORS["gone"], "over, by")
_UNMET = Effect(FACTORS["unmet"], "unmet, by")


def find_changes(hits: Sequence[Hit], tagged: Tagged) -> list[list[NearbyChange]]:
    """Give what the words near each hit make of it."""
    has_end = not (_ENDING_ROLES.isdisjoint(tagged.roles) and _ENDED.isdisjoint(tagged.words))
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
    if role == "wish" and is_hoped(tagged, near, place):
        return _UNMET
    (reach, _, condition), effect = _EFFECTS[role]
    if distance > reach or (condition and not condition(tagged, near, place)):
        return None
    return effect


def is_hoped(tagged: Tagged, near: int, place: int) -> bool:
    """Tell "I had hoped for something better"."""
    words = tagged.words
    if words[near] not in _HOPED or "to" in words[near:place]:
        return False
    return words[place] in listed("comparative") or words[place - 1] == "more"


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
        if roles[near] == "turn" and near <= place + REACH_OF_CHANGE:
            return [(near, _CHANGE)] if _is_of_past(tagged, place, near) else []
    return []


def _is_of_past(tagged: Tagged, place: int, near: int) -> bool:
    """Tell "it was lovely until they sold it" from "it was lovely until five"."""
    follows = tagged.roles[near + 1 : near + 2]
    has_subject = bool(follows) and follows[0] in {"subject", "clear"}
    return has_subject and not _WAS.isdisjoint(tagged.words[:place])
