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
    seen: Counter[str] = Counter()
    issues = [_issue(one, seen) for one in run.findings]
    return dumps([*map(_unread, run.failures), *issues])


def _issue(one: Finding, seen: Counter[str]) -> Object:
    mark = f"{one.file}\0{one.check}\0{one.sentence}"
    seen[mark] += 1
    return {
        "description": one.message,
        "check_name": one.check,
        "fingerprint": _fingerprint(f"{mark}\0{seen[mark]}"),
        "severity": _LEVELS[one.severity],
        "location": _location(one.file, one.place.start.line, one.place.end.line),
    }


def _unread(one: Failure) -> Object:
    """Write a path that could not be checked as an issue: the report has no place for errors."""
    return {
        "description": one.said,
        "check_name": "unreadable",
        "fingerprint": _fingerprint(f"{one.file}\0unreadable"),
        "severity": "major",
        "location": _location(one.file, 1, 1),
    }


def _fingerprint(mark: str) -> str:
    return blake2b(mark.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _location(file: str, first: int, last: int) -> Object:
    return {"path": file, "lines": {"begin": first, "end": last}}
