"""The subjects a text is surely about: in it, their words carry no tone (tenor.tone.subjects).

Decided from the forms of its words alone, so that a check of tone needs no tagger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import fsum
from typing import NamedTuple

from tenor.document import Document
from tenor.themes.category import DISTINCT, LEAST_SURE, likelihood, packaged, tempered
from tenor.themes.words import bare, closed_words, vocabulary
from tenor.tone.subjects import FIRST_PERSON, Subject, all_subjects, blames
from tenor.tone.words import packaged as tone_tables

#: A shorter text is about nothing surely.
LEAST_WORDS = 100
#: A text in which more words than this say "I" is about its writer (of 149 pages of documentation 2
#: have more, of 69 complaints 61), and one with more words of blame is no description (2 and 30).
MOST_PERSONAL, MOST_BLAME = 0.01, 0.02
#: A subject's words come so many times as often as usual, and two of them at least are none that
#: carry tone elsewhere.
TIMES, OTHERS = 2, 2
#: A word with fewer letters carries no topic, and stemming leaves so many of its first ones alone.
SHORTEST, BEGINNING = 2, 3


class _KnownWord(NamedTuple):
    """A form that is of some subject, its stem, how often it is used, and the subjects' names."""

    form: str
    stem: str
    uses: int
    subjects: frozenset[str]


def subjects(document: Document) -> tuple[str, ...]:
    """Name the subjects that a text is surely about; none where it is told in the first person."""
    if document.words < LEAST_WORDS:
        return ()
    forms: Counter[str] = Counter()
    for form, count in document.forms.items():
        forms[form.lower()] += count
    if sum(forms[word] for word in FIRST_PERSON) > MOST_PERSONAL * document.words:
        return ()
    used = [subject for subject in all_subjects() if not subject.words.isdisjoint(forms)]
    return tuple(_sure(document, forms, used)) if used else ()


def _sure(document: Document, forms: Mapping[str, int], used: list[Subject]) -> Iterator[str]:
    """Yield the names of the subjects that are sure: their words blame for none of them."""
    headings = frozenset(_in_headings(document))
    known, total = _known(forms)
    likely = [subject for subject in used if _is_likely(subject, known, total, headings)]
    plain = frozenset[str]().union(*[subject.words for subject in likely])
    if likely and not _blames(document, forms, plain):
        yield from (subject.name for subject in likely)


def _is_likely(
    subject: Subject, known: list[_KnownWord], total: int, headings: frozenset[str]
) -> bool:
    """Tell whether the words of a subject come much more often than usual."""
    # What headings name need not be so much commoner than usual.
    times, least = (1, 0.0) if subject.words & headings else (TIMES, LEAST_SURE)
    uses, others = _uses(known, subject)
    usual = fsum(packaged().rates[name] for name in subject.categories)
    hits, expected = tempered(uses), usual * total
    if len(uses) < DISTINCT or others < OTHERS or hits <= times * expected:
        return False
    return likelihood(hits, expected) >= least


def _known(forms: Mapping[str, int]) -> tuple[list[_KnownWord], int]:
    """Give the words that are of some subject, and count all words that can carry a topic."""
    stem, stop = vocabulary().stem, closed_words().stop
    of, beginnings = _stems(), _beginnings()
    known, total = [], 0
    for form, count in forms.items():
        if form in stop or len(form) < SHORTEST or not form[0].isalpha():
            continue
        total += count
        if form[:BEGINNING] in beginnings and (subjects := of.get(stem(bare(form)))):
            known.append(_KnownWord(form, stem(bare(form)), count, subjects))
    return known, total


@cache
def _stems() -> dict[str, frozenset[str]]:
    """Give the subjects that each stem of their categories is of."""
    return {
        stem: frozenset(of)
        for stem, categories in packaged().holding.items()
        if (of := [s.name for s in all_subjects() if not set(s.categories).isdisjoint(categories)])
    }


@cache
def _beginnings() -> frozenset[str]:
    """Give what the stems of the subjects begin with: no other word need be stemmed."""
    return frozenset(stem[:BEGINNING] for stem in _stems())


def _uses(known: list[_KnownWord], subject: Subject) -> tuple[Counter[str], int]:
    """Count the uses of a subject's stems, and the stems that carry no tone elsewhere either."""
    uses: Counter[str] = Counter()
    others = set()
    for word in known:
        if subject.name in word.subjects:
            uses[word.stem] += word.uses
            if word.form not in subject.words:
                others.add(word.stem)
    return uses, len(others)


def _blames(document: Document, forms: Mapping[str, int], plain: frozenset[str]) -> bool:
    """Tell whether a text holds more words of blame than a description, beside some plain ones."""
    tables = tone_tables()
    blame = sum(
        count
        for form, count in forms.items()
        if form not in plain and blames(form, tables.valences.get(form, 0.0), tables)
    )
    return blame > MOST_BLAME * document.words


def _in_headings(document: Document) -> Iterator[str]:
    """Yield the forms of the headings below the first one, which is the title."""
    for sentence in document.sentences[1:]:
        if document.blocks[sentence.block].kind == "heading":
            yield from map(str.lower, sentence.forms)
