"""HTML: which stretches are prose, found by one linear scan with exact places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import NamedTuple

from tenor.document import Block, BlockKind, LeftOut, Reading, Reason, Span
from tenor.readers.front_matter import front_matter
from tenor.readers.html_elements import BLOCKS, ENDLESS, LEFT_OUT, RAW, Elements, Mark, TagForm
from tenor.readers.html_language import Languages
from tenor.readers.mask import (
    Edit,
    blank,
    decoded,
    first_heading,
    gap,
    settle,
    silence,
    splice,
    tight,
    trim,
)
from tenor.readers.typography import fold

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    "blockquote": "quote",
}
#: Elements that are remembered until they end: those with a kind, and what closes them unasked.
_SCOPES = frozenset((*_KINDS, "ul", "ol", "dl", "menu", "table", "tr"))
#: An element of one family ends the one before it.
_FAMILIES = {
    **dict.fromkeys(_HEADINGS, "h"),
    **dict.fromkeys(("dt", "dd"), "dd"),
    **dict.fromkeys(("td", "th"), "td"),
}
_SIBLINGS = frozenset(("h", "li", "dd", "td", "tr"))

#: Raw elements of which a list of choices shows the words, as if they had no tags.
_IGNORED = RAW - {"script", "textarea"}

# Possessive throughout: nothing is ever tried twice, so that no text is worse than linear.
TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
    (?P<body>(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)(?P<end>>)?""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>"'=]++)(?:\s*+=\s*+(?:"(?P<a>[^"]*+)"|'(?P<b>[^']*+)'|(?P<c>[^\s>]++)))?+"""
)
_TAG_START = re.compile(r"<(?=[A-Za-z!?/])")
_MARKUP = re.compile(rf"{_TAG_START.pattern}|&(?=[A-Za-z#])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,9}+;?|#[xX][0-9A-Fa-f]{1,8}+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_TAG_BLANK = " \t\r\n\f/"
_COMMENT_END = re.compile(r"--!?>")


class _Frame(NamedTuple):
    """An open element that gives its text a kind."""

    family: str
    kind: BlockKind
    level: int


class Shown(NamedTuple):
    """What is read of a tag: its edits, its alt text, and where its attributes are."""

    edits: list[Edit]
    alt: Span | None
    left_out: list[LeftOut]


def read(text: str, *, is_part: bool = False) -> Reading:
    """Read HTML: text by block, alt texts as blocks of their own, the rest left out.

    Of a text that is but a part, an element that is left out may end beyond it.
    """
    place, title = front_matter(text)
    elements = Elements()
    closings = elements.ended(_marks(text, place, elements), len(text), is_part=is_part)
    page = _HtmlPage(text, closings)
    if place:
        page.edits.append(blank(0, place))
        page.left_out.append(LeftOut(Span(text.startswith("\ufeff"), place), "front matter"))
    while markup := _MARKUP.search(text, place):
        page.see(place, markup.start())
        place = page.take(markup.start())
    page.see(place, len(text))
    return page.reading(title)


def _marks(text: str, place: int, elements: Elements) -> Iterator[Mark]:
    """Yield every tag; in an element whose content holds no markup there is none.

    What is markup depends on where it stands, which `elements` know of all that was yielded.
    """
    is_xml = text.lstrip("\ufeff \t\r\n").startswith("<?xml")
    unclosed: set[str] = set()
    while opening := _TAG_START.search(text, place):
        tag = TAG.match(text, opening.start())
        if tag is None:
            place = _hidden_end(text, opening.start(), is_drawing=bool(elements.drawing))
            continue
        if not tag["end"]:
            return
        opened, place = mark(tag), tag.end()
        is_raw = opened.name in RAW and not elements.drawing
        if elements.is_choosing and opened.name in _IGNORED:
            continue
        if opened.form == "end" or not is_raw:
            yield opened
            continue
        closing = None if is_xml and opened.form == "whole" else _raw_end(text, opened, unclosed)
        if closing:
            yield opened._replace(form="start")
            yield mark(closing)
            place = closing.end()
            continue
        yield opened
        if opened.name in ENDLESS and opened.form == "start":
            return


def mark(tag: re.Match[str]) -> Mark:
    """Say what a tag is of."""
    form: TagForm = "end" if tag["close"] else "whole" if _is_whole(tag["body"]) else "start"
    return Mark(tag["name"].lower(), *tag.span(), form)


def _is_whole(body: str) -> bool:
    """Tell whether a tag ends in a slash of its own, not an attribute's."""
    if not body.endswith("/"):
        return False
    last = max(map(body.rfind, " \t\r\n\f\"'")) + 1
    return "=" not in body[last:]


def _raw_end(text: str, opened: Mark, unclosed: set[str]) -> re.Match[str] | None:
    """Find the end tag of an element without markup; one not found is not looked for again."""
    if opened.name in unclosed:
        return None
    pattern = re.compile(rf"</{opened.name}(?=[\s/>])", re.IGNORECASE)
    found = pattern.search(text, opened.end)
    if found is None:
        unclosed.add(opened.name)
        return None
    return TAG.match(text, found.start())


def _hidden_end(text: str, start: int, *, is_drawing: bool = False) -> int:
    """Say where a comment, doctype, processing instruction or malformed tag ends.

    In a drawing or formula there are stretches of bare text, `<![CDATA[ … ]]>`, too.
    """
    if is_drawing and text.startswith("<![CDATA[", start):
        end = text.find("]]>", start)
        return end + 3 if end >= 0 else len(text)
    if not text.startswith("<!--", start):
        return text.find(">", start) + 1 or len(text)
    if text.startswith(("<!-->", "<!--->"), start):
        return text.index(">", start) + 1
    closing = _COMMENT_END.search(text, start + 4)
    return closing.end() if closing else len(text)


def show(tag: re.Match[str]) -> Shown:
    """Make a tag's place silent, or blank where it divides words, with its alt text in sight."""
    name, (start, end) = tag["name"].lower(), tag.span()
    edits, alt = [], _alt(tag)
    if alt:
        edits += [blank(start, alt.start), *_entities(tag.string, *alt)]
        start = alt.end
    is_apart = name in BLOCKS or name in {"br", "img"}
    edits.append(blank(start, end) if is_apart else silence(start, end))
    return Shown(edits, alt, _attributes(tag, alt))


def _entities(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the character references of a stretch, each read as what it stands for."""
    at = start
    while found := _ENTITY.search(text, at, end):
        chars, at = _entity(found)
        if chars:
            yield decoded(found.start(), at, chars)


def _attributes(tag: re.Match[str], alt: Span | None) -> list[LeftOut]:
    """Leave out a tag's attributes, all but the alt text."""
    start, end = tag.span("body")
    if start == end:
        return []
    cuts = [(start, alt.start), (alt.end, end)] if alt else [(start, end)]
    spans = [_bare(tag.string, *cut) for cut in cuts]
    return [LeftOut(span, "attribute") for span in spans if span]


def _bare(text: str, start: int, end: int) -> Span | None:
    """Give a stretch of a tag without spaces and slashes at its edges."""
    body = text[start:end].rstrip(_TAG_BLANK)
    bare = body.lstrip(_TAG_BLANK + "\"'")
    end = start + len(body)
    return Span(end - len(bare), end) if bare else None


def _alt(tag: re.Match[str]) -> Span | None:
    """Give the span of an image's alt text, if there is any."""
    if tag["close"] or tag["name"].lower() != "img":
        return None
    for found in _ATTRIBUTE.finditer(tag.string, *tag.span("body")):
        if found["name"].lower() == "alt":
            value = next((key for key in "abc" if found[key] is not None), None)
            return tight(tag.string, *found.span(value)) if value else None
    return None


def _language(tag: re.Match[str]) -> str | None:
    """Give the language that a tag declares, None where it declares none."""
    if "lang" not in tag["body"].lower():
        return None
    for found in _ATTRIBUTE.finditer(tag.string, *tag.span("body")):
        if found["name"].lower() in {"lang", "xml:lang"}:
            return found["a"] or found["b"] or found["c"] or ""
    return None


def _entity(entity: re.Match[str]) -> tuple[str, int]:
    """Give what a character reference stands for and where it ends; nothing if it is none."""
    name = entity[0]
    if name[1] == "#":
        return unescape(name), entity.end()
    for end in range(len(name), 2, -1):
        if name[1:end] in html5:
            return html5[name[1:end]], entity.start() + end
    return "", entity.end()


class _HtmlPage:
    """What has been made of a page so far."""

    def __init__(self, text: str, closings: Mapping[int, int]) -> None:
        self.text = text
        self.closings = closings
        self.edits: list[Edit] = []
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self.frames = [_Frame("", "paragraph", 0)]
        self.open: Counter[str] = Counter()
        self.ink: Span | None = None
        self.alts: list[Span] = []
        self.title: str | None = None
        self.languages = Languages()

    def reading(self, title: str | None) -> Reading:
        """Close what is open and give the reading."""
        self._end_block()
        plain = fold(splice(self.text, self.edits))
        blocks = tuple(trim(plain, self.blocks))
        title = title or first_heading(plain, blocks) or self.title
        return Reading(plain, blocks, settle(self.left_out), title)

    def see(self, start: int, end: int) -> None:
        """Take a stretch of text into the open block."""
        ink = tight(self.text, start, end)
        if ink:
            self.ink = Span(self.ink.start if self.ink else ink.start, ink.end)

    def take(self, place: int) -> int:
        """Take the markup that begins here, and say where it ends."""
        text = self.text
        if text[place] == "&":
            return self._take_entity(place)
        tag = TAG.match(text, place)
        if tag is None:
            reason: Reason = "comment" if text.startswith("<!--", place) else "declaration"
            return self._hide(place, _hidden_end(text, place), reason)
        if not tag["end"]:
            return self._hide(place, len(text), "unclosed tag")
        return self._take_tag(tag)

    def _take_entity(self, place: int) -> int:
        """Read a character reference; an ampersand that is none is text."""
        entity = _ENTITY.match(self.text, place)
        if entity is None:
            self.see(place, place + 1)
            return place + 1
        chars, end = _entity(entity)
        if not chars:
            self.see(place, end)
        else:
            self.edits.append(decoded(place, end, chars))
            if not chars.isspace():
                self.see(place, end)
        return end

    def _hide(self, start: int, end: int, reason: Reason) -> int:
        """Leave a stretch out, leaving no gap."""
        self.edits.append(silence(start, end))
        self.left_out.append(LeftOut(Span(start, end), reason))
        return end

    def _take_tag(self, tag: re.Match[str]) -> int:
        """Take a tag, or the whole element where it is left out."""
        name, end = tag["name"].lower(), self.closings.get(tag.start())
        if end:
            return self._leave_out(tag, name, end)
        self._show_tag(tag, name)
        if name in _SCOPES:
            self._end_frame(name) if tag["close"] else self._begin_frame(name)
        self.languages.end(name) if tag["close"] else self.languages.begin(name, _language(tag))
        return tag.end()

    def _show_tag(self, tag: re.Match[str], name: str) -> None:
        """Take a tag that is no prose, with its alt text, and end a block that ends here."""
        if name in BLOCKS:
            self._end_block()
        shown = show(tag)
        self.edits += shown.edits
        if shown.alt:
            self.alts.append(shown.alt)
        self.left_out += shown.left_out

    def _begin_frame(self, name: str) -> None:
        """Enter an element that gives its text a kind, or holds such elements."""
        family = _FAMILIES.get(name, name)
        if family in _SIBLINGS and self.frames[-1].family == family:
            self._leave(family)
        around = self.frames[-1]
        level = _HEADINGS.get(name, around.level if name not in _KINDS else 0)
        self.frames.append(_Frame(family, _KINDS.get(name, around.kind), level))
        self.open[family] += 1

    def _end_frame(self, name: str) -> None:
        """Leave an element and all that was left open in it."""
        family = _FAMILIES.get(name, name)
        if self.open[family]:
            self._leave(family)

    def _leave(self, family: str) -> None:
        """Drop frames up to one of this family."""
        while True:
            frame = self.frames.pop()
            self.open[frame.family] -= 1
            if frame.family == family:
                return

    def _end_block(self) -> None:
        """Close the open block, and put its alt texts beside it."""
        language = self.languages.current
        found = [Block("alt", alt, language=language) for alt in self.alts]
        if self.ink:
            frame, (start, end) = self.frames[-1], self.ink
            holes = tuple(alt for alt in self.alts if start < alt.start and alt.end < end)
            found.append(Block(frame.kind, self.ink, frame.level, holes, language))
        self.blocks += sorted(found, key=lambda block: block.span)
        self.ink, self.alts = None, []

    def _leave_out(self, tag: re.Match[str], name: str, end: int) -> int:
        """Leave an element out; a page's title is kept."""
        if name in BLOCKS:
            self._end_block()
        if name == "title" and self.title is None:
            words = self.text[tag.end() : max(tag.end(), self.text.rfind("</", tag.end(), end))]
            self.title = " ".join(fold(unescape(words)).split()) or None
        self.edits.append(gap(self.text, tag.start(), end))
        self.left_out.append(LeftOut(Span(tag.start(), end), LEFT_OUT[name]))
        return end
