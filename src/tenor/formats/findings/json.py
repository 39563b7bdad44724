"""Findings as JSON: one object for the run, or one a line for each finding."""

from __future__ import annotations

from collections import Counter

from tenor import __version__
from tenor.findings.check import SEVERITIES
from tenor.findings.finding import Finding, Place, Run, Trace
from tenor.formats.note import parts, place_note
from tenor.formats.objects import (
    SCHEMA_VERSION,
    Object,
    dumps,
    error_lines,
    errors,
    lines,
    rounded,
)


def write(run: Run) -> str:
    """Write the run as one object, with what is suppressed and why."""
    levels = Counter(finding.severity for finding in run.findings)
    counts: Object = {level: levels[level] for level in SEVERITIES}
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": __version__,
            "files": list(run.files),
            "errors": errors(run.failures),
            "summary": {
                "findings": len(run.findings),
                **counts,
                "suppressed": len(run.suppressed),
                "in_baseline": run.in_baseline,
                "outside_changes": run.unchanged,
            },
            "findings": [_finding(finding) for finding in run.findings],
            "suppressed": [
                {**_finding(finding), "reason": finding.reason} for finding in run.suppressed
            ],
        }
    )


def write_lines(run: Run) -> str:
    """Write a finding a line, and a line with an error for each path that could not be checked."""
    return lines(map(_finding, run.findings)) + error_lines(run.failures)


def _finding(finding: Finding) -> Object:
    return {
        "file": finding.file,
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "label": finding.label,
        "help": finding.help,
        **_place(finding.place),
        "value": finding.value,
        "sentence": finding.sentence,
        "evidence": [_trace(trace) for trace in finding.evidence],
    }


def _trace(trace: Trace) -> Object:
    return {
        **_place(trace.place),
        "weight": rounded(trace.weight),
        **parts(trace),
        "note": place_note(trace),
    }


def _place(place: Place) -> Object:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    }
