"""What a person reads keeps together: places with their words, hints whole, widths as they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor as program
from tenor.formats.terminal import report, table
from tenor.formats.terminal.ink import JOINT, WIDEST, WIDEST_PICTURE, Ink, Wide, text
from tenor.formats.terminal.layout import closed, hints, indented, pasted, with_places
from tenor.summary import summarize

WIDTHS = (60, 80, 100, 120)
WORDS = st.lists(st.text("abc“”’", min_size=1, max_size=18), min_size=1, max_size=60)
PLACE = re.compile(r"\s*\(?\d+:\d+(-\d+:\d+)?\)?[.,;]?")


def drawn(ink, *parts):
    return ink.draw(parts).splitlines()


def ink_of(width, **rest):
    return Ink(min(width, WIDEST), wide=min(width, WIDEST_PICTURE), **rest)


@given(WORDS, st.integers(1, 9999), st.integers(1, 9999))
@pytest.mark.parametrize("width", WIDTHS)
def test_a_place_never_stands_alone_on_a_line(width, words, line, column):
    place = f"{line}:{column}"
    shown = text(closed(" ".join(words), place, width - 5))
    *_, last = drawn(Ink(width), indented(shown, 5))
    assert last.endswith(f"  {place}")
    assert last.split() != [place]


def test_words_that_leave_no_room_for_their_place_are_not_broken_for_it():
    *_, word, place = drawn(Ink(20), text(closed("a " + "b" * 18, "10:200", 20)))
    assert (word, place.strip()) == ("a " + "b" * 18, "10:200")


@pytest.mark.parametrize("width", range(24, 60))
def test_no_line_of_a_statement_begins_with_a_place(width):
    said = "Sad until 11:1, most negative at 7:315-9:55, (10:4) and warm from 13:5 “13:6 it is”."
    shown = drawn(Ink(width), text(with_places(said)))
    assert " ".join(shown) == said
    assert not any(re.match(r"[(“]?\d", line) for line in shown)


def test_a_joint_is_drawn_as_a_space_also_where_a_text_has_one():
    assert drawn(Ink(80), text(f"a{JOINT}b")) == ["a b"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("is_terminal", [False, True])
@pytest.mark.parametrize("repeats", range(1, 40, 3))
def test_no_line_of_a_report_is_a_place_or_too_wide(width, is_terminal, repeats):
    words = ["garden"] * repeats
    good = f"We love the wonderful garden and the happy {' '.join(words)} that we have."
    bad = f"We hate the awful winter and the sad {' '.join(words)} that it leaves."
    analysis = program.analyze(" ".join(f"{good} {bad}\n\n{bad} {good}" for _ in range(4)))
    shown = report.draw(analysis, ink_of(width, is_terminal=is_terminal))
    arc = next(part for part in shown.split("\n\n") if part.startswith("TONE ARC"))
    lines = [line for line in shown.splitlines() if line not in arc.splitlines()]
    assert [line for line in lines if PLACE.fullmatch(line)] == []
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize(
    ("columns", "widest"), [(80, 80), (100, 100), (111, 111), (120, 120), (121, 120), (400, 120)]
)
def test_the_arc_and_the_quotations_are_wider_than_the_rest(tenor, seed, columns, widest):
    parts = tenor(seed, "--width", columns, "--gist").out.split("\n\n")
    (arc,) = (part for part in parts if part.startswith("TONE ARC"))
    assert max(map(len, arc.splitlines())) == widest
    for part in parts:
        if part.split()[0] not in {"GIST", "EVIDENCE"} and part != arc:
            rest = [line for line in part.splitlines() if "“" not in line]
            assert max(map(len, rest)) <= WIDEST


def test_a_quotation_on_a_wide_terminal_is_cut_where_it_ends():
    colours = ("very green", "really old", "quite warm", "truly rich", "so bright", "fresh red")
    middles = (f"{colour} " * 9 for colour in colours)
    sentences = (f"We love the wonderful garden and the happy {m}garden of ours." for m in middles)
    analysis = program.analyze("\n\n".join(sentences))
    for width in (80, 100, 120):
        shown = report.draw(analysis, ink_of(width, is_terminal=True)).splitlines()
        quotes = [line for line in shown if line.startswith("     “")]
        assert quotes
        assert all(width - 20 < len(line) <= width for line in quotes)


def test_only_what_may_be_wide_is():
    words = text("a " * 70)
    ink = Ink(100, wide=120)
    assert len(drawn(ink, words)[0]) <= 100 < len(drawn(ink, Wide(words))[0])


@pytest.mark.parametrize(
    ("width", "lines"), [(20, ["tenor a.txt · --sort"]), (19, ["tenor a.txt", "--sort"])]
)
def test_hints_stand_on_one_line_or_on_one_each(width, lines):
    assert [line.plain for line in hints(["tenor a.txt", "--sort"], Ink(width))] == lines


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.txt", "a.txt"),
        ("drafts/ä-1.md", "drafts/ä-1.md"),
        ("", "FILE"),
        ("-", "FILE"),
        ("-x.md", "FILE"),
        ("a b.txt", "FILE"),
        ("a'b.txt", "FILE"),
        ("$(rm).txt", "FILE"),
        ("x" * 80, "FILE"),
    ],
)
def test_a_name_stands_in_a_hint_where_it_can_be_pasted(name, shown):
    assert pasted(name, "tenor FILE now", Ink(80)) == f"tenor {shown} now"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [1, 20, 50, 90, 200])
def test_no_hint_is_broken_by_a_long_name(width, size):
    analysis = program.analyze("It was a good day. " * 30, name="n" * size + ".txt")
    foot = report.draw(analysis, ink_of(width)).split("\n\n")[-1]
    parts = re.split(r" · |\n", foot.strip())
    assert re.fullmatch(r"tenor explain (FILE|n+\.txt):1 says why", parts[0])
    assert parts[1:] == ["--all: every measure", "--json: data"]


def test_the_foot_of_the_table_names_a_text_whose_name_can_be_pasted():
    whole = summarize(program.analyze("It was a good day. " * 9))
    texts = [whole._replace(name=name) for name in ("a b.txt", "n" * 90, "c.txt")]
    last = table.draw(texts, Ink(80)).splitlines()[-1]
    assert last == "tenor c.txt for the report · --sort, --format csv"
    last = table.draw(texts[:2], Ink(80)).splitlines()[-1]
    assert last == "tenor FILE for the report · --sort, --format csv"
