"""The cache: results by content, and no failure whatever happens to it."""

import sqlite3

import pytest

from tenor import cache


def test_what_is_stored_is_found_again_by_its_key(tmp_path):
    one, two = cache.key(b"a", b"b"), cache.key(b"ab")
    assert one != two
    cache.store(tmp_path / "c", {one: "{}"})
    assert cache.load(tmp_path / "c", [one, two]) == {one: "{}"}


def test_the_folder_keeps_itself_out_of_git_and_backups(tmp_path):
    cache.store(tmp_path / "c", {b"k": "v"})
    assert (tmp_path / "c" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "c" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_a_broken_file_is_no_cache(tmp_path):
    (tmp_path / "v1.sqlite").write_bytes(b"no database at all" * 100)
    assert cache.load(tmp_path, [b"k"]) == {}
    cache.store(tmp_path, {b"k": "v"})


def test_a_table_of_another_form_is_no_cache(tmp_path):
    with sqlite3.connect(tmp_path / "v1.sqlite") as database:
        database.execute("CREATE TABLE results (other TEXT)")
    database.close()
    assert cache.load(tmp_path, [b"k"]) == {}


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("")
    cache.store(tmp_path / "file" / "c", {b"k": "v"})
    assert cache.load(tmp_path / "file" / "c", [b"k"]) == {}


def test_results_longest_out_of_use_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 2)
    for day, name in ((1, b"a"), (2, b"b")):
        monkeypatch.setattr(cache, "_today", lambda day=day: day)
        cache.store(tmp_path, {name: "v"})
    monkeypatch.setattr(cache, "_today", lambda: 3)
    cache.load(tmp_path, [b"a"])
    cache.store(tmp_path, {b"c": "v"})
    assert set(cache.load(tmp_path, [b"a", b"b", b"c"])) == {b"a", b"c"}


@pytest.mark.parametrize("given", ["", "/elsewhere"])
def test_the_environment_can_name_the_folder(monkeypatch, tmp_path, given):
    monkeypatch.setenv("TENOR_CACHE_DIR", given)
    assert cache.folder(tmp_path).as_posix() == (given or f"{tmp_path}/.tenor_cache")
