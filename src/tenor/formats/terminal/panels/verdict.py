"""The verdict: the answer first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import with_places

if TYPE_CHECKING:
    from rich.text import Text


def draw(analysis: Analysis, _: Ink) -> list[Text]:
    """Give the statements of the verdict, a line each."""
    return [text(with_places(safe(str(statement)))) for statement in analysis.verdict]
