"""The tables of tone: what words weigh, and which words change the weight of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple, cast

from tenor.document import NOTHING
from tenor.errors import WrongValueError, wrong_type
from tenor.lexicons import rows, text
from tenor.readers.typography import fold
from tenor.segment import tokenize

#: What a word does to the weight of the words near it; one that is "clear" does nothing, and puts
#: no distance between others.
Role = Literal[
    "absent",
    "booster",
    "clear",
    "concession",
    "condition",
    "contrast",
    "damper",
    "denial",
    "ender",
    "falling",
    "fewer",
    "loser",
    "mark",
    "may",
    "measure",
    "negator",
    "opinion",
    "partial",
    "past",
    "present",
    "stop",
    "subject",
    "too",
    "unreal",
    "wish",
    "would",
]


class Phrase(NamedTuple):
    """Several words that mean one thing: they play a role, have a valence, or say nothing."""

    words: tuple[str, ...]
    kind: Role | Literal["valence", "nothing"]
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
    """

    valences: Mapping[str, float]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    roles: Mapping[str, Role]
    project: frozenset[str] = frozenset()


#: The range of a valence that a project sets.
WORST, BEST = -4, 4
#: Marks of style and skin, which an emoji goes without.
_STYLE = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
#: The rows of tone-roles.tsv that are word lists beside the parts words play.
_LISTS = frozenset({"given name", "comparative", "before like"})


def lowered(forms: list[str]) -> list[str]:
    """Give the forms in lower case, all at once: no form holds a space.

    An emoji goes without its marks of style and skin.
    """
    text = " ".join(forms).lower()
    return (text if text.isascii() else _STYLE.sub("", text)).split(" ")


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
        Phrase(tuple(several.split(" ")), cast("Role", kind), float(valence))
        for several, kind, valence in rows("tone-phrases.tsv")
    ]
    return make(valences, phrases, _roles())


def make(
    valences: Mapping[str, float], phrases: Iterable[Phrase], roles: Mapping[str, Role]
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
    own = {tuple(lowered(tokenize(key))): valence for key, valence in project.items()}
    phrases = [Phrase(key, "valence", own[key]) for key in own if len(key) > 1]
    kept = (phrase for phrase in all_phrases(words) if phrase.words not in own)
    single = {key[0]: valence for key, valence in own.items() if len(key) == 1}
    made = make({**words.valences, **single}, [*phrases, *kept], words.roles)
    return made._replace(project=frozenset(map(" ".join, own)))


def own_words(words: object) -> dict[str, float]:
    """Check a project's own valences of words and phrases: numbers from −4 (worst) to +4 (best).

    Raises WrongTypeError or WrongValueError, both a TenorError, that names the word.
    """
    if not isinstance(words, Mapping):
        raise wrong_type("words must be a table of word = valence", words)
    return {_word(word): _valence(word, valence) for word, valence in words.items()}


def _word(word: object) -> str:
    """Check a word or phrase: a text in which there is something to see."""
    if not isinstance(word, str):
        raise wrong_type(f"words: {word!r} must be a str", word)
    if not _STYLE.sub("", fold(word).replace(NOTHING, "")).strip():
        raise WrongValueError(f"words: {word!r} holds no word or mark")
    return word


def _valence(word: str, valence: object) -> float:
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
    for role, words in rows("tone-roles.tsv"):
        if role not in _LISTS:
            played.update(dict.fromkeys(words.split(), role))
    return {word: cast("Role", role) for word, role in played.items() if role != "none"}
