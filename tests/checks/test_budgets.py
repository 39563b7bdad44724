"""The budgets: where the limit lies, what the message counts, and that the help comes true."""

import pytest

from tenor.checks import CHECKS
from tenor.findings.check import Options
from tenor.formats.note import place_note
from tenor.style import flesch_kincaid_grade

NAMED = {check.name: check for check in CHECKS}
PLAIN = "The cat sat on the mat. "  # six words


def test_a_budget_speaks_from_a_hundred_words_on(find):
    hedged = "Perhaps so. " * 49
    assert not find(hedged + "Yes.", "hedging")
    assert find(hedged + "Oh yes.", "hedging")


def test_hedging_counts_hedges_in_1000_words_and_promises_what_comes_true(find):
    text = "Perhaps it might rain. " + "It seems dry. " + PLAIN * 20 + "It may snow. It may hail. "
    words = 4 + 3 + 120 + 6
    (found,) = find(text, "hedging", options={"max": 10})
    assert found.value == round(5000 / words, 4)
    assert found.message == "37.6 hedges in 1000 words, more than 10 (5 in 133 words)"
    assert (found.sentence, found.label) == ("Perhaps it might rain.", "perhaps, might")
    assert [(t.sentence, t.weight, t.word) for t in found.evidence] == [
        ("It seems dry.", 1, "it seems"),
        ("It may snow.", 1, "may"),
        ("It may hail.", 1, "may"),
    ]
    assert (
        found.help
        == f"without those in these 3 sentences it is {1000 / words:.1f}, within the limit"
    )
    assert found.worse == 1


def test_hedging_at_its_limit_is_within_it(find):
    text = "It may rain. " + "Word " * 97 + "."
    assert not find(text, "hedging", options={"max": 10})
    (found,) = find(text, "hedging", options={"max": 9.9})
    assert found.help == "without those in this sentence it is 0.0, within the limit"


def test_hedging_says_where_three_sentences_are_not_enough(find):
    (found,) = find("It may rain. " * 40, "hedging")
    assert found.help == "without those in these 3 sentences it is 308.3"


@pytest.mark.parametrize(
    "text",
    ["The possible ones. ", "“It may”, she said. ", "# It may\n\n", "| It may |\n|---|\n\n"],
)
def test_a_hedge_that_is_a_choice_a_quotation_or_no_prose_does_not_count(find, text):
    assert not find(text + "It is so. " * 50, "hedging", options={"max": 0})


def test_an_allowed_hedge_does_not_count(find):
    text = "It may well rain. " + PLAIN * 20
    assert not find(text, "hedging", options={"max": 0, "allow": ["may well"]})
    assert not find(text, "hedging", options={"max": 0, "allow": ["it may"]})
    assert find(text, "hedging", options={"max": 0, "allow": ["well rain"]})


def test_passive_voice_is_a_share_of_the_sentences(find):
    text = "The red door was opened by us. It was sent. It was sent off. " + PLAIN * 17
    options = {"max": 0.1}
    (found,) = find(text + "It was sold. ", "passive-voice", options=options)
    assert found.value == round(4 / 21, 4)
    assert found.message == "19% of sentences are passive, more than 10% (4 of 21)"
    assert (found.sentence, found.label) == (
        "The red door was opened by us.",
        "passive: was opened",
    )
    assert [(t.sentence, t.weight, t.word) for t in found.evidence] == [
        ("It was sent off.", 1, "passive: was sent"),
        ("It was sent.", 1, "passive: was sent"),
        ("It was sold.", 1, "passive: was sold"),
    ]
    assert found.help == "naming who does it in these 3 brings it to 5%"
    assert not find(text, "passive-voice", options={"max": 0.15})


def test_passive_voice_names_no_more_sentences_than_there_are(find):
    (found,) = find("It was sent. " + PLAIN * 19, "passive-voice", options={"max": 0})
    assert found.help == "naming who does it in these 1 brings it to 0%"


def test_a_heading_is_no_passive_sentence(find):
    assert not find("# It was sent\n\n" + PLAIN * 20, "passive-voice", options={"max": 0})


def exclaimed(marks, words):
    return "Yes! " * marks + "word " * (words - marks) + "."


def test_exclamation_marks_are_counted_in_1000_words(find):
    (found,) = find(exclaimed(6, 500), "shouting")
    assert found.value == 12
    assert found.message == "12.0 exclamation marks in 1000 words, more than 10 (6 in 500)"
    assert found.help == "without those in these 3 it is 6.0, within the limit"
    assert (found.sentence, found.label, len(found.evidence)) == ("Yes!", "1 of them", 5)
    assert not find(exclaimed(6, 600), "shouting")
    assert find(exclaimed(6, 599), "shouting")


def test_five_exclamation_marks_are_no_habit_and_a_short_text_has_none(find):
    assert not find(exclaimed(5, 100), "shouting")
    assert find(exclaimed(6, 100), "shouting")
    assert not find(exclaimed(6, 99), "shouting")


def test_the_sentence_with_most_exclamation_marks_is_shown_first(find):
    text = "Yes! " * 12 + "We said (stop!) and (go!) and ran! " + "word " * 100 + "."
    (found,) = find(text, "shouting", options={"max-exclamations": 50})
    assert (found.label, found.evidence[0].word) == ("3 of them", "1 of them")
    assert found.sentence == "We said (stop!) and (go!) and ran!"
    assert found.help == "without those in these 3 it is 84.0"


@pytest.mark.parametrize("text", ["“Yes!” he said. ", "# Yes!\n\n"])
def test_exclamations_of_others_and_of_headings_do_not_count(find, text):
    assert not find(text * 9 + "\n\n" + "word " * 100 + ".", "shouting")


def test_reading_grade_is_flesch_and_kincaids(find, subject):
    # 13 sentences of 9 words and 9 syllables: .39 × 9 + 11.8 × 1 − 15.59
    text = "The old red dog sat down by the fire. " * 13
    assert flesch_kincaid_grade.compute(subject(text)).value == pytest.approx(-0.28)
    assert not find(text, "reading-grade", options={"max": 0})
    (found,) = find("An open window. " * 40, "reading-grade", options={"max": 4})
    # 3 words, 5 syllables: .39 × 3 + 11.8 × 5/3 − 15.59
    assert found.value == round(1.17 + 59 / 3 - 15.59, 4)
    assert found.message == (
        "grade 5.2 is above 4 (Flesch–Kincaid: 120 words, 40 sentences, 200 syllables)"
    )
    assert found.label.endswith(", the costliest sentence")
    assert len(found.evidence) == 29


def test_reading_grade_at_its_limit_is_within_it(find, subject):
    text = "An open window. " * 40
    grade = flesch_kincaid_grade.compute(subject(text)).value
    assert not find(text, "reading-grade", options={"max": grade})
    assert find(text, "reading-grade", options={"max": grade - 1e-9})


TWO = "splitting these 2 in two brings it to "
WITHIN, SHORTER = ", within the limit", "; the rest takes shorter words"
LONG = "The old dog ran up and the young cat sat by us in the sun. "


@pytest.mark.parametrize(
    ("text", "limit", "help_"),
    [
        # 10 × 15 words of one syllable: grade .39 × 15 − 3.79 = 2.06; in 13 sentences .71
        (LONG * 10, 1, "splitting these 3 in two brings it to 0.7" + WITHIN),
        # for 0.4 it takes .39 × 150 / 4.19 = 13.96, so 4 more
        (LONG * 10, 0.4, "splitting these 3 in two brings it to 0.7; it takes 4 such sentences"),
        # one sentence of 100 words, split once
        ("The old dog ran up " * 20 + ".", 27, "splitting it in two brings it to 15.7" + WITHIN),
        ((LONG.replace(".", "") * 5 + ". ") * 2, 11, TWO + "10.8" + WITHIN),
        # no splitting brings words of two syllables under 0: 11.8 × 2 − 15.59 = 8.0
        ("Open windows. " * 50, 5, "splitting these 3 in two brings it to 8.7" + SHORTER),
        # more splits than there are sentences are no advice either
        ("An open window. " * 40, 4.1, "splitting these 3 in two brings it to 5.2" + SHORTER),
    ],
)  # fmt: skip
def test_reading_grade_says_what_splitting_brings(find, text, limit, help_):
    (found,) = find(text, "reading-grade", options={"max": limit})
    assert found.help == help_


BAD = "It was a horrible, hateful day. "
FLAT = "The table stands by the door of the room over there. "


def test_tone_range_names_the_sentences_furthest_out(find, subject):
    text = BAD + "It was good. " + "We hated it. " + FLAT * 9
    whole = subject(text).analysis.valence.value
    values = [one.valence.value for one in subject(text).analysis.sentences]
    (found,) = find(text, "tone-range", options={"min": 0})
    assert found.value == round(whole, 4)
    assert found.worse == -1
    assert found.message == (
        f"tone {whole:+.2f} is below +0 (12 sentences, -1 negative to +1 positive)"
    )
    assert found.sentence == BAD.strip()
    assert found.label == f"{values[0]:+.2f}: horrible, hateful"
    assert [(t.sentence, t.base, t.word, place_note(t)) for t in found.evidence] == [
        ("We hated it.", values[2], "hated", f"{values[2]:+.2f}: hated"),
        ("It was good.", values[1], "", f"{values[1]:+.2f}"),
    ]
    after = (sum(values) - sum(values[:3])) / 12
    assert found.help == f"with these 3 neutral it is {after:+.2f}, within the limit"


def test_tone_range_names_a_sentence_that_no_word_pushes_out_by_its_tone_alone(find, subject):
    text = "It was good. " + "It was fine. " + FLAT * 20
    values = [one.valence.value for one in subject(text).analysis.sentences]
    (found,) = find(text, "tone-range", options={"min": 0.5})
    said = sorted(f"{value:+.2f}" for value in values[:2])
    assert [found.label, *map(place_note, found.evidence)] == said


def test_tone_range_has_an_upper_bound_too(find, subject):
    text = "It was a lovely, wonderful day. " * 6 + "It was bad. " + FLAT * 7
    whole = subject(text).analysis.valence.value
    (found,) = find(text, "tone-range", options={"max": 0.03})
    assert found.worse == 1
    assert f"tone {whole:+.2f} is above +0.03 " in found.message
    assert found.sentence == "It was a lovely, wonderful day."
    assert found.evidence[-1].sentence == "It was bad."
    assert found.help.startswith("with these 3 neutral it is +0.")
    assert not found.help.endswith("limit")


@pytest.mark.parametrize("bound", ["min", "max"])
def test_tone_range_at_its_bound_is_within_it(find, subject, bound):
    text = BAD + FLAT * 9
    whole = subject(text).analysis.valence.value
    assert not find(text, "tone-range", options={bound: whole})
    step = 1e-9 if bound == "min" else -1e-9
    assert find(text, "tone-range", options={bound: whole + step})


def test_tone_range_names_a_phrase_by_all_its_words(find):
    text = "It was a piece of cake. " + FLAT * 9
    (found,) = find(text, "tone-range", options={"max": 0})
    assert found.label.endswith(": piece of cake")


def test_tone_range_names_four_words_of_a_sentence_at_most(find):
    text = "It was a horrible, hateful, awful, cruel, ugly, disgusting day. " + FLAT * 9
    (found,) = find(text, "tone-range", options={"min": 0.5})
    assert len(found.label.split(", ")) == 4


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It was very bad.", "bad"),
        ("We hate it!!", "hate, !, !"),
        ("VERY BAD, not good, and we hate it!", "BAD, hate, good, !"),
    ],
)
def test_tone_range_names_words_as_they_stand_whatever_changes_them(find, sentence, words):
    (found,) = find(f"{sentence} " + FLAT * 20, "tone-range", options={"min": 0})
    assert found.label.partition(": ")[2] == words


CHAT = "hey dude, that's so cool!! gonna grab you some stuff, ok? lol, it's awesome! "
LAW = "The committee has considered the implementation of the aforementioned regulations. "


def cued(cues):
    return f"most of it by: {'; '.join(f'{cue.word} {cue.base:.2f}' for cue in cues)}"


def test_formality_range_names_the_three_cues_furthest_out(find, subject):
    whole = subject(CHAT * 9).analysis.value("formality")
    (found,) = find(CHAT * 9, "formality-range")
    assert (found.value, found.worse) == (round(whole.value, 4), -1)
    assert found.message == f"formality {whole.value:.2f} is below 0.3 (0 informal to 1 formal)"
    lowest = sorted(whole.evidence[1:], key=lambda one: one.weight)[:3]
    assert found.label == cued(lowest)
    assert found.sentence.startswith("hey dude")


def test_formality_range_has_an_upper_bound_too(find, subject):
    whole = subject(LAW * 12).analysis.value("formality")
    (found,) = find(LAW * 12, "formality-range", options={"max": 0.5})
    assert found.worse == 1
    assert f"formality {whole.value:.2f} is above 0.5 " in found.message
    cues = [one for one in whole.evidence if one.base is not None]
    assert found.label == cued(sorted(cues, key=lambda one: -one.weight)[:3])
    assert not find(LAW * 12, "formality-range", options={"max": whole.value})
    assert not find(LAW * 12, "formality-range", options={"min": whole.value})


STEPS = [-0.04, -0.03, -0.02, -0.01, 0.0, 0.01, 0.02, 0.03]


@pytest.mark.parametrize(
    ("values", "options", "found"),
    [
        # with one far value more the median is 0 and the median deviation .02:
        # 3.5 × 1.4826 × .02 = .1038
        ([*STEPS, 0.1037], {}, False),
        ([*STEPS, 0.1039], {}, True),
        ([*STEPS, 0.1039], {"deviations": 3.6}, False),
        ([*STEPS, 0.0594], {"deviations": 2}, True),
        # files that are all alike: nothing under .05 is worth a word
        ([0.2] * 8 + [0.249], {}, False),
        ([0.2] * 8 + [0.251], {}, True),
        ([0.2] * 8 + [0.149], {}, True),
        ([0.2] * 7 + [0.9], {}, True),
        ([0.2] * 6 + [0.9], {}, False),
        ([0.2] * 6 + [0.9], {"files": 7}, True),
    ],
)
def test_tone_drift_is_so_many_median_deviations_from_the_median(values, options, found):
    check = NAMED["tone-drift"]
    files = {f"{number}.md": value for number, value in enumerate(values)}
    told = check.across(files, Options({**check.defaults().settings, **options}))
    assert [name for name, problem in told.items() if problem] == (
        [f"{len(values) - 1}.md"] if found else []
    )


def test_tone_drift_says_what_is_usual():
    check = NAMED["tone-drift"]
    files = {f"{number}.md": value for number, value in enumerate([*STEPS, -0.5])}
    *others, problem = check.across(files, check.defaults()).values()
    assert others == [None] * len(STEPS)
    assert (problem.value, problem.worse) == (0.49, 1)
    assert problem.message == (
        "tone -0.50 is far from its folder's -0.01 (median of 9 files; 0.10 either way is usual)"
    )


def test_tone_drift_takes_the_tone_of_a_text_of_a_hundred_words(subject):
    check = NAMED["tone-drift"]
    long = subject("It was good. " * 33 + "Yes.")
    (problem,) = check.find(long, {})
    assert problem.value == round(long.analysis.valence.value, 4)
    assert not [*check.find(subject("It was good. " * 33), {})]
