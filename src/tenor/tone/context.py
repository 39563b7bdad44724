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
    sightings = find_stretches(tagged)
    if not (is_active or sightings or answer):
        return hits
    if sightings:
        tagged = tagged.without([idle.place for idle in sightings if isinstance(idle, Idle)])
    changes_by_hit = find_changes(hits, tagged) if is_active else []
    unsaid = _unsaid(sightings, changes_by_hit, answer)
    if unsaid:
        hits = _changed(hits, changes_by_hit, unsaid)
    if sightings:
        stretches = [stretch for stretch in sightings if isinstance(stretch, Stretch)]
        hits = _stretched(hits, tagged, stretches)
    return hits


def _unsaid(
    sightings: Sequence[Sighting], changes_by_hit: Sequence[Sequence[NearbyChange]], answer: str
) -> set[int]:
    """Find the places of the words that have no valence of their own."""
    unsaid = {change.place for changes in changes_by_hit if changes for change in changes}
    if answer == "it":
        unsaid.add(0)
    for sighting in sightings:
        if isinstance(sighting, Unsaid):
            unsaid.update(range(sighting.start, sighting.end))
    return unsaid


def _changed(
    hits: list[Hit], changes_by_hit: list[list[NearbyChange]], unsaid: set[int]
) -> list[Hit]:
    """Add what near words make of each hit that has a valence of its own."""
    return [
        hit.times([change.factor for change in changes]) if changes else hit
        for hit, changes in zip(hits, changes_by_hit or [[]] * len(hits), strict=True)
        if hit.start not in unsaid
    ]


def _stretched(hits: list[Hit], tagged: Tagged, stretches: Sequence[Stretch]) -> list[Hit]:
    """Add what each stretch makes of the hits in it; some stand for themselves."""
    places = [hit.start for hit in hits]
    factors: list[list[Factor]] = [[] for _ in hits]
    for start, end, pair, reason in stretches:
        for index in range(bisect_left(places, start), bisect_left(places, end)):
            if not stands_alone(tagged, places[index]):
                factors[index].append(Factor(pair.of(hits[index].base), reason))
    return list(map(Hit.times, hits, factors))
