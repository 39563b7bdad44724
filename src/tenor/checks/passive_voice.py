"""A text most of whose sentences hide who does what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import Check, Option, Options, Problem
from tenor.findings.subject import word_list
from tenor.measure import Evidence
from tenor.style.counting import PROSE

if TYPE_CHECKING:
    from tenor.findings.subject import PhraseHit, Subject

_NAMED = 3


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Compare the share of sentences with a passive verb with its limit."""
    prose = [n for n in range(len(subject.lows)) if subject.kind(n) in PROSE]
    hits = [hits[0] for n in prose if (hits := list(passives(subject, n)))]
    share = len(hits) / len(prose) if prose else 0.0
    limit = options.number("max")
    if share <= limit:
        return
    words = subject.document.sentences
    longest = sorted(hits, key=lambda hit: (-len(subject.lows[hit.sentence]), hit.span))
    after = (len(hits) - min(_NAMED, len(longest))) / len(prose)
    evidence = [
        Evidence(words[hit.sentence].span, 1.0, f"passive: {subject.quote(hit.span)}")
        for hit in longest
    ]
    yield Problem(
        evidence[0].span,
        f"{share:.0%} of sentences are passive, more than {limit:.0%}"
        f" ({len(hits)} of {len(prose)})",
        evidence[0].word,
        tuple(evidence[1:]),
        f"naming who does it in these {min(_NAMED, len(longest))} brings it to {after:.0%}",
        round(share, 4),
    )


def passives(subject: Subject, sentence: int) -> Iterator[PhraseHit]:
    """Yield each form of to be with a participle behind it, at most two words apart."""
    lows = subject.lows[sentence]
    for place, low in enumerate(lows):
        if low not in word_list("passive-be"):
            continue
        end = place + 1
        while end < len(lows) and end < place + 3 and _is_between(lows[end]):
            end += 1
        if end < len(lows) and is_participle(lows[end]):
            yield subject.hit(sentence, place, end + 1)


def _is_between(low: str) -> bool:
    return low in word_list("passive-between") or (low.endswith("ly") and low.isalpha())


def is_participle(low: str) -> bool:
    """Tell whether a word can be the participle of a passive verb."""
    if low in word_list("passive-states"):
        return False
    return low in word_list("passive-participles") or (
        len(low) > 4 and low.endswith("ed") and low.isalpha()
    )


CHECK = Check(
    name="passive-voice",
    summary="More of the sentences are passive than a limit.",
    why=(
        "“Mistakes were made” leaves the reader to guess who does what. Ignore it where who does it"
        " does not matter, as in a description of a method."
    ),
    bad="The door was opened by someone. The letter was written in haste and quickly sent.",
    good="Someone opened the door. She wrote the letter in haste. We were tired and pleased.",
    find=find,
    options=(Option("max", "number", 0.4, "largest share of sentences", 0, 1),),
    default="off",
    is_budget=True,
    times=9,
)
