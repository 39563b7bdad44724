"""A text that never comes to what it must be about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import Check, Option, Options, Problem
from tenor.findings.subject import parsed

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

_ENDS = ("", "s", "es", "'s", "ed", "d", "ing", "ly")


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each required term that is mentioned less often than it must be."""
    if not subject.document.words:
        return
    wanted = options.count("mentions")
    for term in options.phrases("require"):
        count = sum(1 for _ in subject.find(parsed(_forms(term))))
        if count < wanted:
            often = "never mentioned" if not count else f"mentioned {count} times"
            often = "mentioned once" if count == 1 else often
            least = "" if wanted == 1 else f", less than {wanted} times"
            yield Problem(_start(subject), f"“{term}” is {often}{least}")


def _forms(term: str) -> list[str]:
    """Give the usual forms of a term's last word."""
    short = term.removesuffix("y") + "ies" if term.endswith("y") else term.removesuffix("e") + "ing"
    return [term + end for end in _ENDS] + [short]


def _start(subject: Subject) -> Span:
    """Give the first sentence, where the absence is felt."""
    sentences = subject.document.sentences
    return sentences[0].span if sentences else Span(0, 0)


CHECK = Check(
    name="missing-theme",
    summary="A required theme or term is absent, or mentioned too seldom.",
    why=(
        "A refund page that never says refund has missed its reader. A term counts in its plural"
        " and with the usual endings, in any case."
    ),
    bad="Thank you for your letter. We are looking into it.",
    good="Thank you for your letter. Both refunds are on their way.",
    find=find,
    options=(
        Option("require", "strings", (), "terms that must be mentioned"),
        Option("mentions", "integer", 1, "how often each, at least", 1, 1000),
    ),
    default="until set",
    example={"require": ("refund",)},
)
