"""`tenor check` as a user and as CI runs it: streams, exit codes, settings, what it writes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from tenor.checks import CHECKS
from tenor.findings.check import Rule
from tenor.work import cache

SKIPPED = "a link, no prose by its name, or no known kind of text\n"
LOUD = "Stop that now!!\n"
SHOUTING = next(
    Rule(check, "warning", check.defaults()) for check in CHECKS if check.name == "shouting"
)
QUIET = "All is quiet here.\n"


def names(ran):
    return [(one["file"], one["check"], one["line"]) for one in json.loads(ran.out)["findings"]]


@pytest.fixture
def here(tmp_path):
    (tmp_path / "loud.md").write_text(LOUD)
    (tmp_path / "quiet.md").write_text(QUIET)
    return tmp_path


def test_findings_are_lines_when_piped_and_the_exit_code_is_1(tenor, here):
    ran = tenor("check", ".", cwd=here)
    assert ran.out.splitlines() == [
        "loud.md:1:14: shouting [warning] “!!” raises the voice",
        "Found 1 problem (1 warning) in 1 of 2 files.",
    ]
    assert (ran.err, ran.code) == ("", 1)


def test_a_clean_text_is_exit_code_0(tenor, here):
    ran = tenor("check", "quiet.md", cwd=here)
    assert (ran.out, ran.err, ran.code) == ("No problems in 1 file.\n", "", 0)


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_says_from_which_severity_on_it_fails(tenor, here, level, code):
    ran = tenor("check", "loud.md", "--fail-on", level, cwd=here)
    assert ran.code == code
    assert "Found 1 problem" in ran.out


def test_stdin_is_read_only_for_a_dash(tenor, here):
    assert tenor("check", "-", stdin=LOUD, cwd=here).code == 1
    ran = tenor("check", stdin=LOUD, cwd=here)
    assert (ran.code, ran.out) == (2, "")
    assert "nothing to check" in ran.err


def test_without_a_path_the_files_of_the_settings_are_checked(tenor, here):
    (here / "tenor.toml").write_text('files = ["loud.md"]\n')
    ran = tenor("check", "--json", cwd=here)
    assert json.loads(ran.out)["files"] == ["loud.md"]


def test_a_missing_path_is_2_and_the_rest_is_still_checked(tenor, here):
    ran = tenor("check", "none.md", "loud.md", cwd=here)
    assert (ran.code, ran.err) == (2, "tenor: none.md: No such file or directory\n")
    assert "loud.md:1:14" in ran.out


def test_an_unreadable_text_is_2_and_the_rest_is_still_checked(tenor, here):
    (here / "bad.md").write_bytes(b"a\0b")
    ran = tenor("check", "bad.md", "loud.md", cwd=here)
    assert ran.code == 2
    assert "bad.md: looks like a binary file" in ran.err
    assert "loud.md:1:14" in ran.out


def test_a_text_in_a_folder_that_looks_binary_is_2_and_the_rest_is_still_checked(tenor, here):
    (here / "docs").mkdir()
    (here / "docs" / "bad.md").write_bytes(LOUD.encode("utf-16-le"))
    ran = tenor("check", ".", cwd=here)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("tenor: docs/bad.md: looks like a binary file")
    assert "loud.md:1:14" in ran.out
    (here / "tenor.toml").write_text('exclude = ["bad.md"]\n')
    assert tenor("check", ".", cwd=here).code == 1


def test_texts_of_a_folder_are_read_in_the_encoding_that_is_given(tenor, tmp_path):
    (tmp_path / "a.md").write_bytes(LOUD.encode("utf-16-le"))
    ran = tenor("check", ".", "--encoding", "utf-16-le", "--json", cwd=tmp_path)
    assert names(ran) == [("a.md", "shouting", 1)]


@pytest.mark.parametrize("form", ["concise", "full"])
def test_what_could_not_be_read_stands_in_an_artifact_for_people(tenor, here, form):
    ran = tenor("check", "none.md", "loud.md", "--artifact", f"{form}:out", cwd=here)
    said = (here / "out").read_text()
    assert said.startswith("none.md: No such file or directory\n")
    assert "raises the voice" in said
    assert ran.err == "tenor: none.md: No such file or directory\n"
    assert "No such file" not in ran.out


@pytest.mark.parametrize("output", ["loud.md", "./loud.md", "soft.md", "hard.md"])
def test_a_text_that_is_read_is_not_written_over(tenor, here, output):
    (here / "soft.md").symlink_to("loud.md")
    (here / "hard.md").hardlink_to(here / "loud.md")
    refusal = f"tenor: {output}: it is a text of this run, and is not written over\n"
    for args in (
        ["report", "loud.md", "-o", output],
        ["report", "loud.md", "quiet.md", "--format", "csv", "-o", output],
        ["check", ".", "--write-baseline", "--artifact", "json:a", "--artifact", f"json:{output}"],
    ):
        ran = tenor(*args, cwd=here)
        assert (ran.code, ran.out, ran.err) == (2, "", refusal)
    assert (here / "loud.md").read_text() == LOUD
    assert not (here / "a").exists()
    assert not (here / ".tenor-baseline.json").exists()
    assert tenor("report", "quiet.md", "-o", output, cwd=here).code == 0


def test_what_could_not_be_read_stands_in_every_report(tenor, here):
    (here / "bad.md").write_bytes(b"a\0b")
    forms = ("json", "sarif", "gitlab", "junit", "github")
    artifacts = [word for form in forms for word in ("--artifact", f"{form}:{form}.out")]
    args = ["none.md", "quiet.md", here / "bad.md", "-", "--stdin-filename", "in.md", *artifacts]
    ran = tenor("check", *args, cwd=here, stdin=b"\0")
    assert ran.out == "No problems in 1 file; 3 paths could not be checked.\n"
    assert (ran.code, len(ran.err.splitlines())) == (2, 3)
    binary = "looks like a binary file, not text; convert UTF-16 to UTF-8, or exclude the file"
    assert json.loads((here / "json.out").read_text())["errors"] == [
        {"file": "bad.md", "message": binary},
        {"file": "in.md", "message": binary},
        {"file": "none.md", "message": "No such file or directory"},
    ]
    for form in forms:
        written = (here / f"{form}.out").read_text()
        for name in ("bad.md", "in.md", "none.md"):
            assert name in written, form


def test_an_unreadable_text_keeps_what_the_baseline_knows_of_it(tenor, here):
    tenor("check", ".", "--write-baseline", cwd=here)
    known = (here / ".tenor-baseline.json").read_text()
    (here / "loud.md").write_bytes(b"\0")
    assert tenor("check", "loud.md", "--write-baseline", cwd=here).code == 2
    assert (here / ".tenor-baseline.json").read_text() == known


def test_a_latin_1_byte_is_a_warning_and_the_text_is_still_checked(tenor, here):
    (here / "old.md").write_bytes("Café! Stop that now!!\n".encode("latin-1"))
    for _ in range(2):
        ran = tenor("check", "old.md", cwd=here)
        assert "old.md: line 1, column 4: not UTF-8, read as Windows-1252" in ran.err
        assert ran.code == 1


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff"])
def test_an_empty_text_has_no_problems(tenor, tmp_path, text):
    (tmp_path / "a.md").write_text(text)
    ran = tenor("check", "a.md", cwd=tmp_path)
    assert (ran.out, ran.code) == ("No problems in 1 file.\n", 0)


def test_a_folder_without_texts_is_2_and_the_rest_is_still_checked(tenor, here):
    (here / "docs").mkdir()
    (here / "docs" / "x.bin").write_bytes(b"\0")
    ran = tenor("check", "docs", "loud.md", cwd=here)
    assert ran.code == 2
    assert ran.err.splitlines()[0] == "tenor: docs: no texts in this folder"
    assert "loud.md:1:14" in ran.out
    (error,) = json.loads(tenor("check", "docs", "--json", cwd=here).out)["errors"]
    assert error == {"file": "docs", "message": "no texts in this folder"}


def test_paths_of_which_all_is_excluded_are_0_and_named_in_a_note(tenor, here):
    (here / "docs").mkdir()
    (here / "docs" / "a.md").write_text(LOUD)
    (here / "docs" / ".gitignore").write_text("a.md\n")
    (here / "tenor.toml").write_text('exclude = ["loud.md"]\n')
    why = "excluded by the settings or a .gitignore\n"
    ran = tenor("check", "docs", cwd=here)
    assert (ran.err, ran.code) == ("tenor: no texts found: " + why, 0)
    ran = tenor("check", "docs", "loud.md", "quiet.md", cwd=here)
    assert (ran.err, ran.code) == ("tenor: 2 paths left out: " + why, 0)


def test_two_thousand_findings_still_exit_1(tenor, tmp_path):
    (tmp_path / "a.md").write_text((LOUD + "\n") * 2000)
    ran = tenor("check", "a.md", "--no-cache", cwd=tmp_path)
    assert (ran.code, ran.out.count("raises the voice")) == (1, 2000)


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="there is no SIGPIPE here")
def test_a_closed_pipe_ends_it_as_other_filters_end(tmp_path):
    (tmp_path / "a.md").write_text((LOUD + "\n") * 3000)
    command = [sys.executable, "-m", "tenor", "check", "a.md", "--no-cache"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.readline()
        run.stdout.close()
        error = run.stderr.read()
    assert (run.returncode, error) == (-signal.SIGPIPE, b"")


def test_a_cache_folder_that_cannot_be_written_is_no_failure(tenor, here):
    (here / "file").write_text("in the way")
    ran = tenor("check", ".", cwd=here, env={"TENOR_CACHE_DIR": str(here / "file")})
    assert (ran.err, ran.code) == ("tenor: 1 file skipped in folders: " + SKIPPED, 1)


def test_no_cache_of_the_checked_tree_is_believed(tenor, here, tmp_path_factory):
    """A forger puts the right key, the right seal and an empty result where a cache used to be."""
    own = tmp_path_factory.mktemp("own")
    form, env = ["check", "loud.md"], {"TENOR_CACHE_DIR": "", "HOME": str(own)}
    first = tenor(*form, cwd=here, env=env)
    made = next(own.rglob("v2.sqlite"))
    forged = here / ".tenor_cache" / "v2.sqlite"
    forged.parent.mkdir()
    forge(made, forged, "[[],{}]")
    for path in own.rglob("*.sqlite*"):
        path.unlink()
    assert tenor(*form, cwd=here, env=env) == first
    assert first.code == 1


@pytest.mark.parametrize(
    "result",
    ["[[],{}", "[[[]],{}]", "3", '[[{"a":1}],{}]', "[" * 9000, '[[],{"shouting":["a",1]}]'],
)
def test_a_result_that_cannot_be_one_is_none(tenor, here, tmp_path_factory, result):
    own = tmp_path_factory.mktemp("own")
    form, env = ["check", "loud.md"], {"TENOR_CACHE_DIR": str(own)}
    first = tenor(*form, cwd=here, env=env)
    forge(own / "v2.sqlite", own / "v2.sqlite", result)
    assert tenor(*form, cwd=here, env=env) == first
    assert tenor(*form, cwd=here, env=env) == first


def forge(source, target, result):
    """Put another result in the place of the right one, sealed as it should be."""
    with sqlite3.connect(source) as database:
        keys = [key for (key,) in database.execute("SELECT key FROM results")]
    database.close()
    source.unlink()
    cache.store(target.parent, dict.fromkeys(keys, result))


def test_a_second_run_gives_the_same_bytes_without_nltk(tenor, here):
    form = ["check", ".", "--json", "--preset", "docs"]
    first = tenor(*form, cwd=here)
    assert [path.name for path in here.iterdir()] == ["loud.md", "quiet.md"]
    assert tenor(*form, cwd=here) == first == tenor(*form, "--no-cache", cwd=here)
    code = (
        "import sys; from tenor.cli import main; main(['check', '.', '--preset', 'docs']);"
        " print(sorted({'nltk', 'rich', 'markdown_it'} & set(sys.modules)))"
    )
    env = {**os.environ, "TENOR_CACHE_DIR": str(here / "cache")}
    for _ in range(2):
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=here, env=env, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_cache_goes_by_content_and_settings(tenor, here):
    tenor("check", ".", cwd=here)
    (here / "quiet.md").write_text(LOUD)
    assert "in 2 of 2 files" in tenor("check", ".", cwd=here).out
    (here / "tenor.toml").write_text('[check]\nignore = ["shouting"]\n')
    assert tenor("check", ".", cwd=here).out == "No problems in 2 files.\n"


def test_several_processes_give_what_one_gives(monkeypatch):
    from tenor.work import pool
    from tenor.work.checked import Checked, check_all
    from tenor.work.unit import Text

    data = [f"{LOUD}Text {n}.".encode() for n in range(6)]
    texts = [Checked(Text(f"{n}.txt", one), (SHOUTING,)) for n, one in enumerate(data)]
    one = check_all(texts, None, pool.unseen)
    monkeypatch.setattr(pool, "_PAYS", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert check_all(texts, None, pool.unseen) == one
    assert [len(outcome.result.findings) for outcome in one] == [1] * 6


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[chek]", "unknown setting 'chek' (did you mean 'check'?)"),
        ("[check]\npresset = 'docs'", "unknown setting check.presset (did you mean 'preset'?)"),
        ("[check]\npreset = 'doc'", "check.preset must be one of docs, essay, support, marketing"),
        ("[check]\nselect = ['hegding']", "unknown check 'hegding' (did you mean 'hedging'?)"),
        ("[check]\nselect = 'hedging'", "check.select must be a list of strings"),
        ("[check]\nfail-on = 'warn'", "must be one of error, warning, info, never (did you mean"),
        ("[check]\nper-file-ignores = {'a' = ['x']}", "unknown check 'x'"),
        ("[checks]\nreadinggrade = {}", "unknown check 'readinggrade' (did you mean 'reading-g"),
        ("[checks]\nreading-grade = 3", "checks.reading-grade must be a table of options"),
        ("[checks]\nreading-grade = {mx = 3}", "unknown option 'mx' (did you mean 'max'?)"),
        ("[checks]\nreading-grade = {max = 'a'}", "reading-grade: max must be a number"),
        ("[checks]\nreading-grade = {max = true}", "reading-grade: max must be a number"),
        ("[checks]\nreading-grade = {max = 99}", "reading-grade: max must be from 0 to 40"),
        ("[checks]\nreading-grade = {max = nan}", "reading-grade: max must be a number"),
        ("[checks]\nhedging = {severity = 'bad'}", "severity must be one of error, warning, info"),
        ("[checks]\nhedging = {allow = ['']}", "allow must be a list of strings"),
        ("[checks]\nbanned-terms = {terms = 3}", "must be a list of strings or a table of repl"),
        ("[checks]\nsentence-length = {max = 9.5}", "max must be a whole number"),
        ("check = false", "check must be a table"),
        (f"[check]\npreset = 0x{'f' * 5000}", "check.preset must be one of docs, "),
    ],
)
def test_a_setting_that_is_wrong_is_exit_code_2_with_a_suggestion(tenor, here, toml, message):
    (here / "tenor.toml").write_text(toml)
    ran = tenor("check", ".", cwd=here)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    "toml",
    [
        "x" * 2_000_000 + " = 1",
        f"exclude = ['{'x y' * 500_000}']",
        f"[words]\n'{'x y' * 500_000}' = 5",
    ],
)
def test_however_long_what_is_wrong_the_message_is_not(tenor, here, toml):
    (here / "in").mkdir()
    (here / "in" / "tenor.toml").write_text(toml)
    (here / "in" / "a.md").write_text(LOUD)
    ran = tenor("check", "in/a.md", "--json", cwd=here)
    (error,) = json.loads(ran.out)["errors"]
    for said in (ran.err, f"{error['file']}: {error['message']}"):
        assert "in/tenor.toml: " in said
        assert " [...] " in said
        assert len(said) < 1100


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[checks]\ntone-range = {min = 0.5, max = -0.5}", "tone-range: min 0.5 is above max -0.5"),
        ("[check]\npreset = 'support'\n[checks]\ntone-range = {max = -0.5}", "min -0.2 is above"),
        ("[checks]\nformality-range = {min = 0.5, max = 0.4}", "formality-range: min 0.5 is above"),
    ],
)
def test_settings_that_contradict_each_other_are_said_once_and_check_nothing(
    tenor, here, toml, message
):
    (here / "tenor.toml").write_text(toml)
    ran = tenor("check", "loud.md", "quiet.md", cwd=here)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count(message) == len(ran.err.splitlines()) == 1
    assert ran.err.startswith("tenor: ")
    assert "tenor.toml: checks." in ran.err


def test_settings_that_contradict_the_command_line_are_said_once_and_check_nothing(tenor, here):
    (here / "tenor.toml").write_text("[checks]\ntone-range = {max = -0.5}")
    ran = tenor("check", "loud.md", "quiet.md", "--preset", "support", cwd=here)
    message = "tenor: tenor.toml: checks.tone-range: min -0.2 is above max -0.5\n"
    assert (ran.code, ran.out, ran.err) == (2, "", message)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--select", "shoutin"],
            "tenor: --select: unknown check 'shoutin' (did you mean 'shouting'?)",
        ),
        (["--select", ""], "'--select': it names no check"),
        (["--select", " , "], "'--select': it names no check"),
        (["--ignore", ""], "'--ignore': it names no check"),
        (["--ignore", ","], "'--ignore': it names no check"),
        (["--ignore", "x"], "tenor: --ignore: unknown check 'x'"),
        (
            ["--preset", "dosc"],
            "tenor: --preset must be one of docs, essay, support, marketing (did you mean 'docs'?)",
        ),
        (["--fail-on", "x"], "tenor: --fail-on must be one of"),
        (
            ["--artifact", "pdf:x"],
            "'pdf:x' is not FORMAT:PATH: no format 'pdf'; it is one of full, concise, github, ",
        ),
        (
            ["--artifact", "serif:x"],
            "'serif:x' is not FORMAT:PATH: no format 'serif' (did you mean 'sarif'?)\n",
        ),
        (["--artifact", "findings"], "'findings' is not FORMAT:PATH: no format 'findings'; it is"),
        (["--artifact", ""], "'' is not FORMAT:PATH: no format ''; it is one of"),
        (
            ["--artifact", "sarif:-"],
            "'sarif:-' names no file: sarif:PATH writes to a file; --format sarif is for ",
        ),
        (["--artifact", "sarif:"], "'sarif:' names no file: "),
        (
            ["--artifact", "sarif:a", "--artifact", "json:./a"],
            "'json:./a': something else is written to that file already",
        ),
        (["--artifact", "sarif"], "'sarif' names no file: "),
        (["--diff", "-", "-"], "--diff - and - both want standard input"),
    ],
)
def test_an_argument_that_is_wrong_is_exit_code_2(tenor, here, args, message):
    ran = tenor("check", "loud.md", *args, cwd=here)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert message in ran.err


def test_the_nearest_settings_win_and_nothing_is_merged(tenor, here):
    (here / "tenor.toml").write_text('[check]\nignore = ["shouting"]\n')
    inner = here / "inner"
    inner.mkdir()
    (inner / "loud.md").write_text(LOUD)
    (inner / "pyproject.toml").write_text("[tool.tenor.check]\nfail-on = 'error'\n")
    ran = tenor("check", ".", "--json", cwd=here)
    assert names(ran) == [("inner/loud.md", "shouting", 1)]
    assert ran.code == 0


def test_what_a_nested_file_of_settings_excludes_is_excluded_from_above_too(tenor, here):
    inner = here / "inner"
    inner.mkdir()
    for name in ("a.md", "b.md"):
        (inner / name).write_text(LOUD)
    (inner / "tenor.toml").write_text('exclude = ["a.md"]\n')
    for where in (".", "inner", "inner/b.md"):
        files = json.loads(tenor("check", where, "--json", cwd=here).out)["files"]
        assert [name for name in files if "inner" in name] == ["inner/b.md"]
    assert tenor("check", "inner/a.md", cwd=here).err.startswith("tenor: no texts found: excluded")


def test_nested_settings_that_are_wrong_are_named_and_the_rest_is_checked(tenor, here):
    inner = here / "inner"
    inner.mkdir()
    (inner / "a.md").write_text(LOUD)
    (inner / "tenor.toml").write_text("[")
    for args in (["."], ["loud.md", "inner/a.md"]):
        ran = tenor("check", *args, cwd=here)
        assert ran.code == 2
        assert ran.err.count("inner/tenor.toml: ") == 1
        assert "loud.md:1:14: shouting" in ran.out
        assert "inner/a.md" not in ran.out


def test_a_text_named_twice_is_checked_once_by_whatever_names(tenor, here):
    (here / "inner").mkdir()
    (here / "link.md").symlink_to("loud.md")
    names_of_one = ["loud.md", "./loud.md", "inner/../loud.md", here / "loud.md", "link.md"]
    ran = tenor("check", *names_of_one, "--json", cwd=here)
    assert json.loads(ran.out)["files"] == ["loud.md"]
    assert names(ran) == [("loud.md", "shouting", 1)]


@pytest.mark.parametrize(
    "paths",
    [
        ["-", "loud.md"],
        ["loud.md", "-"],
        [".", "-"],
        ["loud.md", "-", "./loud.md", "-"],
        ["link.md", "-"],
    ],
)
@pytest.mark.parametrize("name", ["loud.md", "./loud.md", "link.md"])
def test_stdin_goes_before_the_file_that_it_is_the_unsaved_text_of(tenor, here, paths, name):
    (here / "link.md").symlink_to("loud.md")
    args = [*paths, "--stdin-filename", name, "--json"]
    unsaved = "\n\nStop that now!!\n"
    ran = tenor("check", *args, stdin=unsaved, cwd=here)
    assert names(ran) == [(name.removeprefix("./"), "shouting", 3)]
    report = json.loads(tenor(*args, stdin=unsaved, cwd=here).out)
    lines = [one["tone"]["arc"][0]["line"] for one in report.get("files", [report])]
    assert lines.count(3) == 1
    assert lines.count(1) == (1 if "." in paths else 0)  # quiet.md


def test_stdin_without_a_name_is_a_text_of_its_own(tenor, here):
    ran = tenor("check", "-", "loud.md", "-", "--json", stdin=LOUD, cwd=here)
    assert sorted(names(ran)) == [("-", "shouting", 1), ("loud.md", "shouting", 1)]


@pytest.mark.parametrize("command", [["check"], ["report"]])
@pytest.mark.parametrize("paths", [["loud.md"], ["-"], ["-", "loud.md"], ["./loud.md", "-"]])
def test_an_excluded_text_is_left_out_by_name_and_on_stdin_alike(tenor, here, command, paths):
    (here / "tenor.toml").write_text('exclude = ["loud.md"]\n')
    args = [*command, *paths, "--stdin-filename", "loud.md"]
    left_out = tenor(*args, stdin=LOUD, cwd=here)
    why = "excluded by the settings or a .gitignore"
    assert (left_out.err, left_out.code) == (f"tenor: no texts found: {why}\n", 0)
    assert "loud.md" not in left_out.out
    assert "loud.md" in tenor(*args, "--no-config", stdin=LOUD, cwd=here).out


@pytest.mark.parametrize("bad", ["x" * 300 + ".md", "loud.md/a.md", "loop.md"])
def test_a_path_that_cannot_be_looked_at_is_2_and_the_rest_is_checked(tenor, here, bad):
    (here / "loop.md").symlink_to("loop.md")
    for command in (["check"], ["report"]):
        ran = tenor(*command, bad, "loud.md", cwd=here)
        assert ran.code == 2
        assert ran.err.startswith(f"tenor: {bad}: ")
        assert "loud.md:1:14" in ran.out or "Too short" in ran.out or "words" in ran.out


@pytest.mark.skipif(not getattr(os, "geteuid", int)(), reason="root may read everything")
def test_what_may_not_be_read_is_2_and_the_rest_is_checked(tenor, here):
    (here / "closed").mkdir()
    (here / "closed" / "a.md").write_text(LOUD)
    (here / "closed").chmod(0)
    (here / "shut.md").write_text(LOUD)
    (here / "shut.md").chmod(0)
    try:
        ran = tenor("check", ".", "closed/a.md", "shut.md", cwd=here)
    finally:
        (here / "closed").chmod(0o755)
    assert ran.code == 2
    for name in ("closed", "closed/a.md", "shut.md"):
        assert f"tenor: {name}: Permission denied\n" in ran.err
    assert "loud.md:1:14" in ran.out
    assert "in 1 of 2 files" in ran.out


def test_stdin_takes_the_settings_of_the_name_it_is_given(tenor, here):
    inner = here / "inner"
    inner.mkdir()
    (inner / "tenor.toml").write_text('[check]\nignore = ["shouting"]\n')
    args = ["check", "-", "--stdin-filename", "inner/x.md"]
    assert tenor(*args, stdin=LOUD, cwd=here).code == 0
    assert tenor(*args, "--no-config", stdin=LOUD, cwd=here).code == 1


def test_without_settings_a_broken_file_of_them_does_not_matter(tenor, here):
    (here / "tenor.toml").write_text("[")
    assert tenor("check", "quiet.md", cwd=here).code == 2
    assert tenor("check", "quiet.md", "--no-config", cwd=here).code == 0


def test_per_file_ignores_and_excludes_hold_for_named_paths_too(tenor, here):
    (here / "legal").mkdir()
    (here / "legal" / "a.md").write_text(LOUD)
    (here / "tenor.toml").write_text(
        'exclude = ["loud.md"]\n[check]\nper-file-ignores = {"legal/**" = ["shouting"]}\n'
    )
    ran = tenor("check", "legal/a.md", "loud.md", "--json", cwd=here)
    assert json.loads(ran.out)["files"] == ["legal/a.md"]
    assert names(ran) == []


def test_a_check_that_is_off_until_set_is_on_once_it_is(tenor, here):
    (here / "tenor.toml").write_text('[checks]\nbanned-terms = {terms = {quiet = "still"}}\n')
    assert names(tenor("check", ".", "--json", cwd=here)) == [
        ("loud.md", "shouting", 1),
        ("quiet.md", "banned-terms", 1),
    ]
    only = tenor("check", ".", "--json", "--select", "shouting", cwd=here)
    assert names(only) == [("loud.md", "shouting", 1)]


def test_a_preset_gives_way_to_the_options_beside_it(tenor, here):
    (here / "tenor.toml").write_text(
        '[check]\npreset = "support"\n[checks]\nreading-grade = {max = 7}\n'
    )
    shown = tenor("check", "--show-settings", "loud.md", cwd=here).out
    assert "max = 7  # tenor.toml" in shown
    assert "max = 30  # preset support" in shown
    assert "min = -0.2  # preset support" in shown
    assert 'severity = "warning"  # default' in shown
    assert 'preset = "support"  # tenor.toml' in shown
    given = tenor("check", "--show-settings", "loud.md", "--preset", "docs", cwd=here).out
    assert 'preset = "docs"  # command line' in given


@pytest.mark.parametrize("preset", [[], ["--preset", "docs"]])
def test_the_settings_that_are_shown_are_settings(tenor, here, preset):
    import tomllib

    shown = tenor("check", "--show-settings", "loud.md", *preset, cwd=here).out
    (here / "tenor.toml").write_text(shown)
    assert tomllib.loads(shown)["check"].get("preset") == (preset[1] if preset else None)
    assert names(tenor("check", ".", "--json", cwd=here)) == [("loud.md", "shouting", 1)]


def test_the_settings_that_are_shown_give_the_same_run(tenor, here):
    project = here / "project"
    for name in ("a.md", "legal/b.md", "legal/c \u202e.md", "old/d.md"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(LOUD + "\nA fatal day, a FATAL day; you idiot.\n")
    (project / "tenor.toml").write_text(
        'files = ["legal", "a.md"]\nexclude = ["c *.md", "#x"]\n'
        '[check]\npreset = "support"\nignore = ["hostility"]\nfail-on = "error"\n'
        'per-file-ignores = { "legal/**" = ["shouting"], "\\\\# [a].md" = ["hedging"] }\n'
        '[checks.banned-terms]\nterms = { idiot = "friend", "A day" = "" }\n'
        '[words]\nFATAL = 1\nfatal = 3\n"kill -9" = -0.00001\n'
    )
    shown = tenor("check", "--show-settings", "legal/b.md", cwd=project)
    assert "  # on: default; off for this text: per-file-ignores" in shown.out
    forms = (["check", "--json"], ["--json"], ["check", "--show-settings", "legal/b.md"])
    before = [tenor(*form, cwd=project) for form in forms[:2]]
    assert names(before[0]) == [
        ("a.md", "shouting", 1),
        ("a.md", "banned-terms", 3),
        ("legal/b.md", "banned-terms", 3),
    ]
    (project / "tenor.toml").write_text(shown.out)
    *after, again = [tenor(*form, cwd=project) for form in forms]
    assert after == before
    settings = [line.split("  # ")[0] for line in shown.out.splitlines()]
    assert [line.split("  # ")[0] for line in again.out.splitlines()] == settings


def test_artifacts_are_written_beside_the_log_in_one_run(tenor, here):
    forms = ["sarif", "gitlab", "junit", "jsonl", "full"]
    args = [word for form in forms for word in ("--artifact", f"{form}:{form}.out")]
    ran = tenor("check", "loud.md", *args, cwd=here)
    assert ran.out.startswith("loud.md:1:14")
    assert json.loads((here / "sarif.out").read_text())["version"] == "2.1.0"
    assert len(json.loads((here / "gitlab.out").read_text())) == 1
    assert ET.parse(here / "junit.out").getroot().get("failures") == "1"  # noqa: S314
    assert "1 | Stop that now!!" in (here / "full.out").read_text()


def test_in_github_actions_the_form_is_github_s_by_itself(tenor, here):
    ran = tenor("check", ".", cwd=here, env={"GITHUB_ACTIONS": "true"})
    assert ran.out.startswith("::warning title=tenor shouting,file=loud.md,line=1,endLine=1,col=14")


def test_statistics_count_the_findings_of_each_check(tenor, here):
    ran = tenor("check", ".", "--statistics", cwd=here)
    assert ran.out == "1  shouting\nFound 1 problem (1 warning) in 1 of 2 files.\n"


def test_an_ascii_stdout_gets_the_ascii_form(tenor, here):
    env = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = tenor("check", ".", "--format", "full", cwd=here, env=env)
    assert ran.code == 1
    assert ran.out.isascii()


def test_the_list_and_explain_print_from_the_checks_themselves(tenor):
    from tenor.checks import CHECKS

    listed = json.loads(tenor("check", "--list", "--json").out)
    assert [one["name"] for one in listed] == [check.name for check in CHECKS]
    table = tenor("check", "--list").out
    for check in CHECKS:
        assert f"\n{check.name} " in table
    for name in ("reading-grade", "hedging"):
        told = tenor("explain", name)
        assert told.code == 0
        why = next(check.why for check in CHECKS if check.name == name)
        assert why[:30] in told.out
    assert "did you mean 'shouting'?" in tenor("explain", "shoutin").err


def test_the_baseline_is_a_ratchet(tenor, here):
    wrote = tenor("check", ".", "--write-baseline", cwd=here)
    assert (wrote.code, wrote.err) == (0, "tenor: .tenor-baseline.json: 1 finding taken as known\n")
    ran = tenor("check", ".", cwd=here)
    assert (ran.out, ran.code) == ("No problems in 2 files; 1 in the baseline.\n", 0)
    (here / "loud.md").write_text("A new first line.\n\n" + LOUD + "\nAnd be quick!!\n")
    ran = tenor("check", ".", "--json", cwd=here)
    assert names(ran) == [("loud.md", "shouting", 5)]
    (here / "loud.md").write_text(QUIET)
    assert tenor("check", ".", cwd=here).code == 0
    tenor("check", ".", "--write-baseline", cwd=here)
    assert json.loads((here / ".tenor-baseline.json").read_text())["findings"] == {}


def test_a_baseline_that_cannot_be_read_is_exit_code_2(tenor, here):
    (here / ".tenor-baseline.json").write_text("{")
    assert tenor("check", ".", cwd=here).code == 2


def test_tone_drift_compares_the_files_of_a_run(tenor, tmp_path):
    calm = "The road goes over the hill and down to the village by the river. " * 9
    for n in range(8):
        (tmp_path / f"{n}.md").write_text(f"{calm}Number {n}.")
    (tmp_path / "x.md").write_text("It is a horrible, hateful, disgusting disaster of lies. " * 15)
    ran = tenor("check", ".", "--select", "tone-drift", "--json", cwd=tmp_path)
    assert names(ran) == [("x.md", "tone-drift", 1)]
    assert tenor("check", ".", "--select", "tone-drift", "--json", cwd=tmp_path) == ran
