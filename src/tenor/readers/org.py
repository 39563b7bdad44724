"""Org: which stretches are prose, by its lines and their markup."""

from __future__ import annotations

import re
from functools import cached_property

from tenor.document import BlockKind, LeftOut, Reading, Reason, Span
from tenor.readers.sheet import Line, Markup, Sheet

_HEADING = re.compile(
    r"(?P<stars>\*++)\s++(?:(?:TODO|DONE|NEXT|WAITING|WAIT|HOLD|CANCELL?ED|STARTED|SOMEDAY|PROJ"
    r"|KILL|LOOP|STRT|IDEA)\s++)?(?:\[\#\w\]\s++)?(?:COMMENT\s++)?"
)
_TAGS = re.compile(r"\s++:[\w@#%:]+:$")
_KEYWORD = re.compile(r"#\+(?P<name>[\w-]++)(?:\[[^\]\n]*\])?:\s*+", re.IGNORECASE)
_BEGIN = re.compile(r"#\+begin(?:_(?P<name>\S++)|:)", re.IGNORECASE)
_DRAWER = re.compile(r":(?!END:)[\w-]++:", re.IGNORECASE)
_PLAN = re.compile(r"(?:(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):)")
_ITEM = re.compile(
    r"(?:[-+]|\d{1,4}[.)]|[A-Za-z][.)])(?:\s++|$)(?:\[@\w+\]\s++)?(?:\[[ X-]\]\s++)?"
)
_STAR_ITEM = re.compile(r"\*(?:\s++)(?:\[[ X-]\]\s++)?")
_TERM = re.compile(r"(?P<term>\S[^\n]{0,200}?)\s++::(?:\s++|$)")
_NOTE = re.compile(r"\[fn:[^\]\s:]++\]\s*+")
_PROSE = frozenset(("quote", "verse", "center", "note", "tip", "warning", "abstract", "info"))
_CAPTIONS = frozenset(("caption", "subtitle"))

_MARKUP = re.compile(
    r"""(?P<link>\[\[(?P<target>[^\[\]\n]{1,800})\](?:\[(?P<linked>[^\[\]]{1,600})\])?\])
    | (?P<code>(?<![\w=~])(?P<edge>[=~])(?=[^\s=~])[^\n]{0,300}?
      (?:\n[^\n]{1,200}?)?(?<!\s)(?P=edge)(?![\w=~]))
    | (?P<math>\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]|\$\$[^$\n]{1,300}\$\$
      |(?<![\w$])\$(?![\s$])[^$\n]{0,100}[\\^_={}][^$\n]{0,100}\$(?!\w)
      |(?<![\w$])\$[^$\s]{1,3}\$(?!\w))
    | (?P<note>\[fn:[^\]:\s]{0,80}(?::(?P<noted>[^\[\]]{1,600}))?\])
    | (?P<directive>\{\{\{[^{}\n]{1,200}\}\}\}|@@[^@\n]{1,300}@@|\[cite[^\[\]\n]{1,200}\]
      |(?:src|call)_\w{1,30}(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{0,300}\}
      |[<\[]\d{4}-\d\d-\d\d[^<>\[\]\n]{0,40}[>\]](?:--?[<\[]\d{4}-[^<>\[\]\n]{0,40}[>\]])?
      |<{2,3}[^<>\n]{1,100}>{2,3}|\[\d{0,4}(?:/\d{0,4}|%)\])
    | (?P<url><(?:https?|ftp|mailto|file):[^<>\n]{1,800}>)
    | (?P<break>\\\\(?=\s*$))
    | (?P<emphasis>(?<![\w*/+\\])[*/+_](?=[^\s*/+_,.;])
      |(?<=[^\s*+\\])[*/+_](?=[\s\-.,;:!?'")}\]*/+_]|$))""",
    re.VERBOSE | re.MULTILINE,
)


def read(text: str) -> Reading:
    """Read Org: source blocks, drawers, keywords, time stamps and comments are left out."""
    page = _OrgPage(Sheet(text, inlines))
    return page.sheet.walk(page.markup)


class _OrgPage:
    """A text on the way through its lines."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.unclosed: set[str] = set()

    @cached_property
    def markup(self) -> Markup:
        """Give what a line may begin."""
        forms = (
            self._heading,
            self._block,
            self._keyword,
            self._comment,
            self._drawer,
            self._table,
            self._item,
            self._note,
        )
        return Markup(forms, self._paragraph)

    def _heading(self, place: int, line: Line) -> int | None:
        mark = None if line.indent else _HEADING.match(line.words)
        if mark is None:
            return None
        tags = _TAGS.search(line.words, mark.end() - 1)
        end = line.ink + tags.start() if tags else line.end
        self.sheet.erase(line.ink, line.ink + mark.end())
        self.sheet.leave_out(end, line.end, "directive")
        self.sheet.prose("heading", line.ink + mark.end(), end, min(6, len(mark["stars"])))
        return place + 1

    def _block(self, place: int, line: Line) -> int | None:
        """Take a block: its edges where it holds prose, else all of it."""
        if line.words.lower().startswith("#+end"):
            self.sheet.leave_out_lines(place, place + 1, "directive")
            return place + 1
        mark = _BEGIN.match(line.words)
        if mark is None:
            return None
        name = (mark["name"] or "").lower()
        after = (
            None if name in _PROSE else self._closed(place, f"#+end_{name}" if name else "#+end:")
        )
        if after is None:
            self.sheet.leave_out_lines(place, place + 1, "directive")
            return place + 1
        reason: Reason = "comment" if name == "comment" else "code"
        self.sheet.leave_out_lines(place, after, reason)
        return after

    def _closed(self, place: int, end: str) -> int | None:
        """Give the line after the one that ends so; what is not found is not sought again."""
        if end in self.unclosed:
            return None
        for after in range(place + 1, len(self.lines)):
            if self.lines[after].words.lower() == end:
                return after + 1
        self.unclosed.add(end)
        return None

    def _keyword(self, place: int, line: Line) -> int | None:
        """Leave a keyword out; the title is kept, and a caption is prose."""
        mark = _KEYWORD.match(line.words)
        if mark is None:
            return None
        name, start = mark["name"].lower(), line.ink + mark.end()
        if name == "title" and self.sheet.title is None:
            self.sheet.title = " ".join(line.words[mark.end() :].split()) or None
        if name in _CAPTIONS:
            self.sheet.leave_out(line.ink, start, "directive")
            self.sheet.prose("caption", start, line.end)
        else:
            self.sheet.leave_out_lines(place, place + 1, "front matter")
        return place + 1

    def _comment(self, place: int, line: Line) -> int | None:
        """Leave out a comment, a literal line, or a plan of when."""
        words = line.words
        if words == "#" or words.startswith("# "):
            reason: Reason = "comment"
        elif words == ":" or words.startswith(": "):
            reason = "code"
        elif words.startswith("#+") or _PLAN.match(words):
            reason = "directive"
        elif len(words) > 4 and not words.strip("-"):
            self.sheet.erase(line.start, line.end)
            return place + 1
        else:
            return None
        self.sheet.leave_out_lines(place, place + 1, reason)
        return place + 1

    def _drawer(self, place: int, line: Line) -> int | None:
        """Leave out a drawer."""
        if not _DRAWER.fullmatch(line.words):
            return None
        after = self._closed(place, ":end:")
        if after is None:
            return None
        self.sheet.leave_out_lines(place, after, "directive")
        return after

    def _table(self, place: int, line: Line) -> int | None:
        """Take a row of a table."""
        if not line.words.startswith("|"):
            return None
        if line.words.startswith("|-"):
            self.sheet.erase(line.start, line.end)
            return place + 1
        start = line.ink
        for cell in line.words.split("|"):
            end = start + len(cell)
            self.sheet.prose("cell", start, end)
            self.sheet.erase(end, min(end + 1, line.end))
            start = end + 1
        return place + 1

    def _item(self, place: int, line: Line) -> int | None:
        """Take an item of a list, its mark erased, its term for itself."""
        mark = _ITEM.match(line.words) or (_STAR_ITEM.match(line.words) if line.indent else None)
        if mark is None:
            return None
        start = line.ink + mark.end()
        self.sheet.erase(line.ink, start)
        term = _TERM.match(line.words, mark.end())
        if term:
            self.sheet.prose("item", start, line.ink + term.end("term"))
            self.sheet.erase(line.ink + term.end("term"), line.ink + term.end())
            start = line.ink + term.end()
        return self._paragraph(place, start, "item")

    def _note(self, place: int, line: Line) -> int | None:
        """Take a footnote's text."""
        mark = None if line.indent else _NOTE.match(line.words)
        if mark is None:
            return None
        self.sheet.erase(line.ink, line.ink + mark.end())
        return self._paragraph(place, line.ink + mark.end(), "paragraph")

    def _paragraph(self, place: int, start: int, kind: BlockKind) -> int:
        """Take lines up to a blank one, or one that starts something else."""
        after, indent = place + 1, self.lines[place].indent
        while self.sheet.words(after) and not self._breaks(self.lines[after]):
            if kind == "item" and self.lines[after].indent <= indent:
                break
            after += 1
        self.sheet.prose(kind, start, self.lines[after - 1].end)
        return after

    def _breaks(self, line: Line) -> bool:
        """Tell whether a line ends the paragraph above it."""
        words = line.words
        is_heading = not line.indent and words.startswith("*") and _HEADING.match(words) is not None
        is_order = words.startswith(("#+", "# ", "|", ": ")) or _DRAWER.fullmatch(words) is not None
        is_item = _ITEM.match(words) is not None and words[0] in "-+0123456789"
        return is_heading or is_order or is_item or _PLAN.match(words) is not None


def inlines(sheet: Sheet, start: int, end: int) -> None:
    """Write down what is no plain text in a stretch of prose."""
    for mark in _MARKUP.finditer(sheet.text, start, end):
        if mark["link"]:
            _link(sheet, mark)
        elif mark["code"]:
            sheet.cut(*mark.span(), "code", Span(mark.start() + 1, mark.end() - 1))
        elif mark["math"]:
            sheet.cut(*mark.span(), "math")
        elif mark["note"]:
            _note(sheet, mark)
        elif mark["directive"]:
            sheet.cut(*mark.span(), "directive")
        elif mark["url"]:
            sheet.cut(*mark.span(), "URL")
        elif mark["break"]:
            sheet.erase(*mark.span())
        else:
            sheet.hush(*mark.span())


def _link(sheet: Sheet, mark: re.Match[str]) -> None:
    """Take a link's text, and leave out where it leads."""
    if mark["linked"] is None:
        sheet.cut(*mark.span(), "URL")
        return
    sheet.hush(mark.start(), mark.start("linked"))
    sheet.hush(mark.end("linked"), mark.end())
    sheet.left_out.append(LeftOut(Span(*mark.span("target")), "URL"))


def _note(sheet: Sheet, mark: re.Match[str]) -> None:
    """Silence a footnote's mark; a footnote with its text is a text of its own."""
    if mark["noted"] is None:
        sheet.hush(*mark.span())
        return
    sheet.hush(mark.start(), mark.start("noted"))
    sheet.hush(mark.end("noted"), mark.end())
    sheet.aside(*mark.span("noted"))
