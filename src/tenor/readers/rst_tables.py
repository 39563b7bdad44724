"""reStructuredText's tables: cells by the columns that their borders draw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tenor.document import Block, Span
from tenor.readers.sheet import Line, Sheet

_GRID = re.compile(r"\+(?:[-=]++\+)++")
_BORDER = re.compile(r"={2,}+(?:\s++={2,}+)++")
_DASHES = re.compile(r"[-=\s]++")
_SPLIT = re.compile(r"[|+]")
_SENTENCE = re.compile(r"(?:(?<!\S)\w\S*+\s++){3}[^.!?]{0,300}+[.!?](?:\s|$)")
_BULLET = re.compile(r"\s*+[-*+]\s(?=\S)")

#: Cells with more words, on average, hold prose.
_WORDS = 6

_Cells = defaultdict[int, list[Span]]


def is_grid(words: str) -> bool:
    """Tell whether a line is the border of a grid."""
    return _GRID.fullmatch(words) is not None


def is_border(words: str) -> bool:
    """Tell whether a line is the border of a simple table."""
    return _BORDER.fullmatch(words) is not None


def is_data(sheet: Sheet, cells: Sequence[Block]) -> bool:
    """Tell whether cells hold but a few words each, and no sentence."""
    texts = [sheet.text[slice(*cell.span)] for cell in cells]
    words = sum(len(text.split()) for text in texts)
    return words <= _WORDS * len(cells) and not any(map(_SENTENCE.search, texts))


def grid(sheet: Sheet, place: int) -> int:
    """Take a grid's cells, and give the line after it."""
    edges = _edges(sheet.lines[place])
    cells: _Cells = defaultdict(list)
    while place < len(sheet.lines) and sheet.lines[place].words[:1] in {"|", "+"}:
        line = sheet.lines[place]
        if line.words.startswith("+") or "+--" in line.words or "--+" in line.words:
            _flush(sheet, cells)
            edges = sorted({*edges, *_edges(line)})
        _grid_line(sheet, line, edges, cells)
        place += 1
    _flush(sheet, cells)
    return place


def _edges(line: Line) -> list[int]:
    """Give how far in the columns' edges are."""
    return [mark.start() for mark in re.finditer(r"\+", line.words)]


def _grid_line(sheet: Sheet, line: Line, edges: Sequence[int], cells: _Cells) -> None:
    """Take a line of a grid: a stretch of each cell."""
    cuts = [edge for edge in edges if line.words[edge : edge + 1] in {"|", "+"}]
    for edge in cuts:
        sheet.erase(line.ink + edge, line.ink + edge + 1)
    for left, right in pairwise(cuts):
        piece = Span(line.ink + left + 1, line.ink + right)
        _add(sheet, piece, cells[left])


def _add(sheet: Sheet, piece: Span, cell: list[Span]) -> None:
    """Add a stretch to a cell; a border is none, and a bullet no word."""
    words = sheet.text[piece.start : piece.end]
    if _DASHES.fullmatch(words):
        sheet.erase(*piece)
        return
    bullet = _BULLET.match(words)
    if bullet:
        sheet.erase(piece.start, piece.start + bullet.end())
        piece = Span(piece.start + bullet.end(), piece.end)
    cell.append(piece)


def _flush(sheet: Sheet, cells: _Cells) -> None:
    """Take the cells of a row."""
    for _, pieces in sorted(cells.items()):
        sheet.pieces("cell", pieces)
    cells.clear()


def simple(sheet: Sheet, first: int, last: int) -> int:
    """Take the cells of a simple table between two of its borders, and give the line after it."""
    starts = [mark.start() for mark in re.finditer(r"=++", sheet.lines[first].words)]
    cells: _Cells = defaultdict(list)
    for line in sheet.lines[first : last + 1]:
        if _DASHES.fullmatch(line.words):
            _flush(sheet, cells)
            sheet.erase(line.start, line.end)
            continue
        _simple_line(sheet, line, sheet.lines[first], starts, cells)
    _flush(sheet, cells)
    return last + 1


def _simple_line(
    sheet: Sheet, line: Line, border: Line, starts: Sequence[int], cells: _Cells
) -> None:
    """Take a line of a simple table; one that leaves the first column empty goes on with a row."""
    if line.indent < border.indent + (starts[1] if len(starts) > 1 else 1):
        _flush(sheet, cells)
    origin = line.start + border.ink - border.start
    edges = [origin + start for start in starts]
    cuts = [edge for edge in edges if edge < line.end and not sheet.text[edge - 1].strip()]
    cuts = sorted({min(origin, line.ink), *cuts}) if line.words else []
    for left, right in pairwise([*cuts, line.end]):
        if right > left:
            _add(sheet, Span(left, right), cells[left - line.start])
