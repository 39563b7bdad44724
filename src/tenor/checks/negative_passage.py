"""Several strongly negative sentences in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import Check, Option, Options, Problem
from tenor.findings.subject import word_list
from tenor.measure import Evidence

if TYPE_CHECKING:
    from tenor.findings.subject import Subject
    from tenor.tone import SentenceTone

#: So many sentences are named by their worst words.
_NAMED = 5


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each run of sentences in paragraphs that are all below the limit.

    Matter-of-fact words (error, kill, invalid) do not count: in a manual they accuse nobody.
    """
    limit, least = options.number("below"), options.count("sentences")
    numbered = enumerate(subject.analysis.sentences)
    scored = [
        _weighed(subject, sentence) for n, sentence in numbered if subject.kind(n) == "paragraph"
    ]
    for is_low, group in groupby(scored, key=lambda evidence: evidence.weight <= limit):
        run = list(group)
        if is_low and len(run) >= least:
            yield _problem(run)


def _weighed(subject: Subject, sentence: SentenceTone) -> Evidence:
    """Give a sentence with its valence by words that are no mere matter of fact."""
    plain = word_list("matter-of-fact")
    traces = [
        (trace.weight, subject.quote(trace.span, 30))
        for trace in (sentence.valence.evidence if sentence.valence else ())
        if subject.quote(trace.span).lower() not in plain
    ]
    if subject.is_quoted(sentence.span):
        return Evidence(sentence.span, 0.0, "")
    return Evidence(
        sentence.span, sum(weight for weight, _ in traces), min(traces, default=(0, ""))[1]
    )


def _problem(run: list[Evidence]) -> Problem:
    """Report one run, with the word that weighs most in each sentence."""
    mean = sum(evidence.weight for evidence in run) / len(run)
    return Problem(
        Span(run[0].span.start, run[-1].span.end),
        f"{len(run)} strongly negative sentences in a row (mean {mean:+z.2f})",
        ", ".join(filter(None, (evidence.word for evidence in run[:_NAMED]))),
        tuple(run[1:]),
        "is this much of it meant? a way out, or a fact the reader can use, breaks the run",
    )


CHECK = Check(
    name="negative-passage",
    summary="Three or more strongly negative sentences in a row.",
    why=(
        "One hard sentence is read; three in a row are heard as an attack or as despair, often"
        " without the writer's noticing. Ignore it where the subject is grim."
    ),
    bad="The plan is a disaster. The team hates it. It is a horrible, shameful waste of money.",
    good="The plan is a disaster. We have a better one, and it costs less. The team likes it.",
    find=find,
    options=(
        Option("sentences", "integer", 3, "how many in a row", 2, 100),
        Option("below", "number", -0.3, "a sentence of this valence or less counts", -1, 0),
    ),
    severity="info",
)
