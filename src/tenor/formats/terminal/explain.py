"""How a number is made, and what each word of a line adds to its tone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, fsum
from typing import TYPE_CHECKING

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.formats.note import is_mark
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import NEGATIVE, POSITIVE, Ink, squeezed, text
from tenor.formats.terminal.layout import mark, with_places
from tenor.measure import Evidence, Measure, Value, quantity
from tenor.themes import Theme
from tenor.tone import EXTRA_WORDS, LENGTH_POWER, count_words, divisor
from tenor.verdict import mood, sign

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

#: The parts of a sum are shown with so many digits.
_DIGITS = 3
#: In a row of several sentences so many words are named; so many columns are kept for the place.
_STRONGEST, _PLACE = 3, 14


def measure(one: Measure[Analysis], ink: Ink) -> str:
    """Describe a measure."""
    low = "no limit" if one.low is None else f"{one.low:g}"
    high = "no limit" if one.high is None else f"{one.high:g}"
    grid = _grid()
    for label, words in (
        ("unit", one.unit),
        ("range", f"{low} to {high}"),
        ("reading it", one.direction),
        ("formula", one.formula),
        ("usual", "" if one.usual is None else f"{one.usual:g} in mixed prose"),
        ("undefined", one.undefined),
        ("source", one.source),
    ):
        if words:
            grid.add_row("", label, text(words))
    return ink.draw([text(one.name, "bold").append(f"   {one.title}", "not bold"), grid])


def stretch(analysis: Analysis, span: Span, ink: Ink) -> str:
    """Explain the sentences that stand on a stretch: one in full, of several each on a line."""
    document = analysis.document
    numbers = [
        number
        for number, sentence in enumerate(document.sentences)
        if sentence.span.start < span.end and span.start < sentence.span.end
    ]
    if not numbers:
        return ink.draw([text(f"{document.line(span.start)}: {_unsaid(document, span)}")])
    if len(numbers) == 1:
        return ink.draw(_sentence(analysis, numbers[0]))
    grid = _grid()
    for number in numbers:
        grid.add_row(
            "", document.place(document.sentences[number].span.start), _row(analysis, number, ink)
        )
    return ink.draw([grid])


def _unsaid(document: Document, span: Span) -> str:
    """Say why there is no sentence on a stretch."""
    reasons = (
        out.reason
        for out in document.left_out
        if out.span.start < span.end and span.start < out.span.end
    )
    reason = next(reasons, None)
    return f"left out as {safe(reason)}" if reason else "no sentence stands here"


def _row(analysis: Analysis, number: int, ink: Ink) -> Text:
    """Give a sentence's tone, the words that make it, and how the sentence begins."""
    sentence = analysis.sentences[number]
    value, evidence = sentence.valence, sentence.valence.evidence if sentence.valence else ()
    row = text("").append(*mark(sign(value.value if value else None), ink))
    row.append(f" {value.value:+z.2f}" if value else "")
    strongest = sorted(evidence, key=lambda trace: -abs(trace.weight))[:_STRONGEST]
    row.append("".join(f"  {safe(trace.word)} {trace.weight:+z.2f}" for trace in strongest))
    row.append("  ").append_text(text(safe(analysis.document.shown(sentence.span))))
    if ink.is_terminal:
        row.truncate(max(20, ink.width - _PLACE), overflow="ellipsis")
    return row


def theme(analysis: Analysis, one: Theme, ink: Ink) -> str:
    """Describe a theme: what makes it one, what it gathers, and where it is mentioned."""
    document = analysis.document
    share = f"{one.weight:.0%} of the sentences, {quantity(len(one.mentions), 'mention')}"
    around = mood(one.felt or 0.0) if one.valence else "not to be told"
    why = " × ".join(f"{factor.name} {factor.value:.2f}" for factor in one.why)
    grid = _grid()
    for label, words in (
        ("weight", share),
        ("why", why),
        ("gathers", ", ".join(one.families)),
        ("phrases", ", ".join(one.phrases)),
        ("tone around it", f"{around}, by the clauses that mention it"),
    ):
        grid.add_row("", label, text(safe(words)))
    places = _grid()
    for number in one.sentences:
        sentence = analysis.sentences[number]
        span, value = sentence.span, sentence.valence
        line = document.place(span.start)
        felt = text(f"{value.value:+z.2f}" if value else "").append(f"  {line}")
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


def _sentence(analysis: Analysis, number: int) -> Iterator[RenderableType]:
    """Show a sentence, each word's part in its tone, and the sum so that a reader can redo it."""
    document = analysis.document
    sentence = analysis.sentences[number]
    span, value = sentence.span, sentence.valence
    yield text(safe(document.shown(span)), "bold")
    grid, evidence = _grid(), value.evidence if value else ()
    products = [trace.product for trace in evidence]
    terms = adding_up(products)
    for share, words in _shares(evidence, terms):
        figure = f"{share:+z.3f}"
        grid.add_row("", text("").append(figure[0], _side(share)).append(figure[1:]), text(words))
    total = f"{value.value:+z.3f}" if value else "none"
    meaning = f"{_meaning(value)} ({document.place(span.start)})"
    grid.add_row("", text(total, "bold"), text(with_places(meaning)))
    size = count_words(document.sentences[number].forms)
    for step in _formula(fsum(products), size, terms) if terms else ():
        grid.add_row("", "", text(step))
    yield grid
    yield ""


def _shares(evidence: Sequence[Evidence], terms: list[float]) -> Iterator[tuple[float, str]]:
    """Give each part's share of the valence, and how the part is made, in reading order."""
    made = map(_made, evidence, terms)
    shares = adding_up([trace.weight for trace in evidence])
    for _, share, words in sorted(zip(evidence, shares, made, strict=True)):
        yield share, words


def _made(part: Evidence, term: float) -> str:
    """Say how a part is made: its valence times what its context makes of it."""
    if is_mark(part):
        return f"{part.word} {part.base:+z.3f}, an exclamation mark"
    changes = [
        f", {one.reason}" if one.value == 1 else f" × {one.value:g} {one.reason}"
        for one in part.factors
    ]
    is_changed = any(one.value != 1 for one in part.factors)
    product = f" = {term:+z.3f}" if is_changed else ""
    return f"{part.word} {part.base:+z.2f}{''.join(changes)}{product}"


def _formula(total: float, words: int, terms: list[float]) -> tuple[str, str]:
    """Write out what is done with the sum: how it is divided, and brought into -1 to +1."""
    first, *others = terms
    added = "".join([f"{first:.3f}", *(f" {'-' if t < 0 else '+'} {abs(t):.3f}" for t in others)])
    added = f"({added})" if others else added
    x = total / divisor(words)
    return (
        f"{added} ÷ ({quantity(words, 'word')} + {EXTRA_WORDS})^{LENGTH_POWER}",
        f"→ {x:.4f} ÷ √({abs(x):.4f}² + 1)",
    )


def _side(share: float) -> str:
    """Give the colour of the sign of a part."""
    return POSITIVE if share > 0 else NEGATIVE if share < 0 else ""


def _meaning(value: Value | None) -> str:
    """Say what the sum means."""
    if value is None:
        return "no word to judge"
    if not value.evidence:
        return "no word here carries tone"
    return f"{mood(value.value)}: the sum of the above, on the scale from -1 to +1"


def adding_up(numbers: Sequence[float], digits: int = _DIGITS) -> list[float]:
    """Round numbers so that they add up to their rounded sum: those cut most are rounded up."""
    unit = 10**digits
    cut = [floor(number * unit) for number in numbers]
    missing = round(fsum(numbers) * unit) - sum(cut)
    nearest = sorted(range(len(cut)), key=lambda at: cut[at] - numbers[at] * unit)
    for at in nearest[:missing]:
        cut[at] += 1
    return [whole / unit for whole in cut]


def _grid() -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table
