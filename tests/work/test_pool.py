"""Texts in several processes: the workers import nothing from where they stand, and end in time."""

import errno
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import tenor

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")

#: The program, for which a few bytes already pay for a process.
DRIVER = """
import os, sys
from tenor.cli import main
from tenor.work import pool

if __name__ == "__main__":
    pool._PAYS, os.cpu_count = 10, lambda: 2
    sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def start(tmp_path_factory):
    """Start the program in a folder of two texts, at the top of which nothing of its own stands."""
    driver = tmp_path_factory.mktemp("driver") / "driver.py"
    driver.write_text(DRIVER)
    runs = []

    def started(*args, cwd):
        run = subprocess.Popen(
            [sys.executable, str(driver), *args],
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        runs.append(run)
        return run

    yield started
    for run in runs:
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)  # whatever a failed test has left
        run.communicate()


@pytest.mark.parametrize("command", [["report", "."], ["check", "--no-cache", "."]])
@pytest.mark.parametrize("name", ["pickle", "multiprocessing"])
def test_no_worker_imports_from_the_current_folder(start, tmp_path, command, name):
    for text in ("a.txt", "b.txt"):
        (tmp_path / text).write_text("It was a good day for a walk.\n")
    mark = tmp_path / "was run"
    (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n")
    run = start(*command, cwd=tmp_path)
    out, _ = run.communicate(timeout=60)
    assert run.returncode == 0
    assert "2 files" in out or "2 texts" in out
    assert not mark.exists()


def test_python_m_imports_nothing_late_from_the_current_folder(tmp_path):
    (tmp_path / "a.txt").write_text("It was a good day for a walk.\n")
    (tmp_path / "nltk.py").write_text("raise SystemExit('run')\n")
    command = [sys.executable, "-m", "tenor", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_python_m_keeps_no_folder_because_its_environment_lies_within(tmp_path):
    """As in the README, where .venv lies in the folder that is checked."""
    (tmp_path / "env").mkdir()
    (tmp_path / "env" / "tenor").symlink_to(Path(tenor.__file__).parent)
    (tmp_path / "a.txt").write_text("It was a good day for a walk.\n")
    (tmp_path / "nltk.py").write_text("raise SystemExit('run')\n")
    done = subprocess.run(
        [sys.executable, "-m", "tenor", "a.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "env")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def until_read(fifo):
    """Wait until a worker has opened the FIFO, and keep it from ever reading an end."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            time.sleep(0.05)
    pytest.fail("no worker came to read")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, -signal.SIGTERM),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_busy_workers_end_with_their_parent(start, tmp_path, number, code):
    for name in ("a", "b"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "c.txt").write_text("It was a good day for a walk.\n")
    run = start("a", "b", "c.txt", cwd=tmp_path)
    held = [until_read(tmp_path / name) for name in ("a", "b")]
    run.send_signal(number)
    out, err = run.communicate(timeout=20)  # to the end of stdout, which every worker holds
    for fifo in held:
        os.close(fifo)
    assert (run.returncode, out) == (code, "")
    assert "Traceback" not in err
