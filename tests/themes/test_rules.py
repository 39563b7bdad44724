"""The rules behind tags, names, themes and sections, each met on either side of its edge."""

from dataclasses import replace

import pytest

from tenor import readers, themes, tone
from tenor.document import Span
from tenor.quotable import quotable
from tenor.segment import segment
from tenor.themes import attached, names, scan, sections, star
from tenor.themes.names import Name
from tenor.themes.shift import shifts
from tenor.themes.tagger import EDGE, Tagger, _contraction, english, features, kind, unpack

# What sort of word a form is, before its context is seen.


@pytest.mark.parametrize(
    ("form", "own"),
    [
        ("glaming", "?g"),
        ("glamed", "?d"),
        ("glamly", "?l"),
        ("glamous", "?j"),
        ("glamable", "?j"),
        ("glamible", "?j"),
        ("glamful", "?j"),
        ("glamless", "?j"),
        ("glamish", "?j"),
        ("glamive", "?i"),
        ("glamal", "?i"),
        ("glamic", "?i"),
        ("glamss", "?n"),
        ("glamus", "?n"),
        ("glamis", "?n"),
        ("glams", "?s"),
        ("glam", "?"),
        ("Glams", "?P"),
        ("known", "N"),
        ("KNOWN", "N"),
        ("12th", "M"),
        ("—", "."),
        ("a-known", "N"),
        ("a-hot", "J"),
        ("a-Paris", "P"),
        ("A-Known", "P"),
        ("a-glam", "N"),
        ("a-maybe", "N"),
        ("glam-", "?"),
        ("-glam", "."),
        ("a-3", "?"),
    ],
)
def test_a_word_is_known_by_the_table_or_by_its_shape(form, own):
    classes = {"known": "N", "hot": "R", "paris": "P", "maybe": "~N"}
    assert kind(form, classes) == own


@pytest.mark.parametrize(
    ("form", "own"),
    [
        ("xn't", "A"),
        ("x're", "O"),
        ("x've", "O"),
        ("x'll", "O"),
        ("x'm", "O"),
        ("x'd", "O"),
        ("X'LL", "O"),
        ("known's", "N"),
        ("he's", "O"),
        ("has's", "O"),
        ("of's", "I"),
        ("o'clock", "?"),
        ("'tis", "."),
        ("dogs'", "?"),
    ],
)
def test_an_apostrophe_is_taken_off_before_a_word_is_known(form, own):
    classes = {"known": "N", "he": "O", "has": "A", "of": "I"}
    assert _contraction(form, classes) == own


def test_the_model_looks_at_the_word_and_one_to_either_side():
    assert list(features("T", "Worked", "?d", "I")) == [
        "b",
        "wworked",
        "pworked T",
        "nworked I",
        "k?dT",
        "a?d I",
        "t?dTI",
        "x?XT",
        "3ked",
        "2ed",
        "cXked",
    ]
    assert list(features(EDGE, "Worked", "~N", "I"))[7:] == [f"x~x{EDGE}"]
    assert list(features("T", "network", "?", "I"))[7:] == ["x?xT", "3ork", "2rk", "cxork"]


def test_the_heaviest_tag_wins_and_the_first_of_equals():
    weights = {"wx": "N2V1", "x?xT": "V2", "b": "J2", "a? N": "A9"}
    tagger = Tagger({"the": "T", "net": "N"}, weights)
    assert tagger.tag(["x"]) == "J"
    assert tagger.tag(["the", "x"]) == "TV"
    assert tagger.tag(["x", "net"]) == "AN"
    assert tagger.tag(["x"]) == "J"
    assert tagger.tag([]) == ""


def test_a_known_word_of_one_kind_never_reaches_the_weights():
    assert Tagger({"net": "N"}, {"b": "V9"}).tag(["net", "x"]) == "NV"


def test_weights_are_read_tag_by_tag():
    assert list(unpack("N12V-3.4")) == [("N", 12), ("V", -3), (".", 4)]


def test_the_packaged_model_is_whole():
    assert len(english().classes) > 8_000
    assert english().tag(["A", "good", "book", "was", "read", "by", "him", "."]) == "TJNADIO."


# Names.


def named(text):
    return {one.name: one for one in names(scan(read(text)))}


def read(text, name="a.txt"):
    return segment(name, text, readers.read(text, name))


@pytest.mark.parametrize("particle", ["of", "de", "van", "von", "der", "la", "al", "bin", "du"])
def test_a_particle_holds_a_name_together(particle):
    assert set(named(f"We met Anja {particle} Berg there.")) == {f"Anja {particle} Berg"}
    assert set(named(f"We met Anja {particle} dogs there.")) == {"Anja"}
    assert set(named(f"We met {particle} Bergman there.")) == {"Bergman"}
    assert set(named("We met Anja with Bergman there.")) == {"Anja", "Bergman"}


def test_a_name_has_six_parts_at_most():
    six = "Anja Bertha Klara Dorle Emmi Frieda"
    assert set(named(f"We then met {six} there.")) == {six}
    assert named(f"We then met {six} Gerda there.") == {}


def test_a_possessive_ends_a_name_and_a_title_is_none_of_it():
    found = named("We met Mr. Pascrell and Anna's Berlin friends.")
    assert {"Pascrell", "Anna", "Berlin"} <= set(found)
    assert not any("Mr" in name for name in found)


def test_a_word_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere_known_or_met_twice():
    assert named("Fjordlund lies north. It rains there.") == {}
    assert len(named("Fjordlund lies north. Fjordlund has rain.")["Fjordlund"].mentions) == 2
    assert len(named("Paris lies north. We like Paris.")["Paris"].mentions) == 2
    assert set(named("Paris lies north.")) == {"Paris"}


def test_a_short_name_is_left_alone_where_two_fuller_ones_claim_it():
    found = named(
        "We then met Anna Berg and also Carl Berg there. So Berg left. We saw Berg again."
    )
    assert set(found) == {"Anna Berg", "Carl Berg", "Berg"}
    found = named("We met Anna Berg. Then Anna left, and Berg stayed, and Anna came back.")
    assert found["Anna Berg"].forms == ("Anna", "Berg")
    assert len(found["Anna Berg"].mentions) == 4


def test_the_most_mentioned_name_comes_first_and_the_earliest_of_equals():
    found = names(scan(read("We met Olga and Berta. Then Carla saw Berta and Olga. We saw Dora.")))
    assert [one.name for one in found] == ["Olga", "Berta", "Carla", "Dora"]


def a_theme(numbers):
    return themes.Theme("x", (), 0.5, (), None, sentences=tuple(numbers))


def test_a_name_attaches_to_a_theme_met_twice_or_in_half_its_mentions():
    seen = scan(read("One is here. Two is here. Three is here. Four is here. Five is here."))
    spans = [sentence.span for sentence in seen.document.sentences]

    def at(*numbers):
        return tuple(Span(spans[n].start, spans[n].start + 1) for n in numbers)

    found = [
        Name("twice", at(0, 1, 3, 4, 4)),
        Name("once of two", at(0, 3)),
        Name("once of three", at(0, 3, 4)),
        Name("only", at(1)),
        Name("elsewhere", at(3)),
        Name("thrice", at(0, 1, 2, 3, 4)),
    ]
    assert attached(seen, a_theme([0, 1, 2]), found) == ("thrice", "twice", "once of two", "only")
    assert attached(seen, a_theme([0, 1, 2]), found, 2) == ("thrice", "twice")
    assert attached(seen, a_theme([2, 3]), [Name("before", at(0))]) == ()
    many = [Name(name, at(0)) for name in "abcdefg"]
    assert attached(seen, a_theme([0]), many) == tuple("abcde")


def test_thirty_names_are_listed():
    made = [f"{a}{b}o" for a in ("Bar", "Kel", "Mur", "Tol", "Ver", "Zan") for b in "bdfgkl"]
    text = " ".join(f"We met {name} there." for name in made)
    assert len(named(text)) == 30


# Themes.

FILLER = "It rained. " * 6


@pytest.mark.parametrize(
    ("text", "is_theme"),
    [
        (FILLER + "A bridge stood.\n\nThe bridge fell. The bridge rose.", True),
        (FILLER + "A bridge stood.\n\nThe bridge fell.", False),
        (FILLER + "A bridge stood. The bridge fell. The bridge rose.\n\nIt rained.", True),
        (FILLER + "A bridge stood. The bridge fell. The bridge rose." + "\n\nIt rained." * 6, True),
        (
            FILLER + "A bridge stood. The bridge fell. The bridge rose." + "\n\nIt rained." * 7,
            False,
        ),
        (FILLER + "A bridge stood. The bridge fell. The bridge rose.", True),
        ("A bridge stood.\n\nThe bridge fell.", True),
        ("It rained. " * 3 + "A bridge stood.\n\nThe bridge fell.", True),
        ("It rained. " * 4 + "A bridge stood.\n\nThe bridge fell.", False),
        (FILLER + "A bridge, the bridge, that bridge.\n\nIt rained.", False),
    ],
)
def test_a_theme_is_in_three_sentences_and_two_paragraphs(find_themes, text, is_theme):
    assert ("bridge" in {theme.label for theme in find_themes(text)}) == is_theme


def test_a_word_of_the_title_is_a_theme_from_two_uses_on():
    text = "# The bridge\n\n" + FILLER + "A bridge stood."
    seen = scan(read(text, "a.md"))
    assert [
        one.label for one in themes.themes(seen, tone.score(seen.document), quotable(seen.document))
    ] == ["bridge"]


def test_a_name_is_a_theme_where_it_leads(find_themes):
    berta = "Berta came.\n\nBerta sat.\n\nBerta left. "
    assert [theme.label for theme in find_themes(berta + FILLER)] == ["Berta"]
    assert not find_themes("Berta came.\n\nBerta sat. " + FILLER)
    assert not find_themes(berta + "It rained. " * 28)


def test_a_name_of_one_place_in_the_text_does_not_lead(find_themes):
    berta = "Berta came.\n\nBerta sat. Berta left. "
    assert find_themes(berta + "It rained. " * 7)
    assert not find_themes(berta + "It rained. " * 8)


def test_who_only_speaks_is_no_theme(find_themes):
    text = "The analyst said it rained.\n\nThe analyst came.\n\nThe analyst left. "
    assert not find_themes(text)
    assert find_themes(text + "The analyst slept.")
    told = "Berta said it rained.\n\n{}Berta came. Berta left."
    assert not find_themes(told.format("It rained. " * 13))
    assert find_themes(told.format("It rained. " * 12))


def test_a_compound_is_one_theme(find_themes):
    text = (
        "The ice sheet melts.\n\nA large ice sheet grew. Every ice sheet has an edge.\n\n"
        "The thick ice sheet margin broke."
    )
    assert [theme.label for theme in find_themes(text)] == ["ice sheet"]


def test_a_word_that_only_begins_compounds_is_no_theme(find_themes):
    text = (
        "The interim government fell.\n\nAn interim council met. The interim ministry closed.\n\n"
        "They sang."
    )
    assert not [theme for theme in find_themes(text) if theme.label == "interim"]


def test_parts_of_file_names_and_variables_are_no_themes(find_themes):
    text = "Get x.tar.gz now.\n\nThe file y.tar.gz is large. A z.tar.gz is small; P-V and Q matter."
    assert not find_themes(text)


def test_children_and_child_are_one_theme(find_themes):
    text = "The child slept.\n\nThe children woke. A child sang.\n\nViruses spread. A virus died."
    (theme,) = find_themes(text + " The virus won.")[:1]
    assert len(theme.mentions) == 3


def test_the_subject_of_a_mail_is_a_theme_from_one_use_on():
    text = "Subject: bluetooth is broken\nFrom: a@b.org\n\nThe bluetooth of my laptop is dead.\n"
    seen = scan(read(text, "a.eml"))
    found = themes.themes(seen, tone.score(seen.document), quotable(seen.document))
    assert [theme.label for theme in found] == ["bluetooth"]


def test_a_themes_weight_is_the_share_of_sentences_with_content(find_themes):
    (theme,) = find_themes(
        "A bridge stood.\n\nThe bridge fell. The river rose. We left it so. And?"
    )
    assert theme.weight == 2 / 4


def test_seven_themes_are_found_at_most(find_themes):
    nouns = ["bridge", "river", "garden", "engine", "lawyer", "violin", "camel", "castle", "wallet"]
    text = "\n\n".join(
        f"The {noun} stood.\n\nA {noun} fell. This {noun} sank. A {noun} burnt." for noun in nouns
    )
    assert len(find_themes(text)) == 7


def test_what_is_done_to_a_theme_is_named_after_its_nouns(find_themes):
    text = (
        "They paint bridges.\n\nThey paint bridges and sell bridges. We sell bridges there.\n\n"
        "They paint bridges. We burn bridges. They love bridges."
    )
    (theme,) = find_themes(text)
    assert theme.phrases[0] == "bridges"
    assert theme.phrases[1:3] == ("paint bridges", "sell bridges")
    assert len(theme.phrases) == 4


def test_a_theme_tells_what_its_seeds_strength_is_made_of(find_themes):
    (theme,) = find_themes("A bridge stood.\n\nThe bridge fell. The bridge rose.")
    assert theme.why[0] == ("uses", 3)
    assert theme.families == ("bridge",)
    assert theme.turn is None


def test_a_second_word_joins_a_label_where_it_adds_a_quarter_of_the_sentences():
    seen = scan(read("The bridge fell. A river came. The people sat. A friend slept."))
    families = seen.families

    def label(first, second):
        for stem, sentences in (("peopl", first), ("river", second)):
            one = families[stem]
            one.sentences = one.sentences[:0]
            one.tokens = one.tokens[:0]
            for number in sentences:
                one.add(number, 0, {"peopl": "people", "river": "river"}[stem])
            one.nouns = len(sentences)
        return star.label(seen, star.Star("peopl", None, ["river"]))

    assert label(range(4), [9, 9]) == "people, river"
    assert label(range(5), [9, 9]) == "people"
    assert label(range(4), [9]) == "people"
    assert label(range(4), [0, 1]) == "people"
    assert label(range(8), [8, 9]) == "people, river"
    kin = star.kin_of(seen, "friend")
    assert kin == star.kin_of(seen, "peopl")
    assert star.label(seen, star.Star("peopl", kin, ["friend"])) == "people"


def beside(seen, found):
    return themes.also_mentioned(seen, themes.keyphrases(seen), found)


def test_also_mentioned_is_what_is_said_twice_and_belongs_to_no_theme():
    text = (
        "A trombone broke.\n\nThe trombone fell. The trombone broke. A kettle hid the kettle. "
        "A camel sat. The kettle left."
    )
    seen = scan(read(text))
    found = themes.themes(seen, tone.score(seen.document), quotable(seen.document))
    assert [one.phrase for one in beside(seen, found)] == ["kettle"]
    assert [one.phrase for one in beside(seen, ())] == ["trombone", "kettle"]


def test_the_words_of_a_themes_label_are_not_also_mentioned():
    seen = scan(read("A lawyer saw the lawyer. A camel saw the camel. A violin hid a violin. " * 2))
    found = [themes.Theme("lawyer, camel", ("x",), 0.5, (), None)]
    assert [one.phrase for one in beside(seen, found)] == ["violin"]


@pytest.mark.parametrize(
    "text",
    [
        "He won two Year awards. The Year awards are rare.",
        "They paid. FIVE DOLLARS! DOLLARS of ours. The DOLLARS went.",
        "An added feature broke. The added feature went.",
        "The owner came. An owner left. That owner is old.",
    ],
)
def test_neither_rests_of_names_nor_shouts_nor_common_words_are_also_mentioned(text):
    assert not beside(scan(read(text)), ())


def test_what_people_someone_is_of_and_who_is_cited_are_no_themes(find_themes):
    text = "The Australian {} the boat. A boat passed W.N. Strend, an Australian. "
    verbs = ("saw", "met", "left", "built", "sold")
    labels = [theme.label for theme in find_themes(" ".join(map(text.format, verbs)))]
    assert labels == ["boat"]
    plural = "Palestinians met there. The talks of the Palestinians failed. Palestinians left. "
    assert "Palestinians" in [theme.label for theme in find_themes(plural * 2)]


def test_a_name_and_a_part_of_it_are_one_theme(find_themes):
    text = (
        "Abou Ben Adhem slept. Then Abou Ben Adhem woke. So Ben Adhem saw it. "
        "It was Ben Adhem. We met Ben Adhem there. They love Abou Ben Adhem. "
    )
    labels = [theme.label for theme in find_themes(text)]
    assert sum("Adhem" in label for label in labels) == 1


def test_the_title_gives_the_phrases_that_the_text_takes_up():
    text = "The night fell. At night a spider slept in Tokyo. Nobody in Tokyo read."
    seen = scan(read(text))
    seen.document = replace(seen.document, title="29 minutes: a sleepless night in Tokyo, again")
    assert themes.title_phrases(seen) == ("sleepless night", "Tokyo")
    seen.document = replace(seen.document, title="Spider nights, again: spider nights")
    assert themes.title_phrases(seen) == ("spider nights",)
    seen.document = replace(seen.document, title="x " * 40 + "spider nights")
    assert themes.title_phrases(seen) == ()


def test_a_theme_shows_eight_phrases_at_most(find_themes):
    kinds = ["stone", "wood", "steel", "river", "garden", "toll", "town", "rope", "brick", "glass"]
    text = "\n\n".join(f"A {kind} bridge and the {kind} bridge fell." for kind in kinds)
    theme = next(one for one in find_themes(text) if "bridge" in one.label)
    assert len(theme.phrases) == 8


def test_eighty_families_are_looked_at():
    from tenor.themes.star import _pool

    made = [
        f"{a}{b}{c}"
        for a in ("bra", "kle", "mu")
        for b in "dfglnp"
        for c in ("ox", "ut", "im", "en", "az")
    ]
    seen = scan(read(" ".join(f"A {noun} saw the {noun}." for noun in made)))
    assert len(_pool(seen)) == 80 < len(made)


def test_ten_phrases_are_also_mentioned_at_most():
    nouns = ["canoe", "otter", "hamster", "walnut", "trombone", "violin", "camel", "castle"]
    nouns += ["wallet", "kettle", "ladder", "barrel"]
    text = " ".join(f"The {noun} stood. A {noun} fell. That {noun} is old." for noun in nouns)
    seen = scan(read(text))
    assert len(beside(seen, ())) == 10


# Sections.

FARM = "The cow gives milk. A cow eats grass and hay in the barn. The farmer milks each cow twice."
MOON = "The rocket reached the moon. Its orbit round the moon was low. A rocket burns fuel."


def divided(text, name="a.md"):
    document = read(text, name)
    return sections(scan(document), tone.score(document))


def headings(text):
    return [one.heading for one in divided(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"# One\n\n{FARM}\n\n# Two\n\n{MOON}", ["One", "Two"]),
        (f"# All\n\n## One\n\n{FARM}\n\n## Two\n\n{MOON}", ["All", "One", "Two"]),
        (f"# All\n\n{FARM}\n\n## One\n\n{MOON}", []),
        (f"# One\n\n{FARM}\n\n### In\n\n{MOON}\n\n# Two\n\n{MOON}", ["One", "Two"]),
        (f"{FARM}\n\n# One\n\n{FARM}\n\n# Two\n\n{MOON}", [None, "One", "Two"]),
        (f"# One. And  more.\n\n{FARM}\n\n# Two\n\n{MOON}", ["One. And more.", "Two"]),
        (FARM, []),
    ],
)
def test_the_highest_rank_of_heading_that_comes_twice_divides_a_text(text, found):
    assert headings(text) == found


def test_sections_follow_on_each_other_from_the_first_sentence_to_the_last():
    text = f"{FARM}\n\n# One\n\n{FARM}\n\n# Two\n\n{MOON}"
    found = divided(text)
    document = read(text, "a.md")
    assert [(one.first, one.after) for one in found] == [(0, 3), (3, 7), (7, 11)]
    for one in found:
        first, last = document.sentences[one.first], document.sentences[one.after - 1]
        assert one.span == (first.span.start, last.span.end)


def test_a_section_is_about_what_it_has_more_of_than_the_rest():
    one, two = divided(f"# One\n\n{FARM}\n\nThe milk.\n\n# Two\n\n{MOON}\n\nA barn.\n\nThe barn.")
    assert one.about[0] == "cow"
    assert two.about[0] in {"rocket", "moon"}
    assert len(two.about) <= 3
    assert "barn" in two.about
    assert "grass" not in one.about


def test_a_text_under_1500_words_is_not_divided_by_its_topics():
    farm, moon = scan(read(FARM)).words, scan(read(MOON)).words
    assert (farm, moon) == (22, 19)
    text = "\n\n".join([FARM] * 35 + [MOON] * 35)
    # 35 × 41 = 1435; 65 more words and marks make 1500
    assert not divided(f"{text} {'moon ' * 63}.", "a.txt")
    assert divided(f"{text} {'moon ' * 64}.", "a.txt")


def test_units_are_paragraphs_of_twenty_words_that_say_something():
    from tenor.themes.section import _units

    def units(text):
        return [(first, len(bag)) for first, bag in _units(scan(read(text)))]

    ten = "cow " * 9 + "cow."
    assert units(f"{ten}\n\n{ten}\n\n{ten}") == [(0, 20), (2, 10)]
    assert units(f"{ten} {ten} {ten}") == [(0, 30)]
    assert units(f"{ten}\n\n" + "cow " * 8 + f"cow.\n\n{ten}") == [(0, 29)]
    assert units(" ".join([ten] * 21)) == [(0, 200), (20, 10)]
    assert units("Cow! " * 201) == [(0, 200), (200, 1)]
    assert units("the of. And it.") == []


@pytest.mark.parametrize(
    ("own", "each", "limit", "cuts"),
    [(6, 1, 1.75, []), (2, 4, 1.8, []), (4, 2, 2.1, [2]), (7, 1, 2.15, [1])],
)
def test_a_further_section_costs_two_logarithms_of_the_words(own, each, limit, cuts):
    """A text is divided whose shift is worth more than a price of two: `limit` is what it is."""
    from tenor.themes.section import _shifted, _units

    units = [f"{topic} " * own + "cow " * (20 - own) for topic in ("moon", "barn")]
    text = "\n\n".join(f"{unit.strip()}." for unit in units for _ in range(each))
    seen = scan(read(text))
    bags = [bag for _, bag in _units(seen)]
    assert shifts(bags, limit) == [each]
    assert shifts(bags, limit + 0.05) == []
    assert list(_shifted(seen)) == cuts


def test_a_section_is_about_three_things_at_most():
    nouns = ["bridge", "river", "garden", "engine", "lawyer"]
    text = " ".join(f"The {noun} and a {noun} stood." for noun in nouns)
    one = divided(f"# One\n\n{text}\n\n# Two\n\n{MOON}")[0]
    assert len(one.about) == 3
    assert set(one.about) <= set(nouns)


def test_a_very_long_text_is_divided_by_windows_of_150_units():
    from tenor.themes.section import _shifted

    unit = "cow " * 19 + "cow."
    assert list(_shifted(scan(read("\n\n".join([unit] * 150))))) == []
    assert list(_shifted(scan(read("\n\n".join([unit] * 151))))) == [150]
