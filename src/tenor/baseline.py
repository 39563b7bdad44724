"""The ratchet: findings that were there already, kept in a file, do not count again.

A finding is known by its check and its sentence, so that moved text still matches; a budget by its
value, so that it counts again when it gets worse.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from tenor.checks import Finding
from tenor.errors import ConfigError, InputError

NAME = ".tenor-baseline.json"
_VERSION = 1
#: A budget is worse only when it is so by more than rounding.
_LEAST = 1e-9


class Baseline(NamedTuple):
    """What is known: by file and check the hashes of sentences, and the values of budgets."""

    findings: dict[str, dict[str, list[str]]]
    measures: dict[str, dict[str, float]]


def digest(finding: Finding) -> str:
    """Hash a finding's sentence without regard to spaces."""
    return blake2b(finding.sentence.encode(), digest_size=8).hexdigest()


def load(path: Path) -> Baseline:
    """Read a baseline; an empty one where there is no file."""
    if not path.is_file():
        return Baseline({}, {})
    try:
        data = json.loads(path.read_text("utf-8"))
        findings = {
            str(file): {str(check): [str(one) for one in ones] for check, ones in checks.items()}
            for file, checks in data["findings"].items()
        }
        measures = {
            str(file): {str(check): float(value) for check, value in checks.items()}
            for file, checks in data["measures"].items()
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ConfigError(f"{path}: no baseline that can be read: {error!r}") from error
    return Baseline(findings, measures)


def new(findings: Iterable[Finding], known: Baseline) -> list[Finding]:
    """Give the findings that the baseline does not know."""
    left = Counter(
        (check, one)
        for checks in known.findings.values()
        for check, ones in checks.items()
        for one in ones
    )
    fresh = []
    for finding in findings:
        mark = (finding.check, digest(finding))
        if finding.value is not None:
            was = known.measures.get(finding.file, {}).get(finding.check)
            is_known = was is not None and is_no_worse(finding.value, was, finding.worse)
        else:
            is_known = left[mark] > 0
            left[mark] -= is_known
        if not is_known:
            fresh.append(finding)
    return fresh


def is_no_worse(value: float, was: float, worse: int) -> bool:
    """Tell whether a budget's value has not gone the wrong way."""
    return (value - was) * worse <= _LEAST


def made(findings: Iterable[Finding], checked: Sequence[str], known: Baseline) -> Baseline:
    """Make the baseline of a run; files it did not check keep what is known of them."""
    done = set(checked)
    kept = {file: dict(checks) for file, checks in known.findings.items() if file not in done}
    measures = {file: dict(checks) for file, checks in known.measures.items() if file not in done}
    for finding in findings:
        if finding.value is not None:
            measures.setdefault(finding.file, {})[finding.check] = finding.value
        else:
            kept.setdefault(finding.file, {}).setdefault(finding.check, []).append(digest(finding))
    return Baseline(kept, measures)


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted, a finding a line."""
    findings = {
        file: {check: sorted(ones) for check, ones in checks.items()}
        for file, checks in baseline.findings.items()
    }
    data = {"version": _VERSION, "findings": findings, "measures": baseline.measures}
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
