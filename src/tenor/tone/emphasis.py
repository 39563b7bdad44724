"""How a word is spelled changes its weight: capitals raise it, and a name hardly says it.

A new rule is one function and one line of SPELLINGS.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tenor.measure import Factor
from tenor.tone.factors import FACTORS, Pair
from tenor.tone.tagging import Hit
from tenor.tone.words import listed

#: The least share of a sentence's words that is in small letters where capitals say something.
SMALL_SHARE = 0.5
#: After words of these roles a capital is meant to be loud: "it was Amazing", "so Friendly".
_LOUD = frozenset(["am", "is", "are", "was", "were", "be", "been", "so", "very", "really", "too"])
#: Words of wishes, which are written with a capital: "a Happy Birthday".
_WISHES = frozenset(["happy", "merry", "thank", "thanks", "dear"])


class Spelling(NamedTuple):
    """A way to spell a word or phrase, what it makes of it, and why.

    `is_so` is given a sentence's forms, and where in them the word starts and ends (half-open).
    """

    is_so: Callable[[list[str], int, int], bool]
    pair: Pair
    reason: str


def is_shouted(forms: list[str], start: int, end: int) -> bool:  # noqa: ARG001
    """Tell a word in capitals, in a sentence that has small ones."""
    return (
        forms[start].isupper()
        and len(forms[start]) > 1
        and sum(map(str.islower, forms)) >= SMALL_SHARE * sum(map(str.isalpha, forms))
    )


def is_given_name(forms: list[str], start: int, end: int) -> bool:
    """Tell a given name within a sentence, or at its start before another name."""
    if not forms[start].istitle() or forms[start].lower() not in listed("given name"):
        return False
    return start > 0 or any(map(str.istitle, forms[end : end + 1]))


def is_name(forms: list[str], start: int, end: int) -> bool:
    """Tell a capitalised word within a sentence, unless all its words are capitalised."""
    if start == 0 or not forms[start].istitle():
        return False
    before = forms[start - 1]
    is_first_part = any(map(str.istitle, forms[end : end + 1]))
    if not is_first_part and (before.lower() in _LOUD or end > start + 1):
        return False
    is_inside = (
        before.isalnum() or before in {"'s", "&"} or (before.istitle() and before[-1] == ".")
    )
    return is_inside and not _is_said(forms, start) and not _is_heading(forms)


def _is_said(forms: list[str], start: int) -> bool:
    """Tell "Wow", and "Happy Birthday": their capitals make no name."""
    words = {form.lower() for form in forms[start - 1 : start + 1]}
    return not _WISHES.isdisjoint(words) or forms[start].lower() in listed("mark")


def _is_heading(forms: list[str]) -> bool:
    """Tell a line whose words are capitalised whatever they are: "My Life Is Good"."""
    if not _small_titles().isdisjoint(forms[1:]) and any(map(_is_small_title, pairwise(forms))):
        return True
    return not any(map(str.islower, frozenset(forms) - listed("small")))


@cache
def _small_titles() -> frozenset[str]:
    """Give the small words with a capital."""
    return frozenset(map(str.title, listed("small")))


def _is_small_title(pair: tuple[str, str]) -> bool:
    """Tell a capitalised small word after another word."""
    return pair[0].isalnum() and pair[1] in _small_titles()


#: The first that holds counts.
SPELLINGS: tuple[Spelling, ...] = (
    Spelling(is_shouted, FACTORS["capitals"], "raised by capitals"),
    Spelling(is_given_name, FACTORS["given name"], "a given name"),
    Spelling(is_name, FACTORS["name"], "a name"),
)


def emphasized(forms: list[str], hits: list[Hit]) -> list[Hit]:
    """Raise words in capitals in a sentence that has small ones; lower words within names."""
    capital = [hit.start for hit in hits if forms[hit.start][:1].isupper()]
    if capital[:1] == [0] and not (forms[0].isupper() or any(map(str.istitle, forms[1:2]))):
        del capital[0]
    if not capital:
        return hits
    return [_spelled(forms, hit) if hit.start in capital else hit for hit in hits]


def _spelled(forms: list[str], hit: Hit) -> Hit:
    """Add what a word's spelling makes of it."""
    for is_so, pair, reason in SPELLINGS:
        if is_so(forms, hit.start, hit.end):
            return hit.times([Factor(pair.of(hit.base), reason)])
    return hit
