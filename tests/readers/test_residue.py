"""Mark-up that is left in plain text: what goes, what stays, and what only looks like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.document import NOTHING
from tenor.readers import plain


def seen(text):
    reading = plain.read(text)
    return " ".join(reading.plain.replace(NOTHING, "").split())


def left_out(text):
    return [(text[slice(*out.span)], out.reason) for out in plain.read(text).left_out]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "It went to [[Bike Church|the church]] and [[Davis]].",
            "It went to the church and Davis.",
        ),
        ("This is '''very''' odd.", "This is very odd."),
        ("== Tools ==\n\nUse them all.", "Tools Use them all."),
        ("I am [b]very[/b] sad, [url=http://x.y/z]here[/url].", "I am very sad, here."),
        (r"He said it \emph{well}.", "He said it well."),
        ("Fish &amp; chips,&nbsp;please &#8212; now.", "Fish & chips, please — now."),
    ],
)
def test_words_that_mark_up_shows_are_kept_without_it(text, words):
    assert seen(text) == words
    assert left_out(text) == []


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        ("Image(hold_it.jpg, Hold the tube, thumbnail)", "markup"),
        ("[[Image:Tree.jpg|thumb|A [[tree]] in May]]", "markup"),
        ("[[User:Ann|Ann]] ([[User talk:Ann|talk]])", "markup"),
        ('["Users/KaiTing"]', "markup"),
        ("12:34, 5 May 2007 (UTC)", "markup"),
        ("{{stub|date={{now}}}}", "template"),
        (r"$P \to Q$", "math"),
        (r"\neg", "math"),
        (r"\cite{smith2004}", "markup"),
        ("foo_bar", "code"),
    ],
)
def test_mark_up_that_says_nothing_is_left_out_and_named(gone, reason):
    text = f"This is what we {gone} say, and mean it."
    assert left_out(text) == [(gone, reason)]
    assert seen(text) == "This is what we say, and mean it."


def test_the_address_of_a_link_is_left_out():
    text = "We saw [http://a.org/b the page] there."
    assert seen(text) == "We saw the page there."
    assert left_out(text) == [("[http://a.org/b ", "URL")]


def test_time_stamps_and_signatures_of_comments_are_left_out():
    text = "20070407 21:40:11 nbsp It is but a tip. Users/Ann\n\nSo it is, I say. Users/KaiTing\n"
    assert seen(text) == "It is but a tip. So it is, I say."
    assert [reason for _, reason in left_out(text)] == ["markup"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The image (x.jpg) is of a tree.",
        "All the Users/Groups are in /Users/AnnBell and there.",
        "I went there, [i] think, and [s]he did too.",
        "It costs $5 and then $6 more.",
        r"It is in C:\new\times and \\share\alpha for all.",
        "The set {{1, 2}, {3}} is what df[[1]] gives.",
        "So 5 == 5 == 5, they say.",
        "In 20070407 we met at 21:40 for tea.",
        "'Tis '80s ''music'' that AT&T plays & sells.",
        "A bar_chart of food and foo is shown.",
    ],
)
def test_what_only_looks_like_mark_up_is_kept(text):
    assert left_out(text) == []
    assert seen(text) == text


def test_a_text_that_is_but_mark_up_is_read_as_it_stands():
    text = "{{stub}} [[File:a.jpg]]"
    assert seen(text) == text
    assert left_out(text) == []


@pytest.mark.parametrize(
    "piece",
    ["[[File:", "[[File:[[a]]", "{{a", "{{a}}", "'''a", "[b]", "$\\a", "== a   ", "[[a|", "&amp"],
)
def test_a_megabyte_of_mark_up_is_read_in_a_few_passes(piece):
    start = time.process_time()
    plain.read("[/b] [/i]" + piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 60  # no timing, a guard against hanging


@given(st.text(st.sampled_from("[]{}|'=$\\&;~_ \nab:/"), max_size=80))
def test_a_reading_is_as_long_as_its_text(text):
    assert len(plain.read(text).plain) == len(text)
