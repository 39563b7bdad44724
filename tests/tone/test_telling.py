"""Which sentences show how a text sounds."""

import pytest

import tenor
from tenor.document import Span
from tenor.measure import Evidence, Value
from tenor.tone import leans


def told(text):
    """Give the evidence of a text as its report shows it."""
    return [sentence.text for sentence in tenor.analyze(text).telling]


@pytest.mark.parametrize(
    "text",
    [
        "We love the wonderful old bridge of our town.",
        "We hate the terrible old bridge of our town.",
    ],
)
def test_a_sentence_of_one_side_with_a_strong_word_is_evidence(text):
    assert told(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The new bridge has four lanes, some useful signs and a railing.",
        "We love the wonderful bridge and hate the terrible old road.",
        "If the old bridge were great, we would use it.",
        "Nobody knows where the wonderful bridge of our town stands and who built it and when.",
    ],
)
def test_what_leans_little_or_both_ways_or_is_only_supposed_is_no_evidence(text):
    assert told(text) == []


def test_the_strongest_come_first_and_two_each_way_are_shown():
    good = ["We love it all.", "We love the wonderful bridge.", "The bridge is a great success."]
    text = " ".join([*good, "We hate the terrible road."])
    shown = tenor.analyze(text).telling
    assert [sentence.valence.value > 0 for sentence in shown] == [True, True, False]
    assert shown[0].valence.value >= shown[1].valence.value


@pytest.mark.parametrize(
    ("value", "evidence", "way"),
    [
        (0.4, [(0.4, 1.8)], 1),
        (0.39, [(0.39, 1.8)], 0),
        (0.4, [(0.4, 1.79)], 0),
        (-0.4, [(-0.4, -1.8)], -1),
        (0.6, [(0.69, 2.0), (-0.09, -0.3)], 1),
        (0.6, [(0.71, 2.0), (-0.11, -0.3)], 0),
        (0.5, [(0.5, None)], 1),
    ],
)
def test_a_sentence_leans_clearly_by_its_value_its_strongest_word_and_few_against(
    value, evidence, way
):
    traces = tuple(Evidence(Span(0, 1), weight, "x", base) for weight, base in evidence)
    assert leans(Value(value, traces)) == way
    assert leans(None) == 0
