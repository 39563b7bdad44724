"""`tenor check`: findings with their places, an exit code, and the forms that CI reads."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tenor.cli import streams
from tenor.cli.options import common, encoding, forms, stdin_filename
from tenor.errors import InputError, UsageError

if TYPE_CHECKING:
    from tenor.checks import Run

#: Every form but the one for a terminal, and what writes it in tenor.formats.
_WRITERS = {
    "concise": "concise.write",
    "github": "github.write",
    "json": "findings.write",
    "jsonl": "findings.write_lines",
    "sarif": "sarif.write",
    "gitlab": "gitlab.write",
    "junit": "junit.write",
    "statistics": "tally.statistics",
}
FORMATS = ("full", *(form for form in _WRITERS if form != "statistics"))
#: The forms for people: they go by the stream's encoding, the others are data in UTF-8.
_FOR_PEOPLE = frozenset({"full", "concise", "github", "statistics"})
OK, FOUND, TROUBLE = 0, 1, 2


def _artifacts(_ctx: object, _param: object, values: tuple[str, ...]) -> list[tuple[str, str]]:
    """Divide each FORMAT:PATH."""
    pairs = []
    for value in values:
        form, colon, path = value.partition(":")
        if form not in FORMATS or not path:
            choices = ", ".join(FORMATS)
            raise click.BadParameter(f"{value!r} is not FORMAT:PATH with one of {choices}{colon}")
        if path == "-":
            raise click.BadParameter("it writes to a file; --format is for standard output")
        pairs.append((form, path))
    return pairs


def _usual_form() -> str:
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
@click.option("--preset", metavar="NAME", help="Limits for docs, essay, support or marketing.")
@click.option("--select", metavar="CHECKS", help="Run these checks only (a,b,c).")
@click.option("--ignore", metavar="CHECKS", help="Leave these checks out.")
@click.option(
    "--fail-on",
    metavar="SEVERITY",
    help="Exit 1 from this severity on: error, warning, info or never.  [default: warning]",
)
@click.option("--diff", metavar="REF", help="Only what has changed since REF; - reads a diff.")
@click.option(
    "--baseline", metavar="FILE", help="What is known already.  [default: .tenor-baseline.json]"
)
@click.option("--write-baseline", is_flag=True, help="Take everything found as known.")
@click.option("--statistics", is_flag=True, help="Count the findings of each check.")
@click.option("--list", "is_list", is_flag=True, help="List the checks.")
@click.option(
    "--show-settings", metavar="FILE", help="Show what holds for a text, and since where."
)
@click.option("--no-cache", is_flag=True, help="Neither read nor keep results in the cache.")
@encoding
@stdin_filename
@common
def check(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401
    """Find what is wrong with texts, and say where and which sentences cost most.

    PATH is a text, Markdown or HTML file, a folder, or - for stdin. Without PATH it is the `files`
    of the nearest tenor.toml or pyproject.toml. Exit code 1 means findings at or above --fail-on.
    """
    from tenor.cli import changes, checking, inputs

    form = options["form"]
    if options["is_list"]:
        _list(form, options)
        return OK
    nearest = inputs.settings_for(options["config_path"], no_config=options["no_config"])
    given = checking.given(options)
    if options["show_settings"]:
        shown = checking.show_settings(options["show_settings"], nearest, given)
        streams.write(shown, None, is_data=False)
        return OK
    options["project"] = nearest.of(Path()).folder
    if options["diff"] is not None and options["write_baseline"]:
        raise UsageError("--write-baseline takes in everything, and --diff leaves most of it out")
    changed = changes.changes(options["diff"], paths, options["stdin_filename"])
    texts = checking.texts(paths, nearest, options, changed)
    for error in texts.errors:
        streams.complain(str(error))
    if not options["quiet"]:
        inputs.note_skipped(texts, None if changed else "no texts found")
    run = checking.check_all(texts, given, options, changed)
    is_shown = _show(run, "statistics" if options["statistics"] else form, options)
    if run.failures or not is_shown:
        return TROUBLE
    return FOUND if any(map(run.fails, run.findings)) else OK


def _list(form: str, options: dict[str, Any]) -> None:
    """List the checks."""
    from tenor.formats.terminal import checks as pictures

    if form == "json":
        streams.write(pictures.catalogue_json(), None, is_data=True)
    else:
        ink = streams.ink(options)
        streams.show(pictures.catalogue(ink), ink)


def _show(run: Run, form: str, options: dict[str, Any]) -> bool:
    """Write the artifacts, then the findings; say what could not be written, and if all was."""
    errors: list[InputError] = []
    for kind, path in (*options["artifacts"], (form, None)):
        try:
            _write(kind, run, {**options, "color": "never", "output": path} if path else options)
        except InputError as error:
            errors.append(error)
    for one in errors:
        streams.complain(str(one))
    return not errors


def _write(form: str, run: Run, options: dict[str, Any]) -> None:
    """Write a run in one of the forms."""
    output = options.get("output")
    if form == "full":
        from tenor.formats.terminal import findings as picture

        ink = streams.ink(options)
        streams.show(picture.draw(run, ink), ink, output)
        return
    module, _, name = _WRITERS[form].partition(".")
    text: str = getattr(import_module(f"tenor.formats.{module}"), name)(run)
    is_data = form not in _FOR_PEOPLE
    streams.write(text, output, is_data=is_data, has_commands=form == "github")
