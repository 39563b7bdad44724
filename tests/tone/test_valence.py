"""The engine: what it scores, how evidence adds up, and what no text can do to it."""

from __future__ import annotations

from math import fsum, isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.formats.note import note
from tenor.measure import Value
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import NEUTRAL_BAND, document_valence, score, sentence_valence
from tenor.tone.valence import count_words
from tenor.tone.words import packaged


def read(text):
    return segment("text", text, plain.read(text))


def valence(text):
    document = read(text)
    return document_valence(document, score(document)).value


def notes(text):
    return [note(line) for value in score(read(text)) for line in value.evidence]


SCRAPS = """good bad not never but although if love hate very too the a it was Grace NEW YORK ! ? .
, :) 😍 @ana http://x.yz used to now I don't think nothing short of lack stop isn't kind"""
words = st.sampled_from(SCRAPS.split())


@given(st.lists(words, max_size=30).map(" ".join))
def test_evidence_adds_up_to_its_value_and_values_stay_in_range(text):
    document = read(text)
    scores = score(document)
    for value in (*scores, document_valence(document, scores)):
        if value is not None:
            assert -1 <= value.value <= 1
            assert isclose(value.value, fsum(e.weight for e in value.evidence), abs_tol=1e-12)


@given(st.lists(words, max_size=30).map(" ".join))
def test_a_value_is_its_divided_sum_brought_into_its_range(text):
    for sentence in read(text).sentences:
        value = sentence_valence(sentence)
        parts = value.evidence if value else ()
        x = fsum(part.product for part in parts) / (count_words(sentence.forms) + 5) ** 0.7
        assert isclose(value.value if value else 0, x / sqrt(x * x + 1), abs_tol=1e-12)


@given(st.text(max_size=200))
def test_any_text_is_scored_twice_the_same(text):
    document = read(text)
    assert score(document) == score(document)


def test_weak_words_alone_say_less_than_beside_a_strong_one():
    (weak,) = score(read("It was blik."), {"other": 1.0})
    assert weak.value == 0
    cabin, both = score(read("The cabin was there. The cabin was great."))
    assert cabin.evidence[0].factors[-1].reason == "little is said"
    assert both.evidence[0].factors == ()
    (own,) = score(read("It was blik there."), {"blik": 0.5})
    assert [factor.reason for factor in own.evidence[0].factors] == ["set by the project"]


def test_a_mark_lowers_only_plain_blame():
    order, blame = score(read("Stop there! It was awful!"))
    assert [line.word for line in order.evidence if line.word == "!"] == []
    assert [line.word for line in blame.evidence if line.word == "!"] == ["!"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was not good.", "good {0:+.1f}, flipped by 'not'"),
        ("It was good, but slow.", "good {0:+.1f}, before 'but'"),
        ("A very good one.", "good {0:+.1f}, raised by 'very'"),
        ("What about good ones?", "good {0:+.1f}, asked, not claimed, little is said"),
        ("If it is good we stay.", "good {0:+.1f}, only supposed after 'if', little is said"),
        ("I don't think it is good.", "good {0:+.1f}, denied by 'don't think'"),
        ("This is GOOD for us.", "GOOD {0:+.1f}, raised by capitals"),
        ("It used to be good.", "good {0:+.1f}, over, by 'used to'"),
        ("I hoped it was good, but it wasn't.", "good {0:+.1f}, taken back by 'wasn't'"),
    ],
)
def test_evidence_says_what_the_context_did(text, told):
    assert told.format(packaged().valences["good"]) in notes(text)


def test_a_sentence_of_unknown_words_is_neutral():
    assert score(read("Zwei Xylophone."))[0] == Value(0.0)


def test_a_text_of_marks_has_no_valence():
    document = read("-- ... (?)")
    assert document_valence(document, score(document)) is None


def test_a_text_without_words_has_no_valence():
    document = read("")
    assert document_valence(document, score(document)) is None


def test_an_emoji_or_emoticon_is_scored_and_nothing_denies_it():
    assert valence("😍") > NEUTRAL_BAND
    assert valence("I do not know :)") > valence("I do not know")


def test_evidence_points_at_its_word():
    document = read("Well, “that was a truly perfect day”.")
    spans = [e.span for value in score(document) for e in value.evidence]
    assert "perfect" in {document.slice(span) for span in spans}


def test_project_words_take_the_place_of_the_packaged_ones():
    document = read("A fatal error. Kill the process.")
    bare = document_valence(document, score(document)).value
    words = {"fatal": 0.0, "error": 0.0, "kill the process": 0.0}
    assert bare < -NEUTRAL_BAND
    scores = score(document, words)
    assert document_valence(document, scores).value == 0.0
    assert "fatal +0.0, set by the project" in [note(line) for line in scores[0].evidence]


def test_a_project_phrase_is_shown_as_such():
    document = read("We kill the process.")
    (value,) = score(document, {"kill the process": 2.0})
    assert [note(line) for line in value.evidence] == ["kill the process +2.0, set by the project"]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("The room was good.", "The room was very good."),
        ("The room was good.", "The room was good!!!"),
        ("They said it was not only good.", "They said it was good."),
        ("Nothing good came of it.", "Something good came of it."),
        ("It cuts the joy of it.", "It holds the joy of it."),
        ("It raises the risk of death.", "It cuts the risk of death."),
        ("They had a shortage of charm.", "They had no shortage of charm."),
        ("It lacks charm.", "It has charm."),
        ("It is anything but good.", "It is nothing short of good."),
        ("Others love it, but I hate it.", "Others hate it, but I love it."),
        ("I need a better phone.", "I have a better phone."),
    ],
)
def test_context_moves_a_sentence_the_right_way(less, more):
    assert valence(less) < valence(more)


def test_a_question_takes_the_answer_that_follows_it():
    assert valence("Was it good? No.") < -NEUTRAL_BAND < NEUTRAL_BAND < valence("Was it good? Yes.")


def test_addresses_and_handles_weigh_nothing():
    bare = valence("It was lovely.")
    assert valence("It was lovely @goodfriend http://love.com/best.") == bare
    assert score(read("@lovely.")) == (None,)


@pytest.mark.parametrize(
    ("text", "hits"),
    [("good " * 50_000, 50_000), ("x. " * 20_000, 0), ("a" * 500_000, 0), ("!" * 100_000, 0)],
)
def test_long_texts_are_scored_to_their_end(text, hits):
    scores = score(read(text))
    assert sum(len(value.evidence) for value in scores if value) == hits
    assert all(-1 <= value.value <= 1 for value in scores if value)


def test_a_sentence_alone_is_scored_as_in_its_document():
    document = read("We loved it. They did not.")
    assert [sentence_valence(one) for one in document.sentences] == list(score(document))
