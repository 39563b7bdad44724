"""Comments that tell checks to be silent: on a line, on the next block, from here to there.

`<!-- tenor: ignore hedging -- why -->`, `<!-- tenor: off hedging -->` … `<!-- tenor: on -->`,
`<!-- tenor: ignore-file hedging -->`; in Markdown also `[//]: # (tenor: ignore hedging)`. Without a
name every check is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from tenor.document import Block, Document, Span

_COMMENT = re.compile(
    r"(?:<!--+|\[//\]:\s*\#\s*[(\"'])\s*tenor:\s*(?P<words>[^\n]*?)\s*(?:--+>|[)\"']\s*$)",
    re.DOTALL,
)
_WORDS = re.compile(
    r"(?P<verb>ignore-file|ignore|off|on)\b(?P<names>[\w\s,-]*?)(?:\s+--\s*(?P<reason>.*))?$",
    re.DOTALL,
)
#: What ends a list or a table: a blank line, or a comment of its own.
_GAP = re.compile(r"\n\s*\n|<!--|\[//\]:")
_RUNS = frozenset({"item", "cell"})


class Suppression(NamedTuple):
    """One comment: where it stands, which stretch it silences, for which checks, and why.

    `names` is empty for every check. `verb` is None where the comment makes no sense.
    """

    span: Span
    verb: str | None
    names: tuple[str, ...]
    reason: str
    scope: Span

    def covers(self, check: str, span: Span) -> bool:
        """Tell whether a finding is silenced."""
        is_named = not self.names or check in self.names
        end = max(span.end, span.start + 1)
        return is_named and span.start < self.scope.end and end > self.scope.start


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Give a document's suppressions, in order; an `on` only ends those before it."""
    found: list[Suppression] = []
    open_: list[int] = []
    blocks = sorted(document.blocks, key=lambda block: block.span)
    for one in _comments(document, blocks):
        if one.verb == "on":
            for number in (n for n in open_ if _ends(one, found[n])):
                found[number] = _close(found[number], one.span.start)
            open_ = [n for n in open_ if not _ends(one, found[n])]
            continue
        if one.verb == "off":
            open_.append(len(found))
        found.append(one)
    return tuple(found)


def _ends(on: Suppression, off: Suppression) -> bool:
    return not on.names or not off.names or not set(off.names).isdisjoint(on.names)


def _close(off: Suppression, end: int) -> Suppression:
    """End a stretch that was to run to the end of the text."""
    return off._replace(scope=Span(off.scope.start, end))


def _comments(document: Document, blocks: Sequence[Block]) -> Iterator[Suppression]:
    """Yield what the comments say."""
    for out in document.left_out:
        if out.reason != "comment":
            continue
        found = _COMMENT.match(document.text, *out.span)
        if found:
            yield _suppression(document, blocks, out.span, found["words"])


def _suppression(
    document: Document, blocks: Sequence[Block], span: Span, words: str
) -> Suppression:
    """Make the suppression a comment's words ask for."""
    found = _WORDS.match(words)
    if not found:
        return Suppression(span, None, (), words, Span(0, 0))
    verb = found["verb"]
    names = tuple(dict.fromkeys(re.split(r"[\s,]+", found["names"].strip())))
    names = tuple(filter(None, names))
    reason = " ".join((found["reason"] or "").split())
    return Suppression(span, verb, names, reason, _scope(document, blocks, verb, span))


def _scope(document: Document, blocks: Sequence[Block], verb: str, span: Span) -> Span:
    """Give the stretch that is silenced."""
    size = len(document.text)
    if verb == "ignore-file":
        return Span(0, size)
    if verb == "off":
        return Span(span.start, size)
    return _line(document, span) or _next_block(document, blocks, span)


def _line(document: Document, span: Span) -> Span | None:
    """Give the rest of the line a comment ends; None where it has its line to itself."""
    number = document.line(span.start)
    start = document.line_starts[number - 1]
    is_last = number == len(document.line_starts)
    end = len(document.text) if is_last else document.line_starts[number]
    rest = document.plain[start:end].strip(" \t\r\n\u200b>")
    return Span(start, end) if rest else None


def _next_block(document: Document, blocks: Sequence[Block], span: Span) -> Span:
    """Give the next block; of a list or a table all of it that has no gap."""
    at = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    if at == len(blocks):
        return Span(span.end, span.end)
    first = blocks[at].span.start
    end = blocks[at].span.end
    for block in _run(document, islice(blocks, at, None)):
        end = max(end, block.span.end)
    return Span(first, end)


def _run(document: Document, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the first block, and those of its kind that follow it without a blank line."""
    last: Block | None = None
    for block in blocks:
        if last is not None:
            gap = document.text[last.span.end : block.span.start].replace("\r\n", "\n")
            if block.kind != last.kind or block.kind not in _RUNS or _GAP.search(gap):
                return
        yield block
        last = block


class Coverage:
    """The suppressions of a text, in an order in which those that cover a place are soon found."""

    def __init__(self, written: Iterable[Suppression]) -> None:
        self._ordered = sorted((one for one in written if one.verb), key=lambda one: one.scope)
        self._reach = list(accumulate((one.scope.end for one in self._ordered), max))

    def of(self, check: str, span: Span) -> Suppression | None:
        """Give the suppression that silences a finding: of several the last, which is nearest."""
        at = bisect_left(self._ordered, max(span.end, span.start + 1), key=lambda o: o.scope.start)
        while at and self._reach[at - 1] > span.start:
            at -= 1
            if self._ordered[at].covers(check, span):
                return self._ordered[at]
        return None
