"""Reports: the full one of a single text, or a row for each of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tenor.cli import streams
from tenor.errors import TenorError
from tenor.formats.objects import dumps, lines
from tenor.work import pool
from tenor.work.pool import Progress
from tenor.work.say import Say
from tenor.work.texts import STDIN, Texts, Wanted, find, note_skipped, set_paths
from tenor.work.unit import Job, Made, Outcome, do

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.formats.objects import Object
    from tenor.formats.terminal.ink import Ink


@dataclass(frozen=True)
class ReportRequest:
    """A report as it is asked for: of which texts, by which engine, with what, in which form."""

    wanted: Wanted
    engine: str
    every: bool
    gist: bool
    form: str
    look: streams.Look
    say: Say
    progress: Progress


def report_on(request: ReportRequest) -> bool | None:
    """Report on all that is asked for: tell if all was done, None where there is nothing."""
    texts = _found(request.wanted)
    if texts is None:
        return None
    for error in texts.errors:
        request.say.error(str(error))
    note_skipped(texts, request.say)
    if not texts.names:
        return not texts.errors
    is_done = _one(texts, request) if len(texts.names) == 1 else _several(texts, request)
    return is_done and not texts.errors


def _found(wanted: Wanted) -> Texts | None:
    """Find the texts that are asked for; None where there is nothing to read.

    Without paths that is stdin, where it is a pipe or a file, else the `files` of the settings.
    """
    errors: tuple[TenorError, ...] = ()
    if not wanted.paths and streams.has_piped_input():
        wanted = replace(wanted, paths=(STDIN,))
    elif not wanted.paths:
        paths, errors = set_paths(wanted.nearest)
        wanted = replace(wanted, paths=paths)
    return find(wanted, errors) if wanted.paths or errors else None


def _one(texts: Texts, request: ReportRequest) -> bool:
    """Report on a single text in full."""
    from tenor.formats import json

    (name,) = texts.names
    text = texts.text(name, request.engine)
    if request.form == "text":
        ink = request.look.ink()
        drawn = do(Job(text, partial(_drawn, request, ink)))
        streams.show(_done(drawn, request.say), ink, request.look.output)
        return True
    outcome = do(Job(text, partial(json.report, every=request.every)))
    one = _done(outcome, request.say)
    if request.form == "json":
        _write(dumps(one), request)
    else:
        _write_all([one], request)
    return True


def _done(outcome: Outcome[Made], say: Say) -> Made:
    """Give what came of the only text, or raise what is wrong with it."""
    if outcome.warning:
        say.note(outcome.warning)
    if isinstance(outcome.result, TenorError):
        raise outcome.result
    return outcome.result


def _drawn(request: ReportRequest, ink: Ink, analysis: Analysis) -> str:
    """Draw the full report."""
    from tenor.formats.terminal import report as full

    return full.draw(analysis, ink, every=request.every, gist=request.gist)


def _several(texts: Texts, request: ReportRequest) -> bool:
    """Report on several texts, a row each; one bad file does not stop the others."""
    objects: list[Object] = []
    is_streamed = request.form == "jsonl" and request.look.output is None
    failed = 0
    for outcome in _outcomes(texts, request):
        if outcome.warning:
            request.say.note(outcome.warning)
        if isinstance(outcome.result, TenorError):
            request.say.error(str(outcome.result))
            failed += 1
        elif is_streamed:
            streams.write(lines([outcome.result]), None, is_data=True)
        else:
            objects.append(outcome.result)
    if not is_streamed:
        _write_all(objects, request)
    return not failed


def _outcomes(texts: Texts, request: ReportRequest) -> Iterator[Outcome[Object]]:
    """Analyse each text, in order; one that cannot be read yields its error."""
    from tenor.formats import json

    make = partial(json.report, every=request.every)
    jobs = [Job(texts.text(name, request.engine), make) for name in texts.names]
    size = sum(job.text.size() for job in jobs)
    yield from pool.mapped(do, jobs, size, request.progress)


def _write_all(objects: list[Object], request: ReportRequest) -> None:
    """Write the objects of several texts in the form asked for."""
    from tenor.formats import csv, json, markdown
    from tenor.formats.terminal import table

    if request.form == "text":
        ink = request.look.ink()
        streams.show(table.draw(objects, ink), ink, request.look.output)
    elif request.form == "json":
        _write(dumps(json.several(objects)), request)
    else:
        writers = {"jsonl": lines, "csv": csv.write, "md": markdown.write}
        _write(writers[request.form](objects), request)


def _write(data: str, request: ReportRequest) -> None:
    """Write a report that is data where it is asked for."""
    streams.write(data, request.look.output, is_data=True)
