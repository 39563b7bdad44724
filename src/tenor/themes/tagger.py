"""Parts of speech: a greedy averaged perceptron that looks one word to either side.

Its decision depends on three things only (the tag before, the word, the kind of word after), so
each is made once and remembered; a word that is nearly always one thing never reaches the weights.
Tags are one letter: N noun, P proper noun, J adjective, V verb, G -ing form, D participle,
A auxiliary, R adverb, I preposition, T determiner, O pronoun, M number, C conjunction,
S subordinator, F particle, U interjection, X other, and `.` for marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tenor import lexicons

TAGS = ".ACDFGIJMNOPRSTUVX"
#: Stands for the tag before the first word and for the kind of what comes after the last.
EDGE = "^"
#: How many words and decisions are kept, so that a run over many texts stays bounded.
_REMEMBERED = 200_000
#: What the endings of contractions make of a word: "don't" is an auxiliary, "they're" a pronoun.
_CONTRACTIONS = {"n't": "A", "'re": "O", "'ve": "O", "'ll": "O", "'m": "O", "'d": "O"}
#: The kinds of unknown words by their endings, the first that fits.
_SUFFIX_CLASSES = (
    ("ing", "?g"),
    ("ed", "?d"),
    ("ly", "?l"),
    ("ous", "?j"),
    ("able", "?j"),
    ("ible", "?j"),
    ("ful", "?j"),
    ("less", "?j"),
    ("ish", "?j"),
    ("ive", "?i"),
    ("al", "?i"),
    ("ic", "?i"),
    ("ss", "?n"),
    ("us", "?n"),
    ("is", "?n"),
    ("s", "?s"),
)


def kind(form: str, classes: dict[str, str]) -> str:
    """Name what sort of word this is before its context is seen: its known tags, or its shape.

    One letter is a tag that is certain, "~" and letters are tags to choose from, "?" and a letter
    or nothing is an unknown word by its shape; `classes` has the first two by words in lower case.
    """
    lower = form.lower()
    known = classes.get(lower)
    if known is not None:
        return known
    if "-" in lower[1:-1] and lower[-1].isalpha():
        last = classes.get(lower.rpartition("-")[2], "N").lstrip("~")[0]
        if all(part[:1].isupper() for part in form.split("-")):
            return "P"
        return last if last in "NP" else "J"
    if not lower[:1].isalpha():
        return "M" if lower[:1].isdigit() else "."
    if form[:1].isupper():
        return "?P"
    return next((name for ending, name in _SUFFIX_CLASSES if lower.endswith(ending)), "?")


def features(tag_before: str, form: str, word_kind: str, kind_after: str) -> Iterator[str]:
    """Yield the names of what the model looks at."""
    lower = form.lower()
    shape = "X" if form[:1].isupper() and tag_before != EDGE else "x"
    yield "b"
    yield f"w{lower}"
    yield f"p{lower} {tag_before}"
    yield f"n{lower} {kind_after}"
    yield f"k{word_kind}{tag_before}"
    yield f"a{word_kind} {kind_after}"
    yield f"t{word_kind}{tag_before}{kind_after}"
    yield f"x{word_kind[0]}{shape}{tag_before}"
    if word_kind[0] == "?":
        yield f"3{lower[-3:]}"
        yield f"2{lower[-2:]}"
        yield f"c{shape}{lower[-3:]}"


class Tagger:
    """A trained model: the known words' tags and the weights, read as they are needed.

    `classes` has the kind of each known word (see `kind`), `weights` has each feature's as `unpack`
    reads them.
    """

    def __init__(self, classes: dict[str, str], weights: dict[str, str]) -> None:
        self.classes = classes
        self._packed = weights
        self._weights: dict[str, tuple[tuple[str, int], ...]] = {}
        self._kinds: dict[str, str] = {}
        self._decided: dict[tuple[str, str, str], str] = {}

    def tag(self, forms: Sequence[str]) -> str:
        """Give the tags of one sentence, a letter a token."""
        kinds = [self._kind(form) for form in forms]
        kinds.append(EDGE)
        decided, tag, tags = self._decided, EDGE, []
        for index, form in enumerate(forms):
            word_kind = kinds[index]
            if len(word_kind) == 1 and word_kind != "?":
                tag = word_kind
            else:
                kind_after = kinds[index + 1]
                known = decided.get((tag, form, kind_after))
                if known is None:
                    known = self._decide(tag, form, word_kind, kind_after)
                tag = known
            tags.append(tag)
        return "".join(tags)

    def _kind(self, form: str) -> str:
        """Look up or work out the kind of a word, once a form."""
        known = self._kinds.get(form)
        if known is None:
            if len(self._kinds) > _REMEMBERED:
                self._kinds.clear()
            known = self._kinds[form] = _contraction(form, self.classes)
        return known

    def _decide(self, tag_before: str, form: str, word_kind: str, kind_after: str) -> str:
        """Add up the weights and remember the winner."""
        scores = dict.fromkeys(TAGS, 0)
        weights, packed = self._weights, self._packed
        for name in features(tag_before, form, word_kind, kind_after):
            known = weights.get(name)
            if known is None:
                text = packed.get(name)
                if text is None:
                    continue
                known = weights[name] = tuple(unpack(text))
            for tag, weight in known:
                scores[tag] += weight
        if len(self._decided) > _REMEMBERED:
            self._decided.clear()
        best = max(TAGS, key=scores.__getitem__)
        self._decided[tag_before, form, kind_after] = best
        return best


def _contraction(form: str, classes: dict[str, str]) -> str:
    """Give a word's kind, with what an apostrophe adds taken off first."""
    if "'" in form[1:-1]:
        stem, mark, tail = form.rpartition("'")
        if tail.lower() == "s":
            stem_kind = kind(stem, classes)
            return "O" if stem_kind[0] in "OARSTF" else stem_kind
        ending = _CONTRACTIONS.get((mark + tail).lower()) or _CONTRACTIONS.get(form[-3:].lower())
        if ending is not None:
            return ending
    return kind(form, classes)


def unpack(packed: str) -> Iterator[tuple[str, int]]:
    """Yield tag and weight from `N12V-3`."""
    start = 0
    while start < len(packed):
        end = start + 1
        while end < len(packed) and packed[end] not in TAGS:
            end += 1
        yield packed[start], int(packed[start + 1 : end])
        start = end


@cache
def english() -> Tagger:
    """Load the packaged model."""
    known, _, weights = lexicons.text("tagger").partition("\n\n")
    fields = known.partition("\n")[2].split()
    learned = weights.replace("\n", "\t").split("\t")
    return Tagger(
        dict(zip(fields[::2], fields[1::2], strict=True)),
        dict(zip(learned[::2], learned[1::2], strict=False)),
    )
