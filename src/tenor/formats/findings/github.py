"""Annotations for GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from collections import Counter

from tenor.errors import Failure
from tenor.findings.check import SEVERITIES
from tenor.findings.finding import Finding, Run
from tenor.formats.findings import concise
from tenor.formats.safe import unbracketed, uncommanded, unsteered

#: GitHub shows so many annotations of a level for each step: the rest is in the lines alone.
SHOWN = 10
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def write(run: Run) -> str:
    """Write the worst of each severity as commands, then every finding as a line that is none."""
    ranked = sorted(run.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    counts: Counter[str] = Counter()
    commands = [_unread(failure) for failure in run.failures[:SHOWN]]
    counts["error"] = len(commands)
    for finding in ranked:
        counts[finding.severity] += 1
        if counts[finding.severity] <= SHOWN:
            commands.append(_command(finding))
    return "".join(f"{line}\n" for line in commands) + uncommanded(concise.write(run))


def _unread(failure: Failure) -> str:
    return f"::error title=tenor,file={_property(failure.file)}::{_message(failure.said)}"


def _command(finding: Finding) -> str:
    """Write one command; the end column GitHub shows is exclusive only within a line."""
    (line, column), (end_line, end_column) = finding.place.start, finding.place.end
    place = f"file={_property(finding.file)},line={line},endLine={end_line}"
    if end_line == line:
        place += f",col={column},endColumn={end_column}"
    else:
        place += f",col={column}"
    text = "\n".join(filter(None, (finding.message, finding.label, finding.help)))
    title = f"title=tenor {_property(finding.check)}"
    return f"::{_LEVELS[finding.severity]} {title},{place}::{_message(text)}"


def _message(words: str) -> str:
    """Write words as a command's text: on one line, in which no older kind of command stands."""
    encoded = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return unbracketed(unsteered(encoded))


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
