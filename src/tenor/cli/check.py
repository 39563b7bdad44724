"""`tenor check`: findings with their places, an exit code, and the forms that CI reads."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tenor.cli import completion, streams
from tenor.cli.options import Common, common, encoding, forms, stdin_filename
from tenor.errors import InputError, did_you_mean
from tenor.formats import findings

if TYPE_CHECKING:
    from tenor.config import Nearest
    from tenor.config.checking import CheckSettings
    from tenor.findings.finding import Run


#: A form of the findings; full is drawn for a terminal.
CheckForm = Literal["full"] | findings.PlainForm
Shown = CheckForm | Literal["statistics"]
FORMATS: tuple[CheckForm, ...] = ("full", *findings.FORMS)
OK, FOUND, TROUBLE = 0, 1, 2


def _artifacts(
    _ctx: object, _param: object, values: tuple[str, ...]
) -> list[tuple[CheckForm, str]]:
    """Divide each FORMAT:PATH."""
    pairs: list[tuple[CheckForm, str]] = []
    for value in values:
        name, _, path = value.partition(":")
        form = next((form for form in FORMATS if form == name), None)
        if form is None:
            hint = did_you_mean(name, FORMATS) or f"; it is one of {', '.join(FORMATS)}"
            raise click.BadParameter(f"{value!r} is not FORMAT:PATH: no format {name!r}{hint}")
        if path in {"", "-"}:
            how = f"{form}:PATH writes to a file; --format {form} is for standard output"
            raise click.BadParameter(f"{value!r} names no file: {how}")
        if any(_is_one_place(path, other) for _, other in pairs):
            raise click.BadParameter(f"{value!r}: something else is written to that file already")
        pairs.append((form, path))
    return pairs


def _is_one_place(path: str, other: str) -> bool:
    """Tell whether two paths lead to the same place, links followed."""
    try:
        return os.path.realpath(path) == os.path.realpath(other)
    except ValueError:  # a NUL
        return path == other


def _names(_ctx: object, _param: object, words: str | None) -> list[str] | None:
    """Divide names by their commas."""
    if words is None:
        return None
    names = [name.strip() for name in words.split(",") if name.strip()]
    if not names:
        raise click.BadParameter("it names no check")
    return names


def _usual_form() -> CheckForm:
    """Choose a form by where the output goes."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "full" if streams.is_terminal(sys.stdout) else "concise"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(readable=False))
@forms(
    FORMATS,
    _usual_form,
    "Form of the findings.  [default: full on a terminal, github in GitHub Actions, else concise]",
)
@click.option(
    "--artifact",
    "artifacts",
    multiple=True,
    metavar="FORMAT:PATH",
    callback=_artifacts,
    help="Write the findings to a file too; can be given several times.",
)
@click.option(
    "--preset",
    metavar="NAME",
    shell_complete=completion.presets,
    help="Limits for docs, essay, support or marketing.",
)
@click.option(
    "--select",
    metavar="CHECKS",
    callback=_names,
    shell_complete=completion.checks,
    help="Run these checks only (a,b,c).",
)
@click.option(
    "--ignore",
    metavar="CHECKS",
    callback=_names,
    shell_complete=completion.checks,
    help="Leave these checks out.",
)
@click.option(
    "--fail-on",
    metavar="SEVERITY",
    shell_complete=completion.severities,
    help="Exit 1 from this severity on: error, warning, info or never.  [default: warning]",
)
@click.option("--diff", metavar="REF", help="Only what has changed since REF; - reads a diff.")
@click.option(
    "--baseline",
    metavar="FILE",
    shell_complete=completion.files,
    help="What is known already.  [default: .tenor-baseline.json]",
)
@click.option("--write-baseline", is_flag=True, help="Take everything found as known.")
@click.option("--statistics", is_flag=True, help="Count the findings of each check.")
@click.option("--list", "is_list", is_flag=True, help="List the checks.")
@click.option(
    "--show-settings",
    metavar="FILE",
    shell_complete=completion.files,
    help="Show what holds for a text, and since where.",
)
@click.option("--no-cache", is_flag=True, help="Neither read nor keep results in the cache.")
@encoding
@stdin_filename
@common
def check(  # noqa: PLR0913 - an argument an option
    common: Common,
    /,
    *,
    paths: tuple[str, ...],
    form: CheckForm,
    artifacts: list[tuple[CheckForm, str]],
    preset: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    fail_on: str | None,
    diff: str | None,
    baseline: str | None,
    write_baseline: bool,
    statistics: bool,
    is_list: bool,
    show_settings: str | None,
    no_cache: bool,
    encoding: str | None,
    stdin_filename: str | None,
) -> int:
    """Find what is wrong with texts, and say where and which sentences cost most.

    PATH is a file of text, Markdown, HTML or another markup, a folder, or - for stdin. Without
    PATH it is the `files` of the nearest tenor.toml or pyproject.toml. Exit code 1 means findings
    at or above --fail-on.
    """
    if is_list:
        return _list(form, common.look())
    wanted = common.wanted(paths, encoding, stdin_filename)
    given = _check_settings(preset, select, ignore, fail_on)
    if show_settings:
        return _show_settings(show_settings, wanted.nearest, given)
    from tenor.gate import session

    run = session.check(
        session.CheckRequest(
            wanted,
            given,
            diff=diff,
            baseline=Path(baseline) if baseline is not None else None,
            writes_baseline=write_baseline,
            has_cache=not no_cache,
            outputs=tuple(path for _, path in artifacts),
            say=common.say(),
            progress=common.progress(),
        )
    )
    is_shown = _show(run, "statistics" if statistics else form, artifacts, common.look())
    if run.failures or not is_shown:
        return TROUBLE
    return FOUND if any(map(run.fails, run.findings)) else OK


def _check_settings(
    preset: str | None, select: list[str] | None, ignore: list[str] | None, fail_on: str | None
) -> CheckSettings:
    """Make settings of what the command line says."""
    from tenor.config.checking import check_settings

    return check_settings(
        lambda key: f"--{key}",
        preset=preset,
        select=select,
        ignore=ignore or (),
        fail_on=fail_on,
    )


def _show_settings(name: str, nearest: Nearest, given: CheckSettings) -> int:
    """Show what holds for a text, and where each setting is from."""
    from tenor.formats.terminal import checks as pictures
    from tenor.gate.session import settings_for

    settings, origin, holds, off = settings_for(name, nearest, given)
    shown = pictures.settings(
        name,
        origin=origin,
        paths={"files": settings.files, "exclude": settings.exclude},
        words=settings.words,
        per_file_ignores=settings.check.per_file_ignores,
        off=off,
        preset=holds.preset,
        fail_on=holds.fail_on,
        rules=holds.rules,
        origins=holds.origins,
    )
    streams.write(shown, None, is_data=False)
    return OK


def _list(form: CheckForm, look: streams.Look) -> int:
    """List the checks."""
    from tenor.formats.terminal import checks as pictures

    if form == "json":
        streams.write(pictures.catalogue_json(), None, is_data=True)
    else:
        ink = look.ink()
        streams.show(pictures.catalogue(ink), ink)
    return OK


def _show(
    run: Run,
    form: CheckForm | Literal["statistics"],
    artifacts: list[tuple[CheckForm, str]],
    look: streams.Look,
) -> bool:
    """Write the artifacts, then the findings; say what could not be written, and if all was."""
    errors: list[InputError] = []
    places = [(kind, streams.Look(look.width, "never", path)) for kind, path in artifacts]
    for kind, where in (*places, (form, look)):
        try:
            with streams.broken_pipe_as_error() if where.output else nullcontext():
                _write(kind, run, where)
        except InputError as error:
            errors.append(error)
    for fault in errors:
        streams.complain(str(fault))
    return not errors


def _write(form: Shown, run: Run, look: streams.Look) -> None:
    """Write a run in one of the forms."""
    unread = _unread(run) if look.output is not None else ""
    if form == "full":
        from tenor.formats.terminal import findings as picture

        ink = look.ink()
        streams.show(unread + picture.draw(run, ink), ink, look.output)
        return
    if form == "statistics":
        from tenor.formats.findings import tally

        streams.write(tally.statistics(run), look.output, is_data=False)
        return
    text = findings.write(run, form)
    if form == "concise":
        text = unread + text
    is_data = form not in findings.FOR_PEOPLE
    streams.write(text, look.output, is_data=is_data, has_commands=form == "github")


def _unread(run: Run) -> str:
    """Name what could not be checked, as stderr does, a line each."""
    from tenor.formats.safe import safe

    return "".join(f"{safe(file)}: {safe(reason)}\n" for file, reason in run.failures)
