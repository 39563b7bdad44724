"""The sample essay's sentences, and what a reader hears in each."""

from __future__ import annotations

import pytest

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import document_valence, score


def valence(text):
    document = segment("text", text, plain.read(text))
    return document_valence(document, score(document)).value


@pytest.mark.parametrize(
    "text",
    [
        "It didn’t quite sit well.",
        "I guess you could say I was repulsed.",
        "For someone who doesn’t like networking.",
        "The food was good. The staff was not good. It was never good.",
    ],
)
def test_a_sentence_of_blame_is_negative(text):
    assert valence(text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "I had to say, not a bad network at all.",
        "The joy that I personally get from connecting people is unparalleled.",
        "Social media is, of course, the perfect tool for this.",
    ],
)
def test_a_sentence_of_praise_is_positive(text):
    assert valence(text) > 0


def test_a_curly_apostrophe_denies_as_a_straight_one_does():
    assert valence("I don’t like it.") == valence("I don't like it.")


def test_a_repeated_word_is_scored_in_its_own_place():
    assert valence("The food was good. The staff was not good.") < valence("The food was good.")


@pytest.mark.parametrize(
    ("text", "is_warm"),
    [
        ("The bomb exploded and killed ten people.", False),
        ("Nothing beats it.", True),
        ("I can't believe how good this is!", True),
    ],
)
def test_phrases_that_mislead_word_by_word(text, is_warm):
    assert (valence(text) > 0) == is_warm
