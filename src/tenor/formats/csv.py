"""A row a text, for spreadsheets; cells that a spreadsheet or a runner would run are guarded."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

from tenor.formats.safe import safe

Object = dict[str, Any]


def write(objects: Sequence[Object]) -> str:
    """Write a header and one row a text."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    rows = [row(one) for one in objects]
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_guarded(cell) for cell in cells.values()] for cells in rows)
    return out.getvalue()


def row(one: Object) -> dict[str, Any]:
    """Give the flat row of one text: every number, and the themes' labels."""
    tone = one["tone"]
    interval = tone["interval"] or (None, None)
    turn = tone["turning_point"]
    measures = {**tone["measures"], **one["reading"]}
    return {
        "name": one["name"],
        "title": one["title"],
        "words": one["words"],
        "sentences": one["sentences"],
        "valence": tone["valence"],
        "valence_low": interval[0],
        "valence_high": interval[1],
        "warm": tone["warm"],
        "neutral": tone["neutral"],
        "critical": tone["critical"],
        "turning_point_line": turn and turn["line"],
        "themes": "; ".join(theme["label"] for theme in one["themes"]),
        **{name.replace("-", "_"): held["value"] for name, held in measures.items()},
    }


def _guarded(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet or a runner would take for a command."""
    if not isinstance(cell, str):
        return cell
    plain = safe(cell)
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@", "::")) else plain
