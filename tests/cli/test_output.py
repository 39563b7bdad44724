"""Where results go: files, links, pipes and devices, and what happens when one of them fails."""

import json
import os
import re
import stat
import subprocess
import sys
import threading

import pytest

LOUD = "Stop that now!!\n"

#: What a user can name to be written: the report, and a check's artifact.
WAYS = pytest.mark.parametrize(
    "args",
    [["--json", "loud.md", "-o"], ["check", "loud.md", "--artifact", "json:"]],
    ids=["report", "artifact"],
)


def to(args, path):
    """Put a path after arguments that end in an option or a form."""
    return [*args[:-1], f"{args[-1]}{path}"] if args[-1].endswith(":") else [*args, str(path)]


@pytest.fixture
def here(tmp_path):
    (tmp_path / "loud.md").write_text(LOUD)
    return tmp_path


@WAYS
def test_a_link_is_followed_and_stays_a_link(tenor, here, args):
    target, link = here / "target.json", here / "link.json"
    target.write_text("old")
    link.symlink_to("target.json")
    assert tenor(*to(args, link), cwd=here).err == ""
    assert link.is_symlink()
    assert json.loads(target.read_text())["schema_version"] == 2


@WAYS
def test_a_named_pipe_is_written_into_and_stays_one(tenor, here, args):
    pipe, read = here / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert tenor(*to(args, pipe), cwd=here).err == ""
    reader.join(20)
    assert json.loads(read[0])["schema_version"] == 2
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


@WAYS
def test_a_device_is_written_into_and_stays_one(tenor, here, args):
    device = here / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        device.write_bytes(b"")
    except OSError:
        pytest.skip("no device can be made here")
    assert tenor(*to(args, device), cwd=here).err == ""
    assert stat.S_ISCHR(device.lstat().st_mode)


@WAYS
def test_a_pipe_that_the_shell_has_opened_is_written_into(here, args):
    out, into = os.pipe()
    command = [sys.executable, "-m", "tenor", *to(args, f"/dev/fd/{into}")]
    done = subprocess.run(
        command, pass_fds=[into], cwd=here, capture_output=True, check=False, timeout=60
    )
    os.close(into)
    with os.fdopen(out, "rb") as file:
        assert json.loads(file.read())["schema_version"] == 2
    assert done.stderr == b""


def test_an_artifact_that_cannot_be_written_hides_nothing(tenor, here):
    paths = ["no/folder.sarif", "good.json", ".", "n" * 300, "also.xml"]
    pairs = zip(["sarif", "json", "gitlab", "jsonl", "junit"], paths, strict=True)
    artifacts = [word for pair in pairs for word in ("--artifact", ":".join(pair))]
    for form in ([], ["--statistics"]):
        ran = tenor("check", "loud.md", *form, *artifacts, cwd=here)
        plain = tenor("check", "loud.md", *form, cwd=here)
        assert (plain.code, plain.err, ran.out) == (1, "", plain.out)
        assert (ran.code, [line.split(": ")[1] for line in ran.err.splitlines()]) == (
            2,
            [paths[0], paths[2], paths[3]],
        )
        assert json.loads((here / "good.json").read_text())["summary"]["findings"] == 1
        assert "<failure" in (here / "also.xml").read_text()
        (here / "good.json").unlink()
        (here / "also.xml").unlink()


@pytest.mark.parametrize("close", [">/dev/full", ">&-"])
def test_a_stdout_that_cannot_be_written_keeps_no_artifact_back(here, close):
    script = f'exec "$0" -m tenor check loud.md --artifact json:no/x --artifact json:a.json {close}'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable], cwd=here, capture_output=True, check=False, timeout=60
    )
    assert json.loads((here / "a.json").read_text())["summary"]["findings"] == 1
    errors = done.stderr.decode().splitlines()
    assert (done.returncode, errors[0]) == (2, "tenor: no/x: No such file or directory")
    assert errors[1].startswith("tenor: standard output")


#: A name and a text that would be commands, or steer a terminal, wherever they are shown raw.
NAMES = ["::error title=x::y.md", "\x1b[31m\x9b\u202e##[error]z.md", "\n::stop-commands::t.md"]
HOSTILE = (
    "# ::warning::\x1b[2Ja title ##[group]\n\n::stop-commands::t is wonderful.\n\n"
    "It was a horrible day, and all who came to it were sad and tired and cold and wet, so that "
    "they never ::stop-commands::t came again ##[error] and never ##vso[task.complete] will.\n\n"
    "Stop [that](https://evil.example) now!! \x1b]0;title\x07 \x9b2J \u202eabc\n"
)
SETTINGS = (
    '[checks]\nbanned-terms = {terms = {"that now" = "\\u001b[31mx\\n::error::y\\u202e##[z]"}}\n'
)
RUNS = [
    *(["check", ".", "--format", form] for form in ("full", "concise", "json", "jsonl")),
    *(["check", ".", "--format", form] for form in ("sarif", "gitlab", "junit")),
    ["check", ".", "--statistics"],
    *(["check", "--show-settings", name] for name in NAMES),
    *(["--format", form, "."] for form in ("text", "json", "jsonl", "csv", "md")),
    *([name, "--gist", "--all", "--width", "40"] for name in NAMES),
    *(["explain", f"{NAMES[0]}:{line}"] for line in (1, 3, 5)),
    *([f"{name}x"] for name in NAMES),
    ["explain", f"theme:{NAMES[2]}", NAMES[1]],
    ["check", ".", "--format", "concise", "--artifact", "concise:/dev/stdout"],
    ["check", ".", "--format", "concise", "--artifact", "github:none\n::error::/x"],
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name in NAMES:
        (folder / name).write_text(HOSTILE, "utf-8")
    (folder / "tenor.toml").write_text(SETTINGS, "utf-8")
    return folder


def logs(folder, runs, **env):
    """Run all of them in one process, and give what each one wrote to stdout and to stderr."""
    script = (
        "import json, sys; from tenor.cli import main\n"
        "for args in json.loads(sys.argv[1]):\n"
        "    main(args)\n"
        "    for stream in (sys.stdout, sys.stderr): print('\\n=====', file=stream, flush=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(runs)],
        cwd=folder,
        env={"LC_ALL": "C.UTF-8", "TENOR_CACHE_DIR": str(folder / ".cache"), **env},
        capture_output=True,
        check=True,
        timeout=120,
    )
    parts = [stream.decode().split("\n=====\n")[:-1] for stream in (done.stdout, done.stderr)]
    return [*zip(*parts, strict=True)]


def is_command(line):
    """Tell whether GitHub's or Azure's runner would act on a line."""
    return line.lstrip().startswith("::") or re.search(r"##\w*\[", line) is not None


def test_nothing_that_is_written_is_a_command_to_the_runner_that_reads_it(hostile):
    for args, shown in zip(RUNS, logs(hostile, RUNS, GITHUB_ACTIONS="true"), strict=True):
        for stream in shown:
            assert [line for line in re.split("\r\n|\r|\n", stream) if is_command(line)] == [], args


def test_nothing_that_is_written_steers_a_terminal(hostile):
    for args, streams in zip(RUNS, logs(hostile, RUNS), strict=True):
        for stream in streams:
            shown = stream.replace("\r\n", "\n")
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown), args
    ((coloured, _),) = logs(hostile, [["--color", "always", "."]])
    assert "\x1b" not in re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_data_is_the_same_bytes_where_a_runner_reads_along(hostile):
    runs = [args for args in RUNS if args[-1] in {"json", "jsonl", "sarif", "gitlab", "junit"}]
    assert len(runs) == 5
    assert logs(hostile, runs, GITHUB_ACTIONS="true") == logs(hostile, runs)


def test_the_github_form_has_its_own_commands_alone(hostile):
    ((shown, _),) = logs(hostile, [["check", "."]], GITHUB_ACTIONS="true")
    own = [line for line in shown.splitlines() if is_command(line)]
    assert own
    for line in own:
        assert re.match(r"::(error|warning|notice) title=tenor [a-z-]+,file=[^:]*::[^\[]*", line)
        assert "##[" not in line


@pytest.mark.parametrize("runner", ["", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_a_form_that_forgets_itself_is_filtered_all_the_same(
    capsysbinary, tmp_path, monkeypatch, runner
):
    from tenor.cli import streams

    for name in ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(runner or "NO_RUNNER", "1")
    raw = "::a::b\x1b[31m\x9b\u202e\n##[c]\td\r\n"
    streams.write(raw, None, is_data=True)
    streams.write(raw, str(tmp_path / "a"), is_data=True)
    streams.complain(f"a\x1b[31m\n{raw}")
    out, err = capsysbinary.readouterr()
    assert out == (b": :a::b[31m\n## [c]d\r\n" if runner else b"::a::b[31m\n##[c]d\r\n")
    assert (tmp_path / "a").read_bytes() == b"::a::b[31m\n##[c]d\r\n"
    assert err == b"tenor: a[31m ::a::b[31m ##%s[c] d\n" % (b" " if runner else b"")


def test_a_traceback_steers_nothing_either(here):
    script = (
        "import sys; from tenor.cli import main; from tenor.gate import session\n"
        "def fail(*_, **__): raise RuntimeError('\\x1b[2J\\n::error::x')\n"
        "session.check = fail; sys.exit(main(['check', 'loud.md', '--debug']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=here,
        env={"GITHUB_ACTIONS": "true"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.decode().endswith("RuntimeError: [2J\n: :error::x\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_an_artifact_whose_reader_goes_away_hides_nothing(tmp_path):
    (tmp_path / "a.md").write_text("Stop that now!!\n\n" * 3000)
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(
        [sys.executable, "-m", "tenor", "check", "a.md", "--no-cache", "--artifact", "json:pipe"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as ran:
        os.close(os.open(tmp_path / "pipe", os.O_RDONLY))
        out, err = ran.communicate(timeout=60)
    assert (ran.returncode, err) == (2, "tenor: pipe: Broken pipe\n")
    assert out.count("raises the voice") == 3000
