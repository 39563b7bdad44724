"""Words a project does not want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Option, Options, Problem
from tenor.findings.subject import parsed

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each use of a banned term, with its replacement where there is one."""
    terms = options.terms("terms")
    better = _better(terms)
    for hit in subject.find(parsed(terms), options.phrases("allow")):
        word = better.get(hit.words, "")
        yield Problem(
            hit.span,
            f"“{subject.quote(hit.span)}” is not to be used here",
            help=f"say “{word}”" if word else "",
        )


def _better(terms: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Give the replacements by the words they replace."""
    return {
        words: replacement
        for term, replacement in terms.items()
        for several in parsed([term]).values()
        for words in several
    }


CHECK = Check(
    name="banned-terms",
    summary="A word or phrase from the project's own list.",
    why="A house style needs a list. Quotations count too: allow what must stay.",
    bad="We utilize very unique tools.",
    good="We use tools of our own.",
    find=find,
    options=(
        Option("terms", "terms", (), "a list, or a table of term = replacement"),
        ALLOW,
    ),
    default="until set",
    example={"terms": {"utilize": "use", "very unique": "unique"}},
)
