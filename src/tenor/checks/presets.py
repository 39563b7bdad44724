"""Presets: for each kind of text, which checks beside the usual ones, and which limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from tenor.findings.check import Setting

PresetName = Literal["docs", "essay", "support", "marketing"]


class Preset(NamedTuple):
    """What a preset adds to the checks that are on, and the options it sets."""

    about: str
    select: tuple[str, ...]
    options: Mapping[str, Mapping[str, Setting]]


PRESETS: Mapping[PresetName, Preset] = {
    "docs": Preset(
        "manuals, READMEs, guides",
        ("condescension",),
        {"reading-grade": {"max": 12}, "sentence-length": {"max": 40}},
    ),
    "essay": Preset(
        "essays, articles, posts",
        ("overclaiming",),
        {"reading-grade": {"max": 16}, "sentence-length": {"max": 60}},
    ),
    "support": Preset(
        "answers to customers",
        ("tone-range", "condescension", "overclaiming"),
        {
            "tone-range": {"min": -0.2},
            "hostility": {"severity": "error"},
            "negative-passage": {"severity": "warning"},
            "reading-grade": {"max": 10},
            "sentence-length": {"max": 30},
        },
    ),
    "marketing": Preset(
        "product pages, announcements",
        ("tone-range", "overclaiming"),
        {
            "tone-range": {"min": -0.2},
            "hedging": {"max": 15},
            "reading-grade": {"max": 11},
            "sentence-length": {"max": 35},
        },
    ),
}
