"""`tenor report`: themes and tone of one text, or a row for each of several."""

from __future__ import annotations

import sys
from typing import Literal, get_args

import click

from tenor.cli import streams
from tenor.cli.options import Common, common, encoding, forms, stdin_filename
from tenor.engines import ENGINES
from tenor.formats import reports

#: A form of reports; text is drawn for a terminal.
Form = Literal["text"] | reports.Form
FORMATS: tuple[Form, ...] = ("text", *reports.FORMS)
Sort = Literal["name", "words", "tone", "grade"]
SORTS: tuple[Sort, ...] = get_args(Sort)
OK, TROUBLE = 0, 2
_DEFAULT = click.core.ParameterSource.DEFAULT
_WELCOME = """\
tenor   what a text is about, how it sounds, which sentences do it

  tenor essay.txt              the report
  tenor drafts/                a row a text
  cat essay.md | tenor         from a pipe
  tenor explain essay.txt:17   why a line sounds so
  tenor explain tone           what a word of the report means
  tenor check docs/            find problems, for editors and CI
  tenor --help                 all commands and options
  tenor --version"""


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(readable=False))
@forms(FORMATS, lambda: "text", "Form of the report.  [default: text]")
@click.option(
    "--all", "every", is_flag=True, help="Show every measure; in JSON every word's part too."
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="What scores the sentences; vader: exactly nltk's figures.",
)
@click.option("--gist", is_flag=True, help="Add the gist of a short text too, or say it has none.")
@click.option("--sort", type=click.Choice(SORTS), help="Sort the rows of several texts.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Show the first N rows only.")
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
def report(  # noqa: PLR0913 - an argument an option
    common: Common,
    /,
    *,
    files: tuple[str, ...],
    form: Form,
    every: bool,
    engine: str,
    gist: bool,
    sort: Sort | None,
    top: int | None,
    output: str | None,
    encoding: str | None,
    stdin_filename: str | None,
) -> int:
    """Tell what texts are about and how they sound.

    FILE is a text, Markdown, HTML or another markup, a folder, or - for stdin. Without FILE it is
    stdin where that is a pipe or a file, else the `files` of the nearest tenor.toml or
    pyproject.toml. One text gets the full report; several get a row each.
    """
    from tenor.cli.reporting import ReportRequest, report_on

    wanted = common.wanted(files, encoding, stdin_filename)
    look = common.look(output)
    request = ReportRequest(
        wanted, engine, every, gist, sort, top, form, look, common.say(), common.progress()
    )
    is_done = report_on(request)
    if is_done is None:
        return _welcome(click.get_current_context())
    return OK if is_done else TROUBLE


def _welcome(ctx: click.Context) -> int:
    """Say what tenor does where nothing is asked of it: on a terminal that is no fault."""
    sources = (
        ctx.get_parameter_source(param.name or "")
        for param in ctx.command.params
        if isinstance(param, click.Option)
    )
    is_bare = all(source in {None, _DEFAULT} for source in sources)
    if is_bare and streams.is_terminal(sys.stdout):
        click.echo(_WELCOME)
        return OK
    click.echo(ctx.get_help(), err=True)
    return TROUBLE
