"""Comments that silence checks."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.analysis import read_source
from tenor.document import Span
from tenor.files import Source
from tenor.findings.suppressions import Coverage, Suppression, suppressions

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


@pytest.mark.parametrize(
    ("comment", "names", "verb", "reason"),
    [
        ("<!-- tenor: ignore a-b, c -- why so -->", ("a-b", "c"), "ignore", "why so"),
        ("<!--tenor:off a a--  x\ty -->", None, None, None),
        ("<!-- tenor: off a a -- x  y -->", ("a",), "off", "x y"),
        ("<!--- tenor: ignore-file --->", (), "ignore-file", ""),
        ("<!-- tenor: ignore,a -->", ("a",), "ignore", ""),
        ("<!-- tenor: ignored a -->", (), None, "ignored a"),
        ("<!-- tenor: ignore a; b -->", (), None, "ignore a; b"),
        ("[//]: # (tenor: ignore a -- b)", ("a",), "ignore", "b"),
        ("[//]: # 'tenor: ignore a'", ("a",), "ignore", ""),
    ],
)
def test_a_comment_is_a_verb_names_and_a_reason(subject, comment, names, verb, reason):
    found = subject(f"{comment}\n\nText.\n").suppressions
    if names is None:
        assert [one.verb for one in found] in ([None], ["off"])
        return
    (one,) = found
    assert (one.names, one.verb, one.reason) == (names, verb, reason)


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        # at the end of a line: that line, the last one too
        ("One!!\nTwo!! {i}\nThree!!", {"Two"}),
        ("One!! {i}", {"One"}),
        ("{i} One!!\nTwo!!", {"One"}),
        # on a line of its own: the next block, none after it, none before it
        ("One!!\n\n{i}\n\nTwo!!\n\nThree!!", {"Two"}),
        ("One!!\n\n{i}\n", set()),
        ("> {i}\n\nOne!!\n\nTwo!!", {"One"}),
        # a list or a table is one stretch as long as nothing parts its rows
        ("{i}\n\n- One!!\n- Two!!\n\n  Three!!\n", {"One", "Two"}),
        ("{i}\n\n- One!!\n\n- Two!!\n", {"One"}),
        ("{i}\n\n| a | One!! |\n|---|---|\n| b | Two!! |\n\nThree!!\n", {"One", "Two"}),
        ("{i}\n\nOne!!\n\n- Two!!\n", {"One"}),
        ("{i}\n\n- One!!\n<!-- x -->\n- Two!!\n", {"One"}),
    ],
)
def test_a_comment_silences_its_line_or_the_next_block(find, text, silenced):
    text = text.replace("{i}", "<!-- tenor: ignore shouting -- why -->")
    found = find(text, "shouting")
    words = [text[: one.place.span.start].split()[-1].strip("-|") for one in found]
    assert {word for word, one in zip(words, found, strict=True) if one.reason} == silenced
    assert len(found) == text.count("!!")


@pytest.mark.parametrize(
    ("off", "on", "silenced"),
    [
        ("shouting", "", 1),
        ("", "shouting", 1),
        ("shouting", "shouting", 1),
        ("shouting, hedging", "shouting", 1),
        ("shouting", "hedging", 2),
        ("", "", 1),
    ],
)
def test_on_ends_an_off_that_shares_a_name_with_it(find, off, on, silenced):
    text = (
        f"<!-- tenor: off {off} -- why -->\n\nOne!!\n\n<!-- tenor: on {on} -->\n\nTwo!!\n\n"
        "<!-- tenor: on -->\n\nThree!!\n"
    )
    reasons = [one.reason for one in find(text, "shouting")]
    assert reasons == ["why"] * silenced + [None] * (3 - silenced)


def test_a_comment_covers_what_meets_its_stretch_and_nothing_beside_it():

    one = Suppression(Span(0, 3), "ignore", ("a",), "", Span(10, 20))
    covered = {(9, 10): False, (9, 11): True, (19, 25): True, (20, 21): False, (12, 12): True}
    covered |= {(10, 10): True, (20, 20): False, (9, 9): False}
    coverage = Coverage([one])
    assert {span: coverage.of("a", Span(*span)) is one for span in covered} == covered
    assert coverage.of("b", Span(12, 13)) is None
    every = replace(one, names=())
    assert Coverage([every]).of("b", Span(12, 13)) is every


def test_of_many_comments_the_one_that_covers_a_place_is_found():

    def made(reason, start, end, verb="ignore"):
        return Suppression(Span(0, 0), verb, (), reason, Span(start, end))

    written = [made("all", 0, 100), made("a", 10, 20), made("b", 15, 18), made("c", 30, 40)]
    coverage = Coverage([*written, made("none", 0, 100, None)])
    for span, reason in {
        (5, 6): "all",
        (12, 13): "a",
        (16, 17): "b",
        (18, 19): "a",
        (25, 26): "all",
        (39, 45): "c",
        (40, 41): "all",
        (9, 10): "all",
        (9, 9): "all",
        (10, 10): "a",
    }.items():
        assert coverage.of("x", Span(*span)).reason == reason, span
    assert coverage.of("x", Span(100, 101)) is None
    assert Coverage(()).of("x", Span(0, 1)) is None
    apart = Coverage([made("a", 0, 5), made("b", 10, 20), made("c", 30, 40)])
    reasons = {2: "a", 12: "b", 32: "c", 5: None, 8: None, 20: None, 29: None, 40: None}
    for at, reason in reasons.items():
        one = apart.of("x", Span(at, at + 1))
        assert (one and one.reason) == reason


def test_a_comment_may_go_over_lines(find):
    assert state(find, f"{LOUD} <!-- tenor: ignore\nshouting -- a\n caller -->\n") == [
        (1, "a caller")
    ]


def test_a_verb_is_a_whole_word(find):
    text = f"<!-- tenor: ignore-files shouting -- why -->\n\n{LOUD}\n"
    (found,) = find(text, "unknown-check")
    assert found.message == "a tenor comment that says nothing"


@pytest.mark.parametrize("form", ["<!---- tenor: off -- why ---->", "<!-- tenor: off -- why --!>"])
def test_any_comment_that_html_knows_is_one(find, form):
    assert state(find, f"{form}\n<p>{LOUD}</p>", "a.html") == [(2, "why")]


def test_off_with_several_names_ends_with_any_of_them(find):
    text = (
        f"<!-- tenor: off shouting, hedging -- why -->\n\n{LOUD}\n\n"
        f"<!-- tenor: on hedging -->\n\n{LOUD}\n"
    )
    assert [reason for _, reason in state(find, text)] == ["why", None]


HARD = {
    "20,000 spaces": "<!-- tenor:" + " " * 20_000 + "x",
    "100,000 spaces after a verb": "<!-- tenor: ignore" + " " * 100_000 + "! -->",
    "100,000 names": "<!-- tenor: ignore " + "x," * 100_000 + "! -->",
    "50,000 dashes": "<!-- tenor: off" + " -" * 50_000 + " -->",
    "20,000 in a line": "<!-- tenor: ignore -->" * 20_000 + "\n\nStop!!",
    "20,000 before a list": "<!-- tenor: ignore -->\n\n" * 20_000 + "- Stop!!\n" * 20_000,
    "20,000 for files": "<!-- tenor: ignore-file x -->\n\nStop!!\n\n" * 20_000,
    "20,000 offs and an on for each": "".join(
        f"<!-- tenor: {verb} x{n} -->\n\nStop!!\n\n"
        for verb in ("off", "on")
        for n in range(20_000)
    ),
}


@pytest.mark.parametrize("name", HARD)
def test_hostile_comments_take_seconds(name):
    document = read_source(Source("a.html", HARD[name]))
    start = time.process_time()
    covered = Coverage(suppressions(document))
    for sentence in document.sentences:
        covered.of("shouting", sentence.span)
    assert time.process_time() - start < 60  # no timing, a guard against hanging


SPANS = st.tuples(st.integers(0, 20), st.integers(0, 8)).map(lambda p: Span(p[0], p[0] + p[1]))
NAMES = st.lists(st.sampled_from("ab"), max_size=2, unique=True).map(tuple)
VERBS = st.sampled_from(["ignore", "off", None])
WRITTEN = st.lists(st.builds(Suppression, SPANS, VERBS, NAMES, st.just(""), SPANS))


@given(WRITTEN, SPANS)
def test_the_last_comment_that_meets_a_finding_silences_it(written, span):
    found = Coverage(written).of("a", span)
    end = max(span.end, span.start + 1)
    scopes = [
        one.scope
        for one in written
        if one.verb and (not one.names or "a" in one.names)
        if one.scope.start < one.scope.end and one.scope.start < end and one.scope.end > span.start
    ]
    assert (found.scope if found else None) == max(scopes, default=None)
