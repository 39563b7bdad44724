"""Several strongly negative sentences in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tenor.checks.check import Check, Option, Options, Problem
from tenor.document import Span
from tenor.measure import Evidence
from tenor.style.counting import PROSE

if TYPE_CHECKING:
    from tenor.analysis import SentenceTone
    from tenor.checks.subject import Subject


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each run of sentences of running prose that are all below the limit."""
    numbered = enumerate(subject.analysis.sentences)
    prose = [(n, one) for n, one in numbered if subject.kind(n) in PROSE and one.valence]
    for is_low, group in groupby(prose, key=lambda pair: _value(pair[1]) <= options["below"]):
        run = [one for _, one in group]
        if is_low and len(run) >= options["sentences"]:
            yield _problem(subject, run)


def _value(one: SentenceTone) -> float:
    return one.valence.value if one.valence else 0.0


def _problem(subject: Subject, run: list[SentenceTone]) -> Problem:
    """Report one run, with the words that weigh most in each sentence."""
    mean = sum(map(_value, run)) / len(run)
    traces = [min(one.valence.evidence, key=lambda e: e.weight) for one in run if one.valence]
    words = [subject.quote(trace.span, 30) for trace in traces]
    return Problem(
        Span(run[0].span.start, run[-1].span.end),
        f"{len(run)} strongly negative sentences in a row (mean {mean:+.2f})",
        ", ".join(words[:5]),
        tuple(
            Evidence(one.span, _value(one), w) for one, w in zip(run[1:], words[1:], strict=True)
        ),
        "is this much of it meant? a way out, or one fact the reader can use, breaks the run",
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
        Option("below", "number", -0.25, "a sentence of this valence or less counts", -1, 0),
    ),
    severity="info",
)
