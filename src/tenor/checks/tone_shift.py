"""Neighbouring sections that sound as if two people had written them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tenor.findings.check import Check, Option, Options, Problem
from tenor.measure import Evidence

if TYPE_CHECKING:
    from tenor.analysis import SectionTone
    from tenor.findings.subject import Subject


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each section whose valence is further than the limit from the one before."""
    most, least = options.number("max"), options.count("sentences")
    long = [section for section in subject.analysis.sections if _size(section) >= least]
    for before, after in pairwise(long):
        if before.valence and after.valence:
            step = after.valence.value - before.valence.value
            if abs(step) > most:
                yield _problem(subject, before, after, step)


def _size(section: SectionTone) -> int:
    return section.section.after - section.section.first


def _problem(subject: Subject, before: SectionTone, after: SectionTone, step: float) -> Problem:
    """Report one step, at the heading it is made at."""
    heads = [subject.document.sentences[section.section.first].span for section in (before, after)]
    values = [section.valence.value if section.valence else 0.0 for section in (before, after)]
    way = "more positive" if step > 0 else "more negative"
    return Problem(
        heads[1],
        f"much {way} than the section before ({values[0]:+z.2f}, then {values[1]:+z.2f})",
        f"{values[1]:+z.2f}",
        (Evidence(heads[0], values[0], "the section before", values[0]),),
    )


_WARM = "Everyone was kind and happy. We loved the lovely, brilliant team. It was a great success."
_COLD = "Then it was a disaster. The angry boss was cruel and horrible. We hated the awful failure."

CHECK = Check(
    name="tone-shift",
    summary="Two neighbouring sections differ in tone by more than a limit.",
    why=(
        "Sections that were written by different people, or on different days, show at the seam."
        " Ignore it where the turn is the point."
    ),
    bad=f"# One\n\n{_WARM}\n\n# Two\n\n{_COLD}",
    good=f"# One\n\n{_WARM}\n\n# Two\n\n{_WARM}",
    find=find,
    options=(
        Option("max", "number", 0.3, "largest step between two sections' valences", 0, 2),
        Option("sentences", "integer", 3, "shorter sections are passed over", 1, 1000),
    ),
    default="off",
)
