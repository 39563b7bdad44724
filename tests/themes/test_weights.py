"""Weights worked out by hand from the formulas in the docstrings, on scans made by hand."""

# ruff: noqa: SLF001 (the formulas are met where they stand)

from array import array
from collections import Counter
from functools import partial
from importlib import import_module
from math import erfc, exp, log, prod, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import lexicons, readers, tone
from tenor.measure import Evidence, Value
from tenor.segment import segment
from tenor.themes import candidates, category, keyphrase, star, theme
from tenor.themes.candidates import Occurrences, Scan, chunks
from tenor.themes.category import Category
from tenor.themes.keyphrase import WeightFactor, keyphrases, terms
from tenor.themes.shift import shifts
from tenor.themes.words import UNKNOWN, bare, closed_words, vocabulary

gist = import_module("tenor.themes.gist")  # the package has a function of that name
EMPTY = segment("a.txt", "", readers.read("", "a.txt"))


def found(uses, form="x", first=0, *, nouns=None, names=0, sentences=None):
    """Make a record of so many uses."""
    places = array("L", sentences if sentences is not None else range(uses))
    made = Occurrences(places, array("L", [0] * uses), {form: uses}, first)
    made.nouns = uses if nouns is None else nouns
    made.names = names
    return made


def scanned(families, phrases=(), *, words=100, rarity=1.0, **fields):
    """Make a scan of families (stem: record) and phrases (stems: record)."""
    seen = Scan(EMPTY, families=dict(families), phrases=dict(phrases), words=words, **fields)
    seen.rarity = dict.fromkeys(families, rarity) if isinstance(rarity, float) else rarity
    for stems in seen.phrases:
        for stem in stems:
            seen.holding.setdefault(stem, []).append(stems)
    return seen


# Keyphrases: mean of √uses × rarity, × length boost, × (1 + ½ ln uses), ÷ (1 + 0.4 ln(1 + first)).


def test_a_short_texts_phrase_weighs_the_product_of_its_formula():
    families = {"a": found(4), "b": found(9)}
    seen = scanned(families, {("a", "b"): found(2, "a b", 6)}, rarity={"a": 2.0, "b": 3.0})
    (one,) = keyphrases(seen)
    assert (one.phrase, one.mentions) == ("a b", 2)
    assert one.why == (
        WeightFactor("words", (2 * 2 + 3 * 3) / 2),
        WeightFactor("length", 2.0),
        WeightFactor("repetition", 1 + log(2) / 2),
        WeightFactor("position", pytest.approx(1 / (1 + 0.4 * log(7)))),
    )
    assert one.weight == pytest.approx(6.5 * 2 * (1 + log(2) / 2) / (1 + 0.4 * log(7)))


def test_a_long_texts_phrase_weighs_by_its_own_uses_and_not_by_its_length():
    families = {"a": found(4), "b": found(9)}
    phrases = {("a", "b"): found(2, "a b")}
    (one,) = keyphrases(scanned(families, phrases, words=3000))
    assert one.why == (WeightFactor("words", sqrt(2)), WeightFactor("repetition", 1 + log(2) / 2))


def test_between_short_and_long_the_formula_fades_by_the_logarithm_of_the_words():
    families = {"a": found(4), "b": found(9)}
    phrases = {("a", "b"): found(2, "a b")}
    middle = round(sqrt(250 * 3000))
    (one,) = keyphrases(scanned(families, phrases, words=middle))
    values = {factor.name: factor.value for factor in one.why}
    assert values["length"] == pytest.approx(sqrt(2), abs=1e-3)
    assert values["words"] == pytest.approx((sqrt(sqrt(8)) + sqrt(sqrt(18))) / 2, abs=1e-3)
    for words in (0, 1, 249, 250):
        assert dict(keyphrases(scanned(families, phrases, words=words))[0].why)["length"] == 2
    for words in (3000, 30_000):
        assert "length" not in dict(keyphrases(scanned(families, phrases, words=words))[0].why)


@pytest.mark.parametrize(("length", "boost"), [(1, 1), (2, 2.0), (3, 2.6), (4, 2.6)])
def test_a_phrase_of_more_words_says_more(length, boost):
    stems = tuple("abcd"[:length])
    families = {stem: found(1) for stem in stems}
    (one,) = keyphrases(scanned(families, {stems: found(1, " ".join(stems))}))
    assert one.weight == pytest.approx(boost)


def test_an_empty_first_word_halves_and_a_possessive_takes_two_fifths():
    families = {"a": found(1), "b": found(1)}
    (one,) = keyphrases(scanned(families, {("a", "b"): found(1, "a b")}, empty={"a"}))
    assert one.why[-1] == WeightFactor("empty first word", 0.5)
    (one,) = keyphrases(scanned(families, {("a", "b"): found(1, "a b")}, empty={"b"}))
    assert one.weight == 2
    (one,) = keyphrases(scanned(families, {("a", "b"): found(1, "a's b")}))
    assert one.why[-1] == WeightFactor("possessive", 0.6)


def test_a_single_word_counts_with_its_family_in_a_long_text():
    families = {"a": found(9)}
    (short,) = keyphrases(scanned(families, {("a",): found(4, "a")}))
    (long,) = keyphrases(scanned(families, {("a",): found(4, "a")}, words=3000))
    assert dict(short.why)["repetition"] == pytest.approx(1 + log(4) / 2)
    assert dict(long.why)["repetition"] == pytest.approx(1 + log(9) / 2)
    assert dict(short.why)["words"] == dict(long.why)["words"] == 3


@pytest.mark.parametrize(
    ("stems", "uses", "within", "words", "kept"),
    [
        (("a", "b"), 2, 2, 100, True),
        (("a", "b"), 2, 3, 100, False),
        (("a", "b"), 2, 3, 3000, False),
        (("a",), 2, 2, 100, True),
        (("a",), 2, 3, 100, False),
        (("a",), 2, 3, 3000, True),
        (("c",), 2, 0, 100, False),
        (("c", "c"), 2, 0, 100, True),
    ],
)
def test_a_phrase_mostly_within_longer_ones_is_none(stems, uses, within, words, kept):
    families = {stem: found(2) for stem in "abc"}
    phrases = {stems: found(uses, " ".join(stems))}
    seen = scanned(families, phrases, words=words, light={"c"}, fragments=Counter({stems: within}))
    assert bool(keyphrases(seen)) == kept


def test_twenty_phrases_are_shown_the_heaviest_first_and_none_of_no_weight():
    families = {f"w{n}": found(n + 1) for n in range(25)}
    phrases = {(f"w{n}",): found(n + 1, f"w{n}") for n in range(25)}
    shown = keyphrases(scanned(families, phrases))
    assert [one.phrase for one in shown] == [f"w{n}" for n in range(24, 4, -1)]
    assert keyphrases(scanned(families, phrases, rarity=0.0)) == ()


def test_a_term_is_its_uses_to_the_1_2_by_its_rarity_and_its_place():
    families = {"a": found(4, "as", 9), "b": found(8, "bs")}
    (first, second) = terms(scanned(families, light={"c"}, rarity={"a": 3.0, "b": 1.0}))
    assert (first.phrase, second.phrase) == ("as", "bs")
    assert first.weight == pytest.approx(4**1.2 * 3 / (1 + 0.1 * log(10)))
    assert [factor.name for factor in first.why] == ["uses", "rarity", "position"]
    assert second.why == (WeightFactor("uses", 8**1.2),)
    assert terms(scanned(families, light={"a", "b"})) == ()


def test_of_several_forms_the_commonest_stands_for_all_and_the_earliest_of_equals():
    one = Occurrences()
    for form in ("run", "runs", "runs", "run"):
        one.add(0, 0, form)
    assert keyphrase.usual(one) == "run"
    one.add(0, 0, "ran", 5)
    assert (keyphrase.usual(one), one.uses) == ("ran", 5)


# Categories: Dunning's log-likelihood.


def weighed(expected, **words):
    families = {stem: found(uses, stem) for stem, uses in words.items()}
    return category._weigh(scanned(families), "food", Counter(words), expected)


def test_a_category_weighs_dunnings_log_likelihood():
    one = weighed(2.0, a=3, b=2, c=1)
    assert one.likelihood == pytest.approx(2 * (6 * log(3) - 4))
    assert (one.times, one.hits, one.words) == (3, 6, ("a", "b", "c"))


def test_a_word_counts_for_no_more_than_all_the_others():
    one = weighed(1.0, a=10, b=1, c=1)
    assert (one.times, one.hits) == (4, 12)
    assert weighed(1.0, a=2, b=1, c=1).times == 4
    assert weighed(1.0, a=3, b=1, c=1).times == 4


def test_a_category_needs_three_words_more_than_usual():
    assert weighed(1.0, a=5, b=5) is None
    assert weighed(0.0, a=5, b=5, c=5) is None
    assert weighed(3.0, a=1, b=1, c=1) is None
    assert weighed(2.99, a=1, b=1, c=1) is not None


def test_a_category_shows_eight_words_the_commonest_first():
    one = weighed(1.0, **{name: 20 - at for at, name in enumerate("abcdefghij")})
    assert one.words == tuple("abcdefgh")


def test_a_category_is_sure_at_one_in_a_hundred():
    """The chance of a χ² of one degree over x is erfc √(x/2)."""
    assert erfc(sqrt(category.LEAST_SURE / 2)) == pytest.approx(0.01, rel=0.005)


def a_category(name, words, likelihood=10.0):
    return Category(name, 1.0, tuple(words), 1, likelihood)


def test_a_category_whose_words_are_those_of_a_surer_one_is_left_out():
    food = a_category("food", "abcde")
    three, two = a_category("three", "abcxy"), a_category("two", "abxyz")
    assert category._distinct([food, three]) == (food,)
    assert category._distinct([food, two]) == (food, two)
    # six tenths of its own words, not of the other's
    few = a_category("few", "abx")
    assert category._distinct([food, few]) == (food,)
    assert category._distinct([few, food]) == (few, food)


def test_five_categories_are_shown():
    made = [a_category(name, name * 2) for name in "abcdefg"]
    assert category._distinct(made) == tuple(made[:5])


def test_categories_count_every_use_against_what_is_usual(monkeypatch):
    table = category.CategoryTable({"food": 0.1, "rest": 0.9}, dict.fromkeys("abc", ("food",)), {})
    monkeypatch.setattr(category, "packaged", lambda: table)
    families = {"a": found(4), "b": found(3), "c": found(3), "d": found(10)}
    (one,) = category.categories(scanned(families))
    # 10 of 20 words, where a tenth is usual
    assert (one.name, one.times, one.hits) == ("food", 5, 10)
    assert one.likelihood == pytest.approx(2 * (10 * log(5) - 8))
    families["d"] = found(45)
    # 10 of 55: 2 × (10 ln(10/5.5) − 4.5) = 2.96 is not sure
    assert category.categories(scanned(families)) == ()


def test_the_packaged_rates_are_shares_and_kin_are_no_category():
    table = category.packaged()
    assert 0.3 < sum(table.rates.values()) < 3
    assert all(0 < rate < 0.1 for rate in table.rates.values())
    assert all(name.startswith("=") for name in table.kin.values())
    assert not any(name.startswith("=") for name in table.rates)
    assert {name for names in table.holding.values() for name in names} == set(table.rates)
    assert table.kin["friend"] == table.kin["peopl"]


# Topic shifts: the division that costs least of all there are.


def cost(bags, cuts, price):
    """Give what a division costs by Utiyama and Isahara's formula."""
    words, kinds = sum(map(len, bags)), len({word for bag in bags for word in bag})
    total = 0.0
    for start, end in zip([0, *cuts], [*cuts, len(bags)], strict=True):
        counts = Counter(word for bag in bags[start:end] for word in bag)
        size = counts.total()
        total += price * log(words) + size * log(size + kinds)
        total -= sum(count * log(count + 1) for count in counts.values())
    return total


def divisions(count):
    for mask in range(2 ** (count - 1)):
        yield [at for at in range(1, count) if mask >> (at - 1) & 1]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6), min_size=2, max_size=6),
    st.sampled_from([0.1, 0.3, 1.0]),
)
def test_no_division_costs_less_than_the_one_found(bags, price):
    chosen = cost(bags, shifts(bags, price), price)
    assert chosen == pytest.approx(min(cost(bags, cuts, price) for cuts in divisions(len(bags))))


def test_a_price_of_one_is_the_papers():
    bags = [["a"] * 4, ["b"] * 4]
    gain = cost(bags, [], 0) - cost(bags, [1], 0)
    assert gain / log(8) > 1
    assert shifts(bags) == shifts(bags, 1.0) == [1]
    assert shifts(bags, gain / log(8) + 0.01) == []
    assert shifts(bags, gain / log(8) - 0.01) == [1]


@pytest.mark.parametrize("bags", [[], [["a"]], [[], []], [["a"], []]])
def test_too_little_text_has_no_shift(bags):
    assert shifts(bags) == []


# Words.


def test_rarity_is_eight_less_the_zipf_frequency():
    look, table = vocabulary(), lexicons.background()
    assert look("house").rarity == pytest.approx(8 - table["house"])
    assert look("xqzzy").rarity == 8 - UNKNOWN == 6
    assert all(0 < zipf <= 8 for zipf in table.values())
    assert table["the"] > 7 > table["house"] > 5


def test_a_word_without_a_frequency_takes_that_of_its_singular_or_its_rarest_part():
    look, table = vocabulary(), lexicons.background()
    (known,) = [w for w in ("aardvark",) if w in table] or ["house"]
    assert look.zipf("house-blue") == min(table["house"], table["blue"])
    assert look.zipf("house-xqzzy") == UNKNOWN
    plural = next(f"{w}s" for w in sorted(table) if w.isalpha() and f"{w}s" not in table)
    assert look.zipf(plural) == table[plural[:-1]]
    assert look.zipf("xqzzys") == UNKNOWN
    assert look.zipf(known) == table[known]


@pytest.mark.parametrize(
    ("form", "without"),
    [
        ("Bob's", "Bob"),
        ("BOB'S", "BOB"),
        ("dogs'", "dogs"),
        ("dogs", "dogs"),
        ("o'clock", "o'clock"),
    ],
)
def test_a_possessive_is_taken_off(form, without):
    assert bare(form) == without


@pytest.mark.parametrize(
    ("form", "stop", "light", "empty"),
    [
        ("the", True, False, False),
        ("x", True, False, False),
        ("1999", True, False, False),
        ("ox", False, False, False),
        ("4x4", False, False, False),
        ("time", False, True, False),
        ("times", False, True, False),
        ("beautiful", False, False, True),
        ("house", False, False, False),
    ],
)
def test_a_word_knows_what_it_cannot_be(form, stop, light, empty):
    word = vocabulary()(form)
    assert (word.stop, word.light, word.empty) == (stop, light, empty)


def test_a_stem_is_porters_and_a_very_long_word_its_first_forty_letters():
    look = vocabulary()
    assert look.stem("networking") == look.stem("networks") == "network"
    assert look.stem("a" * 39 + "s") == "a" * 39
    assert look.stem("a" * 40 + "s") == "a" * 40
    assert look.stem("a" * 41 + "b") == "a" * 40


def test_the_closed_lists_are_those_of_the_table():
    lists = closed_words()
    headings = [line for line in lexicons.text("stopwords").splitlines() if line.startswith("# ")]
    assert len(headings) == 5
    assert {"the", "new"} <= lists.stop
    assert {"time", "thursday"} <= lists.light
    assert {"said", "told"} <= lists.reporting


# Noun phrases in tags.


@pytest.mark.parametrize(
    ("tags", "phrases"),
    [
        ("TJN", ["JN"]),
        ("NN", ["NN"]),
        ("P", ["P"]),
        ("J", []),
        ("VJ", []),
        ("NNNN", ["NNNN"]),
        ("NNNNN", []),
        ("JJJN", ["JJJN"]),
        ("JJJJN", []),
        ("tDN", ["DN"]),
        ("VDN", ["DN"]),
        ("NDN", ["NDN"]),
        ("SDN", ["DN"]),
        ("RDN", ["N"]),
        ("GN", ["GN"]),
        ("iGN", ["GN"]),
        ("oGN", ["N"]),
        ("NG", ["NG"]),
        ("NGt", ["N"]),
        ("NGN", ["NGN"]),
        ("JGv", ["JG"]),
        ("N" * 40 + ".N", ["N"]),
        ("N" * 41 + ".N", ["N"]),
        (".N" * 25, ["N"] * 25),
    ],
)
def test_a_noun_phrase_is_modifiers_and_a_noun_of_four_words_at_most(tags, phrases):
    assert [tags[start:end] for start, end in chunks(tags)] == phrases


@pytest.mark.parametrize(
    ("forms", "lowered"),
    [
        ("The Old Man And Sea", True),
        ("The Old Man", True),
        ("The Old", False),
        ("The Old Man sat", True),
        ("The Old Man sat there", False),
        ("THE OLD MAN", True),
        ("The 3 4 5", False),
    ],
)
def test_a_line_mostly_in_capitals_is_read_in_small_letters(forms, lowered):
    words = forms.split()
    assert candidates._cased(words) == ([word.lower() for word in words] if lowered else words)


@pytest.mark.parametrize(
    ("forms", "tags", "start", "surface"),
    [
        ("Old nets fail", "JNV", 0, "old nets"),
        ("The Old nets", "TJN", 1, "Old nets"),
        ("; Old nets", ".JN", 1, "old nets"),
        ("Paris nets fail", "PNV", 0, "Paris nets"),
        ("IBM nets fail", "NNV", 0, "IBM nets"),
    ],
)
def test_a_phrase_is_written_as_within_a_sentence(forms, tags, start, surface):
    assert candidates._surface(forms.split(), tags, start, start + 2) == surface


def test_what_lies_within_a_phrase_is_counted_once_a_place(scan):
    seen = scan("Packet loss buffers fail.")
    stems = next(iter(seen.phrases))
    assert len(stems) == 3
    a, b, c = stems
    assert seen.fragments == {(a,): 1, (b,): 1, (c,): 1, (a, b): 1, (b, c): 1}
    assert {stem: held for stem, held in seen.holding.items() if stem in stems} == {
        stem: [stems] for stem in stems
    }


def test_a_family_counts_a_noun_twice_where_it_stands(scan):
    seen = scan("The work of our work. They work hard.\n\nParis!")
    family = seen.families["work"]
    assert family.uses == 3
    assert [*zip(family.sentences, family.tokens, strict=True)] == [(0, 1), (0, 4), (1, 1)]
    assert family.nouns == 2
    assert family.forms == {"work": 5}
    assert seen.families["pari"].names == 1
    assert seen.words == 6 + 4 + 2
    assert seen.content == [True, True, True]
    assert seen.span(0, 1) == (4, 8)
    assert seen.span(0, 1, 3) == (4, 15)


def test_the_place_of_a_family_is_that_of_its_first_word(scan):
    seen = scan("It rained. The network fell.")
    assert seen.families["network"].first == 4
    assert [one.first for one in seen.phrases.values()] == [4]


def test_a_title_and_a_heading_mark_their_words():
    from tenor import themes

    read = segment(
        "a.md", "# Old nets\n\nThey fail.", readers.read("# Old nets\n\nThey fail.", "a.md")
    )
    seen = themes.scan(read)
    assert {"old", "net"} <= seen.titled
    assert "fail" not in seen.titled


# Stars.


def test_a_familys_strength_is_the_product_of_what_it_names():
    families = {"a": found(6, nouns=3), "b": found(6, nouns=2), "c": found(6)}
    seen = scanned(families, titled={"c"}, rarity=2.0)
    assert star.factors(seen, "a") == (WeightFactor("uses", 6), WeightFactor("rarity", 2))
    assert star.factors(seen, "b")[2:] == (WeightFactor("seldom a noun", 0.5),)
    assert star.factors(seen, "c")[2:] == (WeightFactor("in the title", 2.0),)
    for stem, strength in {"a": 12, "b": 6, "c": 24}.items():
        assert star.strength(seen, stem) == strength
        assert prod(factor.value for factor in star.factors(seen, stem)) == strength


@pytest.mark.parametrize(
    ("names", "uses", "is_name"), [(2, 3, True), (2, 4, False), (0, 1, False), (1, 1, True)]
)
def test_a_family_is_a_name_where_most_of_its_uses_are(names, uses, is_name):
    assert star.is_name(found(uses, names=names)) == is_name


@pytest.mark.parametrize(
    ("uses", "phrase_uses", "label"),
    [(4, 2, "a b"), (5, 2, "a"), (2, 1, "a"), (2, 2, "a b"), (6, 3, "a b"), (7, 3, "a")],
)
def test_a_family_goes_by_a_phrase_used_twice_that_covers_half_its_uses(uses, phrase_uses, label):
    families = {"a": found(uses, "a"), "b": found(phrase_uses, "b")}
    phrases = {("a",): found(1, "a"), ("a", "b"): found(phrase_uses, "a b")}
    seen = scanned(families, phrases)
    assert star.name(seen, "a")[0] == label


def test_the_phrases_that_hold_a_word_come_the_most_used_first():
    families = {stem: found(9) for stem in "abc"}
    phrases = {("a", "b"): found(2), ("a", "c"): found(5), ("a",): found(3)}
    held = star.holding(scanned(families, phrases), "a")
    assert [stems for stems, _ in held] == [("a", "c"), ("a",), ("a", "b")]
    assert star.holding(scanned(families), "a") == []


def test_a_companion_is_met_in_three_sentences_and_more_often_than_by_chance():
    def host(own, seed, total):
        touched = {"own": frozenset(own), "seed": frozenset(seed)}
        return star._companion("own", [star.Star("seed")], touched, total)

    assert host({1, 2, 3}, {1, 2, 3, 4}, 20) is not None
    assert host({1, 2}, {1, 2, 3, 4}, 20) is None
    assert host({1, 2, 3, 4, 5, 6}, {1, 2, 3}, 40) is not None
    assert host({1, 2, 3, 4, 5, 6, 7}, {1, 2, 3}, 40) is None
    # 3 × 8 ÷ (4 × 6) is what chance gives, 3 × 18 ÷ (4 × 6) is as yet no surer than 1 in 20
    assert host({1, 2, 3, 4}, {1, 2, 3, 5, 6, 7}, 8) is None
    assert host({1, 2, 3, 4}, {1, 2, 3, 5, 6, 7}, 15) is None
    assert host({1, 2, 3, 4}, {1, 2, 3, 5, 6, 7}, 30) is not None


def test_of_two_hosts_the_one_less_due_to_chance_is_chosen_and_a_full_one_never():
    touched = {"own": frozenset({1, 2, 3}), "rare": frozenset({1, 2, 3}),
               "common": frozenset(range(10))}  # fmt: skip
    rare, common = star.Star("rare"), star.Star("common")
    assert star._companion("own", [common, rare], touched, 40) is rare
    assert star._companion("own", [rare, common], touched, 40) is rare
    rare.members = list("abcdefg")
    assert star._companion("own", [common, rare], touched, 40) is rare
    rare.members.append("h")
    assert star._companion("own", [common, rare], touched, 40) is common


# Themes.


def test_neighbouring_words_of_a_theme_are_one_mention():
    families = {"a": found(2), "b": found(2)}
    families["a"].sentences, families["a"].tokens = array("L", [0, 1]), array("L", [3, 0])
    families["b"].sentences, families["b"].tokens = array("L", [0, 1]), array("L", [4, 2])
    seen = scanned(families)
    assert theme._mentions(seen, ["a", "b"]) == [(0, 3, 2), (1, 0, 1), (1, 2, 1)]
    families["b"].tokens = array("L", [4, 1])
    assert theme._mentions(seen, ["a", "b"]) == [(0, 3, 2), (1, 0, 2)]


def felt(*numbers):
    return [
        (at, Value(n, (Evidence((0, 1), n, "x"),) if n else ())) for at, n in enumerate(numbers)
    ]


def test_a_themes_feeling_is_the_mean_of_its_clauses_with_its_evidence():
    values = [value for _, value in felt(0.5, -0.1, 0.2)]
    mean = theme._mean(values)
    assert mean.value == pytest.approx(0.2)
    assert [line.weight for line in mean.evidence] == pytest.approx([0.5 / 3, -0.1 / 3, 0.2 / 3])
    assert theme._mean([]) is None


def quoted(scan, text, way, may=None, label="street"):
    """Give the index of the sentence of a text that is quoted for a theme, None without."""
    seen = scan(text)
    document = seen.document
    values = tone.score(document)
    made = theme.Theme(label, (), 1.0, (), None, tuple(range(len(values))), way=way)
    ways = [tone.leans(value) if may is None or may[at] else 0 for at, value in enumerate(values)]
    quotes = theme._quoted(seen, made, partial(theme._clauses, seen, values), ways).quotes
    starts = [sentence.span for sentence in document.sentences]
    return starts.index(quotes[0]) if quotes else None


LOVED = (
    "We love the beautiful street. The street is nice. The town is wonderful. We hate the street!"
)


@pytest.mark.parametrize(
    ("way", "may", "place"),
    [
        (1, None, 0),
        (-1, None, 3),
        (1, (False, True, True, True), 1),
        (1, (False, False, True, True), None),
        (0, None, None),
    ],
)
def test_the_free_sentence_that_names_a_theme_and_leans_most_as_it_does_is_quoted(
    scan, way, may, place
):
    assert quoted(scan, LOVED, way, may) == place


def test_a_theme_is_quoted_by_the_clause_that_names_it(scan):
    assert quoted(scan, "The corridor is wonderful; the street is a street.", 1) is None
    assert quoted(scan, "The street is quite wonderful; the corridor is a corridor.", 1) == 0


def test_no_sentence_is_quoted_for_two_themes(find_themes):
    text = (
        "The old bridge over the river is wonderful. The bridge stands.\n\n"
        "The river rises. The river is a river. The bridge of stone is old.\n\n"
    )
    quotes = [span for found in find_themes(text * 2) for span in found.quotes]
    assert quotes
    assert len(quotes) == len(set(quotes))


def test_a_greeting_is_never_quoted(find_themes):
    text = "Dear bridge lovers!\n\n" + "The old bridge is wonderful. The bridge stands.\n\n" * 3
    quotes = [span.start for theme in find_themes(text) for span in theme.quotes]
    assert quotes
    assert 0 not in quotes


# The gist.


def chooser(seen):
    return gist._Chooser(seen, [True] * len(seen.tags))


def test_the_words_before_a_sentence_make_it_count_less():
    seen = scanned({}, tags=["N" * 10, "N" * 20, "N"])
    assert gist._position_fades(seen) == pytest.approx([1, 1 + 0.3 * log(2), 1 + 0.3 * log(4)])


def test_a_sentence_scores_its_families_uses_to_the_0_6_by_the_root_of_their_rarity():
    families = {"a": found(2, sentences=[0, 1]), "b": found(3, sentences=[1, 1, 2])}
    seen = scanned(families, tags=["NV."] * 3, rarity={"a": 4.0, "b": 9.0})
    a, b = 2**0.6 * 2, 3**0.6 * 3
    assert chooser(seen)._scores == pytest.approx([a, a + b, b])
    assert chooser(seen).lengths == [2, 2, 2]
    assert chooser(seen).weight(0) == pytest.approx(a / 12)


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("The river floods our town.", True),
        ("The river floods it.", False),
        ("The river floods " + "our town and " * 13 + "our fields.", True),
        ("The river floods " + "our town and " * 13 + "our fields over here.", False),
        ("River, town, bridge, field, water, mill", False),
        ("The river - - - - - floods our town", False),
        ("The rivers, towns and fields here", False),
    ],
)
def test_a_sentence_worth_quoting_has_five_to_45_words_and_a_verb(scan, text, fit):
    assert chooser(scan(text))._says_something(0) == fit


def test_what_is_said_counts_less_and_no_sentence_is_chosen_twice(scan):
    text = "The river floods our town. The river floods our town again. The bakers sell bread now."
    seen = scan(text)
    weigher = chooser(seen)
    before = weigher.weight(1)
    assert weigher.best(range(3)) == 0
    weigher.say(0)
    assert weigher.weight(1) == pytest.approx(0.3 * before)
    assert weigher.best([0]) is None
    assert sorted(gist.summary(seen, 100)) == [0, 1, 2]


def test_the_logarithm_of_a_likelihood_is_natural():
    assert weighed(2.0, a=2, b=2, c=2).likelihood == pytest.approx(
        2 * log(exp(2 * (3 * log(3) - 2)))
    )
