"""What the tone of a text or of a part of it is called."""

import pytest

from tenor.readers import markdown, plain
from tenor.segment import segment
from tenor.tone import Interval, Shares, called, is_of_things, speaks_of_people, surely


def read(text):
    return segment("text", text, plain.read(text))


EVEN, CLEAR = Shares(3, 4, 3), Shares(4, 6, 0)


def words(valence, reach, parts=EVEN, clear=CLEAR, *, is_factual=False):
    held = Interval(valence - reach, valence + reach)
    return called(valence, held, parts, clear, is_factual=is_factual).words


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
    ("valence", "parts", "clear", "said"),
    [
        (0.02, Shares(3, 14, 3), CLEAR, "mostly neutral"),
        (0.05, Shares(6, 14, 0), CLEAR, "mostly neutral"),
        (0.09, Shares(6, 14, 0), CLEAR, "neutral to positive"),
        (0.02, EVEN, Shares(0, 71, 29), "mostly neutral"),
        (0.02, EVEN, Shares(0, 70, 30), "neither clearly positive nor negative"),
        (0.04, EVEN, Shares(0, 71, 29), "neutral to positive"),
    ],
)
def test_a_text_that_leans_neither_way_is_called_by_its_sentences(valence, parts, clear, said):
    assert words(valence, 0.1, parts, clear) == said


@pytest.mark.parametrize(
    ("clear", "said"),
    [
        (Shares(24, 61, 15), "mixed"),
        (Shares(15, 61, 24), "mixed"),
        (Shares(25, 60, 15), "neutral to positive"),
        (Shares(20, 66, 14), "neutral to positive"),
        (Shares(0, 0, 0), "neutral to positive"),
    ],
)
def test_a_text_with_many_clear_sentences_both_ways_is_mixed(clear, said):
    assert words(0.08, 0.1, EVEN, clear) == said


@pytest.mark.parametrize(("way", "side"), [(1, "positive"), (-1, "negative")])
def test_with_a_wide_interval_it_is_open_whether_a_text_leans(way, side):
    assert words(0.1 * way, 0.14) == f"neutral to {side}"
    assert words(0.1 * way, 0.16) == "neither clearly positive nor negative"


def test_where_words_state_facts_a_text_with_few_clear_sentences_is_mostly_neutral():
    few = Shares(2, 8, 0)
    assert words(0.16, 0.1, EVEN, few, is_factual=True) == "mostly neutral"
    assert words(0.16, 0.01, EVEN, few) == "positive"
    assert words(0.18, 0.01, EVEN, few, is_factual=True) == "leaning positive"


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
    ways = [
        called(value, Interval(value, value), EVEN, CLEAR, is_factual=False)
        for value in (0.5, 0.05)
    ]
    assert [one.way for one in ways] == [1, 0]
    assert called(-0.5, Interval(-0.6, -0.4), EVEN, CLEAR, is_factual=False).way == -1
    assert called(0.5, None, EVEN, CLEAR, is_factual=False) == ("neutral to positive", 0)


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


def test_a_text_speaks_of_people_where_three_words_in_a_hundred_stand_for_the_writer_or_another():
    fact = "The house has a table and two chairs. "
    assert speaks_of_people(read("She told me that he had a table. " + fact * 11))
    assert not speaks_of_people(read("She told me that he had a table. " + fact * 13))
    assert not speaks_of_people(read("You put your table there. " * 8))
