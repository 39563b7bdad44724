"""What in a letter its writer did not say in it: headers, quoted replies, signatures, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tenor.document import NOTHING, LeftOut, Reason
from tenor.readers.mask import tight
from tenor.readers.sheet import Line, run_end
from tenor.readers.typography import fold

#: A line of a reply that is quoted, in mail; elsewhere a bar is the edge of a table.
QUOTE = re.compile(r">|\|\s")
_ARROW = re.compile(r">")
_QUOTATION = re.compile(r">[\s>]*[^\W\d]")
_NEVER = re.compile(r"(?!)")
_WROTE = re.compile(
    r"(?:On|Le|Am|Il|El|Op|Den)\s.{0,200}(?::|wrote|<[^>]*@[^>]*>)\s*$|.{0,200}\swrote:\s*$"
)
#: What stands over a reply that is not marked line by line: it says the day, the time and who.
_DATED = re.compile(r"On\s.{0,60}\d.{0,60}\d\d?[:.]\d\d.{0,160}\swrote:$")
_ATTRIBUTION = 400
_ORIGINAL = re.compile(
    r"(?:-{2,}\s?(?:Original Message|Forwarded message|Reply Message)\s?-*|_{20,}"
    r"|Begin forwarded message:)\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*?From:\*?\s.*[@\w]")
_SENT = re.compile(r"\*?(?:Sent|Date|To|Subject):\*?\s")
_DEVICE = re.compile(r"Sent (?:from|with|via|using) (?:my|the|Yahoo|Mail|Outlook|Gmail)\b.{0,60}$")

#: The headers of a letter that people see, two of which make one …
_SEEN = r"from|to|cc|subject|date|sent|re"
#: … and the others.
_HEADER = re.compile(
    rf"\*{{0,2}}(?P<name>{_SEEN}|bcc|sender|reply-to|return-path|received|message-id|mime-version"
    r"|content-[\w-]+|in-reply-to|references|importance|priority|attachments?|delivered-to|list-\w+"
    r"|user-agent|organi[sz]ation|thread-\w+|x-[\w-]+):\*{0,2}(?:\s+(?P<value>\S.*)|$)",
    re.IGNORECASE,
)
_IS_SEEN = re.compile(rf"(?:{_SEEN})", re.IGNORECASE)
#: The line over each letter in a box of them.
_ENVELOPE = re.compile(r"From \S+\s.*\d\d:\d\d(?::\d\d)?\s.*\d{4}")
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening))\b.{0,60}$", re.IGNORECASE
)
#: A signature in what is no letter has at most so many lines, none longer than this.
_LAST, _WIDTH = 8, 80

#: What a notice at the foot of a firm's mail says: so many of these in one paragraph.
_NOTICE = re.compile(
    r"""(?P<secret>confidential|privileged|proprietary)
    | (?P<whom>intended\s(?:solely|only|exclusively)\sfor
      |(?:intended|named)\s(?:recipient|addressee))
    | (?P<mail>e-?mail|message|transmission|communication)
    | (?P<ban>delete|destroy|notify\sthe\ssender|disclos|disseminat|prohibited|unauthori[sz]ed)""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNS = 3
_WHOM = ("intended", "recipient", "addressee")
#: A line that begins otherwise needs no further look: no letter's furniture begins on it.
_MARKED = re.compile(r"[-_>|*]|from:|sent |begin forwarded", re.IGNORECASE)


class Letter(NamedTuple):
    """A letter's lines among those of a text, half-open, and what begins a line that it quotes.

    `is_mail` where it is one for sure.
    """

    lines: Sequence[Line]
    first: int
    after: int
    quote: re.Pattern[str] = QUOTE
    is_mail: bool = True


class Mail(NamedTuple):
    """What of a plain text is a letter's furniture, and the subject of the first letter."""

    outs: list[LeftOut]
    subject: str | None


def mail(text: str, lines: Sequence[Line]) -> Mail:
    """Find letters in a plain text: their headers, replies that they quote, their signatures.

    Where there is no letter, lines with a `>` are quotations if there are two or more, and a
    signature is a few short lines at the end.
    """
    heads = list(_heads(lines))
    outs = [
        LeftOut(span, "mail header")
        for first, after, _ in heads
        if (span := tight(text, lines[first].start, lines[after - 1].end))
    ]
    is_mail = bool(heads) or any(_is_of_mail(line.words) for line in lines)
    arrows = sum(line.words[:1] == ">" and bool(_QUOTATION.match(line.words)) for line in lines)
    is_quoting = is_mail or arrows > 1 or any(line.words.endswith("wrote:") for line in lines)
    quote = _ARROW if is_quoting else _NEVER
    starts = [0, *(after for _, after, _ in heads)]
    ends = [*(first for first, _, _ in heads), len(lines)]
    for start, end in zip(starts, ends, strict=True):
        outs += said_by_others(text, Letter(lines, start, end, quote, is_mail))
    return Mail(outs, next((subject for _, _, subject in heads if subject), None))


def _is_of_mail(words: str) -> bool:
    """Tell a line that stands only in letters."""
    is_marked = _MARKED.match(words) is not None and not words.startswith("_")
    return is_marked and bool(_ORIGINAL.match(words) or _DEVICE.match(words))


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the headers of each letter, as their lines and the subject."""
    is_start, is_top = True, True
    place = 0
    while place < len(lines):
        words = lines[place].words
        head = None
        if words and (is_top or (is_start and _ENVELOPE.fullmatch(words))):
            head = _head(lines, place)
        if head:
            yield (place, *head)
        is_start, is_top = not words, is_top and not words
        place = head[0] if head else place + 1


def _head(lines: Sequence[Line], first: int) -> tuple[int, str | None] | None:
    """Give the line after the headers that begin on a line, and the subject, if it is a head."""
    is_envelope = _ENVELOPE.fullmatch(lines[first].words) is not None
    after, place = first, first + is_envelope
    seen: dict[str, str] = {}
    while place < len(lines):
        line = lines[place]
        header = _HEADER.fullmatch(line.words)
        if header:
            seen.setdefault(header["name"].lower(), header["value"] or "")
        elif line.words and not (line.indent and after == place):
            break
        after = place + 1 if line.words else after
        place += 1
    shown = [name for name in seen if _IS_SEEN.fullmatch(name)]
    is_greeted = place < len(lines) and _GREETING.match(lines[place].words) is not None
    if len(shown) > 1 or (is_envelope and seen) or ("subject" in seen and is_greeted):
        return after, _title(seen.get("subject") or seen.get("re"))
    return None


def _title(subject: str | None) -> str | None:
    """Give a subject as one line of words."""
    return " ".join(fold(subject or "").replace(NOTHING, "").split()) or None


def said_by_others(text: str, letter: Letter) -> list[LeftOut]:
    """Find quoted replies, signatures and notices in a letter."""
    outs: list[LeftOut] = []
    foreign = _Foreign(letter)
    place = letter.first
    while place < letter.after:
        reason, end = foreign.begins(place)
        if reason:
            span = tight(text, letter.lines[place].ink, letter.lines[end - 1].end)
            outs += [LeftOut(span, reason)] if span else []
        place = end if reason else place + 1
    return outs


def _is_noted(words: str) -> bool:
    """Tell whether words may be of a notice: they say for whom something is."""
    lowered = words.lower()
    return any(sign in lowered for sign in _WHOM)


class _Foreign:
    """The lines of one letter, of which those are sought that its writer did not say."""

    def __init__(self, letter: Letter) -> None:
        self.lines = letter.lines
        self.after = letter.after
        self.quote = letter.quote
        self.is_mail = letter.is_mail
        words = [line.words for line in letter.lines[letter.first : letter.after]]
        self.is_noted = _is_noted(" ".join(words))
        self.is_answer = any(line.endswith("wrote:") or letter.quote.match(line) for line in words)

    def begins(self, place: int) -> tuple[Reason | None, int]:
        """Say what begins on a line, and where that ends."""
        words = self.lines[place].words
        if _MARKED.match(words):
            if self._is_signed(place):
                return "signature", self.after
            if _DEVICE.match(words):
                return "signature", place + 1
            if self._is_whole(place):
                return "quoted reply", self.after
            if self.quote.match(words):
                return "quoted reply", self._quote_end(place)
        reply = self._attribution_end(place) if self.is_answer else None
        if reply:
            return "quoted reply", reply
        return self._notice(place) if self.is_noted else (None, place)

    def _is_signed(self, place: int) -> bool:
        """Tell the mark of a signature, a person's or a mailing list's, from a line across."""
        words = self.lines[place].words
        if words.startswith("_"):
            return _ORIGINAL.match(words) is not None and self._is_last(place)
        return words == "--" and (self.is_mail or self._is_last(place))

    def _is_last(self, place: int) -> bool:
        """Tell whether but a few short lines come after a line."""
        rest = self.lines[place + 1 : min(self.after, place + 1 + _LAST)]
        is_short = all(line.end - line.start <= _WIDTH for line in rest)
        return place + 1 + _LAST >= self.after and is_short and any(line.words for line in rest)

    def _is_whole(self, place: int) -> bool:
        """Tell what begins a mail that is quoted whole: a line that says so, or its headers."""
        words = self.lines[place].words
        if words.startswith("_") and _ORIGINAL.match(words):
            return self._is_forwarded(place + 1)
        return _ORIGINAL.match(words) is not None or self._is_forwarded(place)

    def _is_forwarded(self, place: int) -> bool:
        """Tell headers of a mail; in what is no letter there must be three, at the edge."""
        if place + 1 >= self.after or not _FROM.match(self.lines[place].words):
            return False
        if not _SENT.match(self.lines[place + 1].words):
            return False
        below = self.lines[place + 2].words if place + 2 < self.after else ""
        return self.is_mail or (not self.lines[place].indent and bool(_HEADER.fullmatch(below)))

    def _attribution_end(self, place: int) -> int | None:
        """Give the line after the reply that "… wrote:", over one to three lines, leads to."""
        words = ""
        for last in range(place, min(place + 3, self.after)):
            if not self.lines[last].words:
                return None
            words = f"{words} {self.lines[last].words}".strip()
            reply = last + 1
            while reply < min(last + 3, self.after) and not self.lines[reply].words:
                reply += 1
            if reply >= self.after:
                return None
            is_quoted = self.quote.match(self.lines[reply].words) is not None
            if _WROTE.match(words) and is_quoted:
                return self._quote_end(reply)
            if words.endswith("wrote:") and len(words) < _ATTRIBUTION and _DATED.match(words):
                return self.after
        return None

    def _quote_end(self, place: int) -> int:
        """Give the line after a run of quoted lines and the blank ones among them."""
        end = place
        while place < self.after and self._is_quoted(place):
            place += 1
            end = place if self.lines[place - 1].words else end
        return end

    def _is_quoted(self, place: int) -> bool:
        words = self.lines[place].words
        return not words or self.quote.match(words) is not None

    def _notice(self, place: int) -> tuple[Reason | None, int]:
        """Take a paragraph that says to whom a mail may be shown."""
        is_start = place == 0 or not self.lines[place - 1].words
        if not is_start or not self.lines[place].words:
            return None, place
        end = min(run_end(self.lines, place), self.after)
        words = [line.words for line in self.lines[place:end]]
        if not _is_noted(" ".join(words)):
            return None, place
        signs = {sign.lastgroup for line in words for sign in _NOTICE.finditer(line)}
        is_notice = len(signs) >= _SIGNS and {"whom", "mail"} <= signs
        return ("disclaimer", end) if is_notice else (None, place)
