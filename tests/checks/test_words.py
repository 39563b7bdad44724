"""The checks that point at words: which places count, which do not, and what they say there."""

import re

import pytest

from tenor.formats.note import place_note


def count(find, text, check, **options):
    return len(find(text, check, options=options))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("All you have to do is wait.", 1),
        ("Of course, you can stay.", 1),
        ("Of course you can stay.", 1),
        ("You can, of course, stay.", 0),
        ("Of course it rained on you.", 0),
        ("Obviously, it rained.", 0),
        ("Obviously, it rained on you.", 1),
        ("You can easily add it.", 0),
        ("You simply need to wait.", 1),
        ("You just have to wait.", 1),
        ("You just arrived.", 0),
        ("You just add one.", 0),
        ("Then just click it.", 1),
        ("Please just click it.", 1),
        ("Open it and just run it.", 1),
        ("Open it or just run it.", 1),
        ("Open it, just run it.", 1),
        ("They just run it.", 0),
        ("They can simply run it.", 0),
        ("You can simply run it.", 1),
        ("You and they can simply run it.", 1),
        ("You and all of them can simply run it.", 0),
        ("Rather than load it, just return it.", 0),
        ("Instead, just run it.", 0),
        ("Just run it instead.", 1),
        ("Simply", 0),
        ("“Simply run it”, he said.", 0),
        ("> Simply run it.", 0),
        ("# Simply run it", 0),
    ],
)
def test_condescension_is_a_task_called_easy_to_whoever_is_told_to_do_it(find, text, times):
    assert count(find, text, "condescension") == times


def test_condescension_names_the_words_to_leave_out(find):
    (found,) = find("Of course, you can stay.", "condescension")
    assert found.message == "“Of course” calls the reader's task easy"
    assert found.help == "leave “Of course” out"


@pytest.mark.parametrize("word", ["winner", "winners", "sore", "winning"])
@pytest.mark.parametrize("loser", ["loser", "losers"])
def test_the_loser_of_a_game_is_not_insulted(find, word, loser):
    assert count(find, f"The {loser} met the {word} there.", "hostility") == 0
    assert count(find, f"The {loser} met the mayor there.", "hostility") == 1


def test_an_idiot_beside_a_winner_is_insulted_all_the_same(find):
    (found,) = find("The winner is an idiot.", "hostility")
    assert found.message == "“idiot” attacks the person"
    assert found.help == "say what went wrong, and what you want done"
    assert (found.label, found.evidence, found.value, found.worse) == ("", (), None, 1)


@pytest.mark.parametrize(
    "doubt",
    ["not", "no", "never", "if", "whether", "nothing", "must", "should", "shall", "to", "isn't"],
)
def test_a_claim_after_a_doubt_or_a_rule_is_none(find, doubt):
    assert count(find, f"It {doubt} guaranteed anything.", "overclaiming") == 0
    assert count(find, f"It {doubt} quite then guaranteed anything.", "overclaiming") == 0
    assert count(find, f"It {doubt} quite then also guaranteed anything.", "overclaiming") == 1


@pytest.mark.parametrize("word", ["to", "that", "by", "for"])
def test_guaranteed_before_what_guarantees_it_is_a_definition(find, word):
    assert count(find, f"Order is guaranteed {word} it.", "overclaiming") == 0
    assert count(find, f"Order is guaranteed here {word} it.", "overclaiming") == 1


def test_a_promise_comes_within_three_words_of_always_or_never(find):
    assert count(find, "It never once ever disappoints.", "overclaiming") == 1
    assert count(find, "It never once ever really disappoints.", "overclaiming") == 0
    assert count(find, "It always then really helps.", "overclaiming") == 1
    assert count(find, "It always opens.", "overclaiming") == 0


def test_a_claim_is_told_how_to_become_one_that_holds(find):
    (found,) = find("It never disappoints.", "overclaiming")
    assert found.help == "say when, how often, or what was tried"
    (found,) = find("It is unrivalled.", "overclaiming")
    assert found.message == "“unrivalled” claims more than can be shown"
    assert found.help == "say what was measured, or leave it out"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A refund is due.", False),
        ("Refunds are due.", False),
        ("The refund's due.", False),
        ("It was refunded.", False),
        ("We are refunding it.", False),
        ("A fund is due.", True),
        ("", False),
    ],
)
def test_a_required_term_is_met_in_its_usual_forms(find, text, missing):
    assert bool(find(text, "missing-theme", options={"require": ["refund"]})) == missing


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("policy", "policies"),
        ("delay", "delays"),
        ("invoice", "invoicing"),
        ("delay", "delaying"),
        ("delay", "delayed"),
        ("invoice", "invoiced"),
        ("box", "boxes"),
        ("quick", "quickly"),
    ],
)
def test_a_required_term_is_met_by_the_rules_of_spelling(find, term, form):
    assert not find(f"See our {form} there.", "missing-theme", options={"require": [term]})


@pytest.mark.parametrize(
    ("times", "mentions", "message"),
    [
        (0, 1, "“refund” is never mentioned"),
        (0, 3, "“refund” is never mentioned, less than 3 times"),
        (1, 3, "“refund” is mentioned once, less than 3 times"),
        (2, 3, "“refund” is mentioned 2 times, less than 3 times"),
        (3, 3, None),
        (1, 1, None),
    ],
)
def test_a_theme_mentioned_too_seldom_says_how_often(find, times, mentions, message):
    text = "We wait here. " + "The refund is due. " * times
    options = {"require": ["refund"], "mentions": mentions}
    found = find(text, "missing-theme", options=options)
    assert [one.message for one in found] == ([message] if message else [])
    assert all(one.sentence == "We wait here." for one in found)


def test_a_banned_term_without_a_replacement_gives_none(find):
    options = {"terms": {"utilize": "", "leverage": "use"}}
    first, second = find("We utilize and leverage it.", "banned-terms", options=options)
    assert (first.message, first.help) == ("“utilize” is not to be used here", "")
    assert second.help == "say “use”"
    (found,) = find("We utilize it.", "banned-terms", options={"terms": ["utilize"]})
    assert found.help == ""


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The door was opened.", "was opened"),
        ("It isn't wanted.", "isn't wanted"),
        ("The letter was never sent.", "was never sent"),
        ("The letter was never quickly sent.", "was never quickly sent"),
        ("The letter was never really quickly sent.", None),
        ("They were led away.", "were led"),
        ("They were tired.", None),
        ("A loan is owed.", None),
        ("He was aided.", "was aided"),
        ("The dog was x-rayed.", None),
        ("It was.", None),
        ("It was a feed.", None),
        ("The doors opened.", None),
    ],
)
def test_a_passive_is_a_form_of_to_be_and_a_participle_close_behind(subject, text, passive):
    from tenor.checks.passive_voice import passives

    given = subject(text)
    found = [given.document.slice(hit.span) for hit in passives(given, 0)]
    assert found == ([passive] if passive else [])


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("You DO NOT TOUCH it.", ["3 words in capitals"]),
        ("You DO NOT touch it.", []),
        ("It IS A B case.", ["3 words in capitals"]),
        ("The A B C of it.", []),
        ("You MUST NOT SHALL it.", []),
        ("The IBM PC HTTP case.", []),
        ("DO NOT TOUCH.", ["3 words in capitals"]),
        ("| DO NOT TOUCH |\n|---|\n| b |", []),
        ("DO NOT TOUCH the DAMAGES.", []),
        ("So DO NOT `x` TOUCH it.", []),
        ("No!! Why?! What? Yes!", ["“!!” raises the voice", "“?!” raises the voice"]),
        ("No ! !", []),
        ("!! it is", []),
        ("Why??", []),
        ("“DO NOT TOUCH it!!” he said", []),
        ("> DO NOT TOUCH it!!", []),
    ],
)
def test_a_raised_voice_is_three_words_in_capitals_or_a_doubled_mark(find, text, messages):
    assert [one.message for one in find(text, "shouting")] == messages


def test_a_run_of_capitals_is_marked_from_its_first_word_to_its_last(find):
    (found,) = find("You DO NOT EVER touch it.", "shouting")
    assert (found.place.start.column, found.place.end.column) == (5, 16)
    options = {"allow": ["not ever"]}
    assert not find("You DO NOT EVER touch it.", "shouting", options=options)
    assert find("You DO NOT EVER touch it.", "shouting", options={"allow": ["touch"]})
    assert find("DO NOT go", "shouting", options={"capitals": 2})
    assert find("Stop!!", "shouting", options={"allow": ["stop"]})
    assert not find("Stop!!", "shouting", options={"allow": ["stop !!"]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("word " * 45 + ".", False),
        ("word " * 46 + ".", True),
        # 45 words and four items of three words: 45 + 4 × 1
        ("word " * 41 + ", a b c, a b c, a b c, a b c.", False),
        ("word " * 42 + ", a b c, a b c, a b c, a b c.", True),
        ("word " * 41 + "; a b c; a b c; a b c; a b c.", False),
        # three items are no enumeration, and four words no item
        ("word " * 39 + ", a b c, a b c, a b c.", True),
        ("word " * 33 + ", a b c d, a b c d, a b c d, a b c d.", True),
    ],
)
def test_an_enumeration_is_four_items_of_three_words_or_fewer_and_counts_a_word_each(
    find, text, found
):
    assert bool(find(text, "sentence-length")) == found


def test_a_long_sentence_says_how_long_it_is(find):
    (found,) = find("word " * 46 + ".", "sentence-length")
    assert found.message == "46 words in one sentence, more than 45"
    assert found.help == "split it in two"


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("w " * 8 + ", but the dog was not in here " + "w " * 40, "but the dog"),
        ("w " * 6 + ", but the dog " + "w " * 40, None),
        ("w " * 40 + ", but the dog was w w w w", "but the dog"),
        ("w " * 40 + ", but the dog w w w w", None),
        ("w " * 10 + ", but we go " + "w " * 14 + ", and they sit " + "w " * 20, "and they sit"),
        ("w " * 20 + ", but we go " + "w " * 10 + ", and they sit " + "w " * 12, "but we go"),
        ("w " * 20 + ", the dog ran " + "w " * 25, None),
        ("w " * 20 + " but the dog " + "w " * 25, None),
        ("w " * 20 + ", but 3 dogs " + "w " * 25, None),
        *(("w " * 20 + f" {mark} but we go " + "w " * 25, "but we go") for mark in ";:–—("),
    ],
)
def test_a_second_sentence_begins_after_a_mark_eight_words_from_either_end(find, text, joint):
    (found,) = find(text.strip() + ".", "sentence-length")
    place = f"a second sentence could begin at “{joint}”"
    assert found.help == (place if joint else "split it in two")


def test_a_phrase_said_too_often_is_shown_at_its_second_use(find):
    verbs = ["stood", "lay", "sat", "was"]
    text = " ".join(f"The old red barn {verb} there." for verb in verbs)
    (found,) = find(text, "repetition")
    assert found.message == "“old red barn” is said 4 times"
    assert found.sentence == "The old red barn lay there."
    assert [(t.sentence.split()[4], t.word) for t in found.evidence] == [
        ("stood", "said here too"),
        ("sat", "said here too"),
        ("was", "said here too"),
    ]
    assert {trace.weight for trace in found.evidence} == {1.0}
    assert not find(text.rsplit("The", 1)[0], "repetition")


@pytest.mark.parametrize(
    ("text", "options", "messages"),
    [
        ("The old barn fell. An old barn stands. ", {}, []),
        ("Big old barn here. " * 4, {}, ["“Big old barn here” is said 4 times"]),
        ("Big old barn here. " * 4, {"max": 4}, []),
        ("Big old barn here. " * 4, {"words": 5}, []),
        ("Big old barn here. " * 4, {"allow": ["old barn"]}, []),
        ("Big old barn here. " * 4, {"allow": ["barn x"]}, ["“Big old barn here” is said 4 times"]),
        ("Such as the barn. " * 4, {}, []),
        ("Red barn it sat. Red barn it ran. " * 2, {}, ["“Red barn it” is said 4 times"]),
        ("Red barn big door, red barn big door, red barn big door, red barn big door.", {}, []),
        ("Big 2 barn here. " * 4, {}, []),
        ("Big old `x` barn. " * 4, {}, []),
        ("Big old barn. It fell. Big old barn.", {"max": 1}, ["“Big old barn” is said 2 times"]),
        ("Wow big old barn fell. " + "Big old barn. " * 4, {"allow": ["wow big"]}, []),
        (
            "Big old barn. " * 4 + "Wow, all fell.",
            {"allow": ["all fell"]},
            ["“Big old barn” is said 4 times"],
        ),
        ("Here 2 big old barn\n\n" * 4, {}, ["“big old barn” is said 4 times"]),
        ("An old red x2 zone. " * 4, {}, ["“An old red x2 zone” is said 4 times"]),
        ("# Big old barn\n\n" * 4, {}, []),
    ],
)
def test_repetition_is_a_phrase_of_three_words_in_several_sentences(find, text, options, messages):
    assert [one.message for one in find(text, "repetition", options=options)] == messages


def test_a_repeated_phrase_is_followed_at_most_thirty_words(find):
    words = [a + b for a in "bcdfg" for b in ("ab", "ad", "af", "ag", "al", "am", "an")]
    first, rest = find((" ".join(words).capitalize() + ". ") * 4, "repetition")
    for one, several in ((first, words[:30]), (rest, words[30:])):
        length = one.place.end.column - one.place.start.column
        assert length == len(" ".join(several))


NEGATIVE = "It is a horrible, shameful disaster. "


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        (NEGATIVE * 3, {}, True),
        (NEGATIVE * 2, {}, False),
        (NEGATIVE * 2, {"sentences": 2}, True),
        (NEGATIVE * 2 + "It rains. " + NEGATIVE * 2, {}, False),
        (NEGATIVE * 3, {"below": -1}, False),
        ("- " + NEGATIVE * 3, {}, False),
        (f"“{NEGATIVE * 3}”", {}, False),
        ("It was good. " * 3, {}, False),
    ],
)
def test_a_negative_passage_is_three_such_sentences_in_a_row_of_the_writers_own(
    find, text, options, found
):
    assert bool(find(text, "negative-passage", options=options)) == found


def test_a_negative_passage_names_the_worst_word_of_each_sentence(find):
    text = "It is a horrible disaster. We hated the awful mess. They are cruel. It rains."
    (found,) = find(text, "negative-passage")
    mean = float(found.message.partition("mean ")[2].rstrip(")"))
    assert found.message.startswith("3 strongly negative sentences in a row (mean -0.")
    assert len(found.label.split(", ")) == 3
    assert found.label.endswith("cruel")
    assert [trace.sentence for trace in found.evidence] == [
        "We hated the awful mess.",
        "They are cruel.",
    ]
    assert [trace.word for trace in found.evidence] == found.label.split(", ")[1:]
    text_of = found.sentence
    assert text_of == "It is a horrible disaster. We hated the awful mess. They are cruel."
    assert mean <= -0.3


def test_a_long_negative_passage_names_five_words(find):
    (found,) = find("They are cruel. " * 7, "negative-passage")
    assert found.label == "cruel, cruel, cruel, cruel, cruel"
    assert len(found.evidence) == 6


def test_a_negative_passage_at_zero_names_only_words_that_are_there(find):
    text = "They are cruel. It is a table. The room has a door."
    (found,) = find(text, "negative-passage", options={"below": 0})
    assert found.label == "cruel"
    assert len(found.evidence) == 2


@pytest.mark.parametrize("way", ["more positive", "more negative"])
def test_a_tone_shift_is_shown_at_the_heading_it_is_made_at(find, way):
    good = "We loved it. It was a wonderful day. Everyone was happy.\n\n"
    bad = "We hated it. It was a horrible day. Everyone was angry.\n\n"
    one, two = (bad, good) if way == "more positive" else (good, bad)
    (found,) = find(f"# One\n\n{one}# Two\n\n{two}", "tone-shift")
    before, after = map(float, re.findall(r"[+-]\d\.\d\d", found.message))
    assert found.message.startswith(f"much {way} than the section before (")
    assert (after > before) == (way == "more positive")
    assert found.label == f"{after:+.2f}"
    assert found.sentence == "Two"
    (trace,) = found.evidence
    assert (trace.sentence, place_note(trace)) == ("One", f"{before:+.2f}: the section before")
    assert trace.weight == pytest.approx(before, abs=0.005)
    limit = {"max": abs(trace.weight - after) + 0.02}
    assert not find(f"# One\n\n{one}# Two\n\n{two}", "tone-shift", options=limit)


def test_a_short_section_makes_no_tone_shift(find):
    good = "We loved it. It was a wonderful day.\n\n"
    bad = "We hated it. It was a horrible day.\n\n"
    text = f"# One\n\n{good}# Two\n\n{bad}"
    assert find(text, "tone-shift", options={"sentences": 3})
    assert not find(text, "tone-shift", options={"sentences": 4})


BEES = "The hive is full of bees. Each bee brings honey to the hive. "
TRAINS = "My train was late. The ticket had cost a fortune. "


def test_a_section_that_shares_no_theme_is_shown_at_its_heading(find):
    text = f"# Bees\n\n{BEES * 2}\n\n# Honey\n\n{BEES * 2}\n\n# Trains\n\n{TRAINS}"
    (found,) = find(text, "off-theme", options={"words": 10})
    assert found.sentence == "Trains"
    assert found.message.startswith("this section shares no theme with the rest: ")
    assert found.label == "11 words"
    assert find(text, "off-theme", options={"words": 11})
    assert not find(text, "off-theme", options={"words": 12})


def test_declared_themes_take_the_place_of_the_texts_own(find):
    text = f"# Bees\n\n{BEES * 2}\n\n# Trains\n\n{TRAINS * 2}"
    options = {"words": 10, "themes": ["ticket"]}
    (found,) = find(text, "off-theme", options=options)
    assert (found.sentence, found.message) == (
        "Bees",
        "this section shares no theme with the rest: ticket",
    )
    options["themes"] = ["ticket", "hive"]
    assert not find(text, "off-theme", options=options)


def test_a_section_off_the_themes_names_five_of_them(find):
    text = f"# Bees\n\n{BEES * 2}\n\n# Trains\n\n{TRAINS * 2}"
    options = {"words": 10, "themes": ["ticket", "b", "c", "d", "e", "f"]}
    (found,) = find(text, "off-theme", options=options)
    assert found.message == "this section shares no theme with the rest: ticket, b, c, d, e"


def test_a_text_of_one_section_is_on_its_theme(find):
    assert not find(f"# Bees\n\n{BEES * 2}", "off-theme", options={"words": 1, "themes": ["x"]})


def test_hygiene_says_what_is_wrong_with_a_comment(find):
    def message(comment, check):
        return [one.message for one in find(f"{comment}\n\nQuiet.\n", check, "shouting")]

    assert message("<!-- tenor: ignore shouting -->", "ignore-without-reason") == [
        "a suppression without a reason"
    ]
    assert message("<!-- tenor: ignore shouting -- x -->", "ignore-without-reason") == []
    assert message("<!-- tenor: ignroe shouting -->", "ignore-without-reason") == []
    assert message("<!-- tenor: ignore shoutin, hedging -- x -->", "unknown-check") == [
        "there is no check named shoutin (did you mean 'shouting'?)"
    ]
    assert message("<!-- tenor: ignore shouting -- x -->", "unused-ignore") == [
        "nothing here needs ignore for shouting"
    ]
    assert message("<!-- tenor: off -- x -->", "unused-ignore") == [
        "nothing here needs off for any check"
    ]
