"""reStructuredText: which stretches are prose, by its lines and their indents.

What Sphinx adds is known as well. What is under a directive that is not known to hold code or
orders reads as any text does, since most directives set off prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from tenor.document import BlockKind, Reading, Reason
from tenor.readers.rst_inlines import inlines
from tenor.readers.rst_tables import grid, is_border, is_data, is_grid, simple
from tenor.readers.sheet import Line, Markup, Sheet, block_end, run_end

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_RULE = re.compile(rf"({_PUNCTUATION})\1*+")
_MARKER = re.compile(
    r"(?:[-*+•‣⁃]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}|\#)[.)])(?:[^\S\r\n]++(?=\S)|$)"
)
_FIELD = re.compile(r":(?![:\s])(?:[^:\\`]|\\.|:(?!\s|$))++:(?=\s|$)")
_OPTION = re.compile(
    r"(?:--?[\w?][\w-]*+(?:[ =][<\w][^\s,]*+)?|/[A-Z?])"
    r"(?:,\s(?:--?[\w?][\w-]*+(?:[ =][<\w][^\s,]*+)?|/[A-Z?]))*+(?:\s{2,}(?=\S)|$)"
)
_EXPLICIT = re.compile(r"\.\.(?:\s++|$)")
_DIRECTIVE = re.compile(r"(?:\|[^|]++\|\s++)?(?P<name>[A-Za-z][\w.+:-]*?)\s?::(?:\s++|$)")
_TARGET = re.compile(r"_(?:[^:\\`]|\\.|`[^`]*`|:(?!\s|$))*+:(?:\s|$)|__:?(?:\s|$)")
_NOTE = re.compile(r"\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]\s++(?=\S)")
_QUOTES = frozenset(">|$#%")

#: Directives whose content is no prose, and what it is.
_CODE = frozenset(
    re.findall(
        r"\S+",
        """code code-block sourcecode parsed-literal literalinclude highlight doctest testcode
        testoutput testsetup testcleanup productionlist graphviz digraph graph uml plantuml mermaid
        ipython plot prompt program-output command-output jinja raw exec exec_code runblock
        jupyter-execute pyvista-plot altair-plot exception-hierarchy console nb-exec-table""",
    )
)
_ORDERS = frozenset(
    re.findall(
        r"\S+",
        """include image toctree contents sectnum section-numbering header footer meta class role
        default-role date unicode index module currentmodule py:module py:currentmodule
        moduleauthor sectionauthor codeauthor tabularcolumns autosummary automodule autoclass
        autofunction autodata automethod autoattribute autoexception autodecorator autoproperty
        highlightlang bibliography target-notes youtube vimeo cssclass rst-class acks
        autoprogram argparse click csv-table inheritance-diagram minigallery csv-filter""",
    )
)
#: Directives of which what stands on their line is prose, and what kind of it.
_TITLED: dict[str, BlockKind] = {
    **dict.fromkeys(
        re.findall(
            r"\w+",
            """note warning tip hint important caution danger attention error seealso todo pull
            epigraph highlights impl-detail""",
        ),
        "paragraph",
    ),
    **dict.fromkeys(
        ("admonition", "topic", "sidebar", "rubric", "centered", "table", "list-table", "dropdown"),
        "caption",
    ),
}
#: Directives whose line begins with a word that is a version, and goes on in prose.
_VERSIONS = frozenset(
    ("versionadded", "versionchanged", "deprecated", "versionremoved", "deprecated-removed")
)


def read(text: str) -> Reading:
    """Read reStructuredText: roles, directives, literal blocks and comments are left out."""
    page = _RstPage(Sheet(text, inlines))
    return page.sheet.walk(page.markup)


class _RstPage:
    """A text on the way through its lines."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.styles: list[tuple[str, bool]] = []

    @cached_property
    def markup(self) -> Markup:
        """Give what a line may begin."""
        forms = (
            self._explicit,
            self._table,
            self._overlined,
            self._rule,
            self._doctest,
            self._field,
            self._option,
            self._item,
            self._line_block,
            self._underlined,
            self._term,
        )
        return Markup(forms, self._paragraph)

    def _explicit(self, place: int, line: Line) -> int | None:
        """Take a directive, a target, a footnote or a comment."""
        if line.words.startswith("__ "):
            self.sheet.leave_out_lines(place, place + 1, "link definition")
            return place + 1
        mark = _EXPLICIT.match(line.words)
        if mark is None:
            return None
        rest = line.words[mark.end() :]
        directive = _DIRECTIVE.match(rest)
        if directive:
            return self._directive(place, directive["name"], line.ink + mark.end(), directive.end())
        note = _NOTE.match(rest)
        if note:
            start = line.ink + mark.end() + note.end()
            self.sheet.erase(line.ink, start)
            return self._paragraph(place, start, "paragraph", inner=line.indent)
        after = block_end(self.lines, place + 1, line.indent)
        if not rest and not self.sheet.words(place + 1):
            after = place + 1
        reason: Reason = "link definition" if _TARGET.match(rest) else "comment"
        self.sheet.leave_out_lines(place, after, reason)
        return after

    def _directive(self, place: int, name: str, start: int, length: int) -> int:
        """Take a directive: its name, what stands beside it, its options, or all of it."""
        line = self.lines[place]
        last = name.rpartition(":")[2] if name not in _ORDERS else name
        if last in _CODE:
            after = block_end(self.lines, place + 1, line.indent)
            self.sheet.leave_out_lines(place, after, "code")
            return after
        if name in _ORDERS or self.sheet.text.startswith("|", start):
            after = block_end(self.lines, place + 1, line.indent)
            options = self._arguments(place + 1, line.indent)
            self.sheet.leave_out_lines(place, options, "directive")
            self.sheet.leave_out_lines(self._options(options, line.indent), after, "directive")
            return max(after, options)
        words = start + length
        kind = _TITLED.get(name, "paragraph" if name in _VERSIONS else None)
        if name in _VERSIONS:
            words += len(self.sheet.text[words : line.end].split(" ", 1)[0])
        if kind is None or words >= line.end:
            after = self._arguments(place + 1, line.indent)
            self.sheet.leave_out_lines(place, after, "directive")
            return self._options(after, line.indent)
        self.sheet.leave_out(line.ink, words, "directive")
        after = self._paragraph(place, words, kind, inner=line.indent)
        return self._options(after, line.indent)

    def _arguments(self, place: int, indent: int) -> int:
        """Give the line after a directive's arguments, which go on up to a blank line or option."""
        after = place
        while self._is_within(after, indent) and not _FIELD.match(self.sheet.words(after)):
            after += 1
        is_whole = self.sheet.words(place - 1).endswith(("\\", ",", "(")) or self.sheet.words(after)
        return after if is_whole else place

    def _options(self, place: int, indent: int) -> int:
        """Leave out a directive's options, all but the text that stands for an image."""
        while self._is_within(place, indent):
            line = self.lines[place]
            option = _FIELD.match(line.words)
            if option is None:
                break
            after = self._body_end(place + 1, line.indent)
            if option[0] == ":alt:":
                start = line.ink + option.end()
                self.sheet.erase(line.ink, start)
                self.sheet.prose("alt", start, self.lines[after - 1].end)
            else:
                self.sheet.leave_out_lines(place, after, "directive")
            place = after
        return place

    def _body_end(self, place: int, indent: int) -> int:
        """Give the line after those that are indented further, up to a blank one."""
        while self._is_within(place, indent):
            place += 1
        return place

    def _is_within(self, place: int, indent: int) -> bool:
        """Tell whether a line says something and is indented further than so."""
        return bool(self.sheet.words(place)) and self.lines[place].indent > indent

    def _table(self, place: int, line: Line) -> int | None:
        """Take a table: one of data, whose cells hold but a few words, is left out."""
        before = len(self.sheet.blocks)
        after = self._cells_end(place, line)
        if after is not None and is_data(self.sheet, self.sheet.blocks[before:]):
            del self.sheet.blocks[before:]
            self.sheet.leave_out_lines(place, after, "table")
        return after

    def _cells_end(self, place: int, line: Line) -> int | None:
        """Take a table's cells, and give the line after it, None where there is none."""
        if is_grid(line.words):
            return grid(self.sheet, place)
        if is_border(line.words):
            number = bisect_left(self._borders, place + 1)
            if number < len(self._borders):
                return simple(self.sheet, place, self._borders[number])
        return None

    @cached_property
    def _borders(self) -> list[int]:
        """Give the lines that end a simple table."""
        return [
            place
            for place, line in enumerate(self.lines)
            if is_border(line.words) and not self.sheet.words(place + 1)
        ]

    def _overlined(self, place: int, line: Line) -> int | None:
        """Take a title between two rules."""
        rule = _RULE.fullmatch(line.words)
        title = self.sheet.words(place + 1)
        if rule is None or not title or self.sheet.words(place + 2) != line.words:
            return None
        if _RULE.fullmatch(title):
            return None
        return self._heading(place + 1, rule[1], is_overlined=True) + 1

    def _underlined(self, place: int, line: Line) -> int | None:
        """Take a title over a rule."""
        rule = _RULE.fullmatch(self.sheet.words(place + 1))
        if rule is None or len(rule[0]) < min(3, len(line.words)) or rule[0] in {"::", ".."}:
            return None
        is_level = self.lines[place + 1].indent == line.indent
        return self._heading(place, rule[1], is_overlined=False) + 1 if is_level else None

    def _heading(self, place: int, char: str, *, is_overlined: bool) -> int:
        """Take a title and the rules around it; its level is when its style was first used."""
        line, style = self.lines[place], (char, is_overlined)
        if style not in self.styles:
            self.styles.append(style)
        level = min(6, self.styles.index(style) + 1)
        self.sheet.prose("heading", line.ink, line.end, level)
        for beside in (place - is_overlined, place + 1):
            if beside != place:
                self.sheet.erase(self.lines[beside].start, self.lines[beside].end)
        return place + 1

    def _rule(self, place: int, line: Line) -> int | None:
        """Take a line across, or colons that stand for themselves before a literal block."""
        if not _RULE.fullmatch(line.words) or len(line.words) == 1:
            return None
        self.sheet.erase(line.start, line.end)
        return self._literal(place + 1, line.indent) if line.words == "::" else place + 1

    def _doctest(self, place: int, line: Line) -> int | None:
        """Take a session with an interpreter."""
        if not line.words.startswith(">>>"):
            return None
        after = run_end(self.lines, place)
        self.sheet.leave_out_lines(place, after, "code")
        return after

    def _field(self, place: int, line: Line) -> int | None:
        """Take a field: at the top it is about the text, elsewhere its body is prose."""
        name = _FIELD.match(line.words)
        if name is None:
            return None
        if all(block.kind == "heading" for block in self.sheet.blocks):
            after = self._body_end(place + 1, line.indent)
            self.sheet.leave_out_lines(place, after, "front matter")
            return after
        start = line.ink + name.end()
        self.sheet.leave_out(line.ink, start, "directive")
        return self._paragraph(place, start, "item", inner=line.indent)

    def _option(self, place: int, line: Line) -> int | None:
        """Take a command's option, which is code, and what it does."""
        option = _OPTION.match(line.words)
        if option is None or (option.end() == len(line.words) and not self._has_body(place)):
            return None
        start = line.ink + option.end()
        self.sheet.leave_out(line.ink, start, "code")
        return self._paragraph(place, start, "item", inner=line.indent)

    def _has_body(self, place: int) -> bool:
        """Tell whether the line below is indented further."""
        return self._is_within(place + 1, self.lines[place].indent)

    def _item(self, place: int, line: Line) -> int | None:
        """Take an item of a list, its mark erased."""
        mark = _MARKER.match(line.words)
        if mark is None or not self._is_list(place, line, mark[0].strip()):
            return None
        start = line.ink + mark.end()
        self.sheet.erase(line.ink, start)
        inner = _MARKER.match(line.words, mark.end())
        if inner and inner[0].strip() in "-*+":
            self.sheet.erase(start, line.ink + inner.end())
            start = line.ink + inner.end()
        return self._paragraph(place, start, "item", inner=line.indent)

    def _is_list(self, place: int, line: Line, mark: str) -> bool:
        """Tell an item from a sentence that begins with an initial or a number."""
        below = self.sheet.words(place + 1)
        if mark[-1] in ".)" and line.words == mark:
            return False
        if mark in "-*+•‣⁃" or not below or self.lines[place + 1].indent != line.indent:
            return True
        return _MARKER.match(below) is not None

    def _line_block(self, place: int, line: Line) -> int | None:
        """Take lines that are to stay lines, as of a poem."""
        if not line.words.startswith("| ") and line.words != "|":
            return None
        after = place
        while self.sheet.words(after).startswith("| ") or self.sheet.words(after) == "|":
            ink = self.lines[after].ink
            self.sheet.erase(ink, ink + 1)
            after += 1
        self.sheet.prose("quote", line.ink + 1, self.lines[after - 1].end)
        return after

    def _term(self, place: int, line: Line) -> int | None:
        """Take a term, under which its definition is indented."""
        if not self._has_body(place) or line.words.endswith("::"):
            return None
        end = line.words.find(" : ")
        self.sheet.prose("item", line.ink, line.end if end < 0 else line.ink + end)
        if end >= 0:
            self.sheet.leave_out(line.ink + end, line.end, "directive")
        return place + 1

    def _paragraph(self, place: int, start: int, kind: BlockKind, inner: int | None = None) -> int:
        """Take lines up to a blank one or another indent; `inner` is that of a mark before them."""
        indent = self.lines[place].indent
        after = place + 1
        while self.sheet.words(after):
            below = self.lines[after].indent
            if below != indent if inner is None else below <= inner:
                break
            if inner is not None and self._starts_within(after):
                break
            after += 1
        end = self.lines[after - 1].end
        has_literal = self.sheet.text.endswith("::", start, end)
        if has_literal:
            end -= 1 if self.sheet.text[end - 3 : end - 2].strip() else 2
            self.sheet.erase(end, self.lines[after - 1].end)
        self.sheet.prose(kind, start, end)
        within = indent if inner is None else inner
        return self._literal(after, within) if has_literal else after

    def _starts_within(self, place: int) -> bool:
        """Tell whether a line below a mark starts something else."""
        words = self.sheet.words(place)
        return words.startswith((".. ", ">>>")) or _FIELD.match(words) is not None

    def _literal(self, place: int, indent: int) -> int:
        """Leave out what two colons announce: what is indented, or quoted, below."""
        while place < len(self.lines) and not self.lines[place].words:
            place += 1
        after = block_end(self.lines, place, indent)
        if after == place and self.sheet.words(place)[:1] in _QUOTES:
            after = run_end(self.lines, place)
        self.sheet.leave_out_lines(place, after, "code")
        return after
