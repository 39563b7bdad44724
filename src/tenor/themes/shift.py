"""Topic shifts: where a text turns to another subject, by the likelihood of its words.

Utiyama & Isahara 2001, "A Statistical Model for Domain-Independent Text Segmentation": the best
division is that under which each segment's own word counts (Laplace's law) make its words
likeliest, less a price a segment; found by dynamic programming.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf, log


def shifts(bags: Sequence[Sequence[str]], price: float = 1.0) -> list[int]:
    """Give the indexes of the bags of words that begin a new topic, in rising order.

    `price` scales what a further segment costs: `price` × ln(words of the text).
    """
    words = sum(map(len, bags))
    kinds = len({word for bag in bags for word in bag})
    if len(bags) < 2 or not words:
        return []
    logs = [0.0, *(log(number) for number in range(1, words + kinds + 1))]
    best = [0.0] + [inf] * len(bags)
    back = [0] * (len(bags) + 1)
    for start in range(len(bags)):
        base = best[start] + price * logs[words]
        counts: Counter[str] = Counter()
        length, gain = 0, 0.0
        for end in range(start + 1, len(bags) + 1):
            for word in bags[end - 1]:
                uses = counts[word]
                gain += (uses + 1) * logs[uses + 2] - uses * logs[uses + 1]
                counts[word] = uses + 1
            length += len(bags[end - 1])
            cost = base + length * logs[length + kinds] - gain
            if cost < best[end]:
                best[end], back[end] = cost, start
    return _walk(back)


def _walk(back: Sequence[int]) -> list[int]:
    """Follow the best starts from the end."""
    starts, at = [], len(back) - 1
    while back[at] > 0:
        at = back[at]
        starts.append(at)
    return starts[::-1]
