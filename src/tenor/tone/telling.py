"""The sentences that show best how a text sounds."""

from __future__ import annotations

from collections.abc import Sequence

from tenor.measure import Value
from tenor.tone.analysed import SentenceTone

# Of sentences chosen so (the two that lean most either way, of forty) the mean share whose rating
# leans the same way by an eighth of the scale is 78 %, and that of the contrary 1 %; with 0.3 as
# the only condition 75 % and 1.9 %. In EmoBank it is 53 % for 44 %.
#: A sentence that leans less shows nothing.
LEAST = 0.4
#: One of its words weighs so much (of about 4) in its context at least: weak ones add up by chance,
#: and what is only supposed or asked is not said.
_STRONG = 1.8
#: Its words that lean the other way weigh one part in so many of those that lean its way at most.
_OPPOSED = 7
#: So many sentences are shown each way.
_EACH = 2


def leans(value: Value | None) -> int:
    """Give +1 or −1 for a sentence that leans clearly, 0 for others.

    It leans by LEAST or more, its words agree, and one of them is strong where it stands.
    """
    if value is None or abs(value.value) < LEAST:
        return 0
    way = 1 if value.value > 0 else -1
    agreeing = [trace for trace in value.evidence if trace.weight * way > 0]
    against = sum(-trace.weight * way for trace in value.evidence if trace.weight * way < 0)
    is_strong = any(trace.base is None or abs(trace.product) >= _STRONG for trace in agreeing)
    is_agreed = against * _OPPOSED <= sum(trace.weight * way for trace in agreeing)
    return way if is_strong and is_agreed else 0


def telling(tones: Sequence[SentenceTone], may: Sequence[bool]) -> tuple[SentenceTone, ...]:
    """Give up to two sentences either way that lean most, the most positive first.

    Each leans clearly; `may` tells which may be quoted (see tenor.quotable).
    """
    leaning = [
        (shown.valence.value, shown)
        for is_quotable, shown in zip(may, tones, strict=True)
        if is_quotable and shown.valence and leans(shown.valence)
    ]
    ranked = sorted(leaning, key=lambda pair: -pair[0])
    positive = [shown for value, shown in ranked[:_EACH] if value > 0]
    negative = [shown for value, shown in ranked[-_EACH:] if value < 0]
    return (*positive, *negative)
