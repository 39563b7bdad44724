"""Clauses, and the part of a sentence's valence that is theirs."""

from __future__ import annotations

from itertools import pairwise
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from tenor.document import Span
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import clause_valence, clauses, sentence_valence


def first(text):
    return segment("text", text, plain.read(text)).sentences[0]


def cut(text):
    sentence = first(text)
    return [sentence.text[span.start : span.end] for span in clauses(sentence)]


def test_a_sentence_is_divided_at_contrasts_and_strong_marks():
    assert cut("The food was good, but the staff was rude; we left.") == [
        "The food was good,",
        "but the staff was rude",
        "we left",
    ]


def test_a_plain_sentence_is_one_clause():
    assert cut("We ate and we drank.") == ["We ate and we drank"]


def test_a_clause_has_the_feeling_of_its_own_words():
    sentence = first("The food was lovely, but the staff was rude.")
    good, bad = (
        clause_valence(sentence, span, sentence_valence(sentence)).value
        for span in clauses(sentence)
    )
    assert bad < 0 < good


def test_a_stretch_outside_the_sentence_has_no_valence():
    sentence = first("It was lovely.")
    assert clause_valence(sentence, Span(900, 910), sentence_valence(sentence)) is None


@given(
    st.lists(
        st.sampled_from(["good", "bad", "but", "though", ";", ",", "it", "was", "–", "not", "I"]),
        min_size=1,
    )
)
def test_clauses_are_in_order_and_their_valences_add_up(words):
    sentence = first("We " + " ".join(words))
    spans = clauses(sentence)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    whole = sentence_valence(sentence)
    parts = [clause_valence(sentence, span, whole).value for span in spans]
    assert isclose(sum(parts), whole.value, abs_tol=1e-9)
