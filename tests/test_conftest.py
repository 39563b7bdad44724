"""A run within the tests' own process is as one in a process of its own, and leaves no trace."""

import gc
import os
import signal
import sys
from pathlib import Path

import pytest

LOUD = "Stop that now!! A na\u00efve caf\u00e9.\n"


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        (["a.md"], None),
        (["--json", "--all"], LOUD),
        (["check", ".", "--no-cache"], None),
        (["check", "-", "--stdin-filename", "a.md"], LOUD.encode("latin-1")),
        (["check"], LOUD),
        (["none.md"], None),
        (["--no-such-option"], None),
        (["--help"], None),
        ([], None),
    ],
)
def test_a_run_in_this_process_gives_what_a_process_of_its_own_gives(
    tenor, tenor_process, tmp_path, args, stdin
):
    (tmp_path / "a.md").write_text(LOUD, "utf-8")
    own = tenor_process(*args, stdin=stdin, cwd=tmp_path)
    assert tenor(*args, stdin=stdin, cwd=tmp_path) == own
    assert own.out or own.err


def test_a_run_in_this_process_leaves_it_as_it_was(tenor, tmp_path):
    def state():
        streams = (sys.stdin, sys.stdout, sys.stderr, *map(os.fstat, range(3)))
        return streams, dict(os.environ), Path.cwd(), gc.get_threshold(), _pipe_handler()

    before = state()
    tenor("-", stdin=LOUD, cwd=tmp_path, env={"COLUMNS": "60"})
    tenor("none.txt", cwd=tmp_path)
    after = state()
    assert after[1:] == before[1:]
    assert [*map(_identity, after[0])] == [*map(_identity, before[0])]


def _pipe_handler():
    return signal.getsignal(signal.SIGPIPE) if hasattr(signal, "SIGPIPE") else None


def _identity(stream):
    return (stream.st_dev, stream.st_ino) if hasattr(stream, "st_ino") else id(stream)


def test_a_run_sees_only_the_variables_it_is_given(tenor, monkeypatch, seed):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in tenor(seed).out
    assert "\x1b[" in tenor(seed, env={"FORCE_COLOR": "1"}).out
