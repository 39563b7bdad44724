"""Words of joy, anger, sadness and fear, where nothing denies them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from tenor.document import Document, Span, is_word
from tenor.lexicons import rows
from tenor.measure import Evidence, Measure, Value
from tenor.tone.analysed import Feeling, ToneAnalysis
from tenor.tone.valence import find_hits
from tenor.tone.words import Words, lowered, packaged

EMOTIONS = ("joy", "anger", "sadness", "fear")
#: The rates of mixed prose (see Measure.usual).
_USUAL = {"joy": 2.4, "anger": 0.55, "sadness": 0.48, "fear": 0.54}
#: A word whose context leaves it no more of its weight than this is denied, or part of a name: set
#: between the factors that deny ("question" 0.4, "name" 0.4) and those that only dampen (0.5 on).
_LEAST_FACTOR = 0.45


def feelings(document: Document) -> Iterator[Feeling]:
    """Find the words of emotion that nothing denies, once for all emotions."""
    table, words = _table(), _words()
    known = frozenset(table)
    for sentence in document.sentences:
        forms = sentence.forms
        if known.isdisjoint(lowered(forms)):
            continue
        for hit in find_hits(forms, words):
            if hit.factor > _LEAST_FACTOR and not _is_name(forms, hit.start):
                span = Span(sentence.starts[hit.start], sentence.ends[hit.end - 1])
                word = forms[hit.start].lower()
                yield Feeling(span, word, table.get(word, ()))


def _is_name(forms: list[str], start: int) -> bool:
    """Tell whether a word within a sentence has a capital of its own: a title or a name."""
    word = forms[start]
    return start > 0 and word[0].isupper() and not word.isupper() and is_word(forms[start - 1])


def _compute(name: str, analysis: ToneAnalysis) -> Value | None:
    """Give an emotion's words per 1000 words, with the words; None for a text without words."""
    words = analysis.document.words
    if not words:
        return None
    weight = 1000 / words
    lines = tuple(
        Evidence(span, weight, word)
        for span, word, emotions in analysis.feelings
        if name in emotions
    )
    return Value(weight * len(lines), lines)


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


def _measure(name: str) -> Measure[ToneAnalysis]:
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
        compute=partial(_compute, name),
        usual=_USUAL[name],
    )


MEASURES = tuple(map(_measure, EMOTIONS))
