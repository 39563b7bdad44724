"""Front matter: what a site's generator is told at the top of a page, as YAML, TOML or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import NamedTuple

from tenor.document import NOTHING
from tenor.readers.typography import fold

#: tomllib takes the square of a dotted key's length; longer front matter has an unknown title.
_MOST_TOML = 1 << 13

_BLANK = r"[^\S\r\n]*+"
_LINE_END = r"(?:\r\n?|\n)"
_YAML = r"[\w\"'.-][^:\r\n]*+:(?:\s|\Z)|#|-\s|\{\s*+[\"'\w}]"
_TOML = r"[\w\"'.-]++\s*+=|\[|#"
_JSON = r"[{\"]"

_KEY = re.compile(r"""(?P<quote>["']?)title(?P=quote)\s*+:(?:\s++|$)(?P<rest>.*)""", re.IGNORECASE)
_BLOCK_HEAD = re.compile(r"[|>][-+\d]*+(?:\s++#.*)?")
_QUOTED = re.compile(r"""'(?P<single>(?:[^']++|'')*+)'|(?P<double>"(?:[^"\\]++|\\.)*+")""")
_COMMENT = re.compile(r"(?:^|\s)#")
_NESTED = re.compile(r"-\s|[\w-]++:(?:\s|$)")


class Matter(NamedTuple):
    """Where front matter ends, its closing fence included, and the title it states."""

    end: int
    title: str | None


def front_matter(text: str) -> Matter:
    """Find a text's front matter; it ends at 0 where there is none."""
    start = 1 if text.startswith("\ufeff") else 0
    if text.startswith("{", start):
        return _bare(text, start)
    for opening, closing, title in _FENCED:
        opens = opening.match(text, start)
        closes = closing.search(text, opens.end()) if opens else None
        if opens and closes:
            return Matter(closes.end(), _line(title(text[opens.end() : closes.start()])))
    return Matter(0, None)


def _bare(text: str, start: int) -> Matter:
    """Take a JSON object that stands at the top by itself."""
    try:
        found, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return Matter(0, None)
    rest = re.compile(rf"{_BLANK}(?:{_LINE_END}|\Z)").match(text, end)
    return Matter(end, _line(_title_of(found))) if rest else Matter(0, None)


def _json_title(text: str) -> str | None:
    """Give the title that JSON states; its braces may be left to the fence."""
    text = text.strip()
    try:
        return _title_of(json.loads(text if text.startswith("{") else f"{{{text}}}"))
    except (ValueError, RecursionError):
        return None


def _toml_title(text: str) -> str | None:
    """Give the title that TOML states."""
    import tomllib

    if len(text) > _MOST_TOML:
        return None
    try:
        return _title_of(tomllib.loads(re.sub(_LINE_END, "\n", text)))
    except (ValueError, RecursionError):
        return None


def _yaml_title(text: str) -> str | None:
    """Give the title that YAML states: a scalar of any form, over as many lines as are indented."""
    if text.startswith("{"):
        return _json_title(text)
    lines = re.split(_LINE_END, text)
    for number, line in enumerate(lines, 1):
        found = _KEY.match(line)
        if found:
            more = takewhile(lambda line: not line or line[0].isspace(), lines[number:])
            return _scalar(found["rest"].strip(), [part.strip() for part in more])
    return None


def _scalar(head: str, more: list[str]) -> str | None:
    """Read a YAML scalar as one line; a list or a table is no title."""
    if _BLOCK_HEAD.fullmatch(head):
        return " ".join(more)
    found = _QUOTED.match(" ".join([head, *more]).strip())
    if found:
        return _unquoted(found)
    words = [_COMMENT.split(part, maxsplit=1)[0] for part in (head, *more)]
    is_nested = not words[0] and _NESTED.match(" ".join(words).strip())
    return None if is_nested else " ".join(words)


def _unquoted(found: re.Match[str]) -> str:
    """Read a quoted scalar; an escape that JSON does not know stands as it is written."""
    if found["single"] is not None:
        return found["single"].replace("''", "'")
    try:
        return str(json.loads(found["double"]))
    except ValueError:
        return found["double"].strip('"')


def _title_of(found: object) -> str | None:
    """Give the title in a table."""
    pairs: Iterable[tuple[object, object]] = found.items() if isinstance(found, dict) else ()
    titles = (value for key, value in pairs if str(key).lower() == "title")
    return next((value for value in titles if isinstance(value, str)), None)


def _line(title: str | None) -> str | None:
    """Give a title as one line of words; JSON may hold half a character."""
    whole = (title or "").encode("utf-8", "replace").decode()
    return " ".join(fold(whole).replace(NOTHING, "").split()) or None


def _fenced(
    opening: str, first: str, closing: str, title: Callable[[str], str | None]
) -> tuple[re.Pattern[str], re.Pattern[str], Callable[[str], str | None]]:
    """Give what opens front matter, what closes it, and how its title is read."""
    return (
        re.compile(rf"(?:{opening}){_BLANK}{_LINE_END}(?={first})"),
        re.compile(rf"{_LINE_END}(?:{closing}){_BLANK}(?=[\r\n]|\Z)"),
        title,
    )


#: The fences in use, what the line after the first begins with, and the form between them.
_FENCED = (
    _fenced("---(?:ya?ml)?", _YAML, r"---|\.\.\.", _yaml_title),
    _fenced("---json", _JSON, "---", _json_title),
    _fenced("---toml", _TOML, "---", _toml_title),
    _fenced(r"\+\+\+", _TOML, r"\+\+\+", _toml_title),
    _fenced(";;;", _JSON, ";;;", _json_title),
)
