"""Code in plain text: sessions, logs, diffs and stretches of code are left out, prose is kept."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.readers import plain

CODE = {
    "a command": "$ make test",
    "a command and its output": "$ ls\nREADME.txt   notes.txt\nall of it is there",
    "a prompt with a name": "ann@host:~/gate$ make\nbuilding the gate",
    "a session with Python": ">>> open(gate)\nTrue",
    "a log": (
        "2024-01-05 10:00:01 INFO gate opened\n2024-01-05 10:00:02 ERROR gate stuck\n  at hinge"
    ),
    "a log of a system": "Jan  5 10:00:01 host d[12]: shut\nJan  5 10:00:02 host d[12]: open",
    "a log of a web server": '10.0.0.1 - - [05/Jan/2024:10:00:01 +0000] "GET / HTTP/1.1" 200\n' * 2,
    "grave lines": "ERROR: gate stuck\nINFO: gate opened",
    "a diff": "--- a/gate\n+++ b/gate\n@@ -1,2 +1,3 @@\n The gate\n-is shut.\n+is open.\n+Now.",
    "a diff of git": "diff --git a/x b/x\nindex 01ab..23cd\n@@ -1 +1 @@\n-I hate it.\n+I love it.",
    "a traceback": 'Traceback (most recent call last):\n  File "a.py"\n    x()\nOSError: a gate',
    "a fence": "```\nI hate this, and that\n```",
    "indented code": "    def open(gate):\n        return gate",
    "an indented command": "    pip install gate",
    "code": "for gate in gates:\n    gate.open()\n    count += 1",
    "JSON": '{\n  "gate": "open",\n  "count": 1\n}',
    "names of files": "      gate_1.3.dsc\n      gate_1.3.tar.gz",
}
PROSE = [
    "$ 5 for a gate, and $ 6 for two",
    "Prices:\n$ 5.00 a gate\n$ 6.00 for two of them",
    "    A paragraph that is indented, as many writers do it,\n    is prose all the same.",
    "Make sure that the gate is shut.\nGo home and rest.",
    "    Tyger Tyger, burning bright,\n    In the forests of the night;",
    "[10:00:01] Ann: I love the gate\n[10:00:05] Jon: I hate it",
    "10:00 Opening of the gate\n11:00 Lunch",
    "--- I never said so.\n--- You did, and more than once.",
    "WARNING: the gate is hot.",
    "The rate = distance over time, as we all know.",
    "- the gate\n- the hinge (new);\n- the lock (old);",
    ">>> You said that it was open.\n>> I did not.\n> You did.",
    "At 10.0.0.1 there is a machine.",
    "```\nA fence that never ends",
]


@pytest.mark.parametrize("name", CODE)
def test_code_is_left_out_and_what_is_around_it_kept(name):
    code = CODE[name].rstrip("\n")
    text = f"This is what came of it:\n\n{code}\n\nI love the gate that it made.\n"
    reading = plain.read(text)
    assert [(out.reason, text[slice(*out.span)]) for out in reading.left_out] == [
        ("code", code.strip())
    ]
    assert [text[slice(*block.span)] for block in reading.blocks] == [
        "This is what came of it:",
        "I love the gate that it made.",
    ]
    assert len(reading.plain) == len(text)


def test_a_command_right_below_a_colon_is_left_out_with_its_output():
    text = "Run this:\n$ make\ndone\n\nAnd be glad."
    assert [text[slice(*out.span)] for out in plain.read(text).left_out] == ["$ make\ndone"]


def test_within_a_paragraph_a_command_is_left_out_alone():
    text = "Now run\n$ make\nand be glad that it works."
    assert [text[slice(*out.span)] for out in plain.read(text).left_out] == ["$ make"]


@pytest.mark.parametrize("text", PROSE)
def test_what_only_looks_like_code_is_no_code(text):
    text = f"It is so.\n\n{text}\n\nI love the gate."
    assert all(out.reason != "code" for out in plain.read(text).left_out)


def test_a_text_that_is_all_code_is_read_as_it_stands():
    assert plain.read("$ make\n").blocks


@pytest.mark.parametrize(
    "text",
    [
        "$ a\n" * 10_000,
        "```\n" * 10_001,
        "```x\n" * 10_000,
        "    a = 1\n" * 10_000,
        "@@ -1,999999 +1,999999 @@\n" * 10_000,
        "a(" * 50_000,
        "On 1 1 1 1 1 " * 5_000 + "wrote:",
        "From: a\n" * 10_000,
        "a  b\n" * 10_000,
        "a | b\n" * 10_000,
        "=" * 50_000,
        "|" * 50_000,
        " |" * 50_000,
        ". " * 50_000,
        "\t" * 50_000 + "x",
    ],
)
def test_hostile_lines_take_seconds(text):
    start = time.process_time()
    plain.read(text)
    assert time.process_time() - start < 60  # no timing, a guard against hanging


PIECES = """$ ~>>> ~> ~From: ~To: a~--~  ~\t~@@ -1 +1 @@~a~Ab~\n~wrote:~```~=~\r~.~    ~1~| ~\f
~\u2028~2024-01-05 10:00:01 INFO """


@given(st.lists(st.sampled_from(PIECES.split("~")), max_size=40).map("".join))
def test_any_lines_at_all_are_read_in_order_and_tight(text):
    reading = plain.read(text)
    assert len(reading.plain) == len(text)
    reached = 0
    for block in reading.blocks:
        start, end = block.span
        assert reached <= start < end <= len(text)
        reached = end
        assert all(end <= out.span.start or out.span.end <= start for out in reading.left_out)
