"""JUnit's XML: a suite a file, a case a finding, one case that passes for a clean file."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tenor.checks import Finding, Run
from tenor.formats.safe import replaced, uncommanded

#: What XML 1.0 cannot hold in any form.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run) -> str:
    """Write one suite for each file that was checked."""
    found = {file: list(group) for file, group in groupby(run.findings, key=lambda one: one.file)}
    files = sorted({*run.files, *found})
    suites = "".join(_suite(file, found.get(file, [])) for file in files)
    count = len(run.findings)
    tests = count + sum(file not in found for file in files)
    head = f'<testsuites name="tenor" tests="{tests}" failures="{count}">'
    return _plain(f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{suites}</testsuites>\n')


def _plain(document: str) -> str:
    """Write what would steer a terminal or a runner as references to characters."""
    document = replaced(document, lambda char: char if char == "\n" else f"&#{ord(char)};")
    return uncommanded(document, colon="&#58;", bracket="&#91;")


def _suite(file: str, findings: list[Finding]) -> str:
    name = _attribute(file)
    cases = "".join(_case(one) for one in findings) or (
        f"    <testcase name={name} classname={name}/>\n"
    )
    head = f'  <testsuite name={name} tests="{len(findings) or 1}" failures="{len(findings)}">'
    return f"{head}\n{cases}  </testsuite>\n"


def _case(one: Finding) -> str:
    line, column = one.place.start
    place = f"{one.file}:{line}:{column}"
    text = "\n".join(filter(None, (place, one.message, one.label, one.help)))
    return (
        f"    <testcase name={_attribute(f'{one.check} at {line}:{column}')}"
        f" classname={_attribute(one.file)}>\n"
        f"      <failure type={_attribute(one.severity)} message={_attribute(one.message)}>"
        f"{escape(_legal(text))}</failure>\n    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_legal(text), {"\n": "&#10;"})


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
