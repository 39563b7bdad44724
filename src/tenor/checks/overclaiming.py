"""Claims that no evidence could carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.checks.check import ALLOW, Check, Options, Problem
from tenor.checks.subject import phrase_list, word_list

if TYPE_CHECKING:
    from tenor.checks.subject import Hit, Subject

_BARE = frozenset({"always", "never"})


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each claim outside quotations; "always" and "never" only where they assert a fact."""
    for hit in subject.find(phrase_list("overclaims"), options["allow"]):
        if not subject.is_quoted(hit.span) and not _is_rule(subject, hit):
            words = subject.quote(hit.span)
            yield Problem(hit.span, f"“{words}” claims more than can be shown", help=_help(hit))


def _is_rule(subject: Subject, hit: Hit) -> bool:
    """Tell whether an "always" or "never" tells someone what to do, or is not meant for all."""
    lows = subject.lows[hit.sentence]
    if hit.words == ("no", "doubt") and hit.at:
        return lows[hit.at - 1] in {"there", "is", "have", "has", "had"}
    if hit.words[0] not in _BARE or len(hit.words) > 1:
        return False
    return (
        hit.at == 0
        or lows[hit.at - 1] in word_list("overclaims-not-after")
        or not lows[hit.at - 1][0].isalpha()
    )


def _help(hit: Hit) -> str:
    if hit.words[0] in _BARE:
        return "say when, how often, or what was tried"
    return "say what was measured, or leave it out"


CHECK = Check(
    name="overclaiming",
    summary="A claim that no evidence could carry: always, guaranteed, unrivalled.",
    why=(
        "A reader who knows one exception stops believing the rest. Ignore it in mathematics, where"
        " always means always."
    ),
    bad="The new filter always removes every stain, and results are guaranteed.",
    good="The new filter removed 19 of 20 stains. “Results are guaranteed”, says the seller.",
    find=find,
    options=(ALLOW,),
    default="off",
)
