"""Where the work says what is wrong with its input, and what one may want to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


def _silent(_: str) -> None:
    """Say nothing."""


class Say(NamedTuple):
    """What is told each line: `error` of what could not be done, `note` of what was done anyhow.

    `warning` is told of each text that was read in another encoding than it should be in.
    """

    error: Callable[[str], None] = _silent
    note: Callable[[str], None] = _silent
    warning: Callable[[str], None] = _silent


#: Tells nobody anything.
SILENT = Say()
