"""Pace: how far the work on one text has come, told to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal, TypeVar

#: What takes long in a long text.
Step = Literal["sentences", "tone", "phrases", "topics"]
#: What is told the share of a text's work that is done, 0 to 1.
Listener = Callable[[float], object]

Part = TypeVar("Part")

#: The share of each step in the time that the report of a long text without headings takes,
#: measured on theses of 1 MB; what is left comes after them.
_SHARES: Mapping[Step, float] = {"sentences": 0.15, "tone": 0.1, "phrases": 0.3, "topics": 0.35}
#: So many times at most a step tells how far it is.
_TIMES = 200

_listeners: list[Listener] = []


@contextmanager
def told(listener: Listener) -> Iterator[None]:
    """Tell a listener how far the work within is; where there are several, the last one."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def over(step: Step, parts: Sequence[Part]) -> Iterable[Part]:
    """Give the parts that a step goes through, and tell how far it is if anyone listens."""
    return _told(step, parts, _listeners[-1]) if _listeners else parts


def _told(step: Step, parts: Sequence[Part], listener: Listener) -> Iterator[Part]:
    before = sum(share for other, share in _SHARES.items() if _is_before(other, step))
    every = max(1, len(parts) // _TIMES)
    for number, part in enumerate(parts):
        if number % every == 0:
            listener(before + _SHARES[step] * number / len(parts))
        yield part


def _is_before(other: Step, step: Step) -> bool:
    order = [*_SHARES]
    return order.index(other) < order.index(step)
