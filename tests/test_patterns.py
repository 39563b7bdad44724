"""Patterns as in .gitignore: what they cover, and that no line of anyone's stops a run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tenor.patterns import Patterns, fault, read_gitignore

HEAVY = ["*a*a*a*a*b", "a****************b", "**/a/**/a/**/b"]
LONG = [unit * (4097 // len(unit) + 1) for unit in ("a", "?", "a/", "[a]", "!a")]
SENSELESS = ["!", "[z-a]", "\\", "a\\"]


@pytest.mark.parametrize("line", [*HEAVY, *LONG, *SENSELESS])
def test_a_line_without_sense_is_passed_over_and_the_others_hold(tmp_path, line):
    patterns = Patterns(tmp_path, ["a.md", line, "!keep.md", "keep.md.bak"])
    verdicts = [
        patterns.verdict(tmp_path / name, is_folder=False)
        for name in ("a.md", "b.md", "keep.md", "keep.md.bak")
    ]
    assert verdicts == [True, None, False, True]
    assert fault(line) is not None


@pytest.mark.parametrize(
    "line", ["*.md", "**/a/**", "*a*b*", "", "# a", "/x/", "[a-z]", "a b", "***", "a" * 4096]
)
def test_a_usual_line_is_a_pattern(line):
    assert fault(line) is None


@pytest.mark.parametrize("line", [*HEAVY, "*a*a*b", "**/a/**/b", "[[:x:]]"])
def test_the_longest_of_names_is_matched_in_no_time(line):
    code = (
        "from pathlib import Path; from tenor.patterns import Patterns;"
        f"p = Patterns(Path('/x'), [{line!r}]);"
        "print(p.verdict(Path('/x') / ('a' * 255), is_folder=False),"
        " p.verdict(Path('/x') / ('a/' * 1000), is_folder=False))"
    )
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("unit", ["a", "?", "a/", "*/", "[a]", "\\a", "[", "a "])
def test_lines_of_megabytes_are_passed_over_in_no_time(tmp_path, unit):
    (tmp_path / ".gitignore").write_text("a.md\n" + unit * 2_000_000)
    code = (
        "from pathlib import Path; from tenor.patterns import fault, read_gitignore;"
        "here = Path.cwd(); patterns = read_gitignore(here);"
        "print(patterns.verdict(here / 'a.md', is_folder=False), fault(patterns.lines[1]))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=20
    )
    assert (done.stdout, done.stderr) == ("True more than 4096 characters\n", "")


def test_a_path_elsewhere_is_not_covered(tmp_path):
    assert Patterns(tmp_path / "in", ["*"]).verdict(tmp_path / "out", is_folder=False) is None
    assert Patterns(tmp_path / "in", ["*"]).verdict(tmp_path / "in/../out", is_folder=False) is None


def test_a_gitignore_is_read_as_git_reads_it(tmp_path):
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbfa.md\r\nb\x0cc.md\n\xff.md\n")
    patterns = read_gitignore(tmp_path)
    names = ["a.md", "b\x0cc.md", "b", "c.md", os.fsdecode(b"\xff.md")]
    covered = [patterns.verdict(tmp_path / name, is_folder=False) for name in names]
    assert covered == [True, True, None, None, True]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_what_is_no_file_is_no_gitignore(tmp_path):
    for name in ("fifo", "folder", "link", "nothing"):
        (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / "fifo" / ".gitignore")
    (tmp_path / "folder" / ".gitignore").mkdir()
    (tmp_path / "patterns").write_text("*\n")
    (tmp_path / "link" / ".gitignore").symlink_to(tmp_path / "patterns")
    for name in ("fifo", "folder", "link", "nothing"):
        assert read_gitignore(tmp_path / name) is None


def test_patterns_relative_to_the_current_folder_cover_relative_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".gitignore").write_text("/a.md\n")
    assert read_gitignore(Path()).verdict(Path("a.md"), is_folder=False)
