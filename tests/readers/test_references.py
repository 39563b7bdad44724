"""Lists of references: what is one, and prose that cites."""

import pytest

from tenor import readers

STREET = (
    "W.N. Street and O.L. Mangasarian. Nuclear features for tumor diagnosis, volume 1905, 1993."
)
BROWN = "Brown, P. Cancer Letters 77 (1994) 163-171."
PROSE = "We looked at what others did before us. It was good.\n\n"


def outs(text, name):
    return [
        text[slice(*out.span)]
        for out in readers.read(text, name).left_out
        if out.reason == "references"
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.rst"])
def test_entries_under_each_other_are_left_out(name):
    assert outs(f"{PROSE}- {STREET}\n- {BROWN}\n", name) == [STREET, BROWN]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{PROSE}## References\n\n1. {STREET}\n", "a.md"),
        (f"{PROSE}References\n==========\n\n- {STREET}\n", "a.rst"),
        (f"{PROSE}.. dropdown:: References\n\n  - {STREET}\n", "a.rst"),
        (f"{PROSE}References\n\n{STREET}\n", "a.txt"),
    ],
)
def test_an_entry_below_its_heading_is_left_out_with_it(text, name):
    assert outs(text, name) == ["References", STREET]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}1. Smith found this in 2004, on pages 3-5.\n2. We think so too (Brown 1994).\n",
        f"{PROSE}As J. Smith said in 1994 it is so.\n\nAs A. Brown said it is not, pp. 3.\n",
        f"{PROSE}## References\n\nAsk my last two employers, they will say good things of 2004.\n",
        f"{PROSE}{STREET}\n",
        f"- {STREET}\n- {BROWN}\n",
    ],
)
def test_prose_one_entry_and_a_list_that_is_all_there_is_are_kept(text):
    assert outs(text, "a.md") == []
