"""Words that attack a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Options, Problem
from tenor.findings.subject import phrase_list

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

#: A loser in a game, and the like: what stands before or after makes the word a plain one.
_GAMES = frozenset({"winner", "winners", "sore", "winning"})


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each attack that is the writer's own."""
    for hit in subject.find(phrase_list("attacks"), options.phrases("allow")):
        if subject.is_quoted(hit.span):
            continue
        if hit.words[0] in {"loser", "losers"} and _GAMES & set(subject.lows[hit.sentence]):
            continue
        yield Problem(
            hit.span,
            f"“{subject.quote(hit.span)}” attacks the person",
            help="say what went wrong, and what you want done",
        )


CHECK = Check(
    name="hostility",
    summary="Words that attack a person.",
    why=(
        "An insult is all that will be remembered of the text. The list is short on purpose; what"
        " stands in quotation marks is not reported."
    ),
    bad="Whoever wrote this is an idiot. Shut up and read the manual.",
    good="Whoever wrote this was in a hurry. “Shut up”, he said to the parrot.",
    find=find,
    options=(ALLOW,),
)
