import pytest

from tenor import tone
from tenor.quotable import quotable
from tenor.themes import gist, scan, summary, themes
from tenor.themes.gist import stands_alone

TEXT = (
    "The river floods the town every winter. Why, nobody knows.\n\n"
    "This year the river rose by two metres and took the old bridge. The bridge had stood long.\n\n"
    "A new bridge will cost a million. The river will take it, too, says the baker.\n\n"
    "The town wants a bridge all the same. Every bridge needs a town."
)
NAMES = ("bridge", "river", "baker", "castle", "mill", "tower", "harbour", "market", "garden")


def chosen(read):
    """Give the themes of a document and its gist."""
    seen, may = scan(read), quotable(read)
    found = themes(seen, tone.score(read), may)
    return found, gist(seen, found, may)


def test_a_sentence_of_the_gist_names_its_theme_and_there_is_one_in_150_words(document):
    found, lines = chosen(document(TEXT))
    assert [line.label for line in lines] == [found[0].label]
    read = document(TEXT * 6)
    found, lines = chosen(read)
    assert [line.label for line in lines] == ["bridge", "river"]
    assert len({line.sentence for line in lines}) == 2
    for line in lines:
        assert line.label in read.slice(line.span)


def test_a_gist_has_six_sentences_at_most(document):
    rows = "\n\n".join(f"The {name} stands by the {name} of our old {name}." for name in NAMES)
    found, lines = chosen(document((rows + "\n\n") * 8))
    assert len(found) == 7
    assert 1 <= len(lines) <= 6


def test_a_heading_is_no_gist(document):
    read = document("FLOOD NEWS FROM THE RIVER\n\n" + TEXT)
    for line in chosen(read)[1]:
        assert "NEWS" not in read.slice(line.span)


def test_what_may_not_be_quoted_is_no_gist(scan):
    seen = scan(TEXT)
    assert gist(seen, (), [False] * len(seen.tags)) == ()


def test_a_text_without_themes_has_one_sentence_for_a_gist(scan):
    seen = scan("The lighthouse keeper painted a small boat green. So it goes.")
    (only,) = gist(seen, (), [True, True])
    assert (only.label, only.sentence) == (None, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "The river floods the town every winter.",
        "Italy borders France and Switzerland.",
        "We love the bridge that they built.",
        "Doctors say the water is clean.",
        "pip provides a cache for the town.",
    ],
)
def test_a_sentence_that_needs_no_other_stands_alone(document, sentence):
    read = document(sentence)
    assert stands_alone(read.sentences[0], scan(read).tags[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "This floods the town.",
        "But the river floods the town.",
        "So the river floods the town.",
        "They flood the town.",
        "It floods the town every winter.",
        "In 1990, she left the town.",
        "For example, the river floods the town.",
        "In that case, the river floods the town.",
        "The town fears such rivers.",
        "and the river floods the town.",
        "We will not give up that chance.",
        "(The river floods the town.)",
        "Yes, the river floods the town.",
    ],
)
def test_a_sentence_that_leans_on_others_does_not_stand_alone(document, sentence):
    read = document(sentence)
    assert not stands_alone(read.sentences[0], scan(read).tags[0])


def test_a_summary_stops_when_it_has_the_words_asked_for(scan):
    seen = scan(TEXT)
    assert 1 <= len(summary(seen, 10)) <= 2
    assert len(summary(seen, 10_000)) <= len(seen.tags)
