"""A suppression that does not say why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import Check, Options, Problem

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


def find(subject: Subject, _: Options) -> Iterator[Problem]:
    """Report each suppression without a reason after `--`."""
    for suppression in subject.suppressions:
        if suppression.verb and not suppression.reason:
            yield Problem(
                suppression.span, "a suppression without a reason", help="add one: … -- a quotation"
            )


CHECK = Check(
    name="ignore-without-reason",
    summary="A suppression that does not say why.",
    why="Whoever meets it later cannot tell whether it still holds.",
    bad="<!-- tenor: ignore shouting -->\n\nStop that now!!!",
    good="<!-- tenor: ignore shouting -- words of a caller -->\n\nStop that now!!!",
    find=find,
)
