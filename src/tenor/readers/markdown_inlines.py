"""markdown-it's inlines, made to tell where: each rule notes what it took, where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tenor.document import LeftOut, Reason, Span
from tenor.readers import html
from tenor.readers.html_elements import LEFT_OUT, Elements
from tenor.readers.mask import Edit, blank, decoded, gap, silence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    _Rule = Callable[[StateInline, bool], bool]

_SPECIAL = re.compile(
    r"""(?P<math>\$\$[^$]++\$\$
      | \$(?![\s$])(?:[^$\s]{1,3}|(?=[^$\n]*?[\\^_={}])[^$\n]++)(?<!\s)\$(?!\w))
    | (?P<mark>\[\^[^\]\[\s^]++\])
    | (?P<attribute>\{:[^{}\n]*\}|\{[.\#][A-Za-z][^{}\n]*\}|\{[\w:+-]+\}(?=`))""",
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

    def leave_out(self, start: int, end: int, reason: Reason) -> None:
        """Leave a stretch out, a gap in its place."""
        self.edits.append(gap(self.text, start, end))
        self.left_out.append(LeftOut(Span(start, end), reason))


def inlines(text: str, env: EnvType) -> Marks:
    """Parse a block's content; give what is no plain text in it, in order."""
    marks = Marks(text)
    env["marks"] = marks
    parser = _parser()
    parser.inline.parse(text, parser, env, [])
    for token, start, end in marks.delimiters:
        if token.type != "text" or not token.content:
            marks.edits.append(silence(start, end))
    _show_tags(marks)
    marks.edits.sort()
    return marks


@cache
def _parser() -> MarkdownIt:
    """Build the parser, with rules that note their places."""
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


def _noted(rule: _Rule, note: Callable[[Marks, StateInline, int], None]) -> _Rule:
    """Have a rule note what it took."""

    def noted(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent:
            marks: Marks = state.env["marks"]
            note(marks, state, start)
        return True

    return noted


def _special(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Take what CommonMark lacks: formulas, footnote marks, attribute lists."""
    if state.src[state.pos] not in "$[{":
        return False
    special = _SPECIAL.match(state.src, state.pos, state.posMax)
    if special is None:
        return False
    if not silent:
        marks: Marks = state.env["marks"]
        start, end = (marks.base + edge for edge in special.span())
        if special.lastgroup == "mark":
            marks.edits.append(silence(start, end))
        else:
            marks.leave_out(start, end, "math" if special["math"] else "attribute")
    state.pos = special.end()
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
        reason: Reason = "URL" if state.src[close + 1] == "(" else "link label"
        span = Span(marks.base + close + 2, marks.base + state.pos - 1)
        marks.left_out.append(LeftOut(span, reason))


def _image(rule: _Rule) -> _Rule:
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
    tags = [(span, html.TAG.match(marks.text, *span)) for span in sorted(marks.tags)]
    closings = Elements().ended((html.mark(tag) for _, tag in tags if tag), len(marks.text))
    done = 0
    for (start, end), tag in tags:
        if start < done:
            continue
        if tag is None:
            reason: Reason = "comment" if marks.text.startswith("<!--", start) else "declaration"
            marks.edits.append(silence(start, end))
            marks.left_out.append(LeftOut(Span(start, end), reason))
        elif start in closings:
            done = closings[start]
            marks.leave_out(start, done, LEFT_OUT[tag["name"].lower()])
        else:
            _show_tag(marks, tag)


def _show_tag(marks: Marks, tag: re.Match[str]) -> None:
    """Make one tag silent, with its alt text in sight."""
    shown = html.show(tag)
    marks.edits += shown.edits
    if shown.alt:
        marks.alts.append(shown.alt)
    marks.left_out += shown.left_out
