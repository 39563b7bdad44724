import pytest

from tenor import tone
from tenor.quotable import quotable
from tenor.themes import gist, scan, summary, themes
from tenor.themes.alone import stands_alone

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


def test_the_gist_has_a_sentence_of_the_lead_and_others_name_their_theme(document):
    lines = chosen(document(TEXT))[1]
    assert [line.label for line in lines] == [None]
    read = document(TEXT * 6)
    lead, *others = chosen(read)[1]
    assert (lead.label, lead.sentence) == (None, 0)
    assert others
    assert len({line.sentence for line in (lead, *others)}) == 1 + len(others)
    for line in others:
        assert line.label in read.slice(line.span)


def test_a_gist_has_six_sentences_at_most(document):
    pairs = zip(NAMES, NAMES[1:] + NAMES[:1], strict=True)
    rows = "\n\n".join(f"Our {name} stands by our old {other}." for name, other in pairs)
    found, lines = chosen(document((rows + "\n\n") * 12))
    assert len(found) == 7
    assert 2 <= len(lines) <= 6


def test_a_heading_is_no_gist(document):
    read = document("FLOOD NEWS FROM THE RIVER\n\n" + TEXT)
    for line in chosen(read)[1]:
        assert "NEWS" not in read.slice(line.span)


def test_what_may_not_be_quoted_is_no_gist(scan):
    seen = scan(TEXT)
    assert gist(seen, (), [False] * len(seen.tags)) == ()


@pytest.mark.parametrize(("before", "said"), [(0, 1), (4, 0)])
def test_a_gist_of_one_sentence_is_of_the_lead(scan, before, said):
    """A detail from further on misleads, so nothing is given."""
    filler = "\n\nNobody knows why such things come so often."
    end = "\n\nThe river of Bruck floods the town every winter."
    seen = scan("# The river of Bruck" + filler * before + end + filler * 4)
    may = [False] + [True] * (len(seen.tags) - 1)
    assert len(gist(seen, (), may)) == said


def test_a_gist_of_one_sentence_is_of_the_first_paragraph(scan):
    first, second = "Nobody in Bruck knows why.", "Bruck has a bridge of iron."
    for text, said in ((f"{first} {second}", 1), (f"{first}\n\n{second}", 0)):
        seen = scan("# The bridge of Bruck\n\n" + text)
        assert len(gist(seen, (), [False, True, True])) == said


def test_a_sentence_of_the_gist_names_two_of_what_the_text_is_about(scan):
    seen = scan("# The bridge of Bruck\n\nEvery bridge needs paint. Bruck has a bridge of iron.")
    may = [False, True, True]
    assert [line.sentence for line in gist(seen, (), may)] == [2]


@pytest.mark.parametrize(
    "sentence",
    [
        "The river floods the town every winter.",
        "Italy borders France and Switzerland.",
        "We love the bridge that they built.",
        "Doctors say the water is clean.",
        "pip provides a cache for the town.",
        "The end of winter is near.",
        "The old bridge built in 1900 fell.",
        "The Red Cross sent help to many people.",
        "If a child sleeps, it grows.",
        "I believe in the town.",
        "When we write code, we license it freely.",
        "Since 1990, the river floods the town.",
        "In winter, rivers flood the town.",
        'The town gave the river a name, "Mad River", in 1900.',
    ],
)
def test_a_sentence_that_needs_no_other_stands_alone(document, sentence):
    read = document(sentence)
    assert stands_alone(scan(read), 0, {"river", "town"})


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
        "The mistake floods the town.",
        "We arrived in the town at nine.",
        "The river rose, so I soon went to the town.",
        "During breaks from school, she would see the river.",
        "Describe the steps needed to reproduce it.",
        "On one hand the river floods the town.",
        "The river also floods the town.",
        "The town fears the river, too.",
        "A few days ago a friend saw the river.",
        "Since then, the river floods the town.",
        "[1] Note that the river floods the town.",
        "“The river floods the town,” said the baker.",
        "Trusted by the town for years.",
        "Appoint Bakers or delegate work to the town.",
        "Encourage the town, tame the river.",
        "In winter, make plans for the town.",
        "Your town, you know, fears the river.",
        "A baker said, “The river is a guest who never knocks.”",
        "Since putting out fires calms the town, I think of the river.",
        "While the river is low, people of the town work.",
        "The town has bakers, millers, brewers, smiths, tailors, cooks, potters, and a mayor.",
    ],
)
def test_a_sentence_that_leans_on_others_does_not_stand_alone(document, sentence):
    read = document(sentence)
    assert not stands_alone(scan(read), 0, {"river", "town"})


def test_a_summary_stops_when_it_has_the_words_asked_for(scan):
    seen = scan(TEXT)
    assert 1 <= len(summary(seen, 10)) <= 2
    assert len(summary(seen, 10_000)) <= len(seen.tags)
