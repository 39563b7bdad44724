"""JUnit's XML: a suite a file, a case a finding, one case that passes for a clean file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tenor.checks import Failure, Finding, Run
from tenor.formats.safe import replaced, uncommanded


class _Case(NamedTuple):
    """A test case: its name and, as XML, what came of it; nothing where it passed."""

    name: str
    outcome: str


#: What XML 1.0 cannot hold in any form.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run) -> str:
    """Write one suite for each file, read or not."""
    cases: dict[str, list[_Case]] = {file: [] for file in run.files}
    for failure in run.failures:
        cases[failure.file] = [_unread(failure)]
    for one in run.findings:
        cases.setdefault(one.file, []).append(_case(one, is_failure=run.fails(one)))
    suites = {file: cases[file] or [_Case(file, "")] for file in sorted(cases)}
    head = f'<testsuites name="tenor"{_counts([c for own in suites.values() for c in own])}>'
    body = "".join(_suite(file, own) for file, own in suites.items())
    return _plain(f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n')


def _plain(document: str) -> str:
    """Write what would steer a terminal or a runner as references to characters."""
    document = replaced(document, lambda char: char if char == "\n" else f"&#{ord(char)};")
    return uncommanded(document, colon="&#58;", bracket="&#91;")


def _suite(file: str, cases: Sequence[_Case]) -> str:
    name = _attribute(file)
    inner = "".join(
        f"    <testcase name={_attribute(one.name)} classname={name}>{one.outcome}</testcase>\n"
        for one in cases
    )
    return f"  <testsuite name={name}{_counts(cases)}>\n{inner}  </testsuite>\n"


def _counts(cases: Sequence[_Case]) -> str:
    """Count the cases, those that failed and those that could not be run."""
    failures, errors = (
        sum(one.outcome.startswith(tag) for one in cases) for tag in ("<failure", "<error")
    )
    return f' tests="{len(cases)}" failures="{failures}" errors="{errors}"'


def _unread(one: Failure) -> _Case:
    message = _attribute(one.said)
    return _Case(one.file, f'<error type="unreadable" message={message}/>')


def _case(one: Finding, *, is_failure: bool) -> _Case:
    """Write a finding; one that fails nothing is a case that passes and says something.

    "Skipped" would be untrue: it was looked for and found.
    """
    line, column = one.place.start
    place = f"{one.file}:{line}:{column}"
    text = escape(_legal("\n".join(filter(None, (place, one.message, one.label, one.help)))))
    name = f"{one.check} at {line}:{column}"
    if not is_failure:
        return _Case(name, f"<system-out>{text}</system-out>")
    kind, message = _attribute(one.severity), _attribute(one.message)
    return _Case(name, f"<failure type={kind} message={message}>{text}</failure>")


def _attribute(text: str) -> str:
    return quoteattr(_legal(text), {"\n": "&#10;"})


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
