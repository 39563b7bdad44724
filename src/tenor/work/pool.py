"""Pieces of work, each by itself, in several processes where it pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

#: Starting a process, with nltk and the tables in it, costs as much as this many bytes of text.
_PAYS = 800_000

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
