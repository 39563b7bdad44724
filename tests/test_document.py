"""Places: positions invert offsets, lines end as editors count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor import analyze
from tenor.document import Block, Position, Reading, Span, is_word
from tenor.readers import markdown
from tenor.segment import segment


@given(st.text(alphabet="ab\r\n\u2028é", max_size=60))
def test_position_inverts_offset(text):
    document = analyze(text).document
    for offset in range(len(text)):
        line, column = document.position(offset)
        assert document.line_starts[line - 1] + column - 1 == offset


def test_lines_end_at_newline_return_and_both_together():
    document = analyze("a\nb\r\nc\rd").document
    assert [document.position(at) for at in (0, 2, 5, 7)] == [
        Position(1, 1),
        Position(2, 1),
        Position(3, 1),
        Position(4, 1),
    ]


def test_a_byte_order_mark_has_no_column():
    document = analyze("\ufeffone two").document
    assert document.position(1) == Position(1, 1)


def test_words_begin_with_a_letter_or_digit_and_are_no_addresses():
    words = ["a", "don't", "'tis", "3", "1,000", "U.S.", "well-known", "北京", "e\u0301"]
    others = ["!", "...", ":)", "😀", "@me", "http://a.b", "www.a.b", "me@a.b", "'", "", "--"]
    assert [form for form in words + others if is_word(form)] == words


def test_a_stretch_is_shown_as_its_reader_sees_it():
    text = "A **good**\nplan &amp; &quot;x&quot; `code` in [a “link”](http://x.y/z) `or`, no?"
    document = segment("a.md", text, markdown.read(text))
    shown = document.shown(document.sentences[0].span)
    assert shown == 'A good\nplan & "x" `code` in a “link” `or`, no?'


def test_holes_of_a_block_are_spaces_wherever_they_lie():
    def view(*holes):
        return Reading("0123456789", ()).view(Block("paragraph", Span(2, 8), 0, holes))

    assert view() == "234567"
    assert view(Span(3, 5)) == "2  567"
    assert view(Span(6, 7), Span(3, 5)) == "2  5 7"
    assert view(Span(0, 3)) == " 34567"
    assert view(Span(7, 10)) == "23456 "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It rained.", ["1"]),
        ("It rained. We left.", ["1:1", "1:12"]),
        ("It rained.\nWe left.\n", ["1", "2"]),
        ("It rained.\r\nWe left. We ran.\r\n", ["1", "2:1", "2:10"]),
        ("It rained.\rWe left.", ["1", "2"]),
        ("It rained\nall day. We left.", ["1", "2:10"]),
        ("It rained all\nday.\n\nWe left.", ["1", "4"]),
        ("\ufeffIt rained. We left.", ["1:1", "1:12"]),
    ],
)
def test_a_place_has_a_column_only_where_its_line_holds_more_sentences(text, places):
    document = analyze(text).document
    assert [document.place(sentence.span.start) for sentence in document.sentences] == places


@given(st.text(st.sampled_from("a. \r\n\ufeff"), max_size=40))
def test_a_place_is_the_line_of_its_position_and_maybe_the_column(text):
    document = analyze(text).document
    for offset in range(len(text) + 1):
        line, column = document.position(offset)
        assert document.place(offset) in {f"{line}", f"{line}:{column}"}
