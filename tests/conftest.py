"""What the tests share: the program as a user runs it, and the sample essay."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # machines are shared
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "networking-is-not-just-selling-out.txt"


class Ran(NamedTuple):
    """What a run left: its streams as text, and its exit code."""

    out: str
    err: str
    code: int


def run_tenor(*args, stdin=None, cwd=None, env=None):
    """Run the program in a process of its own, in a UTF-8 locale unless told otherwise."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    environment = {**kept, "LC_ALL": "C.UTF-8", "TERM": "xterm", **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "tenor", *map(str, args)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env=environment,
        check=False,
        timeout=120,
    )
    return Ran(done.stdout.decode("utf-8", "replace"), done.stderr.decode(), done.returncode)


@pytest.fixture(scope="session")
def tenor():
    return run_tenor


@pytest.fixture(scope="session")
def seed():
    return SEED


@pytest.fixture(scope="session")
def seed_text():
    return SEED.read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def analysis():
    """The sample essay, analysed once."""
    from tenor import analyze, read

    return analyze(read(SEED))


def pytest_addoption(parser):
    parser.addoption("--rewrite", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def rewrite(request):
    return request.config.getoption("--rewrite")
