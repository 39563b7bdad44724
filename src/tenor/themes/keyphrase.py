"""Keyphrases and terms: the words that say most about what a text is about, each with its why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import log, prod
from typing import NamedTuple

from tenor.themes.candidates import Occurrences, Scan

# The numbers here were chosen by the agreement of keyphrases and terms with those of readers, and
# authors, of development sets; tests/accuracy/themes.py prints it.
#: How much more a phrase of 0 to 4 words says than one word, in a short text.
LENGTH_BOOST = (0.0, 1.0, 2.0, 2.6, 2.6)
#: From short to long, in words: what counts for the first fades out, for the second fades in.
SHORT, LONG = 250, 3000
#: What a phrase's first word counts for if it says little, and what a possessive takes.
EMPTY = 0.5
POSSESSIVE = 0.6
#: How much the uses of a word within a phrase count, and those of the phrase: √uses, ½ ln uses.
WORD_USES_POWER, REPETITION = 0.5, 0.5
#: A phrase, and a term, is divided by 1 + this × ln(1 + index of its first word).
PHRASE_POSITION, TERM_POSITION = 0.4, 0.1
#: How much the uses of a term count.
TERM_USES_POWER = 1.2
#: How many keyphrases and how many terms are given at most.
SHOWN = 20
#: The names of the factors, in their order.
_PHRASE = ("words", "length", "repetition", "position", "empty first word", "possessive")
_TERM = ("uses", "rarity", "position")


class WeightFactor(NamedTuple):
    """One factor of the weight of a keyphrase or a theme, and what it stands for."""

    name: str
    value: float


class Keyphrase(NamedTuple):
    """A phrase in its commonest form, its weight, how often it is used, and the weight's factors.

    Formula: mean over words of √uses × rarity, × length boost, × (1 + ½ ln uses of the phrase),
    ÷ (1 + 0.4 ln(1 + index of its first word)), × ½ where it begins with an adjective that says
    little, × 0.6 with a possessive; rarity is 8 − Zipf frequency. In a long text (from 250 words
    on, wholly from 3000) a word's uses become those of the phrase, the length boost fades, and a
    single word counts with all the forms of its family. The weight is above 0, without unit: only
    its rank within one text means something.
    """

    phrase: str
    weight: float
    mentions: int = 0
    why: tuple[WeightFactor, ...] = ()

    def __repr__(self) -> str:
        return f"<Keyphrase {self.phrase!r}, weight: {self.weight:.4g}, mentions: {self.mentions}>"


def keyphrases(scan: Scan) -> tuple[Keyphrase, ...]:
    """Rank the maximal noun phrases; those that are mostly parts of longer ones are left out."""
    length = _longness(scan.words)
    whole = (
        (phrase, _phrase_factors(scan, stems, phrase, length))
        for stems, phrase in scan.phrases.items()
        if _is_whole(scan, stems, phrase, length)
    )
    return _best(whole, _PHRASE)


def terms(scan: Scan) -> tuple[Keyphrase, ...]:
    """Rank single words: uses to the power 1.2 × rarity ÷ (1 + 0.1 ln(1 + index of the first))."""
    heavy = (
        (
            family,
            (
                family.uses**TERM_USES_POWER,
                scan.rarity[stem],
                1 / (1 + TERM_POSITION * log(1 + family.first)),
            ),
        )
        for stem, family in scan.families.items()
        if stem not in scan.light
    )
    return _best(heavy, _TERM)


def _longness(words: int) -> float:
    """Say how long a text is: 0 short to 1 long, by the logarithm of its words."""
    return min(1.0, max(0.0, log(max(words, 1) / SHORT) / log(LONG / SHORT)))


def _is_whole(scan: Scan, stems: tuple[str, ...], phrase: Occurrences, length: float) -> bool:
    """Tell whether a phrase stands by itself at least as often as within a longer one."""
    if len(stems) > 1:
        return phrase.uses >= scan.fragments[stems]
    return stems[0] not in scan.light and phrase.uses >= scan.fragments[stems] * (1 - length)


def usual(occurrences: Occurrences) -> str:
    """Give the commonest form, the earliest of equals."""
    return max(occurrences.forms, key=occurrences.forms.__getitem__)


def _phrase_factors(
    scan: Scan, stems: tuple[str, ...], phrase: Occurrences, length: float
) -> tuple[float, ...]:
    """Give the factors of a phrase's weight, in the order of their names."""
    uses = float(phrase.uses)
    if len(stems) == 1:
        uses = uses ** (1 - length) * scan.families[stems[0]].uses ** length
    words = 0.0
    for stem in stems:
        word_uses = scan.families[stem].uses ** (1 - length) * uses**length
        words += word_uses**WORD_USES_POWER * scan.rarity[stem]
    return (
        words / len(stems),
        LENGTH_BOOST[len(stems)] ** (1 - length),
        1 + REPETITION * log(uses),
        1 / (1 + PHRASE_POSITION * log(1 + phrase.first)),
        EMPTY if stems[0] in scan.empty else 1.0,
        POSSESSIVE if "'" in usual(phrase) else 1.0,
    )


def _best(
    ranked: Iterable[tuple[Occurrences, tuple[float, ...]]], names: Sequence[str]
) -> tuple[Keyphrase, ...]:
    """Give the heaviest, the earliest of equals first; a factor of 1 is not worth naming."""
    best = nlargest(SHOWN, ranked, key=lambda pair: prod(pair[1]))
    return tuple(
        Keyphrase(
            usual(occurrences),
            prod(factors),
            occurrences.uses,
            tuple(WeightFactor(*why) for why in zip(names, factors, strict=True) if why[1] != 1),
        )
        for occurrences, factors in best
        if prod(factors) > 0
    )
