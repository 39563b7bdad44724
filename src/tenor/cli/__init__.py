"""The command line: arguments in, text out, exit code last."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from tenor import __version__
from tenor.cli.check import check
from tenor.cli.explain import explain
from tenor.cli.report import report
from tenor.errors import InputError, TenorError, UsageError, did_you_mean

#: Exit codes: 0 all is well, 2 tenor could not do what was asked; `check` adds 1 for findings.
OK, TROUBLE = 0, 2
#: Imports and tables make a hundred thousand objects and no garbage: looking for it sooner costs a
#: fifth of a short run.
_GARBAGE = 100_000


class _Group(click.Group):
    """A group whose default command is `report`: `tenor essay.txt` needs no command name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `report` before arguments that begin with no command."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # completing the first word: commands or files
        args[:] = self._as_options(args)
        if not args or args[0] not in {*self.commands, "--help", "--version", "-h"}:
            if not ctx.resilient_parsing:  # completing says nothing
                _refuse_mistyped_command(args[:1], sorted(self.commands))
            args.insert(0, "report")
        return super().parse_args(ctx, args)

    def _as_options(self, args: list[str]) -> list[str]:
        """Take `help`, `help COMMAND` and `version` as the options they stand for."""
        if args == ["version"]:
            return ["--version"]
        if args[:1] != ["help"]:
            return args
        for word in args[1:2]:
            if word not in self.commands:
                raise UsageError(f"no command {word!r}: there are {', '.join(self.commands)}")
        return [*args[1:2], "--help"]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Complete a command's name, a file or one of the default command's options."""
        if incomplete.startswith("-"):
            return report.shell_complete(ctx, incomplete)
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _refuse_mistyped_command(args: Sequence[str], commands: Sequence[str]) -> None:
    """Stop at a word that is no file but nearly a command."""
    for word in args:
        hint = did_you_mean(word, commands) if word.isalpha() else ""
        if hint and not Path(word).exists():
            raise InputError(f"{word}: No such file or directory{hint}")


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="tenor %(version)s")
def cli() -> None:
    """Tell what a text is about and how it sounds, and point at the words.

    `tenor FILE…` is short for `tenor report FILE…`.
    """


for _command in (report, check, explain):
    cli.add_command(_command)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; every error is one line on stderr."""
    gc.set_threshold(_GARBAGE)
    words = list(sys.argv[1:] if args is None else args)
    try:
        return cli.main(words, "tenor", standalone_mode=False) or OK
    except click.ClickException as error:
        return _complain(error.format_message())
    except TenorError as error:
        return _complain(str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is one line
        return _break_down(error, is_traced="--debug" in words)


def _break_down(error: Exception, *, is_traced: bool) -> int:
    """Print an internal error, or where it came from; without a current folder it is none."""
    if not is_traced:
        if _is_adrift():
            return _complain("the current folder no longer exists, or cannot be read")
        return _complain(f"internal error: {error!r} (--debug shows where)")
    from traceback import format_exception

    from tenor.cli.streams import write_error

    write_error("".join(format_exception(error)))
    return TROUBLE


def _is_adrift() -> bool:
    """Tell whether the current folder has been removed."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def _complain(message: str) -> int:
    """Print a one-line error."""
    from tenor.cli.streams import complain

    complain(message)
    return TROUBLE
