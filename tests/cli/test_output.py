"""Where results go: files, links, pipes and devices, and what happens when one of them fails."""

import json
import os
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
    assert json.loads(target.read_text())["schema_version"] == 1


@WAYS
def test_a_named_pipe_is_written_into_and_stays_one(tenor, here, args):
    pipe, read = here / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert tenor(*to(args, pipe), cwd=here).err == ""
    reader.join(20)
    assert json.loads(read[0])["schema_version"] == 1
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
        assert json.loads(file.read())["schema_version"] == 1
    assert done.stderr == b""
