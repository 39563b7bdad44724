import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import lexicons
from tenor.style import syllable
from tenor.style.syllable import by_rule, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("platypus", 3),
        ("reptilian", 3),
        ("Australian", 3),
        ("business", 2),
        ("beautiful", 3),
        ("rhythm", 2),
        ("create", 2),
        ("science", 2),
        ("the", 1),
        ("people", 2),
        ("colonel", 2),
        ("café", 2),
        ("CAT", 1),
    ],
)
def test_words_have_the_syllables_a_speaker_hears(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1),
        ("table", 2),
        ("makes", 1),
        ("boxes", 2),
        ("asked", 1),
        ("wanted", 2),
        ("settled", 2),
        ("played", 1),
        ("league", 1),
        ("safely", 2),
        ("homework", 2),
        ("forecast", 2),
        ("basically", 3),
        ("quick", 1),
        ("dial", 2),
        ("million", 2),
        ("associate", 4),
        ("medium", 3),
        ("happier", 3),
        ("doing", 2),
        ("royal", 2),
        ("video", 3),
        ("actual", 3),
        ("actually", 3),
        ("fluid", 2),
        ("react", 2),
        ("idea", 3),
        ("poet", 2),
        ("chaos", 2),
        ("prism", 2),
        ("mcdonald", 3),
    ],
)
def test_the_rule_alone_knows_the_common_patterns(word, count):
    assert by_rule(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("didn't", 2), ("I'm", 1), ("can't", 1), ("don’t", 1), ("couldn't", 2), ("we'll", 1)],
)
def test_contractions_count_as_they_are_said(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("cat's", 1), ("boss's", 2), ("quokka's", 2)])
def test_a_genitive_adds_a_syllable_only_after_a_hiss(word, count):
    assert syllables(word) == count


def test_a_hyphenated_word_is_the_sum_of_its_parts():
    assert syllables("self-propelling") == syllables("self") + syllables("propelling") == 4


@pytest.mark.parametrize(("word", "count"), [("1918", 4), ("7", 1), ("3.14", 3), ("2nd", 1)])
def test_a_numeral_has_a_syllable_a_digit(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("U.S.", 2), ("FBI", 3), ("HTML", 4), ("WWF", 7), ("HTMLs", 4), ("NASA", 2)]
)
def test_letters_that_are_no_word_are_spelled_out(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("form", ["", "-", "...", "🙂"])
def test_a_form_without_letters_or_digits_has_none(form):
    assert syllables(form) == 0


@given(st.text())
@settings(deadline=None)
def test_any_text_at_all_has_no_more_syllables_than_three_a_character(text):
    assert 0 <= syllables(text) <= 3 * len(text)


@given(st.from_regex(r"[a-z]+", fullmatch=True))
@settings(deadline=None)
def test_a_word_of_letters_has_a_syllable_and_no_case(word):
    assert 1 <= syllables(word) == syllables(word.capitalize())


def test_a_megabyte_of_one_word_is_counted():
    assert syllables("ba" * 500_000) == 500_000


def test_every_exception_is_one_to_the_rule():
    rows = lexicons.rows("syllables.tsv")
    words = [(int(count), word) for count, words in rows for word in words.split()]
    assert len(words) == len({word for _, word in words}) == len(syllable.exceptions())
    bare = [word for count, word in words if "'" not in word and by_rule(word) == count]
    assert bare == []
