"""Git: nothing that a repository brings is run, and no setting changes a result."""

import os
import stat
import subprocess
import sys

import pytest

from tenor.errors import InputError
from tenor.gate import git

LOUD = "Stop that now!!\n"


def run(folder, *words, **env):
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *words],
        cwd=folder,
        capture_output=True,
        check=True,
        env={**os.environ, **env},
    )
    return done.stdout.decode()


@pytest.fixture
def repo(tmp_path):
    """Make a repository with a text that has changed since its one commit."""
    folder = tmp_path / "repo"
    folder.mkdir()
    run(folder, "init", "-q", "-b", "main")
    (folder / "a.md").write_text("Quiet.\n")
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", "x")
    (folder / "a.md").write_text(f"Quiet.\n\n{LOUD}")
    return folder


def found(ran):
    return [line.partition(" ")[0] for line in ran.out.splitlines() if "shouting" in line]


@pytest.fixture
def mark(tmp_path):
    """Make a program that leaves a mark where it is run."""
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{tmp_path}/ran"\ncat\n')
    program.chmod(0o755)
    return program


HOSTILE = [
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.gitProxy",
    "credential.helper",
    "diff.external",
    "diff.x.textconv",
    "diff.x.command",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "interactive.diffFilter",
    "gpg.program",
    "alias.diff",
    "alias.ls-files",
    "alias.cat-file",
    "uploadpack.packObjectsHook",
]
HOOKS = ["post-index-change", "fsmonitor-watchman", "query-watchman", "reference-transaction"]


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_nothing_that_a_repository_brings_is_run(tenor, repo, mark, tmp_path):
    (repo / ".gitattributes").write_text("*.md diff=x filter=x\n")
    for name in HOSTILE:
        run(repo, "config", name, str(mark))
    run(repo, "config", "core.hooksPath", str(tmp_path / "hooks"))
    (tmp_path / "hooks").mkdir()
    for hooks in (tmp_path / "hooks", repo / ".git" / "hooks"):
        for name in HOOKS:
            (hooks / name).write_bytes(mark.read_bytes())
            (hooks / name).chmod(0o755)
    for name in ("git", "git.exe"):
        (repo / name).write_bytes(mark.read_bytes())
        (repo / name).chmod(0o755)
    path = os.pathsep.join(["", ".", os.environ["PATH"]])
    for args in ((), ("a.md",), (".",)):
        ran = tenor("check", "--diff", "HEAD", *args, cwd=repo, env={"PATH": path})
        assert found(ran) == ["a.md:3:14:"]
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_a_partial_clone_fetches_nothing_and_names_what_is_missing(tenor, repo, mark, tmp_path):
    run(repo, "config", "uploadpack.allowFilter", "true")
    run(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{repo}", "part")
    part = tmp_path / "part"
    run(part, "config", "core.sshCommand", str(mark))
    run(part, "config", "remote.origin.url", "ssh://nowhere.invalid/x")
    (part / "a.md").write_text(LOUD)
    (part / "b.md").write_text(LOUD)
    ran = tenor("check", "--diff", "HEAD", "a.md", "b.md", cwd=part)
    assert ran.code == 2
    if "promisor remote" not in ran.err:  # a git before 2.45 stops at the first
        assert "a.md: not in this clone as it was" in ran.err
        assert found(ran) == ["b.md:1:14:"]
    assert ran.err.count("\n") == 1
    run(part, "config", "remote.origin.url", str(repo))
    run(part, "config", "remote.origin.uploadpack", str(mark))
    assert tenor("check", "--diff", "HEAD", "a.md", cwd=part).code == 2
    run(part, "config", "remote.origin.vcs", "ext")
    run(part, "config", "remote.origin.url", f"ext::{mark}")
    run(part, "config", "protocol.allow", "always")
    assert tenor("check", "--diff", "HEAD", "a.md", cwd=part).code == 2
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_only_looks_like_a_git_folder_is_none(tenor, repo, tmp_path, mark):
    bare = repo / "docs"
    run(tmp_path, "clone", "-q", "--bare", str(repo), str(bare))
    run(bare, "config", "core.bare", "false")
    run(bare, "config", "core.worktree", str(tmp_path))
    run(bare, "config", "core.fsmonitor", str(mark))
    (tmp_path / "secret.md").write_text(LOUD)
    ran = tenor("check", "--diff", "HEAD", cwd=bare)
    assert "secret" not in ran.out + ran.err
    assert found(ran) == ["../a.md:3:14:"]
    assert not (tmp_path / "ran").exists()


def test_a_repository_cannot_lay_its_files_elsewhere(tenor, repo, tmp_path):
    (tmp_path / "secret.md").write_text(LOUD)
    run(repo, "config", "core.worktree", str(tmp_path))
    ran = tenor("check", "--diff", "HEAD", cwd=repo)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tenor: diff: git takes ")
    assert ran.err.count("\n") == 1


def test_the_repository_of_another_folder_is_not_asked(tenor, repo, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    env = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_INDEX_FILE": "/none"}
    ran = tenor("check", "--diff", "HEAD", cwd=repo, env=env)
    assert found(ran) == ["a.md:3:14:"]


SETTINGS = {
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.relative": "true",
    "diff.orderFile": "/none",
    "diff.renames": "false",
    "diff.context": "0",
    "diff.interHunkContext": "9",
    "diff.algorithm": "minimal",
    "diff.ignoreSubmodules": "all",
    "diff.submodule": "log",
    "diff.wordRegex": ".",
    "diff.suppressBlankEmpty": "true",
    "diff.statGraphWidth": "3",
    "core.quotePath": "true",
    "core.attributesFile": "attributes",
    "core.excludesFile": "ignore",
    "core.pager": "false",
    "core.abbrev": "4",
    "core.logAllRefUpdates": "false",
    "core.ignoreStat": "true",
    "color.ui": "always",
    "column.ui": "always",
    "pager.diff": "false",
    "status.showUntrackedFiles": "no",
    "grep.lineNumber": "true",
}


def test_no_setting_of_a_user_changes_the_result(tenor, repo, tmp_path):
    (repo / "docs").mkdir()
    (repo / "docs" / "ü new.md").write_text(LOUD)
    (repo / "README.MD").write_text(LOUD)
    home = tmp_path / "home"
    home.mkdir()
    (home / "attributes").write_text("*.md binary\n")
    (home / "ignore").write_text("*.md\n*.MD\n")
    for name, value in SETTINGS.items():
        placed = str(home / value) if value in {"attributes", "ignore"} else value
        run(home, "config", "--file", str(home / ".gitconfig"), name, placed)
    plain = tenor("check", "--diff", "HEAD", cwd=repo, env={"HOME": "/none"})
    assert found(plain) == ["README.MD:1:14:", "a.md:3:14:", "docs/ü"]
    assert tenor("check", "--diff", "HEAD", cwd=repo, env={"HOME": str(home)}) == plain
    from_docs = tenor("check", "--diff", "HEAD", cwd=repo / "docs", env={"HOME": str(home)})
    assert len(found(from_docs)) == 3


def test_git_is_looked_for_on_the_path_and_never_in_the_current_folder(tmp_path, monkeypatch):
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", "."]))
    with pytest.raises(InputError, match=r"^diff: git is not installed$"):
        git.base(tmp_path, "HEAD")


def test_a_repository_of_another_owner_is_an_error_in_one_line(tenor, repo):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(repo, 65534, 65534)
    ran = tenor("check", "--diff", "HEAD", cwd=repo, env={"HOME": "/none"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tenor: diff: git: fatal: detected dubious ownership")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_contents_are_named_as_git_names_them(tmp_path, form):
    run(tmp_path, "init", "-q", f"--object-format={form}")
    (tmp_path / "a").write_bytes(b"one\ntwo\n")
    (tmp_path / "b").symlink_to("a")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "x")
    at = git.files_at(tmp_path, "HEAD")
    assert list(at) == ["a"]
    assert git.is_content(b"one\ntwo\n", at["a"])
    assert git.is_content(b"one\r\ntwo\r\n", at["a"])
    assert not git.is_content(b"one\ntwo", at["a"])
    assert git.contents(tmp_path, [at["a"], "0" * len(at["a"])]) == {at["a"]: b"one\ntwo\n"}
    assert git.contents(tmp_path, []) == {}
