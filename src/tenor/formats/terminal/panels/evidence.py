"""The evidence: the sentences that lean most either way, with the words that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.formats.terminal.ink import Ink, Wide, squeezed, text
from tenor.formats.terminal.layout import grid, heading, signed
from tenor.tone import SentenceTone

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the two sentences that lean most either way, with their words underlined."""
    document, rows = analysis.document, grid(0, 0, 1)
    for shown in analysis.telling:
        figure = signed(shown.valence.value if shown.valence else None, ink)
        rows.add_row("", figure, document.place(shown.span.start), _marked(document, shown))
    return [heading("EVIDENCE"), Wide(rows)] if rows.row_count else []


def _marked(document: Document, tone: SentenceTone) -> Text:
    """Give a sentence with the words that carry it underlined."""
    shown, done = text(""), tone.span.start
    evidence = tone.valence.evidence if tone.valence else ()
    for trace in sorted(evidence, key=lambda trace: trace.span):
        if trace.span.start < done or not trace.weight:
            continue
        shown.append(squeezed(document.shown(Span(done, trace.span.start))))
        shown.append(squeezed(document.shown(trace.span)), "underline")
        done = max(done, trace.span.end)
    return shown.append(squeezed(document.shown(Span(done, tone.span.end))))
