"""The one filter between a text, a name or a setting and whatever shows it.

Formats fold and escape as their structure asks for; `outgoing` is the last thing that happens to
everything before it is written, so that no format can forget.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: What would steer a terminal or reorder its line: C0 and C1 controls, line and paragraph
#: separators, direction marks.
_STEERING = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
_CONTROLS = re.compile(f"[{_STEERING}]")
#: The same without line ends, and without colours.
_NO_LINE_END = re.compile(rf"(?!\r?\n)[{_STEERING}]")
_NO_COLOUR = re.compile(rf"(?!\r?\n|\x1b\[[\d;]*m)[{_STEERING}]")
_SPACES = re.compile(r"\s+")
#: What a runner of workflows takes for a command in its log: GitHub's looks for `::` at the start
#: of a line, trimmed, and for `##[` anywhere; Azure's for `##vso[`, TeamCity's for `##teamcity[`.
_COLONS = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_HASHES = re.compile(r"(##\w*)\[")


def unsteered(words: str) -> str:
    """Take out what would steer a terminal."""
    return _CONTROLS.sub("", words)


def safe(words: str) -> str:
    """Take out of a text, name or setting what would steer a terminal; fold its spaces."""
    return unsteered(_SPACES.sub(" ", words)).strip()


def replaced(words: str, by: Callable[[str], str]) -> str:
    """Put something else for each character that would steer a terminal."""
    return _CONTROLS.sub(lambda found: by(found[0]), words)


def uncommanded(text: str, colon: str = ": ", bracket: str = " [") -> str:
    """Break up what a runner would take for a command.

    The usual way is a space, which changes least of what a reader sees and yet shows; a format that
    can spell a character otherwise gives that spelling, and its reader gets the text unchanged.
    """
    return unbracketed(_COLONS.sub(lambda found: found[1] + colon, text), bracket)


def unbracketed(text: str, bracket: str = " [") -> str:
    """Break up the commands that begin with `##` anywhere in a line."""
    return _HASHES.sub(lambda found: found[1] + bracket, text)


def escaped(text: str) -> str:
    r"""Write what would steer a terminal or a runner as \u.... in finished JSON or TOML strings."""
    text = replaced(text, lambda char: char if char == "\n" else f"\\u{ord(char):04x}")
    return uncommanded(text, bracket="\\u005b")


def outgoing(text: str, *, is_coloured: bool = False) -> str:
    """Leave line ends alone of all that steers, and colours in what was drawn in colour."""
    controls = _NO_COLOUR if is_coloured else _NO_LINE_END
    return controls.sub("", text)
