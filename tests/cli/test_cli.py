"""The program as a user runs it: stdout, stderr and exit code of every face it has."""

import csv
import json
import os
import re
import signal
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

GOOD = "The plan was good. Then it rained, and we were miserable. We went home.\n"


def test_the_seed_folder_gets_the_full_report_of_its_one_text(tenor, seed):
    ran = tenor(seed.parent)
    assert (ran.code, ran.err) == (0, "")
    for part in ("737 words · 45 sentences", "TONE ARC", "THEMES", "EVIDENCE", "READING"):
        assert part in ran.out
    assert "Left out of all numbers: repeated title ×3 (1-5), page footer ×2 (30-31)" in ran.out


def test_report_is_the_default_command(tenor, seed):
    assert tenor("--json", seed) == tenor("report", "--json", seed)


def test_two_runs_give_the_same_bytes(tenor, seed):
    runs = [tenor("--json", "--all", seed, env={"PYTHONHASHSEED": n}) for n in ("1", "2")]
    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    ("args", "first"),
    [
        ([], "Networking Is"),
        (["--json"], "{"),
        (["--format", "csv"], "name,"),
        (["--json", "--format", "json"], "{"),
        (["--format", "json", "--json"], "{"),
    ],
)
def test_json_is_short_for_a_format(tenor, seed, args, first):
    ran = tenor(*args, seed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.lstrip().startswith(first)


@pytest.mark.parametrize("command", [[], ["check"]])
@pytest.mark.parametrize("form", ["jsonl", "csv", "full"])
@pytest.mark.parametrize("is_first", [True, False])
def test_two_forms_at_once_are_refused(tenor, seed, command, form, is_first):
    if form == ("csv" if command else "full"):
        pytest.skip("the command has no such form")
    options = ["--json", "--format", form] if is_first else ["--format", form, "--json"]
    ran = tenor(*command, *options, seed)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == f"tenor: --json and --format {form}: which of them?\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--gist"], "--gist is for one text, or --json"),
        (["--all"], "--all is for one text, or --json"),
        (["--all", "--format", "csv"], "--all is for one text, or --json"),
        (["--sort", "tone", "--json"], "--sort is for the forms text, csv and md"),
        (["--top", "1", "--format", "jsonl"], "--top is for the forms text, csv and md"),
    ],
)
def test_what_does_nothing_to_several_texts_is_refused(tenor, tmp_path, args, message):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    ran = tenor("a.txt", "b.txt", *args, cwd=tmp_path)
    assert (ran.out, ran.err, ran.code) == ("", f"tenor: {message}\n", 2)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("name", ["a.txt", "b.txt", "c.txt"]),
        ("words", ["b.txt", "c.txt", "a.txt"]),
        ("tone", ["c.txt", "b.txt", "a.txt"]),
        ("grade", ["b.txt", "a.txt", "c.txt"]),
    ],
)
def test_rows_are_sorted_and_the_first_of_them_shown(tenor, tmp_path, by, names):
    texts = {"c.txt": "It was awful.\n" * 3, "a.txt": "I love it.\n", "b.txt": GOOD * 60}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    for top in (None, 2):
        limit = ["--top", str(top)] if top else []
        csv = tenor(*texts, "--sort", by, *limit, "--format", "csv", cwd=tmp_path).out
        assert [row.split(",")[0] for row in csv.splitlines()[1:]] == names[:top]
        table = tenor(*texts, "--sort", by, *limit, cwd=tmp_path).out.splitlines()
        assert [row.split()[0] for row in table[2:]][: len(names[:top])] == names[:top]
        assert ("and 1 more" in table) == (top is not None)
        assert "3 texts" in table[0]


def test_help_and_version_are_words_too(tenor):
    assert tenor("help") == tenor("--help")
    assert tenor("help", "check") == tenor("check", "--help")
    assert tenor("version") == tenor("--version")
    ran = tenor("help", "checks")
    assert (ran.out, ran.err, ran.code) == (
        "",
        "tenor: no command 'checks': there are report, check, explain\n",
        2,
    )


@pytest.mark.parametrize(("is_terminal", "args"), [(True, []), (False, []), (True, ["--json"])])
def test_on_a_terminal_a_bare_tenor_says_what_it_can_do(
    tenor, tmp_path, monkeypatch, is_terminal, args
):
    from tenor.cli import streams

    monkeypatch.setattr(streams, "is_terminal", lambda _: is_terminal)
    monkeypatch.setattr(streams, "has_piped_input", lambda: False)
    ran = tenor(*args, cwd=tmp_path)
    if is_terminal and not args:
        assert (ran.err, ran.code) == ("", 0)
        assert ran.out.startswith("tenor   what a text is about, how it sounds")
        assert len(ran.out.splitlines()) == 10
    else:
        assert (ran.out, ran.code) == ("", 2)
        assert ran.err.startswith("Usage: tenor report")


def test_a_pipe_is_read_without_a_file_name(tenor):
    ran = tenor("--json", stdin=GOOD)
    assert json.loads(ran.out)["words"] == 14
    assert ran.code == 0


def test_a_dash_is_stdin_and_takes_its_reader_from_the_name_given(tenor):
    text = "# Title\n\nSome `code` here.\n"
    plain = json.loads(tenor("--json", "-", "--stdin-filename", "a.txt", stdin=text).out)
    markdown = json.loads(tenor("--json", "-", "--stdin-filename", "a.md", stdin=text).out)
    assert (plain["name"], plain["words"]) == ("a.txt", 4)
    assert (markdown["name"], markdown["words"]) == ("a.md", 3)


def test_stdin_from_a_regular_file_is_read(seed):
    with seed.open("rb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "tenor", "--json"], stdin=file, capture_output=True, check=True
        )
    assert json.loads(done.stdout)["words"] == 737


def test_without_input_the_files_of_the_settings_are_read(tenor, seed):
    ran = tenor("--json", cwd=seed.parent.parent)
    assert json.loads(ran.out)["name"].endswith(seed.name)


def test_without_input_and_settings_there_is_help_on_stderr(tenor, tmp_path):
    ran = tenor(cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage:" in ran.err


@pytest.mark.parametrize("text", ["", " \n\n\t"])
def test_an_empty_text_is_no_error(tenor, text):
    ran = tenor("-", stdin=text)
    assert (ran.code, ran.out.strip()) == (0, "-: no text to analyse")
    one = json.loads(tenor("--json", "-", stdin=text).out)
    assert (one["words"], one["sentences"], one["tone"]["valence"]) == (0, 0, None)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["none.txt"], "tenor: none.txt: No such file or directory\n"),
        (["--jsn", "a"], "tenor: No such option"),
        (["--format", "xml", "a"], "tenor: Invalid value for '--format'"),
        (["--config", "none.toml", "a.txt"], "tenor: none.toml: No such file or directory\n"),
        (["--config", ".", "a.txt"], "tenor: .: Is a directory\n"),
        (
            ["explane", "smog"],
            "tenor: explane: No such file or directory (did you mean 'explain'?)\n",
        ),
        (["a.txt", "--encoding", "ascii"], "tenor: a.txt: line 1, column 4: not ascii\n"),
        (["b.txt"], "tenor: b.txt: looks like a binary file, not text; convert"),
    ],
)
def test_trouble_is_one_line_and_exit_code_2(tenor, tmp_path, args, message):
    (tmp_path / "a.txt").write_text("caf\xe9 in the morning", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"a\0b")
    ran = tenor(*args, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)
    assert len(ran.err.splitlines()) == 1


EMPTY_TO_CHECK = ("--preset", "--fail-on", "--diff", "--baseline", "--show-settings")


@pytest.mark.parametrize(
    ("args", "what"),
    [
        ([""], "[FILE]…"),
        (["a.txt", "", "--json"], "[FILE]…"),
        (["check", ""], "[PATH]…"),
        (["explain", ""], "NAME|FILE:LINE|theme:LABEL"),
        (["explain", "theme:x", ""], "[FILE]"),
        (["a.txt", "-o", ""], "-o' / '--output"),
        (["a.txt", "--config="], "--config"),
        (["a.txt", "--encoding", ""], "--encoding"),
        (["-", "--stdin-filename", ""], "--stdin-filename"),
        *((["check", "a.txt", f"{option}="], option) for option in EMPTY_TO_CHECK),
    ],
)
def test_what_is_given_but_empty_is_named_and_nothing_is_done(tenor, tmp_path, args, what):
    """An unset variable of a shell must not stand for the current folder or for no setting."""
    (tmp_path / "a.txt").write_text("Stop that now!!")
    ran = tenor(*args, cwd=tmp_path, stdin="Stop that now!!")
    assert ran == ("", f"tenor: Invalid value for '{what}': it is empty\n", 2)


def test_a_line_of_no_file_is_no_place(tenor, tmp_path):
    ran = tenor("explain", ":3", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tenor: :3: neither a check, a measure nor FILE:LINE")


def test_bytes_that_are_not_utf_8_are_a_warning_and_still_read(tenor, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"A na\xefve plan.")
    ran = tenor("--json", path)
    assert (ran.code, json.loads(ran.out)["words"]) == (0, 3)
    assert "line 1, column 5: not UTF-8, read as Windows-1252" in ran.err
    assert tenor("--json", "-q", path).err == ""


def test_one_bad_file_does_not_stop_the_others(tenor, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "c.txt").write_text(GOOD)
    ran = tenor("--json", "a.txt", "b.txt", "c.txt", cwd=tmp_path)
    assert [one["name"] for one in json.loads(ran.out)["files"]] == ["a.txt", "c.txt"]
    assert (ran.code, ran.err) == (2, "tenor: b.txt: No such file or directory\n")


MISSING = "No such file or directory"
BINARY = "looks like a binary file, not text; convert UTF-16 to UTF-8, or exclude the file"
UNREAD = {"b.txt": BINARY, "none: 1.txt": MISSING}


@pytest.fixture
def partly(tenor, tmp_path):
    """Report on a text and two that cannot be read, or on those two alone; read what is written."""
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_bytes(b"\0")

    def report(form, *good):
        args = ("--format", form, *good, "none: 1.txt", "b.txt")
        ran = tenor(*args, cwd=tmp_path)
        lines = sorted(ran.err.splitlines())
        assert lines == [f"tenor: {file}: {reason}" for file, reason in UNREAD.items()]
        assert ran.code == 2
        written = tenor(*args, "-o", "out", cwd=tmp_path)
        assert (written.out, written.code) == ("", 2)
        if ran.out:
            assert (tmp_path / "out").read_bytes().decode() == ran.out
        return ran.out

    return report


@pytest.mark.parametrize("good", [["a.txt"], []])
def test_what_could_not_be_read_stands_in_the_json(partly, good):
    one = json.loads(partly("json", *good))
    assert [text["name"] for text in one["files"]] == good
    assert {error["file"]: error["message"] for error in one["errors"]} == UNREAD
    assert all(error.keys() == {"file", "message"} for error in one["errors"])


@pytest.mark.parametrize("good", [["a.txt"], []])
def test_what_could_not_be_read_is_a_line_of_jsonl(partly, good):
    ones = [json.loads(line) for line in partly("jsonl", *good).splitlines()]
    assert [one["name"] for one in ones[: len(good)]] == good
    assert {one["file"]: one["error"] for one in ones[len(good) :]} == UNREAD


@pytest.mark.parametrize("good", [["a.txt"], []])
def test_what_could_not_be_read_is_a_row_of_the_csv(partly, good):
    rows = list(csv.DictReader(StringIO(partly("csv", *good))))
    assert [row["name"] for row in rows if not row["error"]] == good
    failed = [row for row in rows if row["error"]]
    assert {row["name"]: row["error"] for row in failed} == UNREAD
    for row in failed:
        assert {name for name, cell in row.items() if cell} == {"name", "error"}


def test_the_csv_has_the_same_columns_whether_all_was_read_or_nothing(tenor, tmp_path, partly):
    heads = {partly("csv", *good).splitlines()[0] for good in ([], ["a.txt"])}
    heads.add(tenor("--format", "csv", "a.txt", cwd=tmp_path).out.splitlines()[0])
    (head,) = heads
    assert head.startswith("name,title,words,sentences,valence,")
    assert head.endswith(",error")


@pytest.mark.parametrize("form", ["md", "text"])
def test_what_could_not_be_read_is_named_under_the_table(partly, form):
    shown = " ".join(partly(form, "a.txt").split())
    for name, why in UNREAD.items():
        assert 0 < shown.index("a.txt") < shown.index(f"{name} could not be read: {why}")
    assert shown.count("could not be read") == 2


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "text"])
def test_the_only_text_is_an_error_in_every_form_of_data(tenor, tmp_path, form):
    (tmp_path / "b.txt").write_bytes(b"\0")
    ran = tenor("--format", form, "b.txt", cwd=tmp_path)
    assert (ran.err, ran.code) == (f"tenor: b.txt: {BINARY}\n", 2)
    assert (BINARY in ran.out) == (form != "text")
    assert bool(ran.out) == (form != "text")


@pytest.mark.parametrize("command", [["check"], ["report"]])
def test_settings_that_are_wrong_are_the_file_an_error_is_about(tenor, tmp_path, command):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(GOOD)
    (tmp_path / "in" / "tenor.toml").write_text("[tool.tenor]\n")
    (error,) = json.loads(tenor(*command, "--json", "in/a.txt", cwd=tmp_path).out)["errors"]
    assert Path(error["file"]).name == "tenor.toml"
    assert error["message"] == (
        "unknown setting 'tool': in tenor.toml it is [check], not [tool.tenor.check]"
    )


def test_a_folder_gets_a_row_a_text_and_a_total(tenor, tmp_path):
    (tmp_path / "a.md").write_text("# Rain\n\n" + GOOD)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(GOOD)
    (tmp_path / "c.png").write_bytes(b"\x89PNG\0")
    ran = tenor(".", cwd=tmp_path)
    assert ran.code == 0
    rows = ran.out.splitlines()
    assert rows[0] == "2 texts, 29 words"
    assert [row.split()[0] for row in rows[2:4]] == ["a.md", "sub/b.txt"]
    assert re.match(r"mean +· [+-]0\.\d\d$", rows[4])
    why = "a link, no prose by its name, or no known kind of text"
    assert ran.err == f"tenor: 1 file skipped in folders: {why}\n"


def test_a_folder_without_texts_says_so(tenor, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\0")
    ran = tenor(tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tenor: {tmp_path}: no texts in this folder\n")


def test_a_text_in_a_folder_that_looks_binary_is_named_and_the_others_get_their_rows(
    tenor, tmp_path
):
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "b.txt").write_bytes(b"a\0b")
    ran = tenor("--json", ".", cwd=tmp_path)
    assert [one["name"] for one in json.loads(ran.out)["files"]] == ["a.txt", "c.txt"]
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("tenor: b.txt: looks like a binary file")


@pytest.mark.parametrize("form", ["jsonl", "csv", "md"])
def test_several_texts_in_every_form_keep_their_order(tenor, tmp_path, form):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(GOOD)
    out = tenor("--format", form, "b.txt", "a.txt", cwd=tmp_path).out
    assert out.index("b.txt") < out.index("a.txt")


def test_cells_that_a_spreadsheet_would_run_are_guarded(tenor, tmp_path):
    (tmp_path / "=cmd.txt").write_text(GOOD)
    out = tenor("--format", "csv", "=cmd.txt", cwd=tmp_path).out
    assert out.splitlines()[1].startswith("'=cmd.txt,")


def test_an_output_file_is_written_whole_or_not_at_all(tenor, tmp_path, seed):
    target = tmp_path / "out.json"
    assert tenor("--json", "-o", target, seed) == ("", "", 0)
    assert json.loads(target.read_text("utf-8"))["words"] == 737
    assert stat.S_IMODE(target.stat().st_mode) & 0o400
    ran = tenor("--json", "-o", tmp_path / "none" / "out.json", seed)
    assert (ran.code, ran.out) == (2, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json"]


def test_a_closed_pipe_ends_the_program_as_it_ends_other_filters(seed):
    with subprocess.Popen(
        [sys.executable, "-m", "tenor", "--json", "--all", str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == -signal.SIGPIPE


def test_ctrl_c_ends_it_by_its_signal_and_without_a_word(tmp_path):
    fifo = tmp_path / "never"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [sys.executable, "-m", "tenor", str(fifo)], stderr=subprocess.PIPE
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait(60) == -signal.SIGINT


def test_a_stream_that_holds_only_ascii_gets_only_ascii(tenor, seed):
    ran = tenor(seed, env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert ran.out.isascii()
    assert "TONE ARC" in ran.out


def test_the_c_locale_is_no_trouble(tenor, seed):
    ran = tenor(seed, env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("args", "env", "is_coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_by_option_then_environment_then_terminal(tenor, seed, args, env, is_coloured):
    assert ("\x1b[" in tenor(*args, seed, env=env).out) == is_coloured


@pytest.mark.parametrize(
    ("args", "env", "width"),
    [
        ([], {}, 80),
        (["--width", "60"], {}, 60),
        ([], {"COLUMNS": "70"}, 70),
        ([], {"COLUMNS": "300"}, 120),
        (["--width", "60"], {"COLUMNS": "90"}, 60),
        ([], {"COLUMNS": "wide"}, 80),
    ],
)
def test_no_line_is_wider_than_the_width(tenor, seed, args, env, width):
    lines = tenor(*args, seed, env=env).out.splitlines()
    assert width - 12 <= max(map(len, lines)) <= width


def test_a_piped_report_is_not_cut_short(tenor, seed):
    assert "…" not in tenor(seed).out


@pytest.mark.parametrize(
    "name", ["\x1b]0;evil\x07.txt", "[bold]x[12].txt", "a\nb.txt", "\u202etxt.exe.txt"]
)
def test_nothing_in_a_name_or_text_steers_the_terminal(tenor, tmp_path, name):
    (tmp_path / name).write_text(
        "\x1b[31mRed\x1b[0m \x9b31m [bold]good[/bold] :smile: \u202ework. " * 5
    )
    ran = tenor(name, name + "x", cwd=tmp_path)
    shown = ran.out + ran.err
    assert not set(shown) & set("\x1b\x07\x9b\u202e\r")
    assert tenor(name, cwd=tmp_path).out.count("[bold]good[/bold] :smile:") >= 1


def test_version_and_help_load_neither_nltk_nor_rich():
    code = (
        "import sys; from tenor.cli import main; main([sys.argv[1]]); "
        "print(sorted({'nltk', 'rich', 'markdown_it'} & set(sys.modules)), file=sys.stderr)"
    )
    for flag in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code, flag], capture_output=True, text=True, check=True
        )
        assert done.stdout
        assert done.stderr == "[]\n"


def test_explain_shows_the_words_of_a_line_and_their_sum(tenor, seed):
    ran = tenor("explain", f"{seed}:19:288")
    assert ran.code == 0
    assert ran.out.startswith("People love to help people")
    assert "the sum of the above" in ran.out


def test_explain_gives_each_of_several_sentences_its_place(tenor, seed):
    def places(what):
        return re.findall(r"^ {3}(\d+(?::\d+)?) +[▲▼·]", tenor("explain", what).out, re.MULTILINE)

    lines = places(f"{seed}:7-9")
    assert lines == ["7:1", "7:82", "7:161", "7:315", "7:430", "7:469", "9:1", "9:55"]
    whole = places(seed)
    assert len(whole) == 45
    assert set(lines) < set(whole)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("0", "there are lines 1 to 2"),
        ("3", "there are lines 1 to 2"),
        ("2-1", "there are lines 1 to 2"),
        ("1-3", "there are lines 1 to 2"),
        ("1:0", "line 1 has columns 1 to 10"),
        ("1:11", "line 1 has columns 1 to 10"),
        ("2:99", "line 2 has columns 1 to"),
    ],
)
def test_a_place_that_is_not_there_is_one_line(tenor, tmp_path, place, message):
    (tmp_path / "a.txt").write_text("One line.\n")
    ran = tenor("explain", f"a.txt:{place}", cwd=tmp_path)
    assert (ran.out, ran.code) == ("", 2)
    assert message in ran.err


def test_a_file_whose_name_ends_like_a_place_goes_first(tenor, tmp_path):
    (tmp_path / "a:1").write_text("I love it.\nIt was awful.\n")
    assert "love" in tenor("explain", "a:1:1", cwd=tmp_path).out
    assert "awful" in tenor("explain", "a:1:2", cwd=tmp_path).out
    assert len(tenor("explain", "a:1", cwd=tmp_path).out.splitlines()) == 2


@pytest.mark.parametrize("place", ["1:1", "1:12", "1:22"])
def test_what_the_report_prints_is_a_place_that_explain_takes(tenor, tmp_path, place):
    (tmp_path / "a.txt").write_text("I love it. It was bad. It was a table, I guess.\n")
    ran = tenor("explain", f"a.txt:{place}", cwd=tmp_path)
    assert (ran.err, ran.code) == ("", 0)
    assert f"({place if place != '1:22' else '1:12'})" in ran.out


def test_every_word_of_the_report_is_explained(tenor):
    from tenor.formats.terminal.glossary import GLOSSARY

    for word, entry in GLOSSARY.items():
        shown = tenor("explain", word)
        assert shown.out.startswith(word)
        assert entry.says.split()[0] in shown.out
        assert (entry.measure or "") in shown.out


@pytest.mark.parametrize("name", ["theme:magic", "magic", "theme:MAGIC", "theme:mag"])
def test_a_theme_is_found_by_its_label_and_by_its_phrases(tenor, seed, name):
    ran = tenor("explain", name, seed)
    assert (ran.err, ran.code) == ("", 0)


def test_explain_says_why_a_line_is_left_out(tenor, seed):
    assert tenor("explain", f"{seed}:31").out == "31: left out as page footer\n"
    assert tenor("explain", f"{seed}:8").out == "8: no sentence stands here\n"


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("flesch-kincaid-grad", "(did you mean 'flesch-kincaid-grade'?)"),
        ("none.txt:3", "none.txt: No such file or directory"),
        ("one.txt:900", "there are lines 1 to 2"),
    ],
)
def test_explain_of_nothing_known_is_one_line(tenor, tmp_path, what, message):
    (tmp_path / "one.txt").write_text("One line.\n")
    ran = tenor("explain", what, cwd=tmp_path)
    assert ran.code == 2
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


def test_words_of_the_project_override_their_valence(tenor, tmp_path):
    (tmp_path / "a.txt").write_text("A fatal error is logged before we kill the process.\n")
    before = json.loads(tenor("--json", "a.txt", cwd=tmp_path).out)["tone"]["valence"]
    (tmp_path / "tenor.toml").write_text('[words]\nfatal = 0\nerror = 0\n"kill the process" = 0\n')
    after = json.loads(tenor("--json", "a.txt", cwd=tmp_path).out)["tone"]["valence"]
    assert before < -0.1
    assert after == 0
    assert "set by the project" in tenor("explain", "a.txt:1", cwd=tmp_path).out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tenor ex", "plain,explain"),
        ("tenor ", "file,"),
        ("tenor --js", "plain,--json"),
        ("tenor explain --en", "plain,--encoding"),
        ("tenor essay.txt --wi", "plain,--width"),
        ("tenor report es", "file,es"),
        ("tenor check --select reading-gr", "plain,reading-grade"),
        ("tenor check --ignore shouting,hosti", "plain,shouting,hostility"),
        ("tenor check --preset do", "plain,docs"),
        ("tenor check --fail-on ne", "plain,never"),
        ("tenor check --format sar", "plain,sarif"),
        ("tenor check --baseline .ten", "file,.ten"),
        ("tenor check --show-settings do", "file,do"),
        ("tenor --encoding windows", "plain,windows-1252"),
        ("tenor --sort gr", "plain,grade"),
        ("tenor explain smo", "plain,smog"),
        ("tenor explain reading-gra", "plain,reading-grade"),
        ("tenor explain es", "file,es"),
        ("tenor explain theme:magic es", "file,es"),
    ],
)
def test_commands_options_and_files_complete_in_the_shell(words, expected):
    assert expected in completed(words)


def completed(words, shell="bash"):
    """Ask for the completion of the last word as the shell's own function does; give its lines."""
    *before, last = words.split(" ")
    env = {
        "_TENOR_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": " ".join(before) if shell == "fish" else words,
        "COMP_CWORD": last if shell == "fish" else str(len(before)),
    }
    program = "import tenor.cli, sys; code = tenor.cli.main([]); sys.exit('nltk' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_check_completes_with_what_it_finds_and_is_named_once():
    from tenor.checks import CHECKS

    (shouting,) = (check for check in CHECKS if check.name == "shouting")
    for shell, row in (
        ("zsh", ["plain", "shouting", shouting.summary]),
        ("fish", [f"plain,shouting\t{shouting.summary}"]),
        ("bash", ["plain,shouting"]),
    ):
        lines = completed("tenor check --select shout", shell)
        assert lines[: len(row)] == row
    assert not any(completed("tenor check --select shouting,shout"))
    names = {line.removeprefix("plain,") for line in completed("tenor check --select ")}
    assert names == {check.name for check in CHECKS}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_command_that_is_mistyped_completes_nothing_and_says_nothing(shell):
    completed("tenor chek --sel", shell)


def test_the_vader_engine_gives_nltk_s_own_figures(tenor, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    one = json.loads(tenor("--json", "--engine", "vader", "a.txt", cwd=tmp_path).out)
    assert one["tone"]["engine"] == "vader"
    assert [part["valence"] for part in one["tone"]["arc"]] == [0.4404, -0.4939, 0.0]
    two = json.loads(tenor("--json", "--engine", "vader", ".", cwd=tmp_path).out)
    assert two["files"][0]["tone"]["arc"] == one["tone"]["arc"]


def test_explain_shows_what_makes_a_theme_and_where_it_is(tenor, seed):
    ran = tenor("explain", "theme:magic", seed)
    assert (ran.code, ran.err) == (0, "")
    assert "3 mentions" in ran.out
    assert "+0.49  17:91 " in ran.out
    assert "how very magical" in ran.out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["theme:magic"], "in which file?"),
        (["theme:teapots", "one.txt"], "no theme 'teapots'; it has none"),
        (["smog", "one.txt"], "no theme 'smog'; it has none"),
    ],
)
def test_explain_of_no_theme_is_one_line(tenor, tmp_path, args, message):
    (tmp_path / "one.txt").write_text("One line.\n")
    ran = tenor("explain", *args, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_arc_in_a_row_tells_positive_from_negative_without_colour(tenor, tmp_path):
    good, bad = "It was a wonderful, lovely day. " * 9, "It was an awful, horrible day. " * 9
    for name, text in (("good.txt", good), ("bad.txt", bad)):
        (tmp_path / name).write_text(text)
    for env in ({}, {"PYTHONIOENCODING": "ascii"}):
        rows = tenor("good.txt", "bad.txt", cwd=tmp_path, env=env).out.splitlines()[2:4]
        marks = [set(row.split()[4]) for row in rows]
        assert marks[0].isdisjoint(marks[1])


def test_every_form_takes_out_what_steers_a_terminal(tenor, tmp_path):
    name = "e\x1b[31m\x9b.txt"
    (tmp_path / name).write_text(GOOD)
    for form in ("text", "csv", "md"):
        out = tenor("--format", form, name, name, ".", cwd=tmp_path).out
        assert not set(out) & set("\x1b\x9b")


def test_an_output_that_cannot_be_written_is_one_line(seed):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "tenor", str(seed)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"tenor: standard output: No space left on device\n"


def test_the_words_behind_a_number_are_those_a_reader_sees(tenor):
    text = "It is a [hor](http://x.example)rible, **hate**ful plan.\n"
    ran = tenor("--json", "--all", "-", "--stdin-filename", "a.md", stdin=text)
    (part,) = json.loads(ran.out)["tone"]["arc"]
    assert [one["text"] for one in part["evidence"]] == ["horrible", "hateful"]


def test_a_text_of_pictures_alone_has_a_tone(tenor):
    assert "Very positive (+" in tenor("-", stdin="\U0001f600\U0001f600").out


def adrift(tmp_path, *args):
    """Run the program in a folder that is removed before."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", code, sys.executable, "-m", "tenor", *args]
    return subprocess.run(
        command, cwd=gone, input="A good text.", capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "args",
    [
        ["check", "."],
        ["check", "a.md"],
        ["check", "-"],
        ["check", "--diff", "HEAD"],
        ["check", "--write-baseline", "-", "--stdin-filename", "a.md"],
        ["explain", "a.md:1"],
        ["a.md"],
        ["."],
    ],
)
def test_a_current_folder_that_is_gone_is_one_clear_line(tmp_path, args):
    ran = adrift(tmp_path, *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "internal error" not in ran.stderr
    assert "no longer exists" in ran.stderr or "No such file or directory" in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [[], ["-"], ["--json"], ["explain", "smog"]])
def test_what_needs_no_folder_works_without_one(tmp_path, args):
    ran = adrift(tmp_path, *args)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout
