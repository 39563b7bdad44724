"""Markdown: which stretches are prose, at their exact places.

markdown-it says which lines a block has, and hands on its content without indents and markers:
each line of it is the end of a line of the source. What the content's markup is, `marks` tells.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tenor.document import NOTHING, Block, LeftOut, Reading, Span
from tenor.readers import html, marks
from tenor.readers.mask import blank, first_heading, settle, splice, tight, trim
from tenor.readers.typography import fold

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_YAML = re.compile(r"[\w\"'.-][^:]*:(?:\s|$)|#|-\s")
_TOML = re.compile(r"[\w\"'.-]+\s*=|\[|#")
_TITLE = re.compile(r"title\s*[:=]\s*(?P<title>\S.*)", re.IGNORECASE)
_MARKERS = re.compile(r"[\s>*+.)\d-]*+")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_TASK = re.compile(r"\[[ xX]\](?=\s)|\[![A-Za-z]+\][+-]?(?=\s|$)")
_KINDS = {
    "heading": "heading",
    "blockquote": "quote",
    "list_item": "item",
    "footnote": "paragraph",
    "th": "cell",
    "td": "cell",
}


#: What needs a closer look than a line of words; without any of these it is just that.
_MARKUP = re.compile(r"[\\`*_~\[!<&$^{]")
#: Tokens that stand for all of their lines.
_LEAVES = frozenset(
    ("inline", "heading_open", "table_open", "html_block", "fence", "code_block", "hr", "left_out")
)


class _Segment(NamedTuple):
    """A stretch of a block's content, and where it stands in the source."""

    start: int
    source: int
    length: int


class _Context(NamedTuple):
    """What a content stands in: its kind, a heading's level, and its number of `#`."""

    kind: str
    level: int = 0
    hashes: int = 0


def read(text: str) -> Reading:
    """Read Markdown: CommonMark with tables, strikethrough, footnotes, front matter, formulas."""
    page = _Page(text)
    matter = _front_matter(page.lines)
    if matter:
        page.leave_out(0, matter, "front matter")
    env: marks.Env = {}
    tokens, nesting = marks.blocks("\n" * matter + "\n".join(page.lines[matter:]), env)
    _walk(page, tokens, env)
    definitions = _definitions(env)
    for first, last in definitions:
        page.leave_out(first, last, _definition_reason(page.lines[first]))
    if any(token.level >= nesting - 2 for token in tokens):
        done = [(0, matter), *definitions]
        _leave_out_deepest(page, [*done, *_leaves(tokens)])
    return page.reading(_matter_title(page.lines[:matter]))


class _Page:
    """What has been made of a text so far: its lines, and what is read in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.starts = array("L")
        at = 1 if text.startswith("\ufeff") else 0
        for end in _LINE_END.finditer(text):
            self._add_line(at, end.start())
            at = end.end()
        self._add_line(at, len(text))
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

    def leave_out(self, first: int, last: int, reason: str) -> None:
        """Leave out whole lines, up to but without the last."""
        start, end = self.starts[first], self.starts[last - 1] + len(self.lines[last - 1])
        span = tight(self.text, start, end)
        if span:
            self.left_out.append(LeftOut(span, reason))

    def reading(self, title: str | None) -> Reading:
        """Put the pieces in their places, with spaces between."""
        parts, last = [], 0
        for start, piece in sorted(self.pieces):
            parts += [" " * (start - last), piece]
            last = start + len(piece)
        plain = "".join([*parts, " " * (len(self.text) - last)])
        title = title or first_heading(plain, self.blocks)
        return Reading(plain, tuple(self.blocks), settle(self.left_out), title)


def _walk(page: _Page, tokens: Iterable[Token], env: marks.Env) -> None:
    """Take each block's content, knowing what it stands in."""
    around = [_Context("paragraph")]
    cells: Iterator[list[_Segment]] = iter(())
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if name in _KINDS:
            around.append(_context(token, name)) if edge == "open" else around.pop()
        elif token.type == "tr_open" and token.map:
            cells = iter(_cells(page, token.map[0], env["rows"]))
        elif token.type == "tr_close":
            for segments in cells:
                page.add(segments, (), [LeftOut(_whole(segments), "cell beyond the header")])
        elif token.type == "inline" and token.map:
            if around[-1].kind == "cell":
                segments = next(cells, [])
            else:
                segments = _segments(page, token.map[0], token.content, around[-1].hashes)
            _take(page, token.content, segments, env, around[-1])
        elif token.map:
            _take_leaf(page, token, around[-1].kind)


def _context(token: Token, name: str) -> _Context:
    """Give the context that a token opens."""
    if name != "heading":
        return _Context(_KINDS[name])
    hashes = len(token.markup) if token.markup.startswith("#") else 0
    return _Context("heading", int(token.tag[1]), hashes)


def _segments(page: _Page, first: int, content: str, hashes: int = 0) -> list[_Segment]:
    """Find the places of a content, each of whose lines ends a line of the source."""
    segments, at = [], 0
    for number, part in enumerate(content.split("\n"), first):
        body = part.strip()
        if body:
            line = page.lines[number]
            found = line.find(body, line.find("#") + hashes) if hashes else line.rfind(body)
            indent = len(part) - len(part.lstrip())
            segments.append(_Segment(at + indent, page.starts[number] + found, len(body)))
        at += len(part) + 1
    return segments


def _cells(page: _Page, number: int, rows: Mapping[int, int]) -> list[list[_Segment]]:
    """Find the places of a table row's cells, whose escaped pipes have lost their backslash."""
    line = page.lines[number]
    row = line[len(line) - rows[number] :]
    start = page.starts[number] + len(line) - len(row.lstrip())
    row = row.strip()
    edges = [found.start() for found in _CELL_EDGE.finditer(row)]
    columns = list(pairwise([-1, *edges, len(row)]))
    if columns and row.startswith("|"):
        columns.pop(0)
    if columns and columns[-1][1] - columns[-1][0] == 1:
        columns.pop()
    return [_cell(page, row[left + 1 : right], start + left + 1) for left, right in columns]


def _cell(page: _Page, column: str, source: int) -> list[_Segment]:
    """Find the places of one cell, and silence its backslashes before pipes."""
    source += len(column) - len(column.lstrip())
    segments: list[_Segment] = []
    at = 0
    for part in re.split(r"\\(?=\|)", column.strip()):
        if segments:
            page.pieces.append((source, NOTHING))
            source += 1
        segments.append(_Segment(at, source, len(part)))
        at, source = at + len(part), source + len(part)
    return segments


def _take(
    page: _Page, content: str, segments: Sequence[_Segment], env: marks.Env, context: _Context
) -> None:
    """Take a block's content: its words, its alt texts, what is left out of it."""
    is_plain = _MARKUP.search(content) is None
    found = marks.Marks(content) if is_plain else marks.inlines(content, env)
    edits = found.edits
    task = _TASK.match(content)
    if task and context.kind in {"item", "quote"}:
        edits = [blank(*task.span()), *edits]
    plain = fold(splice(content, edits))
    page.write(segments, plain)
    page.add(segments, _blocks(plain, found.alts, context), found.left_out)


def _blocks(plain: str, alts: Sequence[Span], context: _Context) -> list[Block]:
    """Make the block of a content, and one of each alt text in it."""
    blocks = list(trim(plain, (Block("alt", alt) for alt in alts)))
    words = splice(plain, (blank(*block.span) for block in blocks))
    span = tight(words, 0, len(words))
    if span:
        inside = (block.span for block in blocks)
        holes = tuple(alt for alt in inside if span.start < alt.start and alt.end < span.end)
        blocks.append(Block(context.kind, span, context.level, holes))
    return sorted(blocks, key=lambda block: block.span)


def _take_leaf(page: _Page, token: Token, kind: str) -> None:
    """Take a block without inlines: code, HTML, what is left out."""
    first, last = token.map or (0, 0)
    if token.type in {"fence", "code_block"}:
        page.leave_out(first, last, "code")
    elif token.type == "left_out":
        page.leave_out(first, last, token.info)
    elif token.type == "html_block":
        reading = html.read(token.content)
        segments = _segments(page, first, token.content.removesuffix("\n"))
        page.write(segments, reading.plain)
        blocks = (
            block._replace(kind=kind) if block.kind == "paragraph" else block
            for block in reading.blocks
        )
        page.add(segments, blocks, reading.left_out)


def _place(segments: Sequence[_Segment], span: Span) -> Span:
    """Give the place in the source of a stretch of a content."""
    start, source, length = _segment(segments, span.start)
    first = source + min(span.start - start, length)
    start, source, length = _segment(segments, span.end - 1)
    return Span(first, source + min(span.end - start, length))


def _segment(segments: Sequence[_Segment], at: int) -> _Segment:
    """Give the last segment that begins at or before a place."""
    return segments[max(0, bisect_right(segments, at, key=lambda segment: segment.start) - 1)]


def _whole(segments: Sequence[_Segment]) -> Span:
    return Span(0, segments[-1].start + segments[-1].length)


def _front_matter(lines: Sequence[str]) -> int:
    """Count the lines of YAML or TOML front matter, its fences included."""
    fence = lines[0].rstrip()
    form, ends = {"---": (_YAML, ("---", "...")), "+++": (_TOML, ("+++",))}.get(fence, (None, ()))
    if form is None or len(lines) < 3 or not form.match(lines[1]):
        return 0
    return next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ends), 0)


def _matter_title(lines: Iterable[str]) -> str | None:
    """Give the title that front matter states."""
    found = next(filter(None, map(_TITLE.match, lines)), None)
    return " ".join(fold(found["title"]).strip(" \"'").split()) or None if found else None


def _definitions(env: marks.Env) -> list[tuple[int, int]]:
    """Give the lines of each link definition."""
    found = (*env.get("references", {}).values(), *env.get("duplicate_refs", ()))
    return [(definition["map"][0], definition["map"][1]) for definition in found]


def _definition_reason(line: str) -> str:
    """Tell a comment in the disguise of a link definition from a true one."""
    return "comment" if "[//]:" in line else "link definition"


def _leaves(tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Yield the lines of each token that stands for all of its lines."""
    for token in tokens:
        if token.map and token.type in _LEAVES:
            yield token.map[0], token.map[1]


def _leave_out_deepest(page: _Page, done: Iterable[tuple[int, int]]) -> None:
    """Leave out the lines that no block stands for: they were too deep to be followed."""
    is_done = bytearray(len(page.lines))
    for first, last in done:
        is_done[first:last] = b"\1" * (last - first)
    for number, line in enumerate(page.lines):
        if not is_done[number] and not _MARKERS.fullmatch(line):
            page.leave_out(number, number + 1, "nested too deeply")
