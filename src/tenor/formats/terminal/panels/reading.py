"""The reading: how hard the text is to read, and how long its sentences are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor import style
from tenor.analysis import Analysis
from tenor.document import Document
from tenor.formats.terminal.ink import JOINT, Ink, text
from tenor.formats.terminal.layout import heading, indented
from tenor.measure import quantity
from tenor.style.counting import ENOUGH_WORDS
from tenor.verdict import FEW_SENTENCES

if TYPE_CHECKING:
    from rich.console import RenderableType

#: What is said is set in so far.
_INDENT = 3


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Say how hard the text is to read, how long its sentences are, and which are longest."""
    tallied = analysis.counts
    lengths = [sentence.tally.words for sentence in tallied.sentences]
    if not lengths:
        return []
    said = f"{quantity(round(sum(lengths) / len(lengths)), 'word')} a sentence on average"
    said += f", {min(lengths)} to {max(lengths)}." if min(lengths) < max(lengths) else "."
    if len(lengths) >= FEW_SENTENCES:
        said += f" Longest: {_longest(analysis.document, tallied)}."
        said += f" Lengths by fives: {_levels(style.distribution(lengths), ink)}"
    return [heading("READING"), indented(text(f"{_grade(analysis)} {said}"), _INDENT)]


def _grade(analysis: Analysis) -> str:
    """Give the grade and the ease, as far as the text is long enough."""
    grade, ease = (analysis.value(name) for name in ("flesch-kincaid-grade", "flesch-reading-ease"))
    eased = f"ease {ease.value:.0f}" if ease else ""
    if grade:
        return f"Grade {grade.value:.1f} (Flesch–Kincaid), {eased}."
    if ease:
        return f"{eased.capitalize()} (Flesch); no grade under {ENOUGH_WORDS} words."
    return "No grade: a list or loose lines, not sentences."


def _longest(document: Document, tallied: style.Counts) -> str:
    """Name the longest sentences by line and words."""
    return ", ".join(
        f"{document.place(sentence.span.start)}{JOINT}({sentence.tally.words})"
        for sentence in style.longest(tallied)
    )


def _levels(counts: Sequence[int], ink: Ink) -> str:
    """Draw a row of columns; where there is nothing, a dot."""
    levels, most = ink.glyphs.levels, max(counts)
    return "".join(
        levels[(count * len(levels) - 1) // most] if count else ink.glyphs.dot for count in counts
    )
