"""The work on each text: from the cache where it is known, else in several processes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tenor import cache, files
from tenor.checks import Examined, Finding, Rule
from tenor.checks.check import Line, Measured, Place, Trace
from tenor.cli import pool
from tenor.document import Position, Span
from tenor.errors import TenorError


class Job(NamedTuple):
    """One text to check, in plain data, which any process can take."""

    name: str
    data: bytes
    encoding: str | None
    words: Mapping[str, float]
    rules: tuple[Rule, ...]


class Outcome(NamedTuple):
    """What came of one text: its result or its error, and a warning about its encoding."""

    result: Examined | TenorError
    warning: str | None = None


def outcomes(jobs: Sequence[Job], where: Path | None, *, quiet: bool) -> list[Outcome]:
    """Check each text, in order; what is in the cache is not checked again."""
    keys = [_key(job) for job in jobs] if where else []
    known = _known(where, keys, jobs) if where else {}
    todo = [(at, job) for at, job in enumerate(jobs) if at not in known]
    size = sum(len(job.data) for _, job in todo)
    fresh = dict(
        zip(
            (at for at, _ in todo),
            pool.mapped(work, [job for _, job in todo], size, quiet=quiet),
            strict=True,
        )
    )
    if where:
        kept = {keys[at]: _dumps(one) for at, one in fresh.items() if _is_kept(one)}
        cache.store(where, kept)
    return [fresh[at] if at in fresh else known[at] for at, _ in enumerate(jobs)]


def _known(where: Path, keys: Sequence[bytes], jobs: Sequence[Job]) -> dict[int, Outcome]:
    """Give the results that are in the cache, by the number of their job."""
    rows = cache.load(where, keys)
    found = ((at, _loads(rows[one], jobs[at].name)) for at, one in enumerate(keys) if one in rows)
    return {at: outcome for at, outcome in found if outcome is not None}


def work(job: Job) -> Outcome:
    """Check one text."""
    from tenor.analysis import analyze, read_source
    from tenor.checks.run import examine

    try:
        source = files.decode(job.data, job.name, job.encoding)
    except TenorError as error:
        return Outcome(error)
    analysis = analyze(read_source(source), job.words)
    return Outcome(examine(analysis, job.rules, job.name), source.warning)


def _key(job: Job) -> bytes:
    """Make the key of everything a result depends on; the name only by its ending."""
    rules = [(rule.check.name, rule.severity, sorted(rule.options.items())) for rule in job.rules]
    settings = [Path(job.name).suffix.lower(), job.encoding, sorted(job.words.items()), rules]
    return cache.key(json.dumps(settings, sort_keys=True).encode(), job.data)


def _is_kept(one: Outcome) -> bool:
    return isinstance(one.result, Examined) and one.warning is None


def _dumps(one: Outcome) -> str:
    return json.dumps(one.result, ensure_ascii=True, separators=(",", ":"))


def _loads(text: str, name: str) -> Outcome | None:
    """Rebuild a result from the cache; None where it cannot be one."""
    try:
        findings, values = json.loads(text)
        measured = {check: Measured(*row) for check, row in values.items()}
        return Outcome(Examined(tuple(_finding(row, name) for row in findings), measured))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _finding(row: list[Any], name: str) -> Finding:
    """Rebuild a finding, for a file of this name."""
    one = dict(zip(Finding._fields, row, strict=True))
    one |= {"file": name, "place": _place(one["place"]), "lines": tuple(one["lines"])}
    one["evidence"] = tuple(Trace(_place(place), *rest) for place, *rest in one["evidence"])
    one["source"] = Line(*one["source"])
    return Finding(**one)


def _place(row: list[Any]) -> Place:
    return Place(Span(*row[0]), Position(*row[1]), Position(*row[2]))
