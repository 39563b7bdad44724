"""Files, folders and streams: the only disk input besides config, cache and lexicons."""

from __future__ import annotations

import codecs
import os
import re
import shlex
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tenor.errors import InputError, TenorError, reason_of
from tenor.patterns import Patterns, read_gitignore

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A file without a byte order mark is no text if a NUL stands in this many bytes at its start.
_HEAD = 8192
_BINARY = "looks like a binary file, not text; convert UTF-16 to UTF-8, or exclude the file"


_PDF = b"%PDF-"
#: What makes a text of a file that is none, or that is markup without a reader, by its ending.
_CONVERTERS = {
    ".pdf": "pdftotext {} -",
    ".doc": "antiword {}",
    **dict.fromkeys(
        (".docx", ".odt", ".epub", ".rtf", ".tex", ".latex", ".fb2", ".ipynb", ".textile", ".typ"),
        "pandoc {} -t markdown",
    ),
}
#: Files that are texts by their ending and no prose by their name: read where they are named.
_NO_PROSE = re.compile(
    r"""(?:[\w.-]*[-_.])?requirements(?:[-_.][\w.-]*)?\.txt | constraints\.txt
    | (?:robots|humans|ads|security|cmakelists|sources|top_level|entry_points|requires
      |dependency_links)\.txt
    | (?:un)?licen[sc]es?(?:[-_.](?:mit|apache|bsd|[al]?gpl|mpl|isc|\S*\d\S*))?\.\w+ | copying\.\w+
    | [\w.-]*[-_.]lock\.\w+""",
    re.IGNORECASE | re.VERBOSE,
)


class Source(NamedTuple):
    """A decoded text, its name, a warning of how it is read, and its kind if it has one."""

    name: str
    text: str
    warning: str | None = None
    kind: str | None = None


class Found(NamedTuple):
    """The files a path stands for, in order, what was passed over in folders, and what failed.

    `is_excluded` where there may be more: files or folders that are ignored or excluded.
    """

    files: tuple[str, ...]
    skipped: int = 0
    errors: tuple[TenorError, ...] = ()
    is_excluded: bool = False


def load(path: str, encoding: str | None = None) -> Source:
    """Read and decode one file; InputError says what is wrong with it."""
    return decode(read_bytes(path), path, encoding)


def read_bytes(path: str) -> bytes:
    """Read a file whole; InputError where the system refuses."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def decode(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Decode bytes: a byte order mark, else UTF-8, else Windows-1252 with a warning.

    A given encoding is kept to: bytes that do not fit it are an InputError, as are binary files.
    """
    if encoding is not None:
        return Source(name, _decode_as(data, name, encoding))
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return Source(name, _decode_as(data, name, codec))
    if b"\0" in data[:_HEAD] or data.startswith(_PDF):
        raise InputError(f"{name}: {unreadable(name, data) or _BINARY}")
    try:
        return Source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        warning = f"{name}: {_place(data, error.start)}: not UTF-8, read as Windows-1252"
        return Source(name, data.decode("cp1252", errors="replace"), warning)


def unreadable(name: str, data: bytes = b"") -> str | None:
    """Say what makes a file readable that is not, None where nothing is known to."""
    suffix = ".pdf" if data.startswith(_PDF) else Path(name).suffix.lower()
    command = _CONVERTERS.get(suffix)
    if command is None:
        return None
    return f"cannot be read as it is: {command.format(shlex.quote(name))} | tenor"


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    """Decode in one encoding or say where it fails."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise InputError(f"{name}: unknown encoding {encoding!r}") from error
    except UnicodeDecodeError as error:
        place = _place(data, error.start) if encoding.lower() in _ASCII_LIKE else error.start
        raise InputError(f"{name}: {place}: not {encoding}") from error
    except UnicodeError as error:
        raise InputError(f"{name}: not {encoding}: {error}") from error
    except ValueError as error:  # a NUL in its name
        raise InputError(f"{name}: unknown encoding {encoding!r}") from error


_ASCII_LIKE = ("ascii", "us-ascii", "utf-8", "utf8")


def _place(data: bytes, offset: int) -> str:
    """Give the line and column of a byte, both from 1."""
    before = data[:offset].removeprefix(codecs.BOM_UTF8)
    before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = before.split(b"\n")
    return f"line {len(lines)}, column {len(lines[-1].decode('utf-8', 'replace')) + 1}"


def find(
    path: str,
    suffixes: Sequence[str],
    excluder: Callable[[Path], Callable[[Path], bool]] = lambda _: lambda _: False,
    *,
    passed_over: Collection[str] = (),
) -> Found:
    """Give the files that a path stands for; a folder is walked, sorted, .gitignore kept.

    `excluder` gives for a folder what its entries are tested with, and is heeded for a named path
    too. In folders, links and files of unknown endings are counted as skipped; those with a name in
    `passed_over` are not, and hidden files neither. What cannot be looked at is an error, and the
    rest is still found.
    """
    here = Path(path)
    try:
        is_folder = stat.S_ISDIR(here.stat().st_mode)
        if excluder(here if is_folder else here.parent)(here):
            return Found((), is_excluded=True)
    except TenorError as error:
        return Found((), errors=(error,))
    except (OSError, ValueError) as error:
        return Found((), errors=(_refused(path, error),))
    if not is_folder:
        return Found((path,))
    walk = _Walk(suffixes, excluder, passed_over)
    walk.through(here)
    return Found(tuple(walk.files), walk.skipped, tuple(walk.errors), walk.is_excluded)


def _refused(path: object, error: Exception) -> InputError:
    """Say in one line why the system gave no access."""
    return InputError(f"{path}: {reason_of(error)}")


@dataclass
class _Walk:
    """A way through folders, and what was found on it."""

    suffixes: Sequence[str]
    excluder: Callable[[Path], Callable[[Path], bool]]
    passed_over: Collection[str]
    files: list[str] = field(default_factory=list)
    errors: list[TenorError] = field(default_factory=list)
    skipped: int = 0
    is_excluded: bool = False

    def through(self, top: Path) -> None:
        """Go through a folder and all below it, in order of the names."""
        ways = [self._entries(top, _ignores_above(top))]
        while ways:
            below = next(ways[-1], None)
            if below is None:
                ways.pop()
            elif below.entry.is_dir():
                ways.append(self._entries(Path(below.entry.path), below.ignores))
            else:
                self._take(Path(below.entry.path))

    def _take(self, file: Path) -> None:
        is_text = self._is_text(file)
        self.files += [file.as_posix()] if is_text else []
        self.skipped += not is_text and file.name not in self.passed_over

    def _is_text(self, file: Path) -> bool:
        return file.suffix.lower() in self.suffixes and not _NO_PROSE.fullmatch(file.name)

    def _entries(self, folder: Path, ignores: Sequence[Patterns]) -> Iterator[_Entry]:
        """Yield the files and folders in a folder, without those that are ignored or excluded."""
        own = read_gitignore(folder)
        ignores = [*ignores, own] if own else ignores
        try:
            is_excluded = self.excluder(folder)
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.errors.append(_refused(folder, error))
            return
        except TenorError as error:
            self.errors.append(error)
            return
        for entry in entries:
            path, is_folder = Path(entry.path), entry.is_dir(follow_symlinks=False)
            if entry.name.startswith("."):
                continue
            if is_excluded(path) or _is_ignored(path, ignores, is_folder=is_folder):
                self.is_excluded |= is_folder or self._is_text(path)
            elif is_folder or entry.is_file(follow_symlinks=False):
                yield _Entry(entry, ignores)
            else:
                self.skipped += 1


class _Entry(NamedTuple):
    """A file or folder on the way, and the .gitignore files that hold in its folder."""

    entry: os.DirEntry[str]
    ignores: Sequence[Patterns]


def _ignores_above(folder: Path) -> list[Patterns]:
    """Read the .gitignore files from the top of the git checkout down to a folder's parent."""
    folder = Path(os.path.abspath(folder))
    parents = [folder, *folder.parents]
    top = next((n for n, parent in enumerate(parents) if os.path.lexists(parent / ".git")), 0)
    read = (read_gitignore(parent) for parent in reversed(parents[1 : top + 1]))
    return [patterns for patterns in read if patterns]


def _is_ignored(path: Path, ignores: Sequence[Patterns], *, is_folder: bool) -> bool:
    """Tell whether git would ignore a path: the nearest .gitignore that names it decides."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False
