"""A finding a line: `path:line:column: check [severity] message`."""

from __future__ import annotations

from tenor.findings.finding import Finding, Run
from tenor.formats.findings.tally import summary
from tenor.formats.safe import safe


def write(run: Run) -> str:
    """Write each finding on a line, then the count."""
    return "".join(f"{_line(finding)}\n" for finding in run.findings) + summary(run) + "\n"


def _line(finding: Finding) -> str:
    line, column = finding.place.start
    rule = f"{finding.check} [{finding.severity}]"
    return f"{safe(finding.file)}:{line}:{column}: {rule} {safe(finding.message)}"
