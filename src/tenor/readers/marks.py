"""markdown-it, made to tell where: each of its rules notes what it took, where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from tenor.document import LeftOut, Span
from tenor.readers import html
from tenor.readers.mask import Edit, blank, decoded, gap, silence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    _BlockRule = Callable[[StateBlock, int, int, bool], bool]
    _InlineRule = Callable[[StateInline, bool], bool]

#: What one document's blocks and inlines share: link definitions, where table rows begin.
Env = MutableMapping[str, Any]

#: How deep quotes (one each) and lists (two each) are followed; the second is for a caller who
#: has left too little of Python's stack for the first.
_NESTING = (404, 60)

_FOOTNOTE = re.compile(r"\[\^[^\]\s]++\]:")
_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\w -]*(?:\"(?P<title>[^\"\n]*)\")?[ \t]*$"
)
_DIRECTIVE = re.compile(r"(?::{3,}.*|\{[:%].*\}|\{\{.*\}\})[ \t]*$")
_SPECIAL = re.compile(
    r"""(?P<math>\$\$[^$]++\$\$
      | \$(?![\s$])(?:[^$\s]{1,3}|[^$\n]*[\\^_={}][^$\n]*)(?<!\s)\$(?!\w))
    | (?P<mark>\[\^[^\]\[\s^]++\])
    | (?P<attribute>\{:[^{}\n]*\}|\{[.\#][A-Za-z][^{}\n]*\})""",
    re.VERBOSE,
)


@dataclass
class Marks:
    """What is no plain text in a block's content, in places of that content."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    alts: list[Span] = field(default_factory=list)
    tags: list[Span] = field(default_factory=list)
    delimiters: list[tuple[Token, int, int]] = field(default_factory=list)
    base: int = 0

    def leave_out(self, start: int, end: int, reason: str) -> None:
        """Leave a stretch out, a gap in its place."""
        self.edits.append(gap(self.text, start, end))
        self.left_out.append(LeftOut(Span(start, end), reason))


def blocks(text: str, env: Env) -> tuple[list[Token], int]:
    """Parse blocks; give the tokens, and the level from which on nothing was followed."""
    for nesting in _NESTING[:-1]:
        try:
            return _blocks(text, env, nesting), nesting
        except RecursionError:
            env.clear()
    return _blocks(text, env, _NESTING[-1]), _NESTING[-1]


def inlines(text: str, env: Env) -> Marks:
    """Parse a block's content; give what is no plain text in it, in order."""
    marks = Marks(text)
    env["marks"] = marks
    parser = _inline_parser()
    parser.inline.parse(text, parser, env, [])
    for token, start, end in marks.delimiters:
        if token.type != "text" or not token.content:
            marks.edits.append(silence(start, end))
    _show_tags(marks)
    marks.edits.sort()
    return marks


def _blocks(text: str, env: Env, nesting: int) -> list[Token]:
    parser = _block_parser(nesting)
    return parser.block.parse(text, parser, env, []) or []


@cache
def _block_parser(nesting: int) -> MarkdownIt:
    """Build the parser of blocks, with the blocks CommonMark lacks."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import table

    parser = MarkdownIt("commonmark", {"maxNesting": nesting})
    rules = parser.block.ruler
    before: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.at("table", _with_rows(table), {"alt": ["paragraph", "reference"]})
    rules.before("fence", "directive", _directive, before)
    rules.before("fence", "math", _math, before)
    rules.before("fence", "admonition", _admonition, before)
    rules.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    return parser.enable("table")


@cache
def _inline_parser() -> MarkdownIt:
    """Build the parser of inlines, with rules that note their places."""
    from markdown_it import MarkdownIt, rules_inline

    parser = MarkdownIt("commonmark").enable("strikethrough")
    rules = parser.inline.ruler
    rules.before("escape", "special", _special)
    rules.at("escape", _noted(rules_inline.escape, _note_escape))
    rules.at("entity", _noted(rules_inline.entity, _note_entity))
    rules.at("backticks", _noted(rules_inline.backtick, _note_code))
    rules.at("emphasis", _noted(rules_inline.emphasis.tokenize, _note_delimiters))
    rules.at("strikethrough", _noted(rules_inline.strikethrough.tokenize, _note_delimiters))
    rules.at("link", _noted(rules_inline.link, _note_link))
    rules.at("image", _image(rules_inline.image))
    rules.at("autolink", _noted(rules_inline.autolink, _note_autolink))
    rules.at("html_inline", _noted(rules_inline.html_inline, _note_tag))
    parser.inline.ruler2.disable("fragments_join")
    return parser


# Blocks


def _with_rows(rule: _BlockRule) -> _BlockRule:
    """Have the table rule say how much of each line is the row."""

    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not rule(state, start, end, silent):
            return False
        if not silent:
            rows = state.env.setdefault("rows", {})
            for line in range(start, state.line):
                rows[line] = state.eMarks[line] - state.bMarks[line] - state.tShift[line]
        return True

    return table


def _directive(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out a line that is a container's edge, a template's tag or a list of attributes."""
    if _match(_DIRECTIVE, state, start) is None:
        return False
    if not silent:
        _leave_out(state, start, start + 1, "directive")
    return True


def _math(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out lines from `$$` to `$$`."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", begin) or state.is_code_block(start):
        return False
    last = _math_end(state, start, end)
    if last is None:
        return False
    if not silent:
        _leave_out(state, start, last + 1, "math")
    return True


def _math_end(state: StateBlock, start: int, end: int) -> int | None:
    """Find the line that closes a formula; a search that failed is not made again."""
    first = state.src[state.bMarks[start] + state.tShift[start] + 2 : state.eMarks[start]]
    if "$$" in first:
        return start if first.rstrip().endswith("$$") else None
    if end in state.env.setdefault("open_math", set()):
        return None
    for line in range(start + 1, end):
        if state.src[state.bMarks[line] : state.eMarks[line]].rstrip().endswith("$$"):
            return line
    state.env["open_math"].add(end)
    return None


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take `!!! note "Title"` and the indented blocks under it."""
    found = _match(_ADMONITION, state, start)
    if found is None or not _is_indented(state, state.skipEmptyLines(start + 1), end):
        return False
    if silent:
        return True
    if found["title"]:
        token = state.push("inline", "", 0)
        token.content, token.map = found["title"], [start, start + 1]
    _indented(state, start + 1, end)
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take `[^1]: text` and the indented blocks under it."""
    found = _match(_FOOTNOTE, state, start)
    if found is None:
        return False
    if silent:
        return True
    kept = state.bMarks[start], state.tShift[start], state.sCount[start]
    after = state.skipSpaces(found.end())
    state.bMarks[start] = found.end()
    state.tShift[start] = after - found.end()
    state.sCount[start] = state.blkIndent + 4
    state.push("footnote_open", "", 1)
    _indented(state, start, end)
    state.push("footnote_close", "", -1)
    state.bMarks[start], state.tShift[start], state.sCount[start] = kept
    return True


def _match(pattern: re.Pattern[str], state: StateBlock, line: int) -> re.Match[str] | None:
    """Match a line of a block, unless it is indented code."""
    begin = state.bMarks[line] + state.tShift[line]
    found = pattern.match(state.src, begin, state.eMarks[line])
    return None if found is None or state.is_code_block(line) else found


def _is_indented(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether a line belongs to a block whose content is indented by four."""
    return line < end and state.sCount[line] - state.blkIndent >= 4


def _indented(state: StateBlock, start: int, end: int) -> None:
    """Parse the lines of a block whose content is indented by four."""
    state.blkIndent += 4
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.line = max(state.line, start + 1)


def _leave_out(state: StateBlock, start: int, end: int, reason: str) -> None:
    """Push a token that stands for lines that are no prose."""
    token = state.push("left_out", "", 0)
    token.map, token.info = [start, end], reason
    state.line = end


# Inlines


def _noted(rule: _InlineRule, note: Callable[[Marks, StateInline, int], None]) -> _InlineRule:
    """Have a rule note what it took."""

    def noted(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent:
            note(state.env["marks"], state, start)
        return True

    return noted


def _special(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Take what CommonMark lacks: formulas, footnote marks, attribute lists."""
    if state.src[state.pos] not in "$[{":
        return False
    found = _SPECIAL.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        marks: Marks = state.env["marks"]
        start, end = (marks.base + at for at in found.span())
        if found.lastgroup == "mark":
            marks.edits.append(silence(start, end))
        else:
            marks.leave_out(start, end, str(found.lastgroup))
    state.pos = found.end()
    return True


def _note_escape(marks: Marks, state: StateInline, start: int) -> None:
    """Silence a backslash that escapes a mark; one that breaks the line is a space."""
    at = marks.base + start
    if state.src[start + 1] == "\n":
        marks.edits.append(blank(at, at + 1))
    elif len(state.tokens[-1].content) < state.pos - start:
        marks.edits.append(silence(at, at + 1))


def _note_entity(marks: Marks, state: StateInline, start: int) -> None:
    at = marks.base
    marks.edits.append(decoded(at + start, at + state.pos, state.tokens[-1].content))


def _note_code(marks: Marks, state: StateInline, start: int) -> None:
    """Leave inline code out; backticks that close nothing are text, and pending."""
    if not state.pending:
        marks.leave_out(marks.base + start, marks.base + state.pos, "code")


def _note_delimiters(marks: Marks, state: StateInline, start: int) -> None:
    """Remember delimiters: which of them are markup is known at the end."""
    at, index = state.pos, len(state.tokens)
    while at > start:
        index -= 1
        token, end = state.tokens[index], at
        at -= len(token.content)
        marks.delimiters.append((token, marks.base + at, marks.base + end))


def _note_link(marks: Marks, state: StateInline, start: int) -> None:
    """Silence a link's brackets and all that follows its text."""
    close = state.md.helpers.parseLinkLabel(state, start, disableNested=True)
    at = marks.base
    marks.edits += [silence(at + start, at + start + 1), silence(at + close, at + state.pos)]
    _note_target(marks, state, close)


def _note_target(marks: Marks, state: StateInline, close: int) -> None:
    """Leave out where a link or image leads: its URL and title, or its label."""
    if state.pos > close + 3:
        reason = "URL" if state.src[close + 1] == "(" else "link label"
        span = Span(marks.base + close + 2, marks.base + state.pos - 1)
        marks.left_out.append(LeftOut(span, reason))


def _image(rule: _InlineRule) -> _InlineRule:
    """Have the image rule note its alt text, which it parses as a text of its own."""

    def image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start = state.pos
        if silent or state.src[start] != "!":
            return rule(state, silent)
        marks: Marks = state.env["marks"]
        marks.base += start + 2
        is_image = rule(state, silent)
        marks.base -= start + 2
        if is_image:
            _note_image(marks, state, start)
        return is_image

    return image


def _note_image(marks: Marks, state: StateInline, start: int) -> None:
    """Leave out all of an image but its alt text."""
    close = state.md.helpers.parseLinkLabel(state, start + 1)
    at, end = marks.base, marks.base + state.pos
    marks.edits.append(gap(marks.text, at + start, at + start + 2, end))
    marks.edits.append(gap(marks.text, at + close, end))
    _note_target(marks, state, close)
    while marks.alts and marks.alts[-1].start >= at + start:
        marks.alts.pop()
    marks.alts.append(Span(at + start + 2, at + close))


def _note_autolink(marks: Marks, state: StateInline, start: int) -> None:
    marks.leave_out(marks.base + start, marks.base + state.pos, "URL")


def _note_tag(marks: Marks, state: StateInline, start: int) -> None:
    marks.tags.append(Span(marks.base + start, marks.base + state.pos))


def _show_tags(marks: Marks) -> None:
    """Make inline HTML's tags silent, and leave out the elements that are no prose."""
    inside: tuple[str, int] | None = None
    for start, end in sorted(marks.tags):
        tag = html.TAG.match(marks.text, start, end)
        name = tag["name"].lower() if tag else ""
        if inside:
            if tag and tag["close"] and name == inside[0]:
                marks.leave_out(inside[1], end, html.LEFT_OUT[name])
                inside = None
        elif tag is None:
            reason = "comment" if marks.text.startswith("<!--", start) else "declaration"
            marks.edits.append(silence(start, end))
            marks.left_out.append(LeftOut(Span(start, end), reason))
        elif name in html.LEFT_OUT and not tag["close"] and not tag["body"].endswith("/"):
            inside = name, start
        else:
            _show_tag(marks, tag)
    if inside:
        marks.leave_out(inside[1], len(marks.text), html.LEFT_OUT[inside[0]])


def _show_tag(marks: Marks, tag: re.Match[str]) -> None:
    """Make one tag silent, with its alt text in sight."""
    shown = html.show(tag)
    marks.edits += shown.edits
    if shown.alt:
        marks.alts.append(shown.alt)
    marks.left_out += shown.left_out
