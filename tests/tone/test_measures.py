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
        ("sadness", "She wept and was lonely.", ["wept", "lonely"]),
        ("fear", "They were terrified and worried.", ["terrified", "worried"]),
        ("joy", "We won a great game at the wedding.", []),
        ("anger", "The mad attack was a fight.", []),
        ("sadness", "He is gone: he died, lost and missed.", []),
        ("sadness", "We are sorry about the delay.", []),
        ("fear", "The gunman escaped from the war.", []),
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


@pytest.mark.parametrize(
    "text",
    [
        "You may copy the file.",
        "They left in May.",
        "May you be well.",
        "We believe in you, and she believed in him.",
        "It is supposed to rain as soon as possible.",
        "It is possible to go there.",
        "We assume the role of the host.",
        "She appeared at the door.",
        "I suggest that we go.",
        "What kind of bird is it?",
        "All were treated fairly.",
        "I think of you in a way that helps.",
        'I can tell from her voice, and I think, "I have been here."',
        "The potential of the region is great.",
        "With all his might he pushed.",
        "The user may ask, but must wait, and shall pay.",
        "The Leader may speak. Any member may vote. They may come.",
    ],
)
def test_words_that_hedge_elsewhere_are_no_hedges_by_their_neighbours(text):
    assert found("hedging", text) == []


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("It may rain.", ["may"]),
        ("The results suggest that it rains.", ["suggest that"]),
        ("It is possible that it rains.", ["it is possible"]),
        ("She appeared to sleep.", ["appeared to"]),
        ("It was fairly cold, I believe.", ["fairly", "i believe"]),
        ("I kind of like it.", ["i kind of"]),
        ('I think "great" is the word, I think, for it.', ["i think", "i think"]),
        ("It may rain and may snow; you must go.", ["may", "may"]),
        ("The court may rule today.", ["may"]),
    ],
)
def test_hedges_stand_back_from_a_claim(text, hedges):
    assert found("hedging", text) == hedges


def test_a_word_with_a_capital_of_its_own_is_no_word_of_emotion():
    assert found("joy", "The novel Euphoria and the film Joy.") == []
    assert found("joy", "Joy came. It was PURE JOY.") == ["joy", "joy"]


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
