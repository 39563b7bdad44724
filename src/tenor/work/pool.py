"""Pieces of work, each by itself, in several processes where it pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

#: There is a process for so many bytes of text, so that a second one starts at twice as many. It
#: takes 0.55 s of CPU to start, with nltk and the tables in it, and a report takes about 10 s a MB,
#: a check 5.5: two processes are even with one at about 110 kB and 200 kB on two idle cores, and
#: later on busy ones (fresh processes, least of seven each, on a busy machine with two cores).
_PAYS = 200_000

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")


#: Makes, of the size in bytes of each job, a context whose function is called after each.
Progress = Callable[[Sequence[int]], AbstractContextManager[Callable[[], object]]]


def unseen(_: Sequence[int]) -> AbstractContextManager[Callable[[], object]]:
    """Show no progress."""
    return nullcontext(lambda: None)


def mapped(
    work: Callable[[Piece], Answer],
    jobs: Sequence[Piece],
    sizes: Sequence[int],
    progress: Progress = unseen,
) -> Iterator[Answer]:
    """Map over the jobs, in order, here or in as many processes as their sizes in bytes pay for."""
    with progress(sizes) as advance:
        for result in _results(work, jobs, sum(sizes)):
            yield result
            advance()


def _results(work: Callable[[Piece], Answer], jobs: Sequence[Piece], size: int) -> Iterator[Answer]:
    count = min(os.cpu_count() or 1, len(jobs), size // _PAYS)
    if count < 2:
        yield from map(work, jobs)
        return
    from tenor.work.processes import shared

    yield from shared(work, jobs, count)
