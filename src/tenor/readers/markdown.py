"""Markdown: which stretches are prose, at their exact places.

markdown-it says which lines a block has, and hands on its content without indents and markers:
each line of it is the end of a line of the source. What markup it has, `markdown_inlines` tells.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tenor.document import NOTHING, Block, LeftOut, Reading, Reason, Span
from tenor.readers import html
from tenor.readers.front_matter import front_matter
from tenor.readers.markdown_blocks import Leaf, leaves, rows_in
from tenor.readers.markdown_inlines import Marks, inlines
from tenor.readers.mask import blank, first_heading, settle, splice, tight, trim
from tenor.readers.typography import fold

if TYPE_CHECKING:
    from markdown_it.utils import EnvType

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKERS = re.compile(r"[\s>*+.)\d-]*+")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_TASK = re.compile(r"\[[ xX]\](?=\s)|\[![A-Za-z]+\][+-]?(?=\s|$)")
#: What needs a closer look than a line of words; without any of these it is just that.
_MARKUP = re.compile(r"[\\`*_~\[!<&$^{]")


class _Segment(NamedTuple):
    """A stretch of a block's content, and where it stands in the source."""

    start: int
    source: int
    length: int


def read(text: str, *, has_indented_code: bool = True) -> Reading:
    """Read Markdown: CommonMark with tables, strikethrough, footnotes, front matter, formulas."""
    page = _MarkdownPage(text)
    end, title = front_matter(text)
    matter = bisect_right(page.starts, end) if end else 0
    if matter:
        page.leave_out(0, matter, "front matter")
    env: EnvType = {"has_indented_code": has_indented_code}
    blocks, is_deep = leaves("\n" * matter + "\n".join(page.lines[matter:]), env)
    for leaf in blocks:
        _take(page, leaf, env)
    definitions = _definitions(env)
    for first, after in definitions:
        page.leave_out(first, after, _definition_reason(page.lines[first]))
    if is_deep:
        taken = [(leaf.first, leaf.after) for leaf in blocks]
        _leave_out_deepest(page, [(0, matter), *definitions, *taken])
    return page.reading(title)


class _MarkdownPage:
    """What has been made of a text so far: its lines, and what is read in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.starts = array("L")
        start = 1 if text.startswith("\ufeff") else 0
        for end in _LINE_END.finditer(text):
            self._add_line(start, end.start())
            start = end.end()
        self._add_line(start, len(text))
        inked = (n for n in range(len(self.lines), 0, -1) if self.lines[n - 1].strip())
        self.ink_end = next(inked, 0)
        self.pieces: list[tuple[int, str]] = []
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []

    def _add_line(self, start: int, end: int) -> None:
        self.lines.append(self.text[start:end])
        self.starts.append(start)

    def write(self, segments: Sequence[_Segment], plain: str) -> None:
        """Write what is read of a content to its places."""
        for start, source, length in segments:
            self.pieces.append((source, plain[start : start + length]))

    def add(
        self, segments: Sequence[_Segment], blocks: Iterable[Block], left_out: Iterable[LeftOut]
    ) -> None:
        """Add a content's blocks, and what is left out of it, at their places."""
        for block in blocks:
            holes = tuple(_place(segments, hole) for hole in block.holes)
            self.blocks.append(block._replace(span=_place(segments, block.span), holes=holes))
        self.left_out += [LeftOut(_place(segments, out.span), out.reason) for out in left_out]

    def leave_out(self, first: int, after: int, reason: Reason) -> None:
        """Leave out whole lines, from `first` up to but without `after`."""
        start, end = self.starts[first], self.starts[after - 1] + len(self.lines[after - 1])
        span = tight(self.text, start, end)
        if span:
            self.left_out.append(LeftOut(span, reason))

    def reading(self, title: str | None) -> Reading:
        """Put the pieces in their places, with spaces between."""
        pieces, reached = [], 0
        for start, piece in sorted(self.pieces):
            pieces += [" " * (start - reached), piece]
            reached = start + len(piece)
        plain = "".join([*pieces, " " * (len(self.text) - reached)])
        title = title or first_heading(plain, self.blocks)
        return Reading(plain, tuple(self.blocks), settle(self.left_out), title)


def _take(page: _MarkdownPage, leaf: Leaf, env: EnvType) -> None:
    """Take one block."""
    if leaf.form == "words":
        segments = _segments(page, leaf.first, leaf.content, leaf.within.hashes)
        _take_words(page, leaf.content, segments, env, leaf)
    elif leaf.form == "row":
        _take_row(page, leaf, env)
    elif leaf.form == "html":
        _take_html(page, leaf)
    elif leaf.reason:
        page.leave_out(leaf.first, leaf.after, leaf.reason)


def _take_words(
    page: _MarkdownPage, content: str, segments: Sequence[_Segment], env: EnvType, leaf: Leaf
) -> None:
    """Take a content: its words, its alt texts, what is left out of it."""
    marks = inlines(content, env) if _MARKUP.search(content) else Marks(content)
    edits = marks.edits
    task = _TASK.match(content)
    if task and leaf.within.kind in {"item", "quote"}:
        edits = [blank(*task.span()), *edits]
    plain = fold(splice(content, edits))
    page.write(segments, plain)
    page.add(segments, _blocks(plain, marks.alts, leaf), marks.left_out)


def _take_row(page: _MarkdownPage, leaf: Leaf, env: EnvType) -> None:
    """Take a table row; cells beyond the header's are not shown."""
    cells = _cells(page, leaf.first, rows_in(env))
    for content, segments in zip(leaf.cells, cells, strict=False):
        _take_words(page, content, segments, env, leaf)
    for segments in cells[len(leaf.cells) :]:
        whole = Span(0, segments[-1].start + segments[-1].length)
        page.add(segments, (), [LeftOut(whole, "cell beyond the header")])


def _take_html(page: _MarkdownPage, leaf: Leaf) -> None:
    """Take a block of HTML, as its own reader reads it."""
    reading = html.read(leaf.content, is_part=leaf.after < page.ink_end)
    segments = _segments(page, leaf.first, leaf.content.removesuffix("\n"))
    page.write(segments, reading.plain)
    blocks = (
        block._replace(kind=leaf.within.kind) if block.kind == "paragraph" else block
        for block in reading.blocks
    )
    page.add(segments, blocks, reading.left_out)


def _segments(page: _MarkdownPage, first: int, content: str, hashes: int = 0) -> list[_Segment]:
    """Find the places of a content, each of whose lines ends a line of the source."""
    segments, offset = [], 0
    rows = content.split("\n")
    while rows[0].strip() not in page.lines[first]:
        first += 1  # lines of exotic spaces alone have been trimmed off
    for place, row in enumerate(rows, first):
        body = row.strip()
        if body:
            line = page.lines[place]
            column = line.find(body, line.find("#") + hashes) if hashes else line.rfind(body)
            indent = len(row) - len(row.lstrip())
            segments.append(_Segment(offset + indent, page.starts[place] + column, len(body)))
        offset += len(row) + 1
    return segments


def _cells(page: _MarkdownPage, place: int, rows: Mapping[int, int]) -> list[list[_Segment]]:
    """Find the places of a table row's cells, whose escaped pipes have lost their backslash."""
    line = page.lines[place]
    row = line[len(line) - rows[place] :]
    start = page.starts[place] + len(line) - len(row.lstrip())
    row = row.strip()
    edges = [edge.start() for edge in _CELL_EDGE.finditer(row)]
    columns = list(pairwise([-1, *edges, len(row)]))
    if columns and row.startswith("|"):
        columns.pop(0)
    if columns and columns[-1][1] - columns[-1][0] == 1:
        columns.pop()
    return [_cell(page, row[left + 1 : right], start + left + 1) for left, right in columns]


def _cell(page: _MarkdownPage, column: str, source: int) -> list[_Segment]:
    """Find the places of one cell, and silence its backslashes before pipes."""
    source += len(column) - len(column.lstrip())
    segments: list[_Segment] = []
    offset = 0
    for words in re.split(r"\\(?=\|)", column.strip()):
        if segments:
            page.pieces.append((source, NOTHING))
            source += 1
        segments.append(_Segment(offset, source, len(words)))
        offset, source = offset + len(words), source + len(words)
    return segments


def _blocks(plain: str, alts: Sequence[Span], leaf: Leaf) -> list[Block]:
    """Make the block of a content, and one of each alt text in it."""
    blocks = list(trim(plain, (Block("alt", alt) for alt in alts)))
    words = splice(plain, (blank(*block.span) for block in blocks))
    span = tight(words, 0, len(words))
    if span:
        inside = (block.span for block in blocks)
        holes = tuple(alt for alt in inside if span.start < alt.start and alt.end < span.end)
        blocks.append(Block(leaf.within.kind, span, leaf.within.level, holes))
    return sorted(blocks, key=lambda block: block.span)


def _place(segments: Sequence[_Segment], span: Span) -> Span:
    """Give the place in the source of a stretch of a content."""
    start, source, length = _segment(segments, span.start)
    first = source + min(span.start - start, length)
    start, source, length = _segment(segments, span.end - 1)
    return Span(first, source + min(span.end - start, length))


def _segment(segments: Sequence[_Segment], offset: int) -> _Segment:
    """Give the last segment that begins at or before a place."""
    return segments[max(0, bisect_right(segments, offset, key=lambda segment: segment.start) - 1)]


def _definitions(env: EnvType) -> list[tuple[int, int]]:
    """Give the lines of each link definition."""
    definitions = (*env.get("references", {}).values(), *env.get("duplicate_refs", ()))
    return [(definition["map"][0], definition["map"][1]) for definition in definitions]


def _definition_reason(line: str) -> Reason:
    """Tell a comment in the disguise of a link definition from a true one."""
    return "comment" if "[//]:" in line else "link definition"


def _leave_out_deepest(page: _MarkdownPage, taken: Iterable[tuple[int, int]]) -> None:
    """Leave out the lines that no block stands for: they were too deep to be followed."""
    is_done = bytearray(len(page.lines))
    for first, after in taken:
        is_done[first:after] = b"\1" * (after - first)
    for place, line in enumerate(page.lines):
        if not is_done[place] and not _MARKERS.fullmatch(line):
            page.leave_out(place, place + 1, "nested too deeply")
