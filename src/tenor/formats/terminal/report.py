"""The full report of one text: the answer first, then the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenor import style
from tenor.analysis import FEW_SENTENCES, MEASURES, Analysis
from tenor.document import Document, LeftOut, Span
from tenor.formats.safe import safe
from tenor.formats.terminal.arc import MARGIN
from tenor.formats.terminal.arc import draw as draw_arc
from tenor.formats.terminal.ink import CRITICAL, MIXED, WARM, Ink, squeezed, text
from tenor.measure import Evidence, Value, quantity
from tenor.themes import Theme
from tenor.tone import SentenceTone
from tenor.tone.formality import BANDS
from tenor.verdict import has_tone, mood, sign, verdict

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

#: At this width and under it, bars give way to words.
NARROW = 70
_BAR = 8
#: So many names and phrases are listed beside the themes.
_BESIDE = 6
#: At most so many sections are named.
_SECTIONS = 24
#: The measures that are shown with their words, and what the report calls them.
_WORDED = {
    "joy": "joy",
    "anger": "anger",
    "sadness": "sadness",
    "fear": "fear",
    "hedging": "hedged",
}


def draw(analysis: Analysis, ink: Ink, *, every: bool = False, gist: bool = False) -> str:
    """Draw the report of one text; `every` adds all the measures, `gist` one sentence a theme."""
    if analysis.valence is None:
        return ink.draw([text(f"{safe(analysis.document.name) or 'text'}: no text to analyse")])
    return ink.draw(_parts(analysis, ink, every=every, gist=gist))


def _parts(analysis: Analysis, ink: Ink, *, every: bool, gist: bool) -> Iterator[RenderableType]:
    """Yield the report from top to bottom, a blank line between the sections."""
    sections: list[list[RenderableType]] = [
        [_head(analysis, ink)],
        _verdict(analysis),
        _gist(analysis) if gist else [],
        _arc(analysis, ink),
        _sections(analysis, ink),
        _tones(analysis, ink),
        _themes(analysis, ink),
        _evidence(analysis, ink),
        _reading(analysis, ink),
        _every(analysis, ink) if every else [],
        _foot(analysis),
    ]
    for number, section in enumerate(section for section in sections if section):
        if number:
            yield ""
        yield from section


def _head(analysis: Analysis, ink: Ink) -> RenderableType:
    """Name the text and give its size."""
    document = analysis.document
    size = _sized(document, analysis.value("reading-time"))
    name = text(safe(document.title or document.name or "text"), "bold")
    if name.cell_len + len(size) + 3 > ink.width:
        return name.append(f"\n{size}", "not bold")
    return name.append(" " * (ink.width - name.cell_len - len(size))).append(size, "not bold")


def _sized(document: Document, minutes: Value | None) -> str:
    """Count words, sentences and minutes."""
    counts = [quantity(document.words, "word"), quantity(len(document.sentences), "sentence")]
    return " · ".join([*counts, f"{max(1, round(minutes.value))} min"] if minutes else counts)


def _verdict(analysis: Analysis) -> list[RenderableType]:
    """Answer first."""
    return [text(safe(str(one))) for one in verdict(analysis)]


def _arc(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Draw the arc, unless the text is too short for one."""
    arc = analysis.arc(ink.width - MARGIN) if has_tone(analysis) else None
    if arc is None:
        return []
    count = len(analysis.sentences)
    each = f"a column is about {count / len(arc.columns):.1f} sentences"
    note = each if arc.smoothed else "one column a sentence"
    glyphs = ink.glyphs
    key = f"{glyphs.warm} warm   {glyphs.critical} critical"
    return [_heading("TONE ARC", note, key, ink), *draw_arc(analysis.document, arc, ink)]


def _sections(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Name the sections of a text with headings, each with its tone."""
    sections = [part for part in analysis.sections if part.section.last > part.section.first + 1]
    if len(sections) < 2:
        return _topics(analysis, ink)
    grid = _grid(0, 2, 1)
    for section, valence in sections[:_SECTIONS]:
        line = f"L{analysis.document.line(section.span.start)}"
        title = "  " * (section.level - 1) + safe(section.title)
        grid.add_row("", line, text(title), _feeling(valence, ink))
    more = len(sections) - _SECTIONS
    note = f"the first {_SECTIONS}; {more} more in --json" if more > 0 else ""
    return [_heading("SECTIONS", note), grid]


def _topics(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Name the stretches between which the topic of a long text without headings shifts."""
    grid = _grid(0, 2, 1)
    for section in analysis.topic_sections[:_SECTIONS]:
        line = f"L{analysis.document.line(section.span.start)}"
        about = section.heading or ", ".join(section.about) or "(nothing of its own)"
        grid.add_row("", line, text(safe(about)), _feeling(section.valence, ink))
    return [_heading("SECTIONS", "where the topic shifts"), grid] if grid.row_count else []


def _gist(analysis: Analysis) -> list[RenderableType]:
    """Give one sentence a theme."""
    document = analysis.document
    grid = _grid(0, 1)
    for line in sorted(analysis.gist, key=lambda line: line.span):
        words = text(safe(document.shown(line.span)))
        grid.add_row("", f"L{document.line(line.span.start)}", words)
    return [_heading("GIST", "one sentence a theme, in the order of the text"), grid]


def _heading(name: str, note: str = "", right: str = "", ink: Ink | None = None) -> Text:
    """Head a section; what stands on the right goes where there is no room."""
    line = text(name, "bold").append(f"   {note}" if note else "", "not bold dim")
    room = ink.width - line.cell_len - len(right) if ink else 0
    return line.append(" " * room + right, "not bold dim") if right and room > 0 else line


def _grid(*ratios: int) -> Table:
    """Make a table without lines; a ratio of 0 is a column as wide as its content."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(width=1)
    for ratio in ratios:
        table.add_column(ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    return table


def _tones(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the kinds of tone that have words, with the words."""
    grid = _grid(0, 0, 1) if ink.width <= NARROW else _grid(0, 0, 0, 1)
    most = max([1, *(len(_traces(analysis, name)) for name in _WORDED)])
    for name, label in _WORDED.items():
        traces = _traces(analysis, name)
        if traces:
            bar = [] if ink.width <= NARROW else [_bar(len(traces) / most, ink)]
            words = _words(analysis.document, traces)
            grid.add_row("", label, *bar, text(str(len(traces))), text(words, "dim"))
    register = _register(analysis)
    if register:
        bar = [] if ink.width <= NARROW else [text("")]
        grid.add_row("", "register", *bar, "", text(register))
    return [_heading("TONE"), grid] if grid.row_count else []


def _traces(analysis: Analysis, name: str) -> Sequence[Evidence]:
    """Give the evidence of a measure, if it has any."""
    value = analysis.value(name)
    return value.evidence if value else ()


def _bar(share: float, ink: Ink) -> Text:
    return text(ink.glyphs.bar * max(1, round(share * _BAR)))


def _words(document: Document, traces: Sequence[Evidence], most: int = 6) -> str:
    """List distinct words in order of their first place, each with its line."""
    first: dict[str, str] = {}
    for trace in sorted(traces, key=lambda trace: trace.span):
        word = safe(document.shown(trace.span))
        first.setdefault(word.lower(), f"{word} L{document.line(trace.span.start)}")
    shown = list(first.values())[:most]
    return ", ".join(shown) + (f" and {len(first) - most} more" if len(first) > most else "")


def _register(analysis: Analysis) -> str:
    """Name how formal the text is, with the three cues that speak most for it."""
    value = analysis.value("formality")
    if not value or analysis.is_short:
        return ""
    informal, formal = BANDS
    way = 1 if value.value >= formal else -1 if value.value <= informal else 0
    name = {1: "formal", -1: "informal", 0: "neither formal nor informal"}[way]
    cues = sorted(value.evidence, key=lambda trace: -way * trace.weight)
    speaking = [
        _cue(cue.word, cue.base, way)
        for cue in cues
        if cue.base is not None and way * cue.weight > 0
    ][:3]
    return f"{name} ({value.value:.2f})" + (f": {', '.join(speaking)}" if speaking else "")


def _cue(name: str, amount: float, way: int) -> str:
    """Say what a cue of formality amounts to."""
    if name.endswith(" length"):
        return f"{'long' if way > 0 else 'short'} {name.removesuffix(' length')}s"
    return name if round(amount, 2) else f"no {name}"


def _themes(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show each theme: how much, where, and how the writer feels about it, with the best quote."""
    if not analysis.themes:
        return []
    is_wide = ink.width > NARROW
    parts: list[RenderableType] = []
    for theme, row in zip(
        analysis.themes, _theme_rows(analysis, ink, is_wide=is_wide), strict=True
    ):
        parts.append(row)
        parts += [_quote(analysis.document, span, ink) for span in theme.quotes[:1]]
    note = "weight, mentions, where, how the writer feels" if is_wide else "mentions, feeling"
    return [_heading("THEMES", note), *parts, *_beside(analysis)]


def _beside(analysis: Analysis) -> list[RenderableType]:
    """Name what stands beside the themes: names, subjects and what is mentioned now and then."""
    grid = _grid(0, 1)
    for label, words in (
        ("names", [f"{one.name} {len(one.mentions)}" for one in analysis.names[:_BESIDE]]),
        (
            "subjects",
            [
                f"{one.name} {one.times:.0f} times the usual rate ({', '.join(one.words[:3])})"
                for one in analysis.categories[:2]
            ],
        ),
        ("also", [one.phrase for one in analysis.also_mentioned[:_BESIDE]]),
    ):
        if words:
            grid.add_row("", text(label, "dim"), text(safe(", ".join(words)), "dim"))
    return [grid] if grid.row_count else []


def _theme_rows(analysis: Analysis, ink: Ink, *, is_wide: bool) -> Iterator[Text]:
    """Yield a row a theme, its columns in line with the others'."""
    labels = [text(safe(theme.label), "bold") for theme in analysis.themes]
    room = min(max(label.cell_len for label in labels), ink.width // 3)
    most = max(theme.weight for theme in analysis.themes)
    for theme, label in zip(analysis.themes, labels, strict=True):
        label.truncate(max(room, label.cell_len if not ink.is_terminal else 0))
        row = text("   ").append_text(label).append(" " * (room - label.cell_len + 2))
        if is_wide:
            row.append(_bar(theme.weight / most, ink).plain.ljust(_BAR + 1))
        row.append(f"{len(theme.mentions):3}  ")
        if is_wide:
            row.append(_spots(analysis.document, theme, ink)).append("  ")
        yield row.append_text(_feeling(theme.valence, ink))


def _quote(document: Document, span: Span, ink: Ink) -> RenderableType:
    """Quote a clause with its line; on a terminal a long one is cut at a word."""
    line = f"  L{document.line(span.start)}"
    words = safe(document.shown(span)).strip('“”"')
    room = ink.width - 6 - len(line) - 2
    if ink.is_terminal and len(words) > room:
        words = words[:room].rsplit(" ", 1)[0] + ink.glyphs.cut
    start, end = ink.glyphs.quotes[0], ink.glyphs.quotes[1]
    return _indented(text(f"{start}{words}{end}{line}", "dim"), 5)


def _spots(document: Document, theme: Theme, ink: Ink) -> str:
    """Draw where in the text a theme is mentioned."""
    first, last = document.sentences[0].span.start, document.sentences[-1].span.end
    cells = 12 if ink.width < 90 else 20
    row = [ink.glyphs.miss] * cells
    for span in theme.mentions:
        cell = (span.start - first) * cells // max(1, last - first)
        row[min(max(cell, 0), cells - 1)] = ink.glyphs.hit
    return "".join(row)


def _feeling(value: Value | None, ink: Ink) -> Text:
    """Name a valence with its sign and colour."""
    way = sign(value.value if value else None)
    mark, style = {
        1: (ink.glyphs.warm, WARM),
        -1: (ink.glyphs.critical, CRITICAL),
        0: (ink.glyphs.even, MIXED),
    }[way]
    return text("").append(mark, style).append(f" {mood(value.value if value else 0.0)}")


def _evidence(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show the two sentences that lean most either way, with their words underlined."""
    document = analysis.document
    prose = [
        (shown.valence.value, shown)
        for sentence, shown in zip(document.sentences, analysis.sentences, strict=True)
        if shown.valence and document.blocks[sentence.block].kind not in {"heading", "cell"}
    ]
    ranked = sorted(prose, key=lambda pair: -pair[0])
    warm = [s for value, s in ranked[:2] if sign(value) > 0]
    critical = [s for value, s in reversed(ranked[-2:]) if sign(value) < 0]
    grid = _grid(0, 0, 1)
    for sentence in [*warm, *critical]:
        value = sentence.valence.value if sentence.valence else 0.0
        mark, style = (ink.glyphs.warm, WARM) if value > 0 else (ink.glyphs.critical, CRITICAL)
        line = f"L{analysis.document.line(sentence.span.start)}"
        grid.add_row("", text(f"{mark} {value:+.2f}", style), line, _marked(analysis, sentence))
    return [_heading("EVIDENCE"), grid] if grid.row_count else []


def _marked(analysis: Analysis, sentence: SentenceTone) -> Text:
    """Give a sentence with the words that carry it underlined."""
    document, shown, last = analysis.document, text(""), sentence.span.start
    traces = sentence.valence.evidence if sentence.valence else ()
    for trace in sorted(traces, key=lambda trace: trace.span):
        if trace.span.start < last:
            continue
        shown.append(squeezed(document.shown(Span(last, trace.span.start))))
        shown.append(squeezed(document.shown(trace.span)), "underline")
        last = max(last, trace.span.end)
    return shown.append(squeezed(document.shown(Span(last, sentence.span.end))))


def _reading(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Say how hard the text is to read, how long its sentences are, and which are longest."""
    tallied = analysis.counts
    lengths = [sentence.tally.words for sentence in tallied.sentences]
    if not lengths:
        return []
    said = f"{quantity(round(sum(lengths) / len(lengths)), 'word')} a sentence on average"
    said += f", {min(lengths)} to {max(lengths)}." if min(lengths) < max(lengths) else "."
    if len(lengths) >= FEW_SENTENCES:
        said += f" Longest: {_longest(analysis.document, tallied)}."
        said += f" Lengths by fives: {_levels(style.distribution(lengths), ink)}"
    return [_heading("READING"), _indented(text(f"{_grade(analysis)} {said}"), 3)]


def _grade(analysis: Analysis) -> str:
    """Give the grade and the ease, as far as the text is long enough."""
    grade, ease = (analysis.value(name) for name in ("flesch-kincaid-grade", "flesch-reading-ease"))
    eased = f"ease {ease.value:.0f}" if ease else ""
    if grade:
        return f"Grade {grade.value:.1f} (Flesch–Kincaid), {eased}."
    return f"{eased.capitalize()} (Flesch); no grade under 100 words." if ease else ""


def _longest(document: Document, tallied: style.Counts) -> str:
    """Name the longest sentences by line and words."""
    return ", ".join(
        f"L{document.line(sentence.span.start)} ({sentence.tally.words})"
        for sentence in style.longest(tallied)
    )


def _levels(counts: Sequence[int], ink: Ink) -> str:
    """Draw a row of columns; where there is nothing, a dot."""
    levels, most = ink.glyphs.up, max(counts)
    return "".join(
        levels[(count * len(levels) - 1) // most] if count else ink.glyphs.dot for count in counts
    )


def _indented(words: Text, by: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(words, (0, 0, 0, by))


def _every(analysis: Analysis, ink: Ink) -> list[RenderableType]:
    """Show every measure with its unit."""
    grid = _grid(0, 0, 1)
    for measure in MEASURES:
        value = analysis.value(measure.name)
        shown = f"{value.value:.2f}" if value else ink.glyphs.dash
        note = measure.unit if value else f"{measure.unit}; {measure.undefined}"
        grid.add_row("", measure.name, text(shown), text(note, "dim"))
    return [_heading("ALL MEASURES", "tenor explain NAME says how each is made"), grid]


def _foot(analysis: Analysis) -> list[RenderableType]:
    """Name what was left out of the numbers, and where there is more."""
    left_out = _left_out(analysis.document)
    more = "--json · --all · tenor explain FILE:LINE"
    said = [f"Left out of all numbers: {left_out}."] if left_out else []
    return [text(line, "dim") for line in [*said, more]]


def _left_out(document: Document) -> str:
    """List the reasons for leaving out, each with its lines."""
    places: dict[str, list[LeftOut]] = {}
    for out in document.left_out:
        places.setdefault(out.reason, []).append(out)
    return ", ".join(
        f"{safe(reason)}{f' ×{len(outs)}' if len(outs) > 1 else ''} ({_lines(document, outs)})"
        for reason, outs in places.items()
    )


def _lines(document: Document, outs: Sequence[LeftOut]) -> str:
    """Give the range of lines of some stretches."""
    first = document.line(outs[0].span.start)
    last = document.line(max(out.span.end for out in outs) - 1)
    return f"L{first}" if first == last else f"L{first}–{last}"
