"""The checks that compare the files of a folder with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tenor.checks import CHECKS
from tenor.document import Position
from tenor.findings.check import Check, Problem, Rule
from tenor.findings.finding import Finding, Line, Measured, Place
from tenor.work.checked import Checked

#: By check and file: what was measured there.
Values = Mapping[str, Mapping[str, Measured]]


def across(texts: Sequence[Checked], values: Values) -> Iterator[tuple[str, str, Finding | None]]:
    """Give the file, the check and the finding, if any, of each file that has been compared."""
    for check in CHECKS:
        if check.across is not None:
            rules = {
                text.name: rule for text in texts for rule in text.rules if rule.check == check
            }
            for measured in _by_folder(values.get(check.name, {})):
                for name, finding in _compared(check, measured, rules):
                    yield name, check.name, finding


def _by_folder(measured: Mapping[str, Measured]) -> Iterator[dict[str, Measured]]:
    """Divide what was measured by the folders of the files."""
    folders: dict[str, dict[str, Measured]] = defaultdict(dict)
    for name, value in measured.items():
        folders[Path(name).parent.as_posix()][name] = value
    yield from folders.values()


def _compared(
    check: Check, measured: Mapping[str, Measured], rules: Mapping[str, Rule]
) -> Iterator[tuple[str, Finding | None]]:
    """Compare the files of one folder, by the options of its first."""
    assert check.across is not None  # noqa: S101 - who calls has asked
    numbers = {name: measure.value for name, measure in measured.items()}
    problems = check.across(numbers, rules[next(iter(numbers))].options)
    for name, problem in problems.items():
        reason = measured[name].reason
        yield name, problem and _whole_file(name, rules[name], problem, reason)


def _whole_file(name: str, rule: Rule, problem: Problem, reason: str | None) -> Finding:
    """Make the finding that is about a file as a whole."""
    return Finding(
        file=name,
        place=Place(problem.span, Position(1, 1), Position(1, 1)),
        check=rule.check.name,
        severity=rule.severity,
        message=problem.message,
        label=problem.label,
        evidence=(),
        help=problem.help,
        value=problem.value,
        worse=problem.worse,
        sentence="",
        lines=(1, 1),
        source=Line("", 1, is_cut_before=False, is_cut_after=False),
        reason=reason,
    )
