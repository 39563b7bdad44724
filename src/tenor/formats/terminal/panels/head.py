"""The head: the text's name and its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.measure import quantity

if TYPE_CHECKING:
    from rich.text import Text

#: The name and the size of a text stand at least so far apart.
_GAP = 3


def draw(analysis: Analysis, ink: Ink) -> list[Text]:
    """Name the text, its title first, and give its size."""
    document = analysis.document
    size = _size(analysis)
    title, name = safe(document.title or ""), safe(document.name or "text")
    has_both = title and name not in {"-", "text"}
    head = text(title or name, "bold").append(f"  {name}" if has_both else "", "not bold")
    if head.cell_len + len(size) + _GAP > ink.width:
        return [head, text(size)]
    return [head.append(" " * (ink.width - head.cell_len - len(size))).append(size, "not bold")]


def _size(analysis: Analysis) -> str:
    """Count words, sentences and minutes; of a text in another language words and paragraphs."""
    document, share = analysis.document, analysis.language
    if analysis.is_foreign:
        return f"{quantity(share.words, 'word')} · {quantity(share.paragraphs, 'paragraph')}"
    counts = [quantity(document.words, "word"), quantity(len(document.sentences), "sentence")]
    minutes = analysis.value("reading-time")
    return " · ".join([*counts, f"{max(1, round(minutes.value))} min"] if minutes else counts)
