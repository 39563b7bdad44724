"""A sentence too long to follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.checks.check import Check, Option, Options, Problem

if TYPE_CHECKING:
    from tenor.checks.subject import Subject


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each sentence of running prose with more words than the limit."""
    for span, tally in subject.counts.sentences:
        if tally.words > options["max"]:
            words = f"{tally.words} words in one sentence"
            yield Problem(span, f"{words}, more than {options['max']}", help="split it in two")


CHECK = Check(
    name="sentence-length",
    summary="A sentence is longer than a limit.",
    why=(
        "By the end of a long sentence its beginning is forgotten. Ignore it where a list or a"
        " quotation carries the reader."
    ),
    bad=(
        "When the committee met in the spring it was decided that the report, which had been"
        " promised for the winter and which nobody had begun to write, would be put off until the"
        " autumn, although the members who had asked for it had by then all left for other posts."
    ),
    good="The committee met in the spring. It put the report off until the autumn.",
    find=find,
    options=(Option("max", "integer", 45, "most words in a sentence", 5, 1000),),
)
