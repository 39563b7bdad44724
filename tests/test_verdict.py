"""The answer in two sentences says where the tone turns, or where it is lowest and highest."""

from json import loads
from pathlib import Path

import pytest

import tenor
from tenor.formats.reports import json
from tenor.formats.terminal import report
from tenor.formats.terminal.ink import Ink
from tenor.verdict import Turn, listed, mood, sign

SCHEMA = Path(json.__file__).with_name("report.schema.json")
GOOD = "The staff were kind and the food was wonderful, and we loved it. "
BAD = "The room was dirty and the waiter was rude, and we hated it. "
FLAT = "The room has a table and two chairs. "


def said(text):
    return [str(one) for one in tenor.analyze(text).verdict]


def test_a_text_that_turns_says_where():
    text = "\n".join([BAD * 2] * 6 + [GOOD * 2] * 6)
    course = next(line for line in said(text) if line.startswith("Starts"))
    assert course == "Starts very critical (L1–6), turns at L7 and ends very warm (L7–12)."


def test_a_text_without_a_turn_names_its_poles():
    text = "\n".join([FLAT * 4, GOOD * 3, FLAT * 4, BAD * 3, FLAT * 4, GOOD * 2])
    course = next(line for line in said(text) if "on the whole" in line)
    assert course.startswith("Neutral or mixed on the whole (+0.")
    assert course.endswith("), warmest at L2, most critical at L4.")


def test_a_flat_text_says_that_few_words_carry_tone():
    assert any(
        line.startswith("Few words carry tone: 0 of 20 sentences") for line in said(FLAT * 20)
    )


def test_a_short_text_is_not_judged_for_its_course():
    assert any("too short to judge" in line for line in said(GOOD))


@pytest.mark.parametrize(
    ("value", "name", "way"),
    [
        (0.05, "neutral or mixed", 0),
        (0.1, "warm", 1),
        (-0.2, "critical", -1),
        (0.5, "very warm", 1),
        (-0.5, "very critical", -1),
    ],
)
def test_a_valence_has_a_name_and_a_sign(value, name, way):
    assert (mood(value), sign(value)) == (name, way)


def test_words_are_joined_as_prose_does():
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (GOOD * 2, ["about", "short"]),
        (GOOD * 6, ["about", "short", "spread"]),
        (FLAT * 20, ["about", "silence"]),
        ("\n".join([BAD * 2] * 6 + [GOOD * 2] * 6), ["about", "turn", "spread"]),
        ("\n".join([FLAT * 4, GOOD * 3, FLAT * 4, BAD * 3] * 2), ["about", "whole", "spread"]),
        (GOOD * 9, ["about", "whole", "spread"]),
        ("", []),
    ],
)
def test_json_says_what_the_terminal_says_and_its_parts(text, kinds):
    analysis = tenor.analyze(text)
    made = json.report(analysis)
    assert [one["kind"] for one in made["verdict"]] == kinds
    assert [one["text"] for one in made["verdict"]] == said(text)
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(made, loads(SCHEMA.read_text("utf-8")))


def test_a_verdict_is_given_once_and_everything_takes_it_from_there(monkeypatch):
    given = []
    monkeypatch.setattr("tenor.analysis.verdict", lambda one: given.append(one) or ())
    analysis = tenor.analyze(GOOD * 9)
    assert analysis.verdict is analysis.verdict
    assert json.report(analysis)["verdict"] == []
    assert report.draw(analysis, Ink())
    assert "<p>" not in analysis._repr_html_()
    assert given == [analysis]


def test_the_parts_of_a_turn_are_its_lines_and_moods():
    turn = tenor.analyze("\n".join([BAD * 2] * 6 + [GOOD * 2] * 6)).verdict[1]
    assert turn == Turn("very critical", (1, 6), 7, "very warm", (7, 12))
