"""Comments that tell checks to be silent: on a line, on the next block, from here to there.

`<!-- tenor: ignore hedging -- why -->`, `<!-- tenor: off hedging -->` … `<!-- tenor: on -->`,
`<!-- tenor: ignore-file hedging -->`; in Markdown also `[//]: # (tenor: ignore hedging)`, elsewhere
the markup's own comment: `.. tenor: off`, `// tenor: off`, `# tenor: off`, `{/* tenor: off */}`.
Without a name every check is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import chain

from tenor.document import Block, BlockKind, Document, Span

_DISGUISED = re.compile(r"\[//\]:\s*#\s*[(\"']")
#: A comment of reStructuredText, AsciiDoc, Org, MDX or WebVTT that is for tenor.
_LONE = re.compile(
    r"(?:\.\.|/{2,}|\#|NOTE|\{/\*+)\s*+tenor:(?P<words>(?:[^*}]|\*(?!/))*+)(?:\*+/\s*\}|\Z)"
)
_VERB = re.compile(r"(ignore-file|ignore|off|on)(?![\w-])")
_NAMES = re.compile(r"[\w\s,-]*")
_REASON = re.compile(r"\s--")
#: What ends a list or a table: a blank line, or a comment of its own.
_GAP = re.compile(r"\n\s*\n|<!--|\[//\]:|\n(?://|# )")
_RUNS: frozenset[BlockKind] = frozenset({"item", "cell"})


@dataclass(frozen=True, eq=False, slots=True)
class Suppression:
    """One comment: where it stands, which stretch it silences, for which checks, and why.

    `names` is empty for every check. `verb` is None where the comment makes no sense.
    """

    span: Span
    verb: str | None
    names: tuple[str, ...]
    reason: str
    scope: Span


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Give a document's suppressions, in order; an `on` only ends those before it."""
    found: list[Suppression] = []
    offs = _Offs()
    for one in _comments(document):
        if one.verb == "on":
            for number in offs.ended_by(one.names):
                off = found[number]
                found[number] = replace(off, scope=Span(off.scope.start, one.span.start))
            continue
        if one.verb == "off":
            offs.add(len(found), one.names)
        found.append(one)
    return tuple(found)


class _Offs:
    """The numbers of the `off`s that are open, by the checks they name; "" for every check."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, number: int, names: Iterable[str]) -> None:
        """Open one."""
        self._open.add(number)
        for name in tuple(names) or ("",):
            self._by_name[name].append(number)

    def ended_by(self, names: Iterable[str]) -> set[int]:
        """Close those that an `on` with these names ends; one of no name ends all."""
        keys = ("", *names)
        if len(keys) == 1:
            keys = tuple(self._by_name)
        found = {number for key in keys for number in self._by_name.pop(key, ())} & self._open
        self._open -= found
        return found


def _comments(document: Document) -> Iterator[Suppression]:
    """Yield what the comments say."""
    places = _Places(document)
    for out in document.left_out:
        words = _words(document.slice(out.span)) if out.reason == "comment" else None
        if words is not None:
            yield _suppression(places, out.span, words)


def _words(comment: str) -> str | None:
    """Give what a comment says to tenor; None where it is closed by nothing or for others."""
    lone = _LONE.match(comment)
    if lone:
        return lone["words"].strip()
    disguise = _DISGUISED.match(comment)
    if disguise:
        inner = comment[disguise.end() :].rstrip()
        is_closed, inner = inner.endswith((")", '"', "'")), inner[:-1]
    else:
        inner = comment.removeprefix("<!--").lstrip("-")
        is_closed = inner.endswith(("-->", "--!>"))
        inner = inner.rstrip("!>").rstrip("-")
    head, _, words = inner.lstrip().partition("tenor:")
    return None if head or not is_closed else words.strip()


def _suppression(places: _Places, span: Span, words: str) -> Suppression:
    """Make the suppression a comment's words ask for."""
    verb = _VERB.match(words)
    asked, *reason = _REASON.split(words, maxsplit=1)
    names = asked[verb.end() :] if verb else ""
    if not verb or not _NAMES.fullmatch(names):
        return Suppression(span, None, (), words, Span(0, 0))
    several = tuple(dict.fromkeys(names.replace(",", " ").split()))
    return Suppression(
        span, verb[1], several, " ".join("".join(reason).split()), places.scope(verb[1], span)
    )


class _Places:
    """Where suppressions hold; what several of them ask for is looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = sorted(document.blocks, key=lambda block: block.span)
        self._starts = [block.span.start for block in self._blocks]
        self._lines: dict[int, Span | None] = {}
        self._nexts: dict[int, Span] = {}

    def scope(self, verb: str, span: Span) -> Span:
        """Give the stretch that is silenced."""
        size = len(self._document.text)
        if verb == "ignore-file":
            return Span(0, size)
        if verb == "off":
            return Span(span.start, size)
        number = self._document.line(span.start)
        if number not in self._lines:
            self._lines[number] = _line(self._document, number)
        return self._lines[number] or self._next_block(span)

    def _next_block(self, span: Span) -> Span:
        """Give the next block; of a list or a table all of it that has no gap."""
        at = bisect_left(self._starts, span.end)
        if at == len(self._blocks):
            return Span(span.end, span.end)
        if at not in self._nexts:
            end = max(block.span.end for block in _run(self._document, self._blocks, at))
            self._nexts[at] = Span(self._starts[at], end)
        return self._nexts[at]


def _line(document: Document, number: int) -> Span | None:
    """Give the line a comment ends; None where it has its line to itself."""
    start = document.line_starts[number - 1]
    is_last = number == len(document.line_starts)
    end = len(document.text) if is_last else document.line_starts[number]
    rest = document.plain[start:end].strip(" \t\r\n\u200b>")
    return Span(start, end) if rest else None


def _run(document: Document, blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """Yield a block, and those of its kind that follow it without a blank line."""
    last = blocks[at]
    yield last
    for number in range(at + 1, len(blocks)):
        block = blocks[number]
        gap = document.text[last.span.end : block.span.start].replace("\r\n", "\n")
        if block.kind != last.kind or block.kind not in _RUNS or _GAP.search(gap):
            return
        yield block
        last = block


class Coverage:
    """The suppressions of a text, each soon found by check and place."""

    def __init__(self, written: Iterable[Suppression]) -> None:
        self._by_name: defaultdict[str, list[Suppression]] = defaultdict(list)
        for one in written:
            for name in one.names or ("",) if one.verb else ():
                self._by_name[name].append(one)
        self._layers: dict[str, _Layers] = {}

    def of(self, check: str, span: Span) -> Suppression | None:
        """Give the suppression that silences a finding: of several the last, which is nearest."""
        if check not in self._layers:
            mine = (self._by_name.get(name, ()) for name in ("", check))
            self._layers[check] = _Layers(chain.from_iterable(mine))
        return self._layers[check].over(span)


class _Layers:
    """Suppressions of one check: which of them is the last to cover a place."""

    def __init__(self, several: Iterable[Suppression]) -> None:
        kept = (one for one in several if one.scope.start < one.scope.end)
        self._ordered = sorted(kept, key=lambda one: one.scope)
        self._starts = [one.scope.start for one in self._ordered]

    def over(self, span: Span) -> Suppression | None:
        """Give the last suppression that meets a stretch."""
        at = bisect_left(self._starts, max(span.end, span.start + 1)) - 1
        if at < 0:
            return None
        if self._starts[at] >= span.start:
            return self._ordered[at]
        edges, owners = self._edges
        number = owners[bisect_right(edges, span.start) - 1]
        return None if number is None else self._ordered[number]

    @cached_property
    def _edges(self) -> tuple[list[int], list[int | None]]:
        """Give the places at which it changes who covers, and the number of the last who does."""
        edges = sorted({*self._starts, *(one.scope.end for one in self._ordered)})
        owners: list[int | None] = []
        begun: list[int] = []  # a heap of numbers, the last on top, as negatives
        at = 0
        for edge in edges:
            while at < len(self._starts) and self._starts[at] <= edge:
                heappush(begun, -at)
                at += 1
            while begun and self._ordered[-begun[0]].scope.end <= edge:
                heappop(begun)
            owners.append(-begun[0] if begun else None)
        return edges, owners
