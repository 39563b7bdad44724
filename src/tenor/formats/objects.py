"""JSON's text: one object on indented lines, or an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from tenor.errors import Failure
from tenor.formats.safe import escaped

#: Raised when a key changes its meaning or goes; new keys alone leave it.
SCHEMA_VERSION = 2

Object = dict[str, object]
_DIGITS = 4


def dumps(one: Mapping[str, object] | Sequence[Object]) -> str:
    """Write an object, or a list of them, on indented lines."""
    return escaped(json.dumps(one, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def lines(objects: Iterable[Object]) -> str:
    """Write one object a line."""
    return "".join(_line(one) for one in objects)


def errors(failures: Iterable[Failure]) -> list[Object]:
    """Give the files that could not be read, as an object has them."""
    return [{"file": one.file, "message": one.reason} for one in failures]


def error_lines(failures: Iterable[Failure]) -> str:
    """Write a line with an error for each file that could not be read."""
    return lines({"file": one.file, "error": one.reason} for one in failures)


def rounded(number: float | None) -> float | None:
    """Round to fixed digits, without a negative zero."""
    return None if number is None else round(number, _DIGITS) + 0.0


def _line(one: Object) -> str:
    return escaped(json.dumps(one, ensure_ascii=False, allow_nan=False)) + "\n"
