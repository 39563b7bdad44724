from tenor.themes import attached, names

NEWS = (
    "The bill was written by Mr. Pascrell last year. Bill Pascrell has said that Pascrell's own "
    "party is against it. In the United States, such bills often fail.\n\n"
    "The University of Utah asked for changes on Thursday, and Pascrell agreed."
)


def test_a_short_name_belongs_to_the_fuller_one(scan):
    found = {name.name: name for name in names(scan(NEWS))}
    assert len(found["Bill Pascrell"].mentions) == 4
    assert found["Bill Pascrell"].forms == ("Pascrell",)
    assert "Pascrell" not in found


def test_names_of_several_words_stay_whole(scan):
    found = [name.name for name in names(scan(NEWS))]
    assert "United States" in found
    assert "University of Utah" in found


def test_a_day_of_the_week_is_no_name(scan):
    assert "Thursday" not in [name.name for name in names(scan(NEWS))]


def test_a_word_that_only_opens_a_sentence_is_no_name(scan):
    assert names(scan("Networking matters. Cheese is good. Bread is better.")) == ()


def test_every_mention_points_at_the_name(scan):
    for name in names(scan(NEWS)):
        for span in name.mentions:
            assert NEWS[span.start : span.end].replace("'s", "") in {name.name, *name.forms}


def test_names_attach_to_the_themes_they_are_met_in(scan, find_themes):
    text = (
        "The river Severn floods every winter. In Shrewsbury the river rose by a metre.\n\n"
        "People in Shrewsbury fear the river. The river Severn gives no warning.\n\n"
        "Meanwhile the council bakes bread. Its bread feeds Ludlow, and bread is cheap."
    )
    river = next(theme for theme in find_themes(text) if theme.label == "river")
    seen = scan(text)
    assert "Shrewsbury" in attached(seen, river, names(seen))
    assert "Ludlow" not in attached(seen, river, names(seen))
