"""The first lines of a report: what a text is about, how it sounds, where that changes."""

import re
from itertools import pairwise
from json import loads
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor
from tenor.formats.reports import json
from tenor.formats.terminal import report
from tenor.formats.terminal.ink import Ink
from tenor.themes import Theme
from tenor.tone.summary import Interval
from tenor.verdict import About, Spread, Turn, Whole, listed, mood, sign

SCHEMA = Path(json.__file__).with_name("report.schema.json")
GOOD = "The staff were kind and the food was wonderful, and I loved it. "
BAD = "The room was dirty and the waiter was rude, and I hated it. "
FLAT = "The room has a table and two chairs. "
FINE = "I have a fine table and two chairs. "
TURNING = "\n".join([BAD * 2] * 6 + [GOOD * 2] * 6)


def said(text):
    return [str(statement) for statement in tenor.analyze(text).verdict]


def stated(text, kind):
    """Give the statement of a kind, or None."""
    statements = tenor.analyze(text).verdict
    return next((statement for statement in statements if isinstance(statement, kind)), None)


def poles(*lines, end="\n"):
    """Give the places of the poles of a text of these lines."""
    return [pole.place for pole in stated(end.join(lines), Whole).poles]


def test_a_text_that_turns_says_where_after_how_it_is_on_the_whole():
    _, whole, turn, _ = said(TURNING)
    assert re.fullmatch(
        r"Mixed on the whole"
        r" \([+-]0\.\d\d, 95 % interval -0\.\d\d to \+0\.\d\d\);"
        r" most negative at 1:1-2:1, most positive at 7:1-8:1\.",
        whole,
    )
    assert re.fullmatch(
        r"Turns from very negative to very positive at 7:1:"
        r" -0\.\d\d before, \+0\.\d\d from there on\.",
        turn,
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (-0.3, 0.3, "Turns from negative to positive at 7: -0.30 before, +0.30 from there on."),
        (
            0.3,
            -0.5,
            "Turns from positive to very negative at 7: +0.30 before, -0.50 from there on.",
        ),
        (0.2, 0.5, "Grows more positive at 7: +0.20 before, +0.50 from there on."),
        (0.5, 0.2, "Grows more negative at 7: +0.50 before, +0.20 from there on."),
        (-0.2, 0.05, "Grows more positive at 7: -0.20 before, +0.05 from there on."),
        (-0.2, -0.5, "Grows more negative at 7: -0.20 before, -0.50 from there on."),
    ],
)
def test_only_where_the_sign_changes_a_tone_turns(before, after, words):
    assert str(Turn("7", before, after)) == words


def test_a_text_without_a_turn_names_its_poles_alone():
    text = "\n".join([FLAT * 4, GOOD * 3, FLAT * 4, BAD * 3, FLAT * 4, GOOD * 2])
    _, course, _ = said(text)
    assert course.startswith("Mostly neutral on the whole (+0.")
    assert course.endswith("); most positive at 2, most negative at 4.")


def test_a_run_that_fills_its_lines_is_named_by_them():
    flat, good, bad = [FLAT] * 4, [GOOD] * 3, [BAD] * 3
    assert poles(*flat, *good, *flat, *bad, *flat) == ["5-7", "12-14"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_lines_of_a_run_are_those_of_an_editor(end):
    flat, good, bad = [FLAT] * 4, [GOOD] * 3, [BAD] * 3
    assert poles(*flat, *good, *flat, *bad, *flat, end=end) == ["5-7", "12-14"]


def test_a_run_that_shares_a_line_is_named_by_where_it_begins():
    assert poles(FLAT * 4, FLAT + GOOD * 3, FLAT * 4, BAD * 3 + FLAT, FLAT * 4) == [
        "2:38-2:166",
        "4:1-4:121",
    ]
    assert poles(FLAT * 4, FLAT + GOOD, GOOD, GOOD + FLAT, *[FLAT] * 5) == ["2:38-4:1"]


def test_a_run_at_the_end_of_the_text_fills_its_lines():
    assert poles(*[BAD] * 3, *[FLAT] * 8, *[GOOD] * 3) == ["1-3", "12-14"]


def test_a_text_of_one_line_has_columns():
    text = FLAT * 4 + GOOD * 3 + FLAT * 4 + BAD * 3 + FLAT * 4
    good, bad = text.index(GOOD) + 1, text.index(BAD) + 1
    assert poles(text) == [
        f"1:{good}-1:{good + 2 * len(GOOD)}",
        f"1:{bad}-1:{bad + 2 * len(BAD)}",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [BAD * 2] * 6 + [GOOD * 2] * 6,
        [BAD] * 3 + [FLAT] * 8 + [GOOD] * 3,
        [FLAT * 4 + GOOD * 3 + FLAT * 4 + BAD * 3],
    ],
)
def test_every_place_the_verdict_names_begins_a_sentence(lines):
    document = tenor.analyze("\n".join(lines)).document
    starts = [document.position(sentence.span.start) for sentence in document.sentences]
    for place in poles(*lines):
        assert re.fullmatch(r"\d+(:\d+)?(-\d+(:\d+)?)?", place)
        first, *last = place.split("-")
        for spot in (first, *(end for end in last if ":" in end)):
            line, _, column = spot.partition(":")
            assert (int(line), int(column or 1)) in starts


def reach(place):
    """Give where a place begins and ends, as lines and columns."""
    first, _, last = place.partition("-")
    line, _, column = first.partition(":")
    last_line, _, last_column = (last or first).partition(":")
    return (int(line), int(column or 1)), (int(last_line), int(last_column or 10**6))


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from([GOOD, BAD, FLAT]), st.sampled_from([" ", "\n", "\n\n"])),
        min_size=10,
        max_size=50,
    )
)
def test_the_places_of_the_poles_never_meet(parts):
    whole = stated("".join(map("".join, parts)) + FLAT * 12, Whole)
    spots = sorted(reach(pole.place) for pole in whole.poles) if whole else []
    for (_, end), (start, _) in pairwise(spots):
        assert end < start


def test_a_flat_text_says_that_few_words_carry_tone():
    assert any(
        line.startswith("Few words carry tone: 0 of 20 sentences") for line in said(FLAT * 20)
    )


def test_a_short_text_is_not_judged_for_its_course():
    course = said(GOOD)[-1]
    assert re.fullmatch(
        r"Very positive \(\+0\.\d\d\); too short to say how it runs \(13 words\)\.", course
    )


def test_next_to_nothing_has_no_minus():
    whole = Whole("neutral", None, -0.004, Interval(-0.001, 0.002), ())
    assert str(whole) == "Neutral on the whole (+0.00, 95 % interval +0.00 to +0.00)."


@pytest.mark.parametrize(
    ("value", "name", "way"),
    [
        (0.05, "neutral or mixed", 0),
        (0.1, "positive", 1),
        (-0.2, "negative", -1),
        (0.5, "very positive", 1),
        (-0.5, "very negative", -1),
    ],
)
def test_a_valence_has_a_name_and_a_sign(value, name, way):
    assert (mood(value), sign(value)) == (name, way)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (GOOD * 3 + FLAT * 3, (3, 0, 6)),
        (GOOD + BAD * 2 + FINE * 27, (1, 2, 30)),
        (GOOD + BAD + FINE * 28, None),
        (FINE * 9, None),
        ("The staff were kind and the food was wonderful. " * 6 + FLAT * 6, None),
    ],
)
def test_sure_sentences_are_counted_where_one_in_ten_is_and_people_are_spoken_of(text, counts):
    assert stated(text, Spread) == counts


@pytest.mark.parametrize(
    ("spread", "line"),
    [
        (Spread(2, 1, 9), "At least 2 of 9 sentences clearly positive, 1 clearly negative."),
        (Spread(2, 0, 9), "At least 2 of 9 sentences clearly positive."),
        (Spread(0, 1, 9), "At least 1 of 9 sentences clearly negative."),
    ],
)
def test_a_side_without_sure_sentences_is_not_told(spread, line):
    assert str(spread) == line


def test_words_are_joined_as_prose_does():
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


GRIEF = "We felt grief in the house that week. "
SHABBY = "The table was bad, and so it stayed. "


def emotion(text, engine="tenor"):
    (whole,) = (
        part for part in tenor.analyze(text, engine=engine).verdict if isinstance(part, Whole)
    )
    return whole.emotion


@pytest.mark.parametrize(
    ("sentence", "felt", "adjective"),
    [
        (GRIEF, "sadness", "negative and sad"),
        ("We hated the rage and the fury of it all. ", "anger", "negative and angry"),
        ("We felt fear and dread in the house that week. ", "fear", "negative and anxious"),
        ("We felt joy and delight in the house that week. ", "joy", "positive and joyful"),
    ],
)
def test_an_emotion_is_named_where_most_words_of_the_tone_are_of_it(sentence, felt, adjective):
    assert emotion(sentence * 14) == felt
    assert any(f"{adjective} on the whole (" in line.lower() for line in said(sentence * 14))


def test_at_half_of_the_words_no_emotion_is_named():
    assert emotion(GRIEF * 8 + SHABBY * 8) is None
    assert emotion(GRIEF * 9 + SHABBY * 8) == "sadness"


def test_an_engine_that_names_no_words_names_no_emotion():
    assert emotion(GRIEF * 14, "vader") is None


def test_two_words_name_no_emotion():
    long = "The room has a table and two chairs and a lamp by the door and a shelf of plates, "
    long = (long + "two bowls and a jug beside the clock. ") * 5
    assert emotion("We felt the deepest grief. " * 2 + long) is None
    assert emotion("We felt the deepest grief. " * 3 + long) == "sadness"


def test_denied_words_name_no_emotion():
    assert emotion("We were never happy in the house that week. " * 14) is None
    assert emotion("We were happy in the house that week. " * 14) == "joy"


def test_an_emotion_of_the_other_side_is_not_named():
    """More words of joy than of anything else, in a text that is negative on the whole."""
    assert emotion((GRIEF + SHABBY * 2) * 6 + "We felt joy. " * 7) is None


def about(text):
    return stated(text, About)


def test_a_name_leads_that_comes_as_often_as_the_heaviest_theme():
    plant = "Toyota builds a plant. Toyota sells cars. Panasonic makes batteries. "
    assert about(plant * 6).names == ("Toyota", "Panasonic")
    fewer = "Toyota builds a plant. The plant is big. A plant makes cars. Cars leave the plant. "
    fewer += "The plant is big. " * 7
    assert about(fewer * 6).names == ()


def test_a_name_met_in_two_sentences_does_not_lead():
    text = (
        "We met Strend there. It rained a lot. Nobody else came. " * 2 + "It went on for long. " * 5
    )
    assert not any(isinstance(part, About) for part in tenor.analyze(text).verdict)
    assert about("# A day with Strend\n\n" + text).names == ("Strend",)


def test_places_alone_are_not_what_a_text_is_about():
    text = (
        "We went to France. It rained a lot. Nobody else came. " * 3 + "It went on for long. " * 40
    )
    assert not any(isinstance(part, About) for part in tenor.analyze(text).verdict)
    assert about("# Off to France\n\n" + text).names == ("France",)


def test_a_name_that_is_a_theme_is_told_once():
    told = about("Toyota builds a plant. Toyota sells cars. Toyota hires. " * 6)
    labels = [label.casefold() for label in (*told.names, *told.themes)]
    assert labels.count("toyota") == 1


@pytest.mark.parametrize(
    ("phrases", "word"),
    [
        (("old trombone", "violin", "trombone"), "violin"),
        (("trombone", "violin"), "trombone"),
        ((), "trombone"),
    ],
)
def test_a_theme_of_two_words_goes_by_the_one_that_is_used_more(phrases, word):
    analysis = tenor.analyze("We met them. " * 4)
    analysis.__dict__["themes"] = (Theme("trombone, violin", phrases, 0.5, (), None),)
    assert analysis.verdict[0].themes == (word,)


def test_a_theme_of_the_title_is_named_first():
    text = "A dam broke. The river rose. The dam is old. The river fell. "
    assert about("The dam\n\n" + text * 3 + "The river is wide.").themes == ("dam", "river")


def test_one_theme_alone_goes_with_the_title():
    body = "We slept at the station that night. The station is big. A station closes at night. "
    told = about(f"# Sleepless night in Tokyo\n\n{body * 3}")
    assert str(told) == "About sleepless night and station."


def test_a_common_word_alone_is_not_what_a_text_is_about():
    body = "I read a book. The book was good. My book ended well. "
    assert not any(isinstance(part, About) for part in tenor.analyze(body * 3).verdict)
    assert about(f"# Book reviews\n\n{body * 3}").themes == ("book reviews",)


def test_a_part_of_a_name_is_no_theme_beside_it():
    analysis = tenor.analyze("Then Mary Strend met Mary Strend. It was Mary Strend. " * 3)
    analysis.__dict__["themes"] = (Theme("Strend", (), 0.5, (), None),)
    assert analysis.verdict[0] == About(("Mary Strend",), ())


def test_of_two_stories_the_first_is_named_too():
    first = "A race began. The race was long. They won the race. "
    second = "The army took a fort. Its army held the fort by a river. An army left the river. "
    assert about(first + second * 3).themes[-1] == "race"


def test_a_variable_does_not_lead():
    text = "If P holds, then Q holds in the argument. An argument from P to Q is valid. "
    assert about(text * 6).names == ()


def test_names_and_themes_are_told_apart():
    assert str(About(("Toyota", "Panasonic"), ("batteries", "plant", "jobs"))) == (
        "About Toyota and Panasonic: batteries, plant and jobs."
    )
    assert str(About(("Toyota",), ())) == "About Toyota."
    assert str(About((), ("batteries",))) == "About batteries."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (GOOD * 2, ["about", "short"]),
        (GOOD * 6, ["about", "short", "spread"]),
        (FLAT * 20, ["about", "silence"]),
        (TURNING, ["about", "whole", "turn", "spread"]),
        ("\n".join([FLAT * 4, GOOD * 3, FLAT * 4, BAD * 3] * 2), ["about", "whole", "spread"]),
        (GOOD * 9, ["about", "whole", "spread"]),
        ("", []),
    ],
)
def test_json_says_what_the_terminal_says_and_its_parts(text, kinds):
    analysis = tenor.analyze(text)
    made = json.headed(json.report(analysis))
    assert [part["kind"] for part in made["verdict"]] == kinds
    assert [part["text"] for part in made["verdict"]] == said(text)
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(made, loads(SCHEMA.read_text("utf-8")))


def test_a_verdict_is_given_once_and_everything_takes_it_from_there(monkeypatch):
    given = []
    monkeypatch.setattr("tenor.analysis.verdict", lambda one: given.append(one) or ())
    analysis = tenor.analyze(GOOD * 9)
    assert analysis.verdict is analysis.verdict
    assert json.report(analysis)["verdict"] == []
    assert report.draw(analysis, Ink())
    assert "<p>" not in analysis._repr_html_()
    assert given == [analysis]


def test_the_parts_of_a_turn_are_its_place_and_its_means():
    turn = stated(TURNING, Turn)
    assert turn.place == "7:1"
    assert turn.before < -0.4
    assert turn.after > 0.4
