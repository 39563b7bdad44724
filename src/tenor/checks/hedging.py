"""More hedges than a text can carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Option, Options, Problem
from tenor.findings.subject import parsed
from tenor.measure import Evidence
from tenor.style.counting import PROSE

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

_NAMED = 3
#: "Possible values are …" is no hedge.
_CHOICES = frozenset({"possible"})


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Compare the hedges per 1000 words with their limit; name the sentences that hold most."""
    words, limit = subject.document.words, options.number("max")
    measured = subject.analysis.value("hedging")
    hedges = list(_kept(subject, measured.evidence if measured else (), options))
    rate = 1000 * len(hedges) / words if words else 0.0
    if rate <= limit:
        return
    worst = _worst(subject, hedges)
    named = worst[:_NAMED]
    less = sum(int(evidence.weight) for evidence in named)
    after = 1000 * (len(hedges) - less) / words
    these = f"these {len(named)} sentences" if len(named) > 1 else "this sentence"
    yield Problem(
        worst[0].span,
        f"{rate:.1f} hedges in 1000 words, more than {limit:g} ({len(hedges)} in {words} words)",
        worst[0].word,
        tuple(worst[1:]),
        f"without those in {these} it is {after:.1f}"
        + (", within the limit" if after <= limit else ""),
        round(rate, 4),
    )


def _kept(subject: Subject, hedges: Sequence[Evidence], options: Options) -> Iterator[Evidence]:
    """Yield the hedges that are the writer's own, and not allowed."""
    allowed = {hit.span for hit in subject.find(parsed(options.phrases("allow")))}
    for hedge in hedges:
        index = subject.sentence_at(hedge.span.start)
        if index is None or subject.kind(index) not in PROSE or hedge.word in _CHOICES:
            continue
        if not any(map(hedge.span.meets, allowed)) and not subject.is_quoted(hedge.span):
            yield hedge


def _worst(subject: Subject, hedges: Sequence[Evidence]) -> list[Evidence]:
    """Give the sentences that hold hedges, those with most of them first."""
    held: dict[int, list[str]] = {}
    for hedge in hedges:
        index = subject.sentence_at(hedge.span.start)
        if index is not None:
            held.setdefault(index, []).append(hedge.word)
    ranked = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    sentences = subject.document.sentences
    return [Evidence(sentences[n].span, len(w), ", ".join(w)) for n, w in ranked]


CHECK = Check(
    name="hedging",
    summary="There are more hedges in 1000 words than a limit.",
    why=(
        "A hedge is honest where something is uncertain; in every sentence it tells the reader that"
        " the writer will not stand by anything. Ignore it in reports of early results."
    ),
    bad="It seems that perhaps this might possibly work, or so I guess. The rain fell on the roof.",
    good="This works on every machine we tried, five of them. The rain fell on the roof.",
    find=find,
    options=(
        Option("max", "number", 25, "most hedges in 1000 words", 0, 1000),
        ALLOW,
    ),
    severity="info",
    is_budget=True,
    times=8,
)
