"""The clauses of a sentence, so that a theme's feeling is that of the clause that names it."""

from __future__ import annotations

from math import fsum

from tenor.document import Sentence, Span, is_word
from tenor.measure import Value
from tenor.tone.words import packaged

_STRONG = frozenset(";:—–.!?()…")


def clauses(sentence: Sentence) -> tuple[Span, ...]:
    """Divide a sentence at contrast words ("but", "although") and strong punctuation."""
    forms = sentence.forms
    part = packaged().roles.get
    spans = []
    start = 0
    for at, form in enumerate([*forms, "."]):
        turn = part(form.lower()) in {"contrast", "concession"}
        if turn or form in _STRONG:
            if any(map(is_word, forms[start:at])):
                spans.append(Span(sentence.starts[start], sentence.ends[at - 1]))
                start = at
            start = start if turn else at + 1
    return tuple(spans)


def clause_valence(sentence: Sentence, span: Span, value: Value | None) -> Value | None:
    """Give the part of a sentence's valence that comes from one of its clauses."""
    if value is None or span.end <= sentence.span.start or span.start >= sentence.span.end:
        return None
    evidence = tuple(e for e in value.evidence if span.start <= e.span.start < span.end)
    return Value(fsum(line.weight for line in evidence), evidence)
