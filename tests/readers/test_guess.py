"""What a text without a name shows itself to be, and what is no text."""

import pytest

from tenor import read, readers
from tenor.errors import InputError


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some words.\n\nMore words.\n", None),
        ("I < you, and # is a hash.\n#1 is best.\n", None),
        ("[sic] (as he said)\n", None),
        ("<!DOCTYPE html>\n<html>", "html"),
        ("\n<p class='a'>Words.</p>", "html"),
        ("# A heading\n\nWords.\n", "markdown"),
        ("Words.\n\n## A heading\n\nWords.\n", "markdown"),
        ("Words with [a link](https://a.example).\n", "markdown"),
        ("Words:\n\n```sh\nls\n```\n", "markdown"),
        ("---\ntitle: Words\n---\n\nWords.\n", "markdown"),
    ],
)
def test_a_text_shows_what_it_is(text, kind):
    assert readers.guess(text) == kind


def test_stdin_is_read_as_what_it_is_and_stderr_says_so(tenor):
    ran = tenor("--json", "-", stdin="# A heading\n\nWords and `code`.\n")
    assert ran.code == 0
    assert '"title": "A heading"' in ran.out
    assert ran.err == "tenor: -: read as Markdown; --stdin-filename x.txt for plain text\n"
    ran = tenor("--json", "-", "--stdin-filename", "x.txt", stdin="# A heading\n\nWords.\n")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("name", "data", "command"),
    [
        ("a b.docx", b"PK\3\4\0\0", "pandoc 'a b.docx' -t markdown | tenor"),
        ("a.pdf", b"%PDF-1.4\n", "pdftotext a.pdf - | tenor"),
        ("a.tex", b"\\section{A}", "pandoc a.tex -t markdown | tenor"),
    ],
)
def test_what_needs_a_converter_is_named_with_it(tenor, tmp_path, name, data, command):
    (tmp_path / name).write_bytes(data)
    ran = tenor("--json", name, cwd=tmp_path)
    assert (ran.code, ran.err) == (2, f"tenor: {name}: cannot be read as it is: {command}\n")
    with pytest.raises(InputError, match="cannot be read as it is"):
        read(tmp_path / name)


def test_a_kind_goes_over_what_an_ending_says(tmp_path):
    (tmp_path / "a.tex").write_text("Some words.")
    assert read(tmp_path / "a.tex", kind="plain").words == 2


def test_what_is_no_prose_by_its_name_is_read_only_where_it_is_named(tenor, tmp_path):
    names = ["requirements.txt", "dev-requirements.txt", "robots.txt", "LICENSE.md", "a.lock.txt"]
    for name in [*names, "licensed-to-kill.md", "requirements.md"]:
        (tmp_path / name).write_text("Some words.\n")
    ran = tenor("--format", "csv", ".", cwd=tmp_path)
    assert [line.split(",")[0] for line in ran.out.splitlines()[1:]] == [
        "licensed-to-kill.md",
        "requirements.md",
    ]
    assert tenor("--json", "requirements.txt", cwd=tmp_path).code == 0
