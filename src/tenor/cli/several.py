"""Several texts: each its own piece of work, in several processes where it pays."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tenor import files
from tenor.cli import streams
from tenor.cli.inputs import STDIN, Texts
from tenor.errors import TenorError

if TYPE_CHECKING:
    from tenor.formats.json import Object

#: Starting a process costs as much as reading this many bytes of text.
_PAYS = 400_000
_PROGRESS_AFTER = 0.5


class Job(NamedTuple):
    """One text to analyse: its name, its settings, and its bytes where they came by stdin."""

    name: str
    encoding: str | None
    words: Mapping[str, float]
    every: bool
    engine: str = "tenor"
    data: bytes | None = None


class Outcome(NamedTuple):
    """What came of one text: its object or its error, and a warning about its encoding."""

    result: Object | TenorError
    warning: str | None = None


def outcomes(texts: Texts, *, every: bool, engine: str, quiet: bool) -> Iterator[Outcome]:
    """Analyse each text, in order; one that cannot be read yields its error."""
    jobs = [_job(texts, name, every=every, engine=engine) for name in texts.names]
    with _progress(len(jobs), quiet=quiet) as advance:
        for outcome in _mapped(jobs):
            yield outcome
            advance()


def _job(texts: Texts, name: str, *, every: bool, engine: str) -> Job:
    """Describe one text's analysis in plain data, which any process can take."""
    words = dict(texts.settings(name).words)
    if name == STDIN:
        shown = texts.stdin_name or STDIN
        return Job(shown, texts.encoding, words, every, engine, streams.read_stdin())
    return Job(name, texts.encoding, words, every, engine)


def _mapped(jobs: Sequence[Job]) -> Iterator[Outcome]:
    """Map over the jobs here, or in as many processes as pay for themselves."""
    workers = min(os.cpu_count() or 1, len(jobs), sum(map(_size, jobs)) // _PAYS)
    if workers < 2:
        yield from map(_outcome, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_ignore_interrupt)
    try:
        yield from pool.map(_outcome, jobs, chunksize=max(1, len(jobs) // (workers * 8)))
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _size(job: Job) -> int:
    """Give a text's size in bytes, 0 where it cannot be seen."""
    try:
        return len(job.data) if job.data is not None else Path(job.name).stat().st_size
    except OSError:
        return 0


def _outcome(job: Job) -> Outcome:
    """Analyse one text."""
    from tenor.analysis import analyze, read_source
    from tenor.formats import json

    try:
        if job.data is not None:
            source = files.decode(job.data, job.name, job.encoding)
        else:
            source = files.load(job.name, job.encoding)
    except TenorError as error:
        return Outcome(error)
    analysis = analyze(read_source(source), job.words, job.engine)
    return Outcome(json.report(analysis, every=job.every), source.warning)


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
