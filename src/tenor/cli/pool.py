"""Pieces of work, each by itself, in several processes where it pays; progress on stderr."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from tenor.cli import streams

#: Starting a process, with nltk and the tables in it, costs as much as this many bytes of text.
_PAYS = 800_000
_PROGRESS_AFTER = 0.5

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

    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_ignore_interrupt)
    try:
        yield from pool.map(work, jobs, chunksize=max(1, len(jobs) // (workers * 8)))
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
