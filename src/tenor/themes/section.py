"""Sections: by the text's own headings, else by where its topic shifts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from tenor import pace, tone
from tenor.document import Span, is_word
from tenor.measure import Value
from tenor.themes.candidates import Scan
from tenor.themes.shift import shifts
from tenor.themes.star import is_named, name
from tenor.themes.words import vocabulary

#: A text of fewer words is divided only by its own headings.
LONG_ENOUGH = 1500
#: Real prose shifts less sharply than texts glued together: a further section costs more.
PRICE = 2.0
#: The least and about the most words that can carry a topic in a unit, between which a shift may
#: lie: a shorter paragraph says too little by itself.
_UNIT, _MOST_UNIT = 20, 200
#: So many units at once are searched for shifts: the time grows with their square.
_WINDOW = 150
#: How many words or phrases say what a section is about at most.
ABOUT = 3


class TopicSection(NamedTuple):
    """A stretch of a text on one subject: its sentences, its heading, and what sets it apart.

    `first` and `after` are the indexes of its sentences, half-open; `heading` is None where the
    text has none there. `about` holds up to three words or phrases used more here than elsewhere;
    `valence` is the mean of its sentences' valences, None where no sentence has one.
    """

    first: int
    after: int
    span: Span
    heading: str | None
    about: tuple[str, ...]
    valence: Value | None

    def __repr__(self) -> str:
        return f"<TopicSection {self.heading!r}, sentences: {self.after - self.first}>"


def sections(scan: Scan, valences: Sequence[Value | None]) -> tuple[TopicSection, ...]:
    """Divide a text; none where it has no headings and fewer than 1500 words, or one subject."""
    starts = _headed(scan)
    if len(starts) < 2:
        starts = list(_shifted(scan)) if scan.words >= LONG_ENOUGH else []
    if starts and starts[0] != 0:
        starts.insert(0, 0)
    if len(starts) < 2:
        return ()
    ends = [*starts[1:], len(scan.document.sentences)]
    parts = zip(starts, ends, _about(scan, starts), strict=True)
    return tuple(_section(scan, *part, valences) for part in parts)


def _headed(scan: Scan) -> list[int]:
    """Give the sentences that begin under each heading of the highest rank that comes twice."""
    document = scan.document
    levels = Counter(block.level for block in document.blocks if block.kind == "heading")
    level = min((rank for rank, count in levels.items() if count > 1), default=None)
    if level is None:
        return []
    starts, before = [], -1
    for index, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.kind == "heading" and block.level <= level and sentence.block != before:
            starts.append(index)
        before = sentence.block
    return starts


def _shifted(scan: Scan) -> Iterator[int]:
    """Yield the sentences at which the topic shifts, at the ends of paragraphs."""
    units = list(_units(scan))
    for start in pace.over("topics", range(0, len(units), _WINDOW)):
        window = units[start : start + _WINDOW]
        if start:
            yield window[0][0]
        yield from (window[unit][0] for unit in shifts([bag for _, bag in window], PRICE))


def _units(scan: Scan) -> Iterator[tuple[int, list[str]]]:
    """Yield paragraphs (short ones joined, long ones cut) as first sentence and bag of stems."""
    look, document = vocabulary(), scan.document
    first, bag, block = 0, list[str](), 0
    for index, sentence in enumerate(document.sentences):
        is_new_block = sentence.block != block
        if (is_new_block and len(bag) >= _UNIT) or len(bag) >= _MOST_UNIT:
            yield first, bag
            first, bag = index, []
        block = sentence.block
        words = map(look, filter(is_word, sentence.forms))
        bag += [word.stem for word in words if not word.stop]
    if bag:
        yield first, bag


def _about(scan: Scan, starts: list[int]) -> list[tuple[str, ...]]:
    """Find what each section has more of than the rest: uses × rarity × ln(share ÷ usual share)."""
    lengths = [0] * len(starts)
    for sentence, tags in enumerate(scan.tags):
        lengths[bisect_right(starts, sentence) - 1] += len(tags)
    best: list[list[tuple[float, str]]] = [[] for _ in starts]
    for stem, family in scan.families.items():
        if family.uses < 2 or stem in scan.light or not is_named(scan, stem):
            continue
        by_section = Counter(bisect_right(starts, sentence) - 1 for sentence in family.sentences)
        for section, uses in by_section.items():
            usual = family.uses * lengths[section] / scan.words
            if uses > usual and uses > 1:
                weight = uses * scan.rarity[stem] * log(uses / usual)
                best[section] = sorted([*best[section], (-weight, stem)])[: 2 * ABOUT]
    return [_named(scan, [stem for _, stem in ranked]) for ranked in best]


def _named(scan: Scan, stems: list[str]) -> tuple[str, ...]:
    """Name families by their phrases, none twice."""
    labels, said = list[str](), set[str]()
    for stem in stems:
        label, label_stems = name(scan, stem)
        if said.isdisjoint(label_stems):
            labels.append(label)
            said.update(label_stems)
    return tuple(labels[:ABOUT])


def _section(
    scan: Scan, start: int, end: int, about: tuple[str, ...], valences: Sequence[Value | None]
) -> TopicSection:
    """Make one section."""
    document = scan.document
    block = document.blocks[document.sentences[start].block]
    span = Span(document.sentences[start].span.start, document.sentences[end - 1].span.end)
    heading = None
    if block.kind == "heading":
        heading = " ".join(document.plain[block.span.start : block.span.end].split())
    valence = tone.document_valence(document, [*valences[start:end]])
    return TopicSection(start, end, span, heading, about, valence)
