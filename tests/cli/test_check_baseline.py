"""`tenor check` with a baseline: nothing known is forgotten, nothing unknown is taken for known."""

import json
import subprocess
import sys

import pytest

LOUD = "Stop that now!!\n"
LONG = "The institutional organization necessitates considerable administrative deliberation. "
CALM = "The road goes over the hill and down to the village by the river. " * 9
NAME = ".tenor-baseline.json"


@pytest.fixture
def here(tmp_path):
    """Make a project whose three texts have a finding and a budget each."""
    (tmp_path / "tenor.toml").write_text("[checks]\nreading-grade = {max = 1}\n")
    for name in ("a.md", "docs/b.md", "docs/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{LOUD}\n{LONG * 15}\n")
    return tmp_path


def known(folder):
    return json.loads((folder / NAME).read_text())


def names(ran):
    found = json.loads(ran.out)["findings"]
    return [(one["file"], one["check"]) for one in found]


def test_a_baseline_that_is_named_must_be_there(tenor, here):
    for args in (["--baseline", "none.json"], ["--baseline", ""], ["--baseline", "docs"]):
        ran = tenor("check", ".", "-q", *args, cwd=here)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
    assert tenor("check", ".", cwd=here).code == 1
    ran = tenor("check", ".", "--baseline", "new.json", "--write-baseline", cwd=here)
    assert ran.code == 0
    assert tenor("check", ".", "--baseline", "new.json", cwd=here).code == 0


@pytest.mark.parametrize(
    ("folder", "args"),
    [
        (".", ["."]),
        (".", [".", "--select", "shouting"]),
        (".", [".", "--ignore", "reading-grade"]),
        (".", ["docs"]),
        (".", ["docs/b.md"]),
        ("docs", ["b.md"]),
        ("docs", ["."]),
        ("docs", ["..", "--select", "hedging"]),
    ],
)
def test_writing_a_part_anew_forgets_nothing(tenor, here, folder, args):
    tenor("check", ".", "--write-baseline", cwd=here)
    before = known(here)
    assert len(before["findings"]) == len(before["measures"]) == 3
    ran = tenor("check", *args, "--write-baseline", cwd=here / folder)
    assert ran.code == 0
    assert known(here) == before
    assert not (here / "docs" / NAME).exists()


def test_a_text_without_a_name_is_not_taken_as_known(tenor, here):
    ran = tenor("check", "-", "a.md", "--write-baseline", stdin=LOUD, cwd=here)
    message = "--write-baseline with - needs --stdin-filename: the file it is known as"
    assert (ran.code, ran.out, ran.err) == (2, "", f"tenor: {message}\n")
    assert not (here / NAME).exists()
    args = ("-", "--stdin-filename", "docs/new.md")
    assert tenor("check", *args, "--write-baseline", stdin=LOUD, cwd=here).code == 0
    assert list(known(here)["findings"]) == ["docs/new.md"]
    assert tenor("check", *args, stdin=LOUD, cwd=here).code == 0


@pytest.mark.parametrize("has_settings", [True, False])
def test_what_is_known_from_the_top_is_known_from_below(tenor, here, has_settings):
    if not has_settings:
        (here / "tenor.toml").unlink()
        (here / ".git").mkdir()
    tenor("check", ".", "--write-baseline", cwd=here)
    for folder, path in ((".", "docs"), ("docs", "."), ("docs", "b.md"), ("docs", "../a.md")):
        ran = tenor("check", path, cwd=here / folder)
        assert (ran.code, ran.err) == (0, "")
        assert "in the baseline" in ran.out


def test_a_baseline_written_from_below_holds_at_the_top(tenor, here):
    tenor("check", "..", "--write-baseline", cwd=here / "docs")
    assert sorted(known(here)["measures"]) == ["a.md", "docs/b.md", "docs/c.md"]
    assert tenor("check", ".", cwd=here).code == 0


def test_a_baseline_named_from_elsewhere_holds(tenor, here):
    tenor("check", ".", "--write-baseline", "--baseline", "docs/known.json", cwd=here)
    assert tenor("check", "..", "--baseline", "known.json", cwd=here / "docs").code == 0


def test_no_baseline_is_taken_from_above_the_project(tenor, here):
    tenor("check", ".", "--write-baseline", cwd=here)
    inner = here / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "tenor.toml").write_text("")
    (inner / "a.md").write_text(LOUD)
    assert names(tenor("check", ".", "--json", cwd=inner)) == [("a.md", "shouting")]


def test_a_baseline_that_is_a_link_out_of_the_project_is_refused(tenor, here, tmp_path_factory):
    far = tmp_path_factory.mktemp("far") / "file"
    far.write_text("precious")
    (here / NAME).symlink_to(far)
    for args in ([], ["--write-baseline"]):
        ran = tenor("check", ".", *args, cwd=here)
        assert ran.code == 2
        assert "a link that leads out of its project" in ran.err
    assert far.read_text() == "precious"
    far.unlink()
    assert tenor("check", ".", "--write-baseline", cwd=here).code == 2
    assert not far.exists()


@pytest.mark.parametrize("args", [[], ["--write-baseline"]])
def test_a_baseline_that_is_a_link_to_itself_is_no_internal_error(tenor, here, args):
    (here / NAME).symlink_to(NAME)
    ran = tenor("check", ".", *args, cwd=here)
    assert ran.code in {1, 2}
    assert "internal error" not in ran.err


def test_names_in_a_baseline_that_no_file_can_have_are_gone(tenor, here):
    names_ = {name: {"shouting": ["x"]} for name in ("x" * 300, "a\0b", "../" * 99 + "etc", "")}
    data = {"version": 1, "findings": names_, "measures": {}}
    (here / NAME).write_text(json.dumps(data))
    assert tenor("check", ".", "--write-baseline", cwd=here).code == 0
    assert not {"x" * 300, "a\0b"} & {*known(here)["findings"]}
    assert "../" * 99 + "etc" in known(here)["findings"]


def test_a_link_within_the_project_stays_one(tenor, here):
    (here / NAME).symlink_to("docs/known.json")
    tenor("check", ".", "--write-baseline", cwd=here)
    assert (here / NAME).is_symlink()
    assert tenor("check", ".", cwd=here).code == 0


def test_what_is_gone_is_forgotten_only_by_a_run_that_would_have_found_it(tenor, here):
    tenor("check", ".", "--write-baseline", cwd=here)
    (here / "docs" / "b.md").unlink()
    tenor("check", "a.md", "--write-baseline", cwd=here)
    assert "docs/b.md" in known(here)["findings"]
    tenor("check", "docs", "--select", "shouting", "--write-baseline", cwd=here)
    assert "docs/b.md" not in known(here)["findings"]
    assert "docs/b.md" in known(here)["measures"]
    tenor("check", ".", "--write-baseline", cwd=here)
    assert sorted(known(here)["measures"]) == ["a.md", "docs/c.md"]


def test_a_text_that_cannot_be_read_stays_known(tenor, here):
    tenor("check", ".", "--write-baseline", cwd=here)
    before = known(here)
    (here / "a.md").write_bytes(b"\0" * 9)
    assert tenor("check", "a.md", "docs", "--write-baseline", cwd=here).code == 2
    assert known(here) == before


FULL = """
import os, sys
from tenor.cli import main
def full(*_):
    raise OSError(28, "No space left on device")
os.fsync = full
sys.exit(main(sys.argv[1:]))
"""


def test_a_baseline_that_cannot_be_written_stays_as_it_was(tenor, here):
    tenor("check", ".", "--write-baseline", cwd=here)
    before = (here / NAME).read_bytes()
    (here / "d.md").write_text(LOUD)
    command = [sys.executable, "-c", FULL, "check", ".", "--write-baseline"]
    ran = subprocess.run(command, cwd=here, capture_output=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert ran.stderr.endswith(b"No space left on device\n")
    assert (here / NAME).read_bytes() == before
    assert [path.name for path in here.glob(".tenor-*")] == [NAME]


@pytest.fixture
def drifting(tmp_path):
    """Make a folder of eight calm texts, and give how to write a ninth."""
    for n in range(8):
        (tmp_path / f"{n}.md").write_text(f"{CALM}Number {n}.")

    def write(bad, head=""):
        rest = "It is a horrible, hateful, disgusting disaster of lies. " * bad
        (tmp_path / "x.md").write_text(head + rest + CALM)

    return write


DRIFT = ("check", ".", "--select", "tone-drift,unused-ignore", "--json")


def test_a_tone_that_drifts_further_is_new_and_one_that_comes_back_is_not(
    tenor, tmp_path, drifting
):
    drifting(4)
    assert names(tenor(*DRIFT, cwd=tmp_path)) == [("x.md", "tone-drift")]
    tenor(*DRIFT, "--write-baseline", cwd=tmp_path)
    assert names(tenor(*DRIFT, cwd=tmp_path)) == []
    drifting(12)
    assert names(tenor(*DRIFT, cwd=tmp_path)) == [("x.md", "tone-drift")]
    drifting(3)
    assert names(tenor(*DRIFT, cwd=tmp_path)) == []


def test_a_part_of_a_folder_does_not_examine_its_drift(tenor, tmp_path, drifting):
    drifting(4)
    tenor(*DRIFT, "--write-baseline", cwd=tmp_path)
    assert [*known(tmp_path)["measures"]] == ["x.md"]
    tenor("check", "x.md", "--select", "tone-drift", "--write-baseline", cwd=tmp_path)
    assert [*known(tmp_path)["measures"]] == ["x.md"]


@pytest.mark.parametrize(
    "comment",
    ["ignore-file tone-drift -- a rant", "ignore-file -- a rant", "off tone-drift -- a rant"],
)
def test_a_text_can_be_left_out_of_its_folder_s_drift(tenor, tmp_path, drifting, comment):
    drifting(12, f"<!-- tenor: {comment} -->\n\n")
    for _ in "cold", "cached":
        ran = tenor(*DRIFT, cwd=tmp_path)
        assert names(ran) == []
        (silent,) = json.loads(ran.out)["suppressed"]
        assert (silent["file"], silent["check"]) == ("x.md", "tone-drift")


def test_a_text_whose_settings_leave_drift_out_does_not_drift(tenor, tmp_path, drifting):
    drifting(12)
    (tmp_path / "tenor.toml").write_text(
        '[check]\nselect = ["tone-drift"]\nper-file-ignores = {"x.md" = ["tone-drift"]}\n'
    )
    assert names(tenor("check", ".", "--json", cwd=tmp_path)) == []
