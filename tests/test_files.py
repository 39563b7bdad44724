"""Paths to texts: decoding, folders, .gitignore, and what cannot be read."""

import codecs
import os
from pathlib import Path

import pytest

from tenor import files
from tenor.errors import InputError

SUFFIXES = (".txt", ".md")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        (codecs.BOM_UTF8 + b"caf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        (codecs.BOM_UTF16_BE + "café".encode("utf-16-be"), "café"),
        ("café".encode("utf-32"), "café"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
        (b"", ""),
    ],
)
def test_bytes_are_decoded_by_their_mark_else_as_utf_8(data, text):
    assert files.decode(data, "x") == files.Source("x", text)


def test_bytes_that_are_not_utf_8_are_windows_1252_and_the_first_bad_one_is_named():
    source = files.decode(b"one\r\ntwo \xe9 \x93q\x94", "x.md")
    assert source.text == "one\r\ntwo é “q”"
    assert source.warning == "x.md: line 2, column 5: not UTF-8, read as Windows-1252"


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"a\xff", "utf-8", "x: line 1, column 2: not utf-8"),
        (b"\xe9", "ascii", "x: line 1, column 1: not ascii"),
        (b"a", "klingon", "x: unknown encoding 'klingon'"),
        (
            b"ab\0cd",
            None,
            "x: looks like a binary file, not text; convert UTF-16 to UTF-8, or exclude the file",
        ),
        (codecs.BOM_UTF8 + b"ab\xff", None, "x: line 1, column 3: not utf-8"),
    ],
)
def test_what_cannot_be_decoded_is_one_clear_line(data, encoding, message):
    with pytest.raises(InputError) as caught:
        files.decode(data, "x", encoding)
    assert str(caught.value) == message


def test_a_given_encoding_is_kept_to():
    assert files.decode(b"\xe9", "x", "latin-1").text == "é"


@pytest.mark.parametrize(
    ("name", "message"),
    [("none.txt", "No such file or directory"), ("", "Is a directory"), ("a\0b", "null byte")],
)
def test_a_file_that_cannot_be_opened_is_one_clear_line(tmp_path, name, message):
    path = f"{tmp_path}/{name}"
    with pytest.raises(InputError, match=message):
        files.load(path)


def write(folder, *names, data=b"text"):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def found(folder, **kwargs):
    result = files.find(str(folder), SUFFIXES, **kwargs)
    return [os.path.relpath(name, folder) for name in result.files], result.skipped


def test_a_folder_is_walked_in_order_and_unknown_and_hidden_files_are_passed_over(tmp_path):
    write(tmp_path, "b.txt", "a/z.md", "a/y.txt", "photo.jpg", ".hidden.md", ".git/x.txt")
    (tmp_path / "link.txt").symlink_to("b.txt")
    assert found(tmp_path) == (["a/y.txt", "a/z.md", "b.txt"], 2)


def test_a_text_by_its_name_is_one_whatever_it_holds(tmp_path):
    write(tmp_path, "noise.txt", data=b"\0\1\2")
    assert found(tmp_path) == (["noise.txt"], 0)


def test_gitignore_holds_at_every_level_and_the_nearest_decides(tmp_path):
    write(
        tmp_path, "a.md", "drafts/b.md", "docs/c.md", "docs/keep.md", "docs/sub/c.md", "build/d.md"
    )
    (tmp_path / ".gitignore").write_text("/drafts/\nbuild\nkeep.md\n")
    (tmp_path / "docs" / ".gitignore").write_text("/c.md\n!keep.md\n")
    assert found(tmp_path)[0] == ["a.md", "docs/keep.md", "docs/sub/c.md"]


def test_the_gitignore_above_a_folder_holds_up_to_the_top_of_the_checkout(tmp_path):
    write(tmp_path, "repo/docs/a.md", "repo/docs/b.md")
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / ".gitignore").write_text("b.md\n")
    (tmp_path / ".gitignore").write_text("*.md\n")
    assert found(tmp_path / "repo" / "docs")[0] == ["a.md"]


@pytest.mark.parametrize(
    ("names", "is_excluded"),
    [
        ([], False),
        (["a.png", ".hidden.md", "out.log"], False),
        (["a.log.md"], True),
        (["build/a.md"], True),
    ],
)
def test_a_folder_without_texts_tells_whether_any_may_be_ignored(tmp_path, names, is_excluded):
    write(tmp_path, *names)
    (tmp_path / ".gitignore").write_text("build\n*.log*\n")
    result = files.find(str(tmp_path), SUFFIXES)
    assert (result.files, result.is_excluded) == ((), is_excluded)


def test_links_are_not_followed_out_of_a_folder(tmp_path):
    write(tmp_path, "in/a.md", "out/b.md")
    (tmp_path / "in" / "away").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "c.md").symlink_to(tmp_path / "out" / "b.md")
    assert found(tmp_path / "in")[0] == ["a.md"]


def test_what_is_excluded_is_asked_of_each_folder_and_holds_for_named_paths_too(tmp_path):
    write(tmp_path, "a.md", "in/a.md", "in/b.md")

    def excluder(folder):
        return lambda path: folder.name == "in" and path.name == "a.md"

    assert found(tmp_path, excluder=excluder)[0] == ["a.md", "in/b.md"]
    assert files.find(str(tmp_path / "in" / "a.md"), SUFFIXES, excluder) == files.Found(
        (), is_excluded=True
    )
    assert len(files.find(str(tmp_path / "a.md"), SUFFIXES, excluder).files) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [("nowhere", "No such file or directory"), ("x" * 300, "File name too long"), ("a\0b", "null")],
)
def test_a_path_that_leads_nowhere_is_one_clear_line(name, message):
    result = files.find(name, SUFFIXES)
    (error,) = result.errors
    assert str(error).startswith(f"{name}: ")
    assert message in str(error)
    assert result.files == ()


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_found(tmp_path, monkeypatch):
    write(tmp_path, "a/1.md", "b/2.md", "c/3.md")
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = files.find(str(tmp_path), SUFFIXES)
    assert [os.path.relpath(name, tmp_path) for name in result.files] == ["a/1.md", "c/3.md"]
    assert [str(error) for error in result.errors] == [f"{tmp_path}/b: Permission denied"]


@pytest.fixture
def deep(tmp_path, monkeypatch):
    """Give a folder in folders so deep that their path is only reached step by step."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
    write(Path(), "deep.md")
    os.chdir(tmp_path)
    yield
    os.chdir("/".join("d" * 1500))
    os.remove("deep.md")  # noqa: PTH107
    for _ in range(1500):
        os.chdir("..")
        os.rmdir("d")  # noqa: PTH106 - or pytest cannot clear up


@pytest.mark.usefixtures("deep")
def test_folders_may_lie_deeper_than_python_can_call():
    (name,) = files.find(".", SUFFIXES).files
    assert name.endswith("d/d/deep.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_what_is_no_file_is_counted_in_a_folder(tmp_path):
    write(tmp_path, "a.md")
    os.mkfifo(tmp_path / "b.md")
    assert found(tmp_path) == (["a.md"], 1)
