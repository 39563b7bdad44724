"""Patterns as in .gitignore: which paths they cover.

A .gitignore is anyone's: a line that makes no sense, or that no program could match in time, is
passed over, as git passes over what it does not understand. In settings such a line is an error.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: So many stars may stand in one part of a path, and so many `**` in all: the time to match k of
#: them grows with the k-th power of a name's length, and with that of a path's.
_MOST_STARS, _MOST_DEEP = 3, 2
#: No path that a system takes is longer, and the time to read a line grows with its square.
_LONGEST = 4096


@dataclass(frozen=True)
class Patterns:
    """Some patterns, and the folder they are anchored in."""

    folder: Path
    lines: Sequence[str]

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        try:
            return _compiled([line for line in self.lines if _excess(line) is None])
        except (ValueError, re.error):
            return _compiled([line for line in self.lines if fault(line) is None])

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        """Tell whether the patterns cover a path, or let it in again; None if they say nothing."""
        try:
            name = Path(os.path.abspath(path)).relative_to(self.folder).as_posix()
        except ValueError:
            return None
        return self._spec.check_file(name + "/" * is_folder).include


def fault(line: str) -> str | None:
    """Say what is wrong with a pattern, None if nothing is."""
    excess = _excess(line)
    if excess:
        return excess
    try:
        _compiled([line])
    except (ValueError, re.error):
        return "no pattern as in .gitignore"
    return None


def read_gitignore(folder: Path) -> Patterns | None:
    """Read a folder's .gitignore; None where there is none that is a file."""
    path = folder / ".gitignore"
    try:
        if not path.is_file() or path.is_symlink():
            return None
        text = path.read_text("utf-8-sig", "surrogateescape")
    except OSError:
        return None
    return Patterns(Path(os.path.abspath(folder)), text.replace("\r\n", "\n").split("\n"))


def _excess(line: str) -> str | None:
    """Say what a pattern has too much of to be matched in time, None if nothing."""
    if len(line) > _LONGEST:
        return f"more than {_LONGEST} characters"
    parts = line.split("/")
    stars = max(part.count("*") for part in parts)
    if stars > _MOST_STARS or parts.count("**") > _MOST_DEEP:
        return f"more than {_MOST_STARS} stars between slashes, or {_MOST_DEEP} times **"
    return None


def _compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 20 ms that most runs can spare

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of `[[`, which means what it says
        return GitIgnoreSpec.from_lines(lines)
