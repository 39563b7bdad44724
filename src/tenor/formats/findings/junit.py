"""JUnit's XML: a suite a file, a case a finding, one case that passes for a clean file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import NamedTuple

from tenor.errors import Failure
from tenor.findings.finding import Finding, Run
from tenor.formats.safe import replaced, uncommanded


class _Case(NamedTuple):
    """A test case: its name and what came of it; nothing where it passed."""

    name: str
    outcome: ET.Element | None


#: What XML 1.0 cannot hold in any form.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run) -> str:
    """Write one suite for each file, read or not."""
    cases: dict[str, list[_Case]] = {file: [] for file in run.files}
    for failure in run.failures:
        cases[failure.file] = [_unread(failure)]
    for finding in run.findings:
        cases.setdefault(finding.file, []).append(_case(finding, is_failure=run.fails(finding)))
    suites = {file: cases[file] or [_Case(file, None)] for file in sorted(cases)}
    root = _element("testsuites", name="tenor")
    _count(root, [case for own in suites.values() for case in own])
    root.text = "\n"
    root.extend(_suite(file, own) for file, own in suites.items())
    _lay_out(root)
    document = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return _plain(f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n')


def _plain(document: str) -> str:
    """Write what would steer a terminal or a runner as references to characters."""
    document = replaced(document, lambda char: char if char == "\n" else f"&#{ord(char)};")
    return uncommanded(document, colon="&#58;", bracket="&#91;")


def _suite(file: str, cases: Sequence[_Case]) -> ET.Element:
    suite = _element("testsuite", name=file)
    _count(suite, cases)
    for name, outcome in cases:
        case = _element("testcase", name=name, classname=file)
        case.extend([] if outcome is None else [outcome])
        suite.append(case)
    return suite


def _count(suite: ET.Element, cases: Sequence[_Case]) -> None:
    """Count the cases, those that failed and those that could not be run."""
    tags = [case.outcome.tag for case in cases if case.outcome is not None]
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(tags.count("failure")))
    suite.set("errors", str(tags.count("error")))


def _lay_out(root: ET.Element) -> None:
    """Give each suite and each case a line of its own, with what came of it."""
    ET.indent(root)
    for case in root.iter("testcase"):
        case.text = None
        for outcome in case:
            outcome.tail = None


def _unread(failure: Failure) -> _Case:
    return _Case(failure.file, _element("error", type="unreadable", message=failure.said))


def _case(finding: Finding, *, is_failure: bool) -> _Case:
    """Write a finding; one that fails nothing is a case that passes and says something.

    "Skipped" would be untrue: it was looked for and found.
    """
    line, column = finding.place.start
    outcome = _element("system-out")
    if is_failure:
        outcome = _element("failure", type=finding.severity, message=finding.message)
    place = f"{finding.file}:{line}:{column}"
    words = (place, finding.message, finding.label, finding.help)
    outcome.text = _legal("\n".join(filter(None, words)))
    return _Case(f"{finding.check} at {line}:{column}", outcome)


def _element(tag: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {name: _legal(value) for name, value in attributes.items()})


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
