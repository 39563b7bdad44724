"""Terms that a contract or a licence defines and writes with capitals from then on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenor.document import Document
from tenor.themes.proper import is_common, is_known_acronym, is_listed, name_lists
from tenor.themes.words import bare

#: How terms are defined: '"Work" means', 'a "User" is', '(the "Party")'.
_DEFINED = re.compile(
    r"""["“](?:[Tt]he\s)?([A-Z][^"“”.;:]{2,40})["”]\s{1,9}(?:shall\s)?(?:mean|refer|include)s?\b
    | \b(?:[Aa]n?|[Tt]he)\s["“]([A-Z][^"“”.;:]{2,40})["”]\s(?:is|are)\b
    | \((?:the|each|collectively)[^()"“”]{0,20}["“]([A-Z][^"“”]{2,40})["”]""",
    re.VERBOSE,
)
#: So many definitions make a text one that defines terms.
_DEFINITIONS = 2


def defined_words(document: Document) -> frozenset[str]:
    """Give the words of the terms that a text defines; none if it hardly defines any."""
    terms = [match[match.lastindex or 0] for match in _DEFINED.finditer(document.plain)]
    if len(terms) < _DEFINITIONS:
        return frozenset()
    return frozenset(_single(word) for term in terms for word in term.split())


def is_term(parts: Sequence[str], defined: frozenset[str]) -> bool:
    """Tell whether a name is of words that a text defines or that are the language's."""
    if not defined or parts[-1].lower() in name_lists().head:
        return False
    return all(_single(part) in defined or _is_word(part) for part in parts)


def _is_word(part: str) -> bool:
    """Tell whether a word of a name is one of the language's and no name by itself."""
    return is_common(part) and not is_listed(part.lower()) and not is_known_acronym(part)


def _single(word: str) -> str:
    """Give a word in small letters without its s."""
    return bare(word).lower().removesuffix("s")
