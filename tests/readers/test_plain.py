"""Plain text: its blocks, its title, and what is furniture at its edges."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.readers import plain
from tenor.readers.typography import fold

PROSE = "\n\n".join(f"Paragraph number {n} says a thing or two." for n in range(9))


def blocks(text):
    return [(block.kind, text[slice(*block.span)]) for block in plain.read(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nWrapped on.\n\nTwo.", ["One line.\nWrapped on.", "Two."]),
        ("One.\r\nOn.\r\n\r\nTwo.", ["One.\r\nOn.", "Two."]),
        ("One.\rOn.\r\rTwo.", ["One.\rOn.", "Two."]),
        ("One.\n \t\u00a0\nTwo.", ["One.", "Two."]),
        ("One.\n\fTwo.", ["One.", "Two."]),
        ("  Indented.  \n", ["Indented."]),
        ("\ufeffMarked.", ["Marked."]),
        (f"{'long ' * 30}end.\nNext.", [f"{'long ' * 30}end.", "Next."]),
        ("", []),
        (" \n\n\t\n", []),
    ],
)
def test_blocks_end_at_blank_lines_and_at_unwrapped_line_ends(text, expected):
    assert blocks(text) == [("paragraph", block) for block in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- one\n- two", ["one", "two"]),
        ("• one\n  more\n• two", ["one\n  more", "two"]),
        ("1. one\n2. two", ["one", "two"]),
        ("(1) one\n(2) two", ["one", "two"]),
        ("a) one\nb) two", ["one", "two"]),
        (":one\n:two", ["one", "two"]),
    ],
)
def test_list_items_are_blocks_without_their_marks(text, expected):
    assert blocks(text) == [("item", item) for item in expected]


def test_lines_across_divide_and_are_no_blocks():
    assert [text for _, text in blocks("One.\n_____\nTwo.\n* * *\nThree.\n\n---")] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_a_number_that_begins_a_wrapped_line_is_no_list_item():
    text = "It was in the spring of the year\n1984. Nobody remembers it, in chapter\n12. Or so."
    assert blocks(text) == [("paragraph", text)]


def test_a_title_that_stands_at_the_top_more_than_once_is_left_out():
    text = f"on being late\n\nOn Being Late Again\n\nOn being late again\n\n{PROSE}"
    reading = plain.read(text)
    assert [text[slice(*out.span)] for out in reading.left_out] == [
        "on being late",
        "On Being Late Again",
        "On being late again",
    ]
    assert {out.reason for out in reading.left_out} == {"repeated title"}
    assert reading.title == "On Being Late Again"
    assert len(reading.blocks) == 9


def test_a_title_that_stands_once_is_counted():
    reading = plain.read(f"On Being Late\n\n{PROSE}")
    assert (reading.left_out, len(reading.blocks), reading.title) == ((), 10, "On Being Late")


@pytest.mark.parametrize(
    "text",
    [
        "I love it\n\n" * 10,
        "Never again\n\n" * 9 + "That is all.",
        "Never again\n\n" * 5 + PROSE,
        "On being late\n\n" * 3 + "The end.\n\n" * 6,
        "Leave a Reply\n\n" * 10,
        "On being late\n\n" * 2 + "It was.\n\n" * 6 + "Leave a Reply\n\n" * 2,
    ],
)
def test_no_furniture_is_left_out_where_no_two_different_blocks_would_remain(text):
    reading = plain.read(text)
    assert reading.left_out == ()
    assert len(reading.blocks) == len(text.strip().split("\n\n"))


def test_a_refrain_of_a_megabyte_is_read_in_a_few_passes():
    text = "I love it\n\n" * 100_000
    start = time.process_time()
    assert len(plain.read(text).blocks) == 100_000
    assert time.process_time() - start < 60  # no timing, a guard against hanging


@pytest.mark.parametrize(
    "tail",
    [
        "Leave a Reply",
        "1. Pingback: Some blog | On being late",
        "12 Comments",
        "Share this:",
        "Filed under: life, trains",
        "Copyright © 2019 A. Writer. All rights reserved.",
    ],
)
def test_the_known_tails_of_a_blog_page_are_left_out_at_the_end(tail):
    text = f"{PROSE}\n\n{tail}\nLeave a comment"
    reading = plain.read(text)
    assert [out.reason for out in reading.left_out] == ["page footer"] * 2
    assert len(reading.blocks) == 9


@pytest.mark.parametrize(
    "text",
    [
        "Leave a Reply",
        "Same line\n\nSame line\n\nThat is all.",
        f"Leave a Reply\n\n{PROSE}",
        f"{PROSE}\n\nShare this secret with nobody, she said, and left.",
        "Ann Berg\n\nJon Dahl\n\nMia Fors\n\nKim Gran\n\nLea Holm\n\nNils Ek\n\nOla Asp\n\nPia Ros",
    ],
)
def test_short_texts_lists_of_names_and_prose_are_never_furniture(text):
    assert plain.read(text).left_out == ()


def test_a_footer_on_the_last_lines_of_a_paragraph_is_cut_off_it():
    text = f"{PROSE}\nLeave a Reply"
    reading = plain.read(text)
    assert text[slice(*reading.blocks[-1].span)] == "Paragraph number 8 says a thing or two."


def test_quotes_are_straight_spaces_plain_and_silent_marks_marked():
    assert fold("“Don’t”\u00a0so\u00adft\u2009x\ty\n") == '"Don\'t" so\u200bft x y '


def test_a_joiner_stays_within_a_picture_only():
    assert fold("👩\u200d💻 a\u200db") == "👩\u200d💻 a\u200bb"


HEADINGS = [
    ("On Being Late\n\n{}", 1),
    ("{}\n\nThe Way to the Station\n\n{}", 2),
    ("{}\n\nTHE WAY\n\n{}", 2),
    ("{}\n\n2.1 The Way\n\n{}", 2),
    ("{}\n\nThe way to the station\n{}", 2),
    ("{}\n\nThe way\n=======\n{}", 2),
    ("{}\n\n2. The Way\n\n{}", 2),
    ("On being late\nby Ann Berg\n\n{}\n\n{}", 1),
    ("{}\n\nWhat I need\n- a ticket\n- a train", 2),
]
SAID = "The train was there before I was, which is how it always is with me and with trains."


@pytest.mark.parametrize(("form", "level"), HEADINGS)
def test_short_lines_without_an_end_are_headings_over_what_is_said(form, level):
    text = form.format(SAID, SAID)
    headings = [block for block in plain.read(text).blocks if block.kind == "heading"]
    assert [block.level for block in headings] == [level]


def test_a_heading_right_above_the_first_paragraph_is_the_title():
    reading = plain.read(f"On being late\n{SAID}\n\n{SAID}")
    assert (reading.title, reading.blocks[0].kind) == ("On being late", "heading")


@pytest.mark.parametrize(
    "text",
    [
        "{}\n\nThe Way to the Station.\n\n{}",
        "{}\n\nthe way to the station\n\n{}",
        "{}\n\nThe way to the station\n\n{}",
        "Ann Berg\n\nJon Dahl\n\nMia Fors",
        "{}\n\nAnn Berg\nJon Dahl",
        "Tyger Tyger\nBurning bright\nIn the forests of the night",
        "The train was there before I was, and so were most of the people, of whom\n{}",
        "Dear Ann,\n{}",
    ],
)
def test_sentences_names_verse_and_wrapped_lines_are_no_headings(text):
    assert all(kind != "heading" for kind, _ in blocks(text.format(SAID, SAID)))


TABLES = [
    "Train     Hour    Track\nNorth     10:15   4\nSouth     11:30   12",
    "Train     Hour\n-----     ----\nNorth     10:15",
    "Train | Hour | Track\nNorth | 10:15 | 4\nSouth | 11:30 | 12",
    "| Train | Hour |\n|-------|------|\n| North | 10:15 |",
    "Train\tHour\nNorth wind\t10:15\nSouth\t11:30",
    "The way there ........ 4\nThe way back ..... 12\nThe rest ...... 30",
]


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_left_out(table):
    text = f"{SAID}\n\n{table}\n\n{SAID}"
    reading = plain.read(text)
    assert [(out.reason, text[slice(*out.span)]) for out in reading.left_out] == [("table", table)]
    assert blocks(text) == [("paragraph", SAID)] * 2


def test_a_text_that_is_but_a_table_is_read():
    assert plain.read(TABLES[0]).blocks


@pytest.mark.parametrize(
    "text",
    [
        "He came late.  She did not.  So it\nwent on.  They never met.  It is\nsad.  I think so.",
        "the  trains that  run here every day\nare   late and nobody  knows\nwhy  they  are so",
        "The north | the south",
        "Ann Berg    Jon Dahl",
        "It was late ... and dark ...\nand cold ... and wet ...\nand so ... and so on ...",
    ],
)
def test_spaces_behind_sentences_and_in_justified_lines_make_no_table(text):
    assert plain.read(text).left_out == ()


def test_the_lines_of_a_stanza_are_read_as_one():
    poem = "The train was late,\nAnd I was glad of it.\n\nSo late it was\nThat I forgot\nThe hour."
    assert [text for _, text in blocks(poem)] == poem.split("\n\n")


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab1.-•() \n\r\f\u00a0\u200b“Leave a Reply|"), max_size=200)
)
def test_blocks_are_in_order_tight_and_lose_nothing_but_marks(text):
    reading = plain.read(text)
    assert len(reading.plain) == len(text)
    last = 0
    for block in reading.blocks:
        assert last <= block.span.start < block.span.end <= len(text)
        inside = text[slice(*block.span)]
        assert inside == inside.strip()
        last = block.span.end
