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


def found(scores, may=None):
    return passages(scores, may or [True] * len(scores))


def strong(*numbers):
    """Give values that rest on one strong word each, so that they lean clearly if they lean."""
    return [
        Value(number, (Evidence(Span(0, 1), number, "word", 3.0),) if number else ())
        for number in numbers
    ]


def test_a_passage_is_about_the_strongest_sentence_from_the_first_to_the_last_that_lean_so():
    scores = strong(*[0] * 4, -0.3, -0.5, -0.3, *[0.1] * 4, 0.6, 0.7, 0.5)
    assert found(scores).negative == (4, 7, pytest.approx(-1.1 / 3))
    assert found(scores).positive == (11, 14, pytest.approx(0.6))
    assert found(scores[:9]) is None


def test_a_passage_begins_and_ends_with_sentences_that_lean_as_it_does():
    scores = strong(*[0] * 12, 0.1, 0.5, 0, 0.4, 0.3, *[0] * 15)
    assert found(scores).positive[:2] == (13, 17)
    wide = strong(*[0] * 20, 0.5, 0, 0.4, 0.3, 0, *[0] * 15)
    assert found(wide).positive[:2] == (20, 24)


@pytest.mark.parametrize("run", [(0.5, 0.3, 0), (0.5, 0.1, 0.3), (0.3, 0.5, -0.1)])
def test_under_three_sentences_that_lean_so_or_with_one_that_does_not_the_strongest_stands(run):
    scores = strong(*[0] * 6, *run, *[0] * 6)
    place = 6 + run.index(0.5)
    assert found(scores).positive == (place, place + 1, 0.5)


def test_a_passage_most_of_which_leans_no_way_is_its_strongest_sentence():
    scores = strong(*[0] * 20, 0.5, *[0] * 3, 0.4, *[0] * 3, 0.3, *[0] * 45)
    assert found(scores).positive == (20, 21, 0.5)


def test_a_side_without_a_sentence_that_leans_clearly_has_no_passage():
    assert found(strong(*[0.3] * 12)) == (None, None)
    assert found(strong(*[0] * 10, 0.5)) == (None, (10, 11, 0.5))


def test_a_passage_is_about_what_may_be_quoted_and_ends_with_it():
    scores = strong(*[0] * 6, 0.9, 0.5, 0.4, 0.4, *[0] * 6)
    may = [place != 6 for place in range(16)]
    assert found(scores, may).positive[:2] == (7, 10)


def test_passages_that_meet_are_told_by_their_strongest_sentences():
    scores = strong(*[0] * 20, 0.4, 0, 0.4, 0, 0.4, *[0] * 20)
    mixed = [*scores[:20], *strong(-0.5), *scores[20:]]
    assert found(mixed).negative[:2] == (20, 21)
    assert found(mixed).positive[:2] == (21, 26)


leaning = st.lists(st.integers(-10, 10), min_size=10, max_size=60)


@given(leaning, st.data())
def test_passages_hold_the_strongest_sentences_and_never_meet(tenths, data):
    may = data.draw(st.lists(st.booleans(), min_size=len(tenths), max_size=len(tenths)))
    negative, positive = found(strong(*(number / 10 for number in tenths)), may)
    for passage, way in ((negative, -1), (positive, 1)):
        free = [way * tenth for tenth, free in zip(tenths, may, strict=True) if free]
        assert (passage is None) == (max(free, default=0) < 4)
        if passage:
            inside = range(passage.first, passage.after)
            assert max(way * tenths[place] for place in inside if may[place]) == max(free)
            assert all(way * tenths[place] >= 2 for place in (inside[0], inside[-1]))
            assert way * passage.value > 0
    if negative and positive:
        assert negative.after <= positive.first or positive.after <= negative.first
