"""A sentence too long to follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.document import Span
from tenor.findings.check import Check, Option, Options, Problem
from tenor.findings.subject import word_list
from tenor.measure import quantity

if TYPE_CHECKING:
    from tenor.findings.subject import Subject


#: An item of an enumeration has at most so many words; from so many items on it is one.
_ITEM, _ITEMS = 3, 4
#: What a joint comes after, and how many tokens it has on either side at least.
_MARKS = frozenset(",;:–—(")
_LEAST = 8
#: How many words name a joint.
_SHOWN = 3


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each sentence of running prose with more words than the limit.

    The items of an enumeration count as one word each; legal notices are passed over.
    """
    limit = options.count("max")
    for span, tally in subject.counts.sentences:
        if tally.words > limit and _without_items(_lows(subject, span)) > limit:
            words = f"{quantity(tally.words, 'word')} in one sentence"
            yield Problem(span, f"{words}, more than {limit}", help=_help(subject, span))


def _lows(subject: Subject, span: Span) -> list[str]:
    index = subject.sentence_at(span.start)
    return [] if index is None else subject.lows[index]


def _help(subject: Subject, span: Span) -> str:
    """Name the joint nearest to the middle, where a second sentence could begin."""
    index = subject.sentence_at(span.start)
    lows = _lows(subject, span)
    joints = [place for place in range(_LEAST, len(lows) - _LEAST) if _is_joint(lows, place)]
    if index is None or not joints:
        return "split it in two"
    place = min(joints, key=lambda place: abs(2 * place - len(lows)))
    words = subject.quote(subject.hit(index, place, place + _SHOWN).span)
    return f"a second sentence could begin at “{words}”"


def _is_joint(lows: list[str], place: int) -> bool:
    """Tell whether a clause begins here: a conjunction or a subject, after a mark."""
    is_open = lows[place] in word_list("joints") and lows[place - 1] in _MARKS
    return is_open and all(low[0].isalpha() for low in lows[place : place + _SHOWN])


def _without_items(lows: list[str]) -> int:
    """Count the words, an enumeration's items as one each."""
    stretches = [0]
    for low in lows:
        if low in {",", ";"}:
            stretches.append(0)
        else:
            stretches[-1] += low[0].isalnum()
    items = [size for size in stretches if size <= _ITEM]
    return sum(stretches) - (sum(items) - len(items) if len(items) >= _ITEMS else 0)


CHECK = Check(
    name="sentence-length",
    summary="A sentence is longer than a limit.",
    why=(
        "By the end of a long sentence its beginning is forgotten. Ignore it where a list or a"
        " quotation carries the reader."
    ),
    bad=(
        "When the committee met in the spring it was decided that the report, which had been"
        " promised for the winter and which nobody had begun to write, would be put off until the"
        " autumn, although the members who had asked for it had by then all left for other posts."
    ),
    good="The committee met in the spring. It put the report off until the autumn.",
    find=find,
    options=(Option("max", "integer", 45, "most words in a sentence", 5, 1000),),
)
