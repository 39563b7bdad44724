from tenor import tone
from tenor.quotable import quotable
from tenor.themes import gist, scan, summary, themes

TEXT = (
    "The river floods the town every winter. Why, nobody knows.\n\n"
    "This year the river rose by two metres and took the old bridge. The bridge had stood long.\n\n"
    "A new bridge will cost a million. The river will take it, too, says the baker.\n\n"
    "The town wants a bridge all the same. Every bridge needs a town."
)


def test_each_theme_with_something_new_to_say_gets_a_sentence(document):
    read = document(TEXT)
    seen = scan(read)
    found = themes(seen, tone.score(read), quotable(read))
    chosen = gist(seen, found)
    assert [one.label for one in chosen] == ["bridge", "river"]
    assert chosen[0].sentence != chosen[1].sentence
    for one in chosen:
        assert one.sentence in next(t.sentences for t in found if t.label == one.label)


def test_a_heading_is_no_gist(document):
    read = document("FLOOD NEWS FROM THE RIVER\n\n" + TEXT)
    seen = scan(read)
    for one in gist(seen, themes(seen, tone.score(read), quotable(read))):
        assert "NEWS" not in read.slice(one.span)


def test_a_text_without_themes_has_one_sentence_for_a_gist(scan):
    (only,) = gist(scan("The lighthouse keeper painted a small boat green. So it goes."), ())
    assert (only.label, only.sentence) == (None, 0)


def test_a_summary_stops_when_it_has_the_words_asked_for(scan):
    seen = scan(TEXT)
    assert 1 <= len(summary(seen, 10)) <= 2
    assert len(summary(seen, 10_000)) <= len(seen.tags)
