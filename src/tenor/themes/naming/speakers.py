"""The persons of a play or an interview, by the labels in capitals before what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tenor.document import Document, Span
from tenor.themes.naming.certain import Line, Parts, add_lines
from tenor.themes.proper import is_common, is_known_acronym, name_lists
from tenor.themes.words import closed_words

#: Capitals that are a line by themselves over a line of speech, or end in a colon or a full stop.
_LABEL = re.compile(
    r"^[ \t]*([A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{2,20}){0,2})"
    r"(?:[.:]?[ \t]*\n(?=[^\n]{0,200}[a-z])|[.:][ \t]+(?=[^\n]{0,200}[a-z]))",
    re.MULTILINE,
)
_INDENT = re.compile(r"\n[ \t]*")
_ROMAN = re.compile(r"[IVX]+")
_TITLES = frozenset({"king", "queen", "prince", "princess", "lord", "lady", "duke", "duchess"})
#: A text has speakers if so many labels that are surely persons come so often, one of them twice.
_PERSONS, _SPEECHES = 2, 4
#: A label of common words ("FIRST WITCH") comes so often.
_OFTEN = 3


def add_speakers(spans: dict[Parts, list[Span]], document: Document) -> None:
    """Add the speakers in title case, with every place in the text where they are named."""
    whole = dict(_speakers(_labels(document)))
    if not whole:
        return
    places: dict[Parts, list[Span]] = {parts: [] for parts in whole}
    add_lines(places, [Line(item, 0, len(item.forms)) for item in document.sentences])
    named = {parts: mentions for parts, mentions in places.items() if mentions}
    for parts in list(spans):
        if tuple(map(str.capitalize, parts)) in named:
            del spans[parts]
    for parts, mentions in named.items():
        spans.setdefault(whole[parts], []).extend(mentions)


def _labels(document: Document) -> Counter[Parts]:
    """Count the labels of a text that has speakers, by their words in title case."""
    matches = list(_LABEL.finditer(document.text))
    sentences = document.sentences if matches else ()
    prose = {line for item in sentences for line in _line_starts(item.text, item.span)}
    labels = Counter(
        tuple(map(str.capitalize, match[1].split())) for match in matches if match.start(1) in prose
    )
    persons = {parts: count for parts, count in labels.items() if _is_person(parts)}
    has_speakers = len(persons) >= _PERSONS and sum(persons.values()) >= _SPEECHES
    return labels if has_speakers and max(persons.values()) > 1 else Counter()


def _line_starts(text: str, span: Span) -> Iterator[int]:
    """Yield where a sentence begins, and the first letters of its further lines."""
    yield span.start
    for match in _INDENT.finditer(text, span.start, span.end):
        yield match.end()


def _is_person(parts: Parts) -> bool:
    """Tell whether a label is surely a person's name: no common words, no acronym."""
    last = parts[-1]
    capitals = last.upper()
    if is_known_acronym(capitals) or _ROMAN.fullmatch(capitals):
        return False
    lower, lists = last.lower(), name_lists()
    return lower in lists.given or not (lower in lists.never or is_common(last))


def _speakers(labels: Counter[Parts]) -> Iterator[tuple[Parts, Parts]]:
    """Yield each form of a speaker with the whole: "Claudius" of "King Claudius" too."""
    for parts, count in labels.items():
        if len(parts) > 1 and all((part,) in labels for part in parts):
            continue
        is_person = _is_person(parts)
        if is_person or (count >= _OFTEN and parts[-1].lower() not in closed_words().stop):
            yield parts, parts
        if is_person and _is_titled(parts) and parts[-1:] not in labels:
            yield parts[-1:], parts


def _is_titled(parts: Parts) -> bool:
    """Tell whether the first of several words is a title: "King", "Lord"."""
    lists, lower = name_lists(), parts[0].lower()
    is_title = any(lower in words for words in (_TITLES, lists.role, lists.honorific))
    return len(parts) > 1 and is_title
