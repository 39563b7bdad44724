"""Keyphrases and terms: the words that say most about what a text is about, each with its why."""

from __future__ import annotations

from math import log
from typing import NamedTuple

from tenor.themes.candidates import Found, Scan

#: How much more a phrase of 0…4 words says than one word.
LENGTH_BOOST = (0.0, 1.0, 1.6, 1.84, 1.84)
SHOWN = 20


class Factor(NamedTuple):
    """One factor of a keyphrase's weight, and what it stands for."""

    name: str
    value: float


class Keyphrase(NamedTuple):
    """A phrase in its commonest form, its weight, how often it is used, and the weight's factors.

    Formula: mean over words of uses × rarity, × length boost, × (1 + ½ ln uses of the phrase),
    ÷ (1 + 0.4 ln(1 + index of its first word)); rarity is 8 − Zipf frequency. The weight is the
    product of the factors, above 0, without unit: only its rank within one text means something.
    """

    phrase: str
    weight: float
    mentions: int = 0
    why: tuple[Factor, ...] = ()


def keyphrases(seen: Scan) -> tuple[Keyphrase, ...]:
    """Rank the maximal noun phrases; those that are mostly parts of longer ones are left out."""
    ranked = [
        _weigh(seen, stems, found)
        for stems, found in seen.phrases.items()
        if found.uses >= seen.fragments[stems] and not (len(stems) == 1 and stems[0] in seen.light)
    ]
    return _best(ranked)


def terms(seen: Scan) -> tuple[Keyphrase, ...]:
    """Rank single words: uses × rarity."""
    ranked = []
    for stem, found in seen.families.items():
        if stem not in seen.light:
            why = (Factor("uses", found.uses), Factor("rarity", seen.rarity[stem]))
            ranked.append(Keyphrase(usual(found), _product(why), found.uses, why))
    return _best(ranked)


def usual(found: Found) -> str:
    """Give the commonest form, the earliest of equals."""
    return max(found.forms, key=found.forms.__getitem__)


def _weigh(seen: Scan, stems: tuple[str, ...], found: Found) -> Keyphrase:
    """Weigh one phrase."""
    known = [(seen.families[stem].uses, seen.rarity[stem]) for stem in stems]
    why = (
        Factor("words", sum(uses * rarity for uses, rarity in known) / len(stems)),
        Factor("length", LENGTH_BOOST[len(stems)]),
        Factor("repetition", 1 + log(found.uses) / 2),
        Factor("position", 1 / (1 + 0.4 * log(1 + found.first))),
    )
    return Keyphrase(usual(found), _product(why), found.uses, why)


def _product(why: tuple[Factor, ...]) -> float:
    """Multiply the factors."""
    weight = 1.0
    for factor in why:
        weight *= factor.value
    return weight


def _best(ranked: list[Keyphrase]) -> tuple[Keyphrase, ...]:
    """Give the heaviest, the earliest of equals first."""
    ranked.sort(key=lambda phrase: -phrase.weight)
    return tuple(phrase for phrase in ranked[:SHOWN] if phrase.weight > 0)
