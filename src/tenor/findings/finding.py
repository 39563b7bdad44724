"""A finding as it is written down for any format, and what a whole run has come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tenor.document import Position, Span
from tenor.errors import Failure, wrong_type
from tenor.findings.check import SEVERITIES, FailOn, Severity
from tenor.measure import Factor


class Place(NamedTuple):
    """A span, and its first and one past its last character as editors count them."""

    span: Span
    start: Position
    end: Position


class Trace(NamedTuple):
    """A place of evidence: its parts, as `Evidence` has them, and the sentence, spaces folded."""

    place: Place
    weight: float
    word: str
    sentence: str
    base: float | None = None
    factors: tuple[Factor, ...] = ()

    def __repr__(self) -> str:
        line, column = self.place.start
        return f"<Trace at {line}:{column}, weight: {self.weight:.4g}>"


class Line(NamedTuple):
    """A piece of a source line: its text, and the column, from 1, where the piece begins."""

    text: str
    column: int
    is_cut_before: bool
    is_cut_after: bool

    def __repr__(self) -> str:
        return f"<Line from column {self.column}, characters: {len(self.text)}>"


class Finding(NamedTuple):
    """A problem in a file, with all that a format needs to show it.

    `sentence` is the sentence it stands in, spaces folded, `lines` that sentence's first and last
    line as editors count them, the last one included, `source` the line it begins on. `reason` is
    None unless the text suppresses it.
    """

    file: str
    place: Place
    check: str
    severity: Severity
    message: str
    label: str
    evidence: tuple[Trace, ...]
    help: str
    value: float | None
    worse: int
    sentence: str
    lines: tuple[int, int]
    source: Line
    reason: str | None = None

    def __repr__(self) -> str:
        line, column = self.place.start
        return f"<Finding {self.check} at {self.file}:{line}:{column}, {self.severity}>"

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Give what findings are sorted by."""
        return self.file, *self.place.start, self.check


class Measured(NamedTuple):
    """A value to compare across files; `reason` is None unless the text suppresses the check."""

    value: float
    reason: str | None


class Examined(NamedTuple):
    """What came of one text: its findings, and the values that are compared across files.

    `unread` says what of it is not checked, since it is in another language; "" for nothing.
    """

    findings: tuple[Finding, ...]
    values: Mapping[str, Measured]
    unread: str = ""

    def __repr__(self) -> str:
        return f"<Examined, findings: {len(self.findings)}, values: {len(self.values)}>"


class Run(NamedTuple):
    """A whole run: the files checked, what is reported, what is not and why, what was not read.

    `fail_on` has the severity from which on a finding fails the run, by file.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()
    in_baseline: int = 0
    unchanged: int = 0
    failures: tuple[Failure, ...] = ()
    fail_on: Mapping[str, FailOn] = {}

    def __repr__(self) -> str:
        counts = f"findings: {len(self.findings)}, failures: {len(self.failures)}"
        return f"<Run, files: {len(self.files)}, {counts}>"

    def fails(self, one: Finding) -> bool:
        """Tell whether a finding is as severe as its file's settings fail on."""
        if not isinstance(one, Finding):
            raise wrong_type("a run fails by a Finding", one)
        level = self.fail_on.get(one.file, "warning")
        return level != "never" and SEVERITIES.index(one.severity) <= SEVERITIES.index(level)
