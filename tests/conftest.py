"""What the tests share: the program as a user runs it, and the sample essay."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

from tenor.analysis import read_source
from tenor.api import analyze
from tenor.checks import CHECKS
from tenor.files import Source
from tenor.findings.check import Options, Rule
from tenor.findings.examine import examine
from tenor.findings.subject import Subject
from tenor.findings.suppressions import suppressions

settings.register_profile("unhurried", deadline=None)  # machines are shared
settings.register_profile(
    "fuzz", deadline=None, max_examples=20_000, suppress_health_check=HealthCheck
)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "networking-is-not-just-selling-out.txt"


class Ran(NamedTuple):
    """What a run left: its streams as text, and its exit code."""

    out: str
    err: str
    code: int


#: What only a starting interpreter reads: such a run gets a process of its own.
_FOR_THE_INTERPRETER = ("PYTHON", "LC_", "LANG")
_HANGING = 120
#: No test touches the user's own cache.
_CACHE = tempfile.TemporaryDirectory(prefix="tenor-cache-")


def run_tenor(*args, stdin=None, cwd=None, env=None):
    """Run the program as a user runs it, within this process where that makes no difference."""
    if any(key.startswith(_FOR_THE_INTERPRETER) for key in env or {}):
        return run_process(*args, stdin=stdin, cwd=cwd, env=env)
    data = stdin.encode() if isinstance(stdin, str) else stdin
    with _kept_state(), _streams(data) as written, patch.dict(os.environ, clear=True):
        os.environ.update(_environment(env))
        os.chdir(cwd or Path.cwd())
        code = _exit_code([str(arg) for arg in args])
        out, err = written()
    return Ran(out.decode("utf-8", "replace"), err.decode(), code)


def run_process(*args, stdin=None, cwd=None, env=None):
    """Run the program in a process of its own, in a UTF-8 locale unless told otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "tenor", *map(str, args)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env=_environment(env),
        check=False,
        timeout=_HANGING,
    )
    return Ran(done.stdout.decode("utf-8", "replace"), done.stderr.decode(), done.returncode)


def _environment(env):
    """Give the variables a run sees: few, that no setting of this machine changes a result."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key in {"PATH", "SYSTEMROOT"} or key.startswith("COVERAGE_")
    }
    own = {"LC_ALL": "C.UTF-8", "TERM": "xterm", "TENOR_CACHE_DIR": _CACHE.name}
    return {**kept, **own, **(env or {})}


def _exit_code(args):
    """Give what the program returns, or exits with where click ends it itself."""
    from tenor.cli import main

    try:
        return main(args)
    except SystemExit as end:
        return end.code


@contextmanager
def _streams(stdin):
    """Put files in the place of the three standard streams, for Python and for the system."""
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        if stdin is None:
            files[0] = stack.enter_context(Path(os.devnull).open("rb"))
        else:
            files[0].write(stdin)
            files[0].seek(0)
        kept = [os.dup(number) for number in range(3)]
        streams = [
            os.fdopen(os.dup(file.fileno()), mode, encoding="utf-8", errors=errors)
            for file, mode, errors in zip(files, "rww", _ERRORS, strict=True)
        ]

        def written():
            for stream in streams[1:]:
                stream.flush()
            return [file.seek(0) or file.read() for file in files[1:]]

        try:
            for number, file in enumerate(files):
                os.dup2(file.fileno(), number)
            with (
                patch.object(sys, "stdin", streams[0]),
                patch.object(sys, "stdout", streams[1]),
                patch.object(sys, "stderr", streams[2]),
            ):
                yield written
        finally:
            for number, old in enumerate(kept):
                os.dup2(old, number)
                os.close(old)
            for stream in streams:
                stream.close()


#: How the streams of a UTF-8 locale treat what is no character.
_ERRORS = ("surrogateescape", "surrogateescape", "backslashreplace")


@contextmanager
def _kept_state():
    """Restore what a run changes in its process, and break off one that hangs."""
    folder, garbage = Path.cwd(), gc.get_threshold()
    names = [name for name in ("SIGPIPE", "SIGINT", "SIGTERM", "SIGALRM") if hasattr(signal, name)]
    handlers = {name: signal.getsignal(getattr(signal, name)) for name in names}
    try:
        if "SIGALRM" in names:
            signal.signal(signal.SIGALRM, _hangs)
            signal.alarm(_HANGING)
        yield
    finally:
        if "SIGALRM" in names:
            signal.alarm(0)
        for name, handler in handlers.items():
            signal.signal(getattr(signal, name), handler)
        gc.set_threshold(*garbage)
        os.chdir(folder)


def _hangs(*_):
    raise TimeoutError(f"still running after {_HANGING} seconds")


@pytest.fixture(scope="session", autouse=True)
def _signals_as_on_a_terminal():
    """Pass none on as ignored to what is run, as tests in the background of a script would."""
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture(scope="session")
def tenor():
    return run_tenor


@pytest.fixture(scope="session")
def tenor_process():
    return run_process


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


@pytest.fixture(scope="session")
def find():
    """Give the findings of some checks in a text, by name; options go to the first of them."""

    named = {check.name: check for check in CHECKS}

    def run(text, *names, options=None, file="a.md"):
        first, *rest = (
            Rule(check, check.severity, check.defaults()) for check in map(named.get, names)
        )
        own = Options({**first.options.settings, **(options or {})})
        rules = [first._replace(options=own), *rest]
        return examine(analyze(read_source(Source(file, text))), rules).findings

    return run


@pytest.fixture(scope="session")
def subject():
    """Give a text as the checks are given it."""

    def make(text, file="a.md"):
        analysis = analyze(read_source(Source(file, text)))
        return Subject(analysis, suppressions(analysis.document))

    return make
