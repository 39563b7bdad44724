"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

Command = Callable[..., Any]


def common(command: Command) -> Command:
    """Add the options that work with every command."""
    for option in reversed(
        (
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
                help="Width of the output, at most 100.  [default: the terminal's, else 80]",
            ),
            click.option(
                "--config",
                "config_path",
                metavar="PATH",
                help="Take the settings from this file.",
            ),
            click.option("--no-config", is_flag=True, help="Take no settings from files."),
            click.option(
                "-q", "--quiet", is_flag=True, help="No progress, warnings or notes on stderr."
            ),
            click.option("--debug", is_flag=True, help="Show the traceback of an internal error."),
        )
    ):
        command = option(command)
    return command


def forms(
    choices: Sequence[str], usual: Callable[[], str], words: str
) -> Callable[[Command], Command]:
    """Add --format and --json, which is short for one of its values; the last one given holds.

    They share a name as click's feature switches do. Before click 8.3 the one not given has the
    last word on the default, so that both have the same one, and both settle it.
    """

    def settle(_ctx: object, _param: object, value: str | None) -> str:
        return value or usual()

    def add(command: Command) -> Command:
        short = click.option(
            "--json",
            "form",
            flag_value="json",
            default=None,
            callback=settle,
            help="Short for --format json.",
        )
        long = click.option(
            "--format", "form", type=click.Choice(choices), callback=settle, help=words
        )
        return long(short(command))

    return add


def encoding(command: Command) -> Command:
    """Add the option that says how the texts are encoded."""
    return click.option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the texts.  [default: by BOM, else UTF-8, else Windows-1252]",
    )(command)


def stdin_filename(command: Command) -> Command:
    """Add the option that gives stdin a name."""
    return click.option(
        "--stdin-filename",
        metavar="NAME",
        help="Read stdin as if it were this file: its ending and its settings.",
    )(command)
