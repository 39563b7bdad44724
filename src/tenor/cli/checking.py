"""The work behind `tenor check`: settings, cache, processes, changes and the baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tenor import baseline, config, files
from tenor import cache as results
from tenor.checks import CHECKS, Failure, Finding, Rule, Run
from tenor.checks.check import Line, Place
from tenor.cli import inputs, streams
from tenor.cli.changes import Changes, Past, worsened
from tenor.cli.inputs import STDIN, Texts
from tenor.cli.work import Job, Outcome, outcomes
from tenor.config import Settings
from tenor.config.checking import CheckSettings, Effective, effective
from tenor.config.checking import read as read_settings
from tenor.document import Position, Span
from tenor.errors import TenorError, UsageError

_COMMAND_LINE = "command line"


class Done(NamedTuple):
    """What came of all texts: the run, and everything that was found and not suppressed."""

    run: Run
    everything: tuple[Finding, ...]


def project(fixed: Settings | None) -> Path:
    """Give the folder of the settings that hold here, for the cache and the baseline."""
    return (_nearest(Path()) if fixed is None else fixed).folder


def show_settings(name: str, fixed: Settings | None, set_here: CheckSettings) -> str:
    """Show what holds for a text, and where each setting is from."""
    from tenor.formats.terminal import checks as pictures

    settings = fixed if fixed is not None else _nearest(Path(name).parent)
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
    fixed: Settings | None,
    options: Mapping[str, Any],
    changed: Changes | None,
) -> Texts:
    """Find the texts to check; where nobody names any, those that have changed."""
    given, errors = ([*paths], []) if paths else inputs.set_paths(fixed)
    if not given and not errors:
        if changed is None:
            here = "name a file, a folder or -, or set files in tenor.toml"
            raise UsageError(f"nothing to check: {here}")
        named = changed.named()
        given, errors = [_shown(path) for path in named.paths], [*named.errors]
    found = inputs.find(given, fixed, options["encoding"], options["stdin_filename"])
    return replace(found, errors=(*errors, *found.errors))


def check_all(
    found: Texts, set_here: CheckSettings, options: Mapping[str, Any], changed: Changes | None
) -> Done:
    """Check every text; one that cannot be read does not stop the others."""
    jobs, fail_on, failures = _jobs(found, set_here, options)
    past: Past = {} if changed is None else changed.past(jobs)
    failures += _uncompared(past)
    if changed is not None:
        jobs = [job for job in jobs if isinstance(past.get(job.name), bytes)]
        if not options["quiet"]:
            _note_changes(jobs, is_all=not (past or failures or found.errors))

    def check(some: Sequence[Job]) -> list[Outcome]:
        where = None if options["no_cache"] else results.folder()
        return outcomes(some, where, quiet=options["quiet"])

    everything, unread = _gathered(jobs, check(jobs), options, changed)
    failures += [*map(_not_found, found.errors), *unread]
    failed = {one.file for one in failures}
    left = [one for one in everything if one.reason is None]
    fresh = left if changed is None else worsened(left, jobs, past, check)
    shown = []
    if not options["write_baseline"]:
        shown = baseline.new(fresh, baseline.load(_baseline_path(options)))
    run = Run(
        tuple(sorted(job.name for job in jobs if job.name not in failed)),
        tuple(sorted(shown, key=lambda one: one.key)),
        tuple(one for one in everything if one.reason is not None),
        len(fresh) - len(shown),
        len(left) - len(fresh),
        tuple(sorted(failures)),
        fail_on,
    )
    return Done(run, tuple(fresh))


def _not_found(error: TenorError) -> Failure:
    """Take a path that leads to no text as one that could not be read."""
    name, _, reason = str(error).rpartition(": ")
    return Failure(_shown(Path(name)), reason)


def _reason(error: TenorError, name: str) -> str:
    return str(error).removeprefix(f"{name}: ")


def _uncompared(past: Past) -> list[Failure]:
    """Name the texts that cannot be compared."""
    faults = [(name, one) for name, one in past.items() if isinstance(one, TenorError)]
    for _, fault in faults:
        streams.complain(str(fault))
    return [Failure(name, _reason(fault, name)) for name, fault in faults]


def _note_changes(jobs: Sequence[Job], *, is_all: bool) -> None:
    """Say so where no text has changed, and which checks have nothing to say of changes."""
    if is_all and not jobs:
        streams.complain("no texts have changed")
    across = {rule.check.name for job in jobs for rule in job.rules if rule.check.across}
    for name in sorted(across):
        streams.complain(f"{name}: left out, it compares whole folders and not changes")


def _gathered(
    jobs: Sequence[Job],
    done: Sequence[Outcome],
    options: Mapping[str, Any],
    changed: Changes | None,
) -> tuple[list[Finding], list[Failure]]:
    """Put the findings of all texts together, in order, and give the texts that are unreadable."""
    everything: list[Finding] = []
    values: dict[str, dict[str, float]] = defaultdict(dict)
    unread: list[Failure] = []
    for job, outcome in zip(jobs, done, strict=True):
        if outcome.warning and not options["quiet"]:
            streams.complain(outcome.warning)
        if isinstance(outcome.result, TenorError):
            streams.complain(str(outcome.result))
            unread.append(Failure(job.name, _reason(outcome.result, job.name)))
            continue
        everything += outcome.result.findings
        for name, value in outcome.result.values.items():
            values[name][job.name] = value
    if changed is None:
        everything += _across(jobs, values)
    return sorted(everything, key=lambda one: one.key), unread


def _jobs(
    found: Texts, set_here: CheckSettings, options: Mapping[str, Any]
) -> tuple[list[Job], dict[str, str], list[Failure]]:
    """Read each text and settle what holds for it; give the limits of failure, and the failures."""
    jobs: list[Job] = []
    fail_on: dict[str, str] = {}
    failures: list[Failure] = []
    for name in found.names:
        settings = _settings(found, name)
        shown = (found.stdin_name or STDIN) if name == STDIN else _shown(Path(name))
        try:
            data = streams.read_stdin() if name == STDIN else files.read_bytes(name)
        except TenorError as error:
            streams.complain(str(error))
            failures.append(Failure(shown, _reason(error, name)))
            continue
        holds = _effective(settings, set_here, Path(shown))
        fail_on[shown] = holds.fail_on
        jobs.append(Job(shown, data, options["encoding"], dict(settings.words), holds.rules))
    return jobs, fail_on, failures


def _settings(found: Texts, name: str) -> Settings:
    """Give the settings that hold for a text, read once a folder."""
    if found.fixed is not None:
        return found.fixed
    path = Path(found.stdin_name or STDIN) if name == STDIN else Path(name)
    return _nearest(path.parent)


@cache
def _nearest(folder: Path) -> Settings:
    return config.nearest(folder)


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


def _across(jobs: Sequence[Job], values: Mapping[str, Mapping[str, float]]) -> Iterator[Finding]:
    """Compare the files of each folder by the checks that do so."""
    for check in CHECKS:
        if check.across is None or check.name not in values:
            continue
        rules = {job.name: r for job in jobs for r in job.rules if r.check.name == check.name}
        folders: dict[str, dict[str, float]] = defaultdict(dict)
        for name, value in values[check.name].items():
            folders[Path(name).parent.as_posix()][name] = value
        for one in folders.values():
            found = check.across(one, rules[next(iter(one))].options)
            yield from (_whole_file(n, rules[n], words, one[n]) for n, words in found.items())


def _whole_file(name: str, rule: Rule, message: str, value: float) -> Finding:
    """Make the finding that is about a file as a whole."""
    place = Place(Span(0, 0), Position(1, 1), Position(1, 1))
    return Finding(
        name,
        place,
        rule.check.name,
        rule.severity,
        message,
        "",
        (),
        "",
        value,
        1,
        "",
        (1, 1),
        Line("", 1, False, False),  # noqa: FBT003
    )


def _baseline_path(options: Mapping[str, Any]) -> Path:
    """Give the baseline's place: as asked for, else beside the settings, else here."""
    if options["baseline"]:
        return Path(options["baseline"])
    project: Path = options["project"]
    return project / baseline.NAME


def write_baseline(done: Done, options: Mapping[str, Any]) -> None:
    """Take everything found as known, and forget what is fixed or gone."""
    path = _baseline_path(options)
    known = baseline.load(path)
    gone = [name for name in (*known.findings, *known.measures) if not Path(name).exists()]
    checked = (*done.run.files, *gone)
    baseline.write(path, baseline.made(done.everything, checked, known))
    if not options["quiet"]:
        count = len(done.everything)
        found = "1 finding" if count == 1 else f"{count} findings"
        streams.complain(f"{_shown(path)}: {found} taken as known")
