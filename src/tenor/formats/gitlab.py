"""GitLab's Code Quality report."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from tenor.checks import Run
from tenor.formats.objects import dumps

_LEVELS = {"error": "major", "warning": "minor", "info": "info"}


def write(run: Run) -> str:
    """Write a list of issues, each with a fingerprint that only its own text can change."""
    seen: Counter[str] = Counter()
    issues = []
    for one in run.findings:
        mark = f"{one.file}\0{one.check}\0{one.sentence}"
        seen[mark] += 1
        digest = blake2b(f"{mark}\0{seen[mark]}".encode("utf-8", "replace"), digest_size=16)
        lines = {"begin": one.place.start.line, "end": one.place.end.line}
        issues.append(
            {
                "description": one.message,
                "check_name": one.check,
                "fingerprint": digest.hexdigest(),
                "severity": _LEVELS[one.severity],
                "location": {"path": one.file, "lines": lines},
            }
        )
    return dumps(issues)
