"""Files written whole or not at all; what is no regular file is written straight into."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path

from tenor import signals
from tenor.errors import InputError, reason_of

#: Standard output and standard error, which a path such as /dev/stdout may stand for.
_STREAMS = (1, 2)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it holds all of the data, or what it held before.

    Raises InputError where the system refuses.
    """
    try:
        there = _status(path)
        stream = _stream(there) if there else None
        if stream is not None:
            _write_to_stream(stream, data)
        elif there and not stat.S_ISREG(there.st_mode):
            _write_straight(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data, there)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {reason_of(error)}") from error


def _status(path: Path) -> os.stat_result | None:
    """Give what stands at the end of a path's links; None where nothing does."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _stream(there: os.stat_result) -> int | None:
    """Give the standard stream that goes to this very file, if one does."""
    for descriptor in _STREAMS:
        with suppress(OSError):
            if stat.S_ISREG(there.st_mode) and os.path.samestat(there, os.fstat(descriptor)):
                return descriptor
    return None


def _write_to_stream(descriptor: int, data: bytes) -> None:
    """Write where a standard stream has come to, so that neither loses the other's lines."""
    with os.fdopen(descriptor, "wb", closefd=False) as file:
        file.write(data)


def _write_straight(path: Path, data: bytes) -> None:
    """Write into a device, a pipe or the like, which stays what it is."""
    with os.fdopen(os.open(path, os.O_WRONLY), "wb") as file:
        file.write(data)


def _replace(path: Path, data: bytes, there: os.stat_result | None) -> None:
    """Write a temporary file beside a regular one, give it its owner and mode, and rename it.

    Another hard link to the one that was there keeps the old data: only writing into both could
    change it, and that can break off halfway.
    """
    temporary = path.with_name(f".tenor-{secrets.token_hex(8)}")
    private = partial(os.open, mode=0o600 if there else 0o666)  # until its owner is known
    with signals.afterwards(partial(_remove, temporary)):
        with open(temporary, "xb", opener=private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if there:
            _give_owner(temporary, there)
            temporary.chmod(stat.S_IMODE(there.st_mode))
        temporary.replace(path)


def _give_owner(path: Path, there: os.stat_result) -> None:
    """Give a file the owner and group of another, or its group alone, as far as one may."""
    for owner in (there.st_uid, -1) if hasattr(os, "chown") else ():
        with suppress(OSError):
            os.chown(path, owner, there.st_gid)
            return


def _remove(temporary: Path) -> None:
    """Take away a temporary file that has not become the one it was for."""
    with suppress(OSError):
        temporary.unlink()
