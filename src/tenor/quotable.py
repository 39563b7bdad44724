"""Which sentences may be quoted: prose of the writer's own that says something by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tenor.document import BlockKind, Document, Sentence, is_word

#: Headings and cells are no sentences; what is quoted is somebody else's.
_NO_PROSE: frozenset[BlockKind] = frozenset({"heading", "cell", "quote", "caption", "alt"})
#: A sentence of fewer words says too little by itself, one of more is not read.
FEWEST, MOST = 5, 60
#: No greeting, closing or byline has more words.
_SHORT = 9
#: A closing and the sentences under it are no evidence while they are short: so many.
_SIGNATURE = 3
#: More signs of code than this in a sentence are output, a formula or a call.
_MOST_SIGNS = 2
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening)|to whom it may concern)"
    r"(?![\w-])",
    re.IGNORECASE,
)
#: Whom a greeting names that ends as a sentence does: "Dear friends came." is none.
_ADDRESSED = re.compile(
    r"\w+,?(?: (?:[A-Z][\w.'’-]*,?|(?i:(?:morning|afternoon|evening|my|and|to|or|you|all|both|again"
    r"|everyone|everybody|there|friends?|team|folks|guys|sir|madam|ladies|gentlemen"
    r"|colleagues?),?)))*\.$"
)
_CLOSING = re.compile(
    r"(?i:(?:with )?(?:(?:best|kind|warm|many) )?(?:regards|wishes|thanks|love|hugs)"
    r"|cheers|thanks(?: again| in advance)?|thank you(?: again| in advance)?|sincerely|respectfully"
    r"|yours(?: \w+)?|take care|xoxo|all the best|best)(?:[,.!—–-]+|$)(?:\s*[A-Z][\w.'’-]*,?)*$"
)
_BYLINE = re.compile(
    r"(?i:(?:posted |written |story |photos? |report )?by)(?= [A-Z])"
    r"(?: (?:[A-Z\d][\w.,:'’-]*|and|at|for|in|of|on|the|de|van|von))+$"
)
#: How a statement ends, closing marks and references apart: no title, question or lead-in does.
_STATED = re.compile(r"[.!…][\"'”’»)\]*_]*(?:\s*\[\d+(?:[,–-]\d+)*\])*$")
#: What a line of a console, a log, a header or a list of steps or of values begins with.
_OUTPUT = re.compile(
    r"[$>%#] |[>|+=~\\]|\(?\d\d?[.)]? (?=[A-Z])|\[?\d{4}-\d\d-\d\d|\[?\d\d?:\d\d(?::\d\d)?\b"
    r"|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b"
    r"|[\w.-]+(?: [\w.-]+){0,2}:(?!//)"
)
_BEGUN = re.compile(r"[\"'“‘«(\[]*\w")
_SIGNS = re.compile(r"[{}<>|\\=_^~]|(?<!\w)--\w|\w\(\)|\w/\w+/|::|&&")
#: Columns: what is set apart by a tab or four spaces.
_COLUMNS = re.compile(r"\S(?: {4,}|\t+)\S")
_LICENCE = re.compile(
    r"copyright (?:\(c\)|©|\d)|©|all rights reserved|permission is hereby granted|licen[cs]ed under"
    r"|under the terms of|without (?:even the implied )?warranty|provided [\"'“]?as is"
    r"|redistribution and use|in no event shall|SPDX-",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\bdoi\b|\bISBN\b|\bISSN\b|\barXiv\b|https?:|www\.|\bpp\. ?\d|\bVol\. ?\d|\bRetrieved \w+ \d"
    r"|^\W*[A-Z][\w'’-]+, (?:[A-Z]\.[ -]?)+"
)

_QUOTE = re.compile(r"[\"“”]")
#: What is only supposed is not stated.
_SUPPOSED = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)

#: Each tells of a sentence as it is shown what cannot be quoted.
_FAULTS: tuple[Callable[[str], object], ...] = (
    lambda words: not _STATED.search(words),
    lambda words: not _BEGUN.match(words),
    _OUTPUT.match,
    lambda words: len(_SIGNS.findall(words)) > _MOST_SIGNS,
    _LICENCE.search,
    _REFERENCE.search,
    _SUPPOSED.search,
    lambda words: len(_QUOTE.findall(words)) % 2,  # part of a longer quotation
    lambda words: 2 * sum(map(str.isupper, words)) > sum(map(str.isalpha, words)),
)


def quotable(document: Document) -> tuple[bool, ...]:
    """Tell of each sentence whether it may be quoted: as evidence, for a theme, in the gist.

    It is a statement of FEWEST to MOST words in running text: no heading, table cell, caption or
    block quotation, no greeting, closing, signature or byline, no output of a program, header,
    reference or licence, nothing asked or supposed, no part of a longer quotation.
    """
    return tuple(_flags(document))


def unrepeated(document: Document, may: Sequence[bool]) -> tuple[bool, ...]:
    """Tell which of the sentences that may be quoted read like none before."""
    said = {
        _folded(document, sentence): index
        for index, sentence in reversed([*enumerate(document.sentences)])
        if may[index]
    }
    firsts = frozenset(said.values())
    return tuple(index in firsts for index in range(len(may)))


def _flags(document: Document) -> Iterator[bool]:
    """Yield a flag a sentence."""
    after_closing, block = _SIGNATURE, -1
    for sentence in document.sentences:
        is_first, block = sentence.block != block, sentence.block
        after_closing += 1
        is_short = len(sentence.forms) <= _SHORT
        words = _folded(document, sentence) if is_short or _is_of_length(sentence) else ""
        if is_short and _CLOSING.match(words):
            after_closing = 0
        is_furniture = is_short and (
            after_closing < _SIGNATURE or (is_first and _is_opening(words))
        )
        is_prose = document.blocks[block].kind not in _NO_PROSE and not is_furniture
        yield is_prose and _is_fit(document, sentence, words)


def _folded(document: Document, sentence: Sentence) -> str:
    """Give a sentence as it is shown."""
    return " ".join(document.shown(sentence.span).split())


def _is_of_length(sentence: Sentence) -> bool:
    """Tell whether a sentence is neither too short nor too long to be quoted."""
    return FEWEST <= sum(map(is_word, sentence.forms)) <= MOST


def _is_fit(document: Document, sentence: Sentence, words: str) -> bool:
    """Tell a statement that says something by itself."""
    return (
        _is_of_length(sentence)
        and not any(has_fault(words) for has_fault in _FAULTS)
        and not _COLUMNS.search(document.slice(sentence.span))
    )


def _is_opening(words: str) -> bool:
    """Tell a greeting or a byline."""
    if _GREETING.match(words):
        return words.endswith((",", ":", "!", "-", "—")) or bool(_ADDRESSED.match(words))
    return bool(_BYLINE.match(words))
