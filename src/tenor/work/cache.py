"""Results by content: a key of everything they depend on, in one sqlite file of the user's.

It lies outside of what is checked, since a checked tree may bring a forged one. Whatever is wrong
with the file, there is no cache, and a new one is made: never a failure, never a wait.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

_FILE = "v2.sqlite"
_TABLE = "CREATE TABLE results (key BLOB PRIMARY KEY, value TEXT, seal BLOB, day INTEGER)"
#: So many results are kept, those used last.
_MOST = 20_000
#: So long another run may hold the file, in seconds.
_PATIENCE = 1
#: sqlite's words for a file that is none of its own, or no longer.
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n"
#: What results depend on beside the program itself: packages, and what their metadata begin with.
_PACKAGES = {"nltk": "nltk-", "markdown_it": "markdown_it_py-"}
_PROGRAM = Path(__file__).parents[1]


class _UnusableError(Exception):
    """A file that is no cache of ours."""


@cache
def program() -> bytes:
    """Hash the program itself, its code and its word tables, and what it stands on."""
    paths = (path for path in _PROGRAM.rglob("*") if path.is_file() and path.suffix != ".pyc")
    digest = blake2b(digest_size=20)
    for path in sorted(paths):
        digest.update(path.relative_to(_PROGRAM).as_posix().encode() + b"\0" + path.read_bytes())
    for words in (sys.version, *map(version_of, _PACKAGES)):
        digest.update(words.encode() + b"\0")
    return digest.digest()


def version_of(package: str) -> str:
    """Give a package's name and version as its metadata folder has them.

    importlib.metadata reads the same, but importing it takes longer than a run from the cache.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return ""
    around = Path(spec.origin).parent.parent
    return " ".join(sorted(path.name for path in around.glob(f"{_PACKAGES[package]}*")))


def key(*parts: bytes) -> bytes:
    """Make the key of a result that depends on these parts and on the program."""
    digest = blake2b(program(), digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def folder() -> Path | None:
    """Give the cache's folder: TENOR_CACHE_DIR, else one in the user's; None where that is none."""
    given = os.environ.get("TENOR_CACHE_DIR")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    usual = user_cache_path("tenor", appauthor=False)
    return usual if usual.is_absolute() else None


def load(where: Path, keys: Iterable[bytes]) -> dict[bytes, str]:
    """Give the results there are, by key, and note the day of their use."""
    try:
        if not os.path.lexists(where / _FILE):
            return {}
        with _open(where) as database:
            known = {key: row for key in keys if (row := _row(database, key))}
            used = [(_today(), key) for key, (_, day) in known.items() if day != _today()]
            with suppress(sqlite3.Error):
                database.executemany("UPDATE results SET day = ? WHERE key = ?", used)
    except (sqlite3.Error, OSError, _UnusableError):
        return {}
    return {key: value for key, (value, _) in known.items()}


def _row(database: sqlite3.Connection, key: bytes) -> tuple[str, object] | None:
    """Give one result and the day of its use; None where it is not as it was written."""
    wanted = "SELECT value, seal, day FROM results WHERE key = ?"
    row = database.execute(wanted, (key,)).fetchone()
    if row is None or not isinstance(row[0], str) or row[1] != _seal(key, row[0]):
        return None
    return row[0], row[2]


def _seal(key: bytes, value: str) -> bytes:
    """Hash a result, so that one that has been damaged is known."""
    return blake2b(key + value.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def store(where: Path, results: Mapping[bytes, str]) -> None:
    """Keep results, in one transaction; a file that is no cache of ours is replaced."""
    if not results:
        return
    try:
        _make(where)
        try:
            _write(where, results)
        except _UnusableError:
            _remove(where)
            _write(where, results)
    except (sqlite3.Error, OSError, _UnusableError):
        return


def _write(where: Path, results: Mapping[bytes, str]) -> None:
    """Write results; the ones longest out of use make room."""
    with _open(where) as database:
        rows = [(key, value, _seal(key, value), _today()) for key, value in results.items()]
        database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
        database.execute(
            "DELETE FROM results WHERE key IN"
            " (SELECT key FROM results ORDER BY day DESC, rowid DESC LIMIT -1 OFFSET ?)",
            (_MOST,),
        )


@contextmanager
def _open(where: Path) -> Iterator[sqlite3.Connection]:
    """Open the file, with its table made or checked; commit and close it at the end."""
    if any(map(_is_in_the_way, _files(where))):
        raise _UnusableError
    database = sqlite3.connect(where / _FILE, timeout=_PATIENCE)
    try:
        with database:
            _check(database)
            yield database
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) in _BROKEN:
            raise _UnusableError from error
        raise
    finally:
        database.close()


def _check(database: sqlite3.Connection) -> None:
    """Make the table in a new file; _UnusableError where another one, or more than it, is there."""
    tables = database.execute(
        "SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL LIMIT 2"
    ).fetchall()
    if not tables:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute(_TABLE)
    elif tables != [("table", _TABLE)]:
        raise _UnusableError


def _files(where: Path) -> list[Path]:
    """Give the cache's file, and those that sqlite may keep beside it."""
    return [where / f"{_FILE}{more}" for more in ("", "-wal", "-shm", "-journal")]


def _is_in_the_way(path: Path) -> bool:
    """Tell whether something stands there that is no file of its own: a link, a pipe, a folder."""
    return os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode)


def _remove(where: Path) -> None:
    """Take away what stands in the place of a cache."""
    for path in _files(where):
        path.unlink(missing_ok=True)


def _make(where: Path) -> None:
    """Make the folder, with what tells git and backups to leave it alone."""
    where.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not os.path.lexists(where / name):
            (where / name).write_text(text)


def _today() -> int:
    return int(time.time() // 86400)
