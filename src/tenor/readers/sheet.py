"""A text as lines, on which a reader writes down what it makes of each stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tenor.document import NOTHING, Block, BlockKind, LeftOut, Reading, Reason, Span
from tenor.readers.mask import Edit, blank, first_heading, gap, settle, silence, splice, tight, trim
from tenor.readers.typography import fold

_LINE_END = re.compile(r"\r\n|\r|\n")
_SILENT = " \t" + NOTHING
_TAB = 8


class Line(NamedTuple):
    """A line without its end: where it stands, what it says behind its indent, how far in."""

    start: int
    end: int
    words: str
    indent: int

    @property
    def ink(self) -> int:
        """Give where its words start."""
        return self.end - len(self.words)


#: What takes the stretch that begins on a line, and gives the line after it, None where it is none.
Form = Callable[[int, Line], int | None]


class Markup(NamedTuple):
    """What a line may begin: the first of the forms that takes it, else a paragraph.

    `paragraph` takes lines from a place on, of which the first is read from a start, as a kind.
    """

    forms: tuple[Form, ...]
    paragraph: Callable[[int, int, BlockKind], int]


class Sheet:
    """What has been made of a text so far; `inline` looks into each stretch of prose."""

    def __init__(self, text: str, inline: Callable[[Sheet, int, int], None]) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.edits: list[Edit] = []
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self.title: str | None = None
        self._inline = inline
        self._asides: list[Span] = []

    def words(self, place: int) -> str:
        """Give the words of a line, none beyond the last."""
        return self.lines[place].words if place < len(self.lines) else ""

    def walk(self, markup: Markup, place: int = 0) -> Reading:
        """Take all lines from a place on, and give the reading."""
        while place < len(self.lines):
            place = self.take(place, markup)
        return self.reading()

    def take(self, place: int, markup: Markup) -> int:
        """Take what begins on a line, and give the line after it."""
        line = self.lines[place]
        if not line.words:
            return place + 1
        for form in markup.forms:
            after = form(place, line)
            if after is not None:
                return after
        return markup.paragraph(place, line.ink, "paragraph")

    def leave_out(self, start: int, end: int, reason: Reason) -> None:
        """Leave a stretch of whole lines out."""
        span = tight(self.text, start, end)
        if span:
            self.edits.append(blank(*span))
            self.left_out.append(LeftOut(span, reason))

    def leave_out_lines(self, first: int, after: int, reason: Reason) -> None:
        """Leave lines out, from the first up to but without the last."""
        if first < after:
            self.leave_out(self.lines[first].start, self.lines[after - 1].end, reason)

    def cut(self, start: int, end: int, reason: Reason, core: Span | None = None) -> None:
        """Leave a stretch within prose out, a gap in its place; `core` is it without its marks."""
        self.edits.append(gap(self.text, start, end))
        self.left_out.append(LeftOut(core or Span(start, end), reason))

    def hush(self, start: int, end: int) -> None:
        """Read a mark as nothing."""
        self.edits.append(silence(start, end))

    def erase(self, start: int, end: int) -> None:
        """Read a mark as spaces."""
        self.edits.append(blank(start, end))

    def prose(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        """Take a stretch as a block; what is set aside within it is a block of its own."""
        span = tight(self.text, start, end)
        if span:
            self._asides = []
            self._inline(self, *span)
            asides = tuple(self._asides)
            self.blocks.append(Block(kind, span, level, asides))
            self.blocks += [Block("paragraph", aside) for aside in asides]

    def aside(self, start: int, end: int) -> None:
        """Set a stretch aside, such as a footnote that stands within a sentence."""
        span = tight(self.text, start, end)
        if span:
            self._asides.append(span)

    def pieces(self, kind: BlockKind, spans: Sequence[Span]) -> None:
        """Take stretches that stand apart, such as the lines of a cell, as one block."""
        inked = [span for piece in spans if (span := tight(self.text, *piece))]
        if inked:
            holes = tuple(Span(left.end, right.start) for left, right in pairwise(inked))
            self.blocks.append(Block(kind, Span(inked[0].start, inked[-1].end), 0, holes))
        for span in inked:
            self._inline(self, *span)

    def reading(self) -> Reading:
        """Give the reading of what has been written down."""
        plain = fold(splice(self.text, _clipped(self.edits)))
        blocks = tuple(sorted(trim(plain, self.blocks), key=lambda block: block.span))
        title = self.title or first_heading(plain, blocks)
        return Reading(plain, blocks, settle(self.left_out), title)


def _clipped(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Order edits; one that begins inside another holds only behind it."""
    reached = 0
    for start, end, reading in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        first = max(start, reached)
        if first < end:
            yield first, end, reading[first - start :]
            reached = end


def lines_of(text: str) -> list[Line]:
    """Divide a text into lines; a byte order mark is part of none."""
    start = 1 if text.startswith("\ufeff") else 0
    ends = [*_LINE_END.finditer(text), None]
    lines = []
    for end in ends:
        stop = end.start() if end else len(text)
        lines.append(_line(text, start, stop))
        start = end.end() if end else stop
    return lines


def _line(text: str, start: int, stop: int) -> Line:
    """Measure a line."""
    body = text[start:stop].rstrip()
    body = body.rstrip(_SILENT) if body.endswith(NOTHING) else body
    words = body.lstrip()
    inset = len(body) - len(words)
    indent = len(body[:inset].expandtabs(_TAB)) if inset else 0
    return Line(start, start + len(body), words, indent)


def block_end(lines: Sequence[Line], first: int, indent: int) -> int:
    """Give the line after those that are indented further than so, blank ones among them."""
    after = place = first
    while place < len(lines) and (not lines[place].words or lines[place].indent > indent):
        place += 1
        after = place if lines[place - 1].words else after
    return after


def run_end(lines: Sequence[Line], first: int, ends: Iterable[str] = ()) -> int:
    """Give the line after a run of lines that say something; some words end it too."""
    place = first
    while place < len(lines) and lines[place].words and lines[place].words not in ends:
        place += 1
    return place
