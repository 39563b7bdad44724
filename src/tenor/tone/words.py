"""The tables of tone: what words weigh, and which words change the weight of others."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tenor.lexicons import rows


class Phrase(NamedTuple):
    """Several words that mean one thing: its kind, and its valence where it has one."""

    words: tuple[str, ...]
    kind: str
    valence: float


@cache
def valences() -> dict[str, float]:
    """Give each word's valence, about −4…+4."""
    return {row[0]: float(row[1]) for row in rows("valence.tsv")}


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Give the phrases by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for text, kind, valence in rows("tone-phrases.tsv"):
        words = tuple(text.split(" "))
        found.setdefault(words[0], []).append(Phrase(words, kind, float(valence)))
    return {
        first: tuple(sorted(several, key=lambda phrase: -len(phrase.words)))
        for first, several in found.items()
    }


@cache
def known() -> frozenset[str]:
    """Give every word that is scored or begins a phrase."""
    return frozenset(valences()) | frozenset(phrases())


@cache
def roles() -> dict[str, str]:
    """Give the part each context word plays: nltk's VADER lists with tone-roles.tsv over them."""
    from nltk.sentiment.vader import VaderConstants

    part = dict.fromkeys(VaderConstants.NEGATE, "negator")
    for word, step in VaderConstants.BOOSTER_DICT.items():
        part[word] = "booster" if step > 0 else "damper"
    part.update({word: role for role, words in rows("tone-roles.tsv") for word in words.split()})
    return {word: role for word, role in part.items() if role != "none"}
