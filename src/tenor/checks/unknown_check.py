"""A suppression that names no check, or makes no sense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.errors import did_you_mean
from tenor.findings.check import Check, Options, Problem

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


def find(subject: Subject, _: Options) -> Iterator[Problem]:
    """Report each name in a suppression that is no check's."""
    from tenor.checks import CHECKS

    known = [check.name for check in CHECKS]
    for suppression in subject.suppressions:
        if suppression.verb is None:
            words = "say ignore, ignore-file, off or on, and the names of checks"
            yield Problem(suppression.span, "a tenor comment that says nothing", help=words)
        for name in suppression.names:
            if name not in known:
                hint = did_you_mean(name, known)
                yield Problem(suppression.span, f"there is no check named {name}{hint}")


CHECK = Check(
    name="unknown-check",
    summary="A suppression that names no check.",
    why="A mistyped name suppresses nothing, and nobody would notice.",
    bad="<!-- tenor: ignore hedgings -- it is a quotation -->\n\nPerhaps.",
    good="<!-- tenor: ignore-file hedging -- it is all a quotation -->\n\nPerhaps.",
    find=find,
)
