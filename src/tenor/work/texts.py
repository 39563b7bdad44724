"""From paths to texts: files, folders, standard input, and the settings that hold for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tenor import files, readers
from tenor.config import NAMES, Nearest, Settings
from tenor.errors import InputError, TenorError, UsageError
from tenor.files import Found
from tenor.measure import quantity
from tenor.work.say import Say
from tenor.work.unit import Text

STDIN = "-"


class Stdin(NamedTuple):
    """Standard input: how it is read, and the file it is read as if it were, if any."""

    read: Callable[[], bytes]
    name: str | None = None

    @property
    def shown(self) -> str:
        """Give the name its text has."""
        return self.name or STDIN

    @property
    def place(self) -> str:
        """Give what tells its text from others: where the file lies, links followed."""
        with suppress(ValueError):  # a NUL in its name
            return os.path.realpath(self.name) if self.name else STDIN
        return self.shown


@dataclass(frozen=True)
class Wanted:
    """The texts that are asked for: by which paths, under which settings, in which encoding."""

    paths: tuple[str, ...]
    nearest: Nearest
    encoding: str | None
    stdin: Stdin


@dataclass(frozen=True)
class Texts:
    """The texts there are, in order, what was passed over, and what could not be found.

    `folders` are those that were walked; of `excluded` paths nothing is left.
    """

    names: tuple[str, ...]
    wanted: Wanted
    skipped: int = 0
    errors: tuple[TenorError, ...] = ()
    folders: tuple[Path, ...] = ()
    excluded: int = 0

    def shown(self, name: str) -> str:
        """Give the name that a text is called by in what is written about it."""
        return self.wanted.stdin.shown if name == STDIN else name

    def settings(self, name: str) -> Settings:
        """Give the settings that hold for a text: those of the nearest file above it.

        Raises ConfigError where they are wrong.
        """
        return self.wanted.nearest.of(Path(self.shown(name)).parent)

    def text(self, name: str, engine: str = "tenor") -> Text:
        """Give one of the texts as plain data; a file is read when its turn comes."""
        data = self.wanted.stdin.read() if name == STDIN else None
        words = self.settings(name).words
        return Text(self.shown(name), data, self.wanted.encoding, dict(words), engine)


def set_paths(nearest: Nearest) -> tuple[tuple[str, ...], tuple[TenorError, ...]]:
    """Give the `files` of the settings; those that nobody asked for name nothing elsewhere."""
    settings = nearest.of(Path())
    paths = settings.paths()
    if nearest.is_fixed:
        return tuple(paths), ()
    out = [path for path in paths if not settings.holds(Path(path))]
    why = f"leads out of the folder of {settings.origin}, whose files names it"
    kept = tuple(path for path in paths if path not in out)
    return kept, tuple(InputError(f"{path}: {why}") for path in out)


def find(wanted: Wanted, errors: Sequence[TenorError] = ()) -> Texts:
    """Find the texts that the paths stand for; `errors` are those of the paths themselves."""
    names: list[str] = []
    failed = [*errors]
    skipped = excluded = 0
    for path in wanted.paths:
        part = _stdin(wanted) if path == STDIN else _files(path, wanted.nearest)
        names += part.files
        failed += part.errors
        skipped += part.skipped
        if not part.files and not part.errors and not part.is_excluded:
            failed.append(InputError(f"{path}: no texts in this folder"))
        excluded += not part.files and part.is_excluded
    folders = tuple(Path(path) for path in wanted.paths if os.path.isdir(path))
    return Texts(_once(names, wanted.stdin), wanted, skipped, tuple(failed), folders, excluded)


def _files(path: str, nearest: Nearest) -> Found:
    """Find the files that a path stands for."""
    return files.find(
        path,
        readers.SUFFIXES,
        lambda folder: nearest.of(folder).is_excluded,
        passed_over=NAMES,
    )


def _stdin(wanted: Wanted) -> Found:
    """Take standard input, unless the file it is read as is excluded, as any named one."""
    name = wanted.stdin.name
    try:
        folder = wanted.nearest.of(Path(name).parent) if name else None
    except TenorError as error:
        return Found((), 0, (error,))
    is_out = bool(name and folder and folder.is_excluded(Path(name)))
    return Found(() if is_out else (STDIN,), 0, (), is_out)


def _once(names: Sequence[str], stdin: Stdin) -> tuple[str, ...]:
    """Give each text once, by the first of its names; standard input goes before its file."""
    first: dict[str, str] = {}
    for name in names:
        if name == STDIN:
            first[stdin.place] = name
        else:
            first.setdefault(os.path.realpath(name), name)
    return tuple(first.values())


def refuse_overwriting(texts: Texts, outputs: Iterable[str]) -> None:
    """Raise UsageError where a text of this run would be written over, by whatever name."""
    for output in outputs:
        written = _status(output)
        read = (_status(name) for name in texts.names if name != STDIN) if written else ()
        if any(status and written and os.path.samestat(status, written) for status in read):
            raise UsageError(f"{output}: it is a text of this run, and is not written over")


def _status(path: str) -> os.stat_result | None:
    """Give what tells a file from others; None where there is none."""
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None


def note_skipped(texts: Texts, say: Say) -> None:
    """Say how many files of folders were passed over, and of how many paths nothing is left."""
    if texts.skipped:
        count = quantity(texts.skipped, "file")
        why = "a link, no prose by its name, or no known kind of text"
        say.note(f"{count} skipped in folders: {why}")
    if texts.excluded:
        count = quantity(texts.excluded, "path")
        left = f"{count} left out" if texts.names or texts.errors else "no texts found"
        say.note(f"{left}: excluded by the settings or a .gitignore")
