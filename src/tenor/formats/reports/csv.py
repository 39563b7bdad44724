"""A row a text, for spreadsheets; cells that a spreadsheet or a runner would run are guarded."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from tenor.analysis import MEASURES
from tenor.errors import Failure
from tenor.formats.objects import rounded
from tenor.formats.safe import safe
from tenor.summary import Summary

_OF_TEXT = (
    *("name", "title", "words", "sentences", "valence", "valence_low", "valence_high"),
    *("positive", "neutral", "negative", "turning_point_line", "themes", "judged"),
)
_OF_MEASURES = (one.name.replace("-", "_") for one in MEASURES)
#: The same columns for all texts, each once: the valence is among the measures too.
_COLUMNS = tuple(dict.fromkeys((*_OF_TEXT, *_OF_MEASURES, "error")))


def write(texts: Sequence[Summary], failures: Sequence[Failure] = ()) -> str:
    """Write a header and one row a text; one that could not be read has its error alone."""
    out = StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for cells in (*map(_row, texts), *map(_unread, failures)):
        writer.writerow({name: _guarded(cell) for name, cell in cells.items()})
    return out.getvalue()


def _row(one: Summary) -> dict[str, object]:
    """Give the flat row of one text: every number, and the themes' labels."""
    low, high = one.interval or (None, None)
    return {
        "name": one.name,
        "title": one.title,
        "words": one.words,
        "sentences": one.sentences,
        "valence": rounded(one.valence),
        "valence_low": rounded(low),
        "valence_high": rounded(high),
        **one.shares._asdict(),
        "turning_point_line": one.turning_line,
        "themes": "; ".join(one.themes),
        "judged": rounded(one.language.judged),
        **{name.replace("-", "_"): rounded(value) for name, value in one.measures.items()},
    }


def _unread(one: Failure) -> dict[str, object]:
    """Give the row of a text that could not be read."""
    return {"name": one.file, "error": one.reason}


def _guarded(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet or a runner would take for a command."""
    if not isinstance(cell, str):
        return cell
    plain = safe(cell)
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@", "::")) else plain
