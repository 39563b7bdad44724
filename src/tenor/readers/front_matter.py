"""Front matter: what a site's generator is told at the top of a page, as YAML, TOML or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import NamedTuple

from tenor import toml
from tenor.document import NOTHING
from tenor.readers.typography import fold

_BLANK = r"[^\S\r\n]*+"
_LINE = r"[^\r\n]*+"
_LINE_END = r"(?:\r\n?|\n)"
_ENDS = r"(?=[\r\n]|\Z)"

_QUOTED_KEY = r"""(?:"[^"\r\n]*+"|'[^'\r\n]*+')"""
_KEY_WORD = r"""(?:[^\s:.,;!?"'`]|[:.](?=\S)|(?<=\w)'(?=\w))++"""
_FIRST_WORD = rf"""(?:<<(?=:)|(?![-+*#>|&%@!<{{}}\[\]])(?:{_KEY_WORD}))"""
#: What tells a table for a program from "Alice: …" and "Note: …": one key in lower case, or of the
#: names that are written with a capital too, or the key of a number, a date or a list.
_NAME = rf"(?:{_QUOTED_KEY}|{_FIRST_WORD}){_BLANK}:"
_CAPITAL_NAME = (
    r"""["']?+(?i:title|authors?|date|tags|category|categories|slug|layout|keywords|draft|aliases"""
    rf"""|lang)["']?+{_BLANK}:"""
)
_DATA = r"(?:\d[\d:.,/+TZ -]*+|\[[^\r\n]*\]|(?i:true|false|yes|no|null))"
_FIELD = re.compile(
    rf"(?<![^\r\n])(?:(?![A-Z]){_NAME}(?=\s|\Z)"
    rf"|{_CAPITAL_NAME}[^\S\r\n]++\S{_LINE}(?<![.!?]){_ENDS}"
    rf"|{_NAME}[^\S\r\n]++{_DATA}{_BLANK}{_ENDS})"
)
_KEY_COLON = rf"(?:{_QUOTED_KEY}|{_FIRST_WORD}(?:\ {_KEY_WORD}){{0,3}}+){_BLANK}:(?=\s|\Z)"
#: What goes on with a value: what is indented, a comment, the end of a list or table, a blank line.
_MORE = rf"{_LINE_END}(?:[^\S\r\n]{_LINE}|\#{_LINE}|[\]}}],?{_BLANK}|){_ENDS}"
_ITEM = rf"{_LINE_END}-(?:[^\S\r\n]{_LINE})?{_ENDS}"
_ENTRY = (
    rf"{_KEY_COLON}(?:{_BLANK}(?:[&!\#]{_LINE})?{_ENDS}(?:{_MORE}|{_ITEM})*+|{_LINE}(?:{_MORE})*+)"
)
_MAPPING = rf"(?:(?:\#{_LINE}|{_BLANK}){_LINE_END})*+{_ENTRY}(?:{_LINE_END}{_ENTRY})*+"
#: A line at the edge of a table, as its key and its value.
_LEVEL = re.compile(
    rf"(?<![^\r\n])(?P<key>{_QUOTED_KEY}|{_FIRST_WORD}(?:\ {_KEY_WORD}){{0,3}}+){_BLANK}:"
    rf"(?=\s|\Z){_BLANK}(?P<value>{_LINE})"
)
#: Keys that generators ask for.
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        """abstract alias aliases author authors categories category cover created date description
        draft email excerpt id image keywords lang language layout license link locale menu name
        order parent permalink published redirect slug source status subtitle summary tag tags
        template theme title toc topic topics type updated url version weight""",
    )
)
#: What a reader is told by such a word, and no generator.
_CALLS = frozenset(
    re.findall(
        r"\w+",
        """answer attention caution danger disclaimer edit hint important info nb note notice ps
        question reminder spoiler tip update warning""",
    )
)
#: A key that no one would write as a word of prose: `sidebar_label`, `nav-order`, `pubDate`.
_MADE_UP = re.compile(r"[^A-Za-z]*[A-Za-z]+(?:[^A-Za-z\s']|[a-z][A-Z])|[\"'$_@]")
#: A value for a program: none, one in quotes or brackets, an anchor, a number, a path.
_FOR_A_PROGRAM = re.compile(rf"(?:|[\"'\[{{&*!|>#\d.].*|\S*[/@_]\S*|{_DATA}){_BLANK}", re.DOTALL)
#: So many words after a lone key, or up to a full stop, are prose.
_SAID = 3
_BRACES = rf"\{{\s*+(?:(?:{_QUOTED_KEY}|[\w.-]++)\s*+:[\s\S]*\}}|\}})\s*+"

_KEY = re.compile(r"""(?P<quote>["']?)title(?P=quote)\s*+:(?:\s++|$)(?P<rest>.*)""", re.IGNORECASE)
_PROPERTIES = re.compile(r"\A(?:[&!]\S*+(?:\s++|\Z))*+")
_BLOCK_HEAD = re.compile(r"[|>][-+\d]*+(?:\s++#.*)?")
_QUOTED = re.compile(r"""'(?P<single>(?:[^']++|'')*+)'|(?P<double>"(?:[^"\\]++|\\.)*+")""")
_COMMENT = re.compile(r"(?:^|\s)#")
_NESTED = re.compile(r"-\s|[\w-]++:(?:\s|$)")
_NULLS = frozenset(("~", "null", "Null", "NULL"))


class Matter(NamedTuple):
    """Where front matter ends, its closing fence included, and the title it states."""

    end: int
    title: str | None


def front_matter(text: str) -> Matter:
    """Find a text's front matter; it ends at 0 where there is none."""
    start = 1 if text.startswith("\ufeff") else 0
    if text.startswith("{", start):
        return _bare(text, start)
    for form in _FORMS:
        opens = form.opening.match(text, start)
        closes = form.closing.search(text, opens.end()) if opens else None
        stated = form.read(text[opens.end() : closes.start()]) if opens and closes else None
        if closes and stated:
            return Matter(closes.end(), _line(stated.title))
    return Matter(0, None)


def _bare(text: str, start: int) -> Matter:
    """Take a JSON object that stands at the top by itself."""
    try:
        found, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return Matter(0, None)
    rest = re.compile(rf"{_BLANK}(?:{_LINE_END}|\Z)").match(text, end)
    return Matter(end, _line(_title_of(found))) if rest else Matter(0, None)


def _json(text: str) -> _Stated | None:
    """Read JSON; its braces may be left to the fence."""
    text = text.strip()
    try:
        return _stated(json.loads(text if text.startswith("{") else f"{{{text}}}"))
    except (ValueError, RecursionError):
        return None


def _toml(text: str) -> _Stated | None:
    """Read TOML."""
    try:
        return _stated(toml.table(re.sub(_LINE_END, "\n", text)))
    except ValueError:
        return None


def _stated(data: object) -> _Stated | None:
    """Take what has been parsed, if it states anything."""
    return _Stated(_title_of(data)) if data else None


def _yaml(text: str) -> _Stated | None:
    """Read YAML, unless it is prose between two rules: all of a table is keys with their values."""
    if text.startswith("{"):
        is_braces = re.compile(_BRACES).fullmatch(text)
        return (_json(text) or _Stated(None)) if is_braces else None
    is_mapping = re.compile(_MAPPING).fullmatch(text) and _FIELD.search(text)
    return _Stated(_yaml_title(text)) if is_mapping and not _is_said(text) else None


def _is_said(text: str) -> bool:
    """Tell whether the lines of a table are addressed to a reader, as `warning: hot water` is."""
    pairs = [(line["key"], line["value"].strip()) for line in _LEVEL.finditer(text)]
    if any(
        key.lower() in _KNOWN or _MADE_UP.match(key) or _FOR_A_PROGRAM.fullmatch(value)
        for key, value in pairs
    ):
        return False
    return all(_is_sentence(key, value, is_alone=len(pairs) == 1) for key, value in pairs)


def _is_sentence(key: str, value: str, *, is_alone: bool) -> bool:
    """Tell whether a key is a word that calls out, or its value words that people read."""
    is_long = len(value.split()) >= _SAID
    return key.lower() in _CALLS or (is_long and (is_alone or value.endswith((".", "!", "?"))))


def _yaml_title(text: str) -> str | None:
    """Give the title that YAML states: a scalar of any form, over as many lines as are indented."""
    lines = re.split(_LINE_END, text)
    for number, line in enumerate(lines, 1):
        found = _KEY.match(line)
        if found:
            more = takewhile(lambda line: not line or line[0].isspace(), lines[number:])
            title = _scalar(found["rest"].strip(), [part.strip() for part in more])
            return _aliased(title, lines) if title and title.startswith("*") else title
    return None


def _aliased(alias: str, lines: Iterable[str]) -> str | None:
    """Give the scalar that an alias stands for."""
    name = re.escape(alias[1:])
    anchor = re.compile(rf"[^#]*?[:-]\s++(?:!\S*+\s++)?+(?P<rest>&{name}(?:\s.*|$))")
    found = next(filter(None, map(anchor.match, lines)), None)
    return _scalar(found["rest"].strip(), []) if found else None


def _scalar(head: str, more: list[str]) -> str | None:
    """Read a YAML scalar as one line; nothing, a list or a table is no title."""
    head = _PROPERTIES.sub("", head)
    if _BLOCK_HEAD.fullmatch(head):
        return " ".join(more)
    found = _QUOTED.match(" ".join([head, *more]).strip())
    if found:
        return _unquoted(found)
    words = [_COMMENT.split(part, maxsplit=1)[0].strip() for part in (head, *more)]
    is_nested = not words[0] and _NESTED.match(" ".join(words).strip())
    plain = " ".join(words).strip()
    return None if is_nested or plain in _NULLS or plain.startswith(("[", "{")) else plain


def _unquoted(quoted: re.Match[str]) -> str:
    """Read a quoted scalar; an escape that JSON does not know stands as it is written."""
    if quoted["single"] is not None:
        return quoted["single"].replace("''", "'")
    try:
        return str(json.loads(quoted["double"]))
    except ValueError:
        return quoted["double"].strip('"')


def _title_of(data: object) -> str | None:
    """Give the title in a table."""
    pairs: Iterable[tuple[object, object]] = data.items() if isinstance(data, dict) else ()
    titles = (value for key, value in pairs if str(key).lower() == "title")
    return next((value for value in titles if isinstance(value, str)), None)


def _line(title: str | None) -> str | None:
    """Give a title as one line of words; JSON may hold half a character."""
    whole = (title or "").encode("utf-8", "replace").decode()
    return " ".join(fold(whole).replace(NOTHING, "").split()) or None


class _Stated(NamedTuple):
    """What front matter states."""

    title: str | None


class _Form(NamedTuple):
    """A form of front matter: what opens and closes it, and how it is read; None if it is prose."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    read: Callable[[str], _Stated | None]


def _form(opening: str, closing: str, read: Callable[[str], _Stated | None]) -> _Form:
    """Make a form by what stands on the lines that open and close it."""
    return _Form(
        re.compile(rf"(?:{opening}){_BLANK}{_LINE_END}(?=\S)"),
        re.compile(rf"{_LINE_END}(?:{closing}){_BLANK}{_ENDS}"),
        read,
    )


_DIRECTIVES = rf"(?:%[A-Z]{_LINE}{_LINE_END})*+"

_FORMS = (
    _form(rf"{_DIRECTIVES}---(?:ya?ml)?", r"---|\.\.\.", _yaml),
    _form("---json", "---", _json),
    _form("---toml", "---", _toml),
    _form(r"\+\+\+", r"\+\+\+", _toml),
    _form(";;;", ";;;", _json),
)
