"""How a word is spelled changes its weight: capitals raise it, and a name hardly says it.

A new rule is one function and one line of SPELLINGS.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tenor.measure import Factor
from tenor.tone.factors import FACTORS, Pair
from tenor.tone.tagging import Hit
from tenor.tone.words import listed

#: After these a sentence begins anew.
_OPENING = frozenset({'"', "'", ":"})
#: The least share of a sentence's words that is in small letters where capitals say something.
SMALL_SHARE = 0.5


class Spelling(NamedTuple):
    """A way to spell a word or phrase, what it makes of it, and why.

    `is_so` is given a sentence's forms, and where in them the word starts and ends (half-open).
    """

    is_so: Callable[[list[str], int, int], bool]
    pair: Pair
    reason: str


def is_shouted(forms: list[str], start: int, end: int) -> bool:  # noqa: ARG001
    """Tell a word in capitals."""
    return forms[start].isupper() and len(forms[start]) > 1


def is_given_name(forms: list[str], start: int, end: int) -> bool:  # noqa: ARG001
    """Tell a given name within a sentence."""
    return start > 0 and forms[start].istitle() and forms[start].lower() in listed("given name")


def is_name(forms: list[str], start: int, end: int) -> bool:
    """Tell a capitalised word within a sentence that stands beside another."""
    if start == 0 or not forms[start].istitle() or forms[start - 1] in _OPENING:
        return False
    is_first_part = any(map(str.istitle, forms[end : end + 1]))
    return is_first_part or (start > 1 and forms[start - 1].istitle())


#: The first that holds counts.
SPELLINGS: tuple[Spelling, ...] = (
    Spelling(is_shouted, FACTORS["capitals"], "raised by capitals"),
    Spelling(is_given_name, FACTORS["given name"], "a given name"),
    Spelling(is_name, FACTORS["name"], "a name"),
)


def emphasized(forms: list[str], hits: list[Hit]) -> list[Hit]:
    """Raise words in capitals in a sentence that has small ones; lower words within names."""
    raised = {
        hit.start
        for hit in hits
        if forms[hit.start][:1].isupper() and (hit.start or forms[0].isupper())
    }
    if not raised or sum(map(str.islower, forms)) < SMALL_SHARE * sum(map(str.isalpha, forms)):
        return hits
    return [_spelled(forms, hit) if hit.start in raised else hit for hit in hits]


def _spelled(forms: list[str], hit: Hit) -> Hit:
    """Add what a word's spelling makes of it."""
    for is_so, pair, reason in SPELLINGS:
        if is_so(forms, hit.start, hit.end):
            return hit.times([Factor(pair.of(hit.base), reason)])
    return hit
