"""Settings: the nearest tenor.toml, .tenor.toml or [tool.tenor] of a pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tenor.config import checking
from tenor.config.checking import CheckSettings
from tenor.errors import ConfigError, did_you_mean

NAMES = ("tenor.toml", ".tenor.toml", "pyproject.toml")


@dataclass(frozen=True)
class Settings:
    """What a project has set; `origin` is the file it comes from, None for the defaults."""

    origin: Path | None = None
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    words: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    check: CheckSettings = field(default_factory=CheckSettings)

    @property
    def folder(self) -> Path:
        """The folder that the paths and patterns in the settings are relative to."""
        return self.origin.parent if self.origin else Path()

    def paths(self) -> list[str]:
        """Give `files` as paths from the current folder."""
        here = Path.cwd()
        folder = self.folder.absolute()
        if folder == here:
            return list(self.files)
        return [(folder / name).as_posix() for name in self.files]

    def is_excluded(self, path: Path) -> bool:
        """Tell whether `exclude` (patterns as in .gitignore) covers a path."""
        if not self.exclude:
            return False
        from pathspec import GitIgnoreSpec

        try:
            name = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            return False
        spec = GitIgnoreSpec.from_lines(self.exclude)
        return spec.match_file(name) or (path.is_dir() and spec.match_file(f"{name}/"))


def nearest(start: Path) -> Settings:
    """Find the settings that hold for a file or folder: the nearest file upwards, unmerged."""
    start = start.absolute()
    for folder in (start, *start.parents):
        for name in NAMES:
            settings = _from_file(folder / name) if (folder / name).is_file() else None
            if settings is not None:
                return settings
    return Settings()


def load(path: Path) -> Settings:
    """Read the settings of one file; ConfigError where there is no such file or table."""
    if not path.is_file():
        raise ConfigError(f"{path}: No such file")
    settings = _from_file(path)
    if settings is None:
        raise ConfigError(f"{path}: has no [tool.tenor] table")
    return settings


def _from_file(path: Path) -> Settings | None:
    """Read one file; None for a pyproject.toml without [tool.tenor]."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if path.name == "pyproject.toml":
        tool = data.get("tool")
        table = tool.get("tenor") if isinstance(tool, dict) else None
        if table is None:
            return None
    else:
        table = data
    return _settings(path, table)


def _settings(path: Path, table: object) -> Settings:
    """Check a table key by key and freeze it."""
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.tenor must be a table")
    known = ("files", "exclude", "words", "check", "checks")
    for key in table:
        if key not in known:
            raise ConfigError(f"{path}: unknown setting {key!r}{did_you_mean(key, known)}")
    return Settings(
        path,
        _strings(path, "files", table.get("files", [])),
        _strings(path, "exclude", table.get("exclude", [])),
        _valences(path, table.get("words", {})),
        checking.read(path, table.get("check", {}), table.get("checks", {})),
    )


def _strings(path: Path, key: str, value: object) -> tuple[str, ...]:
    """Check a list of strings."""
    if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        raise ConfigError(f"{path}: {key} must be a list of strings")
    return tuple(value)


def _valences(path: Path, value: object) -> Mapping[str, float]:
    """Check a table of words and their valences, −4 (worst) to +4 (best)."""
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: words must be a table of word = valence")
    for word, valence in value.items():
        is_number = isinstance(valence, int | float) and not isinstance(valence, bool)
        if not is_number or not -4 <= valence <= 4:
            raise ConfigError(f"{path}: words.{word} must be a number from -4 to 4")
    return MappingProxyType({word.lower(): float(valence) for word, valence in value.items()})
