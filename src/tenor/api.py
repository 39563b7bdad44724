"""What Python is offered: read texts, analyse them, check them, as the commands do."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from tenor import files
from tenor.analysis import Analysis, read_source
from tenor.document import Document
from tenor.errors import DecodingWarning, InputError, WrongValueError, did_you_mean, wrong_type
from tenor.files import Source

if TYPE_CHECKING:
    from tenor.config import Settings
    from tenor.config.checking import CheckSettings, GivenOptions
    from tenor.findings.finding import Finding, Run
    from tenor.formats import reports
    from tenor.work.texts import Wanted

#: A path as Python's own functions take it.
PathLike = str | os.PathLike[str]
_Form = TypeVar("_Form", bound=str)


def read(path: PathLike, encoding: str | None = None, kind: str | None = None) -> Document:
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


def analyze(
    text: Document | str,
    words: Mapping[str, float] | None = None,
    engine: str = "tenor",
    kind: str | None = None,
    settings: Settings | None = None,
) -> Analysis:
    """Analyse a document or a string; nothing is computed before it is asked for.

    `kind` is what a string is, one of KINDS; None is "plain". `words` gives words
    or phrases a valence of their own, from −4 (worst) over 0 to +4 (best), and goes over those of
    `settings`; they are found in any case, and wherever a text has the same characters. `engine`
    is one of ENGINES: tenor's, or nltk's own VADER, which knows no such words.

    Raises a TenorError that is a TypeError or a ValueError too where an argument makes no sense.
    """
    own = {} if words is None else words
    if settings is not None and isinstance(own, Mapping):
        own = {**_settings(settings).words, **own}
    if not isinstance(text, str):
        if kind is not None:
            raise WrongValueError("kind is for a str: anything else has been read already")
        return Analysis(text, own, engine)
    return Analysis(read_source(Source("", text), kind), own, engine)


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
    preset: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    options: GivenOptions | None = None,
    settings: Settings | None = None,
    baseline: PathLike | None = None,
    kind: str | None = None,
) -> tuple[Finding, ...]:
    """Check a text: give what it does not suppress itself, in order.

    A string and a document are analysed with the words of `settings`, an Analysis is taken as it
    is. `preset`, `select` and `ignore` are as in the settings, over which they go; `options` gives
    each check's options by its name. What stands in the `baseline` file is left out.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.config import Settings as NoSettings
    from tenor.findings.examine import examine
    from tenor.gate.session import rules_for

    held = NoSettings() if settings is None else _settings(settings)
    if kind is not None and not isinstance(text, str):
        raise WrongValueError("kind is for a str: anything else has been read already")
    analysis = text if isinstance(text, Analysis) else analyze(text, kind=kind, settings=held)
    name = analysis.document.name or "-"
    rules = rules_for(held, _check_settings(preset, select, ignore, None, options), Path(name))
    findings = [
        finding for finding in examine(analysis, rules.rules).findings if finding.reason is None
    ]
    if baseline is not None:
        from tenor.gate.baseline import load, new

        path = Path(_path(baseline))
        findings = new(findings, load(path, is_needed=True), path)
    return tuple(findings)


def check_files(  # noqa: PLR0913 - all by name
    *paths: PathLike,
    preset: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    options: GivenOptions | None = None,
    fail_on: str | None = None,
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
            _wanted(paths, settings, encoding, changes),
            _check_settings(preset, select, ignore, fail_on, options),
            revision,
            None if baseline is None else Path(_path(baseline)),
            writes_baseline=write_baseline,
            has_cache=False,
            say=Say(warning=decoded.append),
        )
    )
    for line in decoded:
        warnings.warn(line, DecodingWarning, stacklevel=2)
    return done


def format_report(
    analyses: Analysis | Iterable[Analysis], form: str = "json", *, every: bool = False
) -> str:
    """Write the report of an analysis or of several, as `tenor report` does.

    `form` is json, jsonl, csv, md or text: the full report of one, a row for each of several, 80
    columns wide and without colours. `every` adds each word's part to JSON, all measures to text.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.formats import reports
    from tenor.formats.safe import outgoing

    given = [analyses] if isinstance(analyses, Analysis) else analyses
    if not isinstance(given, Iterable):
        raise wrong_type("a report is of an Analysis or of several", given)
    several = list(given)
    for one in several:
        if not isinstance(one, Analysis):
            raise wrong_type("a report is of an Analysis or of several", one)
    text: Literal["text"] = "text"
    return outgoing(_report(several, _form(form, (text, *reports.FORMS)), every=every))


def format_findings(run: Run, form: str = "json") -> str:
    """Write what a run has come to, as `tenor check` does.

    `form` is concise, github, json, jsonl, sarif, gitlab or junit.

    Raises a TenorError where an argument makes no sense.
    """
    from tenor.findings.finding import Run
    from tenor.formats import findings
    from tenor.formats.safe import outgoing

    if not isinstance(run, Run):
        raise wrong_type("findings are formatted as a Run, which check_files gives", run)
    return outgoing(findings.write(run, _form(form, findings.FORMS)))


def _report(
    analyses: Sequence[Analysis], form: Literal["text"] | reports.Form, *, every: bool
) -> str:
    """Write a report in one of the forms."""
    from tenor.formats import reports
    from tenor.summary import summarize

    match form:
        case "json" | "jsonl":
            objects = [one.to_dict(every=every) for one in analyses]
            return reports.object_writer(form)(objects, ())
        case "md" if len(analyses) == 1:
            from tenor.formats.reports import markdown

            return markdown.report(analyses[0])
        case "csv" | "md":
            return reports.row_writer(form)([summarize(one) for one in analyses], ())
        case "text":
            return _text(analyses, every=every)


def _text(analyses: Sequence[Analysis], *, every: bool) -> str:
    """Draw the full report of one text, or a row for each of several."""
    from tenor.formats.terminal import report, table
    from tenor.formats.terminal.ink import Ink
    from tenor.summary import summarize

    if len(analyses) == 1:
        return report.draw(analyses[0], Ink(), has_every=every)
    return table.draw([summarize(one) for one in analyses], Ink()) if analyses else ""


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


def _refuse_encoding(encoding: object) -> None:
    if not isinstance(encoding, str | None):
        raise wrong_type("an encoding must be a str", encoding)


def _diff(diff: object) -> tuple[str | None, bytes]:
    """Give the revision that changes are since, - where a diff is given, and that diff."""
    if not isinstance(diff, str | bytes | None):
        raise wrong_type("diff must be a revision, or the bytes of a diff", diff)
    if diff == "-":
        raise WrongValueError("diff must be a revision, or the bytes of a diff, not '-'")
    return ("-", diff) if isinstance(diff, bytes) else (diff, b"")


def _settings(settings: object) -> Settings:
    from tenor.config import Settings

    if not isinstance(settings, Settings):
        raise wrong_type("settings must be Settings, as load_settings gives them", settings)
    return settings


def _check_settings(
    preset: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str],
    fail_on: str | None,
    options: GivenOptions | None,
) -> CheckSettings:
    """Make settings of the arguments, whose names are those of the settings with underscores."""
    from tenor.config.checking import check_settings

    return check_settings(
        lambda key: key.replace("-", "_"),
        preset=preset,
        select=select,
        ignore=ignore or (),
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
