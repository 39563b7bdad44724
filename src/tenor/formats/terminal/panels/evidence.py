"""The evidence: the sentences that lean most either way, with the words that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.formats.terminal.ink import Ink, squeezed, text
from tenor.formats.terminal.layout import grid, heading, mark, place
from tenor.measure import Value
from tenor.verdict import sign

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

#: The kinds of block whose sentences are no evidence: they are no prose.
_NO_PROSE = frozenset({"heading", "cell"})


def draw(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the two sentences that lean most either way, with their words underlined."""
    document, rows = analysis.document, grid(0, 0, 1)
    for span, valence in _telling(analysis):
        glyph, style = mark(sign(valence.value), ink)
        figure = text(f"{glyph} {valence.value:+.2f}", style)
        rows.add_row("", figure, place(document, span.start), _marked(document, span, valence))
    return [heading("EVIDENCE"), rows] if rows.row_count else []


def _telling(analysis: Analysis) -> list[tuple[Span, Value]]:
    """Give up to two sentences of prose each way: the warmest first, the most critical last."""
    document = analysis.document
    prose = [
        (shown.span, shown.valence)
        for sentence, shown in zip(document.sentences, analysis.sentences, strict=True)
        if shown.valence and document.blocks[sentence.block].kind not in _NO_PROSE
    ]
    ranked = sorted(prose, key=lambda pair: -pair[1].value)
    warm = [pair for pair in ranked[:2] if sign(pair[1].value) > 0]
    return warm + [pair for pair in reversed(ranked[-2:]) if sign(pair[1].value) < 0]


def _marked(document: Document, span: Span, valence: Value) -> Text:
    """Give a sentence with the words that carry it underlined."""
    shown, done = text(""), span.start
    for trace in sorted(valence.evidence, key=lambda trace: trace.span):
        if trace.span.start < done:
            continue
        shown.append(squeezed(document.shown(Span(done, trace.span.start))))
        shown.append(squeezed(document.shown(trace.span)), "underline")
        done = max(done, trace.span.end)
    return shown.append(squeezed(document.shown(Span(done, span.end))))
