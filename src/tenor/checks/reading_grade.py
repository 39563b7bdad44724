"""A text that is harder to read than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from tenor.findings.check import MOST_EVIDENCE, Check, Option, Options, Problem
from tenor.measure import quantity

if TYPE_CHECKING:
    from tenor.findings.subject import Subject
    from tenor.style import Counts

#: How many sentences a budget names.
_NAMED = 3


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Compare the Flesch–Kincaid grade with its limit; the costliest sentences are the evidence."""
    from tenor.style import flesch_kincaid_grade

    counts, limit = subject.counts, options.number("max")
    grade = flesch_kincaid_grade.compute(subject)
    if grade is None or grade.value <= limit:
        return
    worst = sorted(grade.evidence, key=lambda evidence: (-evidence.weight, evidence.span))[
        :MOST_EVIDENCE
    ]
    total = counts.total
    made_of = (
        quantity(total.words, "word"),
        quantity(len(counts.sentences), "sentence"),
        quantity(total.syllables, "syllable"),
    )
    yield Problem(
        worst[0].span,
        f"grade {grade.value:.1f} is above {limit:g} (Flesch–Kincaid: {', '.join(made_of)})",
        f"{worst[0].word}, the costliest sentence",
        tuple(worst[1:]),
        _mend(counts, limit, min(_NAMED, len(worst))),
        round(grade.value, 4),
    )


def _mend(counts: Counts, limit: float, named: int) -> str:
    """Say what splitting the named sentences in two would bring."""
    from tenor.style.flesch_kincaid_grade import grade_in, sentences_for

    sentences = len(counts.sentences)
    after = grade_in(counts.total, sentences + named)
    these = f"splitting these {named} in two" if named > 1 else "splitting it in two"
    if after <= limit:
        return f"{these} brings it to {after:.1f}, within the limit"
    enough = sentences_for(counts.total, limit)
    if enough is not None:
        needed = ceil(enough) - sentences
        if needed <= sentences:
            return f"{these} brings it to {after:.1f}; it takes {needed} such sentences"
    return f"{these} brings it to {after:.1f}; the rest takes shorter words"


_HARD = (
    "The implementation of organizational transformation initiatives necessitates considerable"
    " deliberation regarding the availability of appropriate institutional resources,"
    " notwithstanding the methodological difficulties that administrators habitually encounter."
)

CHECK = Check(
    name="reading-grade",
    summary="The Flesch–Kincaid grade is above a limit.",
    why=(
        "Long sentences of long words lose readers; most newspapers stay under 12. The grade counts"
        " syllables and words only: ignore it where the long words are the subject's own."
    ),
    bad=_HARD,
    good="Changing how people work takes time. Plan it, ask them and then begin.",
    find=find,
    options=(Option("max", "number", 14, "highest US school grade", 0, 40),),
    is_budget=True,
    times=13,
)
