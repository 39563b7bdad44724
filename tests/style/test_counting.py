import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.style.counting import Tally, add, counts, is_hard, tally_word
from tenor.style.syllable import syllables


def test_a_sentence_is_tallied_by_words_syllables_and_letters(document):
    counted = counts(document("The reptilian platypus, frankly, sat."))
    (sentence,) = counted.sentences
    assert sentence.tally == Tally(
        words=5, syllables=10, characters=30, long=3, polysyllables=2, hard=2
    )
    assert counted.total == sentence.tally


def test_the_total_is_the_sum_of_the_sentences(document):
    counted = counts(document("One cat sat. Another platypus sat down.\n\nA third came."))
    assert len(counted.sentences) == 3
    assert counted.total == add(tally for _, tally in counted.sentences)
    assert counted.total.words == 10


def test_words_are_of_one_type_whatever_their_case(document):
    counted = counts(document("The cat saw THE dog. Cat and dog sat."))
    the, cat, saw, the_again, dog, *rest = counted.types
    assert the == the_again
    assert len({the, cat, saw, dog}) == 4
    assert rest[0] == cat
    assert rest[2] == dog


@pytest.mark.parametrize("kind", ["heading", "cell", "caption", "alt"])
def test_what_is_no_running_prose_is_kept_apart(document, kind):
    counted = counts(document("All about cats", kind))
    assert counted.sentences == ()
    assert counted.total == Tally()
    assert [tally.words for _, tally in counted.rest] == [3]
    assert len(counted.types) == 0


@pytest.mark.parametrize("kind", ["paragraph", "item", "quote"])
def test_paragraphs_items_and_quotes_are_running_prose(document, kind):
    assert counts(document("All about cats.", kind)).total.words == 3


@pytest.mark.parametrize("text", ["", "...", "?! ...", "🙂"])
def test_a_text_without_a_word_has_no_sentence(document, text):
    assert counts(document(text)).sentences == ()


@pytest.mark.parametrize(
    ("form", "hard"),
    [
        ("reptilian", True),
        ("cat", False),
        ("Australian", False),
        ("1999", False),
        ("up-to-date", False),
        ("semi-professional", True),
        ("created", False),
        ("trespasses", False),
        ("imagined", True),
        ("appreciated", True),
    ],
)
def test_fog_counts_long_words_but_no_names_compounds_or_endings(form, hard):
    assert is_hard(form, syllables(form)) is hard


def test_a_long_word_that_begins_a_sentence_is_no_name(document):
    counted = counts(document("Unfortunately it rained. We saw Alexandria."))
    assert [tally.hard for _, tally in counted.sentences] == [1, 0]


def test_long_words_have_more_than_six_letters_without_the_hyphen():
    assert tally_word("kitten").long == 0
    assert tally_word("kittens").long == 1
    assert tally_word("so-so").characters == 4


@given(st.text())
@settings(deadline=None)
def test_any_text_at_all_can_be_counted(document, text):
    counted = counts(document(text))
    assert len(counted.types) == counted.total.words
    assert counted.total == add(tally for _, tally in counted.sentences)
    assert all(tally.words > 0 for _, tally in counted.sentences)
