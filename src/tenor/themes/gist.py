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


class Gist(NamedTuple):
    """A sentence that stands for a theme; the label is None where it stands for the whole text."""

    label: str | None
    sentence: int
    span: Span


def gist(scan: Scan, themes: Sequence[Theme]) -> tuple[Gist, ...]:
    """Choose one sentence a theme, the heaviest theme first, none twice; without themes, one."""
    chooser = _Chooser(scan)
    chosen = []
    for theme in themes:
        number = chooser.take(theme.sentences)
        if number is not None:
            chosen.append(Gist(theme.label, number, scan.document.sentences[number].span))
    if not themes:
        chosen = [Gist(None, *taken) for taken in _whole(scan, chooser, 1)]
    return tuple(chosen)


def summary(scan: Scan, words: int) -> tuple[int, ...]:
    """Choose sentences, the most telling first, until they have so many words or more."""
    return tuple(number for number, _ in _whole(scan, _Chooser(scan), words))


def _whole(scan: Scan, chooser: _Chooser, words: int) -> list[tuple[int, Span]]:
    """Take sentences from anywhere."""
    taken: list[tuple[int, Span]] = []
    while words > 0:
        number = chooser.take(range(len(chooser.lengths)))
        if number is None:
            break
        taken.append((number, scan.document.sentences[number].span))
        words -= chooser.lengths[number]
    return taken


class _Chooser:
    """Weighs sentences by the topic words they hold that no chosen sentence has yet.

    A word weighs (uses)^0.6 × √rarity; a sentence the sum over its words' families ÷ its words ÷
    (1 + 0.3 ln(1 + words before it ÷ 10)).
    """

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.lengths = [sum(tag != "." for tag in tags) for tags in scan.tags]
        self._places = _places(scan)
        self._scores = [0.0] * len(self.lengths)
        self._covered: set[str] = set()
        for stem in scan.families:
            self._add(stem, 1)

    def take(self, numbers: Iterable[int]) -> int | None:
        """Give the best of these sentences and count its words as said; None if none will do."""
        fit = [number for number in numbers if self._says_something(number)]
        if not fit:
            return None
        best = max(fit, key=lambda n: self._scores[n] / self.lengths[n] / self._places[n])
        look, sentence = vocabulary(), self._scan.document.sentences[best]
        stems = dict.fromkeys(look(form).stem for form in sentence.forms if is_word(form))
        for stem in stems:
            if stem in self._scan.families and stem not in self._covered:
                self._covered.add(stem)
                self._add(stem, -1)
        self._scores[best] = 0.0
        return best

    def _says_something(self, number: int) -> bool:
        """Tell a sentence worth quoting from headings, tables, lists and what is said already."""
        tags = self._scan.tags[number]
        document = self._scan.document
        return (
            FEWEST <= self.lengths[number] <= MOST
            and self._scores[number] > 1e-9
            and ("V" in tags or "A" in tags)
            and 2 * self.lengths[number] > len(tags)
            and document.blocks[document.sentences[number].block].kind != "heading"
        )

    def _add(self, stem: str, sign: int) -> None:
        """Add a family's weight to the sentences it is in, or take it away."""
        family = self._scan.families[stem]
        weight = sign * family.uses**0.6 * self._scan.rarity[stem] ** 0.5
        for number in dict.fromkeys(family.sentences):
            self._scores[number] += weight


def _places(scan: Scan) -> list[float]:
    """Give how much less a sentence counts for the words before it."""
    places, before = [], 0
    for tags in scan.tags:
        places.append(1 + 0.3 * log(1 + before / 10))
        before += len(tags)
    return places
