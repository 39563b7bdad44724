"""Any list of arguments, on hostile files, ends well: an exit code, and one line an error.

The suite tries a few. `pytest tests/fuzz --hypothesis-profile fuzz` tries for a long time.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

#: A short run is the same every time; a long one is not.
SHORT = settings.default.max_examples < 1000
RUNS = settings(max_examples=settings.default.max_examples // 5, derandomize=SHORT)

LOUD = b"# Stop that now!!\n\nYou idiot, this is a terrible, horrible mess. I love it.\n\n"
ESCAPES = "a \x1b[31mb\x1b]0;c\x07 \x9b31m \u202egnp.exe\u2066 \r d\x00\x08 \u2028 ##[error]x\n"
FILES = {
    "a.md": LOUD * 30,
    "b.txt": b"I love it\n\n" * 10,
    "c.html": b"<title>T</title><p>kept <svg><nav><select><template><ruby>a<rt>b<p>Stop!!",
    "empty.md": b"",
    "latin.txt": b"caf\xe9 au lait is terrible",
    "utf16.md": "\ufeffA wonderful day!!".encode("utf-16"),
    "half.md": "\ufeffA wonderful day!!".encode("utf-16")[:-1],
    "binary.md": b"\x00\x01\x02",
    "escapes.md": ESCAPES.encode() * 8,
    "commands.txt": b"::error::x\n\n##[error]y\n\n%0A::stop-commands::z " * 8,
    "::error title=x::y.md": LOUD,
    "-o": LOUD,
    "--json": LOUD,
    "a b[1].md": LOUD,
    "\x1b[31mred.md": LOUD,
    "two\nlines.md": LOUD,
    "\udcff\udcfe.md": LOUD,
    "\u202egnp.md": LOUD,
    "sub/d.md": LOUD,
    "sub/.gitignore": b"[z-a]\n!\n\\\n**\x00\nd.md/\n#\xff\n",
    "report": b"A file called report.",
    "good.toml": b'[checks]\ntone-range = {min = 0.5}\n[words]\n"x y" = 1\n',
    "bad.toml": b"words = [",
    "worse.toml": b"\xff\xfe",
    ".tenor-baseline.json": b'{"version": 1, "findings": [1, null], "measures": {"a": []}}',
}
NAMES = st.one_of(
    st.sampled_from([*FILES, "sub", ".", "missing.md", "a.md/x", "x" * 300, "", "-"]),
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), max_size=6),
)
CHECKS = st.sampled_from(
    ["shouting", "reading-grade", "tone-range,hedging", "none", "", ",", "a b"]
)
FORMATS = ["text", "json", "jsonl", "csv", "md", "full", "concise", "github", "sarif", "gitlab"]
TARGETS = st.sampled_from(
    ["out", "a.md", "sub", "missing/out", "", "-", "x" * 300, "\x1b", "good.toml"]
)
VALUES = {
    "--format": st.sampled_from([*FORMATS, "junit", "", "x\x1b[0m"]),
    "--artifact": st.tuples(st.sampled_from([*FORMATS, "junit", ""]), TARGETS).map(":".join),
    "--output": TARGETS,
    "-o": TARGETS,
    "--engine": st.sampled_from(["tenor", "vader", "x"]),
    "--encoding": st.sampled_from(
        [
            "utf-8",
            "latin-1",
            "utf-16",
            "idna",
            "punycode",
            "hex",
            "rot13",
            "undefined",
            "",
            "\udcff",
        ]
    ),
    "--stdin-filename": NAMES,
    "--color": st.sampled_from(["always", "never", "auto", ""]),
    "--width": st.sampled_from(["20", "60", "100", "9" * 5000, "-1", "x", "19"]),
    "--config": st.sampled_from(["good.toml", "bad.toml", "worse.toml", "missing", "sub", ""]),
    "--preset": st.sampled_from(["docs", "essay", "support", "marketing", "x", ""]),
    "--select": CHECKS,
    "--ignore": CHECKS,
    "--fail-on": st.sampled_from(["error", "warning", "info", "never", "", "x"]),
    "--diff": st.sampled_from(["-", "HEAD", "--output=x", "", "-x"]),
    "--baseline": st.sampled_from(["a.md", "missing", ".tenor-baseline.json", "sub", ""]),
    "--show-settings": NAMES,
}
FLAGS = ["--json", "--all", "--gist", "--no-config", "-q", "--write-baseline", "--statistics"]
FLAGS += ["--list", "--no-cache", "--help", "--version", "-h", "--", "--no-such", "-x", "-"]
OPTIONS = st.one_of(
    st.sampled_from(FLAGS).map(lambda flag: [flag]),
    *(values.map(lambda value, name=name: [name, value]) for name, values in VALUES.items()),
    *(values.map(lambda value, name=name: [f"{name}={value}"]) for name, values in VALUES.items()),
    NAMES.map(lambda name: [name]),
)
PLACES = st.tuples(NAMES, st.sampled_from(["1", "17", "0", "-1", "9" * 5000, "", "x"])).map(
    ":".join
)
TOPICS = st.one_of(
    PLACES,
    NAMES,
    NAMES.map("theme:{}".format),
    st.sampled_from(["smog", "shouting", "valence", "theme:", "theme:magic", "smgo", "flesch"]),
)
COMMANDS = st.one_of(
    st.tuples(st.sampled_from([["check"], ["report"], []]), st.lists(OPTIONS, max_size=5)),
    st.tuples(TOPICS.map(lambda topic: ["explain", topic]), st.lists(OPTIONS, max_size=2)),
).map(lambda parts: [*parts[0], *(word for words in parts[1] for word in words)])
STDIN = st.one_of(
    st.sampled_from([*FILES.values(), b"+++ b//etc/x.md\n@@ -1 +1 @@\n+a\n", b"@@ @@"]),
    st.binary(max_size=40),
)


@RUNS
@given(COMMANDS, STDIN)
@example(["a.md", "b.txt", "c.html"], b"")
@example(["check", ".", "--format", "sarif"], b"")
@example(["check", "a.md", "--write-baseline"], b"")
@example(["explain", "a.md:1"], b"")
@example(["explain", "theme:mess", "a.md"], b"")
def test_any_arguments_end_well(program, words, stdin):
    with program.folder(FILES):
        program.run_well(words, stdin)


#: What has crashed, or let something through, and is mended.
FOUND = {
    "a pattern that is none": (
        ["check", "sub"],
        {"sub/.gitignore": b"[z-a]\n!\n\\\n", "sub/a.md": LOUD},
    ),
    "a pattern that is none in the settings": (
        ["check", "a.md"],
        {"tenor.toml": b'exclude = ["[1-0]"]', "a.md": LOUD},
    ),
    "an option too long for a name": (["--width=" + "9" * 5000], {}),
    "a name that steers": (["check", "--show-settings", "a\x85\x1b[31mb"], {}),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_stays_mended(program, name):
    words, files = FOUND[name]
    with program.folder(files):
        program.run_well(words)
