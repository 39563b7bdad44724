"""Results by content: a key of everything they depend on, in one sqlite file beside the project.

Whatever goes wrong with the file, there is no cache and never a failure.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

_FILE = "v1.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value TEXT, day INTEGER)"
#: So many results are kept, those used last.
_MOST = 20_000
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n"


@cache
def _program() -> bytes:
    """Hash the program itself: its code and its word tables."""
    here = Path(__file__).parent
    paths = (path for path in here.rglob("*") if path.is_file() and path.suffix != ".pyc")
    digest = blake2b(digest_size=20)
    for path in sorted(paths):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def key(*parts: bytes) -> bytes:
    """Make the key of a result that depends on these parts and on the program."""
    digest = blake2b(_program(), digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def folder(project: Path) -> Path:
    """Give the cache's folder: TENOR_CACHE_DIR, else .tenor_cache in the project."""
    given = os.environ.get("TENOR_CACHE_DIR")
    return Path(given) if given else project / ".tenor_cache"


def load(where: Path, keys: Iterable[bytes]) -> dict[bytes, str]:
    """Give the results there are, by key."""
    if not (where / _FILE).is_file():
        return {}
    try:
        with _open(where) as database:
            found = {one: _row(database, one) for one in keys}
    except (sqlite3.Error, OSError):
        return {}
    return {one: value for one, value in found.items() if value is not None}


def _row(database: sqlite3.Connection, one: bytes) -> str | None:
    """Give one result, and note the day of its use."""
    row = database.execute("SELECT value, day FROM results WHERE key = ?", (one,)).fetchone()
    if row is None or not isinstance(row[0], str):
        return None
    if row[1] != _today():
        with suppress(sqlite3.Error):
            database.execute("UPDATE results SET day = ? WHERE key = ?", (_today(), one))
    return str(row[0])


def store(where: Path, results: Mapping[bytes, str]) -> None:
    """Keep results, in one transaction; the ones longest out of use make room."""
    if not results:
        return
    try:
        _make(where)
        with _open(where) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute(_TABLE)
            rows = [(one, value, _today()) for one, value in results.items()]
            database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
            database.execute(
                "DELETE FROM results WHERE key IN"
                " (SELECT key FROM results ORDER BY day DESC, rowid DESC LIMIT -1 OFFSET ?)",
                (_MOST,),
            )
    except (sqlite3.Error, OSError):
        return


class _open:  # noqa: N801
    """A connection that commits and closes."""

    def __init__(self, where: Path) -> None:
        self._database = sqlite3.connect(where / _FILE, timeout=2)

    def __enter__(self) -> sqlite3.Connection:
        return self._database

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._database.commit()
        finally:
            self._database.close()


def _make(where: Path) -> None:
    """Make the folder, with what tells git and backups to leave it alone."""
    where.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not (where / name).exists():
            (where / name).write_text(text)


def _today() -> int:
    return int(time.time() // 86400)
