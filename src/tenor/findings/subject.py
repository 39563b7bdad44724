"""The text under check: its analysis, its words by place, its quotations, what it suppresses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from tenor.document import BlockKind, Document, Reason, Span
from tenor.lexicons import rows

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.findings.suppressions import Suppression
    from tenor.style import Counts

#: Phrases by their first word, longest first.
Phrases = Mapping[str, Sequence[tuple[str, ...]]]
#: What is left out of the prose, but stands between words for a reader.
_SEEN: frozenset[Reason] = frozenset(
    {"code", "math", "drawing", "form control", "embedded content"}
)

#: A stretch is quoted up to so many characters.
_QUOTED = 60


class PhraseHit(NamedTuple):
    """A phrase in a text: its place, its sentence, and its tokens there."""

    span: Span
    sentence: int
    at: int
    words: tuple[str, ...]


@cache
def _lists() -> dict[str, list[str]]:
    """Give the packaged word lists of the checks by name."""
    return {name: entries.split("; ") for name, entries in rows("check-words.tsv")}


@cache
def word_list(name: str) -> frozenset[str]:
    """Give a packaged list of single words."""
    return frozenset(_lists()[name])


@cache
def phrase_list(name: str) -> Phrases:
    """Give a packaged list of phrases, ready to be found."""
    return phrases(_lists()[name])


def phrases(entries: Iterable[str]) -> Phrases:
    """Make phrases, given as words with spaces between, ready to be found."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in dict.fromkeys(entries):
        words = tuple(entry.lower().split())
        table.setdefault(words[0], []).append(words)
    return {first: sorted(several, key=len, reverse=True) for first, several in table.items()}


def parsed(entries: Iterable[str]) -> Phrases:
    """Make phrases of a user's words, divided into tokens as the text is."""
    return phrases(filter(None, map(_tokens, entries)))


@cache
def _tokens(entry: str) -> str:
    """Divide a phrase into tokens, with spaces between."""
    from tenor import readers, segment

    document = segment.segment("", entry, readers.read(entry, ""))
    return " ".join(form for part in document.sentences for form in part.forms)


@dataclass(frozen=True)
class Subject:
    """A text under check.

    `unused` are the suppressions that nothing has needed so far; `folds` holds the sentences that
    findings have named, spaces folded, by their place.
    """

    analysis: Analysis
    suppressions: tuple[Suppression, ...] = ()
    unused: tuple[Suppression, ...] = field(default=())
    folds: dict[tuple[int, int], str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def document(self) -> Document:
        """Give the text itself."""
        return self.analysis.document

    @cached_property
    def counts(self) -> Counts:
        """Give the text, without its legal sentences, counted for the measures of style."""
        from tenor.style.counting import Tally, add

        counted = self.analysis.counts
        kept = tuple(one for one in counted.sentences if not self.is_legal(one.span.start))
        if len(kept) == len(counted.sentences):
            return counted
        total = add(tally for _, tally in kept) if kept else Tally()
        return counted._replace(total=total, sentences=kept)

    @cached_property
    def lows(self) -> list[list[str]]:
        """Give each sentence's tokens in lower case."""
        return [[form.lower() for form in sentence.forms] for sentence in self.document.sentences]

    @cached_property
    def _index(self) -> dict[str, list[tuple[int, int]]]:
        """Give the sentence and token of each use of a word."""
        index: dict[str, list[tuple[int, int]]] = {}
        for number, lows in enumerate(self.lows):
            for at, low in enumerate(lows):
                index.setdefault(low, []).append((number, at))
        return index

    def find(self, table: Phrases, allow: Iterable[str] = ()) -> Iterator[PhraseHit]:
        """Find phrases in order of place, without those that overlap an allowed one."""
        allowed = {hit.span for hit in self.find(parsed(allow))} if allow else set()
        end = (-1, 0)
        spots = sorted(spot for first in table for spot in self._index.get(first, ()))
        for number, at in spots:
            words = self._phrase(number, at, table)
            if not words or (number, at) < end:
                continue
            hit = self.hit(number, at, at + len(words))
            if self.is_unbroken(hit.span) and not any(map(hit.span.meets, allowed)):
                end = (number, at + len(words))
                yield hit

    def _phrase(self, number: int, at: int, table: Phrases) -> tuple[str, ...] | None:
        """Give the longest phrase that begins at a token."""
        lows = self.lows[number]
        return next((w for w in table[lows[at]] if tuple(lows[at : at + len(w)]) == w), None)

    def hit(self, number: int, at: int, end: int) -> PhraseHit:
        """Make a hit of some tokens of a sentence."""
        sentence = self.document.sentences[number]
        span = Span(sentence.starts[at], sentence.ends[end - 1])
        return PhraseHit(span, number, at, tuple(self.lows[number][at:end]))

    @cached_property
    def _breaks(self) -> list[int]:
        """Give where code and the like begins, which no phrase reaches across."""
        return [out.span.start for out in self.document.left_out if out.reason in _SEEN]

    def is_unbroken(self, span: Span) -> bool:
        """Tell whether nothing but markup stands between the words of a stretch."""
        at = bisect_right(self._breaks, span.start)
        return at == len(self._breaks) or self._breaks[at] >= span.end

    @cached_property
    def _order(self) -> list[tuple[int, int]]:
        """Give each sentence's start and number, by place."""
        return sorted((s.span.start, n) for n, s in enumerate(self.document.sentences))

    def sentence_at(self, offset: int) -> int | None:
        """Give the sentence that holds an offset, None where none does."""
        at = bisect_right(self._order, (offset, len(self._order)))
        for _, number in reversed(self._order[max(0, at - 2) : at]):
            if self.document.sentences[number].span.end > offset:
                return number
        return None

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        """Give the stretches in double quotes, and quoted blocks, in order."""
        found = []
        for block in self.document.blocks:
            start, end = block.span
            if block.kind == "quote":
                found.append((start, end))
                continue
            marks = _quote_marks(self.document.plain, start, end)
            found += list(zip(marks[::2], [*marks[1::2], end], strict=False))
        return sorted(found)

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a stretch is someone else's words."""
        at = bisect_right(self._quotes, (span.start, len(self.document.text)))
        return any(start <= span.start < end for start, end in self._quotes[max(0, at - 2) : at])

    def kind(self, number: int) -> BlockKind:
        """Give the kind of block a sentence stands in."""
        return self.document.blocks[self.document.sentences[number].block].kind

    def is_legal(self, offset: int) -> bool:
        """Tell whether the sentence at a place is of a licence or a disclaimer."""
        number = self.sentence_at(offset)
        words = word_list("legal") | word_list("capitals-legal")
        return number is not None and not words.isdisjoint(self.lows[number])

    def quote(self, span: Span, most: int = _QUOTED) -> str:
        """Give a stretch as a reader sees it, as one line of words, cut where it is long."""
        words = self.document.folded(span)
        return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _quote_marks(plain: str, start: int, end: int) -> list[int]:
    """Give the places of the double quotes in a block."""
    marks = []
    at = plain.find('"', start, end)
    while at >= 0:
        marks.append(at)
        at = plain.find('"', at + 1, end)
    return marks
