"""What came of a text as a row of the cache, and back: a row that cannot be one is none.

The cache is a file like any other: a row of the wrong shape must not reach a format.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

from tenor.document import Position, Span
from tenor.findings.check import Rule, Severity
from tenor.findings.finding import Examined, Finding, Line, Measured, Place, Trace
from tenor.measure import Factor


def dumps(one: Examined) -> str:
    """Write a result; the names of its fields are left out."""
    return json.dumps(one, ensure_ascii=True, separators=(",", ":"))


def loads(text: str, name: str, rules: Sequence[Rule]) -> Examined | None:
    """Rebuild the result of a file of this name; None where it cannot be one under its rules."""
    severities = {rule.check.name: rule.severity for rule in rules}
    try:
        findings, values, unread = _items(json.loads(text))
        found = tuple(_finding(one, name, severities) for one in _items(findings))
        return Examined(found, _measured(values, severities), _text(unread))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _finding(row: object, name: str, severities: Mapping[str, Severity]) -> Finding:
    """Rebuild a finding, for a file of this name."""
    one = dict(zip(Finding._fields, _items(row), strict=True))
    place, source = _place(one["place"]), _line(one["source"])
    first, last = map(_count, _items(one["lines"]))
    check = _text(one["check"])
    _demand(one["severity"] == severities[check])
    _demand(0 <= place.start.column - source.column <= len(source.text))
    return Finding(
        file=name,
        place=place,
        check=check,
        severity=severities[check],
        message=_text(one["message"]),
        label=_text(one["label"]),
        evidence=tuple(map(_trace, _items(one["evidence"]))),
        help=_text(one["help"]),
        value=None if one["value"] is None else _number(one["value"]),
        worse=_whole(one["worse"]),
        sentence=_text(one["sentence"]),
        lines=(first, last),
        source=source,
        reason=None if one["reason"] is None else _text(one["reason"]),
    )


def _measured(table: object, severities: Mapping[str, Severity]) -> dict[str, Measured]:
    """Rebuild the values that are compared across files."""
    if not isinstance(table, dict):
        raise TypeError
    rows = {check: _items(row) for check, row in table.items()}
    _demand(rows.keys() <= severities.keys())
    return {
        check: Measured(_number(value), None if reason is None else _text(reason))
        for check, (value, reason) in rows.items()
    }


def _trace(row: object) -> Trace:
    place, weight, word, sentence, base, factors = _items(row)
    return Trace(
        _place(place),
        _number(weight),
        _text(word),
        _text(sentence),
        None if base is None else _number(base),
        tuple(map(_factor, _items(factors))),
    )


def _factor(row: object) -> Factor:
    value, reason = _items(row)
    return Factor(_number(value), _text(reason))


def _place(row: object) -> Place:
    span, *ends = _items(row)
    first, last = map(_whole, _items(span))
    start, end = (Position(*map(_count, _items(one))) for one in ends)
    _demand(0 <= first <= last and start <= end)
    return Place(Span(first, last), start, end)


def _line(row: object) -> Line:
    text, column, before, after = _items(row)
    if not (isinstance(before, bool) and isinstance(after, bool)):
        raise TypeError
    return Line(_text(text), _count(column), before, after)


def _items(row: object) -> list[object]:
    if not isinstance(row, list):
        raise TypeError
    return row


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> float:
    """Take a number that JSON can hold: neither NaN nor infinite."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    _demand(math.isfinite(value))
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _count(value: object) -> int:
    """Take the number of a line or a column, which are counted from 1."""
    number = _whole(value)
    _demand(number >= 1)
    return number


def _demand(is_so: bool) -> None:  # noqa: FBT001 - the condition is all it takes
    if not is_so:
        raise ValueError
