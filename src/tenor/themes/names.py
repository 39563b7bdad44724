"""Names: people, places and organisations by their capitals, apart from the topics."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tenor.document import Sentence, Span
from tenor.themes.candidates import Scan
from tenor.themes.theme import Theme
from tenor.themes.words import bare, closed_words, vocabulary

#: How many names are given at most.
SHOWN = 30
#: Small words that stand within names.
_PARTICLES = frozenset({"of", "de", "van", "von", "der", "la", "al", "bin", "du"})
#: A run of more capitalised words is a headline or a list, no name.
_LONGEST = 6
#: A word that opens a sentence is capitalised anyway: met nowhere else it is a name only if it is
#: as rare as this (8 − Zipf frequency: once in some three million words). Set by reading.
_RARE = 5.5


class Name(NamedTuple):
    """A name in its fullest form, every place it is mentioned, and the other forms it takes."""

    name: str
    mentions: tuple[Span, ...]
    forms: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Name {self.name!r}, mentions: {len(self.mentions)}>"


def names(scan: Scan) -> tuple[Name, ...]:
    """List the names, the most mentioned first; "Mr Day" and "Day" are the "Bill Day" named too."""
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    unsure: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    named = _named_inside(scan)
    for sentence, tags in zip(scan.document.sentences, scan.tags, strict=True):
        mended = "".join(
            "P" if tag in "JN" and bare(form) in named else tag
            for tag, form in zip(tags, sentence.forms, strict=True)
        )
        for parts, span, opens in _runs(sentence, mended):
            (unsure if opens and len(parts) == 1 else places)[parts].append(span)
    for parts, spans in unsure.items():
        if parts in places or vocabulary()(parts[0]).rarity >= _RARE:
            places[parts] += spans
    return _merged(places)


def _named_inside(scan: Scan) -> set[str]:
    """Collect the capitalised words that are tagged as names inside a sentence."""
    named: set[str] = set()
    for sentence, tags in zip(scan.document.sentences, scan.tags, strict=True):
        if "P" in tags[1:]:
            forms = sentence.forms
            named.update(
                bare(form)
                for form, tag in zip(forms[1:], tags[1:], strict=True)
                if tag == "P" and form[:1].isupper()
            )
    return named


def _runs(sentence: Sentence, tags: str) -> Iterator[tuple[tuple[str, ...], Span, bool]]:
    """Yield each run of proper nouns: its parts, its place, and whether it opens the sentence."""
    forms, end = sentence.forms, 0
    titles, no_name = closed_words().names, closed_words().stop | closed_words().light
    while end < len(forms):
        start = end
        while end < len(forms) and _continues(forms, tags, start, end):
            end += 1
        while start < end and forms[start].lower().rstrip(".") in titles:
            start += 1
        parts = tuple(bare(form) for form in forms[start:end])
        if parts and len(parts) <= _LONGEST and not all(part.lower() in no_name for part in parts):
            yield parts, Span(sentence.starts[start], sentence.ends[end - 1]), start == 0
        end += start == end


def _continues(forms: list[str], tags: str, start: int, here: int) -> bool:
    """Tell whether a run of proper nouns goes on here: "University of Waikato" is one."""
    form, after = forms[here], here + 1
    if tags[here] == "P":
        return form[:1].isupper() and (here == start or forms[here - 1][-2:] not in {"'s", "s'"})
    is_within = after < len(forms) and tags[after] == "P" and forms[after][:1].isupper()
    return here > start and form in _PARTICLES and is_within


def _merged(places: dict[tuple[str, ...], list[Span]]) -> tuple[Name, ...]:
    """Give each short name's places to the one fuller name that ends or begins with it."""
    fuller: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in places:
        if len(parts) > 1:
            for part in dict.fromkeys((parts[0], parts[-1])):
                fuller[part].append(parts)
    spans: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    forms: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for parts, mentions in places.items():
        owners = fuller.get(parts[0], []) if len(parts) == 1 else []
        owner = owners[0] if len(owners) == 1 else parts
        spans[owner] += mentions
        if owner != parts:
            forms[owner][" ".join(parts)] = None
    merged = [
        Name(" ".join(parts), tuple(sorted(mentions)), tuple(forms[parts]))
        for parts, mentions in spans.items()
        if mentions
    ]
    merged.sort(key=lambda name: (-len(name.mentions), name.mentions[0]))
    return tuple(merged[:SHOWN])


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
