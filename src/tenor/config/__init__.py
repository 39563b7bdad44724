"""Settings: the nearest tenor.toml, .tenor.toml or [tool.tenor] of a pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tenor import toml
from tenor.config import checking
from tenor.config.checking import CheckSettings
from tenor.errors import (
    ConfigError,
    SettingTypeError,
    TenorError,
    did_you_mean,
    reason_of,
    wrong_type,
)
from tenor.patterns import Patterns, fault

NAMES = ("tenor.toml", ".tenor.toml", "pyproject.toml")


@dataclass(frozen=True)
class Settings:
    """What a project has set; `origin` is the file it comes from, None for the defaults."""

    origin: Path | None = None
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    words: Mapping[str, float] = field(default_factory=dict)
    check: CheckSettings = field(default_factory=CheckSettings)

    def __post_init__(self) -> None:
        if not isinstance(self.origin, Path | None):
            raise wrong_type("origin must be a Path", self.origin)
        if not isinstance(self.check, CheckSettings):
            raise wrong_type("check must be CheckSettings", self.check)
        _strings("files", self.files)
        _patterns("exclude", self.exclude)
        if self.words or not isinstance(self.words, Mapping):
            from tenor.tone.words import own_words

            own_words(self.words)

    def __repr__(self) -> str:
        return f"<Settings of {str(self.origin)!r}>" if self.origin else "<Settings>"

    @property
    def folder(self) -> Path:
        """The folder that the paths and patterns in the settings are relative to."""
        return self.origin.parent if self.origin else Path()

    def paths(self) -> list[str]:
        """Give `files` as paths from the current folder."""
        here = Path.cwd()
        folder = self.folder.absolute()
        if folder == here:
            return [name if name != "-" else "./-" for name in self.files]
        return [(folder / name).as_posix() for name in self.files]

    def holds(self, path: Path) -> bool:
        """Tell whether a path ends within the folder of the settings, links followed."""
        try:
            return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.folder))
        except ValueError:
            return False

    @cached_property
    def _excluded(self) -> Patterns:
        return self.patterns(self.exclude)

    def patterns(self, lines: Sequence[str]) -> Patterns:
        """Anchor patterns in the folder of the settings."""
        return Patterns(Path(os.path.abspath(self.folder)), lines)

    def is_excluded(self, path: Path) -> bool:
        """Tell whether `exclude` (patterns as in .gitignore) covers a path."""
        if not self.exclude:
            return False
        return bool(self._excluded.verdict(path, is_folder=os.path.isdir(path)))

    @cached_property
    def _ignores(self) -> tuple[tuple[Patterns, tuple[str, ...]], ...]:
        given = self.check.per_file_ignores.items()
        return tuple((self.patterns([pattern]), names) for pattern, names in given)

    def ignored_checks(self, path: Path) -> tuple[str, ...]:
        """Give the checks that `per-file-ignores` switches off for a path."""
        return tuple(
            name
            for patterns, names in self._ignores
            if patterns.verdict(path, is_folder=os.path.isdir(path))
            for name in names
        )


class Nearest:
    """The settings that hold in each folder: the nearest file upwards, unmerged, read once.

    Where settings are fixed they hold everywhere.
    """

    def __init__(self, fixed: Settings | None = None) -> None:
        self._fixed = fixed
        self._known: dict[Path, Settings | ConfigError] = {}

    @property
    def is_fixed(self) -> bool:
        """Tell whether the same settings hold everywhere."""
        return self._fixed is not None

    def of(self, folder: Path) -> Settings:
        """Give the settings that hold in a folder; ConfigError where they cannot be read."""
        if self._fixed is not None:
            return self._fixed
        try:
            folder = Path(os.path.abspath(folder))
        except OSError:
            return Settings()  # the current folder is gone, and its settings with it
        passed = []
        while folder not in self._known:
            own = _in_folder(folder)
            passed.append(folder)
            if own is not None or folder == folder.parent:
                self._known[folder] = own or Settings()
                break
            folder = folder.parent
        holds = self._known[folder]
        self._known |= dict.fromkeys(passed, holds)
        if isinstance(holds, ConfigError):
            raise holds
        return holds


def _in_folder(folder: Path) -> Settings | ConfigError | None:
    """Read the settings that a folder has of its own, or what is wrong with them."""
    try:
        for name in NAMES:
            path = folder / name
            settings = _from_file(path) if os.path.isfile(path) else None
            if settings is not None:
                return settings
    except ConfigError as error:
        return error
    return None


def load(path: Path) -> Settings:
    """Read the settings of one file; ConfigError where it cannot be read or has no such table."""
    settings = _from_file(path)
    if settings is None:
        raise ConfigError(f"{path}: has no [tool.tenor] table")
    return settings


def _from_file(path: Path) -> Settings | None:
    """Read one file; None for a pyproject.toml without [tool.tenor]."""
    data = _table(path)
    if path.name != "pyproject.toml":
        return _settings(path, data)
    tool = data.get("tool")
    table = tool.get("tenor") if isinstance(tool, dict) else None
    return None if table is None else _settings(path, table)


def _table(path: Path) -> dict[str, object]:
    """Read a TOML file; a byte order mark at its start is none of it."""
    try:
        return toml.table(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {reason_of(error)}") from error


def _settings(path: Path, table: object) -> Settings:
    """Check a table key by key and freeze it."""
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.tenor must be a table")
    known = ("files", "exclude", "words", "check", "checks")
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known)
            if key == "tool" and path.name != "pyproject.toml":
                hint = f": in {path.name} it is [check], not [tool.tenor.check]"
            raise ConfigError(f"{path}: unknown setting {key!r}{hint}")
    return Settings(
        path,
        _strings(f"{path}: files", table.get("files", [])),
        _patterns(f"{path}: exclude", table.get("exclude", [])),
        _valences(path, table["words"]) if "words" in table else {},
        checking.read(path, table.get("check", {}), table.get("checks", {})),
    )


def _strings(where: str, value: object) -> tuple[str, ...]:
    """Check a list of strings."""
    if not (isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)):
        raise SettingTypeError(f"{where} must be a list of strings")
    return tuple(value)


def _patterns(where: str, value: object) -> tuple[str, ...]:
    """Check a list of patterns as in .gitignore."""
    lines = _strings(where, value)
    for line in lines:
        wrong = fault(line)
        if wrong:
            raise ConfigError(f"{where}: {line!r}: {wrong}")
    return lines


def _valences(path: Path, value: object) -> Mapping[str, float]:
    """Check a table of words and their valences."""
    from tenor.tone.words import own_words

    try:
        return own_words(value)
    except TenorError as error:
        raise ConfigError(f"{path}: {error}") from error
