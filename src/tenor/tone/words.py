"""The tables of tone: what words weigh, and which words change the weight of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tenor.lexicons import rows, text


class Phrase(NamedTuple):
    """Several words that mean one thing: the part they play, and their valence if they have one."""

    words: tuple[str, ...]
    kind: str
    valence: float


class Words(NamedTuple):
    """The tables the engine looks words up in: valences about −4…+4, phrases by first two words."""

    valences: Mapping[str, float]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    roles: Mapping[str, str]
    project: frozenset[str] = frozenset()


#: The rows of tone-roles.tsv that are word lists beside the parts words play.
_LISTS = frozenset({"given name", "comparative", "before like"})


@cache
def listed(name: str) -> frozenset[str]:
    """Give one of the word lists."""
    return frozenset(dict(rows("tone-roles.tsv"))[name].split())


@cache
def packaged() -> Words:
    """Give tenor's own tables."""
    lines = text("valence.tsv").split("\n")[1:-1]
    pairs = [line.split("\t", 2)[:2] for line in lines]
    valences = {word: float(value) for word, value in pairs if value != "0.00"}
    phrases = [
        Phrase(tuple(several.split(" ")), kind, float(valence))
        for several, kind, valence in rows("tone-phrases.tsv")
    ]
    return make(valences, phrases, _roles())


def make(
    valences: Mapping[str, float], phrases: Iterable[Phrase], roles: Mapping[str, str]
) -> Words:
    """Put tables together: a phrase's first two words lead to it, the longest first."""
    found: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
        first, second = phrase.words[:2]
        seconds = found.setdefault(first, {})
        seconds[second] = (*seconds.get(second, ()), phrase)
    return Words({**dict.fromkeys(found, 0.0), **valences}, found, roles)


def all_phrases(words: Words) -> Iterator[Phrase]:
    """Yield every phrase."""
    for seconds in words.phrases.values():
        for several in seconds.values():
            yield from several


def with_project_words(project: Mapping[str, float]) -> Words:
    """Give the packaged tables with a project's own valences of words and phrases over them."""
    words = packaged()
    low = {key.lower(): valence for key, valence in project.items()}
    own = [Phrase(tuple(key.split()), "valence", low[key]) for key in low if len(key.split()) > 1]
    hidden = {phrase.words for phrase in own}
    kept = (phrase for phrase in all_phrases(words) if phrase.words not in hidden)
    single = {key: valence for key, valence in low.items() if len(key.split()) == 1}
    made = make({**words.valences, **single}, [*own, *kept], words.roles)
    names = frozenset(" ".join(key.split()) for key in low)
    return made._replace(project=names)


def _roles() -> dict[str, str]:
    """Give the part each context word plays: nltk's VADER lists with tone-roles.tsv over them."""
    from nltk.sentiment.vader import VaderConstants

    part = dict.fromkeys(VaderConstants.NEGATE, "negator")
    for word, step in VaderConstants.BOOSTER_DICT.items():
        part[word] = "booster" if step > 0 else "damper"
    for role, words in rows("tone-roles.tsv"):
        if role not in _LISTS:
            part.update(dict.fromkeys(words.split(), role))
    return {word: role for word, role in part.items() if role != "none"}
