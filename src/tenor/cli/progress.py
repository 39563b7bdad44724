"""Progress on stderr: only on a terminal, and only after a while."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tenor import pace, signals
from tenor.cli import streams
from tenor.work.pool import Progress, unseen

#: Nothing is shown of what takes fewer seconds, and the line is written anew every so many.
_AFTER, _EVERY = 1.0, 0.25
#: Sizes are shown from so many bytes on, and the time that is left from this share of them on.
_SIZED, _FORESEEN = 100_000, 0.02
#: From so many bytes on they are counted in MB.
_LARGE = 100_000_000
_USUAL = 80


def progress(*, is_quiet: bool) -> Progress:
    """Give what shows how far the work is."""
    is_seen = streams.is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
    return shown if is_seen and not is_quiet else unseen


@contextmanager
def shown(sizes: Sequence[int]) -> Iterator[Callable[[], object]]:
    """Show how far the work on texts of these sizes is, until all of it is over."""
    line = _Line(sizes)
    with signals.afterwards(line.clear), streams.giving_way(line.clear), pace.told(line.follow):
        yield line.advance


class _Line:
    """A line on stderr that says how many texts and bytes are done, and how long the rest takes."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes, self.done, self.bytes = sizes, 0, 0
        self.is_there = False
        self.began = time.monotonic()
        self.written = self.began - _EVERY

    def advance(self) -> None:
        """Count one text more."""
        self.bytes += self.sizes[self.done]
        self.done += 1
        self._write(self.bytes)

    def follow(self, share: float) -> None:
        """Take in how much of the next text is done."""
        self._write(self.bytes + share * sum(self.sizes[self.done : self.done + 1]))

    def _write(self, done: float) -> None:
        """Write the line, in one go and over itself, unless it is too soon."""
        now = time.monotonic()
        took = now - self.began
        if took < _AFTER or now - self.written < _EVERY:
            return
        said = described(self.done, len(self.sizes), done, sum(self.sizes), took)
        if said:
            self.is_there, self.written = True, now
            sys.stderr.write(f"\r{said[: _columns() - 1]}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.is_there:
            self.is_there = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def described(texts: int, of_texts: int, done: float, size: int, took: float) -> str:
    """Say how far the work is, in as many parts as there is something to say."""
    parts = [f"{texts:,} of {of_texts:,} texts"] if of_texts > 1 else []
    if size >= _SIZED:
        unit, name = (1_000_000, "MB") if size >= _LARGE else (1_000, "kB")
        parts.append(f"{done // unit:,.0f} of {size // unit:,} {name}")
        if _FORESEEN * size <= done < size:
            parts.append(f"{_duration(took * (size - done) / done)} left")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    """Say about how long something takes."""
    for unit, name in ((3600, "h"), (60, "min")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{max(1.0, seconds):.0f} s"


def _columns() -> int:
    """Give the width of the terminal that stderr is on."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL
