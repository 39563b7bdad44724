"""Progress: on a terminal's stderr only, after a while, alone on its line, and gone when done."""

import os
import re
import subprocess
import sys

import pytest

from tenor.cli import progress

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals here")

#: The program, which shows progress at once and always.
DRIVER = """
import sys
from tenor.cli import main, progress
progress._AFTER = progress._EVERY = progress._SIZED = 0
sys.exit(main(sys.argv[1:]))
"""
GOOD = "It was a good day for a walk. "


@pytest.fixture
def here(tmp_path):
    for name in ("a", "c", "d"):
        (tmp_path / f"{name}.txt").write_text(GOOD * 300)
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 " + GOOD.encode() * 300)
    (tmp_path / "short.txt").write_text(GOOD)
    return tmp_path


def on_terminal(*args, cwd, both=False, env=None):
    """Run on a terminal by its stderr, or by both streams; give all that it is sent."""
    terminal, stream = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", DRIVER, *args],
        cwd=cwd,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stream if both else subprocess.DEVNULL,
        stderr=stream,
    ) as process:
        os.close(stream)
        sent = b""
        while piece := read(terminal):
            sent += piece
        process.wait(60)
    os.close(terminal)
    return sent.decode()


def read(terminal):
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # as Linux ends it
        return b""


def screens(sent):
    """Give every state of every line that a terminal showed, and what it shows in the end."""
    lines, states, column = [""], [], 0
    for piece in re.findall(r"\x1b\[K|\r|\n|[^\x1b\r\n]+", sent):
        if piece == "\x1b[K":
            lines[-1] = lines[-1][:column]
        elif piece == "\r":
            column = 0
        elif piece == "\n":
            lines.append("")
        else:
            lines[-1] = lines[-1][:column] + piece + lines[-1][column + len(piece) :]
            column += len(piece)
        states.append(lines[-1])
    return states, "\n".join(lines)


COUNT = re.compile(r"\d of \d texts, \d+ of \d+ kB(, \d+ (s|min|h) left)?")
WARNING = "tenor: b.txt: line 1, column 4: not UTF-8"


@pytest.mark.parametrize("command", [[], ["check", "--no-cache"]])
def test_a_warning_has_its_line_to_itself_and_nothing_stays(here, command):
    states, left = screens(on_terminal(*command, "a.txt", "b.txt", "c.txt", "d.txt", cwd=here))
    assert any(COUNT.fullmatch(state) for state in states)
    assert not [state for state in states if "kB" in state and "tenor" in state]
    assert left.startswith(WARNING)
    assert left.endswith("\n")
    assert left.count("\n") == 1


def test_an_error_has_its_line_to_itself(here):
    (here / "b.txt").write_bytes(b"\0" * 20_000)
    states, left = screens(on_terminal("a.txt", "b.txt", "c.txt", cwd=here))
    assert any("of 3 texts" in state for state in states)
    assert not [state for state in states if "kB" in state and "tenor" in state]
    assert re.fullmatch(r"tenor: b\.txt: [^\n]+\n", left)


def test_results_on_the_same_terminal_have_their_lines_to_themselves(here):
    sent = on_terminal("--format", "jsonl", "a.txt", "c.txt", "d.txt", cwd=here, both=True)
    states, left = screens(sent)
    assert any(COUNT.fullmatch(state) for state in states)
    lines = left.strip().split("\n")
    assert len(lines) == 3
    assert all(line.startswith('{"') and line.endswith("}") for line in lines)


def test_one_long_text_counts_its_bytes(here):
    (here / "long.txt").write_text("\n\n".join([GOOD] * 1000))
    states, left = screens(on_terminal("long.txt", cwd=here))
    done = [int(found[1]) for state in states if (found := re.match(r"(\d+) of 31 kB", state))]
    assert left == ""
    assert done == sorted(done)
    assert len({*done}) > 10
    assert "texts" not in "".join(states)


@pytest.mark.parametrize(("args", "env"), [(["-q"], {}), ([], {"TERM": "dumb"})])
def test_there_is_none_where_it_is_not_wanted(here, args, env):
    assert " of " not in on_terminal("a.txt", "c.txt", *args, cwd=here, env=env)


def test_there_is_none_in_a_pipe(here):
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, "a.txt", "c.txt"], cwd=here, capture_output=True, check=True
    )
    assert done.stderr == b""


class Clock:
    def __init__(self):
        self.now = 100.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_there_is_none_of_what_takes_less_than_a_second(clock, capsys):
    with progress.shown([200_000, 200_000]) as advance:
        clock.now += 0.9
        advance()
        assert capsys.readouterr().err == ""
        clock.now += 0.2
        advance()
        assert capsys.readouterr().err == "\r2 of 2 texts, 400 of 400 kB\x1b[K"
    assert capsys.readouterr().err == "\r\x1b[K"


def test_the_line_is_not_written_more_often_than_can_be_read(clock, capsys):
    with progress.shown([1000] * 400) as advance:
        clock.now += 1
        for _ in range(400):
            clock.now += 0.01
            advance()
        assert 15 <= capsys.readouterr().err.count("\r") <= 17


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((0, 1, 0, 0, 2), ""),
        ((0, 1, 500, 99_000, 2), ""),
        ((1, 2, 29, 29, 2), "1 of 2 texts"),
        ((1, 2000, 0, 0, 2), "1 of 2,000 texts"),
        ((0, 1, 1_000, 400_000, 2), "1 of 400 kB"),
        ((0, 1, 100_000, 400_000, 2), "100 of 400 kB, 6 s left"),
        ((3, 9, 1e6, 4_321_000, 60), "3 of 9 texts, 1,000 of 4,321 kB, 3 min left"),
        ((3, 9, 1e8, 5_000_000_000, 200), "3 of 9 texts, 100 of 5,000 MB, 3 h left"),
    ],
)
def test_what_is_said_is_what_is_known(args, said):
    assert progress.described(*args) == said
