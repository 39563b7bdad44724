"""The ratchet: what is known stays known, and nothing gets worse."""

import json
import os
from pathlib import Path

import pytest

from tenor.document import Position, Span
from tenor.errors import ConfigError
from tenor.findings.finding import Finding, Line, Place
from tenor.gate import baseline
from tenor.gate.baseline import Baseline


def finding(sentence, file="a.md", check="shouting", value=None, worse=1):
    place = Place(Span(0, 1), Position(1, 1), Position(1, 2))
    line = Line("", 1, is_cut_before=False, is_cut_after=False)
    return Finding(
        file, place, check, "warning", "", "", (), "", value, worse, sentence, (1, 1), line
    )


HERE = Path("b.json")
SHAPE = "files, checks and what is known of them are not where they should be"
NOTHING = Baseline({}, {})
ALL = dict.fromkeys(["a.md", "b.md"], ("shouting",))


def test_what_is_known_is_not_new_wherever_it_has_moved():
    known = baseline.made([finding("One!!")], ALL, NOTHING, HERE)
    assert baseline.new([finding("One!!", file="b.md")], known, HERE) == []
    assert len(baseline.new([finding("One!!"), finding("One!!")], known, HERE)) == 1
    assert len(baseline.new([finding("Two!!")], known, HERE)) == 1


@pytest.mark.parametrize(
    ("value", "worse", "count"),
    [(10.0, 1, 0), (9.0, 1, 0), (10.5, 1, 1), (9.0, -1, 1), (11, -1, 0)],
)
def test_a_budget_comes_back_only_when_it_is_worse(value, worse, count):
    known = baseline.made([finding("s", value=10.0, worse=worse)], ALL, NOTHING, HERE)
    assert len(baseline.new([finding("t", value=value, worse=worse)], known, HERE)) == count


def test_what_was_not_examined_stays_known_and_what_is_fixed_goes(tmp_path):
    path = tmp_path / "b.json"
    found = [
        finding(sentence, file=str(tmp_path / file), check=check, value=value)
        for sentence, file, check, value in (
            ("a", "a.md", "shouting", None),
            ("b", "a.md", "hedging", None),
            ("c", "b.md", "shouting", None),
            ("d", "a.md", "reading-grade", 9.0),
            ("e", "a.md", "tone-range", 0.5),
        )
    ]
    baseline.write(path, baseline.made(found, {}, NOTHING, path))
    known = baseline.load(path, is_needed=True)
    examined = {str(tmp_path / "a.md"): {"shouting", "tone-range"}}
    left = baseline.made([], examined, known, path)
    assert {file: [*checks] for file, checks in left.findings.items()} == {
        "a.md": ["hedging"],
        "b.md": ["shouting"],
    }
    assert left.measures == {"a.md": {"reading-grade": 9.0}}


def test_files_are_named_from_the_folder_of_the_baseline(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    for file, path, named in (
        ("a.md", "b.json", "a.md"),
        ("a.md", "../b.json", "docs/a.md"),
        ("../a.md", "../b.json", "a.md"),
        ("x/../a.md", "../b.json", "docs/a.md"),
        (str(tmp_path / "a.md"), "b.json", "../a.md"),
    ):
        assert baseline.name(file, Path(path)) == named


def test_the_file_is_sorted_and_the_same_for_the_same_findings(tmp_path):
    found = [finding(name, file=file) for file in ("b.md", "a.md") for name in "zyx"]
    for path, order in ((tmp_path / "1", found), (tmp_path / "2", found[::-1])):
        baseline.write(path, baseline.made(order, {}, NOTHING, path))
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_a_name_that_is_no_text_is_kept_as_it_is(tmp_path):
    path = tmp_path / "b.json"
    one = finding("s", file=str(tmp_path / "\udcff.md"), value=1.0)
    baseline.write(path, baseline.made([one], {}, NOTHING, path))
    assert baseline.load(path, is_needed=True).measures == {"\udcff.md": {"shouting": 1.0}}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is no JSON at line 1, column 1"),
        ("[]", SHAPE),
        ("{\n ?", "it is no JSON at line 2, column 2"),
        ("3", SHAPE),
        ('{"version": 1, "findings": {}}', SHAPE),
        ('{"version": 1, "findings": 3, "measures": {}}', SHAPE),
        ('{"version": 1, "findings": {"a": {"x": 3}}, "measures": {}}', SHAPE),
        ('{"version": 1, "findings": {}, "measures": {"a": {"x": "y"}}}', SHAPE),
        ('{"version": 1, "findings": {}, "measures": {"a": {"x": 1%s}}}' % ("0" * 400), SHAPE),
        ('{"version": 1, "findings": {}, "measures": {"a": {"x": 1%s}}}' % ("0" * 5000), SHAPE),
        ("[" * 100_000, "it is nested too deep"),
    ],
)
def test_a_file_that_is_no_baseline_is_told_why_in_plain_words(tmp_path, text, why):
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(ConfigError, match=rf"b\.json: no baseline: {why}$"):
        baseline.load(tmp_path / "b.json", is_needed=True)


def test_a_baseline_of_another_version_is_refused(tmp_path):
    (tmp_path / "b.json").write_text('{"version": 2, "findings": {}, "measures": {}}')
    with pytest.raises(ConfigError, match=r"b\.json: a baseline of version 2; this is 1$"):
        baseline.load(tmp_path / "b.json", is_needed=True)


def test_only_a_baseline_that_is_needed_must_be_there(tmp_path):
    assert baseline.load(tmp_path / "b.json", is_needed=False) == NOTHING
    with pytest.raises(ConfigError, match=r"b\.json: No such file or directory$"):
        baseline.load(tmp_path / "b.json", is_needed=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_what_is_no_regular_file_is_no_baseline_and_no_wait(tmp_path):
    os.mkfifo(tmp_path / "b.json")
    with pytest.raises(ConfigError, match="must be a regular file"):
        baseline.load(tmp_path / "b.json", is_needed=False)


def test_a_files_own_entries_go_first(tenor, tmp_path):
    for name in ("x.md", "other.md"):
        (tmp_path / name).write_text("Stop that now!! You are an idiot.\n")
    tenor("check", "x.md", "--write-baseline", cwd=tmp_path)
    for names in (["x.md", "other.md"], ["other.md", "x.md"]):
        ran = tenor("check", *names, "--format", "jsonl", cwd=tmp_path)
        files = [json.loads(line)["file"] for line in ran.out.splitlines()]
        assert set(files) == {"other.md"}


def test_a_file_with_another_name_is_known_by_what_its_old_name_has_left(tenor, tmp_path):
    (tmp_path / "x.md").write_text("Stop that now!! You are an idiot.\n")
    tenor("check", "x.md", "--write-baseline", cwd=tmp_path)
    (tmp_path / "x.md").rename(tmp_path / "y.md")
    assert tenor("check", "y.md", cwd=tmp_path).code == 0
