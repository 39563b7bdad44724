"""Several texts: each its own piece of work, in several processes where it pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tenor import files
from tenor.cli import pool, streams
from tenor.cli.inputs import STDIN, Texts
from tenor.errors import TenorError

if TYPE_CHECKING:
    from tenor.formats.objects import Object


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
    yield from pool.mapped(_outcome, jobs, sum(map(_size, jobs)), quiet=quiet)


def _job(texts: Texts, name: str, *, every: bool, engine: str) -> Job:
    """Describe one text's analysis in plain data, which any process can take."""
    words = dict(texts.settings(name).words)
    if name == STDIN:
        shown = texts.stdin_name or STDIN
        return Job(shown, texts.encoding, words, every, engine, streams.read_stdin())
    return Job(name, texts.encoding, words, every, engine)


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
