"""TOML within bounds: what is refused, and that no text is too much for it."""

import subprocess
import sys
import time

import pytest

from tenor import toml


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n[b.c]\nd.e = '1.2.3'\n",
        ".".join("a" * 50) + " = 1",
        f"a = '{'b.' * 100}'",
        f'a = """\n{"b.c " * 100}"""',
        f"a = 1 # {'b.' * 100}b\n# {'b.' * 100}b",
        f'a = """{"b." * 100}b\\"""{"b." * 100}"{"b." * 100}"""""',
        f"a = '''{'b.' * 100}b\n'{'b.' * 100}b''{'b.' * 100}b\\'''''",
        f'a = "#"\nb = ["{"b." * 100}b", # {"b." * 100}b\n]',
    ],
)
def test_a_document_is_read(text):
    assert toml.table(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\n" + ".".join("a" * 51) + " = 1", "a key of more than 50 parts (at line 2)"),
        ("[" + "a." * 50_000 + "a]", "a key of more than 50 parts (at line 1)"),
        ("[[" + "a . " * 50_000 + "a]]", "a key of more than 50 parts (at line 1)"),
        ("x = {" + """"a".'b'.""" * 50_000 + "c = 1}", "a key of more than 50"),
        ('a = "#"\nb = """\n#"""\n' + "a." * 51 + "a = 1", "more than 50 parts (at line 4)"),
        ("a = '''\\'''\n" + "a." * 51 + "a = 1", "more than 50 parts (at line 2)"),
        ("a = " + "[" * 10_000, "nested too deep"),
        ("a", "Expected '='"),
        (f"a = 1{'0' * 5000}", "a number of thousands of digits"),
    ],
)
def test_what_is_wrong_or_endless_is_said_in_one_line(text, message):
    with pytest.raises(ValueError, match=r"^[^\n]+$") as error:
        toml.table(text)
    assert message in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        '"' * 1_000_000,
        '"' + '\\"' * 500_000,
        "'\"" * 500_000,
        "a. " * 300_000,
        '"""\\' * 500_000,
        "'''a" * 499_999,
        'a="""' * 499_999,
        "#" * 1_000_000 + "\na",
    ],
)
def test_hostile_text_takes_seconds(text):
    start = time.process_time()
    with pytest.raises(ValueError, match=r"line|end|document"):
        toml.table(text)
    assert time.process_time() - start < 60  # no timing, a guard against hanging


@pytest.mark.parametrize(("name", "head"), [("tenor.toml", ""), ("pyproject.toml", "[tool]\n")])
def test_an_endless_key_in_a_repository_stops_no_run(tmp_path, name, head):
    (tmp_path / name).write_text(head + "a." * 50_000 + "a = 1")
    (tmp_path / "a.md").write_text("A text.")
    command = [sys.executable, "-m", "tenor", "check", "a.md"]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 2
    assert "a key of more than 50 parts" in ran.stderr
    assert ran.stderr.count("\n") == 1
