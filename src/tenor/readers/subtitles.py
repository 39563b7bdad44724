"""Subtitles, SubRip and WebVTT: what is said; a sentence may go on in the next cue."""

from __future__ import annotations

import re

from tenor.document import Reading, Span
from tenor.readers.sheet import Line, Sheet, run_end

_TIME = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d{1,3}\s*+-->")
_HEAD = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")
_MARKUP = re.compile(r"</?[A-Za-z\d][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
_ENDS = re.compile(r"[.!?…][\"'”’)\]♪]*\s*+(?:</\w+>)?$")
_SPEAKER = re.compile(r"[-–—]\s?+(?=\S)|>>\s?+")


def read(text: str) -> Reading:
    """Read subtitles: numbers, times, settings and tags are left out."""
    sheet = Sheet(text, inlines)
    spoken: list[Span] = []
    place = 0
    while place < len(sheet.lines):
        line = sheet.lines[place]
        if _HEAD.match(line.words):
            after = run_end(sheet.lines, place)
            is_note = line.words.startswith("NOTE")
            sheet.leave_out_lines(place, after, "comment" if is_note else "directive")
            place = after
            continue
        if _is_machinery(sheet, place):
            sheet.leave_out_lines(place, place + 1, "directive")
        elif line.words:
            spoken = _spoken(sheet, line, spoken)
        place += 1
    sheet.pieces("paragraph", spoken)
    return sheet.reading()


def _is_machinery(sheet: Sheet, place: int) -> bool:
    """Tell whether a line is a cue's time, or the name it has above that."""
    words = sheet.lines[place].words
    below = sheet.lines[place + 1].words if place + 1 < len(sheet.lines) else ""
    is_named = (
        bool(words) and _TIME.match(below) and (place == 0 or not sheet.lines[place - 1].words)
    )
    return _TIME.match(words) is not None or bool(is_named)


def _spoken(sheet: Sheet, line: Line, before: list[Span]) -> list[Span]:
    """Add a line to what is being said, or begin anew after a sentence or with a speaker."""
    speaker = _SPEAKER.match(line.words)
    start = line.ink + (speaker.end() if speaker else 0)
    sheet.erase(line.ink, start)
    last = sheet.text[before[-1].start : before[-1].end] if before else ""
    if before and (speaker or _ENDS.search(last[-40:])):
        sheet.pieces("paragraph", before)
        before = []
    return (
        [*before, Span(start, line.end)] if len(before) < 40 else _fresh(sheet, before, start, line)
    )


def _fresh(sheet: Sheet, before: list[Span], start: int, line: Line) -> list[Span]:
    """Begin anew where nothing has ended for long, as without any marks."""
    sheet.pieces("paragraph", before)
    return [Span(start, line.end)]


def inlines(sheet: Sheet, start: int, end: int) -> None:
    """Silence tags."""
    for mark in _MARKUP.finditer(sheet.text, start, end):
        sheet.hush(*mark.span())
