"""The ratchet: what is known stays known, and nothing gets worse."""

import pytest

from tenor import baseline
from tenor.baseline import Baseline
from tenor.checks import Finding
from tenor.checks.check import Line, Place
from tenor.document import Position, Span
from tenor.errors import ConfigError


def finding(sentence, file="a.md", check="shouting", value=None, worse=1):
    place = Place(Span(0, 1), Position(1, 1), Position(1, 2))
    line = Line("", 1, is_cut_before=False, is_cut_after=False)
    return Finding(
        file, place, check, "warning", "", "", (), "", value, worse, sentence, (1, 1), line
    )


def test_what_is_known_is_not_new_wherever_it_has_moved():
    known = baseline.made([finding("One!!")], ["a.md"], Baseline({}, {}))
    assert baseline.new([finding("One!!", file="b.md")], known) == []
    assert len(baseline.new([finding("One!!"), finding("One!!")], known)) == 1
    assert len(baseline.new([finding("Two!!")], known)) == 1


@pytest.mark.parametrize(
    ("value", "worse", "count"),
    [(10.0, 1, 0), (9.0, 1, 0), (10.5, 1, 1), (9.0, -1, 1), (11, -1, 0)],
)
def test_a_budget_comes_back_only_when_it_is_worse(value, worse, count):
    known = baseline.made([finding("s", value=10.0, worse=worse)], ["a.md"], Baseline({}, {}))
    assert len(baseline.new([finding("t", value=value, worse=worse)], known)) == count


def test_a_file_that_was_not_checked_keeps_what_is_known_and_what_is_fixed_goes(tmp_path):
    path = tmp_path / "b.json"
    first = baseline.made(
        [finding("a"), finding("b", file="b.md")], ["a.md", "b.md"], Baseline({}, {})
    )
    baseline.write(path, first)
    second = baseline.made([], ["a.md"], baseline.load(path))
    assert list(second.findings) == ["b.md"]


def test_the_file_is_sorted_and_the_same_for_the_same_findings(tmp_path):
    found = [finding(name, file=file) for file in ("b.md", "a.md") for name in "zyx"]
    for path, order in ((tmp_path / "1", found), (tmp_path / "2", found[::-1])):
        baseline.write(path, baseline.made(order, [], Baseline({}, {})))
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


@pytest.mark.parametrize("text", ["", "[]", '{"findings": 3, "measures": {}}', "{"])
def test_a_file_that_is_no_baseline_is_named(tmp_path, text):
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(ConfigError, match="no baseline"):
        baseline.load(tmp_path / "b.json")
