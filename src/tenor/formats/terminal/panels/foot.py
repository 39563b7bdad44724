"""The foot: what was left out of the numbers, and where there is more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, LeftOut
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import hints, pasted
from tenor.measure import quantity
from tenor.tone import PlainWords
from tenor.verdict import listed

if TYPE_CHECKING:
    from rich.text import Text

#: How many of the words that carry no tone are named.
_PLAIN = 5
#: Of fewer uses nothing is said: readers found that they were not what the text is about.
_LEAST_PLAIN = 4


def draw(analysis: Analysis, ink: Ink) -> list[Text]:
    """Name what was left out of the numbers, and say what to do next."""
    left_out = _left_out(analysis.document)
    said = [f"Left out of all numbers: {left_out}."] if left_out else []
    plain = [_plain(words) for words in analysis.plain_words if words.uses >= _LEAST_PLAIN]
    lines = [text(line) for line in [*plain, *said]]
    return [*lines, *hints(_next(analysis.document, ink), ink)]


def _next(document: Document, ink: Ink) -> list[str]:
    """Say how a line is explained, and where there is more."""
    line = document.line(document.sentences[0].span.start) if document.sentences else 1
    why = pasted(document.name, f"tenor explain FILE:{line} says why", ink)
    return [why, "--all: every measure", "--json: data"]


def _plain(plain: PlainWords) -> str:
    """Say which words carry no tone, and why."""
    shown = [safe(word) for word in plain.words[:_PLAIN]]
    rest = len(plain.words) - len(shown)
    words = listed([*shown, quantity(rest, "other")] if rest else shown)
    return f"No tone in words that are what the text is about ({plain.subject}): {words}."


def _left_out(document: Document) -> str:
    """List the reasons for leaving out, each with its lines."""
    places: dict[str, list[LeftOut]] = {}
    for out in document.left_out:
        if out.reason == "another language":
            continue  # the verdict says so
        places.setdefault(out.reason, []).append(out)
    return ", ".join(
        f"{safe(reason)}{f' ×{len(outs)}' if len(outs) > 1 else ''} ({_lines(document, outs)})"
        for reason, outs in places.items()
    )


def _lines(document: Document, outs: Sequence[LeftOut]) -> str:
    """Give the range of lines of some stretches."""
    first = document.line(outs[0].span.start)
    last = document.line(max(out.span.end for out in outs) - 1)
    return f"{first}" if first == last else f"{first}-{last}"
