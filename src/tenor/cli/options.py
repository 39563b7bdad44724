"""The options that several commands share, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

from tenor.cli import completion, streams

if TYPE_CHECKING:
    from tenor.config import Nearest
    from tenor.work.pool import Progress
    from tenor.work.say import Say
    from tenor.work.texts import Wanted

#: Where it is noted that --json is given.
_JSON = "tenor.json"
#: The arguments of a command: one for each of its options.
_Options = ParamSpec("_Options")


@dataclass(frozen=True)
class Common:
    """What can be asked of every command: how it looks, which settings hold, what it says."""

    color: str
    width: int | None
    config_path: str | None
    no_config: bool
    quiet: bool

    def nearest(self) -> Nearest:
        """Give the settings by folder: fixed by the options, or those of each folder's own."""
        from tenor.config import Nearest, Settings, load

        if self.no_config:
            return Nearest(Settings())
        return Nearest(load(Path(self.config_path)) if self.config_path else None)

    def wanted(
        self, paths: Sequence[str], encoding: str | None, stdin_name: str | None = None
    ) -> Wanted:
        """Give the texts that are asked for."""
        from tenor.work.texts import Stdin, Wanted

        stdin = Stdin(streams.read_stdin, stdin_name)
        return Wanted(tuple(paths), self.nearest(), encoding, stdin)

    def look(self, output: str | None = None) -> streams.Look:
        """Give how what is drawn looks, where it is written."""
        return streams.Look(self.width, self.color, output)

    def say(self) -> Say:
        """Give where the work says things: stderr, and notes only if they are wanted."""
        from tenor.work.say import SILENT, Say

        note = SILENT.note if self.quiet else streams.complain
        return Say(streams.complain, note, note)

    def progress(self) -> Progress:
        """Give what shows how far the work is."""
        from tenor.cli.progress import progress

        return progress(is_quiet=self.quiet)


_COMMON = (
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour the output; auto: only on a terminal.",
    ),
    click.option(
        "--width",
        type=click.IntRange(min=20),
        metavar="COLUMNS",
        help="Width of the output, at most 100, of the arc and quotations 120."
        "  [default: the terminal's, else 80]",
    ),
    click.option(
        "--config",
        "config_path",
        metavar="PATH",
        shell_complete=completion.files,
        help="Take the settings from this file.",
    ),
    click.option("--no-config", is_flag=True, help="Take no settings from files."),
    click.option("-q", "--quiet", is_flag=True, help="No progress, warnings or notes on stderr."),
    click.option(  # looked for before there is a command
        "--debug", is_flag=True, expose_value=False, help="Show the traceback of an internal error."
    ),
)


def common(command: Callable[Concatenate[Common, _Options], int]) -> Callable[_Options, int]:
    """Add the options that work with every command, which takes them first, as one."""

    @wraps(command)
    def with_common(*args: _Options.args, **options: _Options.kwargs) -> int:
        context = click.get_current_context()
        _refuse_empty(context)
        asked = Common(*(context.params[field.name] for field in fields(Common)))
        for field in fields(Common):
            options.pop(field.name)
        return command(asked, *args, **options)

    added: Callable[_Options, int] = with_common
    for option in reversed(_COMMON):
        added = option(added)
    return added


def _refuse_empty(ctx: click.Context) -> None:
    """Stop at a path or a value that is empty, as an unset variable of a shell leaves it."""
    for param in ctx.command.params:
        value = ctx.params.get(param.name or "")
        if "" in (value if isinstance(value, tuple) else (value,)):
            raise click.BadParameter("it is empty", ctx, param)


def forms(
    choices: Sequence[str], usual: Callable[[], str], words: str
) -> Callable[[Callable[_Options, int]], Callable[_Options, int]]:
    """Add --format and --json, which is short for one of its values."""

    def settle(ctx: click.Context, _param: object, form: str | None) -> str:
        if _JSON not in ctx.meta:
            return form or usual()
        if form not in {None, "json"}:
            raise click.UsageError(f"--json and --format {form}: which of them?", ctx)
        return "json"

    def shorten(ctx: click.Context, _param: object, is_json: bool) -> None:  # noqa: FBT001 - click's
        form = ctx.params.get("form", "json")
        if is_json and form != "json":
            raise click.UsageError(f"--json and --format {form}: which of them?", ctx)
        ctx.meta.update({_JSON: True} if is_json else {})

    def add(command: Callable[_Options, int]) -> Callable[_Options, int]:
        short = click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=shorten,
            help="Short for --format json.",
        )
        long = click.option(
            "--format", "form", type=click.Choice(choices), callback=settle, help=words
        )
        return long(short(command))

    return add


def encoding(command: Callable[_Options, int]) -> Callable[_Options, int]:
    """Add the option that says how the texts are encoded."""
    return click.option(
        "--encoding",
        metavar="NAME",
        shell_complete=completion.encodings,
        help="Encoding of the texts.  [default: by BOM, else UTF-8, else Windows-1252]",
    )(command)


def stdin_filename(command: Callable[_Options, int]) -> Callable[_Options, int]:
    """Add the option that gives stdin a name."""
    return click.option(
        "--stdin-filename",
        metavar="NAME",
        shell_complete=completion.files,
        help="Read stdin as if it were this file: its ending and its settings.",
    )(command)
