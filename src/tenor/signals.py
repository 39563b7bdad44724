"""Signals: what breaks a run off ends it at once, and nothing of what it had begun is left."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_HAS_SIGPIPE = hasattr(signal, "SIGPIPE")
#: Ctrl-C, a polite kill, a terminal that is closed.
_BREAKING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
#: What clears away what has been begun, the latest last.
_begun: list[Callable[[], object]] = []


def end_the_run() -> None:
    """Let every such signal end the process from here on, wherever it stands.

    It is ended by the signal itself, which a shell shows as 130, 143, 129 and, for a closed pipe,
    141: only so does Ctrl-C end a loop of commands too. No exception is raised, since one is
    printed and lost where it comes in a callback or a destructor. What is ignored from outside, as
    by nohup or in a script's background, stays so.
    """
    for breaking in _BREAKING:
        if signal.getsignal(breaking) is not signal.SIG_IGN:
            signal.signal(breaking, _end)
    if _HAS_SIGPIPE:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _end(breaking: int, _frame: FrameType | None) -> None:
    """Clear away and end; a second signal in the meantime does the same again."""
    for clear in reversed(_begun):
        with suppress(Exception):
            clear()
    if os.name == "posix":
        signal.signal(breaking, signal.SIG_DFL)
        signal.raise_signal(breaking)
    os._exit(128 + breaking)  # the first process of a container outlives its own signals


@contextmanager
def afterwards(clear: Callable[[], object]) -> Iterator[None]:
    """Clear away after what is done within, however that ends: by a signal, too."""
    _begun.append(clear)
    try:
        yield
    finally:
        clear()
        _begun.remove(clear)


@contextmanager
def left_to_the_main_thread() -> Iterator[None]:
    """Keep signals out of the threads that are started within.

    One that came to a thread would not wake the main one; a pipe that closes is an error there.
    """
    if not _HAS_SIGPIPE:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [*_BREAKING, signal.SIGPIPE])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
