"""Topic shifts: where a text turns to another subject, by the likelihood of its words.

Utiyama & Isahara 2001, "A Statistical Model for Domain-Independent Text Segmentation": the best
division is that under which each segment's own word counts (Laplace's law) make its words
likeliest, less a price a segment; found by dynamic programming.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf, log


def shifts(bags: Sequence[Sequence[str]], price: float = 1.0) -> list[int]:
    """Give the indexes of the bags of words that begin a new topic, in rising order.

    `price` scales what a further segment costs: `price` × ln(words of the text). None begins with
    fewer than two bags, or without a word.
    """
    words = sum(map(len, bags))
    kinds = len({word for bag in bags for word in bag})
    if len(bags) < 2 or not words:
        return []
    logs = [0.0, *(log(count) for count in range(1, words + kinds + 1))]
    best_cost = [0.0] + [inf] * len(bags)
    best_start = [0] * (len(bags) + 1)
    for start in range(len(bags)):
        base = best_cost[start] + price * logs[words]
        for end, own_cost in enumerate(_segment_costs(bags[start:], kinds, logs), start + 1):
            cost = base + own_cost
            if cost < best_cost[end]:
                best_cost[end], best_start[end] = cost, start
    return _walk(best_start)


def _segment_costs(
    bags: Sequence[Sequence[str]], kinds: int, logs: Sequence[float]
) -> Iterator[float]:
    """Yield what the segment of the first bag costs, of the first two, and so on."""
    counts: Counter[str] = Counter()
    length, gain = 0, 0.0
    for bag in bags:
        for word in bag:
            uses = counts[word]
            gain += (uses + 1) * logs[uses + 2] - uses * logs[uses + 1]
            counts[word] = uses + 1
        length += len(bag)
        yield length * logs[length + kinds] - gain


def _walk(best_start: Sequence[int]) -> list[int]:
    """Follow the best starts from the end."""
    starts, end = [], len(best_start) - 1
    while best_start[end] > 0:
        end = best_start[end]
        starts.append(end)
    return starts[::-1]
