"""The sum of a sentence: its words' valences, changed by their context, brought into −1…+1.

A valence is x / √(x² + 1), where x is the sum divided by (words + EXTRA_WORDS)^LENGTH_POWER.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from tenor.document import Span
from tenor.measure import Evidence, Value

#: A long sentence has more chances to hold a word of feeling: its sum is divided by
#: (words + EXTRA_WORDS)^LENGTH_POWER (agreement with EmoBank's readers: r .50 → .55).
EXTRA_WORDS, LENGTH_POWER = 5, 0.7
#: What each exclamation mark, up to four, adds on the side of the words (Hutto & Gilbert 2014).
EXCLAMATION, MOST_EXCLAMATIONS = 0.292, 4
#: An exclamation mark as evidence.
MARK = "!"

_NEUTRAL = Value(0.0)


def sum_up(parts: Sequence[Evidence], marks: Sequence[Span], words: int) -> Value | None:
    """Give the valence of parts and exclamation marks; None without a word or a scored part.

    A part comes with its product as its weight, and becomes evidence with its share of the valence.
    The marks add to the side of the parts: where those are of no side, they add nothing.
    """
    if not parts:
        return _NEUTRAL if words else None
    unit = 1 / divisor(words)
    divided = [part.weight * unit for part in parts]
    x = fsum(divided)
    side = _sign(x) if marks else 0
    step = EXCLAMATION * unit * side
    x += step * len(marks)
    squash = 1 / sqrt(x * x + 1)
    evidence = [
        Evidence(span, weight * squash, word, base, factors)
        for (span, _, word, base, factors), weight in zip(parts, divided, strict=True)
    ]
    if side:
        evidence += [Evidence(span, step * squash, MARK, EXCLAMATION * side) for span in marks]
    return Value(fsum([line.weight for line in evidence]), tuple(evidence))


def divisor(words: int) -> float:
    """Give what the sum of so many words is divided by."""
    return float((words + EXTRA_WORDS) ** LENGTH_POWER)


def _sign(total: float) -> int:
    """Give the side of a sum: +1, −1 or 0."""
    return (total > 0) - (total < 0)
