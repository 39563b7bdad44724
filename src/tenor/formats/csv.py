"""A row a text, for spreadsheets; cells that a spreadsheet or a runner would run are guarded."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

from tenor.analysis import MEASURES
from tenor.errors import Failure
from tenor.formats.objects import Object
from tenor.formats.safe import safe

_OF_TEXT = (
    *("name", "title", "words", "sentences", "valence", "valence_low", "valence_high"),
    *("warm", "neutral", "critical", "turning_point_line", "themes"),
)
_OF_MEASURES = (one.name.replace("-", "_") for one in MEASURES)
#: The same columns for all texts, each once: the valence is among the measures too.
_COLUMNS = tuple(dict.fromkeys((*_OF_TEXT, *_OF_MEASURES, "error")))


def write(objects: Sequence[Object], failures: Sequence[Failure] = ()) -> str:
    """Write a header and one row a text; one that could not be read has its error alone."""
    out = StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    unread = ({"name": one.file, "error": one.reason} for one in failures)
    for cells in (*map(_row, objects), *unread):
        writer.writerow({name: _guarded(cell) for name, cell in cells.items()})
    return out.getvalue()


def _row(one: Object) -> dict[str, Any]:
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
