"""Edits that turn a text into what a reader sees, each of the length it replaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenor.document import NOTHING, Block, LeftOut, Span

#: Where an edit starts and ends, and what is read there instead; as long as the stretch.
Edit = tuple[int, int, str]

_CLOSING = frozenset(".,;:!?)]}…")
_BLANK = frozenset(" \t\r\n")
_SILENCE = " \t\r\n" + NOTHING


def silence(start: int, end: int) -> Edit:
    """Read nothing: the words at both edges touch."""
    return start, end, NOTHING * (end - start)


def blank(start: int, end: int) -> Edit:
    """Read spaces: the words at both edges are apart."""
    return start, end, " " * (end - start)


def gap(text: str, start: int, end: int, after: int | None = None) -> Edit:
    """Read spaces, but let a closing mark that follows (at `after`) touch the word before."""
    after = end if after is None else after
    if text[after : after + 1] not in _CLOSING:
        return blank(start, end)
    while start and text[start - 1] in _BLANK:
        start -= 1
    return silence(start, end)


def decoded(start: int, end: int, chars: str) -> Edit:
    """Read the characters that stand for a longer stretch, at its start."""
    chars = chars[: end - start]
    return start, end, chars + NOTHING * (end - start - len(chars))


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits in order of place; one that begins inside another is dropped."""
    pieces, reached = [], 0
    for start, end, reading in edits:
        if start >= reached:
            pieces += [text[reached:start], reading]
            reached = end
    return "".join([*pieces, text[reached:]])


def tight(plain: str, start: int, end: int) -> Span | None:
    """Give the span without the spaces and silent marks at its edges, None if nothing is left."""
    piece = plain[start:end]
    ink = piece.lstrip(_SILENCE)
    if not ink:
        return None
    start += len(piece) - len(ink)
    return Span(start, start + len(ink.rstrip(_SILENCE)))


def settle(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Sort what was left out, without what lies inside another stretch."""
    outer: list[LeftOut] = []
    for out in sorted(left_out, key=lambda out: (out.span.start, -out.span.end)):
        if not outer or out.span.end > outer[-1].span.end:
            outer.append(out)
    return tuple(outer)


def trim(plain: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks without silence at their edges, and without those that say nothing."""
    for block in blocks:
        span = tight(plain, *block.span)
        if span:
            yield block._replace(span=span)


def first_heading(plain: str, blocks: Iterable[Block]) -> str | None:
    """Give the first heading of the first level as one line of words."""
    for block in blocks:
        if block.kind == "heading" and block.level == 1:
            return " ".join(plain[block.span.start : block.span.end].replace(NOTHING, "").split())
    return None
