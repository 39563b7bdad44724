"""Reports: the full one of a single text, or a row for each of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tenor.cli import streams
from tenor.errors import Failure, TenorError, failure
from tenor.formats.objects import dumps, error_lines, lines
from tenor.work import pool
from tenor.work.pool import Progress
from tenor.work.say import Say
from tenor.work.texts import STDIN, Texts, Wanted, find, note_skipped, set_paths
from tenor.work.unit import Job, Made, Outcome, Text, do

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
    if len(texts.names) == 1 and not texts.errors:
        return _one(texts, request)
    return _several(texts, request) if texts.names or texts.errors else True


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
        return _one_drawn(text, request)
    outcome = do(Job(text, partial(json.report, every=request.every)))
    one = _done(outcome, text.name, request.say)
    if isinstance(one, Failure):
        _write_all([], [one], request)
        return False
    if request.form == "json":
        _write(dumps(one), request)
    else:
        _write_all([one], [], request)
    return True


def _one_drawn(text: Text, request: ReportRequest) -> bool:
    """Draw the report of a single text."""
    ink = request.look.ink()
    drawn = _done(do(Job(text, partial(_drawn, request, ink))), text.name, request.say)
    if isinstance(drawn, Failure):
        return False
    streams.show(drawn, ink, request.look.output)
    return True


def _done(outcome: Outcome[Made], name: str, say: Say) -> Made | Failure:
    """Give what came of a text, and say what is wrong with it."""
    if outcome.warning:
        say.note(outcome.warning)
    if isinstance(outcome.result, TenorError):
        say.error(str(outcome.result))
        return failure(outcome.result, name)
    return outcome.result


def _drawn(request: ReportRequest, ink: Ink, analysis: Analysis) -> str:
    """Draw the full report."""
    from tenor.formats.terminal import report as full

    return full.draw(analysis, ink, has_every=request.every, has_gist=request.gist)


def _several(texts: Texts, request: ReportRequest) -> bool:
    """Report on several texts, a row each; one bad file does not stop the others."""
    objects: list[Object] = []
    failures = [failure(error) for error in texts.errors]
    is_streamed = request.form == "jsonl" and request.look.output is None
    for name, outcome in zip(texts.names, _outcomes(texts, request), strict=True):
        one = _done(outcome, texts.shown(name), request.say)
        if isinstance(one, Failure):
            failures.append(one)
        elif is_streamed:
            _write(lines([one]), request)
        else:
            objects.append(one)
    _write_all(objects, failures, request)
    return not failures


def _outcomes(texts: Texts, request: ReportRequest) -> Iterator[Outcome[Object]]:
    """Analyse each text, in order; one that cannot be read yields its error."""
    from tenor.formats import json

    make = partial(json.report, every=request.every)
    jobs = [Job(texts.text(name, request.engine), make) for name in texts.names]
    size = sum(job.text.size() for job in jobs)
    yield from pool.mapped(do, jobs, size, request.progress)


def _write_all(objects: list[Object], failures: list[Failure], request: ReportRequest) -> None:
    """Write the objects of several texts, and what could not be read, in the form asked for."""
    from tenor.formats import csv, json, markdown
    from tenor.formats.terminal import table

    if request.form == "text":
        ink = request.look.ink()
        if objects:
            streams.show(table.draw(objects, ink, failures), ink, request.look.output)
    elif request.form == "json":
        _write(dumps(json.several(objects, failures)), request)
    elif request.form == "jsonl":
        _write(lines(objects) + error_lines(failures), request)
    else:
        writers = {"csv": csv.write, "md": markdown.write}
        _write(writers[request.form](objects, failures), request)


def _write(data: str, request: ReportRequest) -> None:
    """Write a report that is data where it is asked for."""
    streams.write(data, request.look.output, is_data=True)
