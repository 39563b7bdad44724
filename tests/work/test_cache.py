"""The cache: results by content, and no failure whatever stands in its place."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tenor.work import cache


@pytest.fixture
def where(tmp_path):
    return tmp_path / "c"


def test_what_is_stored_is_found_again_by_its_key(where):
    one, two = cache.key(b"a", b"b"), cache.key(b"ab")
    assert one != two
    cache.store(where, {one: "{}"})
    assert cache.load(where, [one, two]) == {one: "{}"}


def test_the_folder_keeps_itself_out_of_git_and_backups(where):
    cache.store(where, {b"k": "v"})
    assert (where / ".gitignore").read_text() == "*\n"
    assert (where / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def nonsense(path):
    path.write_bytes(b"no database at all" * 100)


def another_table(path):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE results (other TEXT)")
    database.close()


def endless_view(path):
    """Make a view that, once asked, never ends."""
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE VIEW results AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT i AS key, 'v' AS value, x'00' AS seal, 1 AS day FROM n"
        )
    database.close()


def trigger(path):
    cache.store(path.parent, {b"other": "v"})
    with sqlite3.connect(path) as database:
        database.execute("CREATE TRIGGER t AFTER UPDATE ON results BEGIN DELETE FROM results; END")
    database.close()


def torn(path):
    cache.store(path.parent, {str(n).encode(): "v" * 500 for n in range(100)})
    data = bytearray(path.read_bytes())
    data[100:8000] = bytes(7900)
    path.write_bytes(data)


def fifo(path):
    os.mkfifo(path)


def fifo_beside(path):
    cache.store(path.parent, {b"other": "v"})
    os.mkfifo(f"{path}-journal")


def link_to_nothing(path):
    path.symlink_to(path.parent / "nothing")


@pytest.mark.parametrize(
    "spoil",
    [nonsense, another_table, endless_view, trigger, torn, fifo, fifo_beside, link_to_nothing],
)
def test_what_is_no_cache_of_ours_is_not_read_and_is_replaced(where, spoil):
    where.mkdir()
    spoil(where / "v2.sqlite")
    assert cache.load(where, [b"k"]) == {}
    cache.store(where, {b"k": "v"})
    assert cache.load(where, [b"k"]) == {b"k": "v"}
    assert not (where / "nothing").exists()


def test_a_folder_in_the_place_of_the_file_is_no_cache(where):
    (where / "v2.sqlite").mkdir(parents=True)
    cache.store(where, {b"k": "v"})
    assert cache.load(where, [b"k"]) == {}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE results SET value = '[[],{}]'",
        "UPDATE results SET value = x'ff'",
        "UPDATE results SET value = CAST(x'ff' AS TEXT)",
        "UPDATE results SET value = NULL",
        "UPDATE results SET seal = NULL",
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_no_result(where, change):
    cache.store(where, {b"k": "v"})
    with sqlite3.connect(where / "v2.sqlite") as database:
        database.execute(change)
    database.close()
    assert cache.load(where, [b"k"]) == {}
    cache.store(where, {b"k": "v"})
    assert cache.load(where, [b"k"]) == {b"k": "v"}


def test_a_file_that_another_holds_is_no_cache_and_no_long_wait(where, monkeypatch):
    monkeypatch.setattr(cache, "_PATIENCE", 0.01)
    cache.store(where, {b"k": "v", b"l": "w"})
    holder = sqlite3.connect(where / "v2.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    cache.store(where, {b"m": "x"})
    monkeypatch.setattr(cache, "_today", lambda: 3)
    assert cache.load(where, [b"k", b"l"]) == {b"k": "v", b"l": "w"}  # WAL: it can be read
    holder.execute("ROLLBACK")
    holder.close()
    assert cache.load(where, [b"m"]) == {}
    assert cache.load(where, [b"k"]) == {b"k": "v"}


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("")
    cache.store(tmp_path / "file" / "c", {b"k": "v"})
    assert cache.load(tmp_path / "file" / "c", [b"k"]) == {}


def test_results_longest_out_of_use_make_room(where, monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 2)
    for day, name in ((1, b"a"), (2, b"b")):
        monkeypatch.setattr(cache, "_today", lambda day=day: day)
        cache.store(where, {name: "v"})
    monkeypatch.setattr(cache, "_today", lambda: 3)
    cache.load(where, [b"a"])
    cache.store(where, {b"c": "v"})
    assert set(cache.load(where, [b"a", b"b", b"c"])) == {b"a", b"c"}


def test_the_folder_is_the_user_s_own_or_the_one_that_is_named(monkeypatch, tmp_path):
    for name in ("TENOR_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    if sys.platform == "linux":
        assert cache.folder() == tmp_path / ".cache" / "tenor"
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
        assert cache.folder() == tmp_path / "xdg" / "tenor"
        monkeypatch.setenv("XDG_CACHE_HOME", "here")
        assert cache.folder() in {None, tmp_path / ".cache" / "tenor"}
    monkeypatch.setenv("TENOR_CACHE_DIR", "/elsewhere")
    assert cache.folder().as_posix() == "/elsewhere"


def test_a_key_depends_on_the_versions_of_what_the_program_stands_on(monkeypatch):
    keys = [cache.key(b"a")]
    for package in ("nltk", "markdown_it"):
        monkeypatch.setattr(cache, "version_of", lambda name, own=package: f"{name == own}")
        cache.program.cache_clear()
        keys.append(cache.key(b"a"))
    monkeypatch.undo()
    monkeypatch.setattr(sys, "version", "4.0")
    cache.program.cache_clear()
    keys.append(cache.key(b"a"))
    monkeypatch.undo()
    cache.program.cache_clear()
    assert len(set(keys)) == 4
    assert cache.key(b"a") == keys[0]


@pytest.mark.parametrize("changed", ["checks/shouting.py", "lexicons/valence.tsv", "new.py"])
def test_a_key_depends_on_all_of_the_program_and_its_word_tables(tmp_path, changed):
    package = Path(cache.__file__).parents[1]
    shutil.copytree(package, tmp_path / "tenor", ignore=shutil.ignore_patterns("__pycache__"))
    code = "from tenor.work import cache; print(cache.__file__, cache.key(b'').hex())"
    keys = []
    for _ in range(3):
        command = [sys.executable, "-B", "-c", code]
        keys.append(subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout)
        if len(keys) == 2:
            with (tmp_path / "tenor" / changed).open("a") as file:
                file.write("#\n")
    assert keys[0] == keys[1] != keys[2]
    assert keys[0].startswith(bytes(tmp_path))


def test_the_versions_are_those_that_are_installed():
    from importlib.metadata import version

    assert version("nltk") in cache.version_of("nltk")
    assert version("markdown-it-py") in cache.version_of("markdown_it")
    code = "import sys; from tenor.work import cache; cache.key(b''); print('nltk' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"False\n"
