"""SARIF 2.1.0, for code scanning: rules with their help, results with their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import quote

from tenor import __version__
from tenor.checks import CHECKS
from tenor.errors import Failure
from tenor.findings.check import Check
from tenor.findings.finding import Finding, Place, Run
from tenor.formats.note import place_note
from tenor.formats.objects import Object, dumps

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
#: So many places of evidence go with a result.
_RELATED = 5


def write(run: Run) -> str:
    """Write the log; suppressed findings are results with their suppression."""
    counts: Counter[str] = Counter()
    results = sorted([*run.findings, *run.suppressed], key=lambda finding: finding.key)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "tenor",
                        "semanticVersion": __version__,
                        "rules": [_rule(check) for check in CHECKS],
                    }
                },
                "invocations": [_invocation(run.failures)],
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, counts) for finding in results],
            }
        ],
    }
    return dumps(log)


def _invocation(failures: Sequence[Failure]) -> Object:
    """Tell whether all could be checked, and what could not."""
    told = [
        {
            "level": "error",
            "message": {"text": f"{failure.file} {failure.said}"},
            "locations": [{"physicalLocation": _artifact(failure.file)}],
        }
        for failure in failures
    ]
    notes = {"toolExecutionNotifications": told} if told else {}
    return {"executionSuccessful": not failures, **notes}


def _rule(check: Check) -> Object:
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.why},
        "help": {"text": f"{check.why} Bad: {check.bad} Good: {check.good}"},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, counts: Counter[str]) -> Object:
    """Write one result; its fingerprint stays when lines move."""
    mark = f"{finding.file}\0{finding.check}\0{finding.sentence}"
    digest = blake2b(mark.encode("utf-8", "replace"), digest_size=16).hexdigest()
    counts[digest] += 1
    names = [check.name for check in CHECKS]
    text = ". ".join(filter(None, (finding.message, finding.label, finding.help)))
    result: Object = {
        "ruleId": finding.check,
        "ruleIndex": names.index(finding.check),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.file, finding.place)],
        "partialFingerprints": {"tenorSentence/v1": f"{digest}:{counts[digest]}"},
    }
    if finding.evidence:
        result["relatedLocations"] = [
            {
                **_location(finding.file, trace.place),
                "id": index,
                "message": {"text": place_note(trace)},
            }
            for index, trace in enumerate(finding.evidence[:_RELATED])
        ]
    if finding.reason is not None:
        reason = {"justification": finding.reason} if finding.reason else {}
        result["suppressions"] = [{"kind": "inSource", **reason}]
    return result


def _artifact(file: str) -> Object:
    return {"artifactLocation": {"uri": quote(file, errors="replace")}}


def _location(file: str, place: Place) -> Object:
    return {
        "physicalLocation": {
            **_artifact(file),
            "region": {
                "startLine": place.start.line,
                "startColumn": place.start.column,
                "endLine": place.end.line,
                "endColumn": place.end.column,
            },
        }
    }
