"""The text and everything that points into it.

A text is never altered. Beside it stands its *reading*: a string of the same length in which each
character is what a reader sees at that place, so that an offset means the same in both.

A run of sentences is `first` up to, without, `after`, half-open as a span is; only lines, which
people count, go from a first to a last.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from tenor.errors import WrongValueError, wrong_type

#: Stands in a reading for a character that is there but says nothing (soft hyphens, zero-width
#: marks, `**` within a word, the tail of an entity). It divides no word and is part of none.
NOTHING = "\u200b"

#: No mark before code is longer, such as `:py:meth:` and a quote.
_MARKS = 40

#: What a block is; "alt" is the text of an image.
BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "alt"]
#: Why a stretch is no prose.
Reason = Literal[
    "another language",
    "attachment",
    "attribute",
    "cell beyond the header",
    "code",
    "comment",
    "declaration",
    "directive",
    "disclaimer",
    "drawing",
    "embedded content",
    "encoded",
    "fallback",
    "form control",
    "front matter",
    "link definition",
    "link label",
    "mail header",
    "markup",
    "math",
    "navigation",
    "nested too deeply",
    "page footer",
    "pronunciation",
    "quoted reply",
    "references",
    "repeated title",
    "script",
    "signature",
    "style",
    "table",
    "template",
    "title",
    "unclosed tag",
    "URL",
]


class Span(NamedTuple):
    """A half-open range of code points of the original text."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Tell whether there is something that lies in both."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place as editors count it: line and column, both from 1, in code points."""

    line: int
    column: int


class Token(NamedTuple):
    """A word, number, punctuation mark, emoji, emoticon, URL or handle, and where it stands."""

    text: str
    span: Span


class LeftOut(NamedTuple):
    """A stretch that is no prose, and why it is not counted."""

    span: Span
    reason: Reason


class Block(NamedTuple):
    """A stretch of prose that no sentence crosses the edge of.

    `level` is a heading's depth (1 to 6, otherwise 0); `holes` are stretches inside it that belong
    to another block; `language` is the code of the language it is said to be in, "" for none.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    holes: tuple[Span, ...] = ()
    language: str = ""


class Reading(NamedTuple):
    """What a reader sees of a text: `plain` has the text's length, blocks are in reading order.

    `title` is what the text's metadata call it, None where they do not.
    """

    plain: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    title: str | None = None

    def view(self, block: Block) -> str:
        """Give how a block reads, with spaces where another block stands inside it."""
        start, end = block.span
        if not block.holes:
            return self.plain[start:end]
        pieces = []
        for hole in sorted(block.holes):
            opens, closes = (min(max(offset, start), end) for offset in hole)
            pieces += [self.plain[start:opens], " " * (closes - opens)]
            start = closes
        return "".join([*pieces, self.plain[start:end]])


class Section(NamedTuple):
    """What stands under one heading, up to the next: its place and its sentences.

    `level` is the heading's depth, 1 to 6; `first` and `after` are indexes of sentences, half-open.
    """

    title: str
    level: int
    span: Span
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, and its tokens made on demand from packed offsets.

    `block` is the index of its block in the document; `starts` and `ends` have the offsets of each
    token; `text` and `plain` are those of the whole document.
    """

    span: Span
    block: int
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    _forms: tuple[str, ...] = field(repr=False)
    text: str = field(repr=False, compare=False)
    plain: str = field(repr=False, compare=False)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Give every token, punctuation included, in order."""
        text = self.text
        return tuple(
            Token(text[start:end], Span(start, end))
            for start, end in zip(self.starts, self.ends, strict=True)
        )

    @property
    def forms(self) -> list[str]:
        """Give each token as it reads: straight quotes, marks that say nothing taken out."""
        return list(self._forms)


@dataclass(frozen=True)
class Document:
    """A text with its prose blocks, sentences and tokens, and what was left out of the numbers."""

    name: str
    text: str = field(repr=False)
    plain: str = field(repr=False, compare=False)
    blocks: tuple[Block, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    left_out: tuple[LeftOut, ...] = field(default=(), repr=False)
    title: str | None = None

    def __hash__(self) -> int:
        """Go by name and text, of which all else is made."""
        return hash((self.name, self.text))

    def __reduce__(self) -> tuple[type[Document], tuple[object, ...]]:
        """Go to another process without what has been counted: there it is counted when asked."""
        return Document, tuple(getattr(self, field.name) for field in fields(self))

    @cached_property
    def words(self) -> int:
        """Count the words: tokens that are neither mark, picture, address nor handle."""
        return sum(count for form, count in self.forms.items() if is_word(form))

    @cached_property
    def forms(self) -> Counter[str]:
        """Count every form of the text, marks included."""
        forms: Counter[str] = Counter()
        for sentence in self.sentences:
            forms.update(sentence.forms)
        return forms

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Give the sections that headings make, in order; none without a heading."""
        heads = [index for index, block in enumerate(self.blocks) if block.kind == "heading"]
        owners = [sentence.block for sentence in self.sentences]
        return tuple(
            self._section(owners, head, after)
            for head, after in pairwise([*heads, len(self.blocks)])
        )

    def _section(self, owners: Sequence[int], index: int, after: int) -> Section:
        """Make the section whose heading is block `index`, and which ends before block `after`."""
        head, last = self.blocks[index], self.blocks[after - 1]
        title = " ".join(self.plain[head.span.start : head.span.end].replace(NOTHING, "").split())
        span = Span(head.span.start, last.span.end)
        first, end = bisect_left(owners, index), bisect_left(owners, after)
        return Section(title, head.level, span, first, end)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        r"""Give the offset of each line's first character; lines end at \n, \r\n or \r."""
        return array("L", _line_starts(self.text))

    def position(self, offset: int) -> Position:
        """Turn an offset into line and column, both from 1; a BOM has no column."""
        line = self.line(offset)
        start = self.line_starts[line - 1]
        bom = 1 if line == 1 and self.text.startswith("\ufeff") and offset > 0 else 0
        return Position(line, offset - start + 1 - bom)

    def offset(self, line: int, column: int) -> int:
        """Turn a line and a column, both from 1, into an offset: the inverse of `position`.

        Raises a TenorError that is a TypeError where they are no whole numbers, a ValueError where
        the text has no such line.
        """
        if not (isinstance(line, int) and isinstance(column, int)):
            raise wrong_type("a line and a column must be ints", (line, column))
        if not 1 <= line <= len(self.line_starts):
            raise WrongValueError(f"there are lines 1 to {len(self.line_starts)}, not {line}")
        bom = 1 if line == 1 and self.text.startswith("\ufeff") else 0
        return self.line_starts[line - 1] + column - 1 + bom

    def line(self, offset: int) -> int:
        """Give the line, from 1, that holds an offset."""
        if not isinstance(offset, int):
            raise wrong_type("an offset must be an int", offset)
        if not 0 <= offset <= len(self.text):
            raise WrongValueError(f"an offset must be from 0 to {len(self.text)}, not {offset}")
        return bisect_right(self.line_starts, offset)

    def place(self, offset: int) -> str:
        """Name a place as commands take it: its line, and the column if it has more sentences."""
        line, column = self.position(offset)
        return str(line) if self._sentences_on(line) < 2 else f"{line}:{column}"

    def _sentences_on(self, line: int) -> int:
        """Count the sentences that stand on a line, from 1, wholly or in part."""
        start, end = self.line_starts[line - 1], len(self.text)
        if line < len(self.line_starts):
            end = self.line_starts[line]
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence.span.end)
        after = bisect_left(self.sentences, end, key=lambda sentence: sentence.span.start)
        return after - first

    def slice(self, span: Span) -> str:
        """Give the original text of a span."""
        _refuse_no_span(span)
        return self.text[span.start : span.end]

    def shown(self, span: Span) -> str:
        """Give a stretch as its reader sees it: without markup and addresses, with its code."""
        _refuse_no_span(span)
        pairs = zip(
            self.text[span.start : span.end], self.plain[span.start : span.end], strict=True
        )
        return "".join(
            self._shown(offset, char, read) for offset, (char, read) in enumerate(pairs, span.start)
        )

    def folded(self, span: Span) -> str:
        """Give a stretch as its reader sees it, on one line, spaces folded."""
        return " ".join(self.shown(span).split())

    def _shown(self, offset: int, char: str, read: str) -> str:
        """Give what is seen of one character that reads as another."""
        if read == NOTHING or (read == " " and not char.isspace()):
            is_code = self._is_code(offset) or (char == " " and self._is_before_code(offset))
            return char if is_code else read.strip(NOTHING)
        is_folded = read in "'\" " and char not in "&="  # a curly quote, not where an entity starts
        return char if is_folded else read

    def _is_before_code(self, offset: int) -> bool:
        """Tell whether code follows a character, with nothing but its marks between."""
        number = bisect_right(self.left_out, offset, key=lambda out: out.span.start)
        if number == len(self.left_out) or self.left_out[number].reason != "code":
            return False
        start, end = offset + 1, self.left_out[number].span.start
        if end - start > _MARKS:
            return False
        is_one_word = not any(map(str.isspace, self.text[start:end]))
        return is_one_word and not self.plain[start:end].strip(NOTHING)

    def _is_code(self, offset: int) -> bool:
        """Tell whether a character is left out as code."""
        index = bisect_right(self.left_out, offset, key=lambda out: out.span.start) - 1
        stretch = self.left_out[index] if index >= 0 else None
        return stretch is not None and offset < stretch.span.end and stretch.reason == "code"


def _refuse_no_span(span: object) -> None:
    if not isinstance(span, Span):
        raise wrong_type("a stretch must be a Span", span)


def _line_starts(text: str) -> Iterator[int]:
    """Yield where each line begins: 0, then one past every line end."""
    yield 0
    if "\r" not in text:
        newline = text.find("\n")
        while newline >= 0:
            yield newline + 1
            newline = text.find("\n", newline + 1)
        return
    for offset, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[offset + 1 : offset + 2] != "\n"):
            yield offset + 1


def is_word(form: str) -> bool:
    """Tell whether a token's form is a word: it begins with a letter or digit, and is no address.

    URLs, e-mail addresses and @handles are tokens, but no words.
    """
    if form.isalpha():
        return True
    head = form[:1] if form[:1] != "'" else form[1:2]
    if not head.isalnum():
        return False
    return "://" not in form and "@" not in form and not form.lower().startswith("www.")
