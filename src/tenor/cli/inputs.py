"""From arguments to texts: files, folders, stdin and the settings that hold for each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tenor import config, files, readers
from tenor.cli import streams
from tenor.config import Nearest, Settings
from tenor.errors import InputError, TenorError
from tenor.files import Source

STDIN = "-"


@dataclass(frozen=True)
class Texts:
    """The texts asked for, in order, and how to open each."""

    names: tuple[str, ...]
    skipped: int
    errors: tuple[TenorError, ...]
    encoding: str | None
    stdin_name: str | None
    nearest: Nearest
    folders: tuple[Path, ...] = ()

    def settings(self, name: str) -> Settings:
        """Give the settings that hold for a text: those of the nearest file above it."""
        path = Path(self.stdin_name or STDIN) if name == STDIN else Path(name)
        return self.nearest.of(path.parent)

    def load(self, name: str) -> Source:
        """Read and decode one of the texts."""
        if name == STDIN:
            return files.decode(streams.read_stdin(), self.stdin_name or STDIN, self.encoding)
        return files.load(name, self.encoding)


def settings_for(config_path: str | None, *, no_config: bool) -> Nearest:
    """Give the settings by folder: fixed by the options, or those of each folder's own."""
    if no_config:
        return Nearest(Settings())
    return Nearest(config.load(Path(config_path)) if config_path else None)


def gather(
    paths: Sequence[str], nearest: Nearest, encoding: str | None, stdin_name: str | None
) -> Texts | None:
    """Find the texts that the paths stand for; None where there is nothing to read.

    Without paths that is stdin, where it is a pipe or a file, else the `files` of the settings.
    """
    errors: list[TenorError] = []
    if not paths and streams.has_piped_input():
        paths = [STDIN]
    elif not paths:
        paths, errors = set_paths(nearest)
    if not paths and not errors:
        return None
    found = find(paths, nearest, encoding, stdin_name)
    return replace(found, errors=(*errors, *found.errors))


def set_paths(nearest: Nearest) -> tuple[list[str], list[TenorError]]:
    """Give the `files` of the settings; those that nobody asked for name nothing elsewhere."""
    settings = nearest.of(Path())
    paths = settings.paths()
    if nearest.is_fixed:
        return paths, []
    out = [path for path in paths if not settings.holds(Path(path))]
    why = f"leads out of the folder of {settings.origin}, whose files names it"
    kept = [path for path in paths if path not in out]
    return kept, [InputError(f"{path}: {why}") for path in out]


def find(
    paths: Sequence[str], nearest: Nearest, encoding: str | None, stdin_name: str | None
) -> Texts:
    """Find the texts that the paths stand for, under the settings that hold for each."""
    names: list[str] = []
    errors: list[TenorError] = []
    skipped = 0
    for path in paths:
        if path == STDIN:
            names.append(STDIN)
            continue
        found = files.find(path, readers.SUFFIXES, lambda folder: nearest.of(folder).is_excluded)
        names += found.files
        errors += found.errors
        skipped += found.skipped
    folders = tuple(Path(path) for path in paths if os.path.isdir(path))
    return Texts(_once(names), skipped, tuple(errors), encoding, stdin_name, nearest, folders)


def _once(names: Sequence[str]) -> tuple[str, ...]:
    """Give each text once, by the first of its names."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name if name == STDIN else os.path.realpath(name), name)
    return tuple(first.values())


def note_skipped(texts: Texts, nothing: str | None = "no texts found") -> None:
    """Say how many files of folders were passed over, and when none is left."""
    if texts.skipped:
        files = "1 file" if texts.skipped == 1 else f"{texts.skipped} files"
        streams.complain(f"{files} skipped in folders: binary, a link, or no known kind of text")
    if nothing and not texts.names and not texts.errors:
        streams.complain(nothing)
