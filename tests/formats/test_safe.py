"""Nothing that leaves the program steers a terminal or is a command to what reads its log."""

import re
import tomllib
from json import loads
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor.document import Position, Span
from tenor.findings.check import Options
from tenor.findings.finding import Finding, Line, Place, Run
from tenor.formats import safe
from tenor.formats.findings import concise, github, gitlab, json, junit, sarif
from tenor.formats.reports import csv, markdown
from tenor.formats.terminal import checks as pictures
from tenor.formats.terminal import findings as picture
from tenor.formats.terminal.ink import Ink, text
from tenor.summary import summarize

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
#: Pieces that commands and escapes are made of, and others between them.
PIECES = st.sampled_from(
    [
        *(":", "::", "#", "##", "[", "##[", "##vso[", "]", "error", "stop-commands", "::error::"),
        *(" ", "\t", "\n", "\r", "\0", "\x1b", "\x1b[31m", "\x7f", "\x85", "\x9b", "\u3000"),
        *("\u2028", "\u202e", "\u200b", "%0A", "&#58;", "\\", '"', "<", "|", "=", "é"),
    ]
)
HOSTILE = st.lists(PIECES, max_size=12).map("".join)


def commands(log):
    """Give the lines that GitHub's, Azure's or TeamCity's runner would act on."""
    lines = re.split("\r\n|\r|\n", log)
    return [line for line in lines if line.lstrip().startswith("::") or re.search(r"##\w*\[", line)]


def finding(words, file="a.md"):
    place = Place(Span(0, 1), Position(1, 1), Position(1, 2))
    line = Line(words, 1, is_cut_before=False, is_cut_after=False)
    return Finding(
        file, place, "shouting", "warning", words, words, (), words, None, 1, words, (1, 1), line
    )


def run_of(words):
    return Run((words,), (finding(words, words),), (finding(words)._replace(reason=words),))


@given(HOSTILE)
def test_no_text_is_a_command_once_it_is_broken_up(words):
    assert commands(safe.uncommanded(safe.outgoing(words))) == []


@given(HOSTILE)
def test_breaking_up_adds_spaces_only(words):
    assert safe.uncommanded(words).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n \t::stop-commands::t", "a\n \t: :stop-commands::t"),
        ("\u3000::error::x", "\u3000: :error::x"),
        (":::error::x", ": ::error::x"),
        ("see ##[error]x", "see ## [error]x"),
        ("see ##vso[task.complete]", "see ##vso [task.complete]"),
        ("a.md:1:2: std::vector", "a.md:1:2: std::vector"),
        ("## [link](x), # [y]", "## [link](x), # [y]"),
        ("[::1] ::", "[::1] ::"),
    ],
)
def test_what_is_no_command_stays_as_it_is(words, shown):
    assert safe.uncommanded(words) == shown


@given(HOSTILE)
def test_only_line_ends_leave_of_all_that_steers(words):
    assert not STEERING.search(safe.outgoing(words).replace("\r\n", "\n"))


def test_colours_leave_only_where_something_was_drawn_in_colour():
    words = "\x1b[1;31mred\x1b[0m \x1b]0;title\x07 \x1b[2J"
    assert safe.outgoing(words) == "[1;31mred[0m ]0;title [2J"
    assert safe.outgoing(words, is_coloured=True) == "\x1b[1;31mred\x1b[0m ]0;title [2J"


def test_what_is_drawn_has_no_colours_but_its_own():
    pieces = text("a ").append("\x1b[32mb\n\x1b[2Jc", "bold")
    drawn = Ink(color=True).draw([pieces])
    assert drawn.splitlines() == ["a \x1b[1m[32mb\x1b[0m", "\x1b[1m[2Jc\x1b[0m"]


@given(HOSTILE)
def test_data_steers_nothing_as_it_is_written_and_reads_back_unchanged(words):
    run = run_of(words)
    for module in (json, gitlab, sarif, junit):
        written = module.write(run)
        assert not STEERING.search(written)
        assert commands(written) == []
    assert loads(json.write(run))["findings"][0]["message"] == words
    assert loads(json.write_lines(run).splitlines()[0])["label"] == words
    assert loads(gitlab.write(run))[0]["description"] == words
    held = ET.fromstring(junit.write(run)).find(".//failure").get("message")  # noqa: S314
    assert held == re.sub("[^\t\n\r\u0020-\U0010ffff]", "\ufffd", words)


@given(HOSTILE)
def test_forms_for_people_keep_a_line_a_line(words):
    run = run_of(words)
    assert len(concise.write(run).splitlines()) == 2
    assert len(safe.outgoing(concise.write(run)).splitlines()) == 2
    assert not STEERING.search(picture.draw(run, Ink()))


@given(HOSTILE)
def test_the_github_form_has_no_commands_but_its_own(words):
    written = github.write(run_of(words))
    command, *rest = written.splitlines()
    assert command.startswith("::warning title=tenor shouting,file=")
    assert not re.search(r"##\w*\[", command)
    assert (len(rest), commands("\n".join(rest))) == (2, [])


@given(HOSTILE)
def test_tables_hold_no_commands(words):
    empty = summarize(tenor.analyze(""))
    one = empty._replace(name=words, title=words, themes=(words,))
    row = csv.write([one]).split("\r\n")[1]
    assert not row.lstrip().startswith("::")
    assert not STEERING.search(csv.write([one]).replace("\r\n", ""))
    table = markdown.write([one])
    assert (len(table.splitlines()), commands(table)) == (3, [])


@given(HOSTILE, HOSTILE)
def test_shown_settings_are_settings_whatever_is_in_them(words, name):
    from tenor.checks import CHECKS
    from tenor.findings.check import Rule

    check = next(one for one in CHECKS if one.name == "banned-terms")
    rule = Rule(check, "warning", Options({"terms": {f"x{words}": words}, "allow": (words,)}))
    keys = ["preset", "fail-on", *(f"banned-terms.{key}" for key in ("severity", "terms", "allow"))]
    shown = pictures.settings(
        name,
        origin=name,
        paths={"files": [words], "exclude": []},
        words={f"x{words}": 1.0},
        per_file_ignores={words: ["hedging"]},
        off=["banned-terms"],
        preset="docs",
        fail_on="error",
        rules=(rule,),
        origins={"banned-terms": name, **dict.fromkeys(keys, name)},
    )
    assert not STEERING.search(shown)
    held = tomllib.loads(safe.uncommanded(safe.outgoing(shown)))["checks"]["banned-terms"]
    assert held == {"severity": "warning", "terms": {f"x{words}": words}, "allow": [words]}
