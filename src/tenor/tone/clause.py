"""The clauses of a sentence, so that a theme's feeling is that of the clause that names it."""

from __future__ import annotations

from math import fsum

from tenor.document import Sentence, Span, is_word
from tenor.measure import Value
from tenor.tone.words import packaged

#: Punctuation that ends a clause as a contrast word does; the comma is too common to.
_STRONG = frozenset(";:—–.!?()…")


def clauses(sentence: Sentence) -> tuple[Span, ...]:
    """Divide a sentence at contrast words ("but", "although") and strong punctuation.

    The spans are in order and disjoint; a clause holds a word, so there may be none.
    """
    forms = sentence.forms
    role_of = packaged().roles.get
    spans = []
    start = 0
    for index, form in enumerate([*forms, "."]):
        is_turn = role_of(form.lower()) in {"contrast", "concession"}
        if is_turn or form in _STRONG:
            if any(map(is_word, forms[start:index])):
                spans.append(Span(sentence.starts[start], sentence.ends[index - 1]))
                start = index
            start = start if is_turn else index + 1
    return tuple(spans)


def clause_valence(sentence: Sentence, span: Span, value: Value | None) -> Value | None:
    """Give the part of a sentence's valence that comes from one of its clauses.

    None where the sentence has none, or the clause lies outside it.
    """
    if value is None or span.end <= sentence.span.start or span.start >= sentence.span.end:
        return None
    evidence = tuple(line for line in value.evidence if span.start <= line.span.start < span.end)
    return Value(fsum(line.weight for line in evidence), evidence)
