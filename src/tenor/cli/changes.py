"""Only what has changed: findings in new sentences, and budgets that got worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tenor import files, git
from tenor.baseline import is_no_worse
from tenor.checks import Examined, Finding
from tenor.checks.check import Trace
from tenor.checks.run import sentences, source_line
from tenor.cli import streams
from tenor.cli.inputs import STDIN
from tenor.cli.work import Job, Outcome
from tenor.document import Document
from tenor.errors import TenorError, UsageError

Changes = Mapping[Path, git.Change]


class _Old(NamedTuple):
    """What there was: the findings by check and sentence, the budgets by file and check."""

    findings: Counter[tuple[str, str]]
    measures: dict[tuple[str, str], float]


def changes(diff: str | None, paths: Sequence[str]) -> Changes | None:
    """Give what has changed since a revision, or by a diff on stdin; None where nobody asks."""
    if diff is None:
        return None
    if diff == STDIN and STDIN in paths:
        raise UsageError("--diff - and - both want standard input")
    found = git.parse(streams.read_stdin()) if diff == STDIN else git.since(diff)
    root = git.top() or Path()
    return {(root / one.path).resolve(): one for one in found if one.path}


def worsened(
    findings: Sequence[Finding],
    jobs: Sequence[Job],
    changed: Changes,
    check: Callable[[Sequence[Job]], Sequence[Outcome]],
) -> list[Finding]:
    """Keep what is new: in sentences on changed lines that were not there, or a worse budget."""
    own = {job.name: changed[Path(job.name).resolve()] for job in jobs}
    wanted = {one.file for one in findings}
    now = {job.name: job for job in jobs if job.name in wanted}
    before = {name: _before(job, own[name]) for name, job in now.items()}
    old = _old(before, check([*before.values()]))
    touched: list[Finding] = []
    for one in findings:
        if one.value is None and _meets(one.lines, _added(own[one.file])):
            touched.append(one)
        elif one.value is None:
            old.findings[one.check, one.sentence] -= 1
    kept = []
    for one in touched:
        mark = (one.check, one.sentence)
        if old.findings[mark] <= 0:
            kept.append(one)
        old.findings[mark] -= 1
    for one in findings:
        was = old.measures.get((one.file, one.check))
        if one.value is not None and (was is None or not is_no_worse(one.value, was, one.worse)):
            added = _added(own[one.file])
            kept.append(_by_new_sentences(one, added, now[one.file], before[one.file], was))
    return kept


def _old(jobs: Mapping[str, Job], outcomes: Sequence[Outcome]) -> _Old:
    """Gather what was found in the texts as they were; a moved paragraph may come from any."""
    old = _Old(Counter(), {})
    for name, outcome in zip(jobs, outcomes, strict=True):
        if isinstance(outcome.result, Examined):
            for one in outcome.result.findings:
                old.findings[one.check, one.sentence] += 1
                if one.value is not None:
                    old.measures[name, one.check] = one.value
    return old


def _added(change: git.Change) -> frozenset[int] | None:
    """Give the lines that are new; None for all of them."""
    return None if change.hunks is None else git.added_lines(change.hunks)


def _meets(lines: tuple[int, int], added: frozenset[int] | None) -> bool:
    first, last = lines
    return added is None or not added.isdisjoint(range(first, last + 1))


def _before(job: Job, change: git.Change) -> Job:
    """Give the job of checking a text as it was."""
    data = b"" if change.hunks is None else git.text_before(job.data, change.hunks)
    return job._replace(data=data)


def _by_new_sentences(
    one: Finding, added: frozenset[int] | None, now: Job, before: Job, was: float | None
) -> Finding:
    """Point a budget at the new sentences that made it worse."""
    rose = one.message if was is None else f"{one.message}; it was {was:.4g} before this change"
    old = _sentences(before)
    new = [
        trace
        for trace in (Trace(one.place, 0.0, one.label, one.sentence), *one.evidence)
        if _meets((trace.place.start.line, trace.place.end.line), added)
        and trace.sentence not in old
    ]
    if not new:
        return one._replace(message=rose)
    first = new[0]
    return one._replace(
        message=rose,
        place=first.place,
        label=f"new: {first.note}",
        sentence=first.sentence,
        evidence=tuple(new[1:]),
        source=source_line(_document(now), first.place.span),
        help="",
    )


def _sentences(job: Job) -> set[str]:
    """Give the sentences of a text."""
    try:
        return sentences(_document(job))
    except TenorError:
        return set()


def _document(job: Job) -> Document:
    """Read a job's text."""
    from tenor.analysis import read_source

    return read_source(files.decode(job.data, job.name, job.encoding))
