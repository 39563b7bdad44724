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
    seen: Counter[str] = Counter()
    results = sorted([*run.findings, *run.suppressed], key=lambda one: one.key)
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
                "results": [_result(one, seen) for one in results],
            }
        ],
    }
    return dumps(log)


def _invocation(failures: Sequence[Failure]) -> Object:
    """Tell whether all could be checked, and what could not."""
    told = [
        {
            "level": "error",
            "message": {"text": f"{one.file} {one.said}"},
            "locations": [{"physicalLocation": _artifact(one.file)}],
        }
        for one in failures
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


def _result(one: Finding, seen: Counter[str]) -> Object:
    """Write one result; its fingerprint stays when lines move."""
    mark = f"{one.file}\0{one.check}\0{one.sentence}"
    digest = blake2b(mark.encode("utf-8", "replace"), digest_size=16).hexdigest()
    seen[digest] += 1
    names = [check.name for check in CHECKS]
    text = ". ".join(filter(None, (one.message, one.label, one.help)))
    result: Object = {
        "ruleId": one.check,
        "ruleIndex": names.index(one.check),
        "level": _LEVELS[one.severity],
        "message": {"text": text},
        "locations": [_location(one.file, one.place)],
        "partialFingerprints": {"tenorSentence/v1": f"{digest}:{seen[digest]}"},
    }
    if one.evidence:
        result["relatedLocations"] = [
            {
                **_location(one.file, trace.place),
                "id": number,
                "message": {"text": place_note(trace)},
            }
            for number, trace in enumerate(one.evidence[:_RELATED])
        ]
    if one.reason is not None:
        reason = {"justification": one.reason} if one.reason else {}
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
