"""AsciiDoc: which stretches are prose, by its lines and the delimiters around its blocks."""

from __future__ import annotations

import re
from functools import cached_property

from tenor.document import BlockKind, LeftOut, Reading, Reason, Span
from tenor.readers.sheet import Line, Markup, Sheet, run_end

#: Blocks between two equal lines that are no prose, by the character of those lines.
_FENCES: dict[str, Reason] = {"-": "code", ".": "code", "`": "code", "+": "code", "/": "comment"}
_FENCE = re.compile(r"([-.+/=*_`])\1{3,}|```[\w-]*|--")
_TABLE = re.compile(r"[|,:!]={3,}")
_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})\s++(?=\S)")
_ATTRIBUTE = re.compile(r":!?[\w][\w-]*!?:(?=\s|$)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]|\[\[[^\[\]]+\]\]")
_MACRO = re.compile(
    r"(?:image|video|audio|include|toc|ifdef|ifndef|ifeval|endif|partintro|gist|plantuml|kroki)"
    r"::\S*?\[(?P<alt>[^\]\n]*)\].*|<{3,}|'{3,}|\+|(?:- ?){3}|(?:\* ?){3}|a2s::.*|toc::\[\]"
)
_IMAGE = re.compile(r"image::")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(
    r"(?:[*.-]{1,6}|•|\d{1,4}\.|[a-zA-Z]\.|<(?:\d+|\.)>)\s++(?:\[[ x*]\]\s++)?(?=\S)"
)
_TERM = re.compile(r"(?P<term>\S(?:[^:;\n]|:(?!:)|;(?!;))*+)(?:::{1,3}|;;)(?:\s++(?=\S)|$)")
_LABEL = re.compile(r"(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION):\s++(?=\S)")
_CODE_STYLE = re.compile(
    r"\[(?:source|listing|literal|stem|latexmath|asciimath|mermaid|plantuml|graphviz|ditaa|pass"
    r"|comment|,\s*\w+)\b"
)
_CELL = re.compile(
    r"(?<!\\)(?:(?<![^\s|])(?:\d+\*|\d*(?:\.\d+)?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?)?\|"
)
_RULE = re.compile(r"[=\-~^+]{4,}")

_QUOTED = r"(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\])"
_MARKUP = re.compile(
    rf"""(?P<pass>\+\+\+[^+]++\+\+\+ | pass:[\w,]*\[{_QUOTED}{{0,400}}\])
    | (?P<math>(?:stem|latexmath|asciimath):\[{_QUOTED}{{0,400}}\])
    | \\(?P<escape>[*_`\#+^~<{{\[:hi])
    | (?P<code>``(?!`)(?:[^`]++|`(?!`))*+`` | (?<![\w`\\])`(?=[^\s`])[^`]*+(?<!\s)`(?![\w`])
      | (?<![\w+])\+(?=[^\s+])[^+\n]{{1,200}}(?<!\s)\+(?![\w+]))
    | (?P<anchor>\[\[[^\[\]\n]{{1,200}}\]\] | \(\(\([^()\n]{{1,200}}\)\)\))
    | (?P<cross><<[^<>\n,]{{1,200}}(?:,(?P<crossed>[^<>]{{0,300}}))?>>)
    | (?P<note>footnote(?:ref)?:[\w-]*\[(?P<noted>{_QUOTED}{{0,600}})\])
    | (?P<link>(?:(?:https?|ftp|irc|link|mailto|xref|kbd|btn|menu|image|icon|anchor|indexterm2?
      |cite|bibitem):[^\s\[\]<>"]{{0,400}})\[(?P<linked>{_QUOTED}{{0,600}}(?:\n{_QUOTED}{{1,300}}){{0,3}})\])
    | (?P<reference>\{{[\w][\w:-]{{0,80}}\}})
    | (?P<role>\[[.\#][^\[\]\n]{{0,80}}\](?=[\#*_`]))
    | (?P<callout><(?:\d{{1,3}}|\.)>)
    | (?P<break>(?<=\s)\+$)
    | (?P<quote>"`|`"|(?<![\w`])'`|`'(?!\w)|\(\(|\)\))
    | (?P<emphasis>(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|\*\*
      | (?<![\w_\\])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])|__
      | (?<![\w\#&\\])\#(?=[^\s\#])|(?<=[^\s\#&])\#(?![\w\#])|\#\#
      | (?<=[\w)])[\^~](?=\w{{1,20}}[\^~])|(?<=\w)[\^~](?!\w))""",
    re.VERBOSE | re.MULTILINE,
)
_VISIBLE = ("xref", "link", "http", "ftp", "irc", "mailto", "indexterm2", "btn", "menu", "cite")


def read(text: str) -> Reading:
    """Read AsciiDoc: listings, macros, attributes and comments are left out."""
    page = _AsciidocPage(Sheet(text, inlines))
    return page.sheet.walk(page.markup, page.header())


class _AsciidocPage:
    """A text on the way through its lines; `fences` are the blocks of prose that are open."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.is_code = False
        self.fences: list[str] = []
        self.unclosed: set[str] = set()

    def header(self) -> int:
        """Take the title, and leave out authors, revision and attributes under it."""
        place = 0
        while place < len(self.lines) and not self.sheet.words(place):
            place += 1
        while place < len(self.lines) and self.sheet.words(place).startswith(("//", ":", "[")):
            place = self.sheet.take(place, self.markup)
        if not self.sheet.words(place).startswith("= "):
            return place
        self._heading(place, self.lines[place])
        after = run_end(self.lines, place)
        self.sheet.leave_out_lines(place + 1, after, "front matter")
        return after

    @cached_property
    def markup(self) -> Markup:
        """Give what a line may begin."""
        forms = (
            self._fence,
            self._table,
            self._order,
            self._comment,
            self._styled_code,
            self._heading,
            self._caption,
            self._item,
            self._term,
            self._literal,
            self._label,
        )
        return Markup(forms, self._paragraph)

    def _fence(self, place: int, line: Line) -> int | None:
        """Take a block between two lines, whole where it is no prose."""
        if not _FENCE.fullmatch(line.words):
            return None
        if self.fences and self.fences[-1] == line.words:
            self.fences.pop()
            self.sheet.erase(line.start, line.end)
            return place + 1
        reason = None if line.words == "--" else _FENCES.get(line.words[0])
        if reason is None and self.is_code:
            reason = "code"
        self.is_code = False
        if reason is None:
            self.fences.append(line.words)
            self.sheet.erase(line.start, line.end)
            return place + 1
        after = self._closed(place, "```" if line.words.startswith("```") else line.words)
        if after is None:
            return None
        self.sheet.leave_out_lines(place, after, reason)
        return after

    def _closed(self, place: int, fence: str) -> int | None:
        """Give the line after the one that closes a block; no failed search is made again."""
        if fence in self.unclosed:
            return None
        for after in range(place + 1, len(self.lines)):
            if self.lines[after].words == fence:
                return after + 1
        self.unclosed.add(fence)
        return None

    def _table(self, place: int, line: Line) -> int | None:
        """Take a table's cells."""
        if not _TABLE.fullmatch(line.words):
            return None
        after = self._closed(place, line.words)
        if after is None or not line.words.startswith("|"):
            self.sheet.leave_out_lines(place, after or place + 1, "directive")
            return after or place + 1
        first, last = place + 1, after - 1
        for edge in (place, last):
            self.sheet.erase(self.lines[edge].start, self.lines[edge].end)
        if first < last:
            self._cells(self.lines[first].start, self.lines[last - 1].end)
        return after

    def _cells(self, start: int, end: int) -> None:
        """Take the cells between bars, and the words before the first as none."""
        marks = list(_CELL.finditer(self.sheet.text, start, end))
        if not marks:
            return
        stops = [*(mark.start() for mark in marks[1:]), end]
        for mark, stop in zip(marks, stops, strict=True):
            self.sheet.erase(*mark.span())
            is_code = mark[0].endswith(("l|", "m|"))
            if is_code:
                self.sheet.leave_out(mark.end(), stop, "code")
            else:
                self.sheet.prose("cell", mark.end(), stop)

    def _order(self, place: int, line: Line) -> int | None:
        """Leave out what is for the program: attributes, macros, what a block is."""
        words = line.words
        if _ATTRIBUTE.match(words):
            after = place + 1
            while self.sheet.words(after - 1).endswith((" \\", " +")) and after < len(self.lines):
                after += 1
            self.sheet.leave_out_lines(place, after, "directive")
            return after
        macro = _MACRO.fullmatch(words)
        if macro and macro["alt"] and _IMAGE.match(words):
            return self._image(place, line, macro)
        if macro or _BLOCK_ATTRIBUTES.fullmatch(words):
            self.is_code = self.is_code or _CODE_STYLE.match(words) is not None
            self.sheet.leave_out_lines(place, place + 1, "directive")
            return place + 1
        return None

    def _image(self, place: int, line: Line, macro: re.Match[str]) -> int:
        """Take the text that stands for an image."""
        start = line.ink + macro.start("alt")
        end = start + len(macro["alt"].split(",", 1)[0])
        if "=" in macro["alt"].split(",", 1)[0]:
            end = start
        self.sheet.leave_out(line.ink, start, "directive")
        self.sheet.leave_out(end, line.end, "directive")
        self.sheet.prose("alt", start, end)
        return place + 1

    def _comment(self, place: int, line: Line) -> int | None:
        if not line.words.startswith("//"):
            return None
        self.sheet.leave_out_lines(place, place + 1, "comment")
        return place + 1

    def _styled_code(self, place: int, _line: Line) -> int | None:
        """Leave out a paragraph that is said to be code."""
        if not self.is_code or _CAPTION.match(self.sheet.words(place)):
            return None
        self.is_code = False
        after = run_end(self.lines, place)
        self.sheet.leave_out_lines(place, after, "code")
        return after

    def _heading(self, place: int, line: Line) -> int | None:
        """Take a title, of one line or over a rule."""
        mark = _HEADING.match(line.words)
        if mark and not line.indent:
            self.sheet.erase(line.ink, line.ink + mark.end())
            self.sheet.prose("heading", line.ink + mark.end(), line.end, len(mark["marks"]))
            return place + 1
        rule = self.sheet.words(place + 1)
        if _RULE.fullmatch(rule) and len({*rule}) == 1 and abs(len(rule) - len(line.words)) < 3:
            self.sheet.prose("heading", line.ink, line.end, "=-~^+".index(rule[0]) + 1)
            self.sheet.erase(self.lines[place + 1].start, self.lines[place + 1].end)
            return place + 2
        return None

    def _caption(self, place: int, line: Line) -> int | None:
        if not _CAPTION.match(line.words) or line.indent:
            return None
        self.sheet.erase(line.ink, line.ink + 1)
        self.sheet.prose("caption", line.ink + 1, line.end)
        return place + 1

    def _item(self, place: int, line: Line) -> int | None:
        mark = _ITEM.match(line.words)
        if mark is None:
            return None
        self.sheet.erase(line.ink, line.ink + mark.end())
        return self._paragraph(place, line.ink + mark.end(), "item")

    def _term(self, place: int, line: Line) -> int | None:
        """Take a term, and what stands beside it."""
        mark = _TERM.match(line.words)
        if mark is None:
            return None
        end = line.ink + mark.end("term")
        self.sheet.prose("item", line.ink, end)
        self.sheet.erase(end, line.ink + mark.end())
        if mark.end() == len(line.words):
            return place + 1
        return self._paragraph(place, line.ink + mark.end(), "item")

    def _literal(self, place: int, line: Line) -> int | None:
        """Leave out lines that are indented, which makes them literal, except below a list."""
        if not line.indent or (self.sheet.blocks and self.sheet.blocks[-1].kind == "item"):
            return None
        after = run_end(self.lines, place)
        self.sheet.leave_out_lines(place, after, "code")
        return after

    def _label(self, place: int, line: Line) -> int | None:
        """Take a paragraph with a label, such as NOTE."""
        mark = _LABEL.match(line.words)
        if mark is None:
            return None
        self.sheet.leave_out(line.ink, line.ink + mark.end(), "directive")
        return self._paragraph(place, line.ink + mark.end(), "paragraph")

    def _paragraph(self, place: int, start: int, kind: BlockKind) -> int:
        """Take lines up to a blank one, or one that starts something else."""
        after = place + 1
        while self.sheet.words(after) and not self._breaks(after, kind):
            after += 1
        self.is_code = False
        is_quote = kind == "paragraph" and any(fence[0] == "_" for fence in self.fences[-1:])
        self.sheet.prose("quote" if is_quote else kind, start, self.lines[after - 1].end)
        return after

    def _breaks(self, place: int, kind: BlockKind) -> bool:
        """Tell whether a line ends the paragraph above it."""
        words = self.sheet.words(place)
        if words == "+" or words.startswith("//") or _BLOCK_ATTRIBUTES.fullmatch(words):
            return True
        if _FENCE.fullmatch(words) or _TABLE.fullmatch(words) or _MACRO.fullmatch(words):
            return True
        is_item = _ITEM.match(words) or _TERM.match(words)
        return kind == "item" and is_item is not None


def inlines(sheet: Sheet, start: int, end: int) -> None:
    """Write down what is no plain text in a stretch of prose."""
    for mark in _MARKUP.finditer(sheet.text, start, end):
        match mark.lastgroup:
            case "pass" | "reference" | "callout" | "break":
                sheet.cut(*mark.span(), "directive")
            case "math":
                sheet.cut(*mark.span(), "math")
            case "escape":
                sheet.hush(mark.start(), mark.start() + 1)
            case "code":
                width = 2 if mark[0].startswith("``") else 1
                sheet.cut(*mark.span(), "code", Span(mark.start() + width, mark.end() - width))
            case "anchor" | "role" | "quote" | "emphasis":
                sheet.hush(*mark.span())
            case "cross":
                _shown(sheet, mark, "crossed", "link label")
            case "note":
                _note(sheet, mark)
            case _:
                _link(sheet, mark)


def _link(sheet: Sheet, mark: re.Match[str]) -> None:
    """Take a link's text; keys and icons have none."""
    is_shown = mark["link"].startswith(_VISIBLE)
    _shown(sheet, mark, "linked" if is_shown else None, "URL")


def _shown(sheet: Sheet, mark: re.Match[str], group: str | None, reason: Reason) -> None:
    """Take the text in a mark, and leave out all else of it."""
    words = mark[group] if group else None
    if not group or not words or not words.strip():
        sheet.cut(*mark.span(), reason)
        return
    start, end = mark.span(group)
    tail = re.search(r"\^?(?:,\s*(?:role|window|opts|title|id)=.*)?$", words, re.DOTALL)
    end = start + tail.start() if tail else end
    sheet.hush(mark.start(), start)
    sheet.hush(end, mark.end())
    sheet.left_out.append(LeftOut(Span(mark.start(), start), reason))


def _note(sheet: Sheet, mark: re.Match[str]) -> None:
    """Take a footnote as a text of its own, out of the sentence it stands in."""
    start, end = mark.span("noted")
    sheet.hush(mark.start(), start)
    sheet.hush(end, mark.end())
    sheet.aside(start, end)
