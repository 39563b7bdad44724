"""A Markdown table, a row a text, to paste into an issue or a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenor.errors import Failure
from tenor.formats.objects import Object
from tenor.formats.safe import safe

_HEAD = "| text | words | sentences | valence | warm / neutral / critical | themes | grade |\n"
_RULE = "|---|--:|--:|--:|--:|---|--:|\n"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|])")


def write(objects: Sequence[Object], failures: Sequence[Failure] = ()) -> str:
    """Write the table, and under it what could not be read."""
    return _HEAD + _RULE + "".join((*map(_row, objects), *map(_unread, failures)))


def _row(one: Object) -> str:
    """Write one text's row."""
    tone = one["tone"]
    grade = one["reading"]["flesch-kincaid-grade"]["value"]
    cells = (
        _escaped(one["name"]),
        f"{one['words']:,}",
        f"{one['sentences']:,}",
        _number(tone["valence"], "+.2f"),
        f"{tone['warm']} / {tone['neutral']} / {tone['critical']}",
        ", ".join(_escaped(theme["label"]) for theme in one["themes"][:3]),
        _number(grade, ".1f"),
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
