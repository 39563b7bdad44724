"""A suppression that suppresses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import Check, Options, Problem

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


def find(subject: Subject, _: Options) -> Iterator[Problem]:
    """Report each suppression whose checks ran and found nothing there."""
    for suppression in subject.unused:
        names = ", ".join(suppression.names) or "any check"
        yield Problem(
            suppression.span,
            f"nothing here needs {suppression.verb} for {names}",
            help="take it out",
        )


CHECK = Check(
    name="unused-ignore",
    summary="A suppression that suppresses nothing.",
    why=(
        "A comment that is no longer needed hides the next problem at its place. Ignore it while a"
        " check is being tried out."
    ),
    bad="<!-- tenor: ignore shouting -- a quotation -->\n\nAll is quiet here.",
    good="<!-- tenor: ignore shouting -- a quotation -->\n\nStop that now!!!",
    find=find,
)
