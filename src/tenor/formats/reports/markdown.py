"""A Markdown table, a row a text, to paste into an issue or a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenor.errors import Failure
from tenor.formats.safe import safe
from tenor.summary import Summary

_HEAD = "| text | words | sentences | valence | warm / neutral / critical | themes | grade |\n"
_RULE = "|---|--:|--:|--:|--:|---|--:|\n"
#: So many themes of a text are named.
_THEMES = 3
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|])")


def write(texts: Sequence[Summary], failures: Sequence[Failure] = ()) -> str:
    """Write the table, and under it what could not be read."""
    return _HEAD + _RULE + "".join((*map(_row, texts), *map(_unread, failures)))


def _row(one: Summary) -> str:
    """Write one text's row."""
    cells = (
        _escaped(one.name),
        f"{one.language.words if one.is_foreign else one.words:,}",
        f"{one.sentences:,}",
        _number(one.valence, "+.2f"),
        " / ".join(map(str, one.shares)),
        "not English" if one.is_foreign else ", ".join(map(_escaped, one.themes[:_THEMES])),
        _number(one.measures["flesch-kincaid-grade"], ".1f"),
    )
    return f"| {' | '.join(cells)} |\n"


def _unread(one: Failure) -> str:
    """Write a paragraph about a file that could not be read."""
    return f"\n{_escaped(one.file)} could not be read: {_escaped(one.reason)}\n"


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)


def _escaped(words: str) -> str:
    """Keep a name from being read as Markdown."""
    return _SPECIAL.sub(r"\\\1", safe(words))
