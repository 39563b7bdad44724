"""How many there are: the last line of a check, and its statistics."""

from __future__ import annotations

from collections import Counter

from tenor.checks import SEVERITIES, Run

_PLURALS = {"error": "errors", "warning": "warnings", "info": "notes"}
_SINGULARS = {"error": "error", "warning": "warning", "info": "note"}


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
        more.append(f"{_files(len(run.failures))} could not be read")
    rest = f"; {', '.join(more)}" if more else ""
    if not count:
        return f"No problems in {_files(total)}{rest}."
    levels = Counter(one.severity for one in run.findings)
    kinds = ", ".join(_counted(levels[level], level) for level in SEVERITIES if levels[level])
    struck = len({one.file for one in run.findings})
    return f"Found {_problems(count)} ({kinds}) in {struck} of {_files(total)}{rest}."


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"


def _problems(count: int) -> str:
    return f"{count} problem" if count == 1 else f"{count} problems"


def _counted(count: int, level: str) -> str:
    return f"{count} {(_SINGULARS if count == 1 else _PLURALS)[level]}"


def statistics(run: Run) -> str:
    """Count the findings of each check, the commonest first."""
    counts = Counter(one.check for one in run.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in ranked), default=0)
    return "".join(f"{count:>{width}}  {name}\n" for name, count in ranked) + summary(run) + "\n"
