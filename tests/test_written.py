"""Files are written whole or not at all, and stay what they are."""

import os
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from tenor.errors import InputError
from tenor.written import write_whole

NOBODY = 65534


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def device(path, major, minor):
    """Make a character device; only root may, and not everywhere."""
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(major, minor))
        path.write_bytes(b"")
    except OSError:
        pytest.skip("no device can be made here")


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path):
    write_whole(tmp_path / "a", b"1")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").read_bytes() == b"1"
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"a long text that stood there")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a"]


def owned_by(path, owner, group):
    """Make a file of another owner and group; only root may."""
    path.write_bytes(b"old")
    try:
        os.chown(path, owner, group)
    except (AttributeError, OSError):
        pytest.skip("no file can be given away here")
    path.chmod(0o4750)


def test_a_replaced_file_keeps_its_owner_and_group(tmp_path):
    path = tmp_path / "a"
    owned_by(path, NOBODY, 1234)
    write_whole(path, b"new")
    status = path.stat()
    assert path.read_bytes() == b"new"
    assert (status.st_uid, status.st_gid) == (NOBODY, 1234)
    assert stat.S_IMODE(status.st_mode) == 0o4750


def test_who_may_not_give_a_file_away_still_keeps_its_group():
    script = (
        "import os, pathlib, sys\n"
        "from tenor.written import write_whole\n"
        f"os.setgroups([1234]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "write_whole(pathlib.Path(sys.argv[1]), b'new')\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        owned_by(path, os.getuid(), 1234)
        path.parent.chmod(0o777)
        subprocess.run([sys.executable, "-c", script, str(path)], check=True, timeout=60)
        status = path.stat()
        assert path.read_bytes() == b"new"
        assert (status.st_uid, status.st_gid) == (NOBODY, 1234)


def test_what_replaces_a_private_file_is_never_open_to_others(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes = []
    monkeypatch.setattr(os, "fsync", lambda number: modes.append(os.fstat(number).st_mode & 0o777))
    write_whole(path, b"new")
    assert modes == [0o600]


def test_another_name_of_a_replaced_file_keeps_what_it_held(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "b").read_bytes() == b"old"


@pytest.mark.parametrize("old", [None, b"old"])
def test_a_link_stays_one_and_its_target_is_written(tmp_path, old):
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "target", tmp_path / "link"
    if old:
        target.write_bytes(old)
    link.symlink_to("far/target")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["far", "link"]
    assert names(tmp_path / "far") == ["target"]


def test_a_pipe_is_written_into(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()), daemon=True)
    reader.start()
    write_whole(path, b"x" * 200_000)
    reader.join(20)
    assert read == [b"x" * 200_000]
    assert stat.S_ISFIFO(path.lstat().st_mode)


def test_an_open_pipe_is_written_into_by_its_number():
    out, into = os.pipe()
    script = "import sys, pathlib; from tenor.written import write_whole as w"
    script += "; w(pathlib.Path(sys.argv[1]), b'whole')"
    command = [sys.executable, "-c", script, f"/dev/fd/{into}"]
    subprocess.run(command, pass_fds=[into], check=True, timeout=60)
    os.close(into)
    with os.fdopen(out, "rb") as file:
        assert file.read() == b"whole"


def test_standard_output_goes_on_after_what_was_written_to_it_by_its_path(tmp_path):
    script = "import pathlib; from tenor.written import write_whole as w"
    script += "; w(pathlib.Path('/dev/stdout'), b'first\\n'); print('second')"
    with (tmp_path / "log").open("wb") as log:
        subprocess.run([sys.executable, "-c", script], stdout=log, check=True, timeout=60)
    assert (tmp_path / "log").read_bytes() == b"first\nsecond\n"


def test_a_device_stays_a_device(tmp_path):
    path = tmp_path / "null"
    device(path, 1, 3)
    write_whole(path, b"gone")
    assert stat.S_ISCHR(path.lstat().st_mode)
    assert names(tmp_path) == ["null"]


def test_a_full_device_is_an_error_in_one_line(tmp_path):
    path = tmp_path / "full"
    device(path, 1, 7)
    with pytest.raises(InputError, match=r"full: No space left on device$"):
        write_whole(path, b"too much")
    assert stat.S_ISCHR(path.lstat().st_mode)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_what_was_there_and_nothing_behind(tmp_path, monkeypatch, step):
    def full(*_):
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, full)
    with pytest.raises(InputError, match=r"a: No space left on device$"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_breaking_off_leaves_nothing_behind(tmp_path, monkeypatch):
    def broken_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
def test_a_folder_that_may_not_be_written_to_is_an_error(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    tmp_path.chmod(0o555)
    script = (
        "import os, sys, pathlib\n"
        "from tenor.errors import InputError\n"
        "from tenor.written import write_whole\n"
        "os.chdir(sys.argv[1])\n"
        f"os.geteuid() or os.setresuid({NOBODY}, {NOBODY}, {NOBODY})\n"
        "try:\n    write_whole(pathlib.Path('a'), b'new')\n"
        "except InputError as error:\n    print(error)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    tmp_path.chmod(0o755)
    assert done.stdout == "a: Permission denied\n"
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "Is a directory"),
        ("none/a", "No such file or directory"),
        ("file/a", "Not a directory"),
        ("loop", "Too many levels of symbolic links"),
        ("a" * 300, "File name too long"),
        ("a\0b", "embedded null (byte|character in path)"),
    ],
)
def test_a_place_that_cannot_be_written_is_an_error_in_one_line(tmp_path, name, message):
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(InputError, match=f"{message}$"):
        write_whole(tmp_path / name, b"x")
    assert names(tmp_path) == ["file", "loop"]
