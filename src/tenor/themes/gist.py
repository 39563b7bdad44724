"""The gist: the sentences that say most in few words, of the lead and of each theme."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from tenor.document import Span, is_word
from tenor.themes.alone import stands_alone
from tenor.themes.candidates import Scan
from tenor.themes.names import Name
from tenor.themes.theme import Theme, naming
from tenor.themes.words import vocabulary

#: A sentence of fewer words says too little by itself, one of more is no gist.
FEWEST, MOST = 5, 45
#: A gist has so many sentences at most, and in so many words of text one.
MOST_SENTENCES, WORDS_A_SENTENCE = 6, 150
#: It names so many of the themes, the names and the words of the title.
_POINTS = 2
#: So many sentences that may be quoted, from the first on, are the lead.
_LEAD = 3
#: Fewer sentences are a detail, but for one of the first paragraph that names what leads.
_LEAST_SENTENCES = 2
#: So many themes lead.
_LEADING = 3
#: One that weighs less than this share of the first is not central.
CENTRAL = 0.35
#: The gist's weights were chosen by reading gists, and by how much they share with those of readers
#: (tests/accuracy/themes.py prints it).
#: A family's weight is uses^USES_POWER × rarity^RARITY_POWER: it grows slower than its uses.
USES_POWER, RARITY_POWER = 0.6, 0.5
#: A sentence counts less the more words stand before it: its weight is divided by
#: 1 + POSITION_FADE × ln(1 + words before it ÷ POSITION_UNIT).
POSITION_FADE, POSITION_UNIT = 0.3, 10
#: One that does not open a paragraph counts less: its weight is divided by this.
INNER = 1.3
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


def gist(
    scan: Scan, themes: Sequence[Theme], may: Sequence[bool], names: Sequence[Name] = ()
) -> tuple[Gist, ...]:
    """Choose a sentence of the lead and one a theme, the heaviest theme first, none twice.

    A sentence stands by itself and holds two of the themes, the names and the words of the title;
    there are MOST_SENTENCES at most, fewer in a short text. One alone is given only from the first
    paragraph, with a word of the title or of a theme that leads.
    `may` tells which may be quoted (see tenor.quotable).
    """
    naming_each = [_naming(scan, theme) for theme in themes]
    points = _points(scan, themes, naming_each, names)
    chooser, fit = _Chooser(scan, may), _fit(scan, themes, may, points)
    lead = [index for index, is_free in enumerate(may) if is_free][:_LEAD]
    best = chooser.best(index for index in lead if index in fit)
    chosen: list[Gist] = []
    if best is not None:
        chooser.say(best)
        chosen.append(Gist(None, best, scan.document.sentences[best].span))
    chosen += _one_a_theme(scan, themes, naming_each, chooser, fit)[: _most(scan) - len(chosen)]
    if len(chosen) < _LEAST_SENTENCES and not (lead and _leads(scan, naming_each, best, lead[0])):
        return ()
    return tuple(chosen)


def _leads(scan: Scan, naming_each: Sequence[list[int]], index: int | None, first: int) -> bool:
    """Tell a sentence of the first paragraph that names the title or a theme that leads."""
    sentences = scan.document.sentences
    if index is None or sentences[index].block != sentences[first].block:
        return False
    titled = any(
        index in scan.families[stem].sentences for stem in scan.titled & scan.families.keys()
    )
    return titled or any(index in named for named in naming_each[:_LEADING])


def _fit(
    scan: Scan, themes: Sequence[Theme], may: Sequence[bool], points: Sequence[set[str]]
) -> frozenset[int]:
    """Give the sentences that say what the text is about, and stand by themselves."""
    known = _known(scan, themes)
    return frozenset(
        index
        for index, is_free in enumerate(may)
        if is_free and len(points[index]) >= _POINTS and stands_alone(scan, index, known)
    )


def _one_a_theme(
    scan: Scan,
    themes: Sequence[Theme],
    naming_each: Sequence[list[int]],
    chooser: _Chooser,
    fit: frozenset[int],
) -> list[Gist]:
    """Choose the heaviest of the sentences that are fit for each theme."""
    chosen: list[Gist] = []
    least = 0.0
    for theme, named in zip(themes, naming_each, strict=True):
        index = chooser.best(index for index in named if index in fit)
        if index is not None and chooser.weight(index) >= least:
            least = least or CENTRAL * chooser.weight(index)
            chooser.say(index)
            chosen.append(Gist(theme.label, index, scan.document.sentences[index].span))
    return chosen


def _naming(scan: Scan, theme: Theme) -> list[int]:
    """List the sentences of a theme that name it."""
    names, sentences = naming(theme.label), scan.document.sentences
    return [index for index in theme.sentences if any(map(names, sentences[index].forms))]


def _known(scan: Scan, themes: Sequence[Theme]) -> frozenset[str]:
    """Give the stems that a reader of the report knows: of the themes' labels and the title."""
    look = vocabulary()
    words = [word.strip(",") for theme in themes for word in theme.label.split()]
    return frozenset({*scan.titled, *(look(word).stem for word in words)})


def _points(
    scan: Scan,
    themes: Sequence[Theme],
    naming_each: Sequence[list[int]],
    names: Sequence[Name],
) -> list[set[str]]:
    """Give what each sentence holds of the themes, the names and the title, by their last stems."""
    look, sentences = vocabulary(), scan.document.sentences
    points: list[set[str]] = [set() for _ in sentences]
    for theme, named in zip(themes, naming_each, strict=True):
        for index in named:
            points[index].add(look(theme.label.split()[-1]).stem)
    for stem in scan.titled & scan.families.keys():
        for index in scan.families[stem].sentences:
            points[index].add(stem)
    starts = [sentence.span.start for sentence in sentences]
    for name in names:
        for mention in name.mentions:
            index = max(0, bisect_right(starts, mention.start) - 1)
            points[index].add(look(name.name.split()[-1]).stem)
    return points


def _most(scan: Scan) -> int:
    """Give how many sentences a gist has at most."""
    return min(MOST_SENTENCES, max(1, scan.document.words // WORDS_A_SENTENCE))


def summary(scan: Scan, words: int) -> tuple[int, ...]:
    """Choose sentences by index, the most telling first, until they have so many words or more."""
    chooser = _Chooser(scan, [True] * len(scan.tags))
    taken: list[int] = []
    while words > 0:
        index = chooser.best(range(len(chooser.lengths)))
        if index is None:
            break
        chooser.say(index)
        taken.append(index)
        words -= chooser.lengths[index]
    return tuple(taken)


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
        neighbours = enumerate(pairwise(scan.document.sentences), 1)
        for index, (before, sentence) in neighbours:
            self._fades[index] *= INNER if before.block == sentence.block else 1
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
