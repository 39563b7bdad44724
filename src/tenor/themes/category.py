"""Categories: the subjects a text's words belong to, against how usual those subjects are."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from math import log
from typing import NamedTuple

from tenor import lexicons
from tenor.themes.candidates import Scan
from tenor.themes.keyphrase import usual

SHOWN = 5
DISTINCT = 3
LEAST_SURE = 6.63  # log-likelihood at p = 0.01
REDUNDANT = 0.6


class Category(NamedTuple):
    """A subject, how many times as often as usual its words come, and those words.

    Ranked by log-likelihood (Dunning 1993; Rayson & Garside 2000) of its share of the content words
    against its usual share; at least 3 distinct words, of which none counts for more than half.
    """

    name: str
    times: float
    words: tuple[str, ...]
    hits: int
    likelihood: float


class Table(NamedTuple):
    """The packaged categories: usual rates, and those a stem belongs to; kin are near synonyms."""

    rates: dict[str, float]
    holding: dict[str, tuple[str, ...]]
    kin: dict[str, str]


@cache
def packaged() -> Table:
    """Load the packaged categories."""
    rates, holding, kin = {}, defaultdict(list), {}
    for name, rate, stems in lexicons.rows("categories"):
        if name.startswith("="):
            kin.update(dict.fromkeys(stems.split(" "), name))
            continue
        rates[name] = int(rate) / 1e6
        for stem in stems.split(" "):
            holding[stem].append(name)
    return Table(rates, {stem: tuple(names) for stem, names in holding.items()}, kin)


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
    """Weigh one category by its hits and those to be expected."""
    if len(words) < DISTINCT or not expected:
        return None
    top = max(words.values())
    hits = words.total() - max(0, top - (words.total() - top))
    if hits <= expected:
        return None
    likelihood = 2 * (hits * log(hits / expected) - (hits - expected))
    forms = tuple(usual(scan.families[stem]) for stem, _ in words.most_common(8))
    return Category(name, hits / expected, forms, words.total(), likelihood)


def _distinct(ranked: list[Category]) -> tuple[Category, ...]:
    """Keep those whose words are not mostly those of a surer one."""
    kept: list[Category] = []
    for category in ranked:
        words = set(category.words)
        if all(len(words & set(other.words)) < REDUNDANT * len(words) for other in kept):
            kept.append(category)
    return tuple(kept[:SHOWN])
