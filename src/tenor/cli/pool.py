"""Pieces of work, each by itself, in several processes where it pays; progress on stderr."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeVar

from tenor.cli import streams

#: Starting a process, with nltk and the tables in it, costs as much as this many bytes of text.
_PAYS = 800_000
_PROGRESS_AFTER = 0.5
_SAFE_PATH = "PYTHONSAFEPATH"
_HAS_SIGPIPE = hasattr(signal, "SIGPIPE")

Job = TypeVar("Job")
Result = TypeVar("Result")


def mapped(
    work: Callable[[Job], Result], jobs: Sequence[Job], size: int, *, quiet: bool
) -> Iterator[Result]:
    """Map over the jobs, in order, here or in as many processes as `size` bytes pay for."""
    with _progress(len(jobs), quiet=quiet) as advance:
        for result in _results(work, jobs, size):
            yield result
            advance()


def _results(work: Callable[[Job], Result], jobs: Sequence[Job], size: int) -> Iterator[Result]:
    workers = min(os.cpu_count() or 1, len(jobs), size // _PAYS)
    if workers < 2:
        yield from map(work, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    is_done = False
    with _starting():
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)
        done = pool.map(work, jobs, chunksize=max(1, len(jobs) // (workers * 8)))
    try:
        yield from done
        is_done = True
    finally:
        if not is_done:
            _end_workers()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _starting() -> Iterator[None]:
    """Keep the current folder, which may be anyone's, off the path that workers import from.

    A worker that dies is no closed pipe to die of: the threads that feed the workers inherit it.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE]) if _HAS_SIGPIPE else set()
    try:
        yield
    finally:
        if _HAS_SIGPIPE:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def _end_workers() -> None:
    """End the workers at once, whatever they are doing."""
    from multiprocessing import active_children

    for worker in active_children():
        worker.terminate()


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when it ends, however it ends."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent's end, then end without a word."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _progress(total: int, *, quiet: bool) -> AbstractContextManager[Callable[[], object]]:
    """Show progress on stderr, only on a terminal and only after a while."""
    if quiet or not streams.is_terminal(sys.stderr):
        return nullcontext(lambda: None)
    return _Bar(total)


class _Bar:
    """A line on stderr that counts texts, shown once half a second has gone by."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.shown = total, 0, False
        self.began = time.monotonic()

    def __enter__(self) -> Callable[[], object]:
        return self.advance

    def __exit__(self, *_: object) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def advance(self) -> None:
        """Count one text more."""
        self.done += 1
        if time.monotonic() - self.began > _PROGRESS_AFTER:
            self.shown = True
            sys.stderr.write(f"\r{self.done:,} of {self.total:,} texts")
            sys.stderr.flush()
