"""Plain text: blocks end at blank lines, at list items, and at the end of an unwrapped line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from tenor.document import Block, LeftOut, Reading, Span
from tenor.readers import columns, console, letters
from tenor.readers.mask import Edit, blank, settle, splice
from tenor.readers.residue import residue
from tenor.readers.sheet import Line, lines_of
from tenor.readers.typography import fold

#: A line longer than this was not wrapped by hand, so that its end is the paragraph's.
_WRAPPED = 120
#: A title is one line of at most this many words, and ends like no sentence.
_TITLE_WORDS = 16
#: Furniture is looked for only in the edges of a document of at least this many blocks …
_BLOCKS = 8
#: … and only in this many lines at its end.
_EDGE_LINES = 12
#: A heading has no more words …
_HEADING_WORDS = 10
#: … and stands over a paragraph of so many at least.
_PARAGRAPH = 5
#: A heading right above its paragraph is shorter than the line below by a word and this, …
_ROOM = 12
#: … which is no line of verse if it is so long.
_PROSE_LINE = 60
_OPENING = "\"'(“‘«*_"
#: What stands at the top more often than this is a refrain, not a title.
_TITLES = 4

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_INK = re.compile(r"[^\s\u00ad\u200b\ufeff](?:.*[^\s\u00ad\u200b\ufeff])?", re.DOTALL)
_BULLET = re.compile(r"[-*+•‣⁃▪●◦]\s+(?=\S)|:{1,3}\s?(?=\w\w)")
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_CLOSED = re.compile(r"[.!?:;…][\"')\]”’»]*\s*$")
_RULE = re.compile(r"(?P<mark>[=~_*#^-])(?:\s?(?P=mark)){2,}")
_BYLINE = re.compile(r"[Bb]y [A-Z]|BY [A-Z]")
_MARKED_END = re.compile(r"[.!?:;,…–—-][\"')\]”’»]*\s*$")
_SENTENCE_END = re.compile(r"[.!?…:][\"')\]”’»]*(?:\s|$)")
_NUMBERED = re.compile(r"^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)])\s+)")
#: Words that a heading writes without a capital.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """a an and as at but by de for from in into is nor of off on onto or over per so than that
        the to up upon via vs with without yet""",
    )
)
_TAIL = re.compile(
    r"""\W*(?:\d{1,3}[.)]\s*)?(?:
      (?:pingback|trackback)s?\s*:.*
    | leave\s+a\s+(?:reply|comment)
    | (?:post|add)\s+a\s+comment
    | your\s+e-?mail\s+address\s+will\s+not\s+be\s+published.*
    | required\s+fields\s+are\s+marked.*
    | share\s+(?:this|on\s+(?:facebook|twitter|linkedin|x))(?:\s+(?:post|article|story))?
    | (?:like|tweet)\s+this | like\s+loading.* | click\s+to\s+share\s+on\s.*
    | related\s+(?:posts|articles|stories)
    | (?:filed\s+under|posted\s+in|tagged(?:\s+(?:with|as))?|tags|categories)\s*:.*
    | (?:\d+|no)\s+(?:comments|responses|replies)(?:\s+(?:on|to)\s.*)?
    | (?:previous|next|older|newer)\s+(?:post|article|entry|entries|posts)\b.{0,80}
    | (?:all\s+rights\s+reserved | (?:copyright|©)\s*(?:\(c\)|©)?\s*(?:19|20)\d\d.{0,100}).?
    | (?:subscribe|sign\s+up)\s+(?:to|for)\s+(?:our|my|the)\s+newsletter
    | (?:proudly\s+)?powered\s+by\s+(?:wordpress|blogger|ghost|medium|tumblr).*
    | (?:skip|jump)\s+to\s+(?:main\s+)?content | back\s+to\s+top
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


class _Line(NamedTuple):
    start: int
    end: int
    after_gap: bool


def read(text: str) -> Reading:
    """Read plain text: every paragraph and list item a block, furniture at the edges left out.

    A line end within a block is a space, unless the line before it is longer than 120 characters.
    Two rules say what is furniture, both only where eight blocks or more stand: a title that
    stands at the top two to four times, and a blog page's known tails ("Pingback: …") at the end.
    Nothing is furniture where fewer than two different blocks would remain. Code, tables, and of
    letters the headers, quoted replies and signatures are left out, unless nothing else is there,
    as is mark-up of wikis, forums and formulas.
    """
    page = _taken(text)
    lines = list(_lines(page.rest))
    blocks = _blocks(page.rest, lines)
    if page.outs and not blocks:
        page = _Page(text, [], None, [])
        lines = list(_lines(text))
        blocks = _blocks(text, lines)
    titles = _titles(text, blocks)
    left_out = _furniture(text, blocks, lines, titles)
    rest = _without(text, blocks, left_out)
    if left_out and _are_all_the_same(text, rest):
        rest, left_out = blocks, []
    title = max((text[slice(*block.span)] for block in titles), key=len, default=None)
    headed = tuple(_headed(text, rest, titles))
    outs = settle([*left_out, *page.outs])
    plain = splice(_without_outs(text, page.wholes), page.edits)
    return Reading(fold(plain), headed, outs, page.title or title)


class _Page(NamedTuple):
    """A text without its code, letters' furniture, tables and mark-up, and what these are."""

    rest: str
    wholes: list[LeftOut]
    title: str | None
    edits: list[Edit]
    pieces: Sequence[LeftOut] = ()

    @property
    def outs(self) -> list[LeftOut]:
        """Give all that is left out: whole lines, and pieces of lines."""
        return [*self.wholes, *self.pieces]


def _taken(text: str) -> _Page:
    """Take code out first, as it may look like the rest, then what is of letters, then tables."""
    lines = lines_of(text)
    outs = [LeftOut(_stretch(lines, run), "code") for run in console.code(lines)]
    rest = _without_outs(text, outs)
    lines = lines_of(rest) if outs else lines
    found = letters.mail(rest, lines)
    rest = _without_outs(rest, found.outs)
    lines = lines_of(rest) if found.outs else lines
    tables = [LeftOut(_stretch(lines, run), "table") for run in columns.tables(lines)]
    rest = _without_outs(rest, tables)
    edits, pieces = residue(rest)
    wholes = [*outs, *found.outs, *tables]
    return _Page(splice(rest, edits), wholes, found.subject, edits, pieces)


def _stretch(lines: Sequence[Line], run: Span) -> Span:
    """Give the stretch of a run of lines."""
    return Span(lines[run.start].ink, lines[run.end - 1].end)


def _without_outs(text: str, outs: Iterable[LeftOut]) -> str:
    """Read spaces where something is left out."""
    return splice(text, sorted(blank(*out.span) for out in outs))


def _lines(text: str) -> Iterator[_Line]:
    """Yield each line that holds something, stripped, and whether a blank line stands before it."""
    reached = 0
    for line in _LINE.finditer(text):
        ink = _INK.search(text, line.start(), line.end())
        if ink:
            yield _Line(ink.start(), ink.end(), _has_gap(text, reached, ink.start()))
            reached = ink.end()


def _has_gap(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch between two lines holds a blank line or a page break."""
    gap = text[start:end]
    if gap == "\n":
        return False
    return "\f" in gap or gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _blocks(text: str, lines: Sequence[_Line]) -> list[Block]:
    """Join lines into blocks; a heading may stand right above what is under it."""
    blocks: list[Block] = []
    before: _Line | None = None
    for number, line in enumerate(lines):
        fresh = before is None or line.after_gap or before.end - before.start > _WRAPPED
        is_head = not fresh and _is_over(text, blocks, lines[number : number + 2])
        if is_head:
            blocks[-1] = blocks[-1]._replace(kind="heading", level=2)
        if _RULE.fullmatch(text, line.start, line.end):
            before = None  # a line across divides what stands around it
            continue
        marker = _marker(text, line, is_start=fresh or blocks[-1].kind == "item")
        if fresh or is_head or marker:
            start = marker.end() if marker else line.start
            blocks.append(Block("item" if marker else "paragraph", Span(start, line.end)))
        else:
            blocks[-1] = blocks[-1]._replace(span=Span(blocks[-1].span.start, line.end))
        before = line
    return blocks


def _is_over(text: str, blocks: Sequence[Block], lines: Sequence[_Line]) -> bool:
    """Tell a heading from the first of the lines below it: it is a rule, a byline, or prose."""
    if _LINE.fullmatch(text, *blocks[-1].span) is None:
        return False
    words = text[slice(*blocks[-1].span)]
    if not _is_short(words):
        return False
    below = text[lines[0].start : lines[0].end]
    is_byline = len(blocks) == 1 and _BYLINE.match(below) is not None
    return is_byline or _RULE.fullmatch(below) is not None or _is_run_in(text, words, lines)


def _is_run_in(text: str, words: str, lines: Sequence[_Line]) -> bool:
    """Tell a heading right above its paragraph: the next word would have had room beside it.

    Lines of verse are short themselves.
    """
    below = text[lines[0].start : lines[0].end]
    if len(words) + len(below.split(maxsplit=1)[0]) + _ROOM > len(below):
        return False
    is_last = len(lines) == 1 or lines[1].after_gap or bool(_BULLET.match(text, lines[1].start))
    is_prose = len(below) >= _PROSE_LINE or (is_last and _CLOSED.search(below) is not None)
    return is_prose and below.lstrip(_OPENING)[:1].isupper()


def _is_short(words: str) -> bool:
    """Tell whether words are few, begin with a capital and end like no sentence."""
    is_few = 0 < len(words.split()) <= _HEADING_WORDS and _MARKED_END.search(words) is None
    return is_few and words.lstrip(_OPENING)[:1].isupper()


def _marker(text: str, line: _Line, *, is_start: bool) -> re.Match[str] | None:
    """Find a list item's mark: a bullet anywhere, a number only where no sentence runs on."""
    marker = _BULLET.match(text, line.start, line.end)
    if marker is None and (is_start or _CLOSED.search(text, max(0, line.start - 20), line.start)):
        marker = _NUMBER.match(text, line.start, line.end)
    return marker


def _titles(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Give the title, a short first line that ends like no sentence, and what says it again."""
    if len(blocks) < 2 or blocks[0].kind == "item" or not _is_title(text, blocks[0]):
        return []
    first = _words(text, blocks[0])
    return list(
        takewhile(
            lambda block: (
                block.kind != "item"
                and _is_title(text, block)
                and _are_alike(first, _words(text, block))
            ),
            blocks,
        )
    )


def _headed(text: str, blocks: Sequence[Block], titles: Sequence[Block]) -> list[Block]:
    """Tell headings among the blocks: lines that stand alone over what is said under them."""
    headed: list[Block] = []
    is_under = False
    for place in range(len(blocks) - 1, -1, -1):
        block, is_title = blocks[place], place == 0 and blocks[place] in titles
        is_over_items = is_under and headed[-1].kind == "item"
        is_heading = is_under and _is_heading(text, block, is_plain=is_title or is_over_items)
        is_heading = is_heading and not (block.kind == "item" and is_over_items)
        if is_heading or block.kind == "heading":
            block = block._replace(kind="heading", level=1 if is_title else 2)
        else:
            is_under = block.kind == "item" or _is_said(text, block)
        headed.append(block)
    return headed[::-1]


def _is_heading(text: str, block: Block, *, is_plain: bool) -> bool:
    """Tell a line that stands alone, is short, and is written as headings are.

    Where it is plain that it is one, it may be written as a sentence.
    """
    words = _NUMBERED.sub("", text[slice(*block.span)])
    if not _is_title(text, block) or not _is_short(words) or _is_bulleted(text, block):
        return False
    return is_plain or all(map(_is_capital, words.split()))


def _is_bulleted(text: str, block: Block) -> bool:
    """Tell an item that has no number."""
    mark = text[max(0, block.span.start - 8) : block.span.start].rstrip()[-1:]
    return block.kind == "item" and mark not in {".", ")"}


def _is_capital(word: str) -> bool:
    """Tell a word that begins with a capital, or is one of those that need none in a heading."""
    bare = word.strip("\"'()“”‘’«»,:*_")
    return not bare[:1].isalpha() or bare[:1].isupper() or bare.lower() in _SMALL


def _is_said(text: str, block: Block) -> bool:
    """Tell a paragraph that says something: enough words, and the end of a sentence."""
    words = text[slice(*block.span)]
    return len(words.split()) >= _PARAGRAPH and _SENTENCE_END.search(words) is not None


def _is_title(text: str, block: Block) -> bool:
    """Tell whether a block has the form of a title."""
    line = text[block.span.start : block.span.end]
    return (
        len(line) <= _WRAPPED
        and len(line.split()) <= _TITLE_WORDS
        and _LINE.fullmatch(line) is not None
        and _CLOSED.search(line) is None
    )


def _are_alike(first: list[str], second: list[str]) -> bool:
    """Tell whether two titles are one, or one lacks the other's last word."""
    shorter, longer = sorted((first, second), key=len)
    return longer[: len(shorter)] == shorter and len(longer) - len(shorter) <= 1


def _words(text: str, block: Block) -> list[str]:
    """Give a block's words without case and marks."""
    return re.findall(r"\w+", text[block.span.start : block.span.end].casefold())


def _furniture(
    text: str, blocks: Sequence[Block], lines: Sequence[_Line], titles: Sequence[Block]
) -> list[LeftOut]:
    """Give what is no prose at the edges of a text: its title repeated, a blog page's tails."""
    if len(blocks) < _BLOCKS:
        return []
    repeated = titles if 1 < len(titles) <= _TITLES else ()
    return [*(LeftOut(title.span, "repeated title") for title in repeated), *_footer(text, lines)]


def _footer(text: str, lines: Sequence[_Line]) -> list[LeftOut]:
    """Give the lines at the end that are a blog page's known tails."""
    tails: list[LeftOut] = []
    for line in reversed(lines[-_EDGE_LINES:]):
        if line.end - line.start > 300 or not _TAIL.match(text, line.start, line.end):
            break
        tails.insert(0, LeftOut(Span(line.start, line.end), "page footer"))
    return tails


def _without(text: str, blocks: Sequence[Block], left_out: Sequence[LeftOut]) -> list[Block]:
    """Take what is left out off the blocks: whole blocks, or the end of the last one."""
    cuts = [out.span for out in left_out]
    rest = []
    for block in blocks:
        start, end = block.span
        at = bisect_right(cuts, start, key=lambda cut: cut.end)
        if at < len(cuts) and cuts[at].start < end:
            end = start + len(text[start : cuts[at].start].rstrip())
        if end > start:
            rest.append(block._replace(span=Span(start, end)))
    return rest


def _are_all_the_same(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether no two blocks differ in their words."""
    first = _words(text, blocks[0]) if blocks else []
    return all(_words(text, block) == first for block in blocks)
