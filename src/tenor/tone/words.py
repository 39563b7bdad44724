"""The tables of tone: what words weigh, and which words change the weight of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from tenor.document import NOTHING
from tenor.errors import WrongValueError, wrong_type
from tenor.lexicons import rows, text
from tenor.measure import Factor
from tenor.readers.typography import fold
from tenor.segment import tokenize

#: What a word does to the weight of the words near it; one that is "clear" does nothing, and puts
#: no distance between others.
Role = Literal[
    "absent",
    "booster",
    "clear",
    "comparative",
    "concession",
    "condition",
    "contrast",
    "damper",
    "denial",
    "ender",
    "falling",
    "fewer",
    "former",
    "loser",
    "mark",
    "may",
    "measure",
    "mistaken",
    "negator",
    "opinion",
    "partial",
    "past",
    "present",
    "rescuer",
    "stop",
    "subject",
    "too",
    "turn",
    "unreal",
    "wish",
    "would",
]
#: What a phrase is for: a role, a valence of its own, or to hide that of its words.
PhraseKind = Role | Literal["valence", "nothing"]

#: The roles and the kinds of phrases by how the tables spell them.
_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}
_KINDS: dict[str, PhraseKind] = {**_ROLES, "valence": "valence", "nothing": "nothing"}


class Phrase(NamedTuple):
    """Several words that mean one thing: they play a role, have a valence, or say nothing.

    The words are in lower case, two at least; `valence` counts only where it is the kind.
    """

    words: tuple[str, ...]
    kind: PhraseKind
    valence: float

    @property
    def role(self) -> Role | None:
        """The role they play together, if they play one."""
        if self.kind == "valence":
            return None
        return None if self.kind == "nothing" else self.kind


class Words(NamedTuple):
    """The tables the engine looks words up in, all in lower case.

    Valences are about −4…+4, and 0 for a word that only opens phrases; phrases are found by their
    first and their second word, the longest first; `project` are a project's own words and phrases.
    `plain` are words and phrases that carry no tone in the text at hand, with the factor for that.
    """

    valences: Mapping[str, float]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    roles: Mapping[str, Role]
    project: frozenset[str] = frozenset()
    plain: Mapping[str, Factor] = MappingProxyType({})


#: The range of a valence that a project sets.
WORST, BEST = -4, 4
#: Marks of style and skin, which an emoji goes without.
_STYLE = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
#: The rows of tone-roles.tsv that are word lists beside the roles words play.
LISTS = frozenset(["given name", "before like", "small", "degree", "event", "person"]).union(
    ["step", "where", "way", "relative", "met", "determiner"]
)


def lowered(forms: list[str]) -> list[str]:
    """Give the forms in lower case, all at once: no form holds a space.

    An emoji goes without its marks of style and skin.
    """
    text = " ".join(forms).lower()
    return (text if text.isascii() else _STYLE.sub("", text)).split(" ")


@cache
def _role_words() -> dict[str, list[str]]:
    """Give the words of each role, and of each list beside the roles."""
    return {name: words.split() for name, words in rows("tone-roles.tsv")}


@cache
def listed(name: str) -> frozenset[str]:
    """Give one of the word lists beside the roles; KeyError where there is none of that name."""
    return frozenset(_role_words()[name])


@cache
def packaged() -> Words:
    """Give tenor's own tables."""
    lines = text("valence.tsv").split("\n")[1:-1]
    pairs = [line.split("\t", 2)[:2] for line in lines]
    valences = {word: float(value) for word, value in pairs if value != "0.00"}
    phrases = [
        Phrase(tuple(words.split(" ")), _KINDS[kind], float(valence))
        for words, kind, valence in rows("tone-phrases.tsv")
    ]
    return make(valences, phrases, _roles())


def make(
    valences: Mapping[str, float], phrases: Iterable[Phrase], roles: Mapping[str, Role]
) -> Words:
    """Put tables together: a phrase's first two words lead to it, the longest first."""
    by_first: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
        first, second = phrase.words[:2]
        by_second = by_first.setdefault(first, {})
        by_second[second] = (*by_second.get(second, ()), phrase)
    return Words({**dict.fromkeys(by_first, 0.0), **valences}, by_first, roles)


def all_phrases(words: Words) -> Iterator[Phrase]:
    """Yield every phrase."""
    for by_second in words.phrases.values():
        for phrases in by_second.values():
            yield from phrases


def with_project_words(project: Mapping[str, float]) -> Words:
    """Give the packaged tables with a project's own valences of words and phrases over them."""
    tables = packaged()
    set_here = {tuple(lowered(tokenize(key))): valence for key, valence in project.items()}
    singles = {words[0]: valence for words, valence in set_here.items() if len(words) == 1}
    phrases = [Phrase(words, "valence", set_here[words]) for words in set_here if len(words) > 1]
    others = (phrase for phrase in all_phrases(tables) if phrase.words not in set_here)
    together = make({**tables.valences, **singles}, [*phrases, *others], tables.roles)
    return together._replace(project=frozenset(map(" ".join, set_here)))


def own_words(words: object) -> dict[str, float]:
    """Check a project's own valences of words and phrases: numbers from −4 (worst) to +4 (best).

    Raises WrongTypeError or WrongValueError, both a TenorError, that names the word.
    """
    if not isinstance(words, Mapping):
        raise wrong_type("words must be a table of word = valence", words)
    return {_checked_word(word): _checked_valence(word, valence) for word, valence in words.items()}


def _checked_word(word: object) -> str:
    """Check a word or phrase: a text in which there is something to see."""
    if not isinstance(word, str):
        raise wrong_type(f"words: {word!r} must be a str", word)
    if not _STYLE.sub("", fold(word).replace(NOTHING, "")).strip():
        raise WrongValueError(f"words: {word!r} holds no word or mark")
    return word


def _checked_valence(word: str, valence: object) -> float:
    """Check a valence."""
    name = word if word.isalnum() else repr(word)
    what = f"words.{name} must be a number from {WORST} to {BEST}"
    if isinstance(valence, bool) or not isinstance(valence, int | float):
        raise wrong_type(what, valence)
    if not WORST <= valence <= BEST:
        raise WrongValueError(what)
    return float(valence)


def _roles() -> dict[str, Role]:
    """Give the role of each context word: nltk's VADER lists with tone-roles.tsv over them."""
    from nltk.sentiment.vader import VaderConstants

    played = dict.fromkeys(VaderConstants.NEGATE, "negator")
    for word, step in VaderConstants.BOOSTER_DICT.items():
        played[word] = "booster" if step > 0 else "damper"
    for role, words in _role_words().items():
        if role not in LISTS:
            played.update(dict.fromkeys(words, role))
    return {word: _ROLES[role] for word, role in played.items() if role != "none"}
