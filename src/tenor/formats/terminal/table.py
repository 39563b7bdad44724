"""Several texts: a row each, and a total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenor.errors import Failure
from tenor.formats.safe import safe
from tenor.formats.terminal.ink import CRITICAL, WARM, Ink, text
from tenor.formats.terminal.layout import NARROW
from tenor.measure import quantity
from tenor.summary import STRIP, Summary
from tenor.tone import NEUTRAL_BAND
from tenor.verdict import sign

if TYPE_CHECKING:
    from rich.text import Text

#: A mark is full at this valence.
_FULL = 0.6


def draw(texts: Sequence[Summary], ink: Ink, failures: Sequence[Failure] = ()) -> str:
    """Draw the table: words, tone, arc, two themes and grade of each text, then what is unread."""
    from rich.table import Table

    is_wide = ink.width > NARROW
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_footer=False)
    grid.add_column("text", overflow="fold", ratio=3)
    grid.add_column("words", justify="right", no_wrap=True)
    grid.add_column("tone", justify="right", no_wrap=True)
    if is_wide:
        grid.add_column("arc", no_wrap=True, min_width=STRIP)
    grid.add_column("themes", overflow="fold", ratio=2)
    grid.add_column("grade", justify="right", no_wrap=True)
    for one in texts:
        grid.add_row(*_row(one, ink, is_wide=is_wide))
    grid.add_row(*_total(texts, ink, is_wide=is_wide), style="bold")
    return ink.draw([grid, *map(_unread, failures)])


def _unread(one: Failure) -> Text:
    """Name a file that could not be read."""
    return text(f"{safe(one.file)} could not be read: {safe(one.reason)}")


def _row(one: Summary, ink: Ink, *, is_wide: bool) -> list[Text]:
    """Make one text's row."""
    return [
        text(safe(one.name)),
        text(f"{_size(one):,}"),
        _signed(one.valence, ink),
        *([strip(one.strip, ink)] if is_wide else []),
        text("not English" if one.is_foreign else ", ".join(map(safe, one.themes[:2]))),
        text(_number(one.measures["flesch-kincaid-grade"])),
    ]


def _size(one: Summary) -> int:
    """Count the words that are read, or all where none are."""
    return one.language.words if one.is_foreign else one.words


def _total(texts: Sequence[Summary], ink: Ink, *, is_wide: bool) -> list[Text]:
    """Make the last row: all words, the mean tone by sentence."""
    words = sum(map(_size, texts))
    pairs = [(one.valence, one.sentences) for one in texts if one.valence is not None]
    count = sum(weight for _, weight in pairs)
    mean = sum(value * weight for value, weight in pairs) / count if count else None
    total = [text(quantity(len(texts), "text")), text(f"{words:,}"), _signed(mean, ink)]
    return [*total, *([text("")] if is_wide else []), text(""), text("")]


def strip(values: Sequence[float], ink: Ink) -> Text:
    """Draw an arc in one row: a rising mark for warm, a hanging one for critical."""
    row = text("")
    for value in values:
        if value <= -NEUTRAL_BAND:
            row.append(_level(-value, ink.glyphs.fall), CRITICAL)
        else:
            is_warm = value >= NEUTRAL_BAND
            row.append(_level(value, ink.glyphs.rise) if is_warm else ink.glyphs.dot, WARM)
    return row


def _level(value: float, levels: str) -> str:
    return levels[min(len(levels) - 1, int(value / _FULL * len(levels)))]


def _signed(value: float | None, ink: Ink) -> Text:
    """Give a valence with its sign and colour."""
    if value is None:
        return text(ink.glyphs.dash)
    way = sign(value)
    mark = {1: ink.glyphs.warm, -1: ink.glyphs.critical, 0: ink.glyphs.even}[way]
    return text(f"{mark} {value:+.2f}", {1: WARM, -1: CRITICAL, 0: ""}[way])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
