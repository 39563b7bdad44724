"""The work behind `tenor check`: settings, cache, processes, changes and the baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tenor import baseline, files
from tenor import cache as results
from tenor.checks import CHECKS, Failure, Finding, Rule, Run
from tenor.checks.check import Line, Measured, Place, Problem
from tenor.cli import inputs, streams
from tenor.cli.changes import Changes, Past, worsened
from tenor.cli.inputs import STDIN, Texts
from tenor.cli.work import Job, Outcome, outcomes
from tenor.config import Nearest, Settings
from tenor.config.checking import CheckSettings, Effective, effective
from tenor.config.checking import read as read_settings
from tenor.document import Position
from tenor.errors import TenorError, UsageError

_COMMAND_LINE = "command line"


def show_settings(name: str, nearest: Nearest, set_here: CheckSettings) -> str:
    """Show what holds for a text, and where each setting is from."""
    from tenor.formats.terminal import checks as pictures

    settings = nearest.of(Path(name).parent)
    holds = _effective(settings, set_here, Path(name))
    return pictures.settings(
        name,
        origin=_shown(settings.origin) if settings.origin else "the defaults",
        preset=holds.preset,
        fail_on=holds.fail_on,
        rules=holds.rules,
        origins=holds.origins,
    )


def given(options: Mapping[str, Any]) -> CheckSettings:
    """Give what the command line sets."""
    table = {
        key: value
        for key, value in (
            ("preset", options["preset"]),
            ("select", _names(options["select"])),
            ("ignore", _names(options["ignore"])),
            ("fail-on", options["fail_on"]),
        )
        if value is not None
    }
    return read_settings(_COMMAND_LINE, table, {})


def _names(words: str | None) -> list[str] | None:
    if words is None:
        return None
    return [name.strip() for name in words.split(",") if name.strip()]


def texts(
    paths: Sequence[str],
    nearest: Nearest,
    options: Mapping[str, Any],
    changed: Changes | None,
) -> Texts:
    """Find the texts to check; where nobody names any, those that have changed."""
    given, errors = ([*paths], []) if paths else inputs.set_paths(nearest)
    if not given and not errors:
        if changed is None:
            here = "name a file, a folder or -, or set files in tenor.toml"
            raise UsageError(f"nothing to check: {here}")
        named = changed.named()
        given, errors = [_shown(path) for path in named.paths], [*named.errors]
    found = inputs.find(given, nearest, options["encoding"], options["stdin_filename"])
    return replace(found, errors=(*errors, *found.errors))


def check_all(
    found: Texts, set_here: CheckSettings, options: Mapping[str, Any], changed: Changes | None
) -> Run:
    """Check every text; one that cannot be read does not stop the others."""
    path = _baseline_path(options)
    is_needed = options["baseline"] is not None and not options["write_baseline"]
    known = baseline.load(path, is_needed=is_needed)
    jobs, fail_on, failures = _jobs(found, set_here, options)
    failures += map(_not_found, found.errors)
    past: Past = {}
    if changed is not None:
        past = changed.past(jobs)
        failures += _not_compared(past)
        apart = changed.apart(jobs)
        jobs = [job for job in jobs if isinstance(past.get(job.name), bytes)]
        if not options["quiet"]:
            _note_changes(jobs, apart, is_all=not (past or failures))

    def check(some: Sequence[Job]) -> list[Outcome]:
        where = None if options["no_cache"] else results.folder()
        return outcomes(some, where, quiet=options["quiet"])

    gathered = _gathered(jobs, check(jobs), options, changed)
    left = [one for one in gathered.findings if one.reason is None]
    fresh = left if changed is None else worsened(left, jobs, past, check)
    shown = []
    if options["write_baseline"]:
        checks = {check for names in gathered.examined.values() for check in names}
        gone = dict.fromkeys(baseline.gone(known, path, found.folders), checks)
        _write_baseline(path, known, left, {**gone, **gathered.examined}, options)
    else:
        shown = baseline.new(fresh, known, path)
    return Run(
        tuple(sorted({*gathered.examined})),
        tuple(sorted(shown, key=lambda one: one.key)),
        tuple(one for one in gathered.findings if one.reason is not None),
        len(fresh) - len(shown),
        len(left) - len(fresh),
        tuple(sorted([*failures, *gathered.unread])),
        fail_on,
    )


def _not_compared(past: Past) -> list[Failure]:
    """Name the texts that cannot be compared."""
    faults = {name: one for name, one in past.items() if isinstance(one, TenorError)}
    for fault in faults.values():
        streams.complain(str(fault))
    return [Failure(name, _reason(fault, name)) for name, fault in faults.items()]


def _note_changes(jobs: Sequence[Job], apart: Sequence[Path], *, is_all: bool) -> None:
    """Say so where no text has changed, and which folders and checks are left out."""
    for folder in apart:
        streams.complain(f"{_shown(folder)}: left out, it is another repository")
    if is_all and not jobs:
        streams.complain("no texts have changed")
    across = {rule.check.name for job in jobs for rule in job.rules if rule.check.across}
    for name in sorted(across):
        streams.complain(f"{name}: left out, it compares whole folders and not changes")


def _not_found(error: TenorError) -> Failure:
    """Take a path that leads to no text as one that could not be read."""
    name, _, reason = str(error).rpartition(": ")
    return Failure(_shown(Path(name)), reason)


def _reason(error: TenorError, name: str) -> str:
    return str(error).removeprefix(f"{name}: ")


class _Gathered(NamedTuple):
    """The findings of all texts, which checks each was put through, and the unreadable texts."""

    findings: list[Finding]
    examined: dict[str, set[str]]
    unread: list[Failure]


def _gathered(
    jobs: Sequence[Job],
    done: Sequence[Outcome],
    options: Mapping[str, Any],
    changed: Changes | None,
) -> _Gathered:
    """Put the findings of all texts together, in order, and those that are unreadable."""
    everything: list[Finding] = []
    examined: dict[str, set[str]] = {}
    values: dict[str, dict[str, Measured]] = defaultdict(dict)
    unread: list[Failure] = []
    for job, outcome in zip(jobs, done, strict=True):
        if outcome.warning and not options["quiet"]:
            streams.complain(outcome.warning)
        if isinstance(outcome.result, TenorError):
            streams.complain(str(outcome.result))
            unread.append(Failure(job.name, _reason(outcome.result, job.name)))
            continue
        everything += outcome.result.findings
        examined[job.name] = {rule.check.name for rule in job.rules if not rule.check.across}
        for name, value in outcome.result.values.items():
            values[name][job.name] = value
    for job, rule, finding in _across(jobs, values) if changed is None else ():
        examined[job.name].add(rule.check.name)
        everything += [finding] if finding else []
    everything.sort(key=lambda one: one.key)
    return _Gathered(everything, examined, unread)


def _jobs(
    found: Texts, set_here: CheckSettings, options: Mapping[str, Any]
) -> tuple[list[Job], dict[str, str], list[Failure]]:
    """Read each text and settle what holds for it; give the limits of failure, and the failures."""
    jobs: list[Job] = []
    fail_on: dict[str, str] = {}
    failures: list[Failure] = []
    said: dict[str, None] = {}
    for name in found.names:
        shown = (found.stdin_name or STDIN) if name == STDIN else _shown(Path(name))
        try:
            settings = found.settings(name)
            holds = _effective(settings, set_here, Path(shown))
            data = streams.read_stdin() if name == STDIN else files.read_bytes(name)
        except TenorError as error:
            failures.append(Failure(shown, _reason(error, name)))
            said[str(error)] = None  # wrong settings are said once, for however many texts
            continue
        fail_on[shown] = holds.fail_on
        jobs.append(Job(shown, data, options["encoding"], dict(settings.words), holds.rules))
    for message in said:
        streams.complain(message)
    return jobs, fail_on, failures


def _effective(settings: Settings, set_here: CheckSettings, path: Path) -> Effective:
    """Settle which checks hold for a text."""
    ignored = settings.ignored_checks(path)
    origin = _shown(settings.origin) if settings.origin else "default"
    return effective(settings.check, set_here, origin, ignored)


def _shown(path: Path) -> str:
    """Give a path as findings name it: from the current folder where it is below, with slashes."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _across(
    jobs: Sequence[Job], values: Mapping[str, Mapping[str, Measured]]
) -> Iterator[tuple[Job, Rule, Finding | None]]:
    """Compare the files of each folder by the checks that do so."""
    for check in CHECKS:
        if check.across is None:
            continue
        rules = {job.name: r for job in jobs for r in job.rules if r.check.name == check.name}
        named = {job.name: job for job in jobs}
        folders: dict[str, dict[str, Measured]] = defaultdict(dict)
        for name, one in values.get(check.name, {}).items():
            folders[Path(name).parent.as_posix()][name] = one
        for measured in folders.values():
            numbers = {name: one.value for name, one in measured.items()}
            found = check.across(numbers, rules[next(iter(numbers))].options)
            for name, problem in found.items():
                reason = measured[name].reason
                whole = problem and _whole_file(name, rules[name], problem, reason)
                yield named[name], rules[name], whole


def _whole_file(name: str, rule: Rule, problem: Problem, reason: str | None) -> Finding:
    """Make the finding that is about a file as a whole."""
    place = Place(problem.span, Position(1, 1), Position(1, 1))
    return Finding(
        name,
        place,
        rule.check.name,
        rule.severity,
        problem.message,
        problem.label,
        (),
        problem.help,
        problem.value,
        problem.worse,
        "",
        (1, 1),
        Line("", 1, False, False),  # noqa: FBT003
        reason,
    )


def _baseline_path(options: Mapping[str, Any]) -> Path:
    """Give the baseline's place: as asked for, else where it is found, or beside the settings."""
    if options["baseline"] is not None:
        return Path(options["baseline"])
    project: Path = options["project"]
    return project / baseline.NAME if options["config_path"] else baseline.nearest(project)


def _write_baseline(
    path: Path,
    known: baseline.Baseline,
    findings: Sequence[Finding],
    examined: Mapping[str, set[str]],
    options: Mapping[str, Any],
) -> None:
    """Take everything found as known, and forget what is fixed or gone."""
    baseline.write(path, baseline.made(findings, examined, known, path))
    if not options["quiet"]:
        count = len(findings)
        found = "1 finding" if count == 1 else f"{count} findings"
        streams.complain(f"{_shown(path)}: {found} taken as known")
