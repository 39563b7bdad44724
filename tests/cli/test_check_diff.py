"""`tenor check --diff` on real git repositories."""

import json
import subprocess

import pytest

LOUD = "Stop that now!!"
LONG = "The institutional organization necessitates considerable administrative deliberation. "
PLAIN = "The cat sat on the mat and we all had tea with it. "


def git(folder, *words):
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *words],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def commit(folder, **texts):
    for name, text in texts.items():
        write(folder, name, text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x", "--allow-empty")


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def repo(tmp_path):
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture
def since(tenor, repo):
    """Give file, line and check of what is found since a revision."""

    def run(*args, stdin=None, cwd=repo):
        ran = tenor("check", *args, "--json", "--no-cache", stdin=stdin, cwd=cwd)
        assert ran.code in {0, 1}, ran.err
        found = json.loads(ran.out)["findings"]
        return [(one["file"], one["line"], one["check"]) for one in found]

    return run


def test_only_what_is_new_counts(repo, since):
    commit(repo, **{"a.md": f"{LOUD}\n\nQuiet.\n", "b.md": f"{LOUD}\n"})
    write(repo, "a.md", f"{LOUD}\n\nQuiet.\n\nBe quick!!\n")
    assert since("--diff", "HEAD", ".") == [("a.md", 5, "shouting")]
    assert since("--diff", "HEAD") == [("a.md", 5, "shouting")]


def test_in_a_paragraph_that_is_one_line_only_the_changed_sentence_counts(repo, since):
    commit(repo, **{"a.md": f"{LOUD} All is well here. It rains.\n"})
    write(repo, "a.md", f"{LOUD} All is well here. It pours down!!\n")
    assert since("--diff", "HEAD") == [("a.md", 1, "shouting")]


def test_a_moved_paragraph_is_not_new(repo, since):
    commit(repo, **{"a.md": f"{LOUD}\n\nOne.\n\nTwo.\n\nThree.\n"})
    write(repo, "a.md", f"One.\n\nTwo.\n\nThree.\n\n{LOUD}\n")
    assert since("--diff", "HEAD") == []


def test_a_paragraph_that_is_copied_counts_once(repo, since):
    commit(repo, **{"a.md": f"{LOUD}\n\nOne.\n"})
    write(repo, "a.md", f"{LOUD}\n\nOne.\n\n{LOUD}\n")
    assert since("--diff", "HEAD") == [("a.md", 5, "shouting")]


def test_a_renamed_file_keeps_its_old_findings(repo, since):
    body = "".join(f"Line {n} of the text.\n\n" for n in range(20))
    commit(repo, **{"old.md": f"{body}{LOUD}\n"})
    git(repo, "mv", "old.md", "new.md")
    write(repo, "new.md", f"{body}{LOUD}\n\nBe quick!!\n")
    assert since("--diff", "HEAD") == [("new.md", 43, "shouting")]


def test_names_with_spaces_and_other_letters_are_found(repo, since):
    name = "a folder/ünï code – 漢.md"
    commit(repo, **{name: "Quiet.\n", 'quo"te.md': "Quiet.\n"})
    write(repo, name, f"Quiet.\n\n{LOUD}\n")
    write(repo, 'quo"te.md', f"{LOUD}\n")
    assert sorted(since("--diff", "HEAD")) == [(name, 3, "shouting"), ('quo"te.md', 1, "shouting")]


def test_a_new_file_that_git_does_not_know_counts_whole(repo, since):
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "b.md", f"{LOUD}\n")
    assert since("--diff", "HEAD", ".") == [("b.md", 1, "shouting")]


def test_it_counts_from_where_the_branch_left(repo, since):
    commit(repo, **{"a.md": "Quiet.\n"})
    git(repo, "checkout", "-qb", "work")
    commit(repo, **{"b.md": f"{LOUD}\n"})
    git(repo, "checkout", "-q", "main")
    commit(repo, **{"a.md": "Not on the branch.\n"})
    git(repo, "checkout", "-q", "work")
    assert since("--diff", "main") == [("b.md", 1, "shouting")]


def test_it_works_from_a_folder_within(repo, since):
    commit(repo, **{"docs/a.md": "Quiet.\n", "b.md": "Quiet.\n"})
    write(repo, "docs/a.md", f"{LOUD}\n")
    write(repo, "b.md", f"{LOUD}\n")
    assert since("--diff", "HEAD", ".", cwd=repo / "docs") == [("a.md", 1, "shouting")]


def test_a_budget_counts_only_when_it_rose_and_names_the_new_sentences(repo, tenor):
    write(repo, "tenor.toml", "[checks]\nreading-grade = {max = 1}\n")
    before = f"{PLAIN * 6}\n\n{LONG}\n\n{PLAIN * 6}\n"
    commit(repo, **{"a.md": before})
    write(repo, "a.md", before + f"\n{PLAIN}\n")
    assert tenor("check", "--diff", "HEAD", cwd=repo).code == 0
    new = LONG.replace("considerable", "unprecedented")
    write(repo, "a.md", before + f"\n{new}\n")
    ran = tenor("check", "--diff", "HEAD", "--json", cwd=repo)
    (found,) = json.loads(ran.out)["findings"]
    assert (found["check"], found["line"]) == ("reading-grade", 7)
    assert found["label"].startswith("new: ")
    assert "before this change" in found["message"]


def test_a_budget_that_was_over_and_fell_does_not_count(repo, tenor):
    write(repo, "tenor.toml", "[checks]\nreading-grade = {max = 1}\n")
    commit(repo, **{"a.md": f"{PLAIN * 6}\n\n{LONG}\n\n{PLAIN * 6}\n\n{LONG}\n"})
    write(repo, "a.md", f"{PLAIN * 6}\n\n{LONG}\n\n{PLAIN * 6}\n\n{PLAIN}\n")
    ran = tenor("check", "--diff", "HEAD", cwd=repo)
    assert (ran.code, ran.out) == (0, "No problems in 1 file; 1 outside the changes.\n")


def test_a_diff_can_come_by_stdin(repo, since):
    commit(repo, **{"a b.md": f"{LOUD}\n\nQuiet.\n"})
    write(repo, "a b.md", f"{LOUD}\n\nQuiet.\n\nBe quick!!\n")
    diff = git(repo, "diff", "HEAD")
    assert since("--diff", "-", stdin=diff) == [("a b.md", 5, "shouting")]


def test_a_diff_can_come_by_stdin_outside_of_git(tmp_path, since):
    write(tmp_path, "a.md", f"{LOUD}\n\nBe quick!!\n")
    diff = f"--- a/a.md\n+++ b/a.md\n@@ -1 +1,3 @@\n {LOUD}\n+\n+Be quick!!\n"
    assert since("--diff", "-", stdin=diff, cwd=tmp_path) == [("a.md", 3, "shouting")]


def test_nothing_changed_is_0_and_a_note(repo, tenor):
    commit(repo, **{"a.md": f"{LOUD}\n"})
    ran = tenor("check", "--diff", "HEAD", cwd=repo)
    assert (ran.code, ran.err) == (0, "tenor: no texts have changed\n")


@pytest.mark.parametrize("revision", ["nowhere", "--upload-pack=x", "HEAD~9"])
def test_an_unknown_revision_is_2(repo, tenor, revision):
    commit(repo, **{"a.md": f"{LOUD}\n"})
    ran = tenor("check", f"--diff={revision}", ".", cwd=repo)
    assert ran.code == 2
    assert f"unknown revision '{revision}'" in ran.err


def test_outside_of_git_is_2(tmp_path, tenor):
    write(tmp_path, "a.md", f"{LOUD}\n")
    ran = tenor("check", "--diff", "HEAD", ".", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "tenor: --diff: not inside a git repository\n")


def test_a_shallow_clone_is_2_with_the_hint(repo, tenor, tmp_path):
    commit(repo, **{"a.md": "Quiet.\n"})
    git(repo, "checkout", "-qb", "work")
    commit(repo, **{"a.md": f"{LOUD}\n"})
    git(repo, "checkout", "-q", "main")
    commit(repo, **{"b.md": "Quiet.\n"})
    clone = ["clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repo}", "shallow"]
    git(tmp_path, *clone)
    git(tmp_path / "shallow", "checkout", "-q", "work")
    ran = tenor("check", "--diff", "origin/main", ".", cwd=tmp_path / "shallow")
    assert ran.code == 2
    assert "no common history with 'origin/main': fetch more history" in ran.err
    ran = tenor("check", "--diff", "HEAD~1", ".", cwd=tmp_path / "shallow")
    assert ran.code == 2
    assert "this clone is shallow: fetch more history" in ran.err
