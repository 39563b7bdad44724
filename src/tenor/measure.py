"""A number that knows its name, its unit, its source and the words behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Generic, NamedTuple, TypeVar

from tenor.document import Span


class Factor(NamedTuple):
    """What a word's valence is multiplied by, and why."""

    value: float
    reason: str


class Evidence(NamedTuple):
    """One trace line: this stretch of the text added `weight` to a value, and what that is made of.

    `word` is what adds it: a word or phrase of the text, or what is counted there ("6 words").
    `base` is what it weighs by itself, of a cue of formality how much there is of it, None where
    neither is told; `factors` are what its context makes of that. Formats say how a line reads.
    """

    span: Span
    weight: float
    word: str
    base: float | None = None
    factors: tuple[Factor, ...] = ()

    @property
    def product(self) -> float:
        """What it weighs in its context, before that is scaled to its weight."""
        return (self.base or 0.0) * prod([factor.value for factor in self.factors])


class Value(NamedTuple):
    """A number and the evidence it is the sum of.

    Where a number is undefined there is `None` in place of a Value: never a silent 0.0, never NaN.
    """

    value: float
    evidence: Sequence[Evidence] = ()

    def __repr__(self) -> str:
        return f"<Value {self.value!r}, evidence: {len(self.evidence)}>"


def in_share(values: Iterable[Value], share: float) -> tuple[Evidence, ...]:
    """Give the evidence of several values, each of which counts for so much."""
    return tuple(
        Evidence(span, weight * share, word, base, factors)
        for value in values
        for span, weight, word, base, factors in value.evidence
    )


#: An analysis, as a protocol of what a room's measures ask of it: it stands above this module.
Asked_contra = TypeVar("Asked_contra", contravariant=True)


@dataclass(frozen=True)
class Measure(Generic[Asked_contra]):
    """How one number is made: enough for every output format to describe it.

    `low` and `high` bound the value (None: unbounded); `compute` takes an analysis, and gives None
    where the value is undefined. `usual` is the value of mixed prose, where it is told: of the
    300,000 words of EmoBank (Buechel & Hahn 2017) and the UD English Web Treebank together.
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
    compute: Callable[[Asked_contra], Value | None]
    usual: float | None = None

    def __repr__(self) -> str:
        return f"<Measure {self.name}, {self.unit}>"


def quantity(count: int, noun: str) -> str:
    """Say how many there are of a thing."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
