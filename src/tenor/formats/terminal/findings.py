"""Findings as a person reads them: the message, the line with the place marked, the help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.finding import Finding, Run
from tenor.formats.findings.tally import summary
from tenor.formats.safe import replaced, safe
from tenor.formats.terminal.ink import Ink, text

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}
#: How many further places are named.
_ALSO = 2
#: Of a window, the share that stands before the place.
_BEFORE = 0.25
#: A window has so many cells at least; the rule before it, " | ", takes so many.
_NARROWEST, _RULE = 20, 3
#: The help and where there is more stand at least so far apart.
_GAP = 4


def draw(run: Run, ink: Ink) -> str:
    """Draw every finding, then the count."""
    parts = [part for one in run.findings for part in _finding(one, ink)]
    return ink.draw([*parts, text(summary(run), "bold")])


def _finding(one: Finding, ink: Ink) -> Iterator[Text]:
    """Draw one finding."""
    line, column = one.place.start
    head = text(one.check, "bold").append(f" {one.severity}", _STYLES[one.severity])
    yield head.append(f"  {safe(one.message)}", "not bold")
    yield text("  --> ", "dim").append(f"{safe(one.file)}:{line}:{column}", "not dim")
    gutter = len(str(line))
    bar = text(" " * gutter + " | ", "dim")
    yield bar
    shown, marks = _window(one, max(_NARROWEST, ink.width - gutter - _RULE), ink)
    yield text(f"{line}").append(" | ", "dim").append(shown, "not dim")
    under = bar.copy().append(marks, _STYLES[one.severity])
    label = safe(one.label)
    if label and gutter + _RULE + 1 + len(marks) + len(label) <= ink.width:
        yield under.append(f" {label}", "not dim")
    else:
        yield under
        if label:
            yield text(f"{' ' * gutter} = ", "dim").append(label, "not dim")
    for words in _notes(one, ink.width - gutter - _RULE):
        yield text(f"{' ' * gutter} = ", "dim").append(words, "not dim")
    yield text("")


def _notes(one: Finding, width: int) -> Iterator[str]:
    """Give the further places and the help."""
    also = [f"{line}:{column}" for line, column in (t.place.start for t in one.evidence[:_ALSO])]
    if also:
        yield f"also: {', '.join(also)}"
    explain = f"tenor explain {one.check}"
    help_ = f"help: {safe(one.help)}" if one.help else ""
    if help_ and len(help_) + _GAP + len(explain) <= width:
        yield f"{help_}{explain:>{width - len(help_)}}"
    else:
        yield from filter(None, (help_, explain))


def _window(one: Finding, width: int, ink: Ink) -> tuple[str, str]:
    """Cut a line to the width around the place, in terminal cells, and mark the place under it."""
    from rich.cells import cell_len

    source = one.source
    chars = replaced(source.text, lambda _: " ")
    start = max(0, one.place.start.column - source.column)
    is_within = one.place.end.line == one.place.start.line
    end = one.place.end.column - source.column if is_within else len(chars)
    end = max(start + 1, min(end, len(chars)))
    cut = ink.glyphs.cut
    room = width - 2 * len(cut)
    left = _back(chars, start, int(room * _BEFORE) if cell_len(chars) > width else width)
    right = _forth(chars, left, room if left or cell_len(chars) > width else width)
    before = cut if left or source.is_cut_before else ""
    after = cut if right < len(chars) or source.is_cut_after else ""
    lead = " " * cell_len(before + chars[left:start])
    return before + chars[left:right] + after, lead + "^" * max(
        1, cell_len(chars[start : min(end, right)])
    )


def _back(chars: str, start: int, cells: int) -> int:
    """Go back from a place by so many cells."""
    from rich.cells import cell_len

    while start and cells > 0:
        start -= 1
        cells -= cell_len(chars[start])
    return start


def _forth(chars: str, start: int, cells: int) -> int:
    """Go on from a place by so many cells at most."""
    from rich.cells import cell_len

    while start < len(chars) and cells >= cell_len(chars[start]):
        cells -= cell_len(chars[start])
        start += 1
    return start
