"""The forms of findings, each read back by the rules of its format."""

import os
import subprocess
import sys
from json import dumps, loads
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tenor.analysis import read_source
from tenor.api import analyze
from tenor.checks import CHECKS
from tenor.cli.check import FORMATS
from tenor.errors import Failure
from tenor.files import Source
from tenor.findings.check import Options, Rule
from tenor.findings.examine import examine
from tenor.findings.finding import Run
from tenor.formats.findings import concise, github, gitlab, json, junit, sarif
from tenor.formats.findings.tally import summary
from tenor.formats.terminal import findings as picture
from tenor.formats.terminal.ink import Ink

ROOT = Path(__file__).parents[2]
NAME = "a, b: 100%/ünï code.md"
TEXT = (
    "Stop that now!!\n\nStop that now!!\n\n漢字漢字 you MUST NOT EVER DO THAT here.\n\n"
    "Whoever wrote it is an idiot. <!-- tenor: ignore hostility -- our own parrot -->\n\n"
    + "The old dog and the young cat ran over the hill and on and on to the sea, and then home. "
    * 8
)


def run_of(text, name=NAME, severity=None, **limits):
    rules = [
        Rule(
            check,
            severity or check.severity,
            Options({"max": limits["grade"]})
            if check.name == "reading-grade" and "grade" in limits
            else check.defaults(),
        )
        for check in CHECKS
        if check.default == "on"
    ]
    found = examine(analyze(read_source(Source(name, text))), rules).findings
    shown = tuple(one for one in found if one.reason is None)
    return Run((name,), shown, tuple(one for one in found if one.reason is not None))


@pytest.fixture(scope="module")
def run():
    return run_of(TEXT, grade=3)


CLEAN = Run(("clean.md",), ())
UNREAD = Run(("clean.md",), (), failures=(Failure("b ad.md", "Permission denied"),))


def test_the_run_that_is_tested_has_every_kind_of_finding(run):
    assert {one.check for one in run.findings} == {"shouting", "reading-grade"}
    assert [one.check for one in run.suppressed] == ["hostility"]
    assert any(one.evidence for one in run.findings)


def schema():
    given = os.environ.get("TENOR_SARIF_SCHEMA")
    path = Path(given) if given else ROOT.parent / "shared/data/schemas/sarif-schema-2.1.0.json"
    if not path.is_file():
        pytest.skip("the SARIF schema carries no licence to copy it: name it in TENOR_SARIF_SCHEMA")
    return loads(path.read_text("utf-8"))


def test_sarif_keeps_to_the_official_schema(run):
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(schema(), format_checker=jsonschema.FormatChecker())
    for one in (run, CLEAN, UNREAD):
        assert [error.message for error in validator.iter_errors(loads(sarif.write(one)))] == []


def test_sarif_points_at_rules_places_and_suppressions(run):
    (log,) = loads(sarif.write(run))["runs"]
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert rules == [check.name for check in CHECKS]
    assert log["columnKind"] == "unicodeCodePoints"
    assert len(log["results"]) == len(run.findings) + 1
    for result in log["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    marks = [dumps(result["partialFingerprints"]) for result in log["results"]]
    assert len(set(marks)) == len(marks)
    (silenced,) = [result for result in log["results"] if "suppressions" in result]
    assert silenced["suppressions"] == [{"kind": "inSource", "justification": "our own parrot"}]
    uri = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%2C%20b%3A%20100%25/%C3%BCn%C3%AF%20code.md"
    assert any("relatedLocations" in result for result in log["results"])


def test_a_clean_sarif_log_has_no_results():
    (log,) = loads(sarif.write(CLEAN))["runs"]
    assert (log["results"], log["invocations"]) == ([], [{"executionSuccessful": True}])


def test_a_sarif_log_tells_what_could_not_be_read():
    (log,) = loads(sarif.write(UNREAD))["runs"]
    (invocation,) = log["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "b ad.md could not be checked: Permission denied"
    place = note["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "b%20ad.md"}}


def test_a_file_that_could_not_be_read_is_an_issue_to_gitlab():
    (issue,) = loads(gitlab.write(UNREAD))
    assert issue["description"] == "could not be checked: Permission denied"
    assert (issue["severity"], issue["location"]["path"]) == ("major", "b ad.md")
    other = UNREAD._replace(failures=(Failure("b ad.md", "No such file or directory"),))
    assert loads(gitlab.write(other))[0]["fingerprint"] == issue["fingerprint"]


def test_a_file_that_could_not_be_read_is_an_error_in_json():
    one = loads(json.write(UNREAD))
    assert (one["files"], one["findings"]) == (["clean.md"], [])
    assert one["errors"] == [{"file": "b ad.md", "message": "Permission denied"}]
    (line,) = json.write_lines(UNREAD).splitlines()
    assert loads(line) == {"file": "b ad.md", "error": "Permission denied"}
    assert loads(json.write(CLEAN))["errors"] == []


def test_a_file_that_could_not_be_read_is_the_first_annotation_and_counts_as_one(run):
    text = "::error title=tenor,file=b ad.md::could not be checked: Permission denied"
    assert github.write(UNREAD).splitlines()[0] == text
    errors = [one._replace(severity="error") for one in run.findings[:1] * 12]
    lines = github.write(UNREAD._replace(findings=tuple(errors))).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10


def test_a_file_that_could_not_be_read_is_no_file_without_problems(run):
    assert summary(UNREAD) == "No problems in 1 file; 1 path could not be checked."
    both = run._replace(failures=UNREAD.failures * 2, in_baseline=3)
    told = "in 1 of 1 file; 3 in the baseline, 1 suppressed, 2 paths could not be checked."
    assert summary(both).endswith(told)


def test_github_commands_are_escaped(run):
    first = github.write(run).splitlines()[0]
    assert first.startswith(
        "::warning title=tenor shouting,file=a%2C b%3A 100%25/ünï code.md,line="
    )
    message = first.split("::", 2)[2]
    assert "\n" not in message
    assert github.write(run).splitlines()[-1].startswith("Found ")


def test_a_file_that_is_named_like_a_command_is_annotated_by_its_own_name():
    first, line, _ = github.write(run_of("Stop that now!!", name="::error::x.md")).splitlines()
    assert first.startswith("::warning title=tenor shouting,file=%3A%3Aerror%3A%3Ax.md,line=1,")
    assert line.startswith(": :error::x.md:1:14: shouting")


def test_github_annotates_the_ten_worst_of_a_level_and_prints_every_finding_as_a_line():
    loud = run_of("\n\n".join(["Stop that now!!"] * 14))
    worse = loud.findings[-1]._replace(severity="error")
    lines = github.write(loud._replace(findings=(*loud.findings[:-1], worse))).splitlines()
    assert [line.split()[0] for line in lines[:11]] == ["::error", *["::warning"] * 10]
    assert [line.split(" shouting ")[0] for line in lines[11:-1]] == [
        f"{NAME}:{one.place.start.line}:14:" for one in loud.findings
    ]
    assert lines[-1] == "Found 14 problems (1 error, 13 warnings) in 1 of 1 file."


def test_github_shows_the_most_severe_first(run):
    mixed = run._replace(
        findings=(
            run.findings[0]._replace(severity="info"),
            run.findings[1]._replace(severity="error"),
        )
    )
    written = github.write(mixed).splitlines()
    assert [line.split(" ")[0] for line in written[:2]] == ["::error", "::notice"]


def test_gitlab_fingerprints_are_unique_and_stay_when_lines_move():
    one, two = run_of(TEXT, grade=3), run_of("\n\n\n" + TEXT, grade=3)
    marks, moved = ([x["fingerprint"] for x in loads(gitlab.write(r))] for r in (one, two))
    assert len(set(marks)) == len(marks)
    assert marks == moved


def test_gitlab_severities_and_a_clean_report():
    for severity, name in (("error", "major"), ("warning", "minor"), ("info", "info")):
        (issue,) = loads(gitlab.write(run_of("Stop that now!!", severity=severity)))
        assert issue["severity"] == name
        assert issue["location"] == {"path": NAME, "lines": {"begin": 1, "end": 1}}
    assert loads(gitlab.write(CLEAN)) == []


def test_junit_is_xml_with_a_suite_a_file_and_a_passing_case_for_a_clean_one(run):
    both = run._replace(files=(NAME, "clean.md"))
    root = ET.fromstring(junit.write(both))  # noqa: S314
    suites = {suite.get("name"): suite for suite in root}
    assert [*suites] == [NAME, "clean.md"]
    assert int(suites[NAME].get("failures")) == len(run.findings) == len(suites[NAME])
    assert [case.get("name") for case in suites["clean.md"]] == ["clean.md"]
    assert int(root.get("tests")) == len(run.findings) + 1


def outcomes(written):
    """Give what came of each case, checked against the structure that JUnit's readers know."""
    root = ET.fromstring(written)  # noqa: S314
    found = {}
    for counted in (root, *root):
        for tag, key in (("failure", "failures"), ("error", "errors"), ("testcase", "tests")):
            assert int(counted.get(key)) == len(counted.findall(f".//{tag}"))
    for suite in root:
        assert (root.tag, suite.tag) == ("testsuites", "testsuite")
        for case in suite:
            assert (case.tag, case.get("classname")) == ("testcase", suite.get("name"))
            found[suite.get("name"), case.get("name")] = [inner.tag for inner in case]
    return found


def test_a_file_that_could_not_be_read_is_an_error_to_junit():
    assert outcomes(junit.write(UNREAD)) == {
        ("b ad.md", "b ad.md"): ["error"],
        ("clean.md", "clean.md"): [],
    }


@pytest.mark.parametrize(
    ("fail_on", "severity", "outcome"),
    [
        ("warning", "info", "system-out"),
        ("warning", "warning", "failure"),
        ("error", "warning", "system-out"),
        ("info", "info", "failure"),
        ("never", "error", "system-out"),
    ],
)
def test_a_finding_that_fails_no_run_is_no_failure_to_junit(fail_on, severity, outcome):
    loud = run_of("Stop that now!!", severity=severity)._replace(fail_on={NAME: fail_on})
    written = junit.write(loud)
    assert outcomes(written) == {(NAME, "shouting at 1:14"): [outcome]}
    assert "raises the voice" in written


JUNIT = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tenor" tests="3" failures="1" errors="1">
  <testsuite name="&lt;a&gt;.md" tests="1" failures="1" errors="0">
    <testcase name="shouting at 1:12" classname="&lt;a&gt;.md"><failure type="warning" \
message="“!!” raises the voice">&lt;a&gt;.md:1:12
“!!” raises the voice</failure></testcase>
  </testsuite>
  <testsuite name="b ad.md" tests="1" failures="0" errors="1">
    <testcase name="b ad.md" classname="b ad.md"><error type="unreadable" \
message="could not be checked: Permission denied"></error></testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0">
    <testcase name="clean.md" classname="clean.md"></testcase>
  </testsuite>
</testsuites>
"""


def test_junit_has_a_line_a_suite_and_a_line_a_case():
    loud = run_of("Stop it now!!", name="<a>.md")
    several = loud._replace(files=("<a>.md", "clean.md"), failures=UNREAD.failures)
    assert junit.write(several).split("\n") == JUNIT.split("\n")


def test_writing_junit_loads_nothing_of_the_network():
    code = "import sys, tenor.formats.findings.junit; sys.exit('urllib.request' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_junit_holds_any_text():
    nasty = run_of("Stop \x07\ud800 <b>&amp; ]]> now!!", name='<"&\x01.md')
    (suite,) = ET.fromstring(junit.write(nasty))  # noqa: S314
    assert suite.get("name").startswith('<"&')
    assert suite.get("failures") == str(len(nasty.findings))


def test_json_has_findings_reasons_and_sums(run):
    one = loads(json.write(run))
    assert one["summary"]["findings"] == len(one["findings"]) == len(run.findings)
    assert [(x["check"], x["reason"]) for x in one["suppressed"]] == [
        ("hostility", "our own parrot")
    ]
    for found in one["findings"]:
        assert TEXT[found["start"] : found["end"]]
    lines = [loads(line) for line in json.write_lines(run).splitlines()]
    assert lines == one["findings"]


def test_concise_is_a_line_a_finding(run):
    lines = concise.write(run).splitlines()
    assert lines[0] == f"{NAME}:1:14: shouting [warning] “!!” raises the voice"
    assert len(lines) == len(run.findings) + 1


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("is_unicode", [True, False])
def test_the_full_form_marks_the_place_in_terminal_cells_within_the_width(width, is_unicode):
    from rich.cells import cell_len

    text = f"{'漢字 words ' * 30}and then Stop that now!! {'more words ' * 40}"
    loud = tuple(one for one in run_of(text, name="a.md").findings if one.check == "shouting")
    drawn = picture.draw(Run(("a.md",), loud), Ink(width, is_unicode=is_unicode))
    lines = drawn.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("1 | "))
    shown, marks = lines[at], lines[at + 1]
    assert cell_len(shown) <= width
    place = marks.index("^")
    assert marks.strip(" |") == "^^"
    start = next(n for n in range(len(shown)) if cell_len(shown[:n]) == place)
    assert shown[start : start + 2] == "!!"


def test_a_text_cannot_steer_the_terminal():
    drawn = picture.draw(run_of("Stop \x1b[31m\u202e now!!", name="a\x1b.md"), Ink())
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


def test_every_form_gives_the_same_bytes_twice(run):
    for module in (concise, github, json, gitlab, junit, sarif):
        assert module.write(run) == module.write(run)


def test_every_form_is_written_in_its_own_way(tenor, tmp_path):
    (tmp_path / "a.md").write_text("Stop that now!!\n")
    args = ["check", "a.md", "--no-cache", "--format"]
    ran = {form: tenor(*args, form, cwd=tmp_path) for form in FORMATS}
    assert {one.code for one in ran.values()} == {1}
    assert {one.err for one in ran.values()} == {""}
    assert len({one.out for one in ran.values()}) == len(FORMATS)
    assert all("a.md" in one.out and "raises the voice" in one.out for one in ran.values())
