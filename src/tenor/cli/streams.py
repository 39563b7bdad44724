"""What goes in and out: standard streams, and the terminal they are on."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenor.errors import InputError, reason_of, shortened
from tenor.formats.safe import outgoing, safe, uncommanded
from tenor.written import write_whole

if TYPE_CHECKING:
    from tenor.formats.terminal.ink import Ink

#: What GitHub Actions (and what runs its workflows elsewhere), Azure Pipelines and TeamCity set.
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
_USUAL = 80


#: What takes away the line that stands on the terminal until something is written there.
_standing: list[Callable[[], object]] = []


@contextmanager
def giving_way(clear: Callable[[], object]) -> Iterator[None]:
    """Have a line of the terminal taken away before anything else is written there."""
    _standing.append(clear)
    try:
        yield
    finally:
        _standing.remove(clear)


def _give_way() -> None:
    for clear in _standing:
        clear()


def complain(message: str) -> None:
    """Print one line on stderr, with the program's name."""
    write_error(f"tenor: {shortened(safe(message))}\n")


def write_error(text: str) -> None:
    """Write to stderr, with nothing in it that steers a terminal or a runner."""
    text = _for_log(outgoing(text))
    _give_way()
    click.echo(text.encode(_encoding(sys.stderr), "replace"), nl=False, err=True)


def has_piped_input() -> bool:
    """Tell whether stdin is a pipe or a file: never a terminal, /dev/null or a closed stream."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def read_stdin() -> bytes:
    """Read stdin to its end; InputError where it is closed."""
    try:
        return sys.stdin.buffer.read()
    except (AttributeError, OSError) as error:
        raise InputError("standard input is closed") from error


def write(
    text: str,
    output: str | None,
    *,
    is_data: bool,
    is_coloured: bool = False,
    has_commands: bool = False,
) -> None:
    """Write to a file or to stdout, with nothing in it that steers a terminal or a runner.

    Data is always UTF-8. Colours pass where it is coloured, workflow commands where it has any of
    its own: then it has broken up all others itself.
    """
    text = outgoing(text, is_coloured=is_coloured)
    if not has_commands and (output is None or not _is_file(Path(output))):
        text = _for_log(text)
    if output is not None:
        write_whole(Path(output), text.encode("utf-8", "replace"))
    else:
        encoding = "utf-8" if is_data else _encoding(sys.stdout)
        _echo(text.encode(encoding, "replace"))


@contextmanager
def broken_pipe_as_error() -> Iterator[None]:
    """Let a reader that goes away be an error of that output, and not the end of the run."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


def show(drawn: str, ink: Ink, output: str | None = None) -> None:
    """Write what was drawn for a person, with its colours."""
    write(drawn, output, is_data=False, is_coloured=ink.steers)


def _is_file(path: Path) -> bool:
    """Tell whether a path is or will be a regular file, not standard output by another name."""
    return os.path.isfile(path) or not os.path.exists(path)


def _for_log(text: str) -> str:
    """Break up commands where a runner of workflows reads along."""
    return uncommanded(text) if any(map(os.environ.get, _RUNNERS)) else text


def _echo(data: bytes) -> None:
    """Write to stdout; InputError where it is closed or full."""
    if sys.stdout is None:
        raise InputError("standard output is closed")
    if is_terminal(sys.stdout):
        _give_way()
    try:
        click.echo(data, nl=False)
    except OSError as error:
        raise InputError(f"standard output: {reason_of(error)}") from error


def holds_glyphs(output: str | None, glyphs: str) -> bool:
    """Tell whether what is written to can hold the drawing characters."""
    if output is not None:
        return True
    try:
        glyphs.encode(_encoding(sys.stdout))
    except UnicodeEncodeError:
        return False
    return True


def _encoding(stream: object) -> str:
    """Give a stream's encoding; one without gets ASCII."""
    return getattr(stream, "encoding", None) or "ascii"


def wants_color(choice: str, output: str | None) -> bool:
    """Decide on colour: the option, else NO_COLOR, FORCE_COLOR, TERM=dumb, else a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    force = os.environ.get("FORCE_COLOR")
    if force:
        return force.lower() not in {"0", "false", "no", "never"}
    return output is None and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def is_styled(choice: str, output: str | None) -> bool:
    """Tell whether words are bold and underlined though NO_COLOR forbids colours."""
    is_forbidden = choice == "auto" and bool(os.environ.get("NO_COLOR"))
    is_shown = output is None and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"
    return is_forbidden and is_shown


def is_terminal(stream: object) -> bool:
    """Tell whether a stream is a terminal; a closed one is none."""
    try:
        return bool(getattr(stream, "isatty", lambda: False)())
    except ValueError:
        return False


def width(choice: int | None, output: str | None) -> int:
    """Decide on the width: the option, else COLUMNS, else the terminal's, else 80."""
    if choice is None:
        columns = os.environ.get("COLUMNS", "")[:9]
        if columns.isascii() and columns.isdigit() and int(columns) > 0:
            choice = int(columns)
        elif output is None and is_terminal(sys.stdout):
            choice = shutil.get_terminal_size((_USUAL, 24)).columns
    return max(20, choice or _USUAL)


@dataclass(frozen=True)
class Look:
    """How what is drawn is to look, as asked for, and the file it is written to, if any."""

    width: int | None
    color: str
    output: str | None = None

    def ink(self) -> Ink:
        """Make the ink that what was asked for, the stream and the environment allow."""
        from tenor.formats.terminal.ink import ALL_GLYPHS, WIDEST, WIDEST_PICTURE, Ink

        columns = width(self.width, self.output)
        return Ink(
            min(columns, WIDEST),
            wants_color(self.color, self.output),
            holds_glyphs(self.output, ALL_GLYPHS),
            self.output is None and is_terminal(sys.stdout),
            is_styled(self.color, self.output),
            min(columns, WIDEST_PICTURE),
        )
