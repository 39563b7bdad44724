from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.themes import keyphrases, terms

ABSTRACT = (
    "Packet loss in optical networks. Optical networks carry packets as light. We show that "
    "packet loss in optical networks is limited by buffer memory, and that buffer memory grows "
    "with the number of light paths."
)


def test_the_phrases_a_text_keeps_coming_back_to_rank_first(scan):
    best = [phrase.phrase.lower() for phrase in keyphrases(scan(ABSTRACT))][:4]
    assert {"optical networks", "packet loss", "buffer memory"} < set(best)


def test_a_phrase_that_is_mostly_part_of_a_longer_one_is_left_out(scan):
    phrases = [phrase.phrase.lower() for phrase in keyphrases(scan(ABSTRACT))]
    assert "networks" not in phrases


def test_a_weight_is_the_product_of_its_factors(scan):
    for phrase in (*keyphrases(scan(ABSTRACT)), *terms(scan(ABSTRACT))):
        assert phrase.weight == pytest.approx(prod(factor.value for factor in phrase.why))


def test_time_and_other_light_nouns_are_no_keyphrase_alone(scan):
    text = "Time after time. The time has come. Real-time systems save time."
    assert "time" not in [phrase.phrase.lower() for phrase in keyphrases(scan(text))]


def test_terms_are_single_words(scan):
    assert all(" " not in term.phrase for term in terms(scan(ABSTRACT)))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_gives_positive_weights_in_falling_order(text):
    from tenor import readers
    from tenor.segment import segment
    from tenor.themes import scan as scan_document

    seen = scan_document(segment("a.txt", text, readers.read(text, "a.txt")))
    weights = [phrase.weight for phrase in keyphrases(seen)]
    assert weights == sorted(weights, reverse=True)
    assert all(weight > 0 for weight in weights)
