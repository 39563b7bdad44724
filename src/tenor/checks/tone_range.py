"""A text more positive or more negative than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import MOST_EVIDENCE, Check, Option, Options, Problem
from tenor.measure import Evidence, quantity

if TYPE_CHECKING:
    from tenor.findings.subject import Subject
    from tenor.tone import SentenceTone

_NAMED = 3
_WORDS = 4


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Compare the text's valence with its bounds; the sentences furthest out are the evidence."""
    low, high = options.number("min"), options.number("max")
    whole = subject.analysis.valence
    if whole is None or low <= whole.value <= high:
        return
    is_low = whole.value < low
    bound = low if is_low else high
    way = 1 if is_low else -1
    scored = [
        sentence
        for sentence in subject.analysis.sentences
        if sentence.valence and sentence.valence.evidence
    ]
    worst = sorted(scored, key=lambda sentence: (way * _value(sentence), sentence.span))[
        :MOST_EVIDENCE
    ]
    evidence = [_evidence(sentence, way) for sentence in worst]
    yield Problem(
        evidence[0].span,
        f"tone {whole.value:+z.2f} is {'below' if is_low else 'above'} {bound:+g}"
        f" ({quantity(len(subject.analysis.sentences), 'sentence')}, -1 negative to +1 positive)",
        ": ".join(filter(None, (f"{evidence[0].weight:+z.2f}", evidence[0].word))),
        tuple(evidence[1:]),
        _mend(subject, worst[:_NAMED], bound, is_low=is_low),
        round(whole.value, 4),
        -way,
    )


def _value(sentence: SentenceTone) -> float:
    return sentence.valence.value if sentence.valence else 0.0


def _evidence(sentence: SentenceTone, way: int) -> Evidence:
    """Give a sentence with its valence, and the words that push it out most, if any do."""
    traces = sorted(
        sentence.valence.evidence if sentence.valence else (), key=lambda e: way * e.weight
    )
    words = [trace.word for trace in traces if way * trace.weight < 0]
    return Evidence(sentence.span, _value(sentence), ", ".join(words[:_WORDS]), _value(sentence))


def _mend(subject: Subject, worst: list[SentenceTone], bound: float, *, is_low: bool) -> str:
    """Say what making the named sentences neutral would bring."""
    values = [_value(sentence) for sentence in subject.analysis.sentences if sentence.valence]
    after = (sum(values) - sum(map(_value, worst))) / len(values)
    is_enough = after >= bound if is_low else after <= bound
    return f"with these {len(worst)} neutral it is {after:+z.2f}" + (
        ", within the limit" if is_enough else ""
    )


CHECK = Check(
    name="tone-range",
    summary="The tone of the whole text is outside a range.",
    why=(
        "A support answer that reads as hostile, or an incident report that reads as delighted, is"
        " better found before it is sent. A mean hides single sentences: negative-passage finds"
        " those."
    ),
    bad="The update is a terrible, useless failure. It hurts everyone and we hate it.",
    good="The update is out. It brings a new menu, and it fixes two faults.",
    find=find,
    options=(
        Option("min", "number", -1.0, "lowest valence", -1, 1),
        Option("max", "number", 1.0, "highest valence", -1, 1),
    ),
    default="until set",
    is_budget=True,
    example={"min": -0.1, "max": 0.5},
    times=9,
)
