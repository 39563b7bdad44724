"""Pieces of work shared out to worker processes, which end by the pipe they get their jobs from."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from io import BufferedReader, FileIO
from queue import SimpleQueue
from typing import IO, NamedTuple, TypeVar

from tenor import signals
from tenor.errors import TenorError

#: Nothing is imported before the path is the parent's.
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from tenor.work.worker import serve; serve()"

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")


class WorkerError(TenorError):
    """A worker process that has ended before its time."""


class _Worker(NamedTuple):
    """A process that does one job after another."""

    process: subprocess.Popen[bytes]
    jobs: FileIO
    answers: BufferedReader


def shared(work: Callable[[Piece], Answer], jobs: Sequence[Piece], count: int) -> Iterator[Answer]:
    """Map over the jobs, in order, in so many processes."""
    with ExitStack() as stack:
        workers = [_start(stack) for _ in range(count)]
        yield from _answers(work, jobs, workers)


def _start(stack: ExitStack) -> _Worker:
    """Start a worker, which ends when the stack does, or this process, however it ends.

    A session of its own is out of reach of a terminal's signals. The current folder, which may be
    anyone's, is not on the path.
    """
    flags = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]  # noqa: SLF001
    process = stack.enter_context(
        subprocess.Popen(  # noqa: S603 - Python itself
            [sys.executable, *flags, "-P", "-c", _BOOT, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )
    )
    return _Worker(process, _pipe(process.stdin), BufferedReader(_pipe(process.stdout)))


def _pipe(end: IO[bytes] | None) -> FileIO:
    """Give a pipe as it was asked for: unbuffered."""
    if not isinstance(end, FileIO):
        raise TypeError(end)
    return end


def _answers(
    work: Callable[[Piece], Answer], jobs: Sequence[Piece], workers: Sequence[_Worker]
) -> Iterator[Answer]:
    """Share the jobs out, a thread a worker; when it is broken off no worker goes on."""
    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)
    threads = ThreadPoolExecutor(len(workers))
    try:
        with signals.left_to_the_main_thread():
            done = threads.map(partial(_ask, idle, work), jobs)
        yield from done
    except BaseException:
        for worker in workers:
            worker.process.kill()
        raise
    finally:
        threads.shutdown(cancel_futures=True)


def _ask(idle: SimpleQueue[_Worker], work: Callable[[Piece], Answer], job: Piece) -> Answer:
    """Have a job done by a worker that is idle."""
    data = pickle.dumps(pickle.dumps((work, job)))
    worker = idle.get()
    try:
        _send(worker.jobs, data)
        answer = pickle.load(worker.answers)  # noqa: S301 - our own worker's
    except (OSError, EOFError, pickle.UnpicklingError):
        raise WorkerError("a worker process has ended, perhaps for want of memory") from None
    finally:
        idle.put(worker)
    result: Answer
    result, failure = pickle.loads(answer)  # noqa: S301 - our own worker's
    if failure:
        raise _failed(*failure)
    return result


def _send(pipe: FileIO, data: bytes) -> None:
    """Write all of it, and keep nothing back that closing the pipe would write."""
    left = memoryview(data)
    while left:
        left = left[pipe.write(left) :]


def _failed(name: str, trace: str) -> Exception:
    """Make the error that stands for one in a worker."""
    error = RuntimeError(name)
    error.add_note(trace)
    return error
