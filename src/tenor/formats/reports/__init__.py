"""Reports as text, one file a form: an object a text, or a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from tenor.errors import Failure
    from tenor.formats.objects import Object
    from tenor.summary import Summary

#: A form that gives each text an object, of all that is known of it.
ObjectForm = Literal["json", "jsonl"]
#: A form that gives each text a row, of its summary.
RowForm = Literal["csv", "md"]
Form = ObjectForm | RowForm
ROW_FORMS: tuple[RowForm, ...] = get_args(RowForm)
FORMS: tuple[Form, ...] = (*get_args(ObjectForm), *ROW_FORMS)


def object_writer(form: ObjectForm) -> Callable[[Sequence[Object], Sequence[Failure]], str]:
    """Give what writes texts' objects, and what could not be read, in a form."""
    from tenor.formats.reports import json

    match form:
        case "json":
            return json.write
        case "jsonl":
            return json.write_lines


def row_writer(form: RowForm) -> Callable[[Sequence[Summary], Sequence[Failure]], str]:
    """Give what writes texts' rows, and what could not be read, in a form."""
    from tenor.formats.reports import csv, markdown

    match form:
        case "csv":
            return csv.write
        case "md":
            return markdown.write
