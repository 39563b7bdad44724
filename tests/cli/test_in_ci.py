"""The pre-commit hook, the GitHub action and the README's recipes, run as far as they can be."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOUD = "Stop that now!!\n"


def run(*command, cwd, env=None, stdin=None):
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture
def repo(tmp_path):
    folder = tmp_path / "repo"
    folder.mkdir()
    (folder / "loud one.md").write_text(LOUD)
    (folder / "code.py").write_text("'Stop that now!!'\n")
    run("git", "init", "-q", cwd=folder)
    run("git", "add", "-A", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def pre_commit():
    pytest.importorskip("pre_commit")
    return [sys.executable, "-m", "pre_commit"]


def test_the_manifest_is_valid(pre_commit):
    ran = run(*pre_commit, "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT)
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.slow
def test_pre_commit_runs_the_hook_on_a_repository(pre_commit, repo, tmp_path):
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit installs hooks from a git repository, and this is none")
    ran = run(
        *pre_commit,
        "try-repo",
        str(ROOT),
        "tenor-check",
        "--all-files",
        cwd=repo,
        env={"PRE_COMMIT_HOME": str(tmp_path / "home")},
    )
    if "No matching distribution" in ran.stdout + ran.stderr:
        pytest.skip("no package index is reachable to install the hook from")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "loud one.md:1:14: shouting" in ran.stdout
    assert "code.py" not in ran.stdout


def step_of_action(name):
    """Give a step of the action."""
    yaml = pytest.importorskip("yaml")
    path = ROOT / ".github" / "actions" / "tenor-check" / "action.yml"
    steps = yaml.safe_load(path.read_text("utf-8"))["runs"]["steps"]
    return next(one for one in steps if one.get("name") == name)


def run_action(repo, tmp_path, paths, args):
    """Run the step that checks as a runner does: its shell on a file of its commands."""
    step = step_of_action("Check")
    file = tmp_path / "step.py"
    file.write_text(step["run"])
    python, *options = step["shell"].format(file).split(" ", 2)
    assert python == "python"
    env = {"GITHUB_ACTIONS": "true", "TENOR_PATHS": paths, "TENOR_ARGS": args}
    return run(sys.executable, *options, cwd=repo, env=env)


@pytest.mark.parametrize(
    ("paths", "args", "code"),
    [
        ("loud one.md\n", "", 1),
        (".", "-q --fail-on error --no-cache", 0),
        ("\nloud one.md\n.", "-q", 1),
        (".", "-q\n--fail-on error\n\n  --no-cache\n", 0),
        (".", """--artifact "json:out put.json"\n--fail-on 'never' -q""", 0),
    ],
)
def test_the_action_checks_its_paths_with_annotations(repo, tmp_path, paths, args, code):
    ran = run_action(repo, tmp_path, paths, args)
    assert (ran.returncode, ran.stderr) == (code, "")
    assert ran.stdout.startswith("::warning title=tenor shouting,file=loud one.md,line=1,")
    assert (repo / "out put.json").is_file() == ("out put" in args)


def test_the_action_runs_and_expands_nothing_in_what_it_is_given(repo, tmp_path):
    hostile = "$(touch ran) `touch ran` ; touch ran | touch ran & * $HOME"
    ran = run_action(repo, tmp_path, "loud one.md", f"{hostile}\ntouch ran\n")
    assert ran.returncode == 2
    for word in hostile.split():
        assert f"tenor: {word}: No such file or directory\n" in ran.stderr
    ran = run_action(repo, tmp_path, f"loud one.md\n{hostile}\ntouch ran\n", "")
    for line in (hostile, "touch ran"):
        assert f"tenor: {line}: No such file or directory\n" in ran.stderr
    assert not (repo / "ran").exists()


def test_the_action_says_in_one_line_which_quote_is_open(repo, tmp_path):
    ran = run_action(repo, tmp_path, ".", "--preset 'docs")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "tenor: args: No closing quotation\n"


def test_the_action_runs_nothing_of_what_it_checks(repo, tmp_path):
    for name in ("tenor", "shlex", "subprocess"):
        (repo / f"{name}.py").write_text("open('ran', 'w')\n")
    assert run_action(repo, tmp_path, ".", "").returncode == 1
    assert not (repo / "ran").exists()


def test_the_action_installs_without_running_what_it_is_to_check(repo, tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    mark = tmp_path / "was run"
    (repo / "pip.py").write_text(f"open({str(mark)!r}, 'w')\n")
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    env = {"PATH": f"{python.parent}:{os.environ['PATH']}", "GITHUB_ACTION_PATH": "/none/such"}
    ran = run("bash", "-e", "-c", step_of_action("Install tenor")["run"], cwd=repo, env=env)
    assert ran.returncode != 0, "there is nothing to install from"
    assert not mark.exists()


def recipes():
    """Give the commands that the README's section on CI runs tenor with."""
    section = re.search(
        r"\n## In CI\n(.*?)\n## ", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    return re.findall(
        r"^\s*(?:- )?(?:run: )?tenor (check .*?)(?:\s+#.*)?$", section[1], re.MULTILINE
    )


def test_every_command_of_the_recipes_runs_as_written(repo, tenor):
    run("git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "x", cwd=repo)
    run("git", "branch", "-f", "origin/main", cwd=repo)
    (repo / "docs").mkdir()
    (repo / "docs" / "quiet.md").write_text("All is quiet.\n")
    commands = recipes()
    assert len(commands) >= 4
    for command in commands:
        words = command.replace("$CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main").split()
        ran = tenor(*words, cwd=repo)
        assert ran.code in {0, 1}, (command, ran.err)
        assert "rror" not in ran.err
