"""What surrounds a word changes its weight: each change is a factor with a reason in words.

The words near a word change it (tenor.tone.nearby), and so do the constructions it stands in
(tenor.tone.stretches).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tenor.measure import Factor
from tenor.tone.nearby import ACTIVE, NearbyChange, find_changes, stands_alone
from tenor.tone.stretches import (
    LAST_MARKS,
    Idle,
    Sighting,
    Stretch,
    Unsaid,
    ask,
    find_stretches,
)
from tenor.tone.tagging import Hit, Tagged


def in_context(hits: list[Hit], tagged: Tagged, answer: str = "") -> list[Hit]:
    """Give the hits that have a valence of their own here, each with the factors of its context.

    `answer` is what a question is answered by, if it is, and "it" for the answer itself.
    """
    is_active = not ACTIVE.isdisjoint(tagged.roles)
    if "?" in tagged.words[-LAST_MARKS:]:
        tagged = ask(tagged, answer)
    findings = find_stretches(tagged)
    if not (is_active or findings or answer):
        return hits
    if findings:
        tagged = tagged.without([one.place for one in findings if isinstance(one, Idle)])
    near = find_changes(hits, tagged) if is_active else []
    unsaid = _unsaid(findings, near, answer)
    if unsaid:
        hits = _changed(hits, near, unsaid)
    if findings:
        hits = _stretched(hits, tagged, [one for one in findings if isinstance(one, Stretch)])
    return hits


def _unsaid(
    findings: Sequence[Sighting], near: Sequence[Sequence[NearbyChange]], answer: str
) -> set[int]:
    """Find the places of the words that have no valence of their own."""
    unsaid = {change.place for several in near if several for change in several}
    if answer == "it":
        unsaid.add(0)
    for one in findings:
        if isinstance(one, Unsaid):
            unsaid.update(range(one.start, one.end))
    return unsaid


def _changed(hits: list[Hit], near: list[list[NearbyChange]], unsaid: set[int]) -> list[Hit]:
    """Add what near words make of each hit that has a valence of its own."""
    return [
        hit.times([change.factor for change in several]) if several else hit
        for hit, several in zip(hits, near or [[]] * len(hits), strict=True)
        if hit.at not in unsaid
    ]


def _stretched(hits: list[Hit], tagged: Tagged, stretches: Sequence[Stretch]) -> list[Hit]:
    """Add what each stretch makes of the hits in it; some stand for themselves."""
    places = [hit.at for hit in hits]
    factors: list[list[Factor]] = [[] for _ in hits]
    for start, end, pair, reason in stretches:
        for number in range(bisect_left(places, start), bisect_left(places, end)):
            if not stands_alone(tagged, places[number]):
                factors[number].append(Factor(pair.of(hits[number].base), reason))
    return list(map(Hit.times, hits, factors))
