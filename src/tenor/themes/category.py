"""Categories: the subjects a text's words belong to, against how usual those subjects are."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from math import log
from typing import NamedTuple

from tenor import lexicons
from tenor.themes.candidates import Scan
from tenor.themes.keyphrase import usual

#: How many categories are given at most.
SHOWN = 5
#: A category needs so many distinct words: one or two say more about themselves than about it.
DISTINCT = 3
#: The log-likelihood that chance comes to once in a hundred times (χ² with one degree of freedom).
LEAST_SURE = 6.63
#: A category of which this share of the words are those of a surer one says nothing new.
REDUNDANT = 0.6
#: How many of its words a category names at most.
WORDS_SHOWN = 8
#: The packaged rates count words in so many.
_RATE_UNIT = 1e6


class Category(NamedTuple):
    """A subject, how many times as often as usual its words come, and those words.

    Ranked by log-likelihood (Dunning 1993; Rayson & Garside 2000) of its share of the content words
    against its usual share; at least 3 distinct words, of which none counts for more than half.

    `times` is above 1; `words` are the commonest, at most eight; `hits` counts the uses of all its
    words, and `likelihood` is the log-likelihood, LEAST_SURE at the least.
    """

    name: str
    times: float
    words: tuple[str, ...]
    hits: int
    likelihood: float


class CategoryTable(NamedTuple):
    """The packaged categories.

    `rates` has each category's usual share of the content words, `holding` the categories each stem
    belongs to, `kin` the group of near synonyms it is of, if it is of one.
    """

    rates: dict[str, float]
    holding: dict[str, tuple[str, ...]]
    kin: dict[str, str]


@cache
def packaged() -> CategoryTable:
    """Load the packaged categories."""
    rates, holding, kin = {}, defaultdict(list), {}
    for name, rate, stems in lexicons.rows("categories"):
        if name.startswith("="):
            kin.update(dict.fromkeys(stems.split(" "), name))
            continue
        rates[name] = int(rate) / _RATE_UNIT
        for stem in stems.split(" "):
            holding[stem].append(name)
    return CategoryTable(rates, {stem: tuple(names) for stem, names in holding.items()}, kin)


def categories(scan: Scan) -> tuple[Category, ...]:
    """Give the subjects whose words are surely commoner than usual, the surest first."""
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    table = packaged()
    for stem, family in scan.families.items():
        total += family.uses
        for name in table.holding.get(stem, ()):
            hits[name][stem] += family.uses
    ranked = [_weigh(scan, name, words, table.rates[name] * total) for name, words in hits.items()]
    sure = [weighed for weighed in ranked if weighed and weighed.likelihood >= LEAST_SURE]
    sure.sort(key=lambda category: (-category.likelihood, category.name))
    return _distinct(sure)


def _weigh(scan: Scan, name: str, words: Counter[str], expected: float) -> Category | None:
    """Weigh one category by its hits and those to be expected; None where it is no subject."""
    if len(words) < DISTINCT or not expected:
        return None
    hits = tempered(words)
    if hits <= expected:
        return None
    forms = tuple(usual(scan.families[stem]) for stem, _ in words.most_common(WORDS_SHOWN))
    return Category(name, hits / expected, forms, words.total(), likelihood(hits, expected))


def tempered(words: Counter[str]) -> int:
    """Count the uses of a category's words: of one word at most as many as of all others."""
    top = max(words.values(), default=0)
    return words.total() - max(0, top - (words.total() - top))


def likelihood(hits: int, expected: float) -> float:
    """Give the log-likelihood of some hits where fewer are to be expected."""
    return 2 * (hits * log(hits / expected) - (hits - expected))


def _distinct(ranked: list[Category]) -> tuple[Category, ...]:
    """Keep those whose words are not mostly those of a surer one."""
    distinct: list[Category] = []
    for category in ranked:
        words = set(category.words)
        if all(len(words & set(surer.words)) < REDUNDANT * len(words) for surer in distinct):
            distinct.append(category)
    return tuple(distinct[:SHOWN])
