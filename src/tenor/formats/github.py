"""Annotations for GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from collections import Counter

from tenor.checks import SEVERITIES, Finding, Run
from tenor.formats.tally import summary

#: GitHub shows so many annotations of a level for each step, and drops the rest.
SHOWN = 10
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def write(run: Run) -> str:
    """Write the most severe findings as commands; what GitHub would drop is counted at the end."""
    ranked = sorted(run.findings, key=lambda one: SEVERITIES.index(one.severity))
    seen: Counter[str] = Counter()
    lines = []
    for one in ranked:
        seen[one.severity] += 1
        if seen[one.severity] <= SHOWN:
            lines.append(_command(one))
    hidden = sum(max(0, count - SHOWN) for count in seen.values())
    if hidden:
        lines.append(f"{hidden} more are not shown here: GitHub keeps {SHOWN} of a level in a step")
    return "".join(f"{line}\n" for line in [*lines, _message(summary(run))])


def _command(one: Finding) -> str:
    """Write one command; the end column GitHub shows is exclusive only within a line."""
    (line, column), (end_line, end_column) = one.place.start, one.place.end
    place = f"file={_property(one.file)},line={line},endLine={end_line}"
    if end_line == line:
        place += f",col={column},endColumn={end_column}"
    else:
        place += f",col={column}"
    text = one.message + (f"\n{one.label}" if one.label else "")
    text += f"\n{one.help}" if one.help else ""
    return f"::{_LEVELS[one.severity]} title=tenor {_property(one.check)},{place}::{_message(text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
