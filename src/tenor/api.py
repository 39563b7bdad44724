"""What Python is offered: read texts, analyse them, check them, as the commands do."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from tenor import files
from tenor.analysis import Analysis, read_source
from tenor.checks.presets import PresetName
from tenor.config import Settings
from tenor.config.checking import CheckSettings, GivenOptions, check_settings
from tenor.document import Document
from tenor.engines import Engine, refuse_unknown
from tenor.errors import (
    DecodingWarning,
    Failure,
    InputError,
    TenorError,
    UsageError,
    WrongValueError,
    did_you_mean,
    failure,
    wrong_type,
)
from tenor.files import Source
from tenor.findings.check import FailOn
from tenor.findings.finding import Finding, Run
from tenor.formats import findings as findings_forms
from tenor.formats import reports
from tenor.readers import Kind
from tenor.summary import Summaries, Summary, summarize

if TYPE_CHECKING:
    from tenor.formats.terminal.ink import Ink
    from tenor.work.texts import Wanted

#: A path as Python's own functions take it.
PathLike = str | os.PathLike[str]
#: The forms of a report and of findings.
ReportForm = Literal["text"] | reports.Form
FindingsForm = findings_forms.PlainForm | Literal["full", "statistics"]
REPORT_FORMS: tuple[ReportForm, ...] = ("text", *reports.FORMS)
FINDINGS_FORMS: tuple[FindingsForm, ...] = (*findings_forms.FORMS, "full", "statistics")
#: So many columns wide is a picture, as the command has it.
NARROWEST, USUAL_WIDTH, WIDEST = 20, 80, 120
#: What findings call a text without a name, as those of the command do.
_UNNAMED = "-"
_Form = TypeVar("_Form", bound=str)
_Kind = TypeVar("_Kind")


def read(path: PathLike, encoding: str | None = None, kind: Kind | None = None) -> Document:
    """Read a file into a document, as one of KINDS by its ending; without a known one it is plain.

    `kind` (one of KINDS) goes over the ending. Bytes that are not UTF-8 and have no byte order mark
    are read as Windows-1252, with a DecodingWarning; a given `encoding` is kept to.

    Raises InputError (a TenorError) where the file cannot be read as text.
    """
    _refuse_encoding(encoding)
    source = files.load(_path(path), encoding)
    if source.warning:
        warnings.warn(source.warning, DecodingWarning, stacklevel=2)
    return read_source(source, kind)


def analyze(  # noqa: PLR0913, PLR0917 - all but the text by name
    text: Document | str,
    words: Mapping[str, float] | None = None,
    engine: Engine = "tenor",
    kind: Kind | None = None,
    settings: Settings | None = None,
    name: PathLike | None = None,
) -> Analysis:
    """Analyse a document or a string; nothing is computed before it is asked for.

    `name` is the file that a string stands for, `kind` what it is, one of KINDS; None is what its
    name's ending says, without a known one "plain". `words` gives words or phrases a valence of
    their own, from −4 (worst) over 0 to +4 (best), and goes over those of `settings`; they are
    found in any case, and wherever a text has the same characters. `engine` is one of ENGINES:
    tenor's, or nltk's own VADER, which knows no such words.

    Raises a TenorError that is a TypeError or a ValueError too where an argument makes no sense.
    """
    own = {} if words is None else words
    if settings is not None and isinstance(own, Mapping):
        own = {**_settings(settings).words, **own}
    if not isinstance(text, str):
        _refuse_read(kind, name)
        return Analysis(text, own, engine)
    source = Source("" if name is None else _path(name), text)
    return Analysis(read_source(source, kind), own, engine)


def load_settings(path: PathLike = ".") -> Settings:
    """Read the settings of a file, or those that hold in a folder: of the nearest file upwards.

    Raises ConfigError (a TenorError) where a setting is wrong.
    """
    from tenor.config import Nearest, load

    where = Path(_path(path))
    return Nearest().of(where) if where.is_dir() else load(where)


def find_texts(*paths: PathLike, settings: Settings | None = None) -> tuple[str, ...]:
    """Give the texts that paths stand for, each once: files, and what is text in folders.

    What `exclude` of the settings and .gitignore name is passed over. Without `settings` the
    nearest file of each folder holds.

    Raises InputError (a TenorError) where a path leads nowhere.
    """
    from tenor.work.texts import find

    texts = find(_wanted(paths, settings, None, b""))
    if texts.errors:
        raise texts.errors[0]
    return texts.names


def check(  # noqa: PLR0913 - all by name
    text: Analysis | Document | str,
    *,
    preset: PresetName | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    options: GivenOptions | None = None,
    settings: Settings | None = None,
    baseline: PathLike | None = None,
    words: Mapping[str, float] | None = None,
    engine: Engine = "tenor",
    kind: Kind | None = None,
    name: PathLike | None = None,
) -> tuple[Finding, ...]:
    """Check a text: give what it does not suppress itself, in order.

    A string and a document are analysed as by `analyze`, an Analysis is taken as it is. `name` is
    the file that a string stands for, without one "-": `per-file-ignores`, a baseline and findings
    go by it. `preset`, `select` and `ignore` are as in the settings, over which they go; `options`
    gives each check's options by its name. What stands in the `baseline` file is left out.

    What has changed, and what fails a run, is asked of files: both are for `check_files`.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.findings.examine import examine
    from tenor.gate.session import rules_for

    held = Settings() if settings is None else _settings(settings)
    analysis = text
    if not isinstance(analysis, Analysis):
        analysis = analyze(analysis, words, engine, kind, held, name)
    elif words is not None or engine != "tenor":
        raise WrongValueError("words and engine are for a text: an Analysis has its own")
    else:
        _refuse_read(kind, name)
    file = analysis.document.name or _UNNAMED
    rules = rules_for(held, _check_settings(preset, select, ignore, None, options), Path(file))
    findings = [
        one._replace(file=file)
        for one in examine(analysis, rules.rules).findings
        if one.reason is None
    ]
    if baseline is not None:
        from tenor.gate.baseline import load, new

        path = Path(_path(baseline))
        findings = new(findings, load(path, is_needed=True), path)
    return tuple(findings)


def check_files(  # noqa: PLR0913 - all by name
    *paths: PathLike,
    preset: PresetName | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    options: GivenOptions | None = None,
    fail_on: FailOn | None = None,
    settings: Settings | None = None,
    baseline: PathLike | None = None,
    diff: str | bytes | None = None,
    write_baseline: bool = False,
    encoding: str | None = None,
) -> Run:
    """Check files and folders, as `tenor check` does: what it finds, and what could not be read.

    Without `settings` the nearest file above each text holds. `diff` is a revision of git, or the
    bytes of a unified diff: only what has changed counts. `baseline` is the file of what is known;
    None takes the one that is found; with `write_baseline` all that is found goes into it.

    Raises a TenorError where an argument makes no sense; a text that cannot be read is one of
    the run's `failures`, one that is not in UTF-8 a DecodingWarning.
    """
    from tenor.gate.session import CheckRequest
    from tenor.gate.session import check as run
    from tenor.work.say import Say

    _refuse_encoding(encoding)
    revision, changes = _diff(diff)
    decoded: list[str] = []
    done = run(
        CheckRequest(
            wanted=_wanted(paths, settings, encoding, changes),
            given=_check_settings(preset, select, ignore, fail_on, options),
            diff=revision,
            baseline=None if baseline is None else Path(_path(baseline)),
            writes_baseline=write_baseline,
            has_cache=False,
            say=Say(warning=decoded.append),
        )
    )
    for line in decoded:
        warnings.warn(line, DecodingWarning, stacklevel=2)
    return done


def report_files(
    *paths: PathLike,
    settings: Settings | None = None,
    encoding: str | None = None,
    engine: Engine = "tenor",
) -> Summaries:
    """Summarize files and folders, in several processes where that pays, as `tenor report` does.

    Without `settings` the words of the nearest file above each text hold.

    Raises a TenorError where an argument makes no sense; a text that cannot be read is one of
    the `failures`, one that is not in UTF-8 a DecodingWarning.
    """
    from tenor.work.pool import mapped
    from tenor.work.texts import find
    from tenor.work.unit import Job, do

    _refuse_encoding(encoding)
    refuse_unknown(engine)
    if not paths:
        raise UsageError("nothing to report: give a path")
    texts = find(_wanted(paths, settings, encoding, b""))
    jobs = [Job(texts.text(name, engine), summarize) for name in texts.names]
    made: list[Summary] = []
    failures = [failure(error) for error in texts.errors]
    sizes = [job.text.size() for job in jobs]
    for job, outcome in zip(jobs, mapped(do, jobs, sizes), strict=True):
        if outcome.warning:
            warnings.warn(outcome.warning, DecodingWarning, stacklevel=2)
        if isinstance(outcome.result, TenorError):
            failures.append(failure(outcome.result, job.text.name))
        else:
            made.append(outcome.result)
    return Summaries(tuple(made), tuple(failures))


def format_report(  # noqa: PLR0913 - all by name
    analyses: Analysis | Iterable[Analysis] | Summaries,
    form: ReportForm = "json",
    *,
    every: bool = False,
    gist: bool = False,
    width: int = USUAL_WIDTH,
    failures: Iterable[Failure] = (),
) -> str:
    """Write the report of an analysis or of several, as `tenor report` does.

    What `report_files` gives is written as rows: as text, csv or md.

    `form` is as its --format: text is the full report of one or a row for each of several, `width`
    columns wide and without colours. `every` adds each word's part to JSON, all measures to text,
    `gist` a sentence a theme to text. `failures` are the texts that could not be read.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.formats.safe import outgoing

    if isinstance(analyses, Summaries):
        return outgoing(_rows(analyses, form, _ink(width)))
    made = _all(
        [analyses] if isinstance(analyses, Analysis) else analyses,
        Analysis,
        "a report is of an Analysis or of several",
    )
    unread = _all(failures, Failure, "failures must be several Failure")
    ink = _ink(width)
    match _form(form, REPORT_FORMS):
        case "text":
            return outgoing(_text(made, unread, ink, every=every, gist=gist))
        case "json" | "jsonl" as chosen:
            from tenor.formats.reports import json

            objects = [json.report(one, every=every) for one in made]
            return outgoing(reports.object_writer(chosen)(objects, unread))
        case "md" if len(made) == 1 and not unread:
            from tenor.formats.reports import markdown

            return outgoing(markdown.report(made[0]))
        case chosen:
            return outgoing(reports.row_writer(chosen)([*map(summarize, made)], unread))


def _rows(summaries: Summaries, form: object, ink: Ink) -> str:
    """Write a row a text."""
    texts, failures = summaries
    if form != "text":
        return reports.row_writer(_form(form, reports.ROW_FORMS))(texts, failures)
    from tenor.formats.terminal import table

    return table.draw(texts, ink, failures) if texts else ""


def format_findings(run: Run, form: FindingsForm = "json", *, width: int = USUAL_WIDTH) -> str:
    """Write what a run has come to, as `tenor check` does.

    `form` is as its --format, or "statistics"; "full" is `width` columns wide, without colours.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.formats.safe import outgoing

    if not isinstance(run, Run):
        raise wrong_type("findings are formatted as a Run, which check_files gives", run)
    ink = _ink(width)
    match _form(form, FINDINGS_FORMS):
        case "full":
            from tenor.formats.terminal import findings

            return outgoing(findings.draw(run, ink))
        case "statistics":
            from tenor.formats.findings import tally

            return outgoing(tally.statistics(run))
        case chosen:
            return outgoing(findings_forms.write(run, chosen))


def _text(
    analyses: Sequence[Analysis],
    failures: Sequence[Failure],
    ink: Ink,
    *,
    every: bool,
    gist: bool,
) -> str:
    """Draw the full report of one text, or a row for each of several."""
    from tenor.formats.terminal import report, table

    if len(analyses) == 1 and not failures:
        return report.draw(analyses[0], ink, has_every=every, has_gist=gist)
    return table.draw([*map(summarize, analyses)], ink, failures) if analyses else ""


def _ink(width: object) -> Ink:
    """Say how to draw: so wide, without colours."""
    from tenor.formats.terminal.ink import WIDEST as WIDEST_READ
    from tenor.formats.terminal.ink import Ink

    if not isinstance(width, int):
        raise wrong_type("width must be an int", width)
    if not NARROWEST <= width <= WIDEST:
        raise WrongValueError(f"width must be from {NARROWEST} to {WIDEST}, not {width}")
    return Ink(min(width, WIDEST_READ), wide=width)


def _all(given: object, kind: type[_Kind], what: str) -> list[_Kind]:
    """Give what is all of one type as a list."""
    if not isinstance(given, Iterable):
        raise wrong_type(what, given)
    several: list[_Kind] = []
    for one in given:
        if not isinstance(one, kind):
            raise wrong_type(what, one)
        several.append(one)
    return several


def _form(form: object, known: Sequence[_Form]) -> _Form:
    """Give the form of a name."""
    if not isinstance(form, str):
        raise wrong_type("a form must be a str", form)
    chosen = next((one for one in known if one == form), None)
    if chosen is None:
        hint = did_you_mean(form, known) or f": one of {', '.join(known)}"
        raise WrongValueError(f"unknown form {form!r}{hint}")
    return chosen


def _path(path: PathLike) -> str:
    """Give a path as a str."""
    name = os.fspath(path) if isinstance(path, str | os.PathLike) else path
    if not isinstance(name, str):
        raise wrong_type("a path must be a str or a Path", path)
    if not name:
        raise InputError("a path is empty")
    return name


def _refuse_read(kind: object, name: object) -> None:
    """Refuse to say what a text is that has been read already."""
    for what, given in (("kind", kind), ("name", name)):
        if given is not None:
            raise WrongValueError(f"{what} is for a str: anything else has been read already")


def _refuse_encoding(encoding: object) -> None:
    if not isinstance(encoding, str | None):
        raise wrong_type("an encoding must be a str", encoding)
    if encoding is not None and not (encoding and encoding.isascii()):
        raise WrongValueError(f"unknown encoding {encoding!r}")
    try:
        b"x".decode(encoding or "utf-8")
    except UnicodeError:
        return  # it is one, of other bytes
    except (LookupError, ValueError) as error:
        raise WrongValueError(f"unknown encoding {encoding!r}") from error


def _diff(diff: object) -> tuple[str | None, bytes]:
    """Give the revision that changes are since, - where a diff is given, and that diff."""
    if not isinstance(diff, str | bytes | None):
        raise wrong_type("diff must be a revision, or the bytes of a diff", diff)
    if diff == "-":
        raise WrongValueError("diff must be a revision, or the bytes of a diff, not '-'")
    return ("-", diff) if isinstance(diff, bytes) else (diff, b"")


def _settings(settings: object) -> Settings:
    if not isinstance(settings, Settings):
        raise wrong_type("settings must be Settings, as load_settings gives them", settings)
    return settings


def _check_settings(
    preset: PresetName | None,
    select: Sequence[str] | None,
    ignore: Sequence[str],
    fail_on: FailOn | None,
    options: GivenOptions | None,
) -> CheckSettings:
    """Make settings of the arguments, whose names are those of the settings with underscores."""
    return check_settings(
        lambda key: key.replace("-", "_"),
        preset=preset,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        options=options,
    )


def _wanted(
    paths: Sequence[PathLike], settings: Settings | None, encoding: str | None, data: bytes
) -> Wanted:
    """Ask for texts by their paths; a file called - is one, and no standard input."""
    from tenor.config import Nearest
    from tenor.work.texts import STDIN, Stdin, Wanted

    try:
        Path.cwd()
    except OSError as error:
        raise InputError("the current folder no longer exists") from error
    names = tuple(f"./{name}" if (name := _path(path)) == STDIN else name for path in paths)
    nearest = Nearest(None if settings is None else _settings(settings))
    return Wanted(names, nearest, encoding, Stdin(lambda: data))
