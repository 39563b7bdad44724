"""A finding a line: `path:line:column: check [severity] message`."""

from __future__ import annotations

from tenor.findings.finding import Finding, Run
from tenor.formats.findings.tally import summary
from tenor.formats.safe import safe


def write(run: Run) -> str:
    """Write each finding on a line, then the count."""
    return "".join(f"{_line(one)}\n" for one in run.findings) + summary(run) + "\n"


def _line(one: Finding) -> str:
    line, column = one.place.start
    return f"{safe(one.file)}:{line}:{column}: {one.check} [{one.severity}] {safe(one.message)}"
