"""What the tone of a text or of a part of it is called."""

import pytest

from tenor.readers import markdown, plain
from tenor.segment import segment
from tenor.tone import Interval, Shares, called, is_of_things, surely


def read(text):
    return segment("text", text, plain.read(text))


EVEN = Shares(3, 4, 3)


def words(valence, reach, parts=EVEN, *, is_factual=False):
    held = Interval(valence - reach, valence + reach)
    return called(valence, held, parts, is_factual=is_factual).words


@pytest.mark.parametrize(
    ("valence", "reach", "said"),
    [
        (0.4, 0.1, "very positive"),
        (0.39, 0.1, "positive"),
        (0.12, 0.1, "positive"),
        (0.12, 0.13, "neutral to positive"),
        (0.119, 0.01, "leaning positive"),
        (0.085, 0.01, "leaning positive"),
        (0.084, 0.01, "neutral to positive"),
        (0.03, 0.1, "neutral to positive"),
        (-0.03, 0.1, "neutral to negative"),
        (-0.059, 0.01, "neutral to negative"),
        (-0.06, 0.01, "leaning negative"),
        (-0.099, 0.01, "leaning negative"),
        (-0.1, 0.01, "negative"),
        (-0.4, 0.01, "very negative"),
    ],
)
def test_a_text_leans_sooner_to_the_negative_side(valence, reach, said):
    assert words(valence, reach) == said


@pytest.mark.parametrize(
    ("valence", "parts", "said"),
    [
        (0.02, Shares(3, 14, 3), "mostly neutral"),
        (0.05, Shares(6, 14, 0), "mostly neutral"),
        (0.09, Shares(6, 14, 0), "neutral to positive"),
        (0.02, Shares(5, 10, 5), "as much positive as negative"),
        (0.02, Shares(7, 8, 5), "as much positive as negative"),
        (0.02, Shares(8, 7, 5), "too close to call"),
        (0.02, Shares(5, 11, 4), "too close to call"),
    ],
)
def test_a_text_that_leans_neither_way_is_called_by_its_sentences(valence, parts, said):
    assert words(valence, 0.1, parts) == said


@pytest.mark.parametrize(
    ("valence", "said"),
    [
        (0.16, "neutral to positive"),
        (0.18, "leaning positive"),
        (0.25, "positive"),
        (-0.11, "neutral to negative"),
        (-0.13, "leaning negative"),
        (-0.21, "negative"),
    ],
)
def test_where_words_state_facts_twice_as_much_is_needed(valence, said):
    assert words(valence, 0.01, is_factual=True) == said


def test_a_text_that_speaks_of_next_to_no_person_is_of_things():
    assert is_of_things(read("The house has a table and two chairs. " * 8))
    assert not is_of_things(read("She told me that he had a table. " * 8))


def test_a_text_that_shows_code_all_along_is_of_things():
    told = "You set it with `a`. She told me that he had a table. I know. You see? We do. "
    text = told * 4
    assert is_of_things(segment("a.md", text, markdown.read(text)))
    text += "She told me that he had a table. "
    assert not is_of_things(segment("a.md", text, markdown.read(text)))


def test_the_way_is_that_of_what_leans():
    ways = [called(value, Interval(value, value), EVEN, is_factual=False) for value in (0.5, 0.05)]
    assert [one.way for one in ways] == [1, 0]
    assert called(-0.5, Interval(-0.6, -0.4), EVEN, is_factual=False).way == -1
    assert called(0.5, None, EVEN, is_factual=False) == ("neutral to positive", 0)


@pytest.mark.parametrize(
    ("values", "whole", "way"),
    [
        ([0.2, 0.2, 0.2], 0, 1),
        ([0.2, 0.2], 0, 0),
        ([0.19, 0.19, 0.19], 0, 0),
        ([0.19, 0.19, 0.19], -1, 0),
        ([0.1, 0.1, 0.1], 1, 1),
        ([0.09, 0.09, 0.09], 1, 0),
        ([-0.1, -0.1, -0.1], 0, -1),
        ([-0.09, -0.09, -0.09], -1, 0),
        ([0.5, -0.2, 0.4], 0, 0),
        ([0.5, -0.2, 0.4], 1, 1),
        ([0.6, -0.1, 0.3, 0.3, 0.3], 0, 1),
        ([], 0, 0),
    ],
)
def test_a_part_leans_where_three_clauses_have_a_tone_and_their_mean_is_sure(values, whole, way):
    assert surely(values, whole) == way
    assert surely([2 * value for value in values], whole, is_factual=True) == way
