"""The measures of tone: emotions, hedging, formality, coverage."""

from __future__ import annotations

from math import fsum, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.analysis import Analysis
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import MEASURES, document_valence, score


def read(text):
    return segment("text", text, plain.read(text))


def value(name, text):
    return Analysis(read(text)).value(name)


def found(name, text):
    return [line.word for line in value(name, text).evidence]


@pytest.mark.parametrize(
    ("emotion", "text", "words"),
    [
        ("joy", "We laughed and were happy.", ["laughed", "happy"]),
        ("anger", "He was furious and hated it.", ["furious", "hated"]),
        ("sadness", "She wept at the funeral.", ["wept", "funeral"]),
        ("fear", "They were terrified of the danger.", ["terrified", "danger"]),
    ],
)
def test_each_emotion_has_its_words(emotion, text, words):
    assert found(emotion, text) == words


def test_a_denied_emotion_is_not_counted():
    assert found("joy", "We were not happy.") == []


def test_hedges_are_found_with_their_places_the_longest_first():
    assert found("hedging", "I think it might, to some extent, perhaps work.") == [
        "i think",
        "might",
        "to some extent",
        "perhaps",
    ]


def test_formal_prose_is_more_formal_than_chat():
    formal = "The committee has considered the implementation of the regulations of 1998."
    chat = "hey guys lol i'm gonna be late, sorry!!!"
    low, high = (value("formality", text).value for text in (chat, formal))
    assert low < 0.3
    assert high > 0.6


def test_rates_are_per_thousand_words():
    assert value("hedging", "Perhaps. " * 10).value == pytest.approx(1000)


def test_the_measure_of_valence_is_the_documents_valence():
    document = read("We loved it. They did not.")
    assert Analysis(document).value("valence") == document_valence(document, score(document))


@given(st.text(max_size=300))
def test_every_measure_keeps_its_range_and_its_sum(text):
    analysis = Analysis(read(text))
    for measure in MEASURES:
        value = analysis.value(measure.name)
        assert value == measure.compute(analysis)
        if value is not None:
            assert measure.low is None or measure.low <= value.value
            assert measure.high is None or value.value <= measure.high
            if value.evidence:
                assert isclose(value.value, fsum(e.weight for e in value.evidence), abs_tol=1e-6)


def test_without_words_every_measure_is_undefined():
    assert {value(measure.name, "") for measure in MEASURES} == {None}
