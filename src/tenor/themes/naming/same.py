"""Which forms name the same: a surname and the full name, an acronym and what it is short for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tenor.document import Sentence, Span
from tenor.themes.naming.certain import Capitals, Parts
from tenor.themes.proper import (
    first_names,
    initials,
    is_acronym,
    is_common,
    is_listed,
    is_people,
    name_lists,
    spelling,
)

#: "AirPods" is written so by its makers.
_HUMP = re.compile(r"[a-z][A-Z]")
#: "Oregon State" is no state.
_STATES = frozenset({"state", "states", "government"})
#: A person's name has so many parts at most.
_PERSON = 4
#: An acronym of fewer letters does not stand for the end of a longer name.
_ACRONYM = 3
#: These before a person's name are no part of it: "Old Sultan".
_EPITHETS = frozenset({"old", "young", "poor", "little"})
#: Forms of one country, without blanks and full stops.
_COUNTRIES = (
    frozenset({"us", "usa", "unitedstates", "unitedstatesofamerica"}),
    frozenset({"uk", "unitedkingdom"}),
)


def without_capitals(spans: dict[Parts, list[Span]]) -> dict[Parts, list[Span]]:
    """Write what is all in capitals ("PARIS") as it is written elsewhere, or as a place is."""
    usual = {tuple(map(str.lower, parts)): parts for parts in spans if not _is_upper(parts)}
    written: dict[Parts, list[Span]] = {}
    for parts, mentions in spans.items():
        form, lowers = parts, tuple(map(str.lower, parts))
        if _is_upper(parts):
            form = usual.get(lowers, parts)
            if all(lower in name_lists().place or lower in name_lists().leader for lower in lowers):
                form = tuple(map(str.capitalize, parts))
        written.setdefault(form, []).extend(mentions)
    return written


def _is_upper(parts: Parts) -> bool:
    """Tell whether a name, and no short acronym, is all in capitals."""
    letters = "".join(parts)
    return letters.isupper() and len(letters) > _ACRONYM


def owners(
    spans: Mapping[Parts, Sequence[Span]], first: Mapping[Parts, int], capitals: Capitals
) -> dict[Parts, Parts]:
    """Give the fuller name of each form that is short for one."""
    titled = {
        run.parts[-1] for mentions in capitals.inside.values() for run in mentions if run.titled
    }
    people = [parts for parts in spans if len(parts) > 1 and _is_person(parts, titled)]
    owner = dict(_middle_names(people, spans))
    owner.update(_acronyms(spans))
    owner.update(_companies(spans, first))
    owner.update(_spellings(spans))
    owner.update(_tails(people))
    owner.update(_epithets(spans))
    owner.update(_countries(spans))
    fuller: dict[str, list[Parts]] = defaultdict(list)
    for parts in people:
        fuller[parts[-1]].append(parts)
        is_given = parts[0].lower() in name_lists().given
        if is_given or not (is_common(parts[-1]) or is_listed(parts[0].lower())):
            fuller[parts[0]].append(parts)
    for parts in spans:
        if len(parts) == 1 and parts not in owner:
            whole = [
                longer
                for longer in fuller.get(parts[0], ())
                if first[longer] < first[parts] or _is_surname(parts[0], longer, titled)
            ]
            chosen = {owner.get(longer, longer) for longer in whole}
            chosen = {longer for longer in chosen if len(spans[longer]) > 1} or chosen
            if len(chosen) == 1:
                owner[parts] = chosen.pop()
    return {parts: owner.get(longer, longer) for parts, longer in owner.items()}


def _is_person(parts: Parts, titled: set[str]) -> bool:
    """Tell whether a name has the shape of a person's."""
    lists, lowers = name_lists(), [part.lower() for part in parts]
    is_given = lowers[0] in lists.given
    if len(parts) > _PERSON or "of" in parts or any(lower in lists.head for lower in lowers):
        return False
    if (
        lowers[0] in lists.leader
        or is_people(lowers[0])
        or (is_listed(lowers[-1]) and not is_given)
    ):
        return False
    if is_given or parts[-1] in titled or len(parts[0].rstrip(".")) == 1:
        return True
    return not any(is_common(part) for part in parts if part[0].isupper())


def _is_surname(word: str, longer: Parts, titled: set[str]) -> bool:
    """Tell whether a word is surely the surname of a longer name, which may come later."""
    is_person = word in titled or longer[0].lower() in name_lists().given
    return word == longer[-1] and is_person and not is_listed(word.lower())


def _middle_names(
    people: Iterable[Parts], spans: Mapping[Parts, Sequence[Span]]
) -> Iterator[tuple[Parts, Parts]]:
    """Yield the forms with a middle name or a nickname or without, with the one used most."""
    same: dict[tuple[str, str], list[Parts]] = defaultdict(list)
    for parts in people:
        first = parts[0].lower()
        same[first_names().get(first, first), parts[-1]].append(parts)
    for forms in same.values():
        most = max(forms, key=lambda parts: (len(spans[parts]), len(parts)))
        yield from ((parts, most) for parts in forms if parts != most)


def _acronyms(spans: Mapping[Parts, object]) -> Iterator[tuple[Parts, Parts]]:
    """Yield the acronyms of longer names: "FDA" of the "U.S. Food and …", "US" and "U.S."."""
    names = {parts: initials(parts) for parts in spans if len(parts) > 1}
    for parts, letters in names.items():
        for cut in range(1, len(letters) - _ACRONYM + 1):
            if (letters[cut:],) in spans:
                yield (letters[cut:],), parts
    for parts, letters in names.items():
        for short in (letters, "".join(f"{letter}." for letter in letters)):
            if is_acronym(letters) and (short,) in spans:
                yield (short,), parts


def _companies(
    spans: Mapping[Parts, object], first: Mapping[Parts, int]
) -> Iterator[tuple[Parts, Parts]]:
    """Yield the short forms of companies: "Chrysler" of the "Chrysler Group"."""
    for parts in spans:
        short, following = parts[:1], parts[1:]
        is_company = len(following) == 1 and following[0].lower() in name_lists().company
        if is_company and short in spans and first[parts] < first[short]:
            yield short, parts


def _spellings(spans: Mapping[Parts, Sequence[Span]]) -> Iterator[tuple[Parts, Parts]]:
    """Yield the names that differ by capitals, blanks, hyphens or an s, with the one used most."""
    same: dict[str, list[Parts]] = defaultdict(list)
    for parts in spans:
        same[spelling(parts)].append(parts)
    for forms in same.values():
        longer = [parts for parts in forms if len(parts) > 1 or _HUMP.search(parts[0])]
        most = max(longer, key=lambda parts: len(spans[parts]), default=())
        yield from ((parts, most) for parts in longer if parts != most)


def _epithets(spans: Mapping[Parts, Sequence[Span]]) -> Iterator[tuple[Parts, Parts]]:
    """Yield the names that an epithet stands before, with the name: "Old Sultan", "Sultan"."""
    for parts in spans:
        name = parts[1:]
        is_called = len(name) == 1 and parts[0].lower() in _EPITHETS and name in spans
        if is_called and not is_listed(name[0].lower()) and len(spans[name]) > len(spans[parts]):
            yield parts, name


def _countries(spans: Mapping[Parts, Sequence[Span]]) -> Iterator[tuple[Parts, Parts]]:
    """Yield the forms of a country with its whole name, or with the form that is used most."""
    for country in _COUNTRIES:
        forms = [parts for parts in spans if _flat(parts) in country]
        most = max(forms, key=lambda form: (len(form) > 1, len(spans[form])), default=())
        yield from ((form, most) for form in forms if form != most)


def _flat(parts: Parts) -> str:
    """Write a name small, without blanks and full stops."""
    return "".join(parts).replace(".", "").lower()


def _tails(people: Iterable[Parts]) -> Iterator[tuple[Parts, Parts]]:
    """Yield the names that a longer one has words before: "Ben Adhem" of "Abou Ben Adhem"."""
    known = set(people)
    for parts in sorted(known):
        for cut in range(1, len(parts) - 1):
            if parts[cut:] in known and not any(map(_stands_alone, parts[:cut])):
                yield parts[cut:], parts


def _stands_alone(part: str) -> bool:
    """Tell whether a word before a person's name may be no part of it: a place, a common word."""
    return part[0].islower() or is_listed(part.lower()) or is_common(part)


def add_small_heads(spans: dict[Parts, list[Span]], sentences: Iterable[Sentence]) -> None:
    """Add "Tokyo station" to what is "Tokyo Station" elsewhere; Tokyo is not meant there."""
    lists = name_lists()
    small = {
        (place.lower(), last.lower()): (place, last)
        for place, *rest, last in (parts for parts in spans if len(parts) > 1)
        if not rest and place.lower() in lists.place and last.lower() in lists.head - _STATES
    }
    for sentence in sentences if small else ():
        forms = sentence.forms
        for here, (place, head) in enumerate(pairwise(forms)):
            parts = small.get((place.lower(), head))
            if parts is not None:
                start = sentence.starts[here]
                spans[parts].append(Span(start, sentence.ends[here + 1]))
                alone = spans.get(parts[:1], [])
                alone[:] = [span for span in alone if span.start != start]


def add_within(spans: Mapping[Parts, list[Span]], text: str) -> None:
    """Add the places of a name within longer ones: "Wales" is mentioned by "South Wales".

    In "New York" York is not, and in a longer name that is used more often no other is.
    """
    for parts in [parts for parts in spans if len(parts) > 1]:
        for length in range(1, len(parts)):
            _add_edge(spans, parts, parts[:length], text)
            if parts[-length - 1].lower() not in name_lists().leader - name_lists().compass:
                _add_edge(spans, parts, parts[-length:], text)


def _add_edge(spans: Mapping[Parts, list[Span]], longer: Parts, name: Parts, text: str) -> None:
    """Add the places where a longer name begins or ends with a name."""
    if name not in spans or len(spans[name]) < len(spans[longer]):
        return
    written = " ".join(name)
    for start, end in spans[longer]:
        begin = start if longer[: len(name)] == name else end - len(written)
        if text.startswith(written, begin) and begin >= start:
            spans[name].append(Span(begin, begin + len(written)))
