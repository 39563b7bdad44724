import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.themes.tagger import TAGS, english, unpack


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The old network helps people .", "TJNVN."),
        ("Obama visited Berlin", "PVP"),
        ("I don't know it", "OAVO"),
        ("my friend's house", "ONN"),
        ("a Web-based platform", "TJN"),
    ],
)
def test_words_get_the_tag_their_context_asks_for(sentence, tags):
    assert english().tag(sentence.split()) == tags


def test_a_word_that_is_noun_or_verb_is_told_apart_by_its_neighbours():
    tagger = english()
    assert tagger.tag(["They", "work", "hard"])[1] == "V"
    assert tagger.tag(["The", "work", "is", "hard"])[1] == "N"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=8), max_size=8))
def test_any_tokens_at_all_get_one_tag_each(forms):
    tags = english().tag(forms)
    assert len(tags) == len(forms)
    assert set(tags) <= set(TAGS)


def test_weights_unpack_as_written():
    assert list(unpack("N12V-3")) == [("N", 12), ("V", -3)]
    assert list(unpack("")) == []
