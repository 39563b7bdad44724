"""Known answers: sentences, texts, emotions, formality and coverage worked out by hand."""

from __future__ import annotations

from itertools import pairwise
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.analysis import Analysis
from tenor.api import analyze
from tenor.document import Span
from tenor.formats.note import note
from tenor.lexicons import rows
from tenor.measure import Evidence, Value
from tenor.readers import markdown, plain
from tenor.segment import segment
from tenor.tone import (
    MEASURES,
    NEUTRAL_BAND,
    arc,
    clauses,
    document_valence,
    formality,
    interval,
    passages,
    score,
    sentence_valence,
    shares,
    turning_point,
    vader_score,
)
from tenor.tone.formality import CUES, read_cues, register
from tenor.tone.valence import count_words, exclamations, find_hits, lowered
from tenor.tone.words import Phrase, make, packaged, with_project_words


def read(text):
    return segment("text", text, plain.read(text))


def value(number, *, silent=False):
    return Value(number, () if silent else (Evidence(Span(0, 1), number, "word"),))


def squashed(total):
    return total / sqrt(total * total + 1)


# A sentence: sum ÷ (words + 5)^0.7, then x / √(x² + 1).


@pytest.mark.parametrize("weight", [2.0, -2.0])
@pytest.mark.parametrize(
    ("marks", "steps"), [("", 0), ("!", 1), ("!!!", 3), ("!!!!", 4), ("!!!!!", 4)]
)
def test_a_sentence_is_its_sum_over_its_length_squashed(weight, marks, steps):
    (found,) = score(read(f"It was blik there{marks}"), {"blik": weight})
    unit = 1 / (4 + 5) ** 0.7
    total = weight * unit + (1 if weight > 0 else -1) * 0.292 * unit * steps
    assert found.value == pytest.approx(squashed(total))
    word, *raised = found.evidence
    share = squashed(total) / total
    assert word.weight == pytest.approx(weight * unit * share)
    assert note(word) == f"blik {weight:+.1f}, set by the project"
    assert [note(line) for line in raised] == ["raised by '!'"] * steps
    assert all(abs(line.weight) == pytest.approx(0.292 * unit * share) for line in raised)


def test_marks_raise_nothing_where_nothing_is_felt():
    (found,) = score(read("It was blik and blak there!"), {"blik": 1.0, "blak": -1.0})
    assert (found.value, len(found.evidence)) == (0, 2)


def test_a_mark_of_its_own_is_shown_where_it_stands():
    text = "It was blik! there!"
    (found, *_) = score(read(text), {"blik": 1.0})
    assert [text[slice(*line.span)] for line in found.evidence] == ["blik", "!"]


def test_exclamations_are_counted_mark_by_mark_up_to_four():
    assert exclamations(["a", "!!", "b", "!"]) == [1, 1, 3]
    assert exclamations(["!", "?!", "!!!!!"]) == [0, 2, 2, 2]


def test_only_words_make_a_sentence_long():
    assert count_words(["It", "'s", "3rd", ",", "@ann", "http://x.y", "!"]) == 3


def test_a_phrase_is_one_hit_on_all_its_words():
    text = "We kill the process here."
    (found,) = score(read(text), {"kill the process": 2.0})
    (line,) = found.evidence
    assert text[slice(*line.span)] == "kill the process"
    assert found.value == pytest.approx(squashed(2 / 10**0.7))


def test_an_emoji_weighs_the_same_in_every_skin_and_style():
    assert lowered(["👍🏽", "❤️", "❤\ufe0e", "👍🏻", "👍🏿", "Ä"]) == [
        "👍",
        "❤",
        "❤",
        "👍",
        "👍",
        "ä",
    ]
    assert score(read("👍🏽"))[0].value == score(read("👍"))[0].value > NEUTRAL_BAND


@pytest.mark.parametrize(
    ("reply", "sign"),
    [
        ("Yes.", 1),
        ("Yeah!", 1),
        ("Yep.", 1),
        ("No.", -1),
        ("Nope.", -1),
        ("Never.", -1),
        ("No, it was there.", -1),
        ("Yes", 1),
        ("No man came.", 0),
        ("No. 9 came.", -1),
        ("It rained.", 0),
    ],
)
def test_a_question_is_answered_by_the_first_word_of_the_next_sentence(reply, sign):
    question, answer = score(read(f"Was it blik? {reply}"), {"blik": 1.0})
    unit = 1 / 8**0.7
    factor = {1: 1.0, -1: -0.9, 0: 0.2}[sign]
    assert question.value == pytest.approx(squashed(factor * unit))
    assert bool(answer.evidence) == (reply in {"It rained.", "No man came."})


def test_a_yes_that_answers_nothing_keeps_its_own_weight():
    assert score(read("It was there. Yes."))[1].value > 0 == score(read("Was it? Yes."))[1].value


# Tables.


def test_a_phrase_that_means_nothing_hides_its_words_and_plays_no_part():
    """A phrase of the kind "nothing" is there so that its words are not taken one by one."""
    phrases = [Phrase(("blik", "blak"), "nothing", 0)]
    words = make({"blik": 1.0, "blok": 1.0}, phrases, {"blak": "negator"})
    (hit,) = find_hits(["It", "blik", "blak", "blok"], words)
    assert (hit.start, hit.factor) == (3, 1)
    (first, second) = find_hits(["It", "blik", "then", "blok"], words)
    assert (first.start, second.start) == (1, 3)


def test_the_longest_phrase_comes_first_and_every_one_begins_at_a_word():
    short, long = Phrase(("a", "b"), "valence", 1), Phrase(("a", "b", "c"), "valence", 2)
    made = make({"d": 3.0}, [short, long], {})
    assert made.phrases == {"a": {"b": (long, short)}}
    assert made.valences == {"a": 0.0, "d": 3.0}
    assert make({"a": 5.0}, [short], {}).valences == {"a": 5.0}


def test_a_projects_words_hold_in_any_case_and_hide_the_packaged_phrase():
    assert packaged().phrases["must"]["have"][0].kind == "would"
    words = with_project_words({"BLIK": 1, "Must   Have": 2.5})
    assert words.valences["blik"] == 1
    assert words.phrases["must"]["have"] == (Phrase(("must", "have"), "valence", 2.5),)
    assert words.project == {"blik", "must have"}
    assert words.valences["good"] == packaged().valences["good"]


def test_words_of_no_weight_are_not_in_the_table():
    assert 0.0 not in {packaged().valences[word] for word in ("good", "bad", "happy")}
    listed = {row[0]: row[1] for row in rows("valence.tsv")}
    nothing = [word for word, weight in listed.items() if weight == "0.00"]
    assert nothing
    assert all(packaged().valences.get(word, 0.0) == 0.0 for word in nothing)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("isn't", "negator"),
        ("never", "negator"),
        ("extremely", "booster"),
        ("slightly", "damper"),
        ("very", "booster"),
        ("despite", "concession"),
        ("most", None),
        ("grace", None),
        ("nicer", "comparative"),
    ],
)
def test_vaders_lists_hold_unless_our_own_say_otherwise(word, role):
    assert packaged().roles.get(word) == role


# Clauses.


@pytest.mark.parametrize("mark", [*";:—–!?()…"])
def test_each_strong_mark_divides_a_sentence(mark):
    sentence = read(f"(We ate{mark} ) they sang").sentences[0]
    cut = [sentence.text[slice(*span)] for span in clauses(sentence)]
    assert cut == ["We ate", "they sang"]
    assert len(clauses(read("We ate, they sang").sentences[0])) == 1


def test_a_mark_alone_is_no_clause_and_a_turn_begins_one():
    def cut(text):
        sentence = read(text).sentences[0]
        return [text[slice(*span)] for span in clauses(sentence)]

    assert cut("; we ate ; ; they sang") == ["we ate", "they sang"]
    assert cut("We ate although they sang") == ["We ate", "although they sang"]
    assert cut("But we ate") == ["But we ate"]


# The whole.


def grown(start, count):
    """Give what goes from a start to 1 while sentences go from one to eight, by the square."""
    return start + (1 - start) * ((count - 1) / 7) ** 2


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([value(0.4)], 0.4),
        ([value(0.4), value(0.2)], 0.6 / 2 ** grown(0.7, 2)),
        ([value(0.4), value(0.2), None], 0.6 / 2 ** grown(0.7, 2)),
        (
            [value(0.4), value(0.0, silent=True)],
            0.4 / (1 + grown(1 / 3, 2)) ** grown(0.7, 2),
        ),
        (
            [value(0.4), *[value(0.0, silent=True)] * 4],
            0.4 / (1 + 4 * grown(1 / 3, 5)) ** grown(0.7, 5),
        ),
        ([value(0.5), *[value(0.0, silent=True)] * 7], 0.5 / 8),
        ([value(0.4)] * 4, 0.4),
        ([value(0.3), value(-0.9), value(-0.9)], -1.5 / 3 ** grown(0.7, 3)),
        ([value(0.9)] * 4, 0.9),
        ([value(0.9), value(-0.9)], 0.0),
    ],
)
def test_few_sentences_add_up_and_eight_are_averaged(scores, expected):
    whole = document_valence(read("Any."), scores)
    assert whole.value == pytest.approx(expected)
    assert sum(line.weight for line in whole.evidence) == pytest.approx(whole.value)


def test_the_evidence_of_the_whole_is_that_of_its_sentences_in_their_share():
    document = read("It was blik. It was blak.")
    scores = score(document, {"blik": 1.0, "blak": -2.0})
    whole = document_valence(document, scores)
    lines = [line for one in scores for line in one.evidence]
    assert [(line.span, *line[2:]) for line in whole.evidence] == [(x.span, *x[2:]) for x in lines]
    assert [line.weight for line in whole.evidence] == pytest.approx(
        [line.weight / 2 ** grown(0.7, 2) for line in lines]
    )


def test_an_interval_is_the_normal_one_of_a_mean():
    scores = [value(number / 10) for number in range(1, 10)]
    # the standard deviation of 1..9 is √7.5
    reach = 1.96 * 0.1 * sqrt(7.5) / sqrt(9)
    assert interval(scores) == pytest.approx((0.5 - reach, 0.5 + reach))
    assert interval([*scores[:4], None]) is None
    assert interval([value(0.9), value(-0.9)] * 4) == pytest.approx(
        (-1.96 * sqrt(8 * 0.81 / 7) / sqrt(8), 1.96 * sqrt(8 * 0.81 / 7) / sqrt(8))
    )


@given(st.lists(st.floats(-0.9, 0.9), min_size=5, max_size=9))
def test_the_interval_of_few_sentences_is_about_the_valence_of_the_whole(numbers):
    scores = [value(number) for number in numbers]
    low, high = interval(scores)
    whole = document_valence(read("Any."), scores).value
    assert low - 1e-9 <= whole <= high + 1e-9


@given(st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=12))
def test_the_whole_never_leans_more_than_its_strongest_sentence(numbers):
    whole = document_valence(read("Any."), [value(number) for number in numbers]).value
    assert min(0, *numbers) - 1e-9 <= whole <= max(0, *numbers) + 1e-9


@pytest.mark.parametrize("sentence", ["I like this film. ", "It was a terrible day. "])
def test_nothing_jumps_with_the_number_of_sentences(sentence):
    alone = [analyze(sentence * count).valence.value for count in range(1, 12)]
    assert alone == pytest.approx([alone[0]] * len(alone))
    diluted = [
        abs(analyze(sentence + "It is a table. " * count).valence.value) for count in range(12)
    ]
    falls = [before - after for before, after in pairwise(diluted)]
    assert all(fall > 0 for fall in falls)
    assert max(falls) < 0.2 * diluted[0]


def test_an_interval_ends_where_the_scale_ends():
    found = interval([value(1.0), value(1.0), value(1.0), value(1.0), value(-1.0)])
    assert found.high == 1.0
    found = interval([value(-1.0), value(-1.0), value(-1.0), value(-1.0), value(1.0)])
    assert found.low == -1.0


def test_the_neutral_band_is_open_on_both_sides():
    assert NEUTRAL_BAND == 0.1
    numbers = (0.1, 0.0999, 0.0, -0.0999, -0.1, 0.5, -0.5, -0.6)
    assert shares([value(number) for number in numbers] + [None]) == (2, 3, 3)


def test_an_arc_has_the_mean_of_each_columns_sentences_and_their_place():
    document = read("One. Two. Three. Four. Five. Six. Seven.")
    scores = [value(n / 10) for n in (1, 2, 3)] + [None] + [value(n / 10) for n in (4, 5, 9)]
    found = arc(document, scores, 3)
    assert [(c.first, c.after, document.slice(c.span)) for c in found.columns] == [
        (0, 2, "One. Two."),
        (2, 5, "Three. Four. Five."),
        (5, 7, "Six. Seven."),
    ]
    assert [c.value for c in found.columns] == pytest.approx([0.15, 0.35, 0.7])
    assert found.smoothed
    assert not arc(document, scores, 6).smoothed
    assert len(arc(document, scores, 0).columns) == 1
    assert arc(document, scores[:5], 3) is None
    assert len(arc(document, scores[:6], 9).columns) == 5


def halves(distance, spread):
    """Eight sentences `distance` below the mean and eight above, each part `spread` wide."""
    return [value(side * distance + step) for side in (-1, 1) for step in (spread, -spread) * 4]


def test_a_turn_is_where_the_sums_exceed_what_chance_gives():
    # height 8d, spread within √(16e²/14), so the statistic is 8d / (e √(16/14) √16)
    statistic = 8 * 0.2 / (0.1 * sqrt(16 / 14) * 4)
    assert turning_point(halves(0.2, 0.1)) == pytest.approx((8, -0.2, 0.2, statistic))
    # Kolmogorov's 99.5 % point, 1.731, lies at d/e = 1.731 × √(16/14) / 2 = 0.9253
    assert turning_point(halves(0.1851, 0.2)) is not None
    assert turning_point(halves(0.1850, 0.2)) is None


def test_a_turn_is_no_smaller_than_twice_the_neutral_band():
    assert turning_point(halves(0.1001, 0.01)) is not None
    assert turning_point(halves(0.0999, 0.01)) is None


def test_even_halves_have_the_least_spread_there_is():
    found = turning_point(halves(0.2, 0))
    assert found.statistic == pytest.approx(8 * 0.2 / (0.01 * 4))
    assert turning_point(halves(0.2, 0)[1:]) is None
    assert turning_point([None, *halves(0.2, 0)]).sentence == 9


def test_a_turn_has_eight_sentences_on_either_side():
    assert turning_point([value(-0.5)] * 4 + [value(0.5)] * 40).sentence == 8
    assert turning_point([value(0.5)] * 40 + [value(-0.5)] * 4).sentence == 36
    assert turning_point([value(-0.5)] * 9 + [value(0.5)] * 10).sentence == 9


def leaning(*numbers):
    return [
        Value(number, (Evidence(Span(0, 1), number, "word", 3.0),) if number else ())
        for number in numbers
    ]


def test_passages_are_an_eighth_of_the_sentences_at_most_three_at_least():
    def found(scores):
        return passages(scores, [True] * len(scores))

    rising = found(leaning(*(at / 40 for at in range(32))))
    assert rising == (None, pytest.approx((28, 32, 0.7375)))
    assert found(leaning(*(at / 40 for at in range(31)))).positive[:2] == (28, 31)
    assert found(leaning(*[0.5] * 9)) is None
    assert found(leaning(*[0.5] * 10)) == (None, (0, 3, 0.5))
    spaced = found([None, *leaning(*[0] * 9, -0.4, -0.6, -0.4)])
    assert spaced.negative[:2] == (10, 13)


# The measures.


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("A good table.", 1 / 2),
        ("A good table, a good door.", 1 / 2),
        ("A good cat.", 1),
        ("A bad good door and table.", 1 / 2),
        ("They never would.", None),
        ("Table 1999.", 0),
    ],
)
def test_coverage_is_the_known_share_of_words_of_four_letters(text, share):
    found = Analysis(read(text)).value("valence-coverage")
    assert (found and found.value) == share


@pytest.mark.parametrize(
    ("text", "joy"),
    [
        ("We were happy.", 1),
        ("We were fairly happy.", 1),
        ("We were very happy.", 1),
        ("We were not happy.", 0),
        ("Were we happy?", 0),
        ("If we were happy, we sang.", 0),
        ("We were happy, but we left.", 0),
        ("We would be happy.", 1),
        ("Happy, happy we.", 2),
    ],
)
def test_joy_counts_where_its_context_leaves_it_nearly_half_its_weight(text, joy):
    document = read(text)
    found = Analysis(document).value("joy")
    assert len(found.evidence) == joy
    assert found.value == pytest.approx(1000 * joy / document.words)


def test_a_word_of_sorrow_is_held_by_the_factors_of_blame():
    """A condition leaves .65 of blame and .4 of praise: over and under .45."""
    analysis = Analysis(read("If we were sad or happy, we sang."))
    assert [line.word for line in analysis.value("sadness").evidence] == ["sad"]
    assert analysis.value("joy").evidence == ()


def test_emotions_name_their_word_and_its_place():
    text = "Happy we were there."
    (line,) = Analysis(read(text)).value("joy").evidence
    assert (text[slice(*line.span)], line.word, line.weight) == ("Happy", "happy", 250)


def test_hedges_do_not_overlap_and_stand_where_they_are_said():
    text = "It seems that maybe it may."
    document = read(text)
    found = Analysis(document).value("hedging")
    assert [text[slice(*line.span)] for line in found.evidence] == ["It seems", "maybe", "may"]
    assert found.value == pytest.approx(3000 / document.words)
    assert {line.weight for line in found.evidence} == {1000 / document.words}


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("valence", -1, 1),
        ("valence-coverage", 0, 1),
        ("joy", 0, 1000),
        ("anger", 0, 1000),
        ("sadness", 0, 1000),
        ("fear", 0, 1000),
        ("hedging", 0, 1000),
        ("formality", 0, 1),
    ],
)
def test_each_measure_has_its_name_and_its_range(name, low, high):
    """A measure more is no fault; one less, or another order, is."""
    known = ["valence", "valence-coverage", "joy", "anger", "sadness", "fear", "hedging"]
    names = [measure.name for measure in MEASURES]
    assert [one for one in names if one in {*known, "formality"}] == [*known, "formality"]
    (measure,) = (one for one in MEASURES if one.name == name)
    assert (measure.low, measure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "cue", "amount"),
    [
        ("One two three. Four.", "sentence length", log(2)),
        ("One two three.", "sentence length", log(3)),
        ("One two.", "word length", 3),
        ("no.", "small first letters", 1),
        ("No!", "exclamations", 1),
        ("Sevenit eighteen at.", "long words", 1 / 3),
        ("It's Bob's don't we'll 'tis.", "contractions", 2 / 5),
        ("You saw ME and us.", "I and you", 3 / 5),
        ("Hey, LOL red.", "slang", 2 / 3),
        ("Damn, im shouldnt red.", "slang", 3 / 4),
        ("Lots, MOM red.", "everyday words", 2 / 3),
        ("Within the box.", "linking words", 2 / 3),
        ("The ABCD ABC Abcd.", "capitals", 1 / 4),
        ("No! Oh. So.", "exclamations", 1 / 3),
        ("No! Oh! So!!!", "exclamations", 1),
        ("Why? Oh. So?", "questions", 2 / 3),
        ("no. Oh. so.", "small first letters", 2 / 3),
        ("(no). Oh.", "small first letters", 1 / 2),
        ("“(no”. Oh.", "small first letters", 0),
        *((f"The ab{end} of it.", "abstract endings", 1 / 4)
          for end in ("tion", "sion", "ment", "ity", "ence", "ance", "ism", "ive")),
        *((f"The AB{end} of it.", "abstract endings", 1 / 4)
          for end in ("tions", "ments", "ities")),
    ],
)  # fmt: skip
def test_each_cue_of_formality_is_what_it_says(text, cue, amount):
    assert CUES[cue](read_cues(read(text))) == pytest.approx(amount)


def test_exclamations_count_twice_a_sentence_at_most():
    cues = read_cues(read("No."))._replace(marks={"!": 1, "!!": 2, "?": 9})
    assert CUES["exclamations"](cues) == 2
    assert CUES["questions"](cues) == 2


def test_formality_is_the_mean_rating_and_each_cues_weight():
    document = read("It's the establishment of the station. Hey, you!")
    found = Analysis(document).value("formality")
    (_, middle, _), *weights = rows("formality.tsv")
    cues = read_cues(document)
    lines = [("an average sentence", None, float(middle))]
    for name, weight, mean in weights:
        amount = CUES[name](cues)
        lines.append((name, amount, float(weight) * (amount - float(mean))))
    assert [(line.word, line.base) for line in found.evidence] == [line[:2] for line in lines]
    assert [line.weight for line in found.evidence] == pytest.approx([w for *_, w in lines])
    assert found.value == pytest.approx(sum(weight for *_, weight in lines))
    assert {line.span for line in found.evidence} == {Span(0, len(document.text))}
    assert len(CUES) == len(weights)


def test_formality_is_held_at_0():
    found = Analysis(read("lol don't! don't! lol! i don't!")).value("formality")
    assert (found.value, found.evidence[-1].word) == (0, "held between 0 and 1")
    assert sum(line.weight for line in found.evidence) == pytest.approx(0)


def test_formality_is_held_at_1(monkeypatch):
    _, cues = formality.fit()
    monkeypatch.setattr(formality, "fit", lambda: (1.0, cues))
    found = Analysis(read("The establishment of the institution.")).value("formality")
    assert (found.value, found.evidence[-1].word) == (1, "held between 0 and 1")
    assert sum(line.weight for line in found.evidence) == pytest.approx(1)


PLAIN = "We went up the old hill with a lamp. "
LAW = "The committee has considered the implementation of the regulations of the institution. "
LONG = (
    "We went up the old hill behind the town with a lamp in order to see the river and the fields "
)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (LAW, 1),
        (LONG + "there. ", 0),
        (PLAIN, -1),
        ("The lamp is red. The hill is old. ", 0),
        (LAW + "Damn, im so lost, and it isn't funny. ", -1),
        (PLAIN + "Thou hast seen it. ", None),
        ("“Thou hast seen it.” " + PLAIN * 30, -1),
    ],
)
def test_a_register_goes_by_its_band_and_by_talk(text, way):
    document = read(text * 5)
    assert register(document, Analysis(document).value("formality")) == way


def test_formality_is_counted_in_prose():
    prose = "We went up the old hill with a lamp.\n"
    around = (
        "# An old hill\n\n- a lamp\n- We have a lamp.\n\n| lamp | hill |\n|---|---|\n| a | b |\n\n"
    )
    text = around + prose
    cues = read_cues(segment("a.md", text, markdown.read(text)))
    assert (cues.words, cues.starts) == (13, ["We", "We"])


def test_a_text_without_prose_is_counted_as_it_is():
    text = "# An old hill\n"
    assert read_cues(segment("a.md", text, markdown.read(text))).words == 3


# The other engine.


def test_vaders_sentence_has_one_line_of_evidence_or_none():
    document = read("It was good. It was there. --")
    good, there = vader_score(document)[:2]
    assert good.evidence == (Evidence(document.sentences[0].span, good.value, "nltk's VADER"),)
    assert there == Value(0.0)
    assert vader_score(read(":-)"))[0].value > 0
    assert vader_score(read("☂")) == (None,)


def test_a_face_alone_has_a_valence_and_a_mark_without_one_has_none():
    assert sentence_valence(read(":-)").sentences[0]).value > 0
    assert sentence_valence(read("☂").sentences[0]) is None
