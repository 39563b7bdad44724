"""`tenor report`: themes and tone of one text, or a row for each of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tenor.cli import streams
from tenor.cli.options import common, encoding, forms, stdin_filename
from tenor.errors import TenorError

if TYPE_CHECKING:
    from tenor.cli.inputs import Texts
    from tenor.formats.objects import Object

FORMATS = ("text", "json", "jsonl", "csv", "md")
OK, TROUBLE = 0, 2


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(readable=False))
@forms(FORMATS, lambda: "text", "Form of the report.  [default: text]")
@click.option(
    "--all", "every", is_flag=True, help="Show every measure; in JSON every word's part too."
)
@click.option(
    "--engine",
    type=click.Choice(["tenor", "vader"]),
    default="tenor",
    show_default=True,
    help="What scores the sentences; vader: exactly nltk's figures.",
)
@click.option("--gist", is_flag=True, help="Add one sentence a theme that says most of it.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write to a file, whole or not at all.",
)
@encoding
@stdin_filename
@common
@click.pass_context
def report(ctx: click.Context, /, files: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401
    """Tell what texts are about and how they sound.

    FILE is a text, Markdown or HTML file, a folder, or - for stdin. Without FILE it is stdin where
    that is a pipe or a file, else the `files` of the nearest tenor.toml or pyproject.toml. One text
    gets the full report; several get a row each.
    """
    from tenor.cli import inputs

    nearest = inputs.settings_for(options["config_path"], no_config=options["no_config"])
    texts = inputs.gather(files, nearest, options["encoding"], options["stdin_filename"])
    if texts is None:
        click.echo(ctx.get_help(), err=True)
        return TROUBLE
    for error in texts.errors:
        streams.complain(str(error))
    if not options["quiet"]:
        inputs.note_skipped(texts)
    if not texts.names:
        return TROUBLE if texts.errors else OK
    is_done = _one(texts, options) if len(texts.names) == 1 else _several(texts, options)
    return OK if is_done and not texts.errors else TROUBLE


def _one(texts: Texts, options: dict[str, Any]) -> bool:
    """Report on a single text in full."""
    from tenor.analysis import analyze, read_source
    from tenor.formats import json, objects

    name = texts.names[0]
    source = texts.load(name)
    if source.warning and not options["quiet"]:
        streams.complain(source.warning)
    analysis = analyze(read_source(source), texts.settings(name).words, options["engine"])
    if options["form"] == "text":
        from tenor.formats.terminal import report as full

        ink = streams.ink(options)
        drawn = full.draw(analysis, ink, every=options["every"], gist=options["gist"])
        streams.show(drawn, ink, options["output"])
    else:
        one = json.report(analysis, every=options["every"])
        if options["form"] == "json":
            _write(objects.dumps(one), options)
        else:
            _write_all([one], options)
    return True


def _several(texts: Texts, options: dict[str, Any]) -> bool:
    """Report on several texts, a row each; one bad file does not stop the others."""
    from tenor.cli.several import outcomes
    from tenor.formats.objects import lines

    form = options["form"]
    objects: list[Object] = []
    is_streamed = form == "jsonl" and options["output"] is None
    failed = 0
    for outcome in outcomes(texts, **{key: options[key] for key in ("every", "engine", "quiet")}):
        if outcome.warning and not options["quiet"]:
            streams.complain(outcome.warning)
        if isinstance(outcome.result, TenorError):
            streams.complain(str(outcome.result))
            failed += 1
        elif is_streamed:
            streams.write(lines([outcome.result]), None, is_data=True)
        else:
            objects.append(outcome.result)
    if not is_streamed:
        _write_all(objects, options)
    return not failed


def _write_all(objects: list[Object], options: dict[str, Any]) -> None:
    """Write the objects of several texts in the form asked for."""
    from tenor.formats import csv, json, markdown
    from tenor.formats.objects import dumps, lines
    from tenor.formats.terminal import table

    form = options["form"]
    if form == "text":
        ink = streams.ink(options)
        streams.show(table.draw(objects, ink), ink, options["output"])
    elif form == "json":
        _write(dumps(json.several(objects)), options)
    else:
        writer = {"jsonl": lines, "csv": csv.write, "md": markdown.write}[form]
        _write(writer(objects), options)


def _write(data: str, options: dict[str, Any]) -> None:
    """Write a report that is data where the options say."""
    streams.write(data, options["output"], is_data=True)
