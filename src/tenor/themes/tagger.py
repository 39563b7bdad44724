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
EDGE = "^"
_REMEMBERED = 200_000
_CONTRACTIONS = {"n't": "A", "'re": "O", "'ve": "O", "'ll": "O", "'m": "O", "'d": "O"}
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
    """Name what sort of word this is before its context is seen: its known tags, or its shape."""
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


def features(before: str, form: str, own: str, after: str) -> Iterator[str]:
    """Yield the names of what the model looks at."""
    lower = form.lower()
    shape = "X" if form[:1].isupper() and before != EDGE else "x"
    yield "b"
    yield f"w{lower}"
    yield f"p{lower} {before}"
    yield f"n{lower} {after}"
    yield f"k{own}{before}"
    yield f"a{own} {after}"
    yield f"t{own}{before}{after}"
    yield f"x{own[0]}{shape}{before}"
    if own[0] == "?":
        yield f"3{lower[-3:]}"
        yield f"2{lower[-2:]}"
        yield f"c{shape}{lower[-3:]}"


class Tagger:
    """A trained model: the known words' tags and the weights, read as they are needed."""

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
        decided, before, tags = self._decided, EDGE, []
        for at, form in enumerate(forms):
            own = kinds[at]
            if len(own) == 1 and own != "?":
                before = own
            else:
                key = (before, form, kinds[at + 1])
                tag = decided.get(key)
                if tag is None:
                    tag = self._decide(before, form, own, kinds[at + 1])
                before = tag
            tags.append(before)
        return "".join(tags)

    def _kind(self, form: str) -> str:
        """Look up or work out the kind of a word, once a form."""
        known = self._kinds.get(form)
        if known is None:
            if len(self._kinds) > _REMEMBERED:
                self._kinds.clear()
            known = self._kinds[form] = _contraction(form, self.classes)
        return known

    def _decide(self, before: str, form: str, own: str, after: str) -> str:
        """Add up the weights and remember the winner."""
        scores = dict.fromkeys(TAGS, 0)
        weights, packed = self._weights, self._packed
        for name in features(before, form, own, after):
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
        self._decided[before, form, after] = best
        return best


def _contraction(form: str, classes: dict[str, str]) -> str:
    """Give a word's kind, with what an apostrophe adds taken off first."""
    if "'" in form[1:-1]:
        stem, mark, tail = form.rpartition("'")
        if tail.lower() == "s":
            own = kind(stem, classes)
            return "O" if own[0] in "OARSTF" else own
        ending = _CONTRACTIONS.get((mark + tail).lower()) or _CONTRACTIONS.get(form[-3:].lower())
        if ending is not None:
            return ending
    return kind(form, classes)


def unpack(packed: str) -> Iterator[tuple[str, int]]:
    """Yield tag and weight from `N12V-3`."""
    at = 0
    while at < len(packed):
        end = at + 1
        while end < len(packed) and packed[end] not in TAGS:
            end += 1
        yield packed[at], int(packed[at + 1 : end])
        at = end


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
