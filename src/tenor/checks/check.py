"""What a check is, what it finds, and how a finding is written down for any format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tenor.document import Position, Span
from tenor.errors import Failure, did_you_mean
from tenor.measure import Evidence

if TYPE_CHECKING:
    from tenor.checks.subject import Subject

#: From the worst down.
SEVERITIES = ("error", "warning", "info")
#: How many places a budget keeps, the worst first; formats show the first few.
MOST_EVIDENCE = 30
#: A budget says nothing about a shorter text.
ENOUGH_WORDS = 100

Options = Mapping[str, Any]


class Problem(NamedTuple):
    """What a check has found, as places in a text.

    `label` stands under the place itself; `evidence` are further places. A budget has a `value`:
    what it measured, and whether more of it is worse (`worse` is +1 or −1).
    """

    span: Span
    message: str
    label: str = ""
    evidence: tuple[Evidence, ...] = ()
    help: str = ""
    value: float | None = None
    worse: int = 1


class Option(NamedTuple):
    """One knob of a check: its name, its kind, its default, its range, and what it does.

    `kind` is number, integer, strings (a list) or terms (a list, or a table of replacements).
    """

    name: str
    kind: str
    default: Any
    about: str
    low: float | None = None
    high: float | None = None

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value, None if nothing is."""
        is_right, wanted = _KINDS[self.kind]
        if not is_right(value):
            return f"must be {wanted}"
        if isinstance(value, int | float) and not self._is_within(value):
            return f"must be {self._range()}"
        return None

    def _is_within(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def _range(self) -> str:
        if self.high is None:
            return f"{self.low:g} or more"
        return f"from {self.low:g} to {self.high:g}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_strings(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(item, str) and item.strip() for item in value
    )


def _is_terms(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(
            isinstance(side, str) for pair in value.items() for side in pair
        ) and _is_strings([*value])
    return _is_strings(value)


_KINDS: dict[str, tuple[Callable[[object], bool], str]] = {
    "number": (_is_number, "a number"),
    "integer": (_is_integer, "a whole number"),
    "strings": (_is_strings, "a list of strings"),
    "terms": (_is_terms, "a list of strings or a table of replacements"),
}

ALLOW = Option("allow", "strings", (), "phrases never to report")


@dataclass(frozen=True)
class Check:
    """One thing to look for: why it matters, examples either way, its options, and how to find it.

    `default` is on, off, or "until set" (on as soon as one of its options is set). `bad` and `good`
    are its documentation and its tests: each is tried `times` over, under the options `example`.
    `across`, where there is one, compares the files of a folder by the values `find` gives them,
    and gives each that it has compared a problem or None.
    """

    name: str
    summary: str
    why: str
    bad: str
    good: str
    find: Callable[[Subject, Options], Iterable[Problem]]
    options: tuple[Option, ...] = ()
    severity: str = "warning"
    default: str = "on"
    is_budget: bool = False
    example: Mapping[str, Any] | None = None
    times: int = 1
    across: Callable[[Mapping[str, float], Options], Mapping[str, Problem | None]] | None = None

    def defaults(self) -> dict[str, Any]:
        """Give every option's default."""
        return {option.name: option.default for option in self.options}

    def fault(self, name: str, value: object) -> str | None:
        """Say what is wrong with an option, None if nothing is."""
        known = {option.name: option for option in self.options}
        if name == "severity":
            is_known = value in SEVERITIES
            return None if is_known else f"{name} must be one of {', '.join(SEVERITIES)}"
        if name not in known:
            names = [*known, "severity"]
            hint = did_you_mean(name, names) or f" (it has {', '.join(names)})"
            return f"unknown option {name!r}{hint}"
        fault = known[name].fault(value)
        return f"{name} {fault}" if fault else None


class Rule(NamedTuple):
    """A check as it holds for one text: with its severity and every option."""

    check: Check
    severity: str
    options: Options


class Place(NamedTuple):
    """A span, and its first and one past its last character as editors count them."""

    span: Span
    start: Position
    end: Position


class Trace(NamedTuple):
    """A place of evidence, what it adds, why, and the sentence there, spaces folded."""

    place: Place
    weight: float
    note: str
    sentence: str


class Line(NamedTuple):
    """A piece of a source line: its text, and the column, from 1, where the piece begins."""

    text: str
    column: int
    is_cut_before: bool
    is_cut_after: bool


class Finding(NamedTuple):
    """A problem in a file, with all that a format needs to show it.

    `sentence` is the sentence it stands in, spaces folded, `lines` that sentence's first and last
    line, `source` the line it begins on. `reason` is None unless the text suppresses it.
    """

    file: str
    place: Place
    check: str
    severity: str
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

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Give what findings are sorted by."""
        return self.file, *self.place.start, self.check


class Measured(NamedTuple):
    """A value to compare across files; `reason` is None unless the text suppresses the check."""

    value: float
    reason: str | None


class Examined(NamedTuple):
    """What came of one text: its findings, and the values that are compared across files."""

    findings: tuple[Finding, ...]
    values: Mapping[str, Measured]


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
    fail_on: Mapping[str, str] = {}

    def fails(self, one: Finding) -> bool:
        """Tell whether a finding is as severe as its file's settings fail on."""
        level = self.fail_on.get(one.file, "warning")
        return level != "never" and SEVERITIES.index(one.severity) <= SEVERITIES.index(level)
