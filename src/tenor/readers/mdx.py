"""MDX: Markdown without its imports and exports, expressions and tags of components."""

from __future__ import annotations

import re

from tenor.document import LeftOut, Reading, Reason, Span
from tenor.readers import markdown
from tenor.readers.front_matter import front_matter
from tenor.readers.mask import settle

_FENCE = re.compile(r"[^\S\n]{0,20}(?:[-*+>]\s)?[^\S\n]*(?P<fence>`{3,}|~{3,})")
_MODULE = re.compile(r"(?:import|export)(?:\s|\{|\*)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_OPEN = re.compile(r"\\[{<\\`]|`+|\{|</?(?=[A-Za-z>])")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_TOKEN = re.compile(r"[\"'`{}<>]|/\*")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"[^\r\n]")
#: No expression or tag is longer.
_LONGEST = 4000


def read(text: str) -> Reading:
    """Read MDX: what is no Markdown is left out, and the rest read as Markdown."""
    outs = list(_left_out(text))
    masked = _masked(text, outs)
    reading = markdown.read(masked, has_indented_code=False)
    return reading._replace(left_out=settle([*reading.left_out, *outs]))


def _masked(text: str, outs: list[LeftOut]) -> str:
    """Put spaces where something is left out, its lines kept."""
    pieces, reached = [], 0
    for (start, end), _ in outs:
        pieces += [text[reached:start], _BLANK.sub(" ", text[start:end])]
        reached = end
    return "".join([*pieces, text[reached:]])


def _left_out(text: str) -> list[LeftOut]:
    """Find what is no Markdown, line by line; code is passed over."""
    outs: list[LeftOut] = []
    place, fence, is_fresh, quota = front_matter(text).end, "", True, len(text)
    while place < len(text):
        line = _LINE.match(text, place)
        end = line.end() if line else len(text)
        mark = _FENCE.match(text, place, end)
        if fence:
            fence = "" if mark and mark["fence"].startswith(fence) else fence
        elif mark:
            fence = mark["fence"]
        elif is_fresh and _MODULE.match(text, place):
            end = _module_end(text, place)
            outs.append(LeftOut(Span(place, end), "script"))
        else:
            end, quota = _line(text, place, end, outs, quota)
        is_module = bool(outs) and outs[-1] == LeftOut(Span(place, end), "script")
        is_fresh = not text[place:end].strip() or (is_fresh and is_module)
        place = max(end, place + 1)
    return outs


def _module_end(text: str, place: int) -> int:
    """Give where an import or export ends: at a blank line."""
    blank = re.compile(r"\n[^\S\n]*(?:\r?\n|\Z)").search(text, place)
    return blank.start() + 1 if blank else len(text)


def _line(text: str, place: int, end: int, outs: list[LeftOut], quota: int) -> tuple[int, int]:
    """Leave out the expressions and tags that begin on a line; say where it goes on."""
    while mark := _OPEN.search(text, place, end):
        start, place = mark.span()
        if mark[0].startswith("`"):
            code = _CODE.match(text, start, end)
            place = code.end() if code else place
            continue
        if mark[0].startswith("\\"):
            continue
        close = _close(text, start) if quota > 0 else None
        if close is None:
            quota -= _LONGEST
            continue
        outs.append(LeftOut(Span(start, close), _reason(text, start)))
        place = close
        end = max(end, close)
    return end, quota


def _reason(text: str, start: int) -> Reason:
    """Say what is left out."""
    if text.startswith("{/*", start):
        return "comment"
    return "script" if text[start] == "{" else "attribute"


def _close(text: str, start: int) -> int | None:
    """Give where an expression or a tag ends, None if it does not within reach."""
    depth, place = 0, start
    limit = min(len(text), start + _LONGEST)
    is_tag = text[start] == "<"
    place += is_tag
    while token := _TOKEN.search(text, place, limit):
        place = token.end()
        if token[0] in "\"'`":
            string = _STRING.match(text, token.start(), limit)
            place = string.end() if string else place
        elif token[0] == "/*":
            close = text.find("*/", place, limit)
            place = close + 2 if close >= 0 else place
        elif token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0 and not is_tag:
                return place
        elif token[0] == ">" and is_tag and depth == 0:
            return place
        elif token[0] == "<" and is_tag and depth == 0:
            return None
    return None
