"""How a number is made, and what each word of a line adds to its tone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.analysis import Analysis, SentenceTone
from tenor.document import Span
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import CRITICAL, WARM, Ink, squeezed, text
from tenor.formats.verdict import mood
from tenor.measure import Measure, Value
from tenor.themes import Theme

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text


def measure(one: Measure, ink: Ink) -> str:
    """Describe a measure."""
    low = "no limit" if one.low is None else f"{one.low:g}"
    high = "no limit" if one.high is None else f"{one.high:g}"
    grid = _grid()
    for label, words in (
        ("unit", one.unit),
        ("range", f"{low} to {high}"),
        ("reading it", one.direction),
        ("formula", one.formula),
        ("undefined", one.undefined),
        ("source", one.source),
    ):
        grid.add_row("", text(label, "dim"), text(words))
    return ink.draw([text(one.name, "bold").append(f"   {one.title}", "not bold"), grid])


def line(analysis: Analysis, number: int, ink: Ink) -> str:
    """Explain the sentences that stand on a line."""
    document = analysis.document
    found = [
        sentence
        for sentence in analysis.sentences
        if document.line(sentence.span.start) <= number <= document.line(sentence.span.end - 1)
    ]
    if found:
        parts = (part for sentence in found for part in _sentence(analysis, sentence))
        return ink.draw(parts)
    reasons = [
        out.reason
        for out in document.left_out
        if document.line(out.span.start) <= number <= document.line(out.span.end - 1)
    ]
    why = f"left out as {safe(reasons[0])}" if reasons else "no sentence stands here"
    return ink.draw([text(f"L{number}: {why}")])


def theme(analysis: Analysis, one: Theme, ink: Ink) -> str:
    """Describe a theme: what makes it one, what it gathers, and where it is mentioned."""
    document = analysis.document
    share = f"{one.weight:.0%} of the sentences, {len(one.mentions)} mentions"
    feeling = mood(one.valence.value) if one.valence else "not to be told"
    why = " × ".join(f"{factor.name} {factor.value:.2f}" for factor in one.why)
    grid = _grid()
    for label, words in (
        ("weight", share),
        ("why", why),
        ("gathers", ", ".join(one.families)),
        ("phrases", ", ".join(one.phrases)),
        ("feeling", f"{feeling}, by the clauses that mention it"),
    ):
        grid.add_row("", text(label, "dim"), text(safe(words)))
    places = _grid()
    for number in one.sentences:
        span, value = analysis.sentences[number]
        line = f"L{document.line(span.start)}"
        felt = text(f"{value.value:+.2f}" if value else "").append(f"  {line}", "dim")
        places.add_row("", felt, _mentions(analysis, one, span))
    return ink.draw([text(safe(one.label), "bold"), grid, "", places])


def _mentions(analysis: Analysis, one: Theme, span: Span) -> Text:
    """Give a sentence with the mentions of a theme underlined."""
    document, shown, last = analysis.document, text(""), span.start
    for place in (place for place in one.mentions if span.start <= place.start < span.end):
        shown.append(squeezed(document.shown(Span(last, max(last, place.start)))))
        shown.append(squeezed(document.shown(place)), "underline")
        last = max(last, place.end)
    return shown.append(squeezed(document.shown(Span(last, max(last, span.end)))))


def _sentence(analysis: Analysis, sentence: SentenceTone) -> Iterator[RenderableType]:
    """Show a sentence, then each word's part and the sum."""
    document = analysis.document
    place = document.position(sentence.span.start)
    yield text(safe(document.shown(sentence.span)), "bold")
    grid = _grid()
    for trace in sorted(sentence.valence.evidence if sentence.valence else ()):
        style = WARM if trace.weight > 0 else CRITICAL
        grid.add_row("", text(f"{trace.weight:+.3f}", style), text(trace.note))
    grid.add_row(
        "", text(_total(sentence.valence), "bold"), text(_summed(sentence.valence, place.line))
    )
    yield grid
    yield ""


def _total(value: Value | None) -> str:
    return f"{value.value:+.3f}" if value else "none"


def _summed(value: Value | None, line: int) -> str:
    """Say what the sum means."""
    if value is None:
        return f"no word to judge (L{line})"
    if not value.evidence:
        return f"no word here carries tone (L{line})"
    return f"{mood(value.value)}: the sum of the above, on the scale from -1 to +1 (L{line})"


def _grid() -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table
