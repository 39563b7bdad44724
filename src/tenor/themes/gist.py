"""The gist: the sentences that say most in few words, one a theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from tenor.document import Span, is_word
from tenor.themes.candidates import Scan
from tenor.themes.theme import Theme
from tenor.themes.words import vocabulary

#: A sentence of fewer words says too little by itself, one of more is no gist.
FEWEST, MOST = 5, 60
#: The gist's weights were chosen by reading gists, and by how much they share with those of readers
#: (tests/accuracy/themes.py prints it).
#: A family's weight is uses^USES_POWER × rarity^RARITY_POWER: it grows slower than its uses.
USES_POWER, RARITY_POWER = 0.6, 0.5
#: A sentence counts less the more words stand before it: its weight is divided by
#: 1 + POSITION_FADE × ln(1 + words before it ÷ POSITION_UNIT).
POSITION_FADE, POSITION_UNIT = 0.3, 10
#: What is left of a sentence's weight when all its words are said: rounding.
_NOTHING_LEFT = 1e-9


class Gist(NamedTuple):
    """A sentence that stands for a theme, by its index and its place.

    `label` is the theme's, None where the sentence stands for the whole text.
    """

    label: str | None
    sentence: int
    span: Span


def gist(scan: Scan, themes: Sequence[Theme]) -> tuple[Gist, ...]:
    """Choose one sentence a theme, the heaviest theme first, none twice; without themes, one."""
    chooser = _Chooser(scan)
    chosen = []
    for theme in themes:
        index = chooser.take(theme.sentences)
        if index is not None:
            chosen.append(Gist(theme.label, index, scan.document.sentences[index].span))
    if not themes:
        chosen = [Gist(None, *sentence) for sentence in _from_anywhere(scan, chooser, 1)]
    return tuple(chosen)


def summary(scan: Scan, words: int) -> tuple[int, ...]:
    """Choose sentences by index, the most telling first, until they have so many words or more."""
    return tuple(index for index, _ in _from_anywhere(scan, _Chooser(scan), words))


def _from_anywhere(scan: Scan, chooser: _Chooser, words: int) -> list[tuple[int, Span]]:
    """Take sentences of any theme or none, each as its index and its place."""
    taken: list[tuple[int, Span]] = []
    while words > 0:
        index = chooser.take(range(len(chooser.lengths)))
        if index is None:
            break
        taken.append((index, scan.document.sentences[index].span))
        words -= chooser.lengths[index]
    return taken


class _Chooser:
    """Weighs sentences by the topic words they hold that no chosen sentence has yet.

    A sentence weighs the sum over its words' families ÷ its words ÷ what its position takes;
    `lengths` has the words of each sentence.
    """

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.lengths = [sum(tag != "." for tag in tags) for tags in scan.tags]
        self._fades = _position_fades(scan)
        self._scores = [0.0] * len(self.lengths)
        self._covered: set[str] = set()
        for stem in scan.families:
            self._add(stem, 1)

    def take(self, indexes: Iterable[int]) -> int | None:
        """Give the best of these sentences and count its words as said; None if none will do."""
        fit = [index for index in indexes if self._says_something(index)]
        if not fit:
            return None
        best = max(fit, key=self._weight)
        look, sentence = vocabulary(), self._scan.document.sentences[best]
        stems = dict.fromkeys(look(form).stem for form in sentence.forms if is_word(form))
        for stem in stems:
            if stem in self._scan.families and stem not in self._covered:
                self._covered.add(stem)
                self._add(stem, -1)
        self._scores[best] = 0.0
        return best

    def _weight(self, index: int) -> float:
        """Weigh a sentence by what it says that is not said yet."""
        return self._scores[index] / self.lengths[index] / self._fades[index]

    def _says_something(self, index: int) -> bool:
        """Tell a sentence worth quoting from headings, tables, lists and what is said already."""
        tags = self._scan.tags[index]
        document = self._scan.document
        return (
            FEWEST <= self.lengths[index] <= MOST
            and self._scores[index] > _NOTHING_LEFT
            and ("V" in tags or "A" in tags)
            and 2 * self.lengths[index] > len(tags)
            and document.blocks[document.sentences[index].block].kind != "heading"
        )

    def _add(self, stem: str, sign: int) -> None:
        """Add a family's weight to the sentences it is in, or take it away."""
        family = self._scan.families[stem]
        weight = sign * family.uses**USES_POWER * self._scan.rarity[stem] ** RARITY_POWER
        for index in dict.fromkeys(family.sentences):
            self._scores[index] += weight


def _position_fades(scan: Scan) -> list[float]:
    """Give what each sentence's weight is divided by for the words before it, 1 or more."""
    fades, before = [], 0
    for tags in scan.tags:
        fades.append(1 + POSITION_FADE * log(1 + before / POSITION_UNIT))
        before += len(tags)
    return fades
