"""Every check: its examples, its options, and the places it points at."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor.checks
from tenor.checks import CHECKS
from tenor.checks.presets import PRESETS, PresetName

HYGIENE = {"unused-ignore", "unknown-check", "ignore-without-reason"}
ALONE = [check for check in CHECKS if check.across is None]


def names_of(findings):
    return [finding.check for finding in findings]


def shown(find, check, text):
    others = ["shouting"] if check.name in HYGIENE else []
    found = find(
        "\n\n".join([text] * check.times), check.name, *others, options=check.example or {}
    )
    return [one for one in found if one.check == check.name]


@pytest.mark.parametrize("check", ALONE, ids=lambda check: check.name)
def test_a_bad_example_is_found_and_a_good_one_is_left_alone(find, check):
    assert shown(find, check, check.bad)
    assert not shown(find, check, check.good)


def test_every_preset_has_a_name_that_type_checkers_know():
    assert get_args(PresetName) == tuple(PRESETS)


def test_every_file_with_a_check_is_in_the_table_under_its_own_name():
    folder = Path(tenor.checks.__file__).parent
    files = {
        path.stem for path in folder.glob("*.py") if "\nCHECK = Check(" in path.read_text("utf-8")
    }
    assert files == {check.name.replace("-", "_") for check in CHECKS}
    assert len(CHECKS) == len(files)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_default_and_preset_keeps_to_the_options_own_rules(check):
    layers = [check.defaults().settings, dict(check.example or {})]
    layers += [dict(preset.options.get(check.name, {})) for preset in PRESETS.values()]
    for layer in layers:
        assert {name: check.read(name, value) for name, value in layer.items()} == layer


def test_every_preset_names_checks_there_are():
    known = {check.name for check in CHECKS}
    for preset in PRESETS.values():
        assert known.issuperset([*preset.select, *preset.options])


@pytest.mark.parametrize("check", [c for c in CHECKS if c.is_budget], ids=lambda check: check.name)
def test_a_budget_is_silent_under_100_words(find, check):
    assert not find(check.bad, check.name, options=check.example or {})


def test_reading_grade_names_the_costliest_sentences_and_what_splitting_them_brings(find):
    short = "The cat sat on the mat and looked at us. "
    long = (
        "Considerable organizational transformation initiatives necessitate deliberation regarding"
        " institutional availability, and administrators habitually encounter them. "
    )
    (found,) = find(short * 12 + long * 2, "reading-grade", options={"max": 4})
    assert found.sentence.startswith("Considerable")
    assert len(found.evidence) == 13
    assert found.evidence[0].sentence.startswith("Considerable")
    assert re.fullmatch(
        r"splitting these 3 in two brings it to \d\.\d(, within the limit|; .*)", found.help
    )


def test_what_the_help_of_reading_grade_promises_comes_true(find):
    long = "The old dog and the young cat ran over the hill, and then the sun came out again. "
    text = "We met at ten. " * 5 + long * 6
    (found,) = find(text, "reading-grade", options={"max": 0.5})
    promised = float(re.search(r"brings it to (-?\d+\.\d)", found.help)[1])
    split = text.replace(", and then", ". And then", 3)
    (after,) = find(split, "reading-grade", options={"max": 0})
    assert after.value == pytest.approx(promised, abs=0.051)


def test_a_long_enumeration_is_no_long_sentence(find):
    items = ", ".join(f"item {n}" for n in range(30))
    assert not find(f"There are {items}.", "sentence-length")
    assert find("word " * 46 + ".", "sentence-length")


def test_legal_notices_are_neither_long_nor_loud(find):
    notice = "THE SOFTWARE IS PROVIDED AS IS, WITHOUT WARRANTY OF ANY KIND, " + "AND SO ON " * 30
    assert not find(f"{notice}.", "sentence-length", "shouting")


@pytest.mark.parametrize(
    "text",
    [
        "The HTTP API of the IBM PC.",
        "You MUST NOT do that, and you SHOULD NOT either.",
        "# DO NOT PANIC NOW\n\nFine.",
        "Use `DO NOT USE THIS`.",
        "What a day!",
        "a != b and !important",
        "He said “WHAT ARE YOU DOING!!”",
    ],
)
def test_capitals_that_are_no_voice_are_left_alone(find, text):
    assert not find(text, "shouting")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Simply run it.", 1),
        ("You can simply add a line.", 1),
        ("To do so, just click the button.", 1),
        ("The file is simply ignored.", 0),
        ("I had just arrived.", 0),
        ("It is simply a file, of course.", 0),
        ("# Just run it", 0),
    ],
)
def test_condescension_is_where_the_reader_is_told_to_do_something(find, text, count):
    assert len(find(text, "condescension")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It never fails.", 1),
        ("It never returns null.", 0),
        ("You must always be right here.", 0),
        ("It is not guaranteed.", 0),
        ("It is guaranteed to be sorted.", 0),
        ("> It never fails.", 0),
    ],
)
def test_overclaiming_takes_promises_and_leaves_definitions_alone(find, text, count):
    assert len(find(text, "overclaiming")) == count


def test_matter_of_fact_words_make_no_negative_passage(find):
    text = "The call will fail. An error kills the process. Invalid arguments are rejected."
    assert not find(text, "negative-passage")


def test_tone_drift_compares_the_files_of_a_folder():
    check = next(check for check in CHECKS if check.name == "tone-drift")
    values = {f"{n}.md": 0.2 + n / 100 for n in range(7)}

    def far(**more):
        found = check.across({**values, **more}, check.defaults())
        assert set(found) == {*values, *more}
        return {name: (one.value, one.worse) for name, one in found.items() if one}

    assert far(x=0.25) == {}
    assert far(x=-0.4) == {"x": (0.625, 1)}
    assert far(x=0.9) == {"x": (0.665, 1)}
    assert check.across({"a.md": 0.2, "x.md": -0.4}, check.defaults()) == {}


def test_banned_terms_give_their_replacements_whatever_the_case_and_the_line_end(find):
    terms = {"utilize": "use", "very unique": "unique"}
    found = find("Utilize a very\nunique tool.", "banned-terms", options={"terms": terms})
    assert [one.help for one in found] == ["say “use”", "say “unique”"]
    assert (found[1].place.start, found[1].place.end) == ((1, 11), (2, 7))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", 'A [very](https://evil.example "t") unique one.'),
        ("a.md", "A ve&shy;ry uni&#113;ue one."),
        ("a.md", "> A **ver**y\n> unique one."),
        ("a.html", "<p>A <a href='https://evil.example'>very</a> unique one.</p>"),
    ],
)
def test_a_message_quotes_what_a_reader_sees(find, file, text):
    options = {"terms": ["very unique"]}
    (one,) = find(text, "banned-terms", options=options, file=file)
    assert one.message == "“very unique” is not to be used here"


def test_an_allowed_phrase_is_never_reported(find):
    text = "Kill the process. Kill the cat."
    options = {"terms": ["kill"], "allow": ["kill the process"]}
    (found,) = find(text, "banned-terms", options=options)
    assert found.place.start.column == 19


PROBE = """---
title: a foo bar here
---

# A foo bar heading

A plain foo bar.

**Bold**, a [link](https://example.com "foo bar") and `foo bar`, then foo bar.

> A quote with *foo bar* in it.

- one
  - two with foo bar

| a | b |
|---|---|
| c | foo bar |

An &amp; entity, then foo bar.

An 🎉 and 漢字, then foo bar.

Inline <b title="foo bar">html foo bar</b>.

It wraps over a line end: foo
bar.

Après l'été là-bas, foo bar.

A note.[^1]

```
foo bar
```

    foo bar

<!-- foo bar -->

See <https://example.com/foo bar> and [ref].

[ref]: https://example.com/foo-bar "foo bar"

[^1]: A footnote with foo bar.
"""


def test_a_phrase_is_found_in_all_prose_places_and_in_none_of_the_others(find):
    found = find(PROBE, "banned-terms", options={"terms": ["foo bar"]})
    lines = PROBE.split("\n")
    places = [one.place.start for one in found]
    assert [place.line for place in places] == [5, 7, 9, 11, 14, 18, 20, 22, 24, 26, 29, 45]
    for one in found:
        if one.place.start.line != 26:
            line = lines[one.place.start.line - 1]
            assert line[one.place.start.column - 1 : one.place.end.column - 1] == "foo bar"


def test_image_texts_are_prose(find):
    assert len(find("![a foo bar](x.png)", "banned-terms", options={"terms": ["foo bar"]})) == 1


def test_no_phrase_reaches_across_code(find):
    assert not find("a foo `x` bar", "banned-terms", options={"terms": ["foo bar"]})


@pytest.mark.parametrize(
    "text", ["", " \n", "!!!", "\u200b", "# \n", "a" * 100_000, "x. " * 20_000]
)
def test_no_text_breaks_a_check(find, text):
    found = find(text, *(check.name for check in CHECKS))
    assert {one.check for one in found} <= {"sentence-length", "reading-grade"}
    assert all(one.place.span.end <= len(text) for one in found)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Stop that NOW AND HERE!!",
                "You can simply run it.",
                "“Idiot!”",
                "> quoted\n",
                "`code`",
                "\n\n",
                "# Head\n",
                "- item\n",
                "<!-- tenor: ignore -->",
                "\u200b",
                "<!-- tenor: off shouting -- x -->",
                "<!-- tenor: on -->",
                "| a | b |\n|--|--|\n",
                "It never fails.",
                "perhaps it seems",
                "漢字",
                "\r\n",
                "&amp;",
                "**bold**",
                '"',
            ]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_every_finding_is_inside_its_text_where_it_says(find, text):
    from tenor.analysis import read_source
    from tenor.files import Source

    document = read_source(Source("a.md", text))
    found = find(text, *(check.name for check in CHECKS))
    assert list(found) == sorted(found, key=lambda one: one.key)
    assert found == find(text, *(check.name for check in CHECKS))
    for one in found:
        for place in (one.place, *(trace.place for trace in one.evidence)):
            assert 0 <= place.span.start <= place.span.end <= len(text)
            assert place.start == document.position(place.span.start)
        assert one.source.column <= one.place.start.column


def test_a_long_sentence_is_told_where_a_second_could_begin(find):
    text = "The cat sat on the mat " * 5 + ", but the dog was not in the house " + "at all " * 8
    (found,) = find(f"{text}.", "sentence-length")
    assert found.help == "a second sentence could begin at “but the dog”"


def test_the_seed_has_at_most_five_findings(find, seed_text):
    on = [check.name for check in CHECKS if check.default == "on"]
    assert len(find(seed_text, *on, file="seed.txt")) <= 5


def test_findings_are_there_for_python_too():
    import tenor

    (found,) = tenor.check("Simply run it. Stop that now!!", select=["shouting"])
    assert (found.check, found.message) == ("shouting", "“!!” raises the voice")
    assert tenor.check("Stop. <!-- x -->", preset="docs") == ()
    with pytest.raises(tenor.TenorError, match="did you mean 'shouting'"):
        tenor.check("x", select=["shoutin"])
    with pytest.raises(tenor.TenorError, match="unknown option 'mx'"):
        tenor.check("x", options={"reading-grade": {"mx": 1}})
