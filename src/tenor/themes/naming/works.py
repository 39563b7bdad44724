"""Names with small words or possessives inside: titles set apart, "the America's Cup"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tenor.document import Sentence
from tenor.themes.candidates import Scan
from tenor.themes.proper import is_common, name_lists
from tenor.themes.words import bare

Parts = tuple[str, ...]

#: What opens a title, and what closes it then: quotation marks, emphasis, the brackets of a link.
_MARKS = {'"': '"', "“": "”", "‘": "’", "*": "*", "_": "_", "[": "]("}
#: Small words within titles.
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_QUOTES = frozenset('"”’')
_ARTICLES = frozenset({"A", "An", "The"})
#: A title has so many tokens at most.
_LONGEST = 7
#: A name with a possessive has so many words at most.
_OWNED = 3
#: A title of common words is a name if it is met so often.
_MENTIONS = 2


def places_of_works(scan: Scan) -> dict[int, list[tuple[int, int]]]:
    """Give where titles stand, as tokens of each sentence, also where nothing sets them apart."""
    titles = {parts for sentence in scan.document.sentences for parts in _titles(sentence)}
    opening = {parts[0] for parts in titles}
    places: dict[Parts, list[tuple[int, int, int]]] = defaultdict(list)
    for index, sentence in enumerate(scan.document.sentences if titles else ()):
        for parts, start in _met(sentence.forms, titles, opening):
            places[parts].append((index, start, start + len(parts)))
    chosen: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for parts, met in places.items():
        if len(met) >= _MENTIONS or _is_rare(parts):
            for index, start, end in met:
                chosen[index].append((start, end))
    return chosen


def _is_rare(parts: Parts) -> bool:
    """Tell whether a title has a small word and one that is none of the language's."""
    return not _SMALL.isdisjoint(parts) and any(
        part[0].isupper() and not is_common(bare(part)) for part in parts
    )


def _titles(sentence: Sentence) -> Iterator[Parts]:
    """Yield the titles that are set apart in a sentence, and possessives within names."""
    forms = sentence.forms
    for start, form in enumerate(forms):
        if form[0].isupper():
            mark = sentence.text[max(sentence.starts[start] - 1, 0)]
            if mark in _MARKS:
                yield from _set_apart(sentence, forms, start, _MARKS[mark])
            elif form.endswith("'s") and start and forms[start - 1].lower() == "the":
                yield from _possessive(forms, start)


def _set_apart(
    sentence: Sentence, forms: Sequence[str], start: int, closing: str
) -> Iterator[Parts]:
    """Yield the title that begins at a token, if a mark closes it.

    Emphasis is for any words, so that there a small word must be within.
    """
    for here in range(start, min(start + _LONGEST, len(forms))):
        form = forms[here]
        if form[0].isupper() and sentence.text.startswith(closing, sentence.ends[here]):
            first = start + (forms[start] in _ARTICLES)
            title = forms[first : here + 1]
            is_quoted = closing in _QUOTES or not _SMALL.isdisjoint(title)
            if is_quoted and _capitals(title) > 1:
                yield (*title[:-1], bare(title[-1]))
            return
        if not form[0].isupper() and form not in _SMALL:
            return


def _capitals(forms: Sequence[str]) -> int:
    """Count the capitalised words."""
    return sum(form[0].isupper() for form in forms)


def _possessive(forms: Sequence[str], start: int) -> Iterator[Parts]:
    """Yield "America's Cup" of "the America's Cup": the article is not that of America."""
    end = start + 1
    while end < len(forms) and end < start + _LONGEST and forms[end][0].isupper():
        end += 1
    owner, last = bare(forms[start]), bare(forms[end - 1])
    is_name = owner.lower() in name_lists().place or last.lower() in name_lists().head
    if start + 1 < end <= start + _OWNED and is_name:
        yield (*forms[start : end - 1], last)


def _met(
    forms: Sequence[str], titles: set[Parts], opening: set[str]
) -> Iterator[tuple[Parts, int]]:
    """Yield the titles met in a sentence and where, the longest first."""
    here = 0
    while here < len(forms):
        parts = _longest(forms, here, titles) if forms[here] in opening else ()
        if parts:
            yield parts, here
        here += len(parts) or 1


def _longest(forms: Sequence[str], here: int, titles: set[Parts]) -> Parts:
    """Give the longest title that begins at a token, or none."""
    for end in range(min(here + _LONGEST, len(forms)), here + 1, -1):
        parts = (*forms[here : end - 1], bare(forms[end - 1]))
        if parts in titles:
            return parts
    return ()
