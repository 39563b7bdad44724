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
        f"{number} {words}"
        for number, words in (
            (run.in_baseline, "in the baseline"),
            (run.unchanged, "outside the changes"),
            (len(run.suppressed), "suppressed"),
        )
        if number
    ]
    if run.failures:
        more.append(f"{quantity(len(run.failures), 'path')} could not be checked")
    rest = f"; {', '.join(more)}" if more else ""
    if not count:
        return f"No problems in {quantity(total, 'file')}{rest}."
    levels = Counter(one.severity for one in run.findings)
    kinds = ", ".join(quantity(levels[one], _NOUNS[one]) for one in SEVERITIES if levels[one])
    struck = f"{len({one.file for one in run.findings})} of {quantity(total, 'file')}"
    return f"Found {quantity(count, 'problem')} ({kinds}) in {struck}{rest}."


def statistics(run: Run) -> str:
    """Count the findings of each check, the commonest first."""
    counts = Counter(one.check for one in run.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in ranked), default=0)
    return "".join(f"{count:>{width}}  {name}\n" for name, count in ranked) + summary(run) + "\n"
