"""A number that knows its name, its unit, its source and the words behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tenor.document import Span


class Evidence(NamedTuple):
    """One trace line: this stretch of the text added this much, and why."""

    span: Span
    weight: float
    note: str


class Value(NamedTuple):
    """A number and the evidence it is the sum of.

    Where a number is undefined there is `None` in place of a Value: never a silent 0.0, never NaN.
    """

    value: float
    evidence: Sequence[Evidence] = ()


@dataclass(frozen=True)
class Measure:
    """How one number is made: enough for every output format to describe it.

    `low` and `high` bound the value (None: unbounded); `compute` gives None where undefined. It
    takes the document, or what its room has counted in it once for all its measures.
    """

    name: str
    title: str
    unit: str
    low: float | None
    high: float | None
    direction: str
    formula: str
    source: str
    undefined: str
    compute: Callable[[Any], Value | None]
