"""TOML, read in a time that its length bounds: tomllib takes the square of a dotted key's."""

from __future__ import annotations

import re
import tomllib

#: No one writes a key of so many parts, and a megabyte of such keys takes seconds.
_MOST_PARTS = 50

_PART = r"""(?:"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+|[\w-]++)"""
_DOT = r"[ \t]*+\.[ \t]*+"
#: Comments and strings over several lines hold no keys; else whatever looks like one is one.
_PIECE = re.compile(
    rf"""
    \#[^\n]*+
    | "{{3}} (?: [^"\\]++ | \\(?s:.) | "(?!"") )*+ (?: "{{3,5}}+ )?+
    | '{{3}} (?: [^']++ | '(?!'') )*+ (?: '{{3,5}}+ )?+
    | (?P<endless> {_PART} (?: {_DOT}{_PART} ){{{_MOST_PARTS}}}+ )
    | {_PART} (?: {_DOT}{_PART} )*+
    """,
    re.VERBOSE,
)


def table(text: str) -> dict[str, object]:
    """Read a document; ValueError says in one line what is wrong with it."""
    endless = next((piece for piece in _PIECE.finditer(text) if piece["endless"]), None)
    if endless:
        line = text.count("\n", 0, endless.start()) + 1
        raise ValueError(f"a key of more than {_MOST_PARTS} parts (at line {line})")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # Python's own bound, and advice for its programmers
        raise ValueError("a number of thousands of digits") from error
