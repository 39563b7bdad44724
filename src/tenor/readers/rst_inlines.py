"""reStructuredText's inline markup: roles, links, literals, notes and emphasis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tenor.document import Reason, Span

if TYPE_CHECKING:
    from tenor.readers.sheet import Sheet

_ROLE = r":(?:[A-Za-z][\w.+-]{0,40}:){1,3}"
_MARKUP = re.compile(
    rf"""\\(?P<escape>[\s\S])
    | (?P<literal>``(?!`)(?:[^`]++|`(?!`))*+``)
    | (?P<before>{_ROLE})?(?P<tick>_?`)(?P<body>(?:[^`\\]|\\[\s\S])++)
      (?P<close>`(?P<after>{_ROLE}|__?(?!\w))?)
    | (?P<note>\[(?:\d+|\#[\w.-]{{0,80}}|\*|[A-Za-z][\w.-]{{0,80}})\]_(?!\w))
    | (?P<substitution>\|(?![\s|])[^|\n]{{1,80}}(?<!\s)\|_{{0,2}}(?!\w))
    | (?P<reference>(?<=[^\W_])_{{1,2}}(?=[\s.,;:!?)'"/-]|$))
    | (?P<emphasis>(?<![\w*\\])\*{{1,2}}(?=[^\s*])|(?<=[^\s*\\])\*{{1,2}}(?!\w))""",
    re.VERBOSE,
)
_POINTED = re.compile(r"\s*+<[^<>]*+>\s*+$")
#: Roles whose text is words, and those whose text is a name of another place.
_WORDS = frozenset(
    re.findall(
        r"[\w-]+",
        """emphasis strong sub sup subscript superscript title title-reference t abbr abbreviation
        ac acronym dfn guilabel menuselection term pep rfc index del ins u small center cve cwe""",
    )
)
_NAMES = frozenset(("ref", "doc", "numref", "any", "download", "cite", "eq", "label"))
#: What a single backquote holds when it is a name in a program, and no words.
_NAMED = re.compile(r"(?=\S*[_.()\[\]/=<>$@{}\\~-]|[a-z]+[A-Z])\S+")


def inlines(sheet: Sheet, start: int, end: int) -> None:
    """Write down what is no plain text in a stretch of prose."""
    for mark in _MARKUP.finditer(sheet.text, start, end):
        match mark.lastgroup:
            case "escape":
                length = 1 if mark["escape"].strip() else 2
                sheet.hush(mark.start(), mark.start() + length)
            case "literal":
                sheet.cut(*mark.span(), "code", Span(mark.start() + 2, mark.end() - 2))
            case "substitution":
                sheet.cut(*mark.span(), "directive")
            case "note" | "reference" | "emphasis":
                sheet.hush(*mark.span())
            case _:
                _quoted(sheet, mark)


def _quoted(sheet: Sheet, mark: re.Match[str]) -> None:
    """Take what stands in single backquotes, as its role says."""
    role = (mark["before"] or mark["after"] or "").strip(":_").rpartition(":")[2]
    reason, pointed = _reason(role, mark), _POINTED.search(mark["body"])
    if pointed and role not in {"math", "code"} and pointed.start():
        end = mark.start("body") + pointed.start()
        sheet.hush(mark.start(), mark.start("body"))
        sheet.cut(end, mark.end(), "URL" if (mark["after"] or "").startswith("_") else "link label")
    elif reason:
        sheet.cut(*mark.span(), reason, Span(*mark.span("body")))
    else:
        sheet.hush(mark.start(), mark.start("body"))
        sheet.hush(mark.start("close"), mark.end())


def _reason(role: str, mark: re.Match[str]) -> Reason | None:
    """Say why what a role holds is no prose, None if it is."""
    if not role:
        is_code = _NAMED.fullmatch(mark["body"]) and not mark["after"]
        return "code" if is_code else None
    if role in _WORDS:
        return None
    return "math" if role == "math" else "link label" if role in _NAMES else "code"
