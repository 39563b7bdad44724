"""Signals that break a run off end it at once, without a word and with nothing left behind."""

import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals are others there")

BREAKING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
#: The program, after a line of its own.
DRIVER = """
import os, signal, sys
from tenor.__main__ import main
from tenor import signals

{}
sys.exit(main(sys.argv[1:]))
"""


def run(line, *args, cwd=None):
    """Run the program with another line before it; give what it wrote and how it ended."""
    done = subprocess.run(
        [sys.executable, "-c", DRIVER.format(line), *args],
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize("number", BREAKING)
def test_the_signal_itself_ends_the_run(number):
    line = f"signal.raise_signal({int(number)})"
    assert run(line, "--version") == (b"", b"", -number)


@pytest.mark.parametrize("number", BREAKING)
def test_a_process_that_outlives_its_own_signals_ends_with_their_exit_code(number):
    """As the first one of a container does."""
    line = f"signal.raise_signal = id; os.kill(os.getpid(), {int(number)})"
    assert run(line, "--version") == (b"", b"", 128 + number)


def test_a_signal_is_not_lost_where_an_exception_would_be():
    line = "type('A', (), {'__del__': lambda _: signal.raise_signal(signal.SIGINT)})()"
    assert run(line, "--version") == (b"", b"", -signal.SIGINT)


@pytest.mark.parametrize("number", BREAKING)
def test_a_signal_ends_it_without_a_word_while_it_still_imports(tmp_path, number):
    code = f"import os\nos.kill(os.getpid(), {int(number)})\n"
    (tmp_path / "click.py").write_text(code)
    done = subprocess.run(
        [sys.executable, "-m", "tenor", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", -number)


@pytest.mark.parametrize("number", BREAKING)
def test_a_signal_that_is_ignored_from_outside_stays_so(number):
    """As nohup has it, and a shell for what a script runs in the background."""
    shell = f"trap '' {int(number)}; exec \"$@\""
    code = DRIVER.format(f"signal.raise_signal({int(number)})")
    command = ["sh", "-c", shell, "sh", sys.executable, "-c", code, "--version"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.stdout[:6], done.stderr, done.returncode) == (b"tenor ", b"", 0)


@pytest.mark.parametrize("number", BREAKING)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_signal_leaves_a_file_as_it_was_and_no_temporary_one(tmp_path, number, step):
    (tmp_path / "a.txt").write_text("It was a good day for a walk.\n")
    (tmp_path / "out").write_text("old")
    line = f"os.{step} = lambda *_: signal.raise_signal({int(number)})"
    assert run(line, "a.txt", "-o", "out", cwd=tmp_path) == (b"", b"", -number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out"]
    assert (tmp_path / "out").read_text() == "old"


def test_all_is_cleared_away_the_latest_first_whatever_fails():
    line = """
def say(word):
    print(word, flush=True)
with signals.afterwards(lambda: say("first")):
    with signals.afterwards(lambda: 1 / 0):
        with signals.afterwards(lambda: say("last")):
            signal.raise_signal(signal.SIGTERM)
"""
    assert run(line) == (b"last\nfirst\n", b"", -signal.SIGTERM)


def test_what_is_over_is_cleared_away_once():
    line = """
with signals.afterwards(lambda: print("once", flush=True)):
    pass
signal.raise_signal(signal.SIGTERM)
"""
    assert run(line) == (b"once\n", b"", -signal.SIGTERM)


def test_the_count_of_texts_does_not_stay_on_the_terminal(tmp_path):
    (tmp_path / "a.txt").write_text("It was a good day for a walk.\n")
    os.mkfifo(tmp_path / "never")
    code = DRIVER.format("from tenor.cli import progress as p; p._AFTER = p._EVERY = 0")
    terminal, stderr = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code, "a.txt", "never"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        start_new_session=True,
    ) as process:
        shown = b""
        while not shown.endswith(b"\r1 of 2 texts\x1b[K") and process.poll() is None:
            shown += os.read(terminal, 100)
        process.send_signal(signal.SIGINT)
        assert os.read(terminal, 100) == b"\r\x1b[K"
        assert process.wait(60) == -signal.SIGINT
    os.close(stderr)
    os.close(terminal)
