"""The valence of a sentence: its words' valences, each changed by its context.

The sum of a sentence is divided by (words + 5)^0.7, since a long sentence has more chances to hold
a word of feeling, and brought into −1…+1 by x / √(x² + 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from tenor.document import Document, Sentence, Span, is_word
from tenor.measure import Evidence, Value
from tenor.tone.context import FACTORS, change, read_context
from tenor.tone.words import Phrase, known, phrases, roles, valences

#: A valence nearer to zero than this is neutral or mixed.
NEUTRAL_BAND = 0.05
#: Brings the length-normalised sum near ±1 for the strongest sentences.
SCALE = 1.0

_NEUTRAL = Value(0.0)


class Hit:
    """A scored word or phrase of a sentence: its tokens, its valence and what changed it."""

    __slots__ = ("at", "base", "end", "factor", "reasons")

    def __init__(self, at: int, end: int, base: float) -> None:
        self.at, self.end, self.base = at, end, base
        self.factor = 1.0
        self.reasons: list[str] = []


def sentence_valence(sentence: Sentence) -> Value | None:
    """Give a sentence's valence, −1…+1; None if it holds neither a word nor a scored mark."""
    forms = sentence.forms
    hits = find_hits(forms)
    words = sum(map(is_word, forms))
    if not hits:
        return _NEUTRAL if words else None
    return _value(sentence, forms, hits, words)


def score(document: Document) -> tuple[Value | None, ...]:
    """Give each sentence's valence, in order."""
    return tuple(map(sentence_valence, document.sentences))


def find_hits(forms: list[str]) -> list[Hit]:
    """Find a sentence's scored words, each with the factor its context gives it."""
    lows = [form.lower() for form in forms]
    table = known()
    spots = [at for at, low in enumerate(lows) if low in table]
    if not spots:
        return []
    part = roles().get
    parts = [part(low) for low in lows]
    hits = _hits(lows, parts, spots)
    if hits:
        context = read_context(lows, parts)
        for hit in hits:
            hit.factor, hit.reasons = change(context, hit.at, hit.base)
        _emphasis(forms, hits)
    return hits


def _hits(lows: list[str], parts: list[str | None], spots: list[int]) -> list[Hit]:
    """Give the words and phrases that have a valence; phrases hide the words within them."""
    weight = valences().get
    starts = phrases()
    hits, end = [], 0
    for at in spots:
        if at < end:
            continue
        phrase = _phrase(lows, at, starts.get(lows[at], ()))
        if phrase:
            end = at + len(phrase.words)
            parts[at:end] = ["clear"] * (end - at)
            if phrase.kind == "valence":
                hits.append(Hit(at, end, phrase.valence))
            elif phrase.kind != "nothing":
                parts[end - 1] = phrase.kind
            continue
        base = weight(lows[at])
        if base:
            hits.append(Hit(at, at + 1, base))
    return hits


def _phrase(lows: list[str], at: int, choices: Sequence[Phrase]) -> Phrase | None:
    """Give the longest phrase that begins at a word."""
    for phrase in choices:
        if tuple(lows[at : at + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def _emphasis(forms: list[str], hits: list[Hit]) -> None:
    """Raise words in capitals, where the sentence is not all in capitals."""
    loud = [hit for hit in hits if forms[hit.at].isupper() and len(forms[hit.at]) > 1]
    if loud and any(form.islower() for form in forms):
        for hit in loud:
            hit.factor *= FACTORS["capitals"]
            hit.reasons.append("raised by capitals")


def _value(sentence: Sentence, forms: list[str], hits: list[Hit], words: int) -> Value:
    """Sum up: each word's share of the squashed, length-normalised sum is its evidence."""
    unit = SCALE / (words + 5) ** 0.7
    raw = [hit.base * hit.factor * unit for hit in hits]
    total = fsum(raw)
    marks = _exclamations(forms, total, unit)
    total += fsum(weight for _, weight in marks)
    squash = 1 / sqrt(total * total + 1)
    evidence = [
        Evidence(
            Span(sentence.starts[hit.at], sentence.ends[hit.end - 1]),
            weight * squash,
            _note(forms, hit),
        )
        for hit, weight in zip(hits, raw, strict=True)
    ]
    evidence += [
        Evidence(Span(sentence.starts[at], sentence.ends[at]), weight * squash, "raised by '!'")
        for at, weight in marks
    ]
    return Value(fsum(line.weight for line in evidence), tuple(evidence))


def _exclamations(forms: list[str], total: float, unit: float) -> list[tuple[int, float]]:
    """Give up to four exclamation marks VADER's step each, the way the sentence leans."""
    if not total or "!" not in "".join(forms[-4:]):
        return []
    step = 0.292 * unit * (1 if total > 0 else -1)
    return [(at, step) for at, form in enumerate(forms) if form.startswith("!")][:4]


def _note(forms: list[str], hit: Hit) -> str:
    """Say in words what a hit weighs and why."""
    words = " ".join(forms[hit.at : hit.end])
    return ", ".join([f"{words} {hit.base:+.1f}", *hit.reasons])
