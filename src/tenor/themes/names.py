"""Names: people, places and organisations by their capitals, apart from the topics."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tenor.document import Document, Span
from tenor.themes.candidates import Scan
from tenor.themes.naming.certain import add_lines, certain, gather
from tenor.themes.naming.same import add_small_heads, add_within, owners, without_capitals
from tenor.themes.naming.small import small_names
from tenor.themes.naming.speakers import add_speakers
from tenor.themes.proper import is_common, is_people, name_lists
from tenor.themes.theme import Theme

#: How many names are given at most.
SHOWN = 30
#: Where so many names are met more than once, those met once say little beside them.
_ENOUGH = 3
#: A name of so many words is no common phrase.
_LONG = 3


class Name(NamedTuple):
    """A name in its fullest form, every place it is mentioned, and the other forms it takes."""

    name: str
    mentions: tuple[Span, ...]
    forms: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Name {self.name!r}, mentions: {len(self.mentions)}>"


def names(scan: Scan) -> tuple[Name, ...]:
    """List the names, the most mentioned first; "Mr Day" and "Day" are the "Bill Day" named too."""
    capitals = gather(scan)
    spans = {**without_capitals(certain(capitals)), **small_names(scan)}
    add_small_heads(spans, scan.document.sentences)
    spans = {parts: places for parts, places in spans.items() if places}
    first = {parts: min(mentions).start for parts, mentions in spans.items()}
    add_lines(spans, capitals.lines)
    add_speakers(spans, scan.document)
    first.update((parts, spans[parts][0].start) for parts in spans if parts not in first)
    owner = owners(spans, first, capitals)
    add_within(
        {parts: places for parts, places in spans.items() if parts not in owner}, scan.document.text
    )
    mentions: dict[tuple[str, ...], list[Span]] = {}
    forms: dict[tuple[str, ...], list[str]] = {}
    for parts, places in spans.items():
        whole = owner.get(parts, parts)
        mentions.setdefault(whole, []).extend(places)
        if whole != parts:
            forms.setdefault(whole, []).append(" ".join(parts))
    merged = [
        Name(" ".join(parts), tuple(sorted(places)), tuple(forms.get(parts, ())))
        for parts, places in mentions.items()
    ]
    merged.sort(key=lambda name: (-len(name.mentions), name.mentions[0]))
    return tuple(merged[:SHOWN])


def main_names(document: Document, names: Sequence[Name]) -> tuple[Name, ...]:
    """Give the names met more than once, and where these are few, those sure from one mention."""
    often = tuple(name for name in names if len(name.mentions) > 1)
    if len(often) >= _ENOUGH:
        return often
    opening = {sentence.span.start for sentence in document.sentences}
    return tuple(name for name in names if name in often or _is_sure_once(name, opening))


def _is_sure_once(name: Name, opening: set[int]) -> bool:
    """Tell whether one mention makes a name: of several words, or a place or a person listed."""
    words = name.name.split()
    if len(words) > 1:
        is_own = any(not is_common(word) and not is_people(word.lower()) for word in words)
        return is_own or len(words) >= _LONG
    lists, lower = name_lists(), name.name.lower()
    is_told = lower in lists.place or lower in lists.given
    return is_told and name.mentions[0].start not in opening


def attached(scan: Scan, theme: Theme, names: Sequence[Name], most: int = 5) -> tuple[str, ...]:
    """Give the names met in a theme's sentences: in two of them, or half of their mentions.

    The most met come first, `most` of them at most.
    """
    spans = [scan.document.sentences[index].span for index in theme.sentences]
    starts = [span.start for span in spans]
    met: Counter[str] = Counter()
    for name in names:
        for mention in name.mentions:
            index = bisect_right(starts, mention.start) - 1
            met[name.name] += index >= 0 and mention.start < spans[index].end
    needed = {name.name: min(2, (len(name.mentions) + 1) // 2) for name in names}
    return tuple(form for form, count in met.most_common() if count >= needed[form] > 0)[:most]
