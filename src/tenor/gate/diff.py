"""Unified diffs: read whole or refused, undone to the text before; and which lines are new."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath
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
_BINARY_NAMES = re.compile(rb"Binary files? (?:(.+ and .+) differ|(.+) has changed)\r?")  # or hg's
#: What git says of a file between the line that names it and the changes themselves.
_SAID = re.compile(
    rb"(old mode|new mode|mode|deleted file mode|new file mode|rename from|rename to|copy from"
    rb"|copy to|similarity index|dissimilarity index|index) (.+?)\r?"
)
#: What is all there is to say of a file whose contents are as they were, or that is empty.
_ALL_SAID = frozenset({b"new mode", b"new file mode", b"rename to", b"copy to"})
_MODES = (b"new file mode", b"new mode", b"index")
_LINK = b"120000"
_CONTENTS = re.compile(rb"\.\.([0-9a-f]+)")
#: What git calls the content of an empty file, by either hash.
_EMPTY = (
    b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    b"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
_ONE_SIDE = re.compile(rb"Only in (.+): (.+?)\r?")
_HALF = "only one side of the diff has it (diff -N shows it)"
_PROPERTIES = b"Property changes on:"
#: A line that a hunk would have beyond those it counts; two dashes begin a mail's signature.
_SURPLUS = re.compile(rb"[+ ]|-(?!-)")
#: What may stand between a hunk and such a line.
_BETWEEN = re.compile(rb"\\|--|\r?$")
#: Deeper than this stretches without a line in common are not looked into.
_DEEPEST = 32


class Hunk(NamedTuple):
    """A changed stretch: its first line afterwards, from 1, and its lines before and after."""

    start: int
    before: tuple[bytes, ...]
    after: tuple[bytes, ...]


class Change(NamedTuple):
    """A file in a diff: its path, None where none is told, and why it cannot be undone, if so.

    `content` is what git calls what the diff makes of it, perhaps cut.
    """

    path: str | None
    hunks: tuple[Hunk, ...] = ()
    fault: str | None = None
    is_new: bool = False
    is_gone: bool = False
    is_link: bool = False
    content: str | None = None

    @property
    def is_emptied(self) -> bool:
        """Tell whether no line is left, as of a file that is gone in diffs that do not say so."""
        return len(self.hunks) == 1 and self.hunks[0].start == 1 and not self.hunks[0].after


@dataclass
class _Section:
    """What a diff says of one file, as it is read, and what the line before was part of."""

    header: bytes = b""
    old: bytes | None = None
    new: bytes | None = None
    moved: bytes | None = None
    said: dict[bytes, bytes] = field(default_factory=dict)
    hunks: list[Hunk] = field(default_factory=list)
    fault: str | None = None
    is_gone: bool = False
    is_in_header: bool = False
    is_at_hunk: bool = False


def parse(diff: bytes) -> list[Change]:
    """Read a unified diff; InputError where it is none or breaks off."""
    changes = [_change(section) for section in _sections(iter(diff.split(b"\n")))]
    if not changes:
        raise InputError("diff: no unified diff")
    return _settled(changes)


def _settled(changes: Sequence[Change]) -> list[Change]:
    """Settle what holds of a file that has several changes: one may have made it anew."""
    times = Counter(change.path for change in changes if not change.is_gone)
    gone = {change.path for change in changes if change.is_gone}
    twice = "the diff changes it more than once"
    return [
        change._replace(
            fault=twice if change.path and times[change.path] > 1 else change.fault,
            is_gone=change.path in gone,
        )
        for change in changes
        if not (change.is_gone and times[change.path])
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
        else:
            _note(sections, line)
    return sections[1:]


def _add(section: _Section, lines: Iterator[bytes], counts: re.Match[bytes] | None) -> None:
    """Read a hunk into the section of its file."""
    if counts is None:
        raise InputError("diff: a hunk does not say which lines it has")
    if section.new is None:
        raise InputError("diff: a hunk without the name of its file")
    section.hunks.append(_hunk(lines, *(int(n) if n else 1 for n in counts.groups())))
    section.is_at_hunk = True


def _unnamed(sections: list[_Section]) -> _Section:
    """Give the section that has a header only, else begin one."""
    if not sections[-1].header or sections[-1].new is not None:
        sections.append(_Section())
    return sections[-1]


def _begun(line: bytes) -> _Section:
    """Begin a section at the line that names it."""
    prefix = next(mark for mark in (_GIT, *_MERGED) if line.startswith(mark))
    words = line.removeprefix(prefix).rstrip(b"\r")
    section = _Section(words, is_in_header=True)
    if prefix != _GIT:
        section.moved, section.fault = _name(words), "the diff is a combined one, of a merge"
    return section


def _note(sections: list[_Section], line: bytes) -> None:
    """Note what the lines around the hunks say of a file: in its header, else hardly anything."""
    section = sections[-1]
    if section.is_at_hunk and _SURPLUS.match(line):
        raise InputError("diff: a hunk does not have as many lines as it says")
    section.is_at_hunk &= _BETWEEN.match(line) is not None
    said = _SAID.fullmatch(line) if section.is_in_header else None
    named = _BINARY_NAMES.fullmatch(line)
    if said:
        section.said[said[1]] = said[2]
    elif named and not section.is_in_header:
        sections.append(_binary(named[1] or named[2], is_one=named[1] is None))
    elif section.is_in_header and line.startswith(_BINARY):
        _take_for_binary(section, line)
    elif apart := _ONE_SIDE.fullmatch(line):
        sections.append(_on_one_side(apart[1] + b"/" + apart[2]))
    elif line.startswith(_PROPERTIES):
        section.said[_PROPERTIES] = line
    section.is_in_header = said is not None


def _binary(names: bytes, *, is_one: bool) -> _Section:
    """Begin a section at `Binary files a/x and b/x differ`, where that alone names the file."""
    size = (len(names) - len(b" and ")) // 2
    path = names if is_one else _from_header(names[:size] + b" " + names[-size:]) or b""
    section = _Section(names, new=path, moved=path)
    _take_for_binary(section, names)
    return section


def _on_one_side(path: bytes) -> _Section:
    """Begin a section at `Only in folder: x`, which is all that diff -r says of a new file."""
    return _Section(path, new=path, moved=path, fault=_HALF, is_gone=True)


def _take_for_binary(section: _Section, line: bytes) -> None:
    """Note that a diff has not the lines of a file."""
    section.fault = "the diff takes it for binary (git diff --text does not)"
    section.is_gone |= b" and /dev/null" in line


def _hunk(lines: Iterator[bytes], old: int, start: int, new: int) -> Hunk:
    """Read one hunk's lines, as many as it says it has."""
    before: list[bytes] = []
    after: list[bytes] = []
    while len(before) < old or len(after) < new:
        line = next(lines, None)
        sign = b" " if line in {b"", b"\r"} else (line or b"?")[:1]
        if line is None or sign not in {b" ", b"-", b"+", b"\\"}:
            raise InputError("diff: it breaks off in the middle of a hunk")
        before += [line[1:]] if sign in {b" ", b"-"} else []
        after += [line[1:]] if sign in {b" ", b"+"} else []
    if (len(before), len(after)) != (old, new):
        raise InputError("diff: a hunk does not have as many lines as it says")
    return Hunk(start if new else start + 1, tuple(before), tuple(after))


def _change(section: _Section) -> Change:
    """Settle which file a section is about, and what has become of it."""
    said = section.said
    moved = said.get(b"rename to") or said.get(b"copy to")
    path = section.moved or (_name(moved) if moved else _path(section))
    text = PurePosixPath(path.decode("utf-8", "surrogateescape")).as_posix() if path else None
    if not _is_told(section):
        shown = text or section.header.decode("utf-8", "replace")
        raise InputError(f"diff: it breaks off or leaves out what has changed in {shown}")
    if _is_gone(section):
        fault = section.fault if section.fault == _HALF else "the diff says that it is gone"
        return Change(text, fault=fault, is_gone=True)
    if not path and section.fault:
        raise InputError(f"diff: {section.fault}: {section.header.decode('utf-8', 'replace')}")
    is_new = section.old == _NOTHING or b"new file mode" in said
    content = _CONTENTS.search(said.get(b"index", b""))
    return Change(
        text,
        tuple(section.hunks),
        section.fault,
        is_new=is_new,
        is_link=_is_link(said),
        content=content[1].decode() if content else None,
    )


def _is_told(section: _Section) -> bool:
    """Tell whether a section says what has changed, and not only that something has."""
    said = section.said
    if section.hunks or section.fault:
        return True
    if section.new is not None:
        return _PROPERTIES in said
    if b"deleted file mode" in said:
        return True
    if b"index" in said:
        content = _CONTENTS.search(said[b"index"])
        return b"new file mode" in said and content is not None and _is_empty(content[1])
    return not _ALL_SAID.isdisjoint(said) and said.get(b"similarity index", b"100%") == b"100%"


def _is_empty(name: bytes) -> bool:
    """Tell whether git calls an empty content by a name, be it cut."""
    return any(content.startswith(name) for content in _EMPTY)


def _is_gone(section: _Section) -> bool:
    return section.is_gone or section.new == _NOTHING or b"deleted file mode" in section.said


def _is_link(said: Mapping[bytes, bytes]) -> bool:
    return any(said.get(name, b"").endswith(_LINK) for name in _MODES)


def _path(section: _Section) -> bytes | None:
    """Give a file's path by its two names, or where one is missing by the line above them."""
    names = [name for name in (section.old, section.new) if name and name != _NOTHING]
    if len(names) == 2:
        return _without_prefix(*names)
    prefixed = _PREFIX.fullmatch(names[0]) if names else None
    return _from_header(section.header) or (prefixed[2] if prefixed else next(iter(names), None))


def _without_prefix(old: bytes, new: bytes) -> bytes:
    """Take the prefix off a file's new name: the names differ in it, or there is none."""
    old_parts, new_parts = _PREFIX.fullmatch(old), _PREFIX.fullmatch(new)
    return new_parts[2] if old_parts and new_parts and old_parts[1] != new_parts[1] else new


def _from_header(header: bytes) -> bytes | None:
    """Give the path in `diff --git a/x b/x`, which has the same one twice; else None."""
    names = [_name(quoted) for quoted in _QUOTED.findall(header)]
    half = len(header) // 2
    if len(names) != 2:
        names = [header[:half], header[half + 1 :]]
    first, second = _without_prefix(*names), _without_prefix(*names[::-1])
    return first if first == second else None


def _name(name: bytes) -> bytes:
    """Read a file's name as diffs write it."""
    name = name.split(b"\t")[0].rstrip(b"\r")
    return _ESCAPE.sub(_unescape, name[1:-1]) if name.startswith(b'"') else name


def _unescape(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if len(code) == 3:
        return bytes([int(code, 8) & 255])
    return bytes([_LETTERS[code]]) if code in _LETTERS else code


def text_before(data: bytes, hunks: Sequence[Hunk]) -> bytes:
    """Undo the hunks of a file; InputError where they are not its own."""
    lines = data.split(b"\n")
    before: list[bytes] = []
    index = 0
    for hunk in hunks:
        start = hunk.start - 1
        is_old = hunk is hunks[0] and _is_old(hunk, lines)
        if start < index or is_old or not _is_at(start, hunk.after, lines):
            raise InputError(f"the diff does not fit it at line {hunk.start}")
        before += lines[index:start]
        before += hunk.before
        index = start + len(hunk.after)
    return b"\n".join([*before, *lines[index:]])


def _is_old(first: Hunk, lines: Sequence[bytes]) -> bool:
    """Tell whether a text still has what the first hunk only takes out, as of a diff turned round.

    What the hunk leaves may stand there as well; the hunks after it count from other lines.
    """
    whole = lines if lines[-1] else lines[:-1]  # what follows the last line end is no line
    is_less = len(first.before) > len(first.after)
    return is_less and _is_at(first.start - 1, first.before, whole)


def _is_at(start: int, some: Sequence[bytes], lines: Sequence[bytes]) -> bool:
    """Tell whether lines stand at a place in a text."""
    return [*map(_end_cut, lines[start : start + len(some)])] == [*map(_end_cut, some)]


def _end_cut(line: bytes) -> bytes:
    """Give a line without a return, which a diff may have lost or gained on its way."""
    return line.removesuffix(b"\r")


def new_lines(old: Sequence[str], new: Sequence[str]) -> frozenset[int]:
    """Give the numbers, from 1, of lines that are new, and of those around lines taken out."""
    numbers: set[int] = set()
    i, j = -1, -1
    for k, m in [*sorted(_in_common(old, new)), (len(old), len(new))]:
        numbers.update(range(j + 2, m + 1))
        if m == j + 1 and k > i + 1:
            numbers.update((m, m + 1))
        i, j = k, m
    return frozenset(numbers - {0, len(new) + 1})


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
    pairs = [(index, here[line]) for line, index in _once(old).items() if line in here]
    ends: list[int] = []
    piles: list[tuple[int, int]] = []
    below: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(ends, j)
        below.append(piles[pile - 1][1] if pile else -1)
        ends[pile : pile + 1] = [j]
        piles[pile : pile + 1] = [(j, index)]
    index = piles[-1][1] if piles else -1
    kept = []
    while index >= 0:
        kept.append(pairs[index])
        index = below[index]
    return kept[::-1]


def _once(lines: Sequence[str]) -> dict[str, int]:
    """Give the place of each line that stands here once."""
    times = Counter(lines)
    return {line: index for index, line in enumerate(lines) if times[line] == 1}
