"""What has changed: unified diffs, read from git or given, and the texts as they were."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tenor.errors import InputError

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}
_HISTORY = "fetch more history, as with fetch-depth: 0 or git fetch --unshallow"


class Hunk(NamedTuple):
    """A changed stretch: the first line after the change, from 1, how many, and the lines before.

    `added` are the lines that are new; where lines were only taken out, those on either side.
    """

    start: int
    size: int
    before: tuple[bytes, ...]
    added: tuple[int, ...]


class Change(NamedTuple):
    """A file that has changed; `hunks` is None for one that is new as a whole.

    `path` is None where the file is gone.
    """

    path: str | None
    hunks: tuple[Hunk, ...] | None


def since(revision: str) -> list[Change]:
    """Give what has changed in the working tree since it left a revision, new files included."""
    root = top()
    if root is None:
        raise InputError("--diff: not inside a git repository")
    base = _base(revision)
    prefixes = ("--src-prefix=a/", "--dst-prefix=b/", "--no-ext-diff", "--no-textconv")
    diff = _git("diff", "--no-color", "-U0", "-M", *prefixes, base, "--")
    other = _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", str(root))
    new = (name.decode("utf-8", "surrogateescape") for name in other.split(b"\0") if name)
    return [*parse(diff), *(Change(name, None) for name in new)]


def top() -> Path | None:
    """Give the top folder of the repository, None outside of one."""
    try:
        return Path(_git("rev-parse", "--show-toplevel").decode().rstrip("\n"))
    except InputError:
        return None


def _base(revision: str) -> str:
    """Give the commit at which the working tree's branch left a revision."""
    try:
        _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except InputError as error:
        hint = f"; this clone is shallow: {_HISTORY}" if _is_shallow() else ""
        raise InputError(f"--diff: unknown revision {revision!r}{hint}") from error
    try:
        return _git("merge-base", "--end-of-options", revision, "HEAD").decode().strip()
    except InputError as error:
        hint = f": {_HISTORY}" if _is_shallow() else ""
        raise InputError(f"--diff: no common history with {revision!r}{hint}") from error


def _is_shallow() -> bool:
    return _git("rev-parse", "--is-shallow-repository").strip() == b"true"


def _git(*words: str) -> bytes:
    """Run git; InputError where it fails or is not there."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-c", "core.quotePath=false", *words],  # noqa: S607
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise InputError("--diff: git is not installed") from error
    except subprocess.CalledProcessError as error:
        message = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"--diff: git: {message[0] if message else 'failed'}") from error
    return done.stdout


def parse(diff: bytes) -> list[Change]:
    """Read a unified diff; hunks go by their counts, so that no line of a text misleads."""
    changes: list[Change] = []
    lines = iter(diff.replace(b"\r\n@@", b"\n@@").split(b"\n"))
    for line in lines:
        found = _HUNK.match(line)
        if line.startswith(b"+++ "):
            path = _path(line[4:])
            changes.append(Change(path, ()))
        elif found and changes:
            hunk = _hunk(lines, [int(n) if n else 1 for n in found.groups()])
            last = changes[-1]
            changes[-1] = last._replace(hunks=(*(last.hunks or ()), hunk))
    return changes


def _hunk(lines: Iterator[bytes], numbers: Sequence[int]) -> Hunk:
    """Read one hunk's lines, as many as it says it has."""
    old, start, new = numbers
    before: list[bytes] = []
    added: list[int] = []
    at = start if new else start + 1
    first, left = at, new
    while len(before) < old or left:
        line = next(lines, None)
        if line is None:
            break
        if line[:1] in {b"-", b" ", b""}:
            before.append(line[1:])
        if line[:1] in {b"+", b" ", b""}:
            added += [at] if line[:1] == b"+" else []
            at, left = at + 1, left - 1
    return Hunk(first, new, tuple(before), tuple(added) or (first - 1, first))


def _path(name: bytes) -> str | None:
    """Read a file's name as diffs write it."""
    name = name.split(b"\t")[0].rstrip(b"\r")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescape, name[1:-1])
    if name == b"/dev/null":
        return None
    return name.removeprefix(b"b/").decode("utf-8", "surrogateescape")


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if len(code) == 3:
        return bytes([int(code, 8) & 255])
    return bytes([_LETTERS[code]]) if code in _LETTERS else code


def text_before(data: bytes, hunks: Iterable[Hunk]) -> bytes:
    """Undo the hunks of a file."""
    lines = data.split(b"\n")
    for hunk in sorted(hunks, reverse=True):
        lines[hunk.start - 1 : hunk.start - 1 + hunk.size] = hunk.before
    return b"\n".join(lines)


def added_lines(hunks: Iterable[Hunk]) -> frozenset[int]:
    """Give the numbers of the lines that are new."""
    return frozenset(line for hunk in hunks for line in hunk.added)
