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
    assert (ran.code, ran.err) == (2, "tenor: diff: not inside a git repository\n")


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


def both(ran):
    """Give the findings' places and the messages, a line each."""
    lines = [line for line in ran.out.splitlines() if " [" in line]
    return [line.split(": ")[0] for line in lines], ran.err.splitlines(), ran.code


def test_texts_that_git_takes_for_binary_are_compared(repo, since):
    commit(repo, **{"a.md": "Quiet.\n", "b.txt": "Quiet.\n", "c.md": "Quiet.\n"})
    write(repo, ".gitattributes", "a.md -diff\nb.txt binary\n")
    for name in ("a.md", "b.txt"):
        write(repo, name, f"Quiet.\n\n{LOUD}\n")
    (repo / "c.md").write_bytes(f"Quiet.\n\n{LOUD}\n".encode("utf-16"))
    names = ("a.md", "b.txt", "c.md")
    assert since("--diff", "HEAD") == [(name, 3, "shouting") for name in names]


def test_texts_in_utf_16_are_compared_by_what_they_say(repo, since):
    commit(repo)
    for encoding in ("utf-16", "utf-8", "utf-8-sig"):
        (repo / "a.md").write_bytes(f"{LOUD}\n\nQuiet.\n".encode("utf-16"))
        commit(repo)
        (repo / "a.md").write_bytes(f"{LOUD}\n\nQuiet.\n\nBe quick!!\n".encode(encoding))
        assert since("--diff", "HEAD") == [("a.md", 5, "shouting")]


def test_an_ending_in_capitals_is_one_too(repo, since):
    commit(repo, **{"README.MD": "Quiet.\n"})
    write(repo, "README.MD", f"Quiet.\n\n{LOUD}\n")
    assert since("--diff", "HEAD") == [("README.MD", 3, "shouting")]
    assert since("--diff", "-", stdin=git(repo, "diff")) == [("README.MD", 3, "shouting")]


def test_a_text_with_the_line_ends_of_windows_is_as_it_was(repo, tenor):
    commit(repo, **{"a.md": f"{LOUD}\n\nQuiet.\n"})
    (repo / "a.md").write_bytes(f"{LOUD}\r\n\r\nQuiet.\r\n".encode())
    ran = tenor("check", "--diff", "HEAD", ".", cwd=repo)
    assert both(ran) == ([], ["tenor: none of the texts named has changed"], 0)
    (repo / "a.md").write_bytes(f"{LOUD}\r\n\r\nQuiet.\r\n\r\nBe quick!!\r\n".encode())
    assert both(tenor("check", "--diff", "HEAD", cwd=repo))[0] == ["a.md:5:9"]


def test_hidden_and_ignored_texts_that_git_knows_are_compared(repo, since):
    commit(repo, **{".github/a.md": "Quiet.\n", "out/b.md": "Quiet.\n"})
    write(repo, ".gitignore", "out/\n*.tmp.md\n")
    for name in (".github/a.md", "out/b.md", "c.tmp.md"):
        write(repo, name, f"{LOUD}\n")
    assert [one[0] for one in since("--diff", "HEAD")] == [".github/a.md", "out/b.md"]


def test_stdin_is_compared_with_the_file_it_is_named_after(repo, tenor, since):
    commit(repo, **{"docs/a.md": f"{LOUD}\n\nQuiet.\n"})
    args = ("-", "--stdin-filename", "docs/a.md", "--diff", "HEAD")
    assert since(*args, stdin=f"{LOUD}\n\nBe quick!!\n") == [("docs/a.md", 3, "shouting")]
    ran = tenor("check", *args, stdin=f"{LOUD}\n\nQuiet.\n", cwd=repo)
    assert both(ran) == ([], ["tenor: none of the texts named has changed"], 0)
    ran = tenor("check", "-", "--diff", "HEAD", stdin=LOUD, cwd=repo)
    assert ran.code == 2
    assert "--diff with - needs --stdin-filename" in ran.err


@pytest.mark.parametrize("base", ["HEAD", "-"])
def test_a_named_text_outside_of_the_repository_is_not_compared_and_named(
    repo, tenor, tmp_path, base
):
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "a.md", f"{LOUD}\n")
    write(tmp_path, "b.md", f"{LOUD}\n")
    args = ("../b.md", "a.md", "--diff", base)
    places, errors, code = both(tenor("check", *args, cwd=repo, stdin=git(repo, "diff")))
    assert (places, code) == (["a.md:1:14"], 2)
    assert len(errors) == 1
    assert errors[0].endswith("b.md: outside of the repository: not compared")


def test_a_repository_within_is_left_out_and_says_so(repo, tenor):
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "a.md", f"{LOUD}\n")
    write(repo, "inner/docs/b.md", f"{LOUD}\n")
    git(repo / "inner", "init", "-q")
    note = "tenor: inner: left out, it is another repository"
    for paths in ([], ["."]):
        ran = tenor("check", *paths, "--diff", "HEAD", cwd=repo)
        assert both(ran) == (["a.md:1:14"], [note], 1)


@pytest.mark.parametrize("named", ["inner", "inner/docs", "inner/docs/b.md", "-"])
def test_what_is_asked_for_in_a_repository_within_is_2_and_the_rest_is_done(repo, tenor, named):
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "a.md", f"{LOUD}\n")
    write(repo, "inner/docs/b.md", f"{LOUD}\n")
    git(repo / "inner", "init", "-q")
    args = ("--diff", "HEAD", "--stdin-filename", "inner/docs/b.md", named, "a.md")
    places, errors, code = both(tenor("check", *args, cwd=repo, stdin=LOUD))
    shown = "inner/docs/b.md" if named == "-" else named
    assert errors == [f"tenor: {shown}: not compared: it is in another repository"]
    assert (places, code) == (["a.md:1:14"], 2)


def test_a_submodule_is_left_out_on_a_way_from_above_and_2_where_it_is_asked_for(
    repo, tenor, tmp_path
):
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    commit(other, **{"b.md": "Quiet.\n"})
    git(repo, "-c", "protocol.file.allow=always", "submodule", "add", "-q", f"{other}", "sub")
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "sub/b.md", f"{LOUD}\n")
    left_out = "tenor: sub: left out, it is another repository"
    none = "tenor: none of the texts named has changed"
    assert both(tenor("check", "--diff", "HEAD", ".", cwd=repo)) == ([], [left_out, none], 0)
    ran = tenor("check", "--diff", "HEAD", "sub", cwd=repo)
    assert both(ran) == ([], ["tenor: sub: not compared: it is in another repository"], 2)
    assert both(tenor("check", "--diff", "HEAD", ".", cwd=repo / "sub"))[0] == ["b.md:1:14"]


def test_a_tree_of_its_own_for_a_branch_is_a_repository_too(repo, since, tmp_path):
    commit(repo, **{"a.md": "Quiet.\n"})
    git(repo, "worktree", "add", "-q", "../tree")
    write(tmp_path / "tree", "a.md", f"{LOUD}\n")
    assert since("--diff", "HEAD", cwd=tmp_path / "tree") == [("a.md", 1, "shouting")]


def test_links_are_passed_over_and_nothing_outside_is_read(repo, tenor, tmp_path):
    write(tmp_path, "secret/a.md", f"{LOUD}\n")
    commit(repo, **{"docs/a.md": "Quiet.\n", "b.md": "Quiet.\n"})
    (repo / "docs" / "a.md").unlink()
    (repo / "docs").rmdir()
    (repo / "docs").symlink_to(tmp_path / "secret")
    (repo / "b.md").unlink()
    (repo / "b.md").symlink_to(tmp_path / "secret" / "a.md")
    (repo / "c.md").symlink_to(tmp_path / "secret" / "a.md")
    assert both(tenor("check", "--diff", "HEAD", cwd=repo))[0] == []
    names = ("docs/a.md", "b.md", "c.md")
    diff = "".join(f"--- a/{name}\n+++ b/{name}\n@@ -0,0 +1 @@\n+{LOUD}\n" for name in names)
    for named in ([], ["."]):
        places, errors, code = both(tenor("check", "--diff", "-", *named, cwd=repo, stdin=diff))
        assert (places, code) == ([], 2)
        why = "not compared: the diff names it, but it is a link or behind one"
        assert [one for one in errors if why in one] == [f"tenor: {name}: {why}" for name in names]


def test_a_link_that_a_diff_says_is_one_is_left_out_and_named(repo, tenor):
    commit(repo, **{"a.md": "Quiet.\n", "c.md": "Quiet.\n", "docs/d.md": "Quiet.\n"})
    write(repo, "a.md", f"{LOUD}\n")
    for name in ("b.md", "c.md"):
        (repo / name).unlink(missing_ok=True)
        (repo / name).symlink_to("/etc/passwd")
    (repo / "docs" / "d.md").unlink()
    (repo / "docs").rmdir()
    (repo / "docs").symlink_to(".")
    git(repo, "add", "-AN")
    diff = git(repo, "diff", "HEAD")
    notes = [f"tenor: {name}: left out, it is a link" for name in ("b.md", "c.md")]
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    assert both(ran) == (["a.md:1:14"], notes, 1)


def test_a_text_that_a_diff_names_over_a_link_and_by_its_own_name_is_checked_once(repo, tenor):
    write(repo, "docs/a.md", f"{LOUD}\n")
    (repo / "link").symlink_to("docs")
    names = ("docs/a.md", "link/a.md")
    diff = "".join(f"--- /dev/null\n+++ b/{name}\n@@ -0,0 +1 @@\n+{LOUD}\n" for name in names)
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    note = "tenor: link/a.md: left out, it is a link"
    assert both(ran) == (["docs/a.md:1:14"], [note], 1)


@pytest.mark.parametrize("is_repository", [True, False])
def test_a_diff_names_nothing_outside(repo, tenor, tmp_path, is_repository):
    here = repo if is_repository else tmp_path / "plain"
    here.mkdir(exist_ok=True)
    write(tmp_path, "secret.md", f"{LOUD}\n")
    write(here, "a.md", f"{LOUD}\n")
    out = [f"/{tmp_path}/secret.md", f"{tmp_path}/secret.md", "../secret.md", "x/../../secret.md"]
    hunk = f"@@ -0,0 +1 @@\n+{LOUD}\n"
    diff = "".join(f"--- /dev/null\n+++ b/{name}\n{hunk}" for name in [*out, "a.md"])
    places, errors, code = both(tenor("check", "--diff", "-", cwd=here, stdin=diff))
    assert (places, code) == (["a.md:1:14"], 2)
    assert errors == [
        f"tenor: {name}: not compared: the diff names it, but it is outside of the repository"
        for name in out
    ]


@pytest.mark.parametrize(
    "settings",
    [
        ["diff.noprefix=true"],
        ["diff.mnemonicPrefix=true"],
        ["diff.context=0"],
        ["diff.suppressBlankEmpty=true"],
        ["core.quotePath=false"],
        ["diff.srcPrefix=x/", "diff.dstPrefix=b/"],
    ],
)
def test_a_diff_is_read_whatever_settings_it_was_made_with(repo, since, settings):
    commit(repo, **{"b/ü a.md": f"Quiet.\n\n\n{LOUD}\n\nQuiet.\n", "c.md": "Quiet.\n"})
    write(repo, "b/ü a.md", f"Quiet.\n\n\n{LOUD}\n\nBe quick!!\n")
    write(repo, "c.md", f"{LOUD}\n")
    write(repo, "b/new.md", f"{LOUD}\n")
    git(repo, "add", "-N", ".")
    words = [word for setting in settings for word in ("-c", setting)]
    for args in (["diff"], ["diff", "HEAD"]):
        diff = git(repo, *words, *args)
        assert since("--diff", "-", stdin=diff) == [
            ("b/new.md", 1, "shouting"),
            ("b/ü a.md", 6, "shouting"),
            ("c.md", 1, "shouting"),
        ]


@pytest.mark.parametrize(
    ("diff", "message"),
    [
        ("", "diff: it is empty"),
        ("\n\n", "diff: it is empty"),
        ("fatal: bad revision\n", "diff: no unified diff"),
        ("--- a/a.md\n+++ b/a.md\n@@ -1 +1,9 @@\n-x\n", "breaks off in the middle of a hunk"),
    ],
)
def test_what_is_no_whole_diff_is_2(repo, tenor, diff, message):
    commit(repo, **{"a.md": f"{LOUD}\n"})
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("diff", "message"),
    [
        (
            "Binary files a/a.md and b/a.md differ\n",
            "a.md: not compared: the diff takes it for bin",
        ),
        ("diff --cc a.md\n--- a/a.md\n+++ b/a.md\n", "a.md: not compared: the diff is a combined"),
        ("--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x\n+y\n", "a.md: not compared: the diff does not"),
    ],
)
@pytest.mark.parametrize("names", [[], ["."]])
def test_a_text_that_cannot_be_compared_is_named_and_the_rest_is_done(
    repo, tenor, diff, message, names
):
    commit(repo, **{"a.md": f"{LOUD}\n", "b.md": f"{LOUD}\n"})
    diff += f"--- a/b.md\n+++ b/b.md\n@@ -0,0 +1 @@\n+{LOUD}\n"
    places, errors, code = both(tenor("check", *names, "--diff", "-", cwd=repo, stdin=diff))
    assert (places, code) == (["b.md:1:14"], 2)
    assert len(errors) == 1
    assert errors[0].startswith("tenor: ")
    assert message in errors[0]


def test_a_text_that_a_diff_names_must_be_there(repo, tenor):
    diff = "--- a/no.md\n+++ b/no.md\n@@ -1 +1 @@\n-x\n+y\n"
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    why = "the diff names it, but it is not there, seen from the top of the repository"
    assert both(ran)[1:] == ([f"tenor: no.md: not compared: {why}"], 2)


@pytest.fixture
def changed(repo):
    """Give a repository with texts of the same name in two folders, of which one has changed."""
    commit(repo, **{"README.md": "Top.\n", "docs/README.md": "Quiet.\n", "docs/a.md": "Quiet.\n"})
    write(repo, "docs/README.md", f"Quiet.\n{LOUD}\n")
    write(repo, "docs/a.md", f"Quiet.\n{LOUD}\n")
    return repo


@pytest.mark.parametrize(
    "made",
    [
        (".", ["--relative=docs"], ["README.md", "a.md"]),
        ("docs", ["--relative"], ["README.md", "a.md"]),
        (".", ["--src-prefix=x/", "--dst-prefix=y/"], ["y/docs/README.md", "y/docs/a.md"]),
        (".", ["--no-prefix", "--dst-prefix=repo/"], ["repo/docs/README.md", "repo/docs/a.md"]),
        (".", ["-R"], ["docs/README.md", "docs/a.md"]),
        (".", ["-R", "-U0"], ["docs/README.md", "docs/a.md"]),
    ],
)
@pytest.mark.parametrize("named", [["docs"], [".", "--quiet"], ["docs/a.md"], []])
def test_a_diff_that_does_not_lead_to_the_texts_is_2_whatever_is_asked_for(
    changed, tenor, made, named
):
    where, words, names = made
    diff = git(changed / where, "diff", *words)
    places, errors, code = both(tenor("check", "--diff", "-", *named, cwd=changed, stdin=diff))
    assert (places, code) == ([], 2)
    for name in names:
        assert any(error.startswith(f"tenor: {name}: not compared: the diff") for error in errors)


def test_a_diff_of_the_whole_repository_serves_for_one_folder(changed, tenor):
    write(changed, "other/b.md", f"{LOUD}\n")
    (changed / "README.md").unlink()
    git(changed, "add", "-N", ".")
    diff = git(changed, "diff")
    ran = tenor("check", "--diff", "-", "docs", cwd=changed, stdin=diff)
    assert both(ran) == (["docs/README.md:2:14", "docs/a.md:2:14"], [], 1)
    ran = tenor("check", "--diff", "-", "other", cwd=changed, stdin=diff)
    assert both(ran) == (["other/b.md:1:14"], [], 1)


def test_a_diff_may_name_a_text_by_way_of_its_own_folder(tmp_path, since):
    write(tmp_path, "a.md", f"{LOUD}\n")
    diff = f"--- ./a.md.orig\n+++ ./a.md\n@@ -0,0 +1 @@\n+{LOUD}\n"
    for named in ([], ["."], ["./a.md"]):
        found = since("--diff", "-", *named, stdin=diff, cwd=tmp_path)
        assert found == [("a.md", 1, "shouting")]


def test_a_diff_from_outside_of_git_begins_at_the_current_folder(tmp_path, tenor):
    for folder, text in (("old", "Quiet.\n"), ("new", f"{LOUD}\n")):
        write(tmp_path, f"{folder}/a.md", text)
    write(tmp_path, "old/gone.md", "Quiet.\n")
    done = subprocess.run(
        ["diff", "-ruN", "old", "new"], cwd=tmp_path, capture_output=True, check=False
    )
    ran = tenor("check", "--diff", "-", "new", cwd=tmp_path, stdin=done.stdout)
    assert both(ran) == (["new/a.md:1:14"], [], 1)
    ran = tenor("check", "--diff", "-", ".", cwd=tmp_path / "new", stdin=done.stdout)
    why = "the diff names it, but it is not there, seen from the current folder"
    assert both(ran) == ([], [f"tenor: new/a.md: not compared: {why}"], 2)


@pytest.mark.parametrize("named", [[], ["."]])
def test_a_diff_turned_round_that_makes_or_takes_a_whole_text_is_2(repo, tenor, named):
    commit(repo, **{"gone.md": "Quiet.\n"})
    (repo / "gone.md").unlink()
    write(repo, "new.md", f"{LOUD}\n")
    git(repo, "add", "-A")
    diff = git(repo, "diff", "-R", "--no-renames", "HEAD")
    places, errors, code = both(tenor("check", "--diff", "-", *named, cwd=repo, stdin=diff))
    assert (places, code) == ([], 2)
    assert sorted(error.split(", but")[0] for error in errors) == [
        "tenor: gone.md: not compared: the diff names it",
        "tenor: new.md: not compared: the diff says that it is gone",
    ]


def test_a_text_that_is_new_in_a_diff_is_all_in_it(repo, tenor):
    write(repo, "a.md", f"{LOUD}\nBe quick!!\n")
    diff = f"--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+{LOUD}\n"
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    why = "the diff does not fit it, which is new there and shorter"
    assert both(ran) == ([], [f"tenor: a.md: not compared: {why}"], 2)
    write(repo, "b.md", f"{LOUD}\n")
    empty = "diff --git a/b.md b/b.md\nnew file mode 100644\nindex 0000000..e69de29\n"
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=empty)
    assert both(ran) == ([], [f"tenor: b.md: not compared: {why}"], 2)


@pytest.mark.parametrize(
    "words",
    [
        ["log", "-p", "-1"],
        ["log", "-p", "--oneline", "--stat", "-1"],
        ["format-patch", "--stdout", "-1"],
        ["format-patch", "--stdout", "--attach", "-1"],
        ["format-patch", "--stdout", "--inline", "-1"],
        ["show", "--format=raw"],
    ],
)
def test_a_diff_may_come_with_the_message_of_its_commit(repo, since, words):
    commit(repo, **{"a.md": "Quiet.\n", "b.md": "Quiet.\n"})
    for name in ("a.md", "b.md"):
        write(repo, name, f"Quiet.\n{LOUD}\n")
    message = "All of it\n\n- deleted file mode\n+ new\n\ndeleted file mode 100644\nindex 1..2\n"
    git(repo, "commit", "-qam", message)
    found = since("--diff", "-", ".", stdin=git(repo, *words))
    assert found == [("a.md", 2, "shouting"), ("b.md", 2, "shouting")]


def test_a_series_of_patches_is_read_whole(repo, since):
    commit(repo, **{"a.md": "Quiet.\n", "b.md": "Quiet.\n"})
    for name in ("a.md", "b.md"):
        write(repo, name, f"Quiet.\n{LOUD}\n")
        git(repo, "commit", "-qam", "Change\n\ndeleted file mode 100644\n- a line\n+ another\n")
    for words in (["log", "-p", "-2"], ["format-patch", "--stdout", "-2"]):
        found = since("--diff", "-", stdin=git(repo, *words))
        assert found == [("a.md", 2, "shouting"), ("b.md", 2, "shouting")]


def test_that_nothing_has_changed_is_said_of_what_was_asked_for(repo, tenor):
    commit(repo, **{"a.md": "Quiet.\n", "docs/b.md": "Quiet.\n"})
    write(repo, "a.md", f"{LOUD}\n")
    ran = tenor("check", "--diff", "HEAD", "docs", cwd=repo)
    assert both(ran) == ([], ["tenor: none of the texts named has changed"], 0)
    write(repo, "tenor.toml", 'files = ["docs"]\n')
    ran = tenor("check", "--diff", "HEAD", cwd=repo)
    said = "tenor: none of the texts named by files in tenor.toml has changed"
    assert both(ran) == ([], [said], 0)


def test_a_text_that_looks_binary_is_2_where_it_has_changed(repo, tenor):
    commit(repo, **{"a.md": "Quiet.\n", "b.md": "a\0b\n"})
    assert both(tenor("check", "--diff", "HEAD", ".", cwd=repo))[2] == 0
    write(repo, "c.md", "a\0b\n")
    for named in ([], ["."]):
        _, errors, code = both(tenor("check", "--diff", "HEAD", *named, cwd=repo))
        assert (len(errors), code) == (1, 2)
        assert errors[0].startswith("tenor: c.md: looks like a binary file")


def test_a_diff_of_code_only_changes_no_text(repo, tenor):
    diff = "--- a/x.py\n+++ b/x.py\n@@ -1 +1 @@\n-x\n+y\n"
    ran = tenor("check", "--diff", "-", cwd=repo, stdin=diff)
    assert both(ran) == ([], ["tenor: no texts have changed"], 0)


def test_lines_that_change_places_and_make_a_new_sentence_count(repo, since):
    commit(repo, **{"a.md": "Go\nhome.\n\nIt rains on the\nhill!!\n"})
    write(repo, "a.md", "Go\nhill!!\n\nIt rains on the\nhome.\n")
    assert since("--diff", "HEAD") == [("a.md", 2, "shouting")]


def test_a_renamed_file_keeps_its_budget_and_a_copy_of_it_does_not(repo, tenor):
    write(repo, "tenor.toml", "[checks]\nreading-grade = {max = 1}\n")
    before = f"{PLAIN * 6}\n\n{LONG}\n\n{PLAIN * 6}\n"
    commit(repo, **{"old.md": before})
    (repo / "old.md").rename(repo / "new.md")
    assert both(tenor("check", "--diff", "HEAD", cwd=repo))[2] == 0
    write(repo, "other.md", before)
    assert len(both(tenor("check", "--diff", "HEAD", cwd=repo))[0]) == 1


def test_a_check_that_compares_folders_is_left_out_and_says_so(repo, tenor):
    commit(repo, **{"a.md": "Quiet.\n"})
    write(repo, "a.md", "Quieter.\n")
    ran = tenor("check", "--diff", "HEAD", "--select", "tone-drift", cwd=repo)
    left_out = "tenor: tone-drift: left out, it compares whole folders and not changes"
    assert both(ran) == ([], [left_out], 0)


def test_a_baseline_of_changes_only_is_refused(repo, tenor):
    commit(repo, **{"a.md": f"{LOUD}\n"})
    ran = tenor("check", "--diff", "HEAD", "--write-baseline", cwd=repo)
    assert ran.code == 2
    assert "a baseline takes in everything" in ran.err
    assert not (repo / ".tenor-baseline.json").exists()


@pytest.fixture
def two_folders(tmp_path):
    """Make an old folder and a new one, in which a text has changed and others are new."""
    for name, text in {
        "old/a.md": "One.\n",
        "new/a.md": "One. Two.\n",
        "new/b.md": f"{LOUD}\n",
        "new/more/c.md": f"{LOUD}\n",
        "old/gone.md": "Gone.\n",
        "new/bare/x.png": "no text",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("paths", [[], ["new"]])
def test_what_only_one_side_of_a_diff_has_is_named(tenor, two_folders, paths):
    command = ["diff", "-ru", "old", "new"]
    ran = subprocess.run(command, cwd=two_folders, capture_output=True, text=True, check=False)
    assert "Only in new: b.md" in ran.stdout
    checked = tenor("check", "--diff", "-", *paths, stdin=ran.stdout, cwd=two_folders)
    why = "not compared: only one side of the diff has it (diff -N shows it)"
    assert checked.code == 2
    names = ["new/b.md", "new/more", *([] if paths else ["old/gone.md"])]
    said = [line for line in checked.err.splitlines() if "skipped" not in line]
    assert sorted(said) == [f"tenor: {name}: {why}" for name in names]


def test_a_text_that_has_changed_since_the_diff_is_named(tenor, repo):
    (repo / "a.md").write_text("One.\n\nTwo.\n")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "x")
    (repo / "a.md").write_text("One.\n\nTwo. Three.\n")
    for change in (["diff"], ["diff", "--full-index"]):
        told = git(repo, *change)
        assert tenor("check", "--diff", "-", stdin=told, cwd=repo).err == ""
    (repo / "a.md").write_bytes(b"One.\r\n\r\nTwo. Three.\r\n")
    assert tenor("check", "--diff", "-", stdin=told, cwd=repo).err == ""
    (repo / "a.md").write_text(f"One.\n\nTwo. Three.\n\n{LOUD}\n")
    ran = tenor("check", "--diff", "-", stdin=told, cwd=repo)
    note = "a.md: not as the diff has it; what else has changed there is not looked at"
    assert (ran.err, ran.code) == (f"tenor: {note}\n", 0)


def test_from_a_folder_within_a_text_above_is_named_from_there(tenor, repo):
    commit(repo)
    (repo / "sub").mkdir()
    (repo / "top.md").write_text(f"{LOUD}\n")
    ran = tenor("check", "--diff", "HEAD", "--format", "json", cwd=repo / "sub")
    assert [one["file"] for one in json.loads(ran.out)["findings"]] == ["../top.md"]
