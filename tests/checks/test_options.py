"""What a user gets without settings, and what a setting may be: promises to every project."""

import pickle

import pytest

from tenor.checks import CHECKS
from tenor.checks.presets import PRESETS
from tenor.document import Position, Span
from tenor.errors import ConfigError
from tenor.findings.check import ALLOW, ENOUGH_WORDS, MOST_EVIDENCE, Check, Option, Options
from tenor.findings.finding import Finding, Place, Run

NAMED = {check.name: check for check in CHECKS}

#: A check's severity, whether it is on, whether it is a budget (silent in a short text), and its
#: options that are numbers: each with its default, and the least and the most it may be.
USUAL = {
    "tone-range": ("warning", "until set", True, {"min": (-1.0, -1, 1), "max": (1.0, -1, 1)}),
    "negative-passage": ("info", "on", False, {"sentences": (3, 2, 100), "below": (-0.3, -1, 0)}),
    "tone-shift": ("warning", "off", False, {"max": (0.3, 0, 2), "sentences": (3, 1, 1000)}),
    "tone-drift": (
        "warning",
        "off",
        False,
        {"deviations": (3.5, 1, 100), "files": (8, 4, 100_000)},
    ),
    "hedging": ("info", "on", True, {"max": (25, 0, 1000)}),
    "overclaiming": ("warning", "off", False, {}),
    "shouting": (
        "warning",
        "on",
        False,
        {"capitals": (3, 2, 100), "max-exclamations": (10, 0, 1000)},
    ),
    "condescension": ("warning", "off", False, {}),
    "hostility": ("warning", "on", False, {}),
    "formality-range": ("warning", "off", True, {"min": (0.3, 0, 1), "max": (1.0, 0, 1)}),
    "reading-grade": ("warning", "on", True, {"max": (14, 0, 40)}),
    "sentence-length": ("warning", "on", False, {"max": (45, 5, 1000)}),
    "passive-voice": ("warning", "off", True, {"max": (0.4, 0, 1)}),
    "missing-theme": ("warning", "until set", False, {"mentions": (1, 1, 1000)}),
    "off-theme": ("warning", "off", False, {"words": (80, 1, 100_000)}),
    "repetition": ("warning", "off", False, {"words": (3, 3, 20), "max": (3, 1, 1000)}),
    "banned-terms": ("warning", "until set", False, {}),
    "unused-ignore": ("warning", "on", False, {}),
    "unknown-check": ("warning", "on", False, {}),
    "ignore-without-reason": ("warning", "on", False, {}),
}
OPTIONS_OF_CHECKS = [(check, option) for check in CHECKS for option in check.options]
NUMBERS = [(c, o) for c, o in OPTIONS_OF_CHECKS if o.kind in {"number", "integer"}]
LISTS = [(c.name, o.name) for c, o in OPTIONS_OF_CHECKS if o.kind in {"strings", "terms"}]


def fault(read, *given):
    """Say what is wrong with a value, None if it is read."""
    try:
        read(*given)
    except ConfigError as error:
        return str(error)
    return None


def test_every_check_has_the_severity_the_default_and_the_options_it_is_documented_with():
    numbers = {check.name: {} for check in CHECKS}
    for check, option in NUMBERS:
        numbers[check.name][option.name] = (option.default, option.low, option.high)
    found = {c.name: (c.severity, c.default, c.is_budget, numbers[c.name]) for c in CHECKS}
    assert found == USUAL


@pytest.mark.parametrize(("check", "option"), NUMBERS, ids=lambda thing: thing.name)
def test_a_number_may_be_anything_from_its_least_to_its_most(check, option):
    step = 1 if option.kind == "integer" else 0.01
    assert check.read(option.name, option.low) == option.low
    assert check.read(option.name, option.high) == option.high
    wanted = f"{option.name} must be from {option.low:g} to {option.high:g}"
    assert fault(check.read, option.name, option.low - step) == wanted
    assert fault(check.read, option.name, option.high + step) == wanted


@pytest.mark.parametrize(("name", "option"), LISTS)
def test_a_list_is_empty_until_set(name, option):
    assert NAMED[name].defaults().settings[option] == ()
    assert NAMED[name].read(option, ["kill the process"]) == ("kill the process",)


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("number", 1.5, None),
        ("number", 1, None),
        ("number", True, "must be a number"),
        ("number", float("nan"), "must be a number"),
        ("number", "1", "must be a number"),
        ("integer", 1, None),
        ("integer", 1.0, "must be a whole number"),
        ("integer", True, "must be a whole number"),
        ("strings", ["a b", "c"], None),
        ("strings", ("a",), None),
        ("strings", [], None),
        ("strings", "a", "must be a list of strings"),
        ("strings", ["a", 1], "must be a list of strings"),
        ("strings", ["a", " "], "must be a list of strings"),
        ("terms", ["a"], None),
        ("terms", {"a": "b"}, None),
        ("terms", {"a": ""}, None),
        ("terms", {" ": "b"}, "must be a list of strings or a table of replacements"),
        ("terms", {"a": 1}, "must be a list of strings or a table of replacements"),
        ("terms", 1, "must be a list of strings or a table of replacements"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_what_is_wanted(kind, value, wrong):
    told = wrong and f"x {wrong}"
    assert fault(Option("x", kind, None, "").read, value) == told


@pytest.mark.parametrize(
    ("low", "high", "value", "wrong"),
    [
        (2, None, 2, None),
        (2, None, 1, "must be 2 or more"),
        (None, None, -1e9, None),
        (0.5, 1.5, 1.6, "must be from 0.5 to 1.5"),
    ],
)
def test_a_range_may_be_open(low, high, value, wrong):
    told = wrong and f"x {wrong}"
    assert fault(Option("x", "number", 0, "", low, high).read, value) == told


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("severity", "error", None),
        ("severity", "fatal", "severity must be one of error, warning, info"),
        ("max", 3, None),
        ("max", "3", "max must be a number"),
        ("mx", 3, "unknown option 'mx' (did you mean 'max'?)"),
        ("zzz", 3, "unknown option 'zzz' (it has max, severity)"),
    ],
)
def test_a_check_says_what_is_wrong_with_an_option(name, value, wrong):
    assert fault(NAMED["reading-grade"].read, name, value) == wrong


OPTIONS = Options(
    {"max": 0.5, "files": 8, "allow": ("a b",), "list": ("x", "y"), "table": {"x": "y"}}
)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (OPTIONS.number("max"), 0.5),
        (OPTIONS.number("files"), 8),
        (OPTIONS.count("files"), 8),
        (OPTIONS.phrases("allow"), ("a b",)),
        (OPTIONS.terms("list"), {"x": "", "y": ""}),
        (OPTIONS.terms("table"), {"x": "y"}),
    ],
)
def test_an_option_is_given_by_its_kind(value, wanted):
    assert value == wanted


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("number", "allow"),
        ("count", "max"),
        ("phrases", "files"),
        ("phrases", "table"),
        ("terms", "max"),
    ],
)
def test_an_option_asked_for_by_another_kind_is_an_error(kind, name):
    with pytest.raises(TypeError, match=f"^{name} is of another kind: "):
        getattr(OPTIONS, kind)(name)


def test_what_options_are_set_to_is_plain_data_that_goes_to_another_process():
    assert pickle.loads(pickle.dumps(OPTIONS)) == OPTIONS  # noqa: S301


def test_a_list_from_a_file_is_frozen():
    read = NAMED["banned-terms"].read
    assert read("terms", ["a"]) == ("a",)
    table = {"a": "b"}
    assert (read("terms", table), read("terms", table) is table) == (table, False)


def test_a_check_that_says_nothing_of_itself_is_a_warning_and_on():
    bare = Check("x", "", "", "", "", lambda *_: ())
    assert (bare.severity, bare.default, bare.is_budget, bare.times) == ("warning", "on", False, 1)
    assert (bare.options, bare.example, bare.across) == ((), None, None)
    assert (ALLOW.name, ALLOW.kind) == ("allow", "strings")
    assert Option("x", "number", 0, "").high is None


def test_a_budget_needs_a_hundred_words_and_keeps_thirty_places():
    assert (ENOUGH_WORDS, MOST_EVIDENCE) == (100, 30)


def test_a_run_of_nothing_has_hidden_nothing():
    assert Run((), ()) == Run((), (), (), 0, 0, (), {})


def test_findings_are_sorted_by_file_line_column_and_check():
    def at(file, line, column, check):
        place = Place(Span(0, 1), Position(line, column), Position(line, column + 1))
        return Finding(file, place, check, "info", *[None] * 9)

    ordered = [
        at("a", 1, 2, "x"),
        at("a", 1, 10, "w"),
        at("a", 2, 1, "a"),
        at("a", 2, 1, "b"),
        at("b", 1, 1, "a"),
    ]
    keys = [one.key for one in ordered]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("name", "selects", "options"),
    [
        (
            "docs",
            ("condescension",),
            {"reading-grade": {"max": 12}, "sentence-length": {"max": 40}},
        ),
        (
            "essay",
            ("overclaiming",),
            {"reading-grade": {"max": 16}, "sentence-length": {"max": 60}},
        ),
        (
            "support",
            ("tone-range", "condescension", "overclaiming"),
            {
                "tone-range": {"min": -0.2},
                "hostility": {"severity": "error"},
                "negative-passage": {"severity": "warning"},
                "reading-grade": {"max": 10},
                "sentence-length": {"max": 30},
            },
        ),
        (
            "marketing",
            ("tone-range", "overclaiming"),
            {
                "tone-range": {"min": -0.2},
                "hedging": {"max": 15},
                "reading-grade": {"max": 11},
                "sentence-length": {"max": 35},
            },
        ),
    ],
)
def test_a_preset_holds_what_its_readers_can_take(name, selects, options):
    assert PRESETS[name].select == selects
    assert PRESETS[name].options == options
