"""The sum of a sentence: its words' valences, changed by their context, brought into −1…+1.

A valence is x / √(x² + 1), where x is the sum divided by (words + EXTRA_WORDS)^LENGTH_POWER.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum, prod, sqrt
from typing import NamedTuple

from tenor.document import Span
from tenor.measure import Evidence, Value
from tenor.tone.context import Factor

#: A long sentence has more chances to hold a word of feeling: its sum is divided by
#: (words + EXTRA_WORDS)^LENGTH_POWER (agreement with EmoBank's readers: r .50 → .55).
EXTRA_WORDS, LENGTH_POWER = 5, 0.7
#: What each exclamation mark, up to four, adds on the side of the words (Hutto & Gilbert 2014).
EXCLAMATION, MOST_EXCLAMATIONS = 0.292, 4

_NEUTRAL = Value(0.0)


class Part(NamedTuple):
    """A scored word, phrase or mark: its valence, and what its context makes of it."""

    span: Span
    word: str
    base: float
    factors: tuple[Factor, ...]

    @property
    def product(self) -> float:
        """What it adds to the sum."""
        if not self.factors:
            return self.base
        return self.base * prod([factor.value for factor in self.factors])

    @property
    def note(self) -> str:
        """Say in words what it weighs and why."""
        bare = _bare(self.word, self.base)
        return ", ".join([bare, *[one.reason for one in self.factors]]) if self.factors else bare


class Sum(NamedTuple):
    """A sentence's scored parts, its exclamation marks, and how many words it has."""

    parts: tuple[Part, ...]
    marks: tuple[Span, ...]
    words: int

    @property
    def divisor(self) -> float:
        """What the sum is divided by."""
        return divisor(self.words)

    @property
    def lift(self) -> float:
        """What each exclamation mark adds to the sum: nothing where the words are of no side."""
        return EXCLAMATION * _sign(fsum(self._divided()))

    @property
    def terms(self) -> list[float]:
        """What is summed up: each part, then each exclamation mark where the words have a side."""
        lift = self.lift
        return [*[part.product for part in self.parts], *[lift] * (len(self.marks) if lift else 0)]

    @property
    def total(self) -> float:
        """The sum, before it is divided."""
        return fsum(self.terms)

    def value(self) -> Value | None:
        """Give the valence, each part's share as evidence; None without a word or scored mark."""
        if not self.parts:
            return _NEUTRAL if self.words else None
        divided = self._divided()
        x = fsum(divided)
        step = EXCLAMATION * (1 / self.divisor) * _sign(x) if self.marks else 0.0
        x += step * len(self.marks)
        squash = 1 / sqrt(x * x + 1)
        evidence = [
            Evidence(part.span, weight * squash, part.note)
            for part, weight in zip(self.parts, divided, strict=True)
        ]
        if step:
            evidence += [Evidence(span, step * squash, "raised by '!'") for span in self.marks]
        return Value(fsum([line.weight for line in evidence]), tuple(evidence))

    def _divided(self) -> list[float]:
        """Give each part's share of the divided sum."""
        unit = 1 / self.divisor
        return [part.product * unit for part in self.parts]


def divisor(words: int) -> float:
    """Give what the sum of so many words is divided by."""
    return float((words + EXTRA_WORDS) ** LENGTH_POWER)


def _sign(total: float) -> int:
    """Give the side of a sum: +1, −1 or 0."""
    return (total > 0) - (total < 0)


@lru_cache(maxsize=4096)
def _bare(text: str, base: float) -> str:
    """Write a word and its valence: the same few thousand come again and again."""
    return f"{text} {base:+.1f}"
