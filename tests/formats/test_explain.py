"""The explanation of a line: a reader can redo the sum from what is printed."""

import re
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor import analyze
from tenor.formats.terminal import explain
from tenor.formats.terminal.ink import Ink

SCRAPS = """good bad not never but although if love hate very really the a it was LOVELY horrible
kind happy ! !! , :) 😍 used to now lack isn't only hardly might"""
SENTENCES = st.lists(st.sampled_from(SCRAPS.split()), min_size=1, max_size=25).map(" ".join)

FORMULA = re.compile(r"^ +(\S.*) ÷ \((\d+) words? \+ 5\)\^0\.7\n +→ (\S+) ÷ √", re.MULTILINE)


def told(text, ink, **words):
    analysis = analyze(text, **words)
    return "\n".join(explain.stretch(analysis, one.span, ink) for one in analysis.sentences)


def redone(added):
    """Add up what is printed as a sum."""
    return fsum(float(term) for term in re.findall(r"-?[\d.]+", added.replace("- ", "-")))


@given(SENTENCES)
def test_the_printed_parts_add_up_and_the_printed_formula_gives_the_total(words):
    for sentence in told(f"We saw {words} there.", Ink(width=2000)).strip().split("\n\n"):
        *parts, total = map(float, re.findall(r"^ {3}([+-]\S+)  ", sentence, re.MULTILINE))
        assert ("÷" in sentence) == bool(parts)
        if parts:
            added, count, x = FORMULA.search(sentence).groups()
            divided = redone(added) / (int(count) + 5) ** 0.7
            assert fsum(parts) == pytest.approx(total, abs=1e-9)
            assert divided == pytest.approx(float(x), abs=0.0005)
            assert divided / (divided**2 + 1) ** 0.5 == pytest.approx(total, abs=0.001)


@given(st.lists(st.floats(-10, 10), max_size=30), st.integers(0, 6))
def test_rounded_numbers_add_up_to_their_rounded_sum_and_are_off_by_less_than_one(numbers, digits):
    rounded = explain.adding_up(numbers, digits)
    unit = 10.0**-digits
    assert fsum(rounded) == pytest.approx(fsum(numbers), abs=unit * 0.5001)
    assert all(abs(a - b) <= unit for a, b in zip(numbers, rounded, strict=True))


def test_what_is_cut_most_is_rounded_up():
    assert explain.adding_up([0.3336, 0.3336, 0.3328]) == [0.334, 0.333, 0.333]
    assert explain.adding_up([1.92, 0.3334, -0.3334, 0.3334]) == [1.92, 0.333, -0.333, 0.333]


def test_each_line_says_what_made_its_product():
    shown = told("It was not good, but the staff was really kind!", Ink(width=100))
    assert re.search(r"good \+\d\.\d\d × -1\.25 flipped by 'not' × 0\.35 before 'but' = -\d", shown)
    assert "! +0.292, an exclamation mark" in shown
    assert re.search(r"\(-\d\.\d{3} \+ \d\.\d{3} \+ 0\.292\) ÷ \(10 words? \+ 5\)\^0\.7\n", shown)


def test_a_part_that_nothing_changes_is_its_own_product():
    shown = told("A fatal error.", Ink(width=80), words={"fatal": 0, "error": -2})
    assert "+0.000  fatal +0.00, set by the project\n" in shown
    assert "error -2.00, set by the project\n" in shown
    assert "(0.000 - 2.000) ÷ (3 words + 5)^0.7\n" in shown


def test_sums_that_cancel_out_are_not_raised_by_exclamation_marks():
    shown = told("Up and down!", Ink(width=80), words={"up": 1, "down": -1})
    assert "exclamation" not in shown
    assert "(1.000 - 1.000) ÷ (3 words + 5)^0.7\n" in shown


def test_a_line_without_feeling_has_no_sum():
    assert "÷" not in told("We left at 8.", Ink())
    assert "no word here carries tone (1)" in told("We left at 8.", Ink())


def test_a_stream_of_ascii_gets_the_formula_in_ascii():
    shown = told("It was not good!", Ink(width=60, is_unicode=False))
    assert shown.isascii()
    assert re.search(r" / \(4 words? \+ 5\)\^0\.7\n +-> \S+ / sqrt\(\d\.\d{4}\^2 \+ 1\)\n", shown)
    assert max(map(len, shown.splitlines())) <= 60
