"""The valence of a sentence: its words' valences, each changed by its context.

What is found here is summed up in tenor.tone.sum.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import filterfalse
from math import copysign, fsum

from tenor import pace
from tenor.document import Document, Sentence, Span, is_word
from tenor.measure import Evidence, Factor, Value
from tenor.tone.context import in_context
from tenor.tone.emphasis import emphasized
from tenor.tone.subjects import with_subjects, without_tone
from tenor.tone.sum import EXCLAMATION, MARK, MOST_EXCLAMATIONS, WEAK, share_out, weakness
from tenor.tone.tagging import SENSED, Hit, in_sense, is_own, look_up, tag, with_owner
from tenor.tone.words import Words, lowered, packaged, with_project_words

#: A valence nearer to zero than this is neutral or mixed: there, readers agree with its sign for 6
#: texts in 10. At ±0.2 they agree for 75 %, from ±0.5 on for 95 % (Hutto & Gilbert's four sets,
#: n 23,703, mean of 20 readers; tests/accuracy/tone.py prints it).
NEUTRAL_BAND = 0.1

_NEUTRAL = Value(0.0)
#: The most frequent forms that are no words.
_MARKS = frozenset(".,;:!?'\"()-…–—")
#: What a reply by a first word says.
_ANSWERS = {"yes": "yes", "yeah": "yes", "yep": "yes", "no": "no", "nope": "no", "never": "no"}


def sentence_valence(
    sentence: Sentence, words: Words | None = None, answer: str = ""
) -> Value | None:
    """Give a sentence's valence, −1…+1; None if it holds neither a word nor a scored mark.

    `answer` is "yes" or "no" for a question so answered, and "it" for the answer itself.
    """
    forms = sentence.forms
    hits = find_hits(forms, words or packaged(), answer)
    length = count_words(forms)
    if not hits:
        return _NEUTRAL if length else None
    marks = _shouts(sentence, forms)
    products = [hit.product if hit.factors else hit.base for hit in hits]
    weak = weakening(hits, products)
    if weak:
        products = [product * weak[0].value for product in products]
    shares, lift = share_out(products, len(marks), length)
    evidence = _evidence(sentence, forms, hits, shares, weak)
    if lift:
        evidence += [Evidence(mark, lift, MARK, copysign(EXCLAMATION, lift)) for mark in marks]
    return Value(fsum([*shares, *[lift] * len(marks)]), tuple(evidence))


def weakening(hits: list[Hit], products: list[float]) -> tuple[Factor, ...]:
    """Give the factor of a sentence whose words are all weak here; none where one is the project's.

    What is turned to its contrary says as much as it does by itself.
    """
    if max(products) >= WEAK or min(products) <= -WEAK:
        return ()
    strongest = max(map(_said, hits, products))
    if not 0 < strongest < WEAK or any(map(is_own, hits)):
        return ()
    return weakness(strongest)


def _said(hit: Hit, product: float) -> float:
    """Give how much a word says in its context, either way."""
    return abs(hit.base if hit.base * product < 0 else product)


def _evidence(
    sentence: Sentence,
    forms: list[str],
    hits: list[Hit],
    shares: list[float],
    weak: tuple[Factor, ...],
) -> list[Evidence]:
    """Make the evidence of the hits, each with its share of the sentence's valence.

    `weak` is the factor of all that say anything.
    """
    starts, ends = sentence.starts, sentence.ends
    return [
        Evidence(
            Span(starts[start], ends[end - 1]),
            share,
            forms[start] if end == start + 1 else " ".join(forms[start:end]),
            base,
            factors + weak if share else factors,
        )
        for (start, end, base, factors), share in zip(hits, shares, strict=True)
    ]


def _shouts(sentence: Sentence, forms: list[str]) -> list[Span]:
    """Find the places of the exclamation marks that count."""
    if sentence.plain.find("!", sentence.span.start, sentence.span.end) < 0:
        return []
    return [Span(sentence.starts[index], sentence.ends[index]) for index in exclamations(forms)]


def count_words(forms: list[str]) -> int:
    """Count the words among a sentence's forms."""
    others = list(filterfalse(str.isalpha, forms))
    return len(forms) - len(others) + sum([form not in _MARKS and is_word(form) for form in others])


def score(
    document: Document,
    project_words: Mapping[str, float] | None = None,
    subjects: Collection[str] = (),
) -> tuple[Value | None, ...]:
    """Give each sentence's valence, −1…+1, in order; a project's own words have its valences.

    The words of `subjects` carry no tone. None in place of a sentence that holds neither a word nor
    a scored mark.
    """
    words = with_project_words(project_words) if project_words else packaged()
    return score_with(document, with_subjects(words, subjects) if subjects else words)


def score_with(document: Document, words: Words) -> tuple[Value | None, ...]:
    """Give each sentence's valence by some tables."""
    answers = _answers(document.sentences)
    return tuple(
        sentence_valence(sentence, words, answers.get(index, ""))
        for index, sentence in enumerate(pace.over("tone", document.sentences))
    )


def _answers(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Find questions that the next sentence answers by yes or no: what answers each, and "it"."""
    answers: dict[int, str] = {}
    for index, sentence in enumerate(sentences[:-1]):
        if sentence.plain.endswith("?", *sentence.span):
            reply = [form.lower() for form in sentences[index + 1].forms[:2]]
            if reply[0] in _ANSWERS and (len(reply) < 2 or not is_word(reply[1])):
                answers[index], answers[index + 1] = _ANSWERS[reply[0]], "it"
    return answers


def find_hits(forms: list[str], words: Words, answer: str = "") -> list[Hit]:
    """Find a sentence's scored words in order, each with the factors its context gives it.

    `answer` is as for sentence_valence.
    """
    lows = lowered(forms)
    hits, phrases = look_up(lows, words)
    if not hits:
        return []
    tagged = tag(lows, phrases, words.roles)
    if not SENSED.isdisjoint(lows):
        hits = in_sense(hits, tagged, words.project)
    hits = emphasized(forms, in_context(hits, tagged, answer))
    if words.plain:
        hits = without_tone(hits, lows, words)
    return with_owner(hits, lows, words.project) if words.project else hits


def exclamations(forms: list[str]) -> list[int]:
    """Give the token index of each exclamation mark that counts: "!!" has the same index twice."""
    marks = [index for index, form in enumerate(forms) if form[:1] == "!" for _ in form]
    return marks[:MOST_EXCLAMATIONS]
