"""GitLab's Code Quality report."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from tenor.errors import Failure
from tenor.findings.finding import Finding, Run
from tenor.formats.objects import Object, dumps

_LEVELS = {"error": "major", "warning": "minor", "info": "info"}


def write(run: Run) -> str:
    """Write a list of issues, each with a fingerprint that only its own text can change."""
    counts: Counter[str] = Counter()
    issues = [_issue(finding, counts) for finding in run.findings]
    return dumps([*map(_unread, run.failures), *issues])


def _issue(finding: Finding, counts: Counter[str]) -> Object:
    mark = f"{finding.file}\0{finding.check}\0{finding.sentence}"
    counts[mark] += 1
    return {
        "description": finding.message,
        "check_name": finding.check,
        "fingerprint": _fingerprint(f"{mark}\0{counts[mark]}"),
        "severity": _LEVELS[finding.severity],
        "location": _location(finding.file, finding.place.start.line, finding.place.end.line),
    }


def _unread(failure: Failure) -> Object:
    """Write a path that could not be checked as an issue: the report has no place for errors."""
    return {
        "description": failure.said,
        "check_name": "unreadable",
        "fingerprint": _fingerprint(f"{failure.file}\0unreadable"),
        "severity": "major",
        "location": _location(failure.file, 1, 1),
    }


def _fingerprint(mark: str) -> str:
    return blake2b(mark.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _location(file: str, first: int, last: int) -> Object:
    """Give lines as editors count them, from the first to the last."""
    return {"path": file, "lines": {"begin": first, "end": last}}
