"""Several texts: a row each, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import commonpath
from statistics import median
from typing import TYPE_CHECKING

from tenor.errors import Failure
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import FRAME, NEGATIVE, POSITIVE, Ink, text
from tenor.formats.terminal.layout import NARROW, hints, mark, pasted
from tenor.measure import quantity
from tenor.style import GRADE
from tenor.summary import STRIP, Summary
from tenor.verdict import sign

if TYPE_CHECKING:
    from rich.console import JustifyMethod
    from rich.table import Table
    from rich.text import Text

#: A name takes at most this share of the width before it goes on below, and a title stands beside
#: it from this width on.
_NAME, _ROOMY = 0.33, 100
#: So many themes are named.
_THEMES = 2
#: The columns after the name: how wide each is, and on how wide a terminal it is drawn. What it is
#: about takes the room that is left.
_COLUMNS = {
    "words": (7, 34),
    "tone": (7, 20),
    "arc": (STRIP, NARROW + 1),
    "about": (0, 48),
    "grade": (5, 34),
}
_FIGURES, _GAP = ("words", "grade"), 2
_PIECE = re.compile(r"[^/\\\s_-]*[/\\\s_-]*")


def draw(
    texts: Sequence[Summary], ink: Ink, failures: Sequence[Failure] = (), top: int | None = None
) -> str:
    """Draw a row a text, or the first so many of them, then what is unread."""
    folder = _folder([summary.name for summary in texts])
    words = sum(map(_size, texts))
    counted = f"{quantity(len(texts), 'text')}, {quantity(words, 'word')}"
    head = text(safe(folder), "bold").append(f" ({counted})" if folder else counted, "not bold")
    shown = texts[:top]
    names = [_named(summary, folder, ink) for summary in shown]
    grid = _grid(ink, max(line.cell_len for name in names for line in name.split()))
    for name, summary in zip(names, shown, strict=True):
        _add(grid, name, _row(summary, ink), ink)
    _add(grid, text("mean"), _whole(texts, ink), ink, style="bold")
    more = [text(f"and {len(texts) - len(shown)} more")] if len(shown) < len(texts) else []
    return ink.draw([head, grid, *more, *map(_unread, failures), *_next(texts, ink)])


def _grid(ink: Ink, longest: int) -> Table:
    """Make the table without its rows; what it is about takes the room that is left."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_footer=False)
    columns = _columns(ink)
    name = max(len("text"), min(longest, _room(ink)))
    rest = _left(ink) - name
    grid.add_column("text", overflow="fold", width=name)
    for column in columns:
        justify: JustifyMethod = "right" if column in _FIGURES else "left"
        width = _COLUMNS[column][0] or rest
        grid.add_column(column, overflow="fold", width=width, justify=justify)
    return grid


def _add(grid: Table, name: Text, row: Mapping[str, Text], ink: Ink, style: str = "") -> None:
    """Add a row, with what it has for the columns that there is room for."""
    grid.add_row(name, *(row.get(column, "") for column in _columns(ink)), style=style)


def _columns(ink: Ink) -> list[str]:
    """Name the columns after the name that there is room for."""
    return [column for column, (_, least) in _COLUMNS.items() if ink.width >= least]


def _room(ink: Ink) -> int:
    """Give the room for a name: a share of the width, or all that the figures leave."""
    columns = _columns(ink)
    if "about" in columns:
        return int(ink.width * _NAME)
    return _left(ink)


def _left(ink: Ink) -> int:
    """Give the room that columns of a fixed width leave; rich before 14 ends them with a gap."""
    return ink.width - _GAP - sum(_COLUMNS[column][0] + _GAP for column in _columns(ink))


def _folder(names: Sequence[str]) -> str:
    """Give the folder that all texts lie in, with a slash at its end; nothing if there is none."""
    if len(names) < 2 or not all("/" in name for name in names):
        return ""
    try:
        common = commonpath([name.rpartition("/")[0] or "/" for name in names])
    except ValueError:
        return ""
    return f"{common.rstrip('/')}/" if common else ""


def _row(summary: Summary, ink: Ink) -> dict[str, Text]:
    """Make one text's row, without its name."""
    return {
        "words": text(f"{_size(summary):,}"),
        "tone": _signed(summary.valence, ink),
        "arc": strip(summary.strip, ink),
        "about": text(_about(summary)),
        "grade": text(_figure(summary.measures[GRADE])),
    }


def _about(summary: Summary) -> str:
    """Say what a text is about, as far as it is read."""
    return "not English" if summary.is_foreign else safe(", ".join(summary.themes[:_THEMES]))


def _named(summary: Summary, folder: str, ink: Ink) -> Text:
    """Name a text below the folder of all, with its title where that fits; no word is broken."""
    name = safe(summary.name.removeprefix(folder))
    title = safe(summary.title or "") if ink.width >= _ROOMY else ""
    pieces = _PIECE.findall(f"{name}  {title}" if title and title != name else name)
    first, *others = _lines(pieces, _room(ink))
    named = text(first.rstrip())
    for line in others:
        named.append("\n").append_text(text(line.rstrip()))
    return named


def _lines(pieces: Iterable[str], room: int) -> Iterator[str]:
    """Put pieces of a name on lines; one that is longer than a line stands alone."""
    line = ""
    for piece in pieces:
        if line and len(line) + len(piece.rstrip()) > room:
            yield line
            line = ""
        line += piece
    yield line


def _whole(texts: Sequence[Summary], ink: Ink) -> dict[str, Text]:
    """Make the last row: the mean tone by sentence, and the median grade."""
    pairs = [
        (summary.valence, summary.sentences) for summary in texts if summary.valence is not None
    ]
    count = sum(sentences for _, sentences in pairs)
    mean = sum(valence * sentences for valence, sentences in pairs) / count if count else None
    grades = [grade for summary in texts if (grade := summary.measures[GRADE]) is not None]
    if not grades or "about" not in _columns(ink):
        return {"tone": _signed(mean, ink)}
    label = text("median")
    label.justify = "right"
    return {"tone": _signed(mean, ink), "about": label, "grade": text(_figure(median(grades)))}


def _size(summary: Summary) -> int:
    """Count the words that are read, or all where none are."""
    return summary.language.words if summary.is_foreign else summary.words


def _unread(failure: Failure) -> Text:
    """Name a file that could not be read."""
    return text(f"{safe(failure.file)} could not be read: {safe(failure.reason)}")


def _next(texts: Sequence[Summary], ink: Ink) -> list[Text]:
    """Say what to do next; the first text is named whose name can be pasted and fits."""
    hint = "tenor FILE for the report"
    named = (pasted(summary.name, hint, ink) for summary in texts)
    return hints([next((one for one in named if one != hint), hint), "--sort, --format csv"], ink)


def strip(values: Sequence[float], ink: Ink) -> Text:
    """Draw an arc in one row, about a middle line: up is positive, down negative."""
    row = text("")
    for value in values:
        way = sign(value)
        glyph, style = {
            1: (ink.glyphs.high, POSITIVE),
            -1: (ink.glyphs.low, NEGATIVE),
            0: (ink.glyphs.even, FRAME),
        }[way]
        row.append(glyph, style)
    return row


def _signed(value: float | None, ink: Ink) -> Text:
    """Give a valence with its sign."""
    if value is None:
        return text(ink.glyphs.dash)
    return text("").append(*mark(sign(value), ink)).append(f" {value:+z.2f}")


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
