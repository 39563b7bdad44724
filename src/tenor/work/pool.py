"""Pieces of work, each by itself, in several processes where it pays."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeVar

#: Starting a process, with nltk and the tables in it, costs as much as this many bytes of text.
_PAYS = 800_000
_SAFE_PATH = "PYTHONSAFEPATH"
_HAS_SIGPIPE = hasattr(signal, "SIGPIPE")

Job = TypeVar("Job")
Result = TypeVar("Result")


#: Makes, of how many jobs there are, a context whose function is called after each.
Progress = Callable[[int], AbstractContextManager[Callable[[], object]]]


def unseen(_: int) -> AbstractContextManager[Callable[[], object]]:
    """Show no progress."""
    return nullcontext(lambda: None)


def mapped(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    size: int,
    progress: Progress = unseen,
) -> Iterator[Result]:
    """Map over the jobs, in order, here or in as many processes as `size` bytes pay for."""
    with progress(len(jobs)) as advance:
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
