"""What a person sees at a width: bars or words, and how high a column stands for how much tone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor.errors import Failure
from tenor.formats.reports import markdown
from tenor.formats.terminal import report, table
from tenor.formats.terminal.ink import Ink
from tenor.formats.terminal.panels import arc as arc_picture
from tenor.summary import STRIP, summarize
from tenor.tone import NEUTRAL_BAND

WIDTHS = [*range(20, 141, 3), 70, 71, 100]
FULL = 0.6
GRIM = "It was an awful, horrible day. "
GRAND = "It was a wonderful, lovely day. "
#: Many short paragraphs, so that there are more lines to name than room.
BLOCKS = "\n\n".join([GRAND + GRIM, "We left the house at eight."] * 40)


@pytest.mark.parametrize("width", [60, 69, 70, 71, 72, 80, 100])
def test_where_themes_are_is_drawn_only_where_it_leaves_room_for_the_rest(analysis, width):
    shown = report.draw(analysis, Ink(width)).splitlines()
    head = next(line for line in shown if line.startswith("THEMES"))
    (theme,) = (line for line in shown if line.split()[:1] == ["networking"])
    assert ("where" in head.split()) == ("█" in theme) == (width > 70)
    assert max(map(len, shown)) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("is_unicode", [True, False])
def test_no_line_of_a_report_on_a_terminal_is_longer_than_the_width(analysis, width, is_unicode):
    shown = report.draw(analysis, Ink(width, is_unicode=is_unicode, is_terminal=True))
    assert max(map(len, shown.splitlines())) <= width
    assert is_unicode or shown.isascii()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_labels_of_an_arc_are_whole_apart_and_never_longer_than_it(width):
    analysis = tenor.analyze(BLOCKS)
    ink = Ink(width)
    *_, labels = arc_picture.picture(
        analysis.document, analysis.arc(width - arc_picture.MARGIN), ink
    )
    assert labels.cell_len <= width
    lines = [int(label) for label in labels.plain.split()]
    assert lines == sorted(set(lines))
    assert lines[0] == 1
    blocks = {analysis.document.line(block.span.start) for block in analysis.document.blocks}
    assert set(lines) <= blocks


@pytest.mark.parametrize("width", WIDTHS)
def test_an_arc_is_as_wide_as_there_is_room(analysis, width):
    rows = drawn_rows(analysis, Ink(width))
    assert len(rows[0]) == width
    assert all(len(row) <= width for row in rows.values())


def test_an_arc_in_ascii_tells_the_ways_apart(analysis):
    rows = drawn_rows(analysis, Ink(80, is_unicode=False))
    assert all(row.isascii() for row in rows.values())
    assert {"_", "#", "."} >= set(rows[0][arc_picture.MARGIN :])
    assert {"#", "'", " "} >= set(rows[-1][arc_picture.MARGIN :])


def drawn_rows(analysis, ink):
    """Give the rows of an arc by their distance from the axis."""
    arc = analysis.arc(ink.width - arc_picture.MARGIN)
    *rows, _ = (row.plain for row in arc_picture.picture(analysis.document, arc, ink))
    axis = next(number for number, row in enumerate(rows) if row.startswith("  0 "))
    return {axis - number: row for number, row in enumerate(rows)}


def heights(analysis, *values):
    """Draw an arc of these values, a cell each; give the half rows each rises or falls."""
    arc = analysis.arc(80)
    pairs = zip(arc.columns, values, strict=False)
    columns = tuple(column._replace(value=value) for column, value in pairs)
    ink = Ink(len(values) + arc_picture.MARGIN)
    *rows, _ = arc_picture.picture(analysis.document, arc._replace(columns=columns), ink)
    halves = {"▄": 1, "▀": 1, "█": 2}
    total = [0] * len(values)
    for row in rows:
        way = -1 if row.plain.startswith("  - ") else 1
        for cell, glyph in enumerate(row.plain[arc_picture.MARGIN :]):
            total[cell] += way * halves.get(glyph, 0)
    return total


def test_a_column_is_full_from_a_strong_tone_on_whatever_else_the_text_holds(analysis):
    assert heights(analysis, FULL, 0.45, 0.3, NEUTRAL_BAND, 0.0) == [4, 3, 2, 1, 0]


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30))
def test_what_is_as_strong_either_way_is_as_high_as_it_is_deep(analysis, values):
    up = heights(analysis, *values)
    assert heights(analysis, *(-value for value in values)) == [-height for height in up]


def test_what_is_neutral_or_mixed_leaves_the_axis_bare(analysis):
    assert heights(analysis, 0.09, -0.09, 0.3) == [0, 0, 2]


def test_a_mild_text_does_not_look_like_a_strong_one(analysis):
    assert heights(analysis, 0.3, 0.2, 0.1) == [2, 1, 1]


def test_where_a_tone_is_stronger_still_the_columns_are_measured_by_it(analysis):
    assert heights(analysis, 0.9, 0.6, 0.45) == [4, 3, 2]


def test_the_strip_of_the_table_is_drawn_about_a_middle_line():
    values = [FULL, 0.3, 0.0, -0.3, -FULL]
    assert table.strip(values, Ink()).plain == "▀▀·▄▄"
    assert table.strip(values, Ink(is_unicode=False)).plain == "''-.."


def rows_of(names, width, failures=(), title=None, **ink):
    """Draw the table of texts of these names; give its lines."""
    whole = summarize(tenor.analyze("We left the old house at eight. It rained. " * 9))
    texts = [whole._replace(name=name, title=title) for name in names]
    return table.draw(texts, Ink(width, **ink), failures).splitlines()


LONG = (
    "drafts/spring-2024/notes-on-the-garden.txt",
    "drafts/spring-2024/letters/to-grandmother-about-soup.md",
    "drafts/autumn/the_long_way_home.txt",
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "names",
    [LONG, LONG[:1], ("x" * 60,), ("C:\\texts\\a.txt", "C:\\texts\\b.txt"), ("/a.txt", "b.txt")],
)
def test_no_line_of_the_table_on_a_terminal_is_longer_than_the_width(width, names):
    failures = [Failure("drafts/lost.txt", "No such file or directory")]
    title = "A Title of Several Words and More"
    for is_unicode in (True, False):
        shown = rows_of(names, width, failures, title, is_unicode=is_unicode, is_terminal=True)
        assert max(map(len, shown)) <= width


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (20, "text tone"),
        (33, "text tone"),
        (34, "text words tone grade"),
        (48, "text words tone about grade"),
        (70, "text words tone about grade"),
        (71, "text words tone arc about grade"),
        (140, "text words tone arc about grade"),
    ],
)
def test_the_table_has_the_columns_that_there_is_room_for(width, columns):
    assert rows_of(["a.txt"], width)[1].split() == columns.split()


@pytest.mark.parametrize("width", [60, 71, 80, 100])
def test_no_name_in_the_table_is_broken_within_a_word(width):
    shown = " ".join(rows_of(LONG, width))
    for name in LONG:
        for word in re.findall(r"\w+", name.removeprefix("drafts/")):
            assert re.search(rf"(?<!\w){word}(?!\w)", shown) or "_" in word
    assert all(word in shown for word in ("long", "way", "home"))


def test_the_folder_of_all_texts_is_named_once():
    head, *shown = rows_of(LONG, 140)
    assert head.startswith("drafts/ (3 texts, ")
    assert [line for line in shown if "drafts/" in line] == [shown[-1]]
    assert shown[-1].startswith(f"tenor {LONG[0]} ")


@pytest.mark.parametrize(
    ("names", "head"),
    [
        (("a/b.txt", "a/c.txt"), "a/ (2 texts, "),
        (("a/b.txt", "ab/c.txt"), "2 texts, "),
        (("/b.txt", "/c.txt"), "/ (2 texts, "),
        (("/a/b.txt", "a/c.txt"), "2 texts, "),
        (("a/b.txt", "c.txt"), "2 texts, "),
        (("a/b.txt",), "1 text, "),
        (("C:\\a\\b.txt", "C:\\a\\c.txt"), "2 texts, "),
    ],
)
def test_a_folder_is_named_where_all_texts_are_in_it(names, head):
    assert rows_of(names, 80)[0].startswith(head)


def test_a_row_is_rounded_once():
    """0.11496 is +0.11; by way of 0.1150 it would be +0.12."""
    whole = summarize(tenor.analyze("A table."))._replace(valence=0.11496)
    assert "+0.11" in table.draw([whole], Ink(80))
    assert "| +0.11 |" in markdown.write([whole])


def test_a_strip_has_the_means_of_equal_stretches_in_reading_order():
    text = "It was good. " * 12 + "It was bad. " * 12
    strip = summarize(tenor.analyze(text)).strip
    assert (len(strip), [value > 0 for value in strip]) == (STRIP, [True] * 6 + [False] * 6)
    assert len(summarize(tenor.analyze("It was good. It was bad.")).strip) == 2
    assert summarize(tenor.analyze("")).strip == ()


@pytest.mark.parametrize(("joys", "shown"), [(2, ""), (3, "11 × usual"), (6, "23 × usual")])
def test_a_kind_of_tone_has_a_row_from_three_words_and_clearly_more_than_usual(joys, shown):
    from tenor import analyze
    from tenor.formats.terminal.panels import tones

    text = "The joy of it. " * joys + "It is a table on the floor. " * ((113 - 4 * joys) // 7)
    analysis = analyze(text)
    drawn = Ink(100).draw(tones.draw(analysis, Ink(100)))
    assert (f"{shown}" in drawn) if shown else ("joy" not in drawn)


def test_what_is_no_more_than_usual_has_no_row():
    from tenor import analyze
    from tenor.formats.terminal.panels import tones

    analysis = analyze("The joy of it. " * 4 + "It is a table on the floor. " * 180)
    assert len(analysis.value("joy").evidence) == 4
    assert "joy" not in Ink(100).draw(tones.draw(analysis, Ink(100)))
