"""One check run: the texts, the rules that hold for each, what is new, and what is known."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tenor import files
from tenor.config import Nearest, Settings
from tenor.config.checking import CheckSettings, Effective, effective
from tenor.errors import Failure, TenorError, UsageError, failure
from tenor.findings.check import FailOn
from tenor.findings.finding import Examined, Finding, Measured, Run
from tenor.gate import baseline
from tenor.gate.folders import across
from tenor.measure import quantity
from tenor.work import cache
from tenor.work.checked import Checked, check_all
from tenor.work.pool import Progress, unseen
from tenor.work.say import SILENT, Say
from tenor.work.texts import STDIN, Texts, Wanted, find, note_skipped, refuse_overwriting, set_paths
from tenor.work.unit import Outcome, told

if TYPE_CHECKING:
    from tenor.gate.changes import Changes, Past

#: So many texts with paragraphs in another language are named.
_MOST_UNREAD = 5


@dataclass(frozen=True)
class CheckRequest:
    """A check run as it is asked for.

    `given` goes over the settings of each text. `diff` is a revision, or - for a diff on standard
    input; `baseline` is None for the one that is found. `outputs` are the files that what comes of
    it will be written to.
    """

    wanted: Wanted
    given: CheckSettings = field(default_factory=CheckSettings)
    diff: str | None = None
    baseline: Path | None = None
    writes_baseline: bool = False
    has_cache: bool = True
    outputs: tuple[str, ...] = ()
    say: Say = SILENT
    progress: Progress = unseen


class _Ready(NamedTuple):
    """The texts that can be checked, by file from which severity on they fail, and the others."""

    texts: list[Checked]
    fail_on: dict[str, FailOn]
    failures: list[Failure]


class _Gathered(NamedTuple):
    """The findings of all texts, which checks each was put through, and the unreadable texts."""

    findings: list[Finding]
    examined: dict[str, set[str]]
    unread: list[Failure]


def check(request: CheckRequest) -> Run:
    """Check every text that is asked for; one that cannot be read does not stop the others.

    Raises UsageError where the request makes no sense, ConfigError where settings or the baseline
    are wrong, InputError where what has changed cannot be told.
    """
    _refuse_senseless(request)
    changed = _changes(request)
    path = _baseline_path(request)
    texts = _find(request, changed)
    is_needed = request.baseline is not None and not request.writes_baseline
    known = baseline.load(path, is_needed=is_needed)
    ready = _ready(texts, request)
    past = _past(changed, ready, texts, request)
    compared = (
        ready.texts if changed is None else [text for text in ready.texts if text.name in past]
    )
    gathered = _gathered(
        compared, _checked(compared, request), request.say, is_whole=changed is None
    )
    left = [finding for finding in gathered.findings if finding.reason is None]
    fresh = left
    if changed is not None:
        from tenor.gate.changes import worsened

        fresh = worsened(left, compared, past, lambda some: _checked(some, request))
    shown: list[Finding] = []
    if request.writes_baseline:
        _write_baseline(path, known, left, gathered.examined, texts, request.say)
    else:
        shown = baseline.new(fresh, known, path)
    return Run(
        tuple(sorted(gathered.examined)),
        tuple(sorted(shown, key=lambda finding: finding.key)),
        tuple(finding for finding in gathered.findings if finding.reason is not None),
        len(fresh) - len(shown),
        len(left) - len(fresh),
        tuple(sorted([*ready.failures, *gathered.unread])),
        ready.fail_on,
    )


def _changes(request: CheckRequest) -> Changes | None:
    """Give what has changed, where that is asked for: most runs do without diffs and git."""
    if request.diff is None:
        return None
    from tenor.gate.changes import changes_asked

    return changes_asked(request.diff, request.wanted)


def _refuse_senseless(request: CheckRequest) -> None:
    """Stop at a baseline that would take in only part of a run, or a text without a name."""
    if not request.writes_baseline:
        return
    if request.diff is not None:
        raise UsageError("a baseline takes in everything, and a diff leaves most of it out")
    if STDIN in request.wanted.paths and request.wanted.stdin.name is None:
        raise UsageError("--write-baseline with - needs --stdin-filename: the file it is known as")


def _find(request: CheckRequest, changed: Changes | None) -> Texts:
    """Find the texts to check; where nobody names any, those that have changed."""
    wanted = request.wanted
    errors: tuple[TenorError, ...] = ()
    if not wanted.paths:
        paths, errors = set_paths(wanted.nearest)
        wanted = replace(wanted, paths=paths)
    if not wanted.paths and not errors:
        if changed is None:
            raise UsageError("nothing to check: give a path, or set files in tenor.toml")
        named = changed.named()
        errors = named.errors
        _note_left_out(named.left_out, request.say)
        wanted = replace(wanted, paths=tuple(_from_here(path) for path in named.paths))
    texts = find(wanted, errors)
    refuse_overwriting(texts, request.outputs)
    for error in texts.errors:
        request.say.error(str(error))
    note_skipped(texts, request.say)
    return texts


def _ready(texts: Texts, request: CheckRequest) -> _Ready:
    """Read each text and settle what holds for it."""
    ready = _Ready([], {}, [_unfound(error) for error in texts.errors])
    said: dict[str, None] = {}
    for name in texts.names:
        called = texts.shown(name)
        shown = STDIN if called == STDIN else _shown(Path(called))
        try:
            settings = texts.settings(name)
            text = texts.text(name)
            data = files.read_bytes(name) if text.data is None else text.data
        except TenorError as error:
            ready.failures.append(Failure(shown, failure(error, name).reason))
            said[str(error)] = None  # wrong settings are said once, for however many texts
            continue
        holds = rules_for(settings, request.given, Path(shown))
        ready.fail_on[shown] = holds.fail_on
        ready.texts.append(Checked(text._replace(name=shown, data=data), holds.rules))
    for message in said:
        request.say.error(message)
    return ready


def rules_for(settings: Settings, given: CheckSettings, path: Path) -> Effective:
    """Settle which checks hold for a text, and where each setting is from."""
    ignored = settings.ignored_checks(path)
    return effective(settings.check, given, _origin(settings) or "default", ignored)


class Held(NamedTuple):
    """The settings that hold for a text, their file as it is shown, and what they come to.

    `off` are the checks of these that `per-file-ignores` switches off for this text.
    """

    settings: Settings
    origin: str
    effective: Effective
    off: tuple[str, ...]


def settings_for(name: str, nearest: Nearest, given: CheckSettings) -> Held:
    """Give what holds for a text; ConfigError where its settings are wrong."""
    settings = nearest.of(Path(name).parent)
    origin = _origin(settings)
    holds = effective(settings.check, given, origin or "default")
    return Held(settings, origin or "the defaults", holds, settings.ignored_checks(Path(name)))


def _origin(settings: Settings) -> str:
    """Give the file that settings are from; nothing where nobody has written any."""
    return _shown(settings.origin) if settings.origin else ""


def _past(
    changed: Changes | None, ready: _Ready, texts: Texts, request: CheckRequest
) -> dict[str, bytes]:
    """Give the bytes that each changed text had; name what cannot be compared."""
    if changed is None:
        return {}
    say = request.say
    past, left_out, elsewise = changed.compared(
        ready.texts, [*map(texts.shown, texts.wanted.paths)]
    )
    ready.failures.extend(_not_compared(past, ready.failures, say))
    kept = {name: was for name, was in past.items() if isinstance(was, bytes)}
    _note_left_out(left_out, say)
    for name in elsewise:
        say.note(f"{name}: not as the diff has it; what else has changed there is not looked at")
    if not past and not ready.failures:
        say.note(_nothing_changed(request))
    rules = (rule for text in ready.texts if text.name in kept for rule in text.rules)
    for name in sorted({rule.check.name for rule in rules if rule.check.across}):
        say.note(f"{name}: left out, it compares whole folders and not changes")
    return kept


def _note_left_out(left_out: Mapping[Path, str], say: Say) -> None:
    """Say what is left out, and why."""
    for path, what in left_out.items():
        say.note(f"{_from_here(path)}: left out, it is {what}")


def _nothing_changed(request: CheckRequest) -> str:
    """Say that nothing has changed: nothing at all, or nothing of what was asked for."""
    settings = request.wanted.nearest.of(Path())
    if request.wanted.paths:
        return "none of the texts named has changed"
    if settings.files:
        return f"none of the texts named by files in {_origin(settings)} has changed"
    return "no texts have changed"


def _not_compared(past: Past, failures: Sequence[Failure], say: Say) -> list[Failure]:
    """Name the texts that cannot be compared, and have not been named before."""
    said = {failed.file for failed in failures}
    faults = {
        name: fault
        for name, fault in past.items()
        if isinstance(fault, TenorError) and name not in said
    }
    for fault in faults.values():
        say.error(str(fault))
    return [failure(fault, name) for name, fault in faults.items()]


def _unfound(error: TenorError) -> Failure:
    """Take a path that leads to no text as one that could not be read."""
    unread = failure(error)
    return unread._replace(file=_shown(Path(unread.file)))


def _checked(texts: Sequence[Checked], request: CheckRequest) -> list[Outcome[Examined]]:
    """Put texts through their checks."""
    return check_all(texts, cache.folder() if request.has_cache else None, request.progress)


def _gathered(
    texts: Sequence[Checked], done: Iterable[Outcome[Examined]], say: Say, *, is_whole: bool
) -> _Gathered:
    """Put the findings of all texts together, in order, and those that are unreadable."""
    gathered = _Gathered([], {}, [])
    unread: list[str] = []
    values: dict[str, dict[str, Measured]] = defaultdict(dict)
    for text, outcome in zip(texts, done, strict=True):
        examined = told(outcome, text.name, say)
        if isinstance(examined, Failure):
            gathered.unread.append(examined)
            continue
        gathered.findings.extend(examined.findings)
        if examined.unread:
            unread.append(f"{text.name}: {examined.unread}")
        alone = {rule.check.name for rule in text.rules if not rule.check.across}
        gathered.examined[text.name] = alone
        for name, value in examined.values.items():
            values[name][text.name] = value
    for name, check_name, finding in across(texts, values) if is_whole else ():
        gathered.examined[name].add(check_name)
        gathered.findings.extend([finding] if finding else [])
    _note_unread(unread, say)
    gathered.findings.sort(key=lambda finding: finding.key)
    return gathered


def _note_unread(unread: Sequence[str], say: Say) -> None:
    """Say what is not checked, since it is in another language: a line a text, of a few texts."""
    for line in unread[:_MOST_UNREAD]:
        say.note(line)
    if len(unread) > _MOST_UNREAD:
        more = quantity(len(unread) - _MOST_UNREAD, "more text")
        say.note(f"{more} with paragraphs that are not in English and not checked")


def _shown(path: Path) -> str:
    """Give a path as findings name it: from the current folder where it is below, with slashes."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _from_here(path: Path) -> str:
    """Give a path that nobody has named from the current folder, with slashes."""
    return Path(os.path.relpath(path)).as_posix()


def _baseline_path(request: CheckRequest) -> Path:
    """Give the baseline's place: as asked for, else where it is found, or beside the settings."""
    if request.baseline is not None:
        return request.baseline
    nearest = request.wanted.nearest
    settings = nearest.of(Path())
    is_named = nearest.is_fixed and settings.origin is not None
    return settings.folder / baseline.NAME if is_named else baseline.nearest(settings.folder)


def _write_baseline(  # noqa: PLR0913, PLR0917 - all that a run has come to
    path: Path,
    known: baseline.Baseline,
    findings: Sequence[Finding],
    examined: Mapping[str, set[str]],
    texts: Texts,
    say: Say,
) -> None:
    """Take everything found as known, and forget what is fixed or gone."""
    checks = {check for names in examined.values() for check in names}
    gone = dict.fromkeys(baseline.gone(known, path, texts.folders), checks)
    baseline.write(path, baseline.made(findings, {**gone, **examined}, known, path))
    say.note(f"{_shown(path)}: {quantity(len(findings), 'finding')} taken as known")
