"""Capitals and exclamation marks that raise the voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import ALLOW, ENOUGH_WORDS, Check, Option, Options, Problem
from tenor.findings.subject import parsed, word_list
from tenor.measure import Evidence, quantity
from tenor.style.counting import PROSE

if TYPE_CHECKING:
    from tenor.findings.subject import PhraseHit, Subject

_NAMED = 3
#: Fewer exclamation marks than this are no habit.
_FEW = 6


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report runs of capitals, doubled marks, and more exclamation marks than the limit."""
    allowed = [hit.span for hit in subject.find(parsed(options.phrases("allow")))]
    hits = [*_capitals(subject, options.count("capitals")), *_doubled(subject)]
    for span, message in sorted(hits):
        if not subject.is_quoted(span) and not any(map(span.meets, allowed)):
            yield Problem(span, message)
    if subject.document.words >= ENOUGH_WORDS:
        yield from _budget(subject, options.number("max-exclamations"))


def _capitals(subject: Subject, least: int) -> Iterator[tuple[Span, str]]:
    """Yield runs of so many words in capitals and more that raise the voice."""
    for index, sentence in enumerate(subject.document.sentences):
        if subject.kind(index) not in PROSE or word_list("capitals-legal") & set(
            subject.lows[index]
        ):
            continue
        forms = sentence.forms
        for is_loud, group in groupby(range(len(forms)), key=lambda place: forms[place].isupper()):
            run = list(group)
            if is_loud and _is_voice([forms[place].lower() for place in run], least):
                hit: PhraseHit = subject.hit(index, run[0], run[-1] + 1)
                if subject.is_unbroken(hit.span):
                    yield hit.span, f"{quantity(len(run), 'word')} in capitals"


def _is_voice(lows: Sequence[str], least: int) -> bool:
    """Tell a raised voice from initials, single letters and requirement words."""
    if len(lows) < least:
        return False
    custom = word_list("capitals-requirements")
    return any(low in word_list("shouted") and low not in custom for low in lows if len(low) > 1)


def _doubled(subject: Subject) -> Iterator[tuple[Span, str]]:
    """Yield exclamation marks that stand two and more together, or beside a question mark."""
    for index, sentence in enumerate(subject.document.sentences):
        forms = subject.lows[index]
        for is_mark, group in groupby(
            range(len(forms)), key=lambda place: not forms[place].strip("!?")
        ):
            run = list(group)
            if is_mark and run[0] and forms[run[0] - 1][-1].isalnum():
                span = Span(sentence.starts[run[0]], sentence.ends[run[-1]])
                marks = "".join(forms[place] for place in run)
                if len(marks) > 1 and "!" in marks and len(marks) == span.end - span.start:
                    yield span, f"“{marks}” raises the voice"


def _budget(subject: Subject, limit: float) -> Iterator[Problem]:
    """Report more exclamation marks than the limit, at the sentences that hold most of them."""
    words = subject.document.words
    sentences = subject.document.sentences
    held = [
        Evidence(sentences[index].span, float(count), f"{count} of them")
        for index, lows in enumerate(subject.lows)
        if (count := sum(low.count("!") for low in lows)) and _is_own(subject, index)
    ]
    total = int(sum(evidence.weight for evidence in held))
    rate = 1000 * total / words
    if rate <= limit or total < _FEW:
        return
    worst = sorted(held, key=lambda evidence: (-evidence.weight, evidence.span))
    named = worst[:_NAMED]
    after = 1000 * (total - sum(evidence.weight for evidence in named)) / words
    yield Problem(
        worst[0].span,
        f"{rate:.1f} exclamation marks in 1000 words, more than {limit:g} ({total} in {words})",
        worst[0].word,
        tuple(worst[1:]),
        f"without those in these {len(named)} it is {after:.1f}"
        + (", within the limit" if after <= limit else ""),
        round(rate, 4),
    )


def _is_own(subject: Subject, index: int) -> bool:
    """Tell whether a sentence is running prose of the writer's own."""
    sentence = subject.document.sentences[index]
    return subject.kind(index) in PROSE and not subject.is_quoted(sentence.span)


CHECK = Check(
    name="shouting",
    summary="Runs of capitals, !!, ?!, and too many exclamation marks.",
    why=(
        "Capitals and doubled marks read as a raised voice. Initials, headings, legal notices and"
        " requirement words (MUST NOT) are not reported."
    ),
    bad="DO NOT EVER TOUCH this button!! Why would you do that?!",
    good="Do not touch this button. The HTTP API MUST NOT be used with NASA's IBM PC. Good!",
    find=find,
    options=(
        Option("capitals", "integer", 3, "fewest words of a run", 2, 100),
        Option("max-exclamations", "number", 10, "most exclamation marks in 1000 words", 0, 1000),
        ALLOW,
    ),
)
