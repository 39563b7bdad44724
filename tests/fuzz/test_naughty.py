"""Strings that break programs: each as a text, on stdin and as a file's name, in every form.

A list of one's own, a JSON array of strings, is added by `NAUGHTY_STRINGS=list.json pytest
tests/fuzz`.
"""

import json
import os
from pathlib import Path

import pytest

REPORTS = ("text", "json", "jsonl", "csv", "md")
CHECKS = ("full", "concise", "github", "json", "jsonl", "sarif", "gitlab", "junit")
RUNS = [
    *(["--format", form, "--all", "--gist"] for form in REPORTS),
    *(["check", "--format", form, "--fail-on", "info"] for form in CHECKS),
]
OWN = [
    "",
    " ",
    "undefined",
    "-1/2",
    "1e1000",
    "NaN",
    "--help",
    "-",
    "~root",
    "$HOME `id` $(id) %x",
    "'; DROP TABLE texts; --",
    "=1+1",
    "@SUM(1)",
    "+cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "]]><x y='z'>&amp;",
    "](javascript:alert(1)) | a",
    "[bold red]x[/] :smile: {0} {x!r} %s %(x)s",
    "::error file=a,line=1::x",
    "::stop-commands::t",
    "##[error]x ##vso[task.complete]",
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1a\x7f",
    "\x1b[31m\x1b]0;t\x07\x1b[2J",
    "\x80\x85\x9b31m",
    "\u202etxt.exe\u2066\u2067\u2069",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "\u2028\u2029\u0085",
    "\ufffe\uffff\ufdd0",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "ثم نفس سقطت وبالتحديد",
    "田中さんにあげて下さい 部落格",
    "👾 🙇 💁 🙅 👩‍👩‍👧 🇺🇸🇷🇺 ‼️",
    "ﬀﬁ ß İ ı ŉ ǅ",
    "𝕿𝖍𝖊 𝓺𝓾𝓲𝓬𝓴 ⒯⒣⒠",
    "x" * 5000,
    "a." * 2000,
    "Scunthorpe General Hospital, Penistone, Essex",
    "If you read this, STOP!!! You idiot, I hate this. :-( ",
]


def strings():
    """Give the strings to try: our own, and those of a list that is named."""
    path = os.environ.get("NAUGHTY_STRINGS")
    return [*OWN, *(json.loads(Path(path).read_text("utf-8")) if path else ())]


@pytest.mark.parametrize("ending", [".md", ".html", ".txt"])
def test_naughty_strings_are_read_from_files_and_stdin(program, ending):
    name = f"a{ending}"
    for number, words in enumerate(strings()):
        data = f"{words}\n\n{words} I love it.\n".encode("utf-8", "replace")
        run = RUNS[number % len(RUNS)]
        with program.folder({name: data}):
            program.run_well([*run, name])
            program.run_well([*run, "--stdin-filename", name, "-"], data)


@pytest.mark.parametrize("run", RUNS, ids=" ".join)
def test_naughty_strings_are_names_and_settings_in_every_form(program, run):
    files = {name_of(words): b"# Stop that!!\n\nYou idiot.\n" for words in strings()}
    terms = ", ".join(map(quoted, filter(str.strip, strings())))
    setting = f'[checks]\nbanned-terms = {{terms = [{terms}, "idiot"]}}\n'
    with program.folder({**files, "tenor.toml": setting.encode("utf-8", "replace")}):
        of_several = [arg for arg in run if arg not in {"--all", "--gist"}]
        assert program.run_well([*of_several, "."]).code == ("check" in run)
        program.run_well([*run, "--", *files])


def quoted(words):
    """Write a string as TOML."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def name_of(words):
    """Make a file's name of a string: no longer than a name may be, and in this folder."""
    flat = words.replace("/", "_").replace("\0", "_")
    return flat.encode("utf-8", "replace")[:200].decode("utf-8", "ignore") + ".md"
