"""markdown-it's blocks made flat: what has words, what is left out, on which lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from tenor.document import BlockKind, Reason

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    _Rule = Callable[[StateBlock, int, int, bool], bool]

#: How many levels are followed (a quote is one, a list two), and how many by a caller who has
#: left too little of Python's stack for the first.
_NESTING = (404, 60)
#: How many quotes are followed. markdown-it looks at a line once for each quote around it, so that
#: in a text of many lines it is fewer: quotes times lines. What is deeper reads as it stands.
_FEWEST_QUOTES = 8
_QUOTED_LINES = 400_000

_FOOTNOTE = re.compile(r"\[\^[^\]\s]++\]:")
_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]++(?:[\w-]++[ \t]*+)*+(?:\"(?P<title>[^\"\n]*+)\"[ \t]*+)?+$"
)
_DIRECTIVE = re.compile(r"(?::{3,}.*|\{[:%].*\}|\{\{.*\}\})[ \t]*$")
_KINDS: dict[str, BlockKind] = {
    "heading": "heading",
    "blockquote": "quote",
    "list_item": "item",
    "footnote": "paragraph",
    "th": "cell",
    "td": "cell",
}
#: What is made of a block that holds no other.
_Form = Literal["words", "row", "html", "left out", "markup"]
#: Tokens that are no prose, and why.
_LEFT_OUT: dict[str, Reason] = {
    "fence": "code",
    "code_block": "code",
    "directive": "directive",
    "math": "math",
}
_FORMS: dict[str, _Form] = {
    "inline": "words",
    "html_block": "html",
    **dict.fromkeys(_LEFT_OUT, "left out"),
    **dict.fromkeys(("heading_open", "table_open", "hr"), "markup"),
}


class Within(NamedTuple):
    """What words stand in: their block's kind, a heading's level, and its number of `#`."""

    kind: BlockKind
    level: int = 0
    hashes: int = 0


class Leaf(NamedTuple):
    """A block that holds no other, and its lines, from `first` up to but without `after`.

    `cells` are a row's contents; `reason` is why a leaf is left out, None where it is not.
    """

    form: _Form
    first: int
    after: int
    within: Within
    content: str = ""
    cells: tuple[str, ...] = ()
    reason: Reason | None = None


def rows_in(env: EnvType) -> dict[int, int]:
    """Give how much of each line is a row of a table; the rule of tables adds to it."""
    rows: dict[int, int] = env.setdefault("rows", {})
    return rows


def leaves(text: str, env: EnvType) -> tuple[list[Leaf], bool]:
    """Parse blocks; give them flat, and whether some may be too deep to be among them."""
    try:
        return _leaves(text, env, _NESTING[0])
    except RecursionError:
        return _leaves(text, env, _NESTING[1])


def _leaves(text: str, env: EnvType, nesting: int) -> tuple[list[Leaf], bool]:
    """Parse block by block, so that markdown-it's tokens are never many."""
    has_indented_code = bool(env.get("has_indented_code", True))
    env.clear()
    env["has_indented_code"] = has_indented_code
    affordable = max(_FEWEST_QUOTES, _QUOTED_LINES // (text.count("\n") + 1))
    env["quotes"] = min(nesting // 2, affordable)
    flat: list[Leaf] = []
    deepest = 0
    for tokens in _top(text, env, _parser(nesting, has_indented_code=has_indented_code)):
        deepest = max(deepest, *(token.level for token in tokens), 0)
        flat += _flatten(tokens)
    return flat, deepest >= nesting - 2


def _top(text: str, env: EnvType, parser: MarkdownIt) -> Iterator[list[Token]]:
    """Yield the tokens of each block that is in no other."""
    from markdown_it.rules_block import StateBlock

    state = StateBlock(text, parser, env, [])
    rules = parser.block.ruler.getRules("")
    while (line := state.skipEmptyLines(state.line)) < state.lineMax:
        state.line = line
        any(rule(state, line, state.lineMax, False) for rule in rules)  # noqa: FBT003
        yield state.tokens
        state.tokens.clear()


def _flatten(tokens: Iterable[Token]) -> Iterator[Leaf]:
    """Yield the leaves of one block, each knowing what it stands in."""
    around = [Within("paragraph")]
    cells: list[str] = []
    line = 0
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        form = _FORMS.get(token.type)
        if form == "words" and around[-1].kind == "cell":
            cells.append(token.content)
        elif form and token.map:
            first, after = token.map
            reason = _LEFT_OUT.get(token.type)
            yield Leaf(form, first, after, around[-1], token.content, reason=reason)
        elif token.type == "tr_open" and token.map:
            line, cells = token.map[0], []
        elif token.type == "tr_close":
            yield Leaf("row", line, line + 1, Within("cell"), cells=tuple(cells))
        if name in _KINDS:
            around.append(_within(token, name)) if edge == "open" else around.pop()


def _within(token: Token, name: str) -> Within:
    """Give what a token opens."""
    if name != "heading":
        return Within(_KINDS[name])
    hashes = len(token.markup) if token.markup.startswith("#") else 0
    return Within("heading", int(token.tag[1]), hashes)


@cache
def _parser(nesting: int, *, has_indented_code: bool) -> MarkdownIt:
    """Build the parser, with the blocks CommonMark lacks."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import blockquote, table

    parser = MarkdownIt("commonmark", {"maxNesting": nesting})
    rules = parser.block.ruler
    before: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.at("blockquote", _bounded(blockquote), before)
    rules.at("table", _with_rows(table), {"alt": ["paragraph", "reference"]})
    rules.before("fence", "directive", _directive, before)
    rules.before("fence", "math", _math, before)
    rules.before("fence", "admonition", _admonition, before)
    rules.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    if not has_indented_code:
        parser.disable("code")
    return parser.enable("table")


def _with_rows(rule: _Rule) -> _Rule:
    """Have the table rule say how much of each line is the row."""

    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not rule(state, start, end, silent):
            return False
        if not silent:
            rows = rows_in(state.env)
            for line in range(start, state.line):
                rows[line] = state.eMarks[line] - state.bMarks[line] - state.tShift[line]
        return True

    return table


def _bounded(rule: _Rule) -> _Rule:
    """Have the quote rule follow no more quotes than it may."""

    def blockquote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        left: int = state.env["quotes"]
        if not left:
            return False
        state.env["quotes"] = left - 1
        is_quote = rule(state, start, end, silent)
        state.env["quotes"] = left
        return is_quote

    return blockquote


def _directive(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out a line that is a container's edge, a template's tag or a list of attributes."""
    if _match(_DIRECTIVE, ":{", state, start) is None:
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
    head = _match(_ADMONITION, "!?=", state, start)
    if head is None or not _is_indented(state, state.skipEmptyLines(start + 1), end):
        return False
    if silent:
        return True
    if head["title"]:
        token = state.push("inline", "", 0)
        token.content, token.map = head["title"], [start, start + 1]
    _indented(state, start + 1, end)
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take `[^1]: text` and the indented blocks under it."""
    head = _match(_FOOTNOTE, "[", state, start)
    if head is None:
        return False
    if silent:
        return True
    marks = state.bMarks[start], state.tShift[start], state.sCount[start]
    after = state.skipSpaces(head.end())
    state.bMarks[start] = head.end()
    state.tShift[start] = after - head.end()
    state.sCount[start] = state.blkIndent + 4
    state.push("footnote_open", "", 1)
    _indented(state, start, end)
    state.push("footnote_close", "", -1)
    state.bMarks[start], state.tShift[start], state.sCount[start] = marks
    return True


def _match(
    pattern: re.Pattern[str], heads: str, state: StateBlock, line: int
) -> re.Match[str] | None:
    """Match a line that begins with one of some characters, unless it is indented code."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.src[begin : begin + 1] not in heads:
        return None
    match = pattern.match(state.src, begin, state.eMarks[line])
    return None if match is None or state.is_code_block(line) else match


def _is_indented(state: StateBlock, line: int, end: int) -> bool:
    """Tell whether a line belongs to a block whose content is indented by four."""
    return line < end and state.sCount[line] - state.blkIndent >= 4


def _indented(state: StateBlock, start: int, end: int) -> None:
    """Parse the lines of a block whose content is indented by four."""
    state.blkIndent += 4
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.line = max(state.line, start + 1)


def _leave_out(state: StateBlock, start: int, end: int, name: str) -> None:
    """Push a token that stands for lines that are no prose."""
    state.push(name, "", 0).map = [start, end]
    state.line = end
