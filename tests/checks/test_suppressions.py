"""Comments that silence checks."""

import pytest

LOUD = "Stop that now!!"


def state(find, text, file="a.md"):
    """Give each finding of shouting as its line and its reason; None: it is reported."""
    found = find(text, "shouting", "unused-ignore", file=file)
    return [(one.place.start.line, one.reason) for one in found if one.check == "shouting"]


def test_at_the_end_of_a_line_it_holds_for_that_line(find):
    text = f"{LOUD} <!-- tenor: ignore shouting -- a caller -->\n{LOUD}\n"
    assert state(find, text) == [(1, "a caller"), (2, None)]


def test_on_a_line_of_its_own_it_holds_for_the_next_block(find):
    text = f"<!-- tenor: ignore shouting -- why -->\n\n{LOUD}\nAnd now!!\n\n{LOUD}\n"
    assert state(find, text) == [(3, "why"), (4, "why"), (6, None)]


def test_a_list_without_a_gap_is_one_block(find):
    text = f"<!-- tenor: ignore shouting -- why -->\n\n- {LOUD}\n- {LOUD}\n\nMore!!\n"
    assert [reason for _, reason in state(find, text)] == ["why", "why", None]


def test_off_holds_until_on(find):
    text = (
        f"{LOUD}\n\n<!-- tenor: off shouting -- why -->\n\n{LOUD}\n\n{LOUD}\n\n"
        f"<!-- tenor: on -->\n\n{LOUD}\n"
    )
    assert [reason for _, reason in state(find, text)] == [None, "why", "why", None]


def test_on_with_another_name_ends_nothing(find):
    text = (
        f"<!-- tenor: off shouting -- why -->\n\n{LOUD}\n\n<!-- tenor: on hedging -->\n\n{LOUD}\n"
    )
    assert [reason for _, reason in state(find, text)] == ["why", "why"]


def test_ignore_file_holds_everywhere(find):
    text = f"{LOUD}\n\n<!-- tenor: ignore-file shouting -- why -->\n"
    assert state(find, text) == [(1, "why")]


def test_a_comment_that_never_reaches_the_page_works_too(find):
    text = f"[//]: # (tenor: ignore shouting -- why)\n\n{LOUD}\n"
    assert state(find, text) == [(3, "why")]


def test_html_has_them_as_well(find):
    text = f"<p>{LOUD}</p>\n<!-- tenor: ignore shouting -- why -->\n<p>{LOUD}</p>\n"
    assert state(find, text, "a.html") == [(1, None), (3, "why")]


def test_without_a_name_every_check_is_meant_and_without_a_reason_it_is_empty(find):
    assert state(find, f"{LOUD} <!-- tenor: ignore -->\n") == [(1, "")]


def test_a_name_that_is_not_meant_silences_nothing(find):
    assert state(find, f"{LOUD} <!-- tenor: ignore hedging -- why -->\n") == [(1, None)]


@pytest.mark.parametrize(
    ("comment", "count"),
    [
        ("<!-- tenor: ignore shouting -- why -->", 1),
        ("<!-- tenor: ignore -- why -->", 1),
        ("<!-- tenor: ignore hedging -- it was not run -->", 0),
        ("<!-- tenor: on -->", 0),
        ("<!-- any other comment about tenor -->", 0),
    ],
)
def test_one_that_silences_nothing_is_reported(find, comment, count):
    found = find(f"{comment}\n\nAll is quiet.\n", "shouting", "unused-ignore")
    assert [one.check for one in found] == ["unused-ignore"] * count


def test_one_in_code_is_none(find):
    assert state(find, f"```\n<!-- tenor: ignore-file -->\n```\n\n{LOUD}\n") == [(5, None)]


def test_a_comment_that_makes_no_sense_is_reported(find):
    (found,) = find("<!-- tenor: ignroe shouting -->\n\nQuiet.\n", "unknown-check")
    assert found.message == "a tenor comment that says nothing"


def test_silenced_text_still_counts_in_the_measures(find):
    long = "The old dog and the young cat ran over the hill and the sun came out again at noon. "
    text = f"<!-- tenor: off sentence-length -- why -->\n\n{long * 12}\n"
    (found,) = find(text, "reading-grade", options={"max": 1})
    assert found.reason is None
