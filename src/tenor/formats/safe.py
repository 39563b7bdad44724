"""The one filter between a text, a name or a setting and whatever shows it."""

from __future__ import annotations

import re

#: What would steer a terminal or reorder its line: C0 and C1 controls and direction marks.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def unsteered(words: str) -> str:
    """Take out what would steer a terminal."""
    return _CONTROLS.sub("", words)
