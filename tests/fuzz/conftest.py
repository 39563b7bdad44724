"""What the fuzzers share: the program run in this process, in a folder of its own."""

import io
import os
import re
import sys
import tempfile
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

#: What must not leave the program: what steers a terminal or reorders its line.
STEERING = re.compile(r"(?!\r?\n)[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
#: A line of stderr: an error or note of the program, or click's short help.
SAID = re.compile(r"tenor: |Usage: ")


class Ran(NamedTuple):
    out: str
    err: str
    code: int


def run(words, stdin=b""):
    """Run the command line in this process, with streams of bytes."""
    from tenor.cli import main

    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (stdin, b"", b"")]
    names = ("sys.stdin", "sys.stdout", "sys.stderr")
    with ExitStack() as stack:
        for name, stream in zip(names, streams, strict=True):
            stack.enter_context(mock.patch(name, stream))
        code = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams[1:])
    return Ran(out, err, code)


def run_well(words, stdin=b""):
    """Run the command line, and hold it to what holds for every run."""
    ran = run(words, stdin)
    assert ran.code in {0, 1, 2}, ran
    assert "tenor: internal error" not in ran.err, ran.err
    assert "Traceback" not in ran.err, ran.err
    assert ran.err.startswith("Usage: ") or all(map(SAID.match, ran.err.splitlines())), ran.err
    steering = STEERING.findall(COLOUR.sub("", ran.out)) + STEERING.findall(ran.err)
    assert not steering, (steering, ran)
    return ran


@contextmanager
def folder(files):
    """Go into a new folder with these files; the names that the system refuses are left out."""
    with tempfile.TemporaryDirectory() as place:
        home = {"TENOR_CACHE_DIR": f"{place}/cache", "XDG_CACHE_HOME": f"{place}/cache"}
        path = Path(place, "in")
        path.mkdir()
        with chdir(path), mock.patch.dict(os.environ, home):
            for name, data in files.items():
                write(Path(name), data)
            yield path


def write(path, data):
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except (OSError, ValueError):
        return


@pytest.fixture(scope="session")
def program():
    """Give what runs the program, and what makes it a folder."""
    with mock.patch.dict(os.environ):
        for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
            os.environ.pop(name, None)
        os.environ["GIT_CEILING_DIRECTORIES"] = tempfile.gettempdir()
        yield Program()


class Program:
    run_well = staticmethod(run_well)
    folder = staticmethod(folder)
