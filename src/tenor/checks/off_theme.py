"""A section about something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenor.document import Section, Span
from tenor.findings.check import Check, Option, Options, Problem
from tenor.findings.subject import parsed
from tenor.measure import quantity

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each long section that mentions none of the text's themes or the declared ones."""
    least = options.count("words")
    sections = [
        section for section in subject.document.sections if _words(subject, section) >= least
    ]
    if len(sections) < 2:
        return
    names, groups = _themes(subject, options.phrases("themes"))
    for section in sections:
        if names and not any(_shares(section, spans, is_declared) for spans, is_declared in groups):
            head: Span = subject.document.sentences[section.first].span
            message = f"this section shares no theme with the rest: {', '.join(names[:5])}"
            yield Problem(head, message, quantity(_words(subject, section), "word"))


def _themes(
    subject: Subject, declared: Sequence[str]
) -> tuple[list[str], list[tuple[Sequence[Span], bool]]]:
    """Give the themes' names and their places: the declared ones, else the text's own."""
    if declared:
        return list(declared), [([hit.span for hit in subject.find(parsed(declared))], True)]
    themes = subject.analysis.themes
    return [theme.label for theme in themes], [(theme.mentions, False) for theme in themes]


def _shares(section: Section, spans: Sequence[Span], is_declared: bool) -> bool:  # noqa: FBT001
    """Tell whether a section has a theme, and, unless it is declared, not all to itself."""
    inside = [section.span.start <= span.start < section.span.end for span in spans]
    return any(inside) and (is_declared or not all(inside))


def _words(subject: Subject, section: Section) -> int:
    return sum(
        low[0].isalnum() for lows in subject.lows[section.first : section.after] for low in lows
    )


_BEES = "The hive is full of bees. Each bee brings honey to the hive. The bees guard the honey."
_TRAINS = "My train was late again. The ticket had cost a fortune. Nobody at the station cared."

CHECK = Check(
    name="off-theme",
    summary="A section that shares no theme with the rest of the text.",
    why=(
        "A section that shares nothing with the rest belongs in another text, or needs a sentence"
        " that says why it is here."
    ),
    bad=f"# Bees\n\n{_BEES}\n\n# Honey\n\n{_BEES}\n\n# Trains\n\n{_TRAINS}",
    good=f"# Bees\n\n{_BEES}\n\n# Honey\n\n{_BEES}",
    find=find,
    options=(
        Option("themes", "strings", (), "declared themes, in place of the text's own"),
        Option("words", "integer", 80, "shorter sections are passed over", 1, 100000),
    ),
    default="off",
    example={"words": 10},
)
