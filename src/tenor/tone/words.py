"""The tables of tone: what words weigh, and which words change the weight of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from tenor.lexicons import rows


class Phrase(NamedTuple):
    """Several words that mean one thing: the part they play, and their valence if they have one."""

    words: tuple[str, ...]
    kind: str
    valence: float


class Words(NamedTuple):
    """The tables the engine looks words up in: valences about −4…+4, phrases by first word."""

    valences: Mapping[str, float]
    phrases: Mapping[str, tuple[Phrase, ...]]
    roles: Mapping[str, str]
    given: frozenset[str] = frozenset()


@cache
def packaged() -> Words:
    """Give tenor's own tables."""
    valences = {row[0]: float(row[1]) for row in rows("valence.tsv") if row[1] != "0.00"}
    phrases = [
        Phrase(tuple(text.split(" ")), kind, float(valence))
        for text, kind, valence in rows("tone-phrases.tsv")
    ]
    given = dict(rows("tone-roles.tsv"))["given name"]
    return make(valences, phrases, _roles())._replace(given=frozenset(given.split()))


def make(
    valences: Mapping[str, float], phrases: Iterable[Phrase], roles: Mapping[str, str]
) -> Words:
    """Put tables together: every phrase's first word leads to its phrases, longest first."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase.words[0], []).append(phrase)
    longest_first = {
        first: tuple(sorted(several, key=lambda phrase: -len(phrase.words)))
        for first, several in by_first.items()
    }
    return Words({**dict.fromkeys(longest_first, 0.0), **valences}, longest_first, roles)


def with_project_words(project: Mapping[str, float]) -> Words:
    """Give the packaged tables with a project's own valences of words and phrases over them."""
    words = packaged()
    low = {key.lower(): valence for key, valence in project.items()}
    own = [Phrase(tuple(key.split()), "valence", low[key]) for key in low if len(key.split()) > 1]
    hidden = {phrase.words for phrase in own}
    kept = (p for several in words.phrases.values() for p in several if p.words not in hidden)
    single = {key: valence for key, valence in low.items() if len(key.split()) == 1}
    return make({**words.valences, **single}, [*own, *kept], words.roles)._replace(
        given=words.given
    )


def _roles() -> dict[str, str]:
    """Give the part each context word plays: nltk's VADER lists with tone-roles.tsv over them."""
    from nltk.sentiment.vader import VaderConstants

    part = dict.fromkeys(VaderConstants.NEGATE, "negator")
    for word, step in VaderConstants.BOOSTER_DICT.items():
        part[word] = "booster" if step > 0 else "damper"
    for role, words in rows("tone-roles.tsv"):
        if role != "given name":
            part.update(dict.fromkeys(words.split(), role))
    return {word: role for word, role in part.items() if role != "none"}
