"""Names that are written small even where they open a sentence: "pip stores it"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tenor.document import Span
from tenor.themes.candidates import Scan
from tenor.themes.proper import is_common
from tenor.themes.words import bare

#: Of the sentences all but one in so many open with a capital where a small letter says something.
_MOSTLY = 4
#: A name in small letters has so many letters and mentions at least.
_SHORTEST, _MENTIONS = 3, 3
_ENDING_MARKS = frozenset(".?!:")


def small_names(scan: Scan) -> dict[tuple[str, ...], list[Span]]:
    """Give the words no language has that open sentences before a verb, and their places."""
    opening: Counter[str] = Counter()
    openers = set(_openers(scan, opening))
    small = sum(opening[word] for word in opening if word.islower() and word not in openers)
    is_careful = small * _MOSTLY <= opening.total()
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for sentence in scan.document.sentences if openers and is_careful else ():
        for start, end, form in zip(sentence.starts, sentence.ends, sentence.forms, strict=True):
            if bare(form) in openers:
                places[bare(form),].append(Span(start, end))
    return places


def _openers(scan: Scan, opening: Counter[str]) -> Iterator[str]:
    """Yield the small words that open whole sentences, and count which words open them."""
    for sentence, tags in zip(scan.document.sentences, scan.tags, strict=True):
        forms = sentence.forms
        if len(forms) > 1 and forms[0].isalpha() and forms[-1] in _ENDING_MARKS:
            opening[forms[0]] += 1
            if tags[1] in "VA" and _may_be_name(forms[0], scan.document.forms):
                yield forms[0]


def _may_be_name(word: str, forms: Mapping[str, int]) -> bool:
    """Tell whether a word is none of the language's, used often and never with a capital."""
    if not word.islower() or len(word) < _SHORTEST or is_common(word):
        return False
    count = forms.get(word, 0) + forms.get(f"{word}'s", 0)
    return count >= _MENTIONS and word.capitalize() not in forms
