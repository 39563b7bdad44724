"""The gist: the sentences that say most in few words, one a theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from tenor.document import Sentence, Span, is_word
from tenor.themes.candidates import Scan
from tenor.themes.theme import Theme, naming
from tenor.themes.words import vocabulary

#: A sentence of fewer words says too little by itself, one of more is no gist.
FEWEST, MOST = 5, 45
#: A gist has so many sentences at most, and in so many words of text one.
MOST_SENTENCES, WORDS_A_SENTENCE = 6, 150
#: One that weighs less than this share of the first is not central.
CENTRAL = 0.35
#: A sentence leans on others by how it opens, by a pronoun among its first words, or by pointing.
_OPENING = re.compile(
    r"(?:accordingly|also|and|another|besides|both|but|consequently|do|does|did|finally|first"
    r"|furthermore|hence|here|however|indeed|instead|lastly|likewise|meanwhile|moreover"
    r"|nevertheless|next|no|nonetheless|nor|oh|ok|okay|one|or|otherwise|perhaps|second|secondly"
    r"|similarly|so|still|that|that's|then|there|there's|therefore|third|thus|uh|um|well|which|who"
    r"|whose|yeah|yes|yet|(?:after|at|for|in) that|as (?:a result|such)|because of|doing so"
    r"|for (?:example|instance)|in (?:addition|contrast|fact|other words|turn)|of course|on the"
    r" (?:one|other) hand|the same)\b"
)
_PRONOUN = re.compile(r"(?:he|she|they|it)(?:'\w+)?|him|her|them|his|hers|theirs?|its")
_FIRST_WORDS = 4
_POINTING = frozenset(
    {"this", "these", "those", "such", "above", "below", "same", "former", "latter"}
)
#: The gist's weights were chosen by reading gists, and by how much they share with those of readers
#: (tests/accuracy/themes.py prints it).
#: A family's weight is uses^USES_POWER × rarity^RARITY_POWER: it grows slower than its uses.
USES_POWER, RARITY_POWER = 0.6, 0.5
#: A sentence counts less the more words stand before it: its weight is divided by
#: 1 + POSITION_FADE × ln(1 + words before it ÷ POSITION_UNIT).
POSITION_FADE, POSITION_UNIT = 0.3, 10
#: The sum of a sentence's families is divided by its words and so many.
EXTRA_WORDS = 10
#: What a family that is said weighs still: what is central comes again.
SAID = 0.3


class Gist(NamedTuple):
    """A sentence that stands for a theme, by its index and its place.

    `label` is the theme's, None where the sentence stands for the whole text.
    """

    label: str | None
    sentence: int
    span: Span


def gist(scan: Scan, themes: Sequence[Theme], may: Sequence[bool]) -> tuple[Gist, ...]:
    """Choose one sentence a theme, the heaviest theme first, none twice; without any, one.

    A sentence holds a word of the theme's label and stands by itself; there are MOST_SENTENCES at
    most, fewer in a short text. `may` tells which may be quoted (see tenor.quotable).
    """
    chooser = _Chooser(scan, may)
    chosen: list[Gist] = []
    least = 0.0
    for theme in themes:
        index = chooser.best(_named(scan, theme))
        if len(chosen) < _most(scan) and index is not None and chooser.weight(index) >= least:
            least = least or CENTRAL * chooser.weight(index)
            chooser.say(index)
            chosen.append(Gist(theme.label, index, scan.document.sentences[index].span))
    if not chosen:
        chosen = [Gist(None, *sentence) for sentence in _from_anywhere(scan, chooser, 1)]
    return tuple(chosen)


def _most(scan: Scan) -> int:
    """Give how many sentences a gist has at most."""
    return min(MOST_SENTENCES, max(1, scan.document.words // WORDS_A_SENTENCE))


def _named(scan: Scan, theme: Theme) -> list[int]:
    """List the sentences of a theme that name it and stand by themselves."""
    names, sentences = naming(theme.label), scan.document.sentences
    return [
        index
        for index in theme.sentences
        if any(map(names, sentences[index].forms))
        and stands_alone(sentences[index], scan.tags[index])
    ]


def stands_alone(sentence: Sentence, tags: str) -> bool:
    """Tell whether a sentence, of words with these tags, can be read without those before it."""
    words = [form.lower() for form in sentence.forms if is_word(form)]
    return (
        (tags[0] in "NP" or not sentence.forms[0].islower())
        and sentence.forms[0] != "("
        and not _OPENING.match(" ".join(words[:_FIRST_WORDS]))
        and not any(map(_PRONOUN.fullmatch, words[:_FIRST_WORDS]))
        and _POINTING.isdisjoint(words)
        and not any(
            tag == "T" and form.lower() == "that"
            for form, tag in zip(sentence.forms, tags, strict=True)
        )
    )


def summary(scan: Scan, words: int) -> tuple[int, ...]:
    """Choose sentences by index, the most telling first, until they have so many words or more."""
    chooser = _Chooser(scan, [True] * len(scan.tags))
    return tuple(index for index, _ in _from_anywhere(scan, chooser, words))


def _from_anywhere(scan: Scan, chooser: _Chooser, words: int) -> list[tuple[int, Span]]:
    """Take sentences of any theme or none, each as its index and its place."""
    taken: list[tuple[int, Span]] = []
    while words > 0:
        index = chooser.best(range(len(chooser.lengths)))
        if index is None:
            break
        chooser.say(index)
        taken.append((index, scan.document.sentences[index].span))
        words -= chooser.lengths[index]
    return taken


class _Chooser:
    """Weighs sentences by the topic words they hold, those less that a chosen sentence has.

    A sentence weighs the sum over its words' families ÷ (its words + EXTRA_WORDS) ÷ what its
    position takes; `lengths` has the words of each sentence.
    """

    def __init__(self, scan: Scan, may: Sequence[bool]) -> None:
        self._scan = scan
        self._free = list(may)
        self.lengths = [sum(tag != "." for tag in tags) for tags in scan.tags]
        self._fades = _position_fades(scan)
        self._scores = [0.0] * len(self.lengths)
        self._covered: set[str] = set()
        for stem in scan.families:
            self._add(stem, 1)

    def best(self, indexes: Iterable[int]) -> int | None:
        """Give the heaviest of these sentences; None if none will do."""
        fit = [index for index in indexes if self._says_something(index)]
        return max(fit, key=self.weight, default=None)

    def say(self, index: int) -> None:
        """Count a sentence's words as said; it will not do again."""
        look, sentence = vocabulary(), self._scan.document.sentences[index]
        stems = dict.fromkeys(look(form).stem for form in sentence.forms if is_word(form))
        for stem in stems:
            if stem in self._scan.families and stem not in self._covered:
                self._covered.add(stem)
                self._add(stem, SAID - 1)
        self._free[index] = False

    def weight(self, index: int) -> float:
        """Weigh a sentence by what it says, above all by what is not said yet."""
        return self._scores[index] / (self.lengths[index] + EXTRA_WORDS) / self._fades[index]

    def _says_something(self, index: int) -> bool:
        """Tell a sentence worth quoting from headings, tables, lists and what is said already."""
        tags = self._scan.tags[index]
        document = self._scan.document
        return (
            self._free[index]
            and FEWEST <= self.lengths[index] <= MOST
            and self._scores[index] > 0
            and ("V" in tags or "A" in tags)
            and 2 * self.lengths[index] > len(tags)
            and document.blocks[document.sentences[index].block].kind != "heading"
        )

    def _add(self, stem: str, share: float) -> None:
        """Add a share of a family's weight to the sentences it is in, or take it away."""
        family = self._scan.families[stem]
        weight = share * family.uses**USES_POWER * self._scan.rarity[stem] ** RARITY_POWER
        for index in dict.fromkeys(family.sentences):
            self._scores[index] += weight


def _position_fades(scan: Scan) -> list[float]:
    """Give what each sentence's weight is divided by for the words before it, 1 or more."""
    fades, before = [], 0
    for tags in scan.tags:
        fades.append(1 + POSITION_FADE * log(1 + before / POSITION_UNIT))
        before += len(tags)
    return fades
