"""From a problem to a finding: its sentence, its lines, its piece of source, what silences it."""

import pickle
from hashlib import blake2b

import pytest

from tenor.analysis import read_source
from tenor.api import analyze
from tenor.checks import CHECKS
from tenor.document import Span
from tenor.files import Source
from tenor.findings.check import Check, Options, Problem, Rule
from tenor.findings.examine import examine, sentences, source_line
from tenor.findings.finding import Run
from tenor.measure import Evidence, Factor


def check_at(*spans, **other):
    """Make a check that finds these places in any text."""

    def find(*_):
        return [Problem(Span(*span), "here", **other) for span in spans]

    return Check("here", "", "", "", "", find)


def found(text, check, *, severity="warning", file="a.md"):
    analysis = analyze(read_source(Source(file, text)))
    return examine(analysis, [Rule(check, severity, Options({}))]).findings


def test_a_finding_names_its_place_as_editors_count():
    (one,) = found("One.\n\nTwo  big\nthree. Four.", check_at((11, 14)), severity="error")
    assert one.place == (Span(11, 14), (3, 6), (3, 9))
    assert (one.file, one.check, one.severity, one.message) == ("a.md", "here", "error", "here")
    assert (one.sentence, one.lines) == ("Two big three.", (3, 4))


@pytest.mark.parametrize(
    ("span", "sentence", "lines"),
    [
        ((0, 3), "One big.", (1, 1)),
        ((4, 13), "One big. Two small.", (1, 2)),
        ((4, 8), "One big.", (1, 1)),
        ((9, 9), "Two small.", (2, 2)),
        ((20, 24), "code", (3, 3)),
        ((0, 0), "One big.", (1, 1)),
    ],
)
def test_a_finding_carries_the_sentences_it_stands_in(span, sentence, lines):
    text = "One big.\nTwo small.\n<!--code-->"
    (one,) = found(text, check_at(span if span != (20, 24) else (24, 28)))
    assert (one.sentence, one.lines) == (sentence, lines)


def test_a_sentence_is_named_as_it_reads():
    text = "A **big**  do\u00adg."
    (one,) = found(text, check_at((0, 1)))
    assert one.sentence == "A big dog."
    assert sentences(read_source(Source("a.md", text))) == {"A big dog."}


def test_a_sentence_over_a_thousand_characters_is_cut_and_told_apart_by_a_hash():
    exact = "w" * 999 + "."
    long = "w" * 1000 + "."
    assert found(exact, check_at((0, 1)))[0].sentence == exact
    mark = blake2b(long.encode()).hexdigest()[:16]
    assert found(long, check_at((0, 1)))[0].sentence == f"{'w' * 1000} … {mark}"


def test_a_finding_keeps_thirty_places_of_evidence():
    text = "One. " * 40
    cause = (Factor(0.5, "halved"),)
    places = tuple(Evidence(Span(at * 5, at * 5 + 4), at, f"n{at}", 2.5, cause) for at in range(40))
    (one,) = found(text, check_at((0, 4), evidence=places))
    assert [trace.word for trace in one.evidence] == [f"n{at}" for at in range(30)]
    assert one.evidence[2] == ((Span(10, 14), (1, 11), (1, 15)), 2, "n2", "One.", 2.5, cause)


def test_findings_come_in_order_of_place():
    found_at = [one.place.span.start for one in found("a b c", check_at((4, 5), (0, 1), (2, 3)))]
    assert found_at == [0, 2, 4]


@pytest.mark.parametrize(
    ("text", "span", "line"),
    [
        ("one\ntwo three\r\nfour", (4, 7), ("two three", 1, False, False)),
        ("one\ntwo three", (8, 13), ("two three", 1, False, False)),
        ("x" * 241, (0, 1), ("x" * 241, 1, False, False)),
        ("x" * 242, (0, 1), ("x" * 241, 1, False, True)),
        ("x" * 241, (240, 241), ("x" * 241, 1, False, False)),
        ("x" * 242, (241, 242), ("x" * 241, 2, True, False)),
        ("x" * 900, (0, 500), ("x" * 480, 1, False, True)),
        ("x" * 900 + "\ny", (300, 302), ("x" * 482, 61, True, True)),
        ("xy\nz", (0, 4), ("xy", 1, False, False)),
    ],
)
def test_the_source_of_a_finding_is_240_characters_on_either_side(text, span, line):
    assert source_line(read_source(Source("a.txt", text)), Span(*span)) == line


def test_a_value_to_compare_across_files_is_no_finding():
    check = check_at((0, 0), value=0.5)
    compared = Check("here", "", "", "", "", check.find, across=lambda *_: {})
    analysis = analyze(read_source(Source("a.md", "One.")))
    assert examine(analysis, [Rule(compared, "info", Options({}))]).values == {"here": (0.5, None)}


IGNORE = "<!-- tenor: ignore {} -- why -->"


def test_of_two_comments_that_silence_a_place_the_nearest_gives_the_reason(find):
    text = (
        "<!-- tenor: ignore-file shouting -- far -->\n\n"
        "<!-- tenor: ignore shouting -- near -->\n\nStop!!\n\nNow!!\n"
    )
    assert [one.reason for one in find(text, "shouting")] == ["near", "far"]


def test_a_comment_counts_as_unused_only_where_all_its_checks_were_run(find):
    def unused(names, *run):
        text = f"{IGNORE.format(names)}\n\nQuiet.\n"
        return [one.check for one in find(text, *run, "unused-ignore")]

    assert unused("shouting", "shouting") == ["unused-ignore"]
    assert unused("shouting, hedging", "shouting") == []
    assert unused("shouting, hedging", "shouting", "hedging") == ["unused-ignore"]


def test_an_unused_comment_cannot_be_silenced_by_itself(find):
    text = "<!-- tenor: ignore-file -- all -->\n\nQuiet.\n"
    (one,) = find(text, "shouting", "unused-ignore")
    assert (one.check, one.reason) == ("unused-ignore", None)


def test_a_run_and_the_rules_it_goes_by_can_be_pickled():
    examined = examine(analyze("Stop that now!!"), rules := [Rule(CHECKS[0], "info", {})])
    for one in (Run(("a.md",), examined.findings), examined, rules):
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
