"""HTML's elements: what they are, and where those that are left out end.

The standard lets end tags be omitted, and says what ends an element unasked; a parser never fails.
An element that hides what a page shows is left out only where it is known to end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from tenor.document import Reason

#: What a tag is of its element: where it starts, where it ends, or all of it.
TagForm = Literal["start", "end", "whole"]
#: Elements whose content is no prose, and why.
LEFT_OUT: dict[str, Reason] = {
    **dict.fromkeys(("pre", "code", "samp", "kbd", "var", "tt", "xmp", "plaintext"), "code"),
    **dict.fromkeys(("textarea", "select", "datalist"), "form control"),
    **dict.fromkeys(
        ("iframe", "object", "audio", "video", "canvas", "noembed", "noframes"), "embedded content"
    ),
    **dict.fromkeys(("rt", "rp"), "pronunciation"),
    "script": "script",
    "style": "style",
    "nav": "navigation",
    "template": "template",
    "noscript": "fallback",
    "svg": "drawing",
    "math": "math",
    "title": "title",
}
#: Elements whose content holds no markup: it ends at their own end tag only.
RAW = frozenset(
    ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext")
)
#: Raw elements that no one would read as prose: without an end tag they go on to the end.
ENDLESS = frozenset(("script", "style", "xmp", "plaintext"))
#: Elements that no paragraph goes across.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog dir div dl dt
        fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend
        li main menu nav noscript ol optgroup option p plaintext pre search section summary table
        tbody td template tfoot th thead title tr ul xmp""",
    )
)
#: Elements without content.
VOID = frozenset(
    re.findall(
        r"\w+",
        """area base basefont bgsound br col command embed frame hr img input keygen link meta param
        source track wbr""",
    )
)
#: Elements that a stray end tag ends nothing with, as they have no place among others.
_WHOLE_PAGE = frozenset(("html", "head", "body"))

_INLINE_CODE = ("code", "samp", "kbd", "var", "tt")
_DRAWN = ("svg", "math")
_CHOICES = ("select", "datalist")
_RUBY = frozenset(("rt", "rp", "rb", "rtc"))
#: What a drawing or formula ends before, by the standard's list; all else there is part of it.
_BREAKOUT = frozenset(
    re.findall(
        r"\w+",
        """b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i
        img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul
        var""",
    )
)
#: What ends an element unasked, where it is not inside another that is left out.
_ENDED_BY = {
    **dict.fromkeys(_INLINE_CODE, BLOCKS),
    **dict.fromkeys(("rt", "rp"), BLOCKS | _RUBY),
    **dict.fromkeys(_DRAWN, _BREAKOUT),
}
#: What tells that a list of choices has ended, if its end tag never comes.
_PAST_CHOICES = (BLOCKS | {"input", "textarea", "select"}) - {"hr", "legend", "optgroup", "option"}
#: What holds a page's elements again, and in which of the two; all else there is of the drawing or
#: formula, whatever the page would take it for.
_ISLANDS = {
    **dict.fromkeys(("foreignobject", "desc", "title"), "svg"),
    **dict.fromkeys(("annotation-xml", "mi", "mo", "mn", "ms", "mtext"), "math"),
}
#: The end tags that a drawing ends before, though no such element is open.
_BREAKOUT_ENDS = ("p", "br")
#: An element in one of these, or in an island, is not ended by what ends outside: by a block's end
#: tag, by any other.
_WALLS = frozenset(("template", "object"))
_FENCES = LEFT_OUT.keys() - {*_DRAWN, *_CHOICES, "rt", "rp"}


class Mark(NamedTuple):
    """A tag: the element it is of, its place, and its form."""

    name: str
    start: int
    end: int
    form: TagForm


class Elements:
    """The elements that are open, and where those that are left out have ended."""

    def __init__(self) -> None:
        self.stack: list[Mark] = []
        self.held: list[int] = []
        self.ends: dict[int, int] = {}
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._walls: list[int] = []
        self._fences: list[int] = []
        self._crossed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)

    @property
    def drawing(self) -> str | None:
        """Give what the next tag is part of if that is a drawing or formula, and not HTML."""
        name = self.stack[self.held[-1]].name if self.held else None
        return name if name in _DRAWN else None

    @property
    def is_choosing(self) -> bool:
        """Tell whether the next tag stands in a list of choices, which ignores most of them."""
        element = self.stack[self.held[-1]] if self.held else None
        return element is not None and element.name == "select" and element.start not in self.ends

    def ended(self, marks: Iterable[Mark], size: int, *, is_part: bool = False) -> dict[int, int]:
        """Follow all tags; say of each element that is left out, by its start, where it ends.

        One whose end is nowhere to be seen is not among them, unless the text is but a part.
        """
        for mark in marks:
            self.take(mark)
        for number in self.held:
            element = self.stack[number]
            if element.name in (LEFT_OUT if is_part else ENDLESS):
                self.ends.setdefault(element.start, size)
        return self.ends

    def take(self, mark: Mark) -> None:
        """Follow one tag."""
        if mark.name in _WHOLE_PAGE:
            return
        if mark.form == "end":
            self._end(mark)
            return
        self._end_unasked(mark)
        if mark.form == "whole" and mark.name in LEFT_OUT:
            self.ends[mark.start] = mark.end
        elif mark.form == "start" and mark.name not in VOID:
            self._open(mark)

    def _open(self, mark: Mark) -> None:
        depth, drawing = len(self.stack), self.drawing
        is_island = drawing is not None and _ISLANDS.get(mark.name) == drawing
        self.stack.append(mark)
        self._places[mark.name].append(depth)
        if is_island or mark.name in (_DRAWN if drawing else LEFT_OUT):
            self.held.append(depth)
            if is_island or mark.name in _FENCES:
                self._fences.append(depth)
            if is_island or mark.name in _WALLS:
                self._walls.append(depth)

    def _end_unasked(self, mark: Mark) -> None:
        """End what this tag ends without a tag of its own."""
        while self.held:
            element = self.stack[self.held[-1]]
            if mark.name in _ENDED_BY.get(element.name, ()):
                self._leave(self.held[-1], mark.start)
                continue
            if element.name in _CHOICES and mark.name in _PAST_CHOICES:
                self.ends.setdefault(element.start, mark.start)
            return

    def _end(self, mark: Mark) -> None:
        """Follow an end tag: of the innermost such element, if it reaches that far."""
        numbers = self._places[mark.name]
        if not numbers:
            if not self.drawing or mark.name in _BREAKOUT_ENDS:
                self._end_unasked(mark)
            if self._crossed[mark.name]:
                start, end = self._crossed[mark.name].pop()
                self.ends[start] = end
            return
        bounds = self._walls if mark.name in BLOCKS else self._fences
        if bounds and bounds[-1] > numbers[-1] and not self._is_bare_island(mark):
            return
        self._leave(numbers[-1] + 1, mark.start)
        element = self._pop()
        if mark.name in LEFT_OUT:
            self.ends[element.start] = mark.end

    def _is_bare_island(self, mark: Mark) -> bool:
        """Tell whether a drawing ends in an island of its own, with no element open in that."""
        is_island = self._fences[-1:] == [len(self.stack) - 1] and self.stack[-1].name in _ISLANDS
        return mark.name in _DRAWN and is_island

    def _leave(self, depth: int, place: int) -> None:
        """Close what is open down to an element, that one included, as what it is in has ended."""
        while len(self.stack) > depth:
            element = self._pop()
            if element.name in _ENDED_BY or element.name in _CHOICES:
                self.ends.setdefault(element.start, place)
            elif element.name in LEFT_OUT:
                self._crossed[element.name].append((element.start, place))

    def _pop(self) -> Mark:
        """Close the innermost element."""
        element = self.stack.pop()
        self._places[element.name].pop()
        for numbers in (self.held, self._fences, self._walls):
            if numbers and numbers[-1] == len(self.stack):
                numbers.pop()
        return element
