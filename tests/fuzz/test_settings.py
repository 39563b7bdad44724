"""Any settings file is settings or a refusal in one line, and what is accepted can be used.

The suite tries a few hundred. `pytest tests/fuzz --hypothesis-profile fuzz` tries for a long time.
"""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenor.checks import CHECKS
from tenor.checks.presets import PRESETS
from tenor.config import load
from tenor.errors import TenorError

#: A short run is the same every time; a long one is not.
SHORT = settings.default.max_examples < 1000
SOME = settings(max_examples=settings.default.max_examples // 2, derandomize=SHORT)
RUNS = settings(max_examples=settings.default.max_examples // 10, derandomize=SHORT)
TEXT = b"# Stop that now!!\n\nYou idiot, this is a terrible, horrible mess. I love it.\n\n" * 12


def literal(value):
    """Write a value as TOML."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{literal(str(key))} = {literal(one)}" for key, one in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value).replace("\x7f", "\\u007f")
    return str(value).lower()


STRINGS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from(
        ["[z-a]", "!", "**", "a/", "/", "\x00", "\x1b[31m", "a\nb", "\u202e", "", " ", "\\"]
    ),
    st.sampled_from([check.name for check in CHECKS]),
    st.sampled_from(
        [*PRESETS, "never", "error", "info", "a.md", "../..", "/etc/hostname", "x" * 300]
    ),
)
NUMBERS = st.one_of(
    st.integers(-100, 100),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([10**30, -(10**400), 1e300, 0, -0.0]),
)
ANY = st.recursive(
    st.one_of(STRINGS, NUMBERS, st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(STRINGS, inner, max_size=3)
    ),
    max_leaves=5,
)
OPTIONS = st.sampled_from(
    sorted({one.name for check in CHECKS for one in check.options} | {"severity", "allow", "x"})
)
FITTING = st.fixed_dictionaries(
    {},
    optional={
        "files": st.lists(STRINGS, max_size=3),
        "exclude": st.lists(STRINGS, max_size=3),
        "words": st.dictionaries(STRINGS, NUMBERS, max_size=3),
        "check": st.fixed_dictionaries(
            {},
            optional={
                "preset": st.sampled_from([*PRESETS]),
                "select": st.lists(st.sampled_from([check.name for check in CHECKS]), max_size=4),
                "fail-on": st.sampled_from(["error", "warning", "info", "never"]),
                "per-file-ignores": st.dictionaries(STRINGS, st.just(["hedging"]), max_size=3),
            },
        ),
        "checks": st.dictionaries(
            st.sampled_from([check.name for check in CHECKS]),
            st.dictionaries(OPTIONS, ANY, max_size=3),
            max_size=3,
        ),
    },
)
KEYS = st.sampled_from(["files", "exclude", "words", "check", "checks", "tool", "x", ""])
TABLES = st.one_of(FITTING, st.dictionaries(KEYS, ANY, max_size=4))
TOML = st.one_of(
    TABLES.map(lambda t: "".join(f"{literal(key)} = {literal(one)}\n" for key, one in t.items())),
    st.text(st.sampled_from("[]{}=.,\"'#\n ab1-_\\\t\r\ufeff"), max_size=40),
)


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    """Give a settings file in a folder of its own, where no other test finds it."""
    return tmp_path_factory.mktemp("settings") / "tenor.toml"


@SOME
@given(st.one_of(TOML.map(str.encode), st.binary(max_size=30)))
@example(b'words = {"good" = nan}')
def test_any_settings_are_accepted_or_refused_in_one_line(path, data):
    path.write_bytes(data)
    try:
        accepted = load(path)
    except TenorError as error:
        refusal = str(error)
    else:
        refusal = None
        assert all(-4 <= value <= 4 for value in accepted.words.values())
    assert refusal is None or refusal.startswith(str(path))


@RUNS
@given(TOML, st.sampled_from([[], ["check"], ["check", "."], ["check", "--show-settings", "a.md"]]))
def test_a_run_under_any_settings_ends_well(program, toml, words):
    with program.folder({"a.md": TEXT, "sub/b.md": TEXT}):
        Path("tenor.toml").write_text(toml, encoding="utf-8")
        program.run_well(words)
