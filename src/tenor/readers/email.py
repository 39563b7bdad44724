"""E-mail: what its writer says in it, at its exact places.

Quoted-printable is read where it stands; base64 has no places to point at and is left out.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from typing import NamedTuple

from tenor.document import NOTHING, Reading, Span
from tenor.errors import InputError
from tenor.readers import html, letters, plain
from tenor.readers.mask import Edit, blank, decoded, settle, silence, splice
from tenor.readers.sheet import Sheet, lines_of
from tenor.readers.typography import fold

_HEADER = re.compile(r"(?:From |[!-9;-~]+:)")
_HEX_RUN = re.compile(r"(?:=[0-9A-Fa-f]{2})+|=[^\S\r\n]*(?:\r\n|\r|\n|\Z)")


class _Part(NamedTuple):
    """A part of a message: what it is, how it is encoded, and its lines."""

    kind: str
    encoding: str
    charset: str
    is_attached: bool
    first: int
    after: int


def read(text: str) -> Reading:
    """Read an e-mail: headers, quoted replies, signatures and attachments are left out.

    Raises InputError, a TenorError, where all its text is in base64.
    """
    sheet = Sheet(text, lambda _sheet, _start, _end: None)
    parts, subject = _parts(sheet)
    chosen = _chosen(sheet, parts)
    if parts and not chosen and any(part.encoding == "base64" for part in parts):
        raise InputError("its text is in base64: save it as text, or `munpack` it first")
    for part in parts:
        if part not in chosen:
            is_coded = part.encoding == "base64"
            sheet.leave_out_lines(part.first, part.after, "encoded" if is_coded else "attachment")
    readings = [_read_part(sheet, part) for part in chosen]
    return _joined(sheet, readings, subject)


def _joined(sheet: Sheet, readings: list[tuple[Span, Reading]], subject: str | None) -> Reading:
    """Put the parts' readings in their places, with spaces around them."""
    pieces, reached = [], 0
    left_out = list(sheet.left_out)
    for (start, end), reading in readings:
        pieces += [" " * (start - reached), reading.plain[start:end]]
        reached = end
        left_out += [out for out in reading.left_out if start <= out.span.start]
    pieces.append(" " * (len(sheet.text) - reached))
    blocks = [block for _, reading in readings for block in reading.blocks]
    return Reading("".join(pieces), tuple(blocks), settle(left_out), subject)


def _parts(sheet: Sheet) -> tuple[list[_Part], str | None]:
    """Find the parts of a message that hold no others, and its subject; leave headers out."""
    lines = sheet.lines
    body, headers = _headers(sheet, 0)
    subject = _subject(headers)
    boundaries = [boundary] if (boundary := headers.get_boundary()) else []
    if not boundaries or headers.get_content_maintype() != "multipart":
        return [_part(headers, body, len(lines))], subject
    parts: list[_Part] = []
    open_part, edge = None, body
    place = body
    while place < len(lines):
        words = lines[place].words
        name = words[2:] if words.startswith("--") else ""
        is_last = name.removesuffix("--") in boundaries and name not in boundaries
        if not (name in boundaries or is_last):
            place += 1
            continue
        _close(sheet, parts, open_part, edge, place)
        sheet.leave_out_lines(place, place + 1, "mail header")
        place, open_part, edge = place + 1, None, place + 1
        if not is_last:
            place, inner = _headers(sheet, place)
            edge = place
            boundary = inner.get_boundary()
            if inner.get_content_maintype() == "multipart" and boundary:
                boundaries.append(boundary)
            else:
                open_part = inner
    _close(sheet, parts, open_part, edge, len(lines))
    return parts, subject


def _close(
    sheet: Sheet, parts: list[_Part], headers: Message | None, first: int, after: int
) -> None:
    """End the part that is open; what stands between parts is for programs without MIME."""
    if headers is None:
        sheet.leave_out_lines(first, after, "mail header")
    else:
        parts.append(_part(headers, first, after))


def _part(headers: Message, first: int, after: int) -> _Part:
    """Say what a part is."""
    encoding = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = str(headers.get_content_charset("utf-8"))
    is_attached = headers.get_content_disposition() == "attachment"
    return _Part(headers.get_content_type(), encoding, charset, is_attached, first, after)


def _headers(sheet: Sheet, place: int) -> tuple[int, Message]:
    """Leave the headers out that begin on a line; give the line after them, and what they say."""
    after = place
    lines = sheet.lines
    while after < len(lines) and lines[after].words:
        is_more = lines[after].indent > 0 and after > place
        if not is_more and not _HEADER.match(lines[after].words):
            break
        after += 1
    sheet.leave_out_lines(place, after, "mail header")
    header_lines = [sheet.text[line.start : line.end] for line in lines[place:after]]
    return after, HeaderParser().parsestr("\n".join(header_lines) + "\n\n")


def _subject(headers: Message) -> str | None:
    """Give the subject as one line of words."""
    subject = headers.get("Subject")
    if subject is None:
        return None
    try:
        pieces = decode_header(str(subject))
        words = "".join(
            piece if isinstance(piece, str) else piece.decode(charset or "latin-1", "replace")
            for piece, charset in pieces
        )
    except (HeaderParseError, MessageError, LookupError, ValueError):
        words = str(subject)
    return " ".join(fold(words).replace(NOTHING, "").split()) or None


def _chosen(sheet: Sheet, parts: list[_Part]) -> list[_Part]:
    """Choose the parts to read: the plain ones, else those in HTML; an empty one is none."""
    readable = [
        part
        for part in parts
        if not part.is_attached
        and part.encoding != "base64"
        and any(line.words for line in sheet.lines[part.first : part.after])
    ]
    for kind in ("text/plain", "text/html"):
        chosen = [part for part in readable if part.kind == kind]
        if chosen:
            return chosen
    return []


def _read_part(sheet: Sheet, part: _Part) -> tuple[Span, Reading]:
    """Read a part with its encoding undone, as a text that has nothing around it."""
    size = len(sheet.text)
    start = sheet.lines[part.first].start if part.first < len(sheet.lines) else size
    end = sheet.lines[part.after - 1].end if part.after > part.first else start
    edits: list[Edit] = []
    if part.encoding == "quoted-printable":
        edits = list(_printable(sheet.text, start, end, part.charset))
    body = splice(sheet.text[:end], [blank(0, start), *edits]) + " " * (size - end)
    if part.kind == "text/html":
        return Span(start, end), html.read(body)
    lines = lines_of(body)
    outs = letters.said_by_others(body, letters.Letter(lines, 0, len(lines)))
    masked = splice(body, [blank(*out.span) for out in outs])
    reading = plain.read(masked)
    return Span(start, end), reading._replace(left_out=(*reading.left_out, *outs))


def _printable(text: str, start: int, end: int, charset: str) -> list[Edit]:
    """Read quoted-printable where it stands: each character at its first byte."""
    edits: list[Edit] = []
    for run in _HEX_RUN.finditer(text, start, end):
        if run[0][1:].strip() and run[0][1:2].strip():
            data = bytes.fromhex(run[0].replace("=", ""))
            edits += _characters(data, run.start(), charset)
        else:
            edits.append(silence(*run.span()))
    return edits


def _characters(data: bytes, start: int, charset: str) -> list[Edit]:
    """Give the edits that read bytes as characters, three marks of source to a byte."""
    try:
        words = data.decode(charset, "replace")
        widths = [len(char.encode(charset, "replace")) for char in words]
    except (LookupError, UnicodeError, ValueError):
        words, widths = data.decode("latin-1"), [1] * len(data)
    edits = []
    for char, width in zip(words, widths, strict=True):
        width = 1 if char == "\ufffd" else width  # noqa: PLW2901 - what was no character
        end = min(start + 3 * max(width, 1), start + 3 * len(data))
        edits.append(decoded(start, end, " " if char in "\r\n" else char))
        start = end
    return edits
