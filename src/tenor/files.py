"""Files, folders and streams: the only disk input besides config, cache and lexicons."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tenor.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A file is binary if a NUL stands in this many bytes at its start.
_HEAD = 8192


class Source(NamedTuple):
    """A decoded text, its name, and a warning about its encoding if there is one."""

    name: str
    text: str
    warning: str | None = None


class Found(NamedTuple):
    """The files a set of paths stands for, in order, and what was passed over in folders."""

    files: tuple[str, ...]
    skipped: int
    errors: tuple[InputError, ...]


def load(path: str, encoding: str | None = None) -> Source:
    """Read and decode one file; InputError says what is wrong with it."""
    return decode(read_bytes(path), path, encoding)


def read_bytes(path: str) -> bytes:
    """Read a file whole; InputError where the system refuses."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def decode(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Decode bytes: a byte order mark, else UTF-8, else Windows-1252 with a warning.

    A given encoding is kept to: bytes that do not fit it are an InputError, as are binary files.
    """
    if encoding is not None:
        return Source(name, _decode_as(data, name, encoding))
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return Source(name, _decode_as(data, name, codec))
    if is_binary(data):
        raise InputError(f"{name}: looks like a binary file, not text")
    try:
        return Source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        warning = f"{name}: {_place(data, error.start)}: not UTF-8, read as Windows-1252"
        return Source(name, data.decode("cp1252", errors="replace"), warning)


def is_binary(data: bytes) -> bool:
    """Tell whether bytes without a byte order mark are no text: a NUL in the first 8 KiB."""
    return b"\0" in data[:_HEAD]


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


_ASCII_LIKE = ("ascii", "us-ascii", "utf-8", "utf8")


def _place(data: bytes, at: int) -> str:
    """Give the line and column of a byte, both from 1."""
    before = data[:at].removeprefix(codecs.BOM_UTF8)
    before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = before.split(b"\n")
    return f"line {len(lines)}, column {len(lines[-1].decode('utf-8', 'replace')) + 1}"


def find(
    paths: Sequence[str],
    suffixes: Sequence[str],
    is_excluded: Callable[[Path], bool] = lambda _: False,
) -> Found:
    """Give the files that paths stand for; folders are walked, sorted, .gitignore kept.

    `is_excluded` holds for named paths too. In folders, files of unknown endings and binary files
    are counted as skipped; hidden files and links are passed over.
    """
    files: list[str] = []
    errors: list[InputError] = []
    skipped = 0
    for path in paths:
        here = Path(path)
        if not here.exists():
            errors.append(InputError(f"{path}: No such file or directory"))
        elif is_excluded(here):
            continue
        elif here.is_dir():
            for file in _walk(here, _ignores_above(here), is_excluded):
                is_text = file.suffix.lower() in suffixes and not _has_binary_head(file)
                files += [file.as_posix()] if is_text else []
                skipped += not is_text
        else:
            files.append(path)
    return Found(tuple(dict.fromkeys(files)), skipped, tuple(errors))


class _Ignore(NamedTuple):
    """The patterns of one .gitignore and the folder they are anchored in."""

    folder: Path
    spec: GitIgnoreSpec


def _walk(
    folder: Path, ignores: Sequence[_Ignore], is_excluded: Callable[[Path], bool]
) -> Iterator[Path]:
    """Yield the files below a folder in order of their names, without the ignored ones."""
    ignores = [*ignores, *_ignore_in(folder)]
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink() or is_excluded(entry):
            continue
        is_folder = entry.is_dir()
        if _is_ignored(entry, ignores, is_folder=is_folder):
            continue
        if is_folder:
            yield from _walk(entry, ignores, is_excluded)
        elif entry.is_file():
            yield entry


def _ignore_in(folder: Path) -> list[_Ignore]:
    """Read a folder's .gitignore, if it has one."""
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    from pathspec import GitIgnoreSpec  # 20 ms that most runs can spare

    return [_Ignore(folder.absolute(), GitIgnoreSpec.from_lines(lines))]


def _ignores_above(folder: Path) -> list[_Ignore]:
    """Read the .gitignore files from the top of the git checkout down to a folder's parent."""
    folder = folder.absolute()
    parents = [folder, *folder.parents]
    top = next((n for n, parent in enumerate(parents) if (parent / ".git").exists()), 0)
    return [ignore for parent in reversed(parents[1 : top + 1]) for ignore in _ignore_in(parent)]


def _is_ignored(path: Path, ignores: Sequence[_Ignore], *, is_folder: bool) -> bool:
    """Tell whether git would ignore a path: the nearest .gitignore that names it decides."""
    absolute = path.absolute()
    for ignore in reversed(ignores):
        name = absolute.relative_to(ignore.folder).as_posix() + "/" * is_folder
        verdict = ignore.spec.check_file(name).include
        if verdict is not None:
            return verdict
    return False


def _has_binary_head(path: Path) -> bool:
    """Tell whether a file begins like no text; one that cannot be opened is left to `load`."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return is_binary(head) and not any(head.startswith(mark) for mark, _ in _BOMS)
