"""Reports: the full one of a single text, or a row for each of several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tenor.cli import streams
from tenor.cli.report import Form, Sort
from tenor.errors import Failure, TenorError, UsageError, failure
from tenor.formats import reports
from tenor.work import pool
from tenor.work.pool import Progress
from tenor.work.say import Say
from tenor.work.texts import STDIN, Texts, Wanted, find, note_skipped, refuse_overwriting, set_paths
from tenor.work.unit import Job, Made, Outcome, do, told

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.formats.terminal.ink import Ink
    from tenor.summary import Summary

#: Writes what was made of each text, and what could not be read.
Write = Callable[[Sequence[Made], Sequence[Failure]], str]


@dataclass(frozen=True)
class ReportRequest:
    """A report as it is asked for: of which texts, by which engine, with what, in which form."""

    wanted: Wanted
    engine: str
    every: bool
    gist: bool
    sort: Sort | None
    top: int | None
    form: Form
    look: streams.Look
    say: Say
    progress: Progress


def report_on(request: ReportRequest) -> bool | None:
    """Report on all that is asked for: tell if all was done, None where there is nothing."""
    texts = _find(request.wanted)
    if texts is None:
        return None
    refuse_overwriting(texts, [output] if (output := request.look.output) else ())
    for error in texts.errors:
        request.say.error(str(error))
    note_skipped(texts, request.say)
    if not texts.names and not texts.errors:
        return True
    is_single = len(texts.names) == 1 and not texts.errors
    if is_single and request.form in {"text", "md"}:
        return _full(texts, request)
    if not is_single:
        _refuse_idle(request)
    return _rows(texts, request)


def _refuse_idle(request: ReportRequest) -> None:
    """Stop at what does nothing to several texts."""
    is_rows = request.form not in {"json", "jsonl"}
    for option, is_idle in (
        ("--gist", request.gist and is_rows),
        ("--all", request.every and is_rows),
        ("--sort", request.sort is not None and not is_rows),
        ("--top", request.top is not None and not is_rows),
    ):
        if is_idle:
            takes = "one text, or --json" if is_rows else "the forms text, csv and md"
            raise UsageError(f"{option} is for {takes}")


def _find(wanted: Wanted) -> Texts | None:
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


def _full(texts: Texts, request: ReportRequest) -> bool:
    """Draw the full report of a single text."""
    (name,) = texts.names
    text, ink = texts.text(name, request.engine), request.look.ink()
    job = Job(text, partial(_drawn, request, ink))
    (outcome,) = pool.mapped(do, [job], [text.size()], request.progress)
    drawn = told(outcome, text.name, request.say)
    if isinstance(drawn, Failure):
        if request.form == "md":
            _show(reports.row_writer("md")((), [drawn]), request)
        return False
    _show(drawn, request)
    return True


def _drawn(request: ReportRequest, ink: Ink, analysis: Analysis) -> str:
    """Draw the full report."""
    if request.form == "md":
        from tenor.formats.reports import markdown

        return markdown.report(analysis)
    from tenor.formats.terminal import report as full

    return full.draw(analysis, ink, has_every=request.every, has_gist=request.gist)


def _rows(texts: Texts, request: ReportRequest) -> bool:
    """Report on texts, a row or an object each; one bad file does not stop the others."""
    from tenor.summary import summarize

    match request.form:
        case "json" | "jsonl":
            from tenor.formats.reports import json

            make = partial(json.report, every=request.every)
            return _written(texts, request, make, reports.object_writer(request.form))
        case "text":
            return _written(texts, request, summarize, partial(_table, request))
        case form:
            write = partial(_ranked, request, reports.row_writer(form))
            return _written(texts, request, summarize, write)


def _table(request: ReportRequest, made: Sequence[Summary], failures: Sequence[Failure]) -> str:
    """Draw a row a text, or nothing where all have failed: that is said already."""
    from tenor.formats.terminal import table
    from tenor.summary import ranked

    rows = ranked(made, request.sort)
    return table.draw(rows, request.look.ink(), failures, request.top) if made else ""


def _ranked(
    request: ReportRequest,
    write: Write[Summary],
    made: Sequence[Summary],
    failures: Sequence[Failure],
) -> str:
    """Write a row a text, in the order and as many as are asked for."""
    from tenor.summary import ranked

    return write(ranked(made, request.sort)[: request.top], failures)


def _written(
    texts: Texts,
    request: ReportRequest,
    make: Callable[[Analysis], Made],
    write: Write[Made],
) -> bool:
    """Make of each text what a form wants of it, and write that; tell if all could be read."""
    made: list[Made] = []
    failures = [failure(error) for error in texts.errors]
    is_streamed = request.form == "jsonl" and request.look.output is None
    for name, outcome in zip(texts.names, _outcomes(texts, request, make), strict=True):
        result = told(outcome, texts.shown(name), request.say)
        if isinstance(result, Failure):
            failures.append(result)
        elif is_streamed:
            _show(write([result], ()), request)
        else:
            made.append(result)
    _show(write(made, failures), request)
    return not failures


def _outcomes(
    texts: Texts, request: ReportRequest, make: Callable[[Analysis], Made]
) -> Iterator[Outcome[Made]]:
    """Analyse each text, in order; one that cannot be read yields its error."""
    jobs = [Job(texts.text(name, request.engine), make) for name in texts.names]
    sizes = [job.text.size() for job in jobs]
    yield from pool.mapped(do, jobs, sizes, request.progress)


def _show(shown: str, request: ReportRequest) -> None:
    """Write a report where it is asked for, as data or for people."""
    if request.form != "text":
        streams.write(shown, request.look.output, is_data=True)
    elif shown:
        streams.show(shown, request.look.ink(), request.look.output)
