"""Claims that no evidence could carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Options, Problem
from tenor.findings.subject import phrase_list, word_list

if TYPE_CHECKING:
    from tenor.findings.subject import PhraseHit, Subject

#: Claims only in what they go with: "never fails", but not "never set".
_BARE = frozenset({"always", "never"})
#: What makes it a rule or a doubt.
_DOUBTS = frozenset(
    ("not", "no", "never", "if", "whether", "nothing", "must", "should", "shall", "to")
)
#: How many words after "always" or "never" the promise may come.
_NEAR = 3


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each claim outside quotations; "always" and "never" only where they promise."""
    for hit in subject.find(phrase_list("overclaims"), options.phrases("allow")):
        if not subject.is_quoted(hit.span) and _is_claim(subject.lows[hit.sentence], hit):
            words = subject.quote(hit.span)
            yield Problem(hit.span, f"“{words}” claims more than can be shown", help=_help(hit))


def _is_claim(lows: list[str], hit: PhraseHit) -> bool:
    """Tell a promise from a definition, a rule or a doubt."""
    before, after = lows[: hit.at], lows[hit.at + len(hit.words) :]
    if any(low in _DOUBTS or low.endswith("n't") for low in before[-3:]):
        return False
    if hit.words[0] in _BARE and len(hit.words) == 1:
        return not word_list("overclaims-promises").isdisjoint(after[:_NEAR])
    if hit.words == ("guaranteed",):
        return after[:1] not in (["to"], ["that"], ["by"], ["for"])
    return True


def _help(hit: PhraseHit) -> str:
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
    bad="The new filter never fails, and good results are guaranteed.",
    good="It removed 19 of 20 stains. “Results are guaranteed”, says the seller. Never mix them.",
    find=find,
    options=(ALLOW,),
    default="off",
)
