"""A text more formal or more casual than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import Check, Option, Options, Problem

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

_NAMED = 3


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Compare the text's formality with its bounds; the cues furthest out are named."""
    low, high = options.number("min"), options.number("max")
    whole = subject.analysis.value("formality")
    if whole is None or low <= whole.value <= high:
        return
    is_low = whole.value < low
    way = 1 if is_low else -1
    cues = [cue for cue in whole.evidence if cue.base is not None and way * cue.weight < 0]
    cues.sort(key=lambda cue: way * cue.weight)
    names = [f"{cue.word} {cue.base:.2f}" for cue in cues[:_NAMED]]
    bound = low if is_low else high
    first = subject.document.sentences[0].span
    yield Problem(
        Span(first.start, first.end),
        f"formality {whole.value:.2f} is {'below' if is_low else 'above'} {bound:g}"
        " (0 informal to 1 formal)",
        f"most of it by: {'; '.join(names)}",
        value=round(whole.value, 4),
        worse=-way,
    )


CHECK = Check(
    name="formality-range",
    summary="The register is outside a range.",
    why=(
        "A contract that chats or a welcome that reads like a statute puts readers off. The number"
        " counts what shows on the surface only: the length of words, contractions, slang."
    ),
    bad="hey dude, that's so cool!! gonna grab you some stuff, ok? lol, it's awesome!",
    good="We have received your letter, and the committee will consider the application in May.",
    find=find,
    options=(
        Option("min", "number", 0.3, "lowest formality", 0, 1),
        Option("max", "number", 1.0, "highest formality", 0, 1),
    ),
    default="off",
    is_budget=True,
    times=9,
)
