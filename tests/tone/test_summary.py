"""The tone of the whole: interval, shares, arc, turning point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.document import Span
from tenor.measure import Evidence, Value
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import arc, document_valence, interval, passages, score, shares, turning_point


def value(number):
    return Value(number, (Evidence(Span(0, 1), number, "word"),))


def read(text):
    return segment("text", text, plain.read(text))


numbers = st.lists(st.floats(-1, 1).map(value) | st.none(), max_size=60)


@given(numbers)
def test_the_whole_stays_in_range_and_inside_its_evidence(scores):
    whole = document_valence(read("Any."), scores)
    assert (whole is None) == (not any(scores))
    assert whole is None or -1 <= whole.value <= 1


@given(numbers)
def test_every_sentence_is_in_one_share(scores):
    assert sum(shares(scores)) == sum(score is not None for score in scores)


@given(numbers)
def test_an_interval_holds_the_value_of_the_whole(scores):
    found = interval(scores)
    if sum(score is not None for score in scores) < 5:
        assert found is None
    else:
        whole = document_valence(read("Any."), scores).value
        assert found.low - 1e-9 <= whole <= found.high + 1e-9


def test_a_long_text_is_about_the_mean_of_its_sentences():
    whole = document_valence(read("Any."), [value(0.4), value(0.2)] * 50)
    assert whole.value == pytest.approx(0.3, abs=0.01)


def test_a_sentence_that_says_nothing_weighs_less_than_one_that_does():
    scores = [value(0.4), Value(0.0)]
    assert document_valence(read("Any."), scores).value > 0.2


def test_an_arc_has_a_column_a_sentence_while_they_fit():
    document = read(
        "One is good. Two is bad. Three is fine. Four is sad. Five is great. We like six."
    )
    scores = score(document)
    wide, narrow = arc(document, scores, 80), arc(document, scores, 3)
    assert [len(wide.columns), wide.smoothed] == [6, False]
    assert [len(narrow.columns), narrow.smoothed] == [3, True]
    assert [(column.first, column.after) for column in narrow.columns] == [(0, 2), (2, 4), (4, 6)]


def test_a_short_text_has_neither_arc_nor_turning_point():
    document = read("One is good. Two is bad.")
    assert arc(document, score(document), 80) is None
    assert turning_point(score(document)) is None


def test_a_text_that_turns_has_its_turn_where_it_turns():
    scores = [value(-0.3 + 0.1 * (at % 3)) for at in range(12)]
    scores += [value(0.3 + 0.1 * (at % 3)) for at in range(12)]
    turn = turning_point(scores)
    assert turn.sentence == 12
    assert turn.before < 0 < turn.after


def test_a_text_that_runs_even_has_no_turn():
    assert turning_point([value((-1) ** at * 0.3) for at in range(40)]) is None
    assert turning_point([value(0.3)] * 40) is None


def test_the_most_negative_and_the_most_positive_passage_are_where_they_are():
    scores = [value(0.0)] * 4 + [value(-0.5)] * 3 + [value(0.1)] * 4 + [value(0.6)] * 3
    found = passages(scores)
    assert (found.negative.first, found.negative.after) == (4, 7)
    assert (found.positive.first, found.positive.after) == (11, 14)
    assert passages(scores[:9]) is None


@given(st.lists(st.integers(-10, 10), min_size=10, max_size=60))
def test_of_equal_passages_the_first_is_told(tenths):
    found = passages([value(number / 10) for number in tenths])
    size = max(3, len(tenths) // 8)
    sums = [sum(tenths[at : at + size]) for at in range(len(tenths) - size + 1)]
    assert found.negative.first == sums.index(min(sums))
    assert found.positive.first == sums.index(max(sums))
    assert found.positive.value == pytest.approx(max(sums) / size / 10)


def test_the_sums_of_equal_passages_hold_no_rounding_of_what_stands_before_them():
    run = [value(0.1), value(0.2), value(0.3)]
    scores = [*run, *[value(-0.7)] * 5, *run, *[value(-0.7)] * 5, *run]
    assert passages(scores).positive == (0, 3, pytest.approx(0.2))
    assert passages([*scores[:3], *scores[:3], *scores]).negative[:2] == (9, 12)
