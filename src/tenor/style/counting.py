"""One pass over a document that counts everything the style measures need."""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, overload

from tenor.document import BlockKind, Document, Sentence, Span, is_word
from tenor.measure import Evidence, Value, quantity
from tenor.style.syllable import syllables

#: A grade or readability index of a shorter text says more about chance than about the text.
ENOUGH_WORDS = 100
#: What has more words a sentence is no sentences: a list of names, lines without a mark at their
#: end. Of prose that people write, and be it law, none comes to half of that.
_MOST_A_SENTENCE = 100

#: Where a text has no grade, in words.
NO_GRADE = (
    f"under {ENOUGH_WORDS} words of running prose, or over {_MOST_A_SENTENCE} words a sentence"
)

#: Letters above which a word is long (Björnsson 1968, LIX), and the syllables from which on it is a
#: polysyllable (McLaughlin 1969, SMOG; Gunning 1952 begins his hard words there).
LONG_WORD, POLYSYLLABLE = 6, 3

#: The blocks that hold running prose. Flesch (How to write plain English, 1979) tests that only:
#: headings and captions are no sentences, and would make any text look simple.
PROSE: frozenset[BlockKind] = frozenset({"paragraph", "item", "quote"})

#: How many bits one count has in a packed tally: enough for any sentence.
_BITS = 36
_FIELD = (1 << _BITS) - 1

_ADDED_SYLLABLE = re.compile(r"(?:[td]ed|(?:[sxz]|[cs]h|[cg])es)$")


class Tally(NamedTuple):
    """What there is of each kind in a word, a sentence or a text.

    `characters` are letters and digits; `long` words have more than six of them; `polysyllables`
    have three syllables or more, and `hard` words are those of them that Gunning's fog counts.
    """

    words: int = 0
    syllables: int = 0
    characters: int = 0
    long: int = 0
    polysyllables: int = 0
    hard: int = 0


class SentenceCounts(NamedTuple):
    """A sentence's place and its tally."""

    span: Span
    tally: Tally

    def __repr__(self) -> str:
        start, end = self.span
        return f"<SentenceCounts of {start}:{end}, words: {self.tally.words}>"


class Counts(NamedTuple):
    """A document, counted: running prose sentence by sentence, and the rest beside it.

    `rest` holds headings, captions, cells and image texts. `types` has one number a word of the
    prose, the same for the same word without regard to case. Sentences without a word are no
    sentences.
    """

    total: Tally
    sentences: tuple[SentenceCounts, ...]
    rest: tuple[SentenceCounts, ...]
    types: Sequence[int]

    def __repr__(self) -> str:
        return f"<Counts, words: {self.total.words}, sentences: {len(self.sentences)}>"


class StyleAnalysis(Protocol):
    """What a measure of style asks of an analysis."""

    @property
    def document(self) -> Document:
        """The text."""
        ...

    @property
    def counts(self) -> Counts:
        """The text, counted once for all measures."""
        ...


@dataclass(frozen=True, slots=True)
class SentenceShares(Sequence[Evidence]):
    """What each sentence adds to a value, written out only where it is read.

    A long text has many sentences, and each of them is evidence for every measure. `weights` has
    what each adds, and `counted` says what it is counted as.
    """

    sentences: tuple[SentenceCounts, ...]
    weights: Sequence[float]
    counted: Callable[[Tally], str]

    def __len__(self) -> int:
        return len(self.sentences)

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice[int | None]) -> SentenceShares: ...
    def __getitem__(self, index: int | slice[int | None]) -> Evidence | SentenceShares:
        if isinstance(index, slice):
            return SentenceShares(self.sentences[index], self.weights[index], self.counted)
        span, tally = self.sentences[index]
        return Evidence(span, self.weights[index], self.counted(tally))


class _Packed(dict[str, int]):
    """Each form's tally as one integer, so that a sum over words is one sum of integers."""

    def __missing__(self, form: str) -> int:
        tally = tally_word(form) if is_word(form) else Tally()
        self[form] = packed = sum(count << _BITS * field for field, count in enumerate(tally))
        return packed


class _Types(dict[str, int]):
    """Each form's type number, the same for every case of a word; -1 for what is no word."""

    def __missing__(self, form: str) -> int:
        kind = -1
        if is_word(form):
            lower = form.lower()
            kind = len(self) if lower == form else self[lower]
        self[form] = kind
        return kind


def _unpacked(packed: int) -> Tally:
    """Take a sum of packed tallies apart."""
    return Tally(*(packed >> _BITS * field & _FIELD for field in range(len(Tally._fields))))


def tally_word(form: str) -> Tally:
    """Count one word."""
    heard = syllables(form)
    characters = sum(map(str.isalnum, form))
    is_long, is_poly = characters > LONG_WORD, heard >= POLYSYLLABLE
    return Tally(1, heard, characters, is_long, is_poly, is_hard(form, heard))


def is_hard(form: str, heard: int) -> bool:
    """Tell whether Gunning's fog counts a word as hard; `heard` are its syllables.

    Words of three syllables or more are, but not names (a capital that begins no sentence),
    numerals, hyphenated words whose parts are all shorter, and words that have their third
    syllable from -ed or -es.
    """
    if heard < POLYSYLLABLE or not form[0].islower():
        return False
    if "-" in form:
        return any(syllables(part) >= POLYSYLLABLE for part in form.split("-"))
    return heard > POLYSYLLABLE or not _ADDED_SYLLABLE.search(form)


def has_sentences(counted: Counts) -> bool:
    """Tell whether what is counted as sentences can be such."""
    return 0 < counted.total.words <= _MOST_A_SENTENCE * len(counted.sentences)


def has_grade(counted: Counts) -> bool:
    """Tell whether a text is long enough for a grade, and has sentences to grade."""
    return counted.total.words >= ENOUGH_WORDS and has_sentences(counted)


def counts(document: Document) -> Counts:
    """Count a document once, for all measures."""
    packed, kinds = _Packed(), _Types()
    types = array("l")
    prose: list[SentenceCounts] = []
    rest: list[SentenceCounts] = []
    for sentence in document.sentences:
        forms = _forms(sentence)
        tally = _unpacked(sum(map(packed.__getitem__, forms)))
        if not tally.words:
            continue
        if document.blocks[sentence.block].kind in PROSE:
            prose.append(SentenceCounts(sentence.span, tally))
            types.extend([kind for kind in map(kinds.__getitem__, forms) if kind >= 0])
        else:
            rest.append(SentenceCounts(sentence.span, tally))
    return Counts(add(tally for _, tally in prose), tuple(prose), tuple(rest), types)


def _forms(sentence: Sentence) -> list[str]:
    """Give a sentence's forms, the first word in lower case: its capital makes it no name."""
    forms = sentence.forms
    first = next((index for index, form in enumerate(forms) if is_word(form)), None)
    if first is not None:
        forms[first] = forms[first].lower()
    return forms


def add(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


def words_counted(tally: Tally) -> str:
    """Say how many words a sentence has."""
    return quantity(tally.words, "word")


def spread(
    sentences: tuple[SentenceCounts, ...],
    share: Callable[[Tally], float],
    counted: Callable[[Tally], str],
) -> Value:
    """Make a value as the sum of what each sentence adds to it.

    `share` gives what a sentence adds, `counted` says what it is counted as.
    """
    weights = array("d", [share(tally) for _, tally in sentences])
    return Value(math.fsum(weights), SentenceShares(sentences, weights, counted))
