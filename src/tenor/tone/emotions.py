"""Words of joy, anger, sadness and fear, where nothing denies them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tenor.document import Document, Span
from tenor.lexicons import rows
from tenor.measure import Evidence, Measure, Value
from tenor.tone.valence import find_hits
from tenor.tone.words import Words, lowered, packaged

EMOTIONS = ("joy", "anger", "sadness", "fear")
#: A word whose context leaves it less than this share of its weight is denied, or a name's.
_HELD = 0.45


def emotions(document: Document) -> dict[str, Value | None]:
    """Give each emotion's words per 1000 words, with the words; None for a text without words."""
    if not document.words:
        return dict.fromkeys(EMOTIONS)
    weight = 1000 / document.words
    found: dict[str, list[Evidence]] = {name: [] for name in EMOTIONS}
    table, words = _table(), _words()
    for sentence in document.sentences:
        forms = sentence.forms
        if table.keys().isdisjoint(lowered(forms)):
            continue
        for hit in find_hits(forms, words):
            if hit.factor > _HELD:
                span = Span(sentence.starts[hit.at], sentence.ends[hit.end - 1])
                for name in table.get(forms[hit.at].lower(), ()):
                    found[name].append(Evidence(span, weight, forms[hit.at].lower()))
    return {name: Value(weight * len(lines), tuple(lines)) for name, lines in found.items()}


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """Give the emotions of each word."""
    table: dict[str, tuple[str, ...]] = {}
    for emotion, words in rows("emotions.tsv"):
        for word in words.split():
            table[word] = (*table.get(word, ()), emotion)
    return table


@cache
def _words() -> Words:
    """Give the engine's tables with the words of emotion in place of the valences."""
    base = packaged()
    signs = {word: 1.0 if "joy" in names else -1.0 for word, names in _table().items()}
    return Words({**dict.fromkeys(base.phrases, 0.0), **signs}, base.phrases, base.roles)


def _measure(name: str) -> Measure:
    """Describe one emotion's measure."""
    return Measure(
        name=name,
        title=f"Words of {name}",
        unit="words per 1000",
        low=0.0,
        high=1000.0,
        direction=f"higher: more words of {name}",
        formula=f"1000 × words of {name} that nothing denies / words",
        source="the project's own word list (emotions.tsv)",
        undefined="a text without words",
        compute=lambda document: emotions(document)[name],
    )


MEASURES = tuple(map(_measure, EMOTIONS))
