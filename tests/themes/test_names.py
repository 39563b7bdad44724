import pytest

from tenor.themes import attached, main_names, names

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


def found(scan, text):
    return {name.name: len(name.mentions) for name in names(scan(text))}


def test_a_short_name_that_comes_first_is_no_longer_name_and_is_mentioned_by_it(scan):
    text = "In Wales it rains. They like Wales, and Wales likes rain. "
    text += "We left Wales, but Wales is near. Later we saw South Wales."
    assert found(scan, text) == {"Wales": 6, "South Wales": 1}


def test_a_surname_that_comes_first_belongs_to_the_person(scan):
    text = "The speech was by Merkle. Later on Angela Merkle spoke, and Merkle smiled."
    assert found(scan, text) == {"Angela Merkle": 3}


def test_a_nickname_and_the_whole_name_are_one_person(scan):
    text = "They met Michael Brown. Then Mike Brown left, and Brown said that Brown was late."
    assert found(scan, text) == {"Michael Brown": 4}


def test_york_is_not_mentioned_by_new_york(scan):
    text = "We like York, and York is old. They live in New York."
    assert found(scan, text) == {"York": 2, "New York": 1}


@pytest.mark.parametrize(
    "name",
    [
        "St Kitts",
        "St. Louis",
        "George W. Bush",
        "J.K. Rowling",
        "New York",
        "New Zealand",
        "Simone de Beauvoir",
        "Suleiman al-Amr",
        "European Space Agency",
        "National Aeronautics and Space Administration",
        "Department of Health and Human Services",
        "Bank of England",
        "Charles Best",
        "Scotland Yard",
        "Center for Science in the Public Interest",
    ],
)
def test_initials_particles_and_small_words_belong_to_a_name(scan, name):
    assert found(scan, f"They wrote to {name} and waited.") == {name: 1}


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("President Obama", ["Obama"]),
        ("NASA Administrator Bill Nelson", ["NASA", "Bill Nelson"]),
        ("Prime Minister Tony Blair", ["Tony Blair"]),
        ("Secretary of State Dean Rusk", ["Dean Rusk"]),
        ("Professors Lindsay Robinson", ["Lindsay Robinson"]),
        ("the President of the United States", ["United States"]),
        ("the General Assembly", ["General Assembly"]),
        ("the Justice Department", ["Justice Department"]),
        ("Anna Lind of Trenton", ["Anna Lind", "Trenton"]),
        ("the Oslo-based Fjordlund Bank", ["Fjordlund Bank"]),
        ("France and Germany", ["France", "Germany"]),
    ],
)
def test_offices_and_what_stands_beside_a_name_are_no_part_of_it(scan, phrase, left):
    assert sorted(found(scan, f"They wrote to {phrase} last week.")) == sorted(left)


def test_an_acronym_is_the_name_whose_initials_it_is(scan):
    text = "Then the International Whaling Commission (IWC) met. The IWC voted, and the IWC lost."
    assert found(scan, text) == {"International Whaling Commission": 4}
    assert found(scan, "The U.S. agreed, and then the United States left.") == {"United States": 2}


@pytest.mark.parametrize(
    "text",
    [
        "Sooo good. Mhm, that is right. Sooo bad. Mhm.",
        "It took a while in March, on Monday and at Christmas.",
        "They spoke English to the French and the Chinese, and most Americans left.",
        "It uses an API and a URL, the HTTP and HTML of all CEOs, and an SUV.",
        "Salinity at the sea surface (SSS) rose. Then SSS fell, and SSS rose, and SSS is low.",
        "We fixed it. Returns a list. Optional. We saw a Diff, and a Diff is long.",
        "In our view the Court and the State act for the People of our Nation.",
        "Variables such as P and Q, or P_V and W2, or A1 stand for values.",
        "Nobody likes American Psychos at work.",
        "It was shown before (Bergman and Olsson, 2011; Fjordlund 2009).",
    ],
)
def test_these_are_no_names(scan, text):
    assert found(scan, text) == {}


def test_the_first_words_of_the_lines_of_a_poem_are_no_names(scan):
    poem = "Somewhere Anna sings to me\nBecause the winter comes\nGrass remembers what it was\n"
    poem += "Rivers run to Galilee\nGrass and rivers in the sun\n"
    assert set(found(scan, poem)) == {"Anna", "Galilee"}


def test_headings_and_lines_in_title_case_make_no_names_but_mention_them(scan):
    text = "Project Update Meeting\n\nIn the end Fjordlund rose again to power.\n\n"
    text += "Fjordlund Wins Great Sunday Race\n\nOTHER NEWS\n"
    assert found(scan, text) == {"Fjordlund": 2}


def test_a_title_on_the_line_before_is_no_part_of_a_name_and_wrapped_prose_is(scan):
    text = "Somebody has revealed the new Meyer Camera\n"
    text += "Howard Stringer met them and said that they had long known of it."
    assert "Howard Stringer" in found(scan, text)
    wrapped = "It took them a long while to find out that it was Howard\n"
    wrapped += "Stringer who had told everybody about it all that time ago."
    assert found(scan, wrapped) == {"Howard Stringer": 1}


def test_a_name_in_capitals_is_written_as_elsewhere(scan):
    assert found(scan, "PARIS, in May: they left Paris.") == {"Paris": 2}


def test_the_that_is_always_written_with_a_capital_shows_a_name(scan):
    text = "We like The Onion, and they read The Onion. It is in The Onion."
    assert found(scan, text) == {"Onion": 3}


def test_a_common_word_is_a_name_where_it_is_used_as_one_and_never_small(scan):
    text = "They fixed it in Click itself, and when Click fails it stops because Click is small."
    assert found(scan, text) == {"Click": 3}
    assert found(scan, f"{text} We click on it.") == {}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            'They sang "America the Beautiful" once. Later America the Beautiful was sung.',
            {"America the Beautiful": 2},
        ),
        ("They won the America's Cup twice. America's Cup boats sail.", {"America's Cup": 2}),
        (
            'The site is "Windows Stability Center", and a "Windows Stability Center" is none.',
            {"Windows Stability Center": 2},
        ),
        ("Bill Gates *does not own Fort Knox* today.", {"Bill Gates": 1, "Fort Knox": 1}),
    ],
)
def test_titles_set_apart_and_possessives_within_names_stay_whole(scan, text, right):
    assert found(scan, text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "I like my AirPod Pros. The Airpods Pro are good, and AirPod Pros last.",
            {"AirPod Pros": 3},
        ),
        (
            "We met at the Tokyo Station. They left Tokyo station, but like Tokyo.",
            {"Tokyo Station": 2, "Tokyo": 1},
        ),
        ("Abou Ben Adhem woke. It made Ben Adhem bold, said Abou.", {"Abou Ben Adhem": 3}),
    ],
)
def test_other_spellings_and_parts_of_a_full_name_are_that_name(scan, text, right):
    assert found(scan, text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It goes into GSA's site, and clean GSA code is rare.", {"GSA": 2}),
        ("It was heeded by W3C and is for W3C.", {"W3C": 2}),
        ("Deflate a Presta valve. Cut it if Presta style. Remove a Presta nut.", {"Presta": 3}),
        (
            "It fell.\n\nUsers/JabberWokky\n\nThis is so, no JabberWokky. It was JabberWokky.",
            {"JabberWokky": 2},
        ),
        ("It was for us. Stay in touch,\n\nJames Abourezk\n", {"James Abourezk": 1}),
        ("They went to the Confederation of Motor Sports.", {"Confederation of Motor Sports": 1}),
    ],
)
def test_acronyms_users_and_signatures_are_names(scan, text, right):
    assert found(scan, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "It was a case of Glioblastoma Multiforme there.",
        "It may be another World Records world record for them.",
    ],
)
def test_diseases_and_words_also_written_small_are_no_names(scan, text):
    assert found(scan, text) == {}


def test_a_word_that_is_small_even_where_it_opens_a_sentence_is_a_name(scan):
    text = "pipx provides it. We like that. They use pipx daily. It is in pipx's folder. "
    assert found(scan, text) == {"pipx": 3}
    assert found(scan, "pipx provides it. we like pipx. they use pipx daily. it is good.") == {}


def test_the_terms_that_a_text_defines_are_no_names(scan):
    text = (
        '"Covered Software" means all of it. A "Secondary Licence" is any other. '
        "Later the Covered Software and the Secondary Licence of Covered Software go to Mozilla, "
        "and Covered Software stays, as does Covered Software, with Mozilla."
    )
    assert found(scan, text) == {"Mozilla": 2}


def test_names_attach_to_the_themes_they_are_met_in(scan, find_themes):
    text = (
        "The river Severn floods every winter. In Shrewsbury the river rose by a metre.\n\n"
        "People in Shrewsbury fear the river. The river Severn gives no warning.\n\n"
        "Meanwhile the council bakes bread. Its bread feeds Ludlow, and bread is cheap."
    )
    river = next(theme for theme in find_themes(text) if "river" in theme.label)
    seen = scan(text)
    assert "Shrewsbury" in attached(seen, river, names(seen))
    assert "Ludlow" not in attached(seen, river, names(seen))


def main(scan, text):
    document = scan(text).document
    return [name.name for name in main_names(document, names(scan(text)))]


def test_names_met_once_are_left_out_where_three_come_more_often(scan):
    text = "They went from Paris to London and Oslo. In Paris, London and Oslo it rained. "
    text += "Later they saw Hans Zimmer in Vienna."
    assert main(scan, text) == ["Paris", "London", "Oslo"]


def test_of_names_met_once_only_sure_ones_stay(scan):
    text = "If you are lost, Google around for it. Someone asked for the Post Office. "
    text += "We met Hans Zimmer in Vienna."
    assert main(scan, text) == ["Hans Zimmer", "Vienna"]


def test_an_epithet_is_no_part_of_a_name(scan):
    text = "They had a dog called Sultan. One day they said that Old Sultan was good. Sultan ran. "
    text += "The wolf came to Sultan, and the wolf feared Sultan."
    assert found(scan, text) == {"Sultan": 5}


def test_forms_of_a_country_are_one_name(scan):
    text = "They study in the United States. To enter a U.S graduate school is hard in the US. "
    text += "In the USA and in the U.S. army it is harder."
    assert found(scan, text) == {"United States": 5}
    assert found(scan, "They left the US. Then the U.S. army came to the US.") == {"US": 3}


PLAY = """Enter KING CLAUDIUS, ROSENCRANTZ, and GUILDENSTERN

KING CLAUDIUS
I like him not, nor stands it safe with us.

GUILDENSTERN
We will ourselves provide.

FIRST LORD
My lord, so shall Rosencrantz.

KING CLAUDIUS
Arm you, I pray you, to this speedy voyage.

ROSENCRANTZ
We will haste us, good Claudius.
"""


def test_speakers_of_a_play_are_named(scan):
    assert found(scan, PLAY) == {"King Claudius": 4, "Rosencrantz": 3, "Guildenstern": 2}


def test_speakers_of_an_interview_are_named(scan):
    text = (
        "MERKLE: So you left.\nJOAN: Yes, I did.\nMERKLE: Why was it?\nJOAN: Ask Merkle, not me.\n"
    )
    assert found(scan, text) == {"Merkle": 3, "Joan": 2}


def test_headings_in_capitals_are_no_speakers(scan):
    text = "NOTE: This is old.\nWARNING: It may hurt.\nNOTE: So be it.\nWARNING: It does hurt.\n"
    assert found(scan, text) == {}


def test_a_fragment_of_longer_names_is_no_name(scan):
    text = "They may propose a General Resolution. It follows the Standard Resolution Procedure. "
    text += "Voters of the General Resolution met Dr. Proctor and General Lawrence."
    assert "Resolution" not in found(scan, text)
    assert {"Proctor", "Lawrence"} <= found(scan, text).keys()
