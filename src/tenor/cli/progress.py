"""Progress on stderr: only on a terminal, and only after a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tenor import signals
from tenor.cli import streams
from tenor.work.pool import Progress, unseen

_AFTER = 0.5


def progress(*, is_quiet: bool) -> Progress:
    """Give what shows how far the work is."""
    return unseen if is_quiet or not streams.is_terminal(sys.stderr) else _shown


@contextmanager
def _shown(total: int) -> Iterator[Callable[[], object]]:
    """Show how many are done, until all of it is over."""
    bar = _Bar(total)
    with signals.afterwards(bar.clear):
        yield bar.advance


class _Bar:
    """A line on stderr that counts texts, shown once half a second has gone by."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.shown = total, 0, False
        self.began = time.monotonic()

    def advance(self) -> None:
        """Count one text more."""
        self.done += 1
        if time.monotonic() - self.began > _AFTER:
            self.shown = True
            sys.stderr.write(f"\r{self.done:,} of {self.total:,} texts")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away again."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
