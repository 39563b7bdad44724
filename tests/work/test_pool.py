"""Texts in several processes: the workers import nothing from where they stand, and end in time."""

import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

import tenor
from tenor import signals
from tenor.work import pool

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")

#: The program, for which a few bytes already pay for a process.
DRIVER = """
import os, sys
from tenor.__main__ import main
from tenor.work import pool

pool._PAYS, os.cpu_count = 10, lambda: 2
open(os.environ.get("READY", os.devnull), "w").close()
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


#: Nothing else can end a run of workers that read without end.
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]


@pytest.mark.parametrize("number", ENDING)
def test_busy_workers_end_with_their_parent(start, tmp_path, number):
    for name in ("a", "b"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "c.txt").write_text("It was a good day for a walk.\n")
    run = start("a", "b", "c.txt", cwd=tmp_path)
    held = [until_read(tmp_path / name) for name in ("a", "b")]
    run.send_signal(number)
    out, err = run.communicate(timeout=20)  # to the end of stderr, which every worker holds
    for fifo in held:
        os.close(fifo)
    assert (run.returncode, out, err) == (-number, "", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_the_whole_group_ends_it_without_a_word_at_any_time(
    start, tmp_path, monkeypatch, number
):
    """As Ctrl-C and a terminal that closes send it, while the workers start and when they work."""
    for name in ("a", "b"):
        os.mkfifo(tmp_path / name)
    for delay in (0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.5):
        ready = tmp_path / f"ready-{delay}"
        monkeypatch.setenv("READY", str(ready))
        run = start("a", "b", cwd=tmp_path)
        until_there(ready, run)
        time.sleep(delay)
        os.killpg(run.pid, number)
        out, err = run.communicate(timeout=20)
        assert (run.returncode, out, err) == (-number, "", "")


def until_there(path, run):
    """Wait until the run has made a file."""
    while not path.exists():
        assert run.poll() is None
        time.sleep(0.005)


@pytest.fixture
def two_workers(monkeypatch):
    monkeypatch.setattr(pool, "_PAYS", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("two_workers")
def test_results_come_in_the_order_of_their_jobs():
    jobs = [*range(200, 0, -1), b"x" * 3_000_000]
    assert [*pool.mapped(bytes, jobs, [100])] == [*map(bytes, jobs)]


@pytest.mark.usefixtures("two_workers")
def test_what_a_worker_prints_is_no_answer(capfd):
    assert [*pool.mapped(print, ["a", "b"], [100])] == [None, None]
    out, err = capfd.readouterr()
    assert (out, sorted("".join(err.split()))) == ("", ["a", "b"])


@pytest.mark.usefixtures("two_workers")
def test_an_error_in_a_worker_is_told_with_its_place_there():
    with pytest.raises(RuntimeError, match=r"ValueError\(.*'no'\"\)") as caught:
        [*pool.mapped(int, ["1", "no"], [100])]
    (place,) = caught.value.__notes__
    assert "worker.py" in place


@pytest.mark.usefixtures("two_workers")
def test_who_wants_no_more_waits_for_nothing():
    results = pool.mapped(time.sleep, [0, 3600, 3600, 3600], [100])
    assert next(results) is None
    results.close()


def test_a_worker_that_ends_is_an_error_and_no_closed_pipe_to_die_of():
    script = (
        "import os, signal\n"
        "from tenor import signals\n"
        "from tenor.work import pool, processes\n"
        "signals.end_the_run()\n"
        "pool._PAYS, os.cpu_count = 10, lambda: 2\n"
        "try:\n"
        "    [*pool.mapped(signal.raise_signal, [signal.SIGKILL] * 100, [100])]\n"
        "except processes.WorkerError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == "a worker process has ended, perhaps for want of memory\n"


@pytest.mark.usefixtures("two_workers")
def test_signals_come_to_the_main_thread_only_which_still_gets_them():
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    results = pool.mapped(abs, [1, 2], [100])
    assert next(results) == 1
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before
    results.close()
    with signals.left_to_the_main_thread(), ThreadPoolExecutor(1) as threads:
        blocked = threads.submit(signal.pthread_sigmask, signal.SIG_BLOCK, []).result()
    assert blocked >= {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE}
