"""The sentences that show best how a text sounds."""

from __future__ import annotations

from collections.abc import Sequence

from tenor.tone.analysed import SentenceTone

#: A sentence that leans less shows nothing: readers found such lines wrong.
LEAST = 0.3
#: So many sentences are shown each way.
_EACH = 2


def telling(tones: Sequence[SentenceTone], may: Sequence[bool]) -> tuple[SentenceTone, ...]:
    """Give up to two sentences either way that lean most, the most positive first.

    None leans less than LEAST; `may` tells which may be quoted (see tenor.quotable).
    """
    leaning = [
        (shown.valence.value, shown)
        for is_quotable, shown in zip(may, tones, strict=True)
        if is_quotable and shown.valence and abs(shown.valence.value) >= LEAST
    ]
    ranked = sorted(leaning, key=lambda pair: -pair[0])
    positive = [shown for value, shown in ranked[:_EACH] if value > 0]
    negative = [shown for value, shown in ranked[-_EACH:] if value < 0]
    return (*positive, *negative)
