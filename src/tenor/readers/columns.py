"""Tables in plain text: rows of cells between bars, or under each other behind two spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tenor.document import Span
from tenor.readers.sheet import Line

#: So many rows under each other are a table; fewer with a rule among them.
_ROWS, _RULED_ROWS = 3, 2
#: In this share of the rows a column must begin, or end, at the same place.
_ALIGNED = 0.8
#: What has more words a cell is text in columns, or justified.
_WORDS = 6
_TAB = 8

_RULE = re.compile(r"[|+\s:]*[-=_~]{2,}[-=_~|+\s:]*$")
_BAR = re.compile(r"\s*(?<!\\)\|\s*")
#: What stands between two cells; two spaces behind a sentence are none.
_GAP = re.compile(
    r"\s*\t\s*|\s?(?:\.{4,}|(?:\. ){3,}\.?)\s*|(?<![\s.!?:,;\"')])\s{2,}|(?<=\S)\s{4,}"
)
_RULED = frozenset("|+:-=_~")


def tables(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the runs of lines that are tables, half-open, in order."""
    place = 0
    while place < len(lines):
        after = place
        if _may_be_row(lines[place].words):
            after = max(_end(lines, place, _BAR), _end(lines, place, _GAP))
        if after > place:
            yield Span(place, after)
        place = max(after, place + 1)


def _end(lines: Sequence[Line], place: int, gap: re.Pattern[str]) -> int:
    """Give the line after the table that begins on a line, the line itself if none does."""
    if place and _is_row(lines[place - 1], gap):
        return place  # the run was tried from its first row
    after = place
    while after < len(lines) and _is_row(lines[after], gap):
        after += 1
    rows = [line for line in lines[place:after] if not _RULE.match(line.words)]
    least = _ROWS if len(rows) == after - place else _RULED_ROWS
    if len(rows) < least:
        return place
    is_table = _is_barred(rows) if gap is _BAR else _is_aligned(rows)
    return after if is_table else place


def _is_row(line: Line, gap: re.Pattern[str]) -> bool:
    """Tell a row of cells, or a rule."""
    words = line.words
    if not _may_be_row(words):
        return False
    return gap.search(words) is not None or _RULE.match(words) is not None


def _may_be_row(words: str) -> bool:
    """Tell whether a line has what a gap or a rule needs: most lines need no further look."""
    return (
        "  " in words
        or "|" in words
        or "\t" in words
        or words[:1] in _RULED
        or "...." in words
        or ". . ." in words
    )


def _is_barred(rows: Sequence[Line]) -> bool:
    """Tell whether rows have the same number of bars."""
    counts = Counter(row.words.count("|") for row in rows)
    return counts.most_common(1)[0][1] >= _ALIGNED * len(rows)


def _is_aligned(rows: Sequence[Line]) -> bool:
    """Tell whether a column of short cells begins or ends at one place."""
    starts, words, cells, tabbed = Counter[int](), 0, 0, 0
    for row in rows:
        gaps = list(_GAP.finditer(row.words))
        starts.update(len(row.words[: gap.end()].expandtabs(_TAB)) + row.indent for gap in gaps)
        words += len(row.words.split())
        cells += len(gaps) + 1
        tabbed += any("\t" in gap[0] or "." in gap[0] for gap in gaps)
    if words > _WORDS * cells:
        return False
    enough = _ALIGNED * len(rows)
    return tabbed >= enough or max(starts.values()) >= enough or _is_right(rows, enough)


def _is_right(rows: Sequence[Line], enough: float) -> bool:
    """Tell whether rows end at one place in a number."""
    ends = Counter(row.indent + len(row.words) for row in rows if row.words[-1].isdigit())
    return bool(ends) and ends.most_common(1)[0][1] >= enough
