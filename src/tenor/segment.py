"""Text to sentences and tokens: nltk's Punkt and RegexpTokenizer with rules around them.

A sentence ends at a mark (`.`, `!`, `?`, `…`) that the rules below or, where they have no opinion,
Punkt (Kiss & Strunk 2006) take for its end. Rules and words go by the reading, a block at a time.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized, normalize

from tenor import pace
from tenor.document import NOTHING, Block, Document, LeftOut, Reading, Sentence, Span
from tenor.lexicons import rows
from tenor.readers.typography import fold

if TYPE_CHECKING:
    from nltk.tokenize import PunktSentenceTokenizer, RegexpTokenizer

#: nltk bounds every pattern by the clock, so that it never gets more than this many characters.
_PIECE = 1 << 16
#: What is looked at on either side of a mark.
_AROUND = 40

# What stands on a letter. nltk's patterns run on `regex` or, before 3.10, on `re`, whose `\w` has
# no such marks.
_ACCENT = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c2\u05c4-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06ed\u0711-\u074a\u0900-\u0963\u0971-\u0df3\u0e31-\u0e4e\u0eb1-\u0ece"
    "\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
    "\u3099\u309a\ufe0f\ufe20-\ufe2f]"
)
_LETTER = rf"(?:[^\W_]{_ACCENT}*)"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_PATH = r"[^\s\x00-\x1f<>\"]*[^\s\x00-\x1f<>\"'.,;:!?)\]}…]"
_FACE = (
    rf"(?:[<>}}]?[:;=]['’]?[-^o]?(?:[()\[\]]+|[|\\*@$/]|(?<=[-^o])[{{}}])(?![*/]){_NO_LETTER_AFTER}"
    rf"|{_NO_LETTER_BEFORE}[<>]?(?::['’]?[-^]?[DdPpOoSsXxCcLl3Þ]|[;=][-^]?[DdPp]){_NO_LETTER_AFTER}"
    r"|(?<!\S)[()\[\]][-^o]?['’]?[:;=](?!\S)"
    r"|</?3+(?!\d)|\\o/|(?<!\S)(?:-_+-|\^_*\^|>_+<|>\.<|;_+;|8-\)|:-?[<>&])(?!\S))"
)
_PICTURE = (
    "[\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_EMOJI = rf"(?:{_PICTURE}(?:\u200d{_PICTURE})*|[\U0001f1e6-\U0001f1ff]{{1,2}})"
#: What shows a feeling, and so belongs to the sentence before it.
_SMILEY = rf"(?:{_FACE}|(?=[☀-⛿❣❤\U0001f300-\U0001faff]){_EMOJI})"
_JOINT = r"(?:['’_‐‑-]|(?<=\d)[.,:/](?=\d)|(?<=[A-Z])&(?=[A-Z]))"
_WORD = rf"{_LETTER}+(?:{_JOINT}{_LETTER}+)*"
_AT_HOST = rf"(?:[.+_-]{_LETTER}+){{0,8}}@{_LETTER}+(?:[.-]{_LETTER}+){{1,8}}"
_DOMAIN = (
    rf"(?:\.{_LETTER}+){{0,6}}\.(?:com|org|net|edu|gov|io|info|co\.uk|de|dev){_NO_LETTER_AFTER}"
    rf"(?:/{_PATH})?"
)
#: One token: whatever comes first here. The two patterns before `(?=\S)` say nothing new: they
#: spare the usual words and marks, as it spares every space, the trial of all the others.
_TOKEN = "|".join(
    [
        r"[A-Za-z]+(?=[ ,;)]|\. |\.\Z)",
        r"[,.](?= )",
        rf"(?=\S)(?:(?:https?://|ftp://|www\.){_PATH}",
        "[0-9#*]\ufe0f?\u20e3",
        rf"[^\W\d_](?:\.[^\W\d_])+{_NO_LETTER_AFTER}\.?",
        rf"Ph\.?D\.?{_NO_LETTER_AFTER}",
        rf"{_WORD}(?:{_AT_HOST}|{_DOMAIN})?",
        rf"{_NO_LETTER_BEFORE}@\w+",
        rf"{_NO_LETTER_BEFORE}'(?i:tis|twas|twere|em|til|bout|n|s|\d\ds){_NO_LETTER_AFTER}",
        _FACE,
        _EMOJI,
        r"[!?]+|\.+|…+|-+|[—–]+|\*+|_+|=+|~+|/+|,+|•+",
        "[^\\s\\x00-\\x1f\\x7f-\\x9f][\u0300-\u036f\u20d0-\u20f0\ufe0f]*)",
    ]
)


def segment(
    name: str, text: str, reading: Reading, others: Collection[int] = frozenset()
) -> Document:
    """Divide a reading's blocks into sentences and tokens.

    The blocks of the numbers `others` are in another language, and left out.
    """
    plain = reading.plain
    sentences: list[Sentence] = []
    types: dict[str, str] = {}
    for index, block in enumerate(pace.over("sentences", reading.blocks)):
        if index in others:
            continue
        for starts, ends, forms in _sentences(reading, block):
            shared = tuple(map(types.setdefault, forms, forms))  # one string a type, not a token
            span = Span(starts[0], ends[-1])
            sentences.append(Sentence(span, index, starts, ends, shared, text, plain))
    return Document(
        name,
        text,
        plain,
        reading.blocks,
        tuple(sentences),
        _left_out(reading, others),
        reading.title,
    )


def _left_out(reading: Reading, others: Collection[int]) -> tuple[LeftOut, ...]:
    """Give what is left out, blocks in another language too, in order of place."""
    if not others:
        return reading.left_out
    blocks = [LeftOut(reading.blocks[number].span, "another language") for number in others]
    both = [*reading.left_out, *blocks]
    return tuple(sorted(both, key=lambda out: (out.span.start, -out.span.end)))


def _sentences(
    reading: Reading, block: Block
) -> Iterator[tuple[array[int], array[int], list[str]]]:
    """Yield each sentence of a block as where its tokens start and end, and how they read."""
    view = _composed(reading.view(block))
    starts, ends, forms = _tokens(view.text)
    cuts = _cuts(view.text, starts, ends, _boundaries(view.text, _lead(reading.plain, block)))
    if view.starts and view.ends:
        starts = array("I", [view.starts[start] for start in starts])
        ends = array("I", [view.ends[end - 1] for end in ends])
    base = block.span.start
    if base:
        starts = array("I", [start + base for start in starts])
        ends = array("I", [end + base for end in ends])
    for first, after in pairwise(cuts):
        yield starts[first:after], ends[first:after], forms[first:after]


def _lead(plain: str, block: Block) -> str:
    """Give the mark that stands before a list item's block."""
    if block.kind != "item":
        return ""
    return "".join(plain[max(0, block.span.start - 8) : block.span.start].split()[-1:])


class _View(NamedTuple):
    """What is seen of a block, and where each character starts and ends if not where it stands."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None


def _composed(view: str) -> _View:
    """Take out what says nothing, and put each letter together with the marks on it (NFC)."""
    if NOTHING not in view and _is_composed(view):
        return _View(view)
    starts = array("I", [index for index, char in enumerate(view) if char != NOTHING])
    ends = array("I", [start + 1 for start in starts])
    view = view.replace(NOTHING, "")
    return _View(view, starts, ends) if _is_composed(view) else _put_together(view, starts, ends)


def _is_composed(text: str) -> bool:
    return text.isascii() or is_normalized("NFC", text)


#: What may be one letter when put together; more marks than a letter has stay as they stand.
_PARTS = re.compile(rf"[\s\S](?:{_ACCENT}|[\u1161-\u1175\u11a8-\u11c2]){{1,8}}")


def _put_together(text: str, starts: array[int], ends: array[int]) -> _View:
    """Put letters together; one ends where its last mark does."""
    pieces: list[str] = []
    firsts, lasts, done = array("I"), array("I"), 0
    for parts in _PARTS.finditer(text):
        (start, end), whole = parts.span(), normalize("NFC", parts[0])
        if len(whole) > end - start:
            continue
        pieces += [text[done:start], whole]
        firsts += starts[done : start + len(whole)]
        lasts += ends[done : start + len(whole)]
        lasts[-1] = ends[end - 1]
        done = end
    return _View("".join([*pieces, text[done:]]), firsts + starts[done:], lasts + ends[done:])


@cache
def _tokenizer() -> RegexpTokenizer:
    """Make nltk's tokenizer of the one token pattern."""
    from nltk.tokenize import RegexpTokenizer

    return RegexpTokenizer(_TOKEN)


def _tokens(view: str) -> tuple[array[int], array[int], list[str]]:
    """Find every token's start and end, and its form.

    Nothing but space lies between tokens, so the next place of a token's text is the token's own.
    """
    tokenize = _tokenizer().tokenize
    find = view.find
    starts, ends = array("I"), array("I")
    forms: list[str] = []
    for start, end in _pieces(view):
        forms += tokenize(view[start:end])
    offset = 0
    for form in forms:
        offset = find(form, offset)
        starts.append(offset)
        offset += len(form)
        ends.append(offset)
    return starts, ends, forms


def tokenize(text: str) -> list[str]:
    """Give the forms of a few words' tokens, as they would read within a sentence."""
    return _tokens(_composed(fold(text)).text)[2]


def _pieces(view: str) -> Iterator[tuple[int, int]]:
    """Yield bounded stretches that end at a space where there is one."""
    start = 0
    while len(view) - start > _PIECE:
        end = view.rfind(" ", start + 1, start + _PIECE) + 1 or start + _PIECE
        yield start, end
        start = end
    yield start, len(view)


_INK = re.compile(r"[^\W_]")
_FEELING = re.compile(_SMILEY)


def _cuts(
    view: str, starts: Sequence[int], ends: Sequence[int], boundaries: Iterable[int]
) -> list[int]:
    """Give the index of each sentence's first token, and at last how many tokens there are.

    A boundary within a token does not count, and a stretch without a letter or digit joins the
    sentence before it. A block of mere marks is no sentence, unless one of them is a face.
    """
    ink = _INK.search(view)
    if ink is None:
        return [0, len(starts)] if _FEELING.search(view) else []
    cuts = [0]
    for boundary in boundaries:
        first = bisect_left(starts, boundary, cuts[-1])
        if ink.start() >= boundary or ends[first - 1] > boundary:
            continue
        ink = _INK.search(view, boundary)
        if ink is None:
            break
        cuts.append(first)
    return [*cuts, len(starts)]


class _EndMark(NamedTuple):
    """A mark that may end a sentence, and what stands around it.

    `word` runs up to the mark, `close` has the quotes and brackets after it, `next` what follows a
    space; `before` is the text before the mark as far as is looked, and `so_far` the whole sentence
    before it, empty if that is longer.
    """

    word: str
    mark: str
    close: str
    next: str
    before: str
    so_far: str


_BULLETS = "•⁃‣◦▪●"
_CITATION = r"(?:\ *\[(?:\d[\d,\ –-]{0,40}|…|\.\.\.)\])"
# A class comes first in these patterns, and what must stand before it after: `re` then skips fast.
_CANDIDATE = re.compile(
    rf"""[.!?…‽。！？｡](?:
           (?<![.!?…‽].)(?<!\.\ .)(?<![。！？｡])
             (?P<more>(?<=\.)\.*+(?:\ \.++)++|[.!?…‽]*+)
             (?P<close>["'”’»)\]}}]*+(?:\ ["')\]](?=\ ))?+{_CITATION}*+)
             (?:\ *+{_SMILEY}(?=\s))*+
             \s++(?=(?P<next>\S{{1,{_AROUND}}}))
         | (?P<wide>(?<=[。！？｡])[。！？｡]*[」』”’）》】]*)
         | (?P<glued>(?:(?<=[a-z][a-z]\.)|(?<=[a-z][a-z].)[.!?…]+)(?=[A-Z][a-z']*[ ,])))""",
    re.VERBOSE,
)
_SMILE = re.compile(rf"\ (?<=\w\ ){_SMILEY}+\ +(?=[A-Z][a-z']*[ ,])")
_OPENERS = "\"'([{“‘«¿¡*_#–—-"
_NUMBERED = re.compile(rf"[\"'(\[{_BULLETS}*–-]*\s*(?:\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z])")
_INNER = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_POINTER = re.compile(r"[\d#$]|[IVXLC]+\b|[A-Z]\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_SELF = re.compile(r"I\b")
_MEASURED = re.compile(r"\d\s?\w+$")
_TIME = re.compile(
    r"(?:at|by|on|in|around|about|before|after|since|until|till|from)\s\S+\s[ap]\.m", re.IGNORECASE
)


def _boundaries(view: str, lead: str) -> Iterator[int]:
    """Yield each place where a new sentence begins."""
    smiles = [smile.end() for smile in _SMILE.finditer(view) if _is_starter(view, smile.end())]
    edges = [0, *sorted([*smiles, *_items(view, lead)]), len(view)]
    for start, end in pairwise(edges):
        if start:
            yield start
        yield from _ends(view, start, end)


def _ends(view: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end between two places."""
    for candidate in _CANDIDATE.finditer(view, start, end):
        if candidate["next"]:
            is_end = _is_end(_around(view, start, candidate))
        else:
            is_end = candidate["wide"] is not None or _is_starter(view, candidate.end())
        if is_end:
            start = candidate.end()
            yield start


def _around(view: str, start: int, candidate: re.Match[str]) -> _EndMark:
    """Give what is to be known of a mark: no more than a few words on either side."""
    place = candidate.start()
    before = view[max(start, place - _AROUND) : place]
    word = before[before.rfind(" ") + 1 :]
    so_far = before.strip() if place - start < _AROUND else ""
    mark = view[place : candidate.end("more")]
    return _EndMark(word, mark, candidate["close"], candidate["next"], before, so_far)


def _is_end(end: _EndMark) -> bool:
    """Tell whether a sentence ends at a mark."""
    if end.mark == "." and not end.close and _is_ordinary(end.word) and end.next[0].isupper():
        return True
    after = end.next.lstrip(_OPENERS)
    if after[:1] in {",", ";", ":"}:
        return False
    is_lower = after[:1].islower()
    if "!" in end.mark or "?" in end.mark:
        is_name = end.word[:1].isupper() and end.word != end.so_far
        return not is_lower or not (end.close or is_name)
    if len(end.mark) > 1 or end.mark == "…":
        is_gap = end.word[-1:] in {"[", "("} and end.close[:1] in {"]", ")"}
        return not (is_lower or is_gap or _SELF.match(after))
    return _is_period_end(end, after, is_lower=is_lower)


def _is_period_end(end: _EndMark, after: str, *, is_lower: bool) -> bool:
    """Tell whether a sentence ends at a single period."""
    words = _abbreviations()
    word = end.word.lstrip(_OPENERS)
    if _NUMBERED.fullmatch(end.so_far) or end.so_far.lower() in words["numeral"]:
        return False
    if _is_in(words["never"], word):
        return False
    if _is_in(words["reference"], word) and (is_lower or _POINTER.match(after)):
        return False
    if _may_be_short(end, word):
        return not (is_lower or _TIME.fullmatch(end.so_far)) and _is_starter(after)
    if is_lower and end.close:
        return False
    return _is_ordinary(end.word) or _punkt_breaks(end.word, end.next)


def _may_be_short(end: _EndMark, word: str) -> bool:
    """Tell whether a word is an abbreviation that may also end a sentence, or an initial."""
    words = _abbreviations()
    return (
        _INNER.fullmatch(word) is not None
        or _is_in(words["either"], word)
        or (len(word) == 1 and word.isupper())
        or (word in words["unit"] and _MEASURED.search(end.before) is not None)
    )


def _is_starter(text: str, start: int = 0) -> bool:
    """Tell whether a capitalised word that begins sentences, or a title, comes next."""
    word = _LETTERS.match(text, start)
    if word is None or not word[0][0].isupper():
        return False
    words = _abbreviations()
    is_title = text[word.end() : word.end() + 1] == "." and _is_in(words["never"], word[0])
    return is_title or word[0].lower() in words["starter"]


def _is_in(words: frozenset[str], word: str) -> bool:
    """Look a word up: a lower-case entry holds in any case, a capitalised one as it is written.

    Three and more capitals stand for either ("JAN."), two do not: "LA" is no "La.".
    """
    return word in words or word.lower() in words or (len(word) > 2 and _is_shouted(words, word))


def _is_shouted(words: frozenset[str], word: str) -> bool:
    """Tell whether a word is a capitalised entry in capitals."""
    return word.isupper() and word.capitalize() in words


_ITEM = re.compile(
    rf"(?<!\S)(?:(?P<bullet>[{_BULLETS}])|(?P<open>\(?)(?P<number>\d{{1,3}}|[a-z])"
    r"(?P<close>\.?\)|\.(?=\s+[^\sa-z])))\s*(?=\S)"
)


def _items(view: str, lead: str) -> list[int]:
    """Find where the further items of a list begin that runs on in one block.

    The block, or its lead, begins with a bullet, a number or a letter; an item begins at each same
    bullet, or at the number or letter that comes next.
    """
    first = _ITEM.match(view) or (_ITEM.match(f"{lead} {view[:2]}") if lead else None)
    if first is None:
        return []
    starts: list[int] = []
    expected = _following(first)
    for item in _ITEM.finditer(view, first.end() if first.string is view else 0):
        if _style(item) == expected:
            starts.append(item.start())
            expected = _following(item)
    return starts


def _style(item: re.Match[str]) -> tuple[str | None, ...]:
    """Give what an item's mark looks like."""
    return item.group("bullet", "open", "number", "close")


def _following(item: re.Match[str]) -> tuple[str | None, ...]:
    """Give what the mark of the item after this one looks like."""
    bullet, before, number, after = _style(item)
    if number is None:
        return bullet, before, number, after
    number = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
    return bullet, before, number, after


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    """Give the words of each kind in abbreviations.tsv."""
    table: dict[str, set[str]] = {}
    for kind, *words in rows("abbreviations.tsv"):
        table.setdefault(kind, set()).update(words)
    return {kind: frozenset(words) for kind, words in table.items()}


@cache
def _known() -> frozenset[str]:
    """Give every word that Punkt or a rule may take for no end of a sentence."""
    table = [row for row in _punkt_rows() if row[0] in {"abbreviation", "collocation"}]
    punkts = {entry.split(" ")[0] for row in table for entry in row[1:]}
    kinds = ("never", "reference", "either", "unit", "numeral")
    return frozenset(punkts.union(*(map(str.lower, _abbreviations()[kind]) for kind in kinds)))


def _is_ordinary(word: str) -> bool:
    """Tell whether every rule and Punkt take a period after this word for an end."""
    return len(word) > 1 and word.isalpha() and word.lower() not in _known()


@cache
def _punkt_rows() -> list[list[str]]:
    """Give the rows of Punkt's parameters, which two tables are made of."""
    return rows("punkt.tsv")


class _Contexts(dict[str, int]):
    """Punkt's notes on words; a table of nltk's would grow by every word it is asked about."""

    def __missing__(self, word: str) -> int:
        return 0


@cache
def punkt() -> PunktSentenceTokenizer:
    """Give Punkt with the packaged English parameters: nltk would not read a file of ours."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.ortho_context = _Contexts()
    for kind, *words in _punkt_rows():
        if kind == "abbreviation":
            parameters.abbrev_types.update(words)
        elif kind == "starter":
            parameters.sent_starters.update(words)
        elif kind == "collocation":
            parameters.collocations.update(tuple(pair.split(" ")) for pair in words)
        else:
            parameters.ortho_context.update(dict.fromkeys(words[1:], int(words[0])))
    return PunktSentenceTokenizer(parameters)


@lru_cache(maxsize=1 << 14)
def _punkt_breaks(word: str, after: str) -> bool:
    """Ask Punkt, who looks at no more than the words on both sides of a period."""
    return bool(punkt().text_contains_sentbreak(f"{word}. {after}"))
