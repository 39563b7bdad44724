"""How many there are: the last line of a check, and its statistics."""

from __future__ import annotations

from collections import Counter

from tenor.findings.check import SEVERITIES
from tenor.findings.finding import Run
from tenor.measure import quantity

_NOUNS = {"error": "error", "warning": "warning", "info": "note"}


def summary(run: Run) -> str:
    """Say how many problems were found in how many files, and what else there is."""
    count, total = len(run.findings), len(run.files)
    more = [
        f"{how_many} {words}"
        for how_many, words in (
            (run.in_baseline, "in the baseline"),
            (run.unchanged, "outside the changes"),
            (len(run.suppressed), "suppressed"),
        )
        if how_many
    ]
    if run.failures:
        more.append(f"{quantity(len(run.failures), 'path')} could not be checked")
    rest = f"; {', '.join(more)}" if more else ""
    if not count:
        return f"No problems in {quantity(total, 'file')}{rest}."
    levels = Counter(finding.severity for finding in run.findings)
    kinds = ", ".join(
        quantity(levels[level], _NOUNS[level]) for level in SEVERITIES if levels[level]
    )
    struck = f"{len({finding.file for finding in run.findings})} of {quantity(total, 'file')}"
    return f"Found {quantity(count, 'problem')} ({kinds}) in {struck}{rest}."


def statistics(run: Run) -> str:
    """Count the findings of each check, the commonest first."""
    counts = Counter(finding.check for finding in run.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in ranked), default=0)
    return "".join(f"{count:>{width}}  {name}\n" for name, count in ranked) + summary(run) + "\n"
