"""Unified diffs: read whole or refused, undone to the text before; and which lines are new."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tenor.errors import InputError

_HUNK = re.compile(rb"@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"')
#: What git puts before the two names of a file: a and b, or by diff.mnemonicPrefix what they are.
_PREFIX = re.compile(rb"([abciow12])/(.+)", re.DOTALL)
_NOTHING = b"/dev/null"
_GIT = b"diff --git "
_MERGED = (b"diff --cc ", b"diff --combined ", b"* Unmerged path ")
_BINARY = (b"Binary files ", b"GIT binary patch")
_NEW_NAME = (b"rename to ", b"copy to ")
#: Deeper than this stretches without a line in common are not looked into.
_DEEPEST = 32


class Hunk(NamedTuple):
    """A changed stretch: its first line afterwards, from 1, and its lines before and after."""

    start: int
    before: tuple[bytes, ...]
    after: tuple[bytes, ...]


class Change(NamedTuple):
    """A file in a diff: its path, None where it is gone, and why it cannot be undone, if so."""

    path: str | None
    hunks: tuple[Hunk, ...] = ()
    fault: str | None = None


@dataclass
class _Section:
    """What a diff says of one file, as it is read."""

    header: bytes = b""
    old: bytes | None = None
    new: bytes | None = None
    moved: bytes | None = None
    is_gone: bool = False
    hunks: list[Hunk] = field(default_factory=list)
    fault: str | None = None


def parse(diff: bytes) -> list[Change]:
    """Read a unified diff; InputError where it is none or breaks off."""
    changes = [_change(section) for section in _sections(iter(diff.split(b"\n")))]
    if not changes:
        raise InputError("--diff -: no unified diff on standard input")
    times = Counter(one.path for one in changes)
    twice = "the diff changes it more than once"
    return [
        one._replace(fault=twice) if one.path and times[one.path] > 1 else one for one in changes
    ]


def _sections(lines: Iterator[bytes]) -> list[_Section]:
    """Divide a diff by files; hunks go by their counts, so that no line of a text misleads."""
    sections = [_Section()]  # for what stands before the first file
    old: bytes | None = None
    for line in lines:
        last, old = old, line[4:] if line.startswith(b"--- ") else None
        if line.startswith(b"@@ "):
            _add(sections[-1], lines, _HUNK.match(line))
        elif line.startswith((_GIT, *_MERGED)):
            sections.append(_begun(line))
        elif line.startswith(b"+++ ") and last is not None:
            section = _unnamed(sections)
            section.old, section.new = _name(last), _name(line[4:])
        elif line.startswith(_BINARY[0]):
            _add_binary(_unnamed(sections), line)
        else:
            _note(sections[-1], line)
    return sections[1:]


def _add(section: _Section, lines: Iterator[bytes], found: re.Match[bytes] | None) -> None:
    """Read a hunk into the section of its file."""
    if found is None:
        raise InputError("--diff -: a hunk does not say which lines it has")
    if section.new is None:
        raise InputError("--diff -: a hunk without the name of its file")
    section.hunks.append(_hunk(lines, *(int(n) if n else 1 for n in found.groups())))


def _unnamed(sections: list[_Section]) -> _Section:
    """Give the section that has a header only, else begin one."""
    if not sections[-1].header or sections[-1].new is not None:
        sections.append(_Section())
    return sections[-1]


def _begun(line: bytes) -> _Section:
    """Begin a section at the line that names it."""
    prefix = next(one for one in (_GIT, *_MERGED) if line.startswith(one))
    words = line.removeprefix(prefix).rstrip(b"\r")
    if prefix == _GIT:
        return _Section(words)
    return _Section(words, moved=_name(words), fault="the diff is a combined one, of a merge")


def _add_binary(section: _Section, line: bytes) -> None:
    """Note `Binary files a/x and b/x differ`, which alone names its file as `diff --git` does."""
    if not section.header:
        names = line.rstrip(b"\r").removeprefix(_BINARY[0]).removesuffix(b" differ")
        size = (len(names) - len(b" and ")) // 2
        section.header = names
        section.new = section.moved = _from_header(names[:size] + b" " + names[-size:]) or b""
    _note(section, line)


def _note(section: _Section, line: bytes) -> None:
    """Note what the lines around the hunks say of a file."""
    if line.startswith(_BINARY):
        section.fault = "the diff takes it for binary (git diff --text does not)"
        section.is_gone |= b" and /dev/null differ" in line
    section.is_gone |= line.startswith(b"deleted file mode")
    if line.startswith(_NEW_NAME):
        section.moved = _name(line.split(b" ", 2)[2])


def _hunk(lines: Iterator[bytes], old: int, start: int, new: int) -> Hunk:
    """Read one hunk's lines, as many as it says it has."""
    before: list[bytes] = []
    after: list[bytes] = []
    while len(before) < old or len(after) < new:
        line = next(lines, None)
        sign = b" " if line in {b"", b"\r"} else (line or b"?")[:1]
        if line is None or sign not in {b" ", b"-", b"+", b"\\"}:
            raise InputError("--diff -: the diff breaks off in the middle of a hunk")
        before += [line[1:]] if sign in {b" ", b"-"} else []
        after += [line[1:]] if sign in {b" ", b"+"} else []
    if (len(before), len(after)) != (old, new):
        raise InputError("--diff -: a hunk does not have as many lines as it says")
    return Hunk(start if new else start + 1, tuple(before), tuple(after))


def _change(section: _Section) -> Change:
    """Settle which file a section is about."""
    if section.is_gone or section.new == _NOTHING:
        return Change(None)
    path = section.moved or _path(section)
    if not path and section.fault:
        raise InputError(f"--diff -: {section.fault}: {section.header.decode('utf-8', 'replace')}")
    text = None if path is None else path.decode("utf-8", "surrogateescape")
    return Change(text, tuple(section.hunks), section.fault)


def _path(section: _Section) -> bytes | None:
    """Give a file's path by its two names, or where one is missing by the line above them."""
    old, new = section.old, section.new
    if old and new and old != _NOTHING:
        return _without_prefix(old, new)
    found = new and _PREFIX.fullmatch(new)
    return _from_header(section.header) or (found[2] if found else new)


def _without_prefix(old: bytes, new: bytes) -> bytes:
    """Take the prefix off a file's new name: the names differ in it, or there is none."""
    one, two = _PREFIX.fullmatch(old), _PREFIX.fullmatch(new)
    return two[2] if one and two and one[1] != two[1] else new


def _from_header(header: bytes) -> bytes | None:
    """Give the path in `diff --git a/x b/x`, which has the same one twice; else None."""
    names = [_name(one) for one in _QUOTED.findall(header)]
    half = len(header) // 2
    if len(names) != 2:
        names = [header[:half], header[half + 1 :]]
    one, two = _without_prefix(*names), _without_prefix(*names[::-1])
    return one if one == two else None


def _name(name: bytes) -> bytes:
    """Read a file's name as diffs write it."""
    name = name.split(b"\t")[0].rstrip(b"\r")
    return _ESCAPE.sub(_unescape, name[1:-1]) if name.startswith(b'"') else name


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if len(code) == 3:
        return bytes([int(code, 8) & 255])
    return bytes([_LETTERS[code]]) if code in _LETTERS else code


def text_before(data: bytes, hunks: Sequence[Hunk]) -> bytes:
    """Undo the hunks of a file; InputError where they are not its own."""
    lines = data.split(b"\n")
    before: list[bytes] = []
    at = 0
    for hunk in hunks:
        start, end = hunk.start - 1, hunk.start - 1 + len(hunk.after)
        if start < at or [*map(_end_cut, lines[start:end])] != [*map(_end_cut, hunk.after)]:
            raise InputError(f"the diff does not fit it at line {hunk.start}")
        before += lines[at:start]
        before += hunk.before
        at = end
    return b"\n".join([*before, *lines[at:]])


def _end_cut(line: bytes) -> bytes:
    """Give a line without a return, which a diff may have lost or gained on its way."""
    return line.removesuffix(b"\r")


def new_lines(old: Sequence[str], new: Sequence[str]) -> frozenset[int]:
    """Give the numbers, from 1, of lines that are new, and of those around lines taken out."""
    found: set[int] = set()
    i, j = -1, -1
    for k, m in [*sorted(_in_common(old, new)), (len(old), len(new))]:
        found.update(range(j + 2, m + 1))
        if m == j + 1 and k > i + 1:
            found.update((m, m + 1))
        i, j = k, m
    return frozenset(found - {0, len(new) + 1})


def _in_common(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines that stay, as pairs: those at the ends, and from one unique line to the next.

    This is Cohen's patience diff. It takes linear time where the longest subsequence does not, and
    what it misses only counts as new.
    """
    todo = [(0, len(old), 0, len(new), _DEEPEST)]
    while todo:
        a, b, c, d, depth = todo.pop()
        while a < b and c < d and old[a] == new[c]:
            yield a, c
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            yield b, d
        anchors = _anchors(old[a:b], new[c:d]) if depth else []
        marks = [(a, c), *((a + i, c + j) for i, j in anchors), (b, d)] if anchors else []
        todo += [(i, k, j, m, depth - 1) for (i, j), (k, m) in pairwise(marks)]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Give the lines that either side has once, as many as keep their order."""
    here = _once(new)
    pairs = [(at, here[line]) for line, at in _once(old).items() if line in here]
    ends: list[int] = []
    piles: list[tuple[int, int]] = []
    below: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(ends, j)
        below.append(piles[pile - 1][1] if pile else -1)
        ends[pile : pile + 1] = [j]
        piles[pile : pile + 1] = [(j, number)]
    number = piles[-1][1] if piles else -1
    kept = []
    while number >= 0:
        kept.append(pairs[number])
        number = below[number]
    return kept[::-1]


def _once(lines: Sequence[str]) -> dict[str, int]:
    """Give the place of each line that stands here once."""
    times = Counter(lines)
    return {line: at for at, line in enumerate(lines) if times[line] == 1}
