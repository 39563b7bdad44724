"""What is known of a capitalised word before its text is read: our own lists of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tenor import lexicons
from tenor.themes.tagger import english, kind
from tenor.themes.words import vocabulary

#: A word the tagger does not know is of the language if its Zipf frequency is above the first, or
#: above the second with an ending of English. Set by reading.
_COMMON, _COMMON_ENDED = 3.6, 2.5
#: How many words are kept, so that a run over many texts stays bounded.
REMEMBERED = 50_000
#: So many initials stand for a name.
_INITIALS = 3
#: The kinds of unknown words that end as -ing and -ed forms, adverbs and adjectives do.
_ENDED_KINDS = frozenset({"?g", "?d", "?l", "?j"})
#: Words that end so are of a people, if they are so long and begin with as many letters as a place.
_PEOPLE_ENDINGS, _PEOPLE_LENGTH, _PEOPLE_STEM = ("ian", "ese", "ean"), 6, 4


_MAN = re.compile(r"m[ae]n$")


class NameLists(NamedTuple):
    """Our own lists of what capitals say; the headings of lexicons/names say what each holds."""

    honorific: frozenset[str]
    role: frozenset[str]
    given: frozenset[str]
    place: frozenset[str]
    known: frozenset[str]
    acronym: frozenset[str]
    people: frozenset[str]
    head: frozenset[str]
    ending: frozenset[str]
    leader: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]
    particle: frozenset[str]
    field: frozenset[str]
    determiner: frozenset[str]
    company: frozenset[str]
    suffix: frozenset[str]
    compass: frozenset[str]
    nickname: frozenset[str]


@cache
def name_lists() -> NameLists:
    """Load the packaged lists."""
    return NameLists(*lexicons.lists("names"))


@cache
def first_names() -> dict[str, str]:
    """Give the first names that others are short for."""
    return dict(pair.split("=") for pair in name_lists().nickname)


@lru_cache(REMEMBERED)
def word_kind(word: str) -> str:
    """Give a word's kind to the tagger, whatever its capitals; those after a hyphen count."""
    return kind(word if "-" in word else word.lower(), english().classes)


@lru_cache(REMEMBERED)
def is_common(word: str) -> bool:
    """Tell whether a word is one of the language's, whatever its capitals."""
    lower, known = word.lower(), word_kind(word)
    if known[0] != "?":
        return "P" not in known
    lists = name_lists()
    if lower in lists.given:
        return False
    zipf = vocabulary().zipf(lower)
    is_ended = known in _ENDED_KINDS or lower.endswith(tuple(lists.suffix))
    return zipf > (_COMMON_ENDED if is_ended else _COMMON) or _is_plural(lower)


def _is_plural(lower: str) -> bool:
    """Tell whether a word is a common noun or verb with an s."""
    known = word_kind(lower[:-1]) if lower.endswith("s") else "?"
    return known[0] in "NV~" and "P" not in known


def is_english(word: str) -> bool:
    """Tell whether a word in small letters is one of the language's, or ends as one."""
    known = word_kind(word)
    return known in _ENDED_KINDS or known[0] not in "?P"


@lru_cache(REMEMBERED)
def is_people(lower: str) -> bool:
    """Tell whether a word is of a people, a language, a religion or a party."""
    lists, single = name_lists(), lower.removesuffix("s")
    if not lists.people.isdisjoint((lower, single, _MAN.sub("", lower))):
        return True
    stem = single[:_PEOPLE_STEM]
    is_ended = len(single) >= _PEOPLE_LENGTH and single.endswith(_PEOPLE_ENDINGS)
    return is_ended and lower not in lists.place and any(p.startswith(stem) for p in lists.place)


def is_listed(lower: str) -> bool:
    """Tell whether a word is a name by itself, by our lists of places and of other names."""
    lists = name_lists()
    return lower in lists.place or lower in lists.known


def is_place(name: str) -> bool:
    """Tell whether a name ends as a place of our list does: "New York"."""
    return name.lower().split()[-1] in name_lists().place


def is_known_acronym(form: str) -> bool:
    """Tell whether a form in capitals is an acronym we know: "US" is, "us" is none."""
    flat = form.replace(".", "")
    return flat.isupper() and flat.lower() in name_lists().acronym


def initials(parts: Sequence[str]) -> str:
    """Give the first letters of the capitalised words of a name."""
    return "".join(part[0] for part in parts if part[0].isupper())


def is_acronym(letters: str) -> bool:
    """Tell whether initials stand for a name: three, or two that we know."""
    return len(letters) >= _INITIALS or is_known_acronym(letters)


def spelling(parts: Sequence[str]) -> str:
    """Give what stays the same of a name however it is written: "AirPods Pro", "Airpod Pros"."""
    lowers = [part.lower() for word in parts for part in word.split("-")]
    return "".join(lower.removesuffix("s") for lower in lowers)
