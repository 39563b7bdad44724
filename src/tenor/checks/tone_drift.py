"""A file that does not sound like the others of its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import ENOUGH_WORDS, Check, Option, Options, Problem

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

#: Makes the median absolute deviation agree with the standard deviation of a normal sample.
_NORMAL = 1.4826
#: No deviation smaller than this is worth a word.
_LEAST = 0.05


def find(subject: Subject, _: Options) -> Iterator[Problem]:
    """Give the text's valence, for comparison with the others'."""
    whole = subject.analysis.valence
    if whole is not None and subject.document.words >= ENOUGH_WORDS:
        yield Problem(Span(0, 0), "", value=round(whole.value, 4))


def across(values: Mapping[str, float], options: Options) -> Mapping[str, Problem | None]:
    """Find the files of a folder further than k deviations from the median; how far is the value.

    k × 1.4826 × the median absolute deviation (Rousseeuw & Croux 1993), in folders of 8 or more.
    """
    if len(values) < options.count("files"):
        return {}
    middle = median(values.values())
    spread = _NORMAL * median(abs(value - middle) for value in values.values())
    limit = max(options.number("deviations") * spread, _LEAST)
    usual = f"(median of {len(values)} files; {limit:.2f} either way is usual)"
    return {
        name: _drift(value, middle, usual) if abs(value - middle) > limit else None
        for name, value in values.items()
    }


def _drift(value: float, middle: float, usual: str) -> Problem:
    """Say how far a file is from its folder."""
    message = f"tone {value:+z.2f} is far from its folder's {middle:+z.2f} {usual}"
    return Problem(Span(0, 0), message, value=round(abs(value - middle), 4))


CHECK = Check(
    name="tone-drift",
    summary="A file's tone is far from that of the others in its folder.",
    why=(
        "Pages that belong together should sound alike. It compares the files of one folder that"
        " are checked in one run, eight or more, and so is left out under --diff. Ignore it in"
        " folders of unlike things."
    ),
    bad="Seven files of a folder have a tone near +0.20, and the eighth −0.40.",
    good="All eight files of a folder have a tone between +0.10 and +0.30.",
    find=find,
    options=(
        Option("deviations", "number", 3.5, "how far from the median is too far", 1, 100),
        Option("files", "integer", 8, "smaller folders are passed over", 4, 100000),
    ),
    default="off",
    across=across,
)
