"""Which sentences may be quoted as evidence: prose of the writer's own, no letter's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenor.document import BlockKind, Document

#: Headings and cells are no sentences; what is quoted is somebody else's.
_NO_PROSE: frozenset[BlockKind] = frozenset({"heading", "cell", "quote", "caption", "alt"})
#: No greeting, closing or byline has more words.
_SHORT = 9
#: A closing and the sentences under it are no evidence while they are short: so many.
_SIGNATURE = 3
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


def quotable(document: Document) -> tuple[bool, ...]:
    """Tell of each sentence whether it may stand as evidence or as a quotation.

    No heading, table cell, caption or block quotation may, nor a greeting, a closing with the
    signature under it, a byline.
    """
    return tuple(_flags(document))


def _flags(document: Document) -> Iterator[bool]:
    """Yield a flag a sentence."""
    after_closing, block = _SIGNATURE, -1
    for sentence in document.sentences:
        is_first, block = sentence.block != block, sentence.block
        after_closing += 1
        is_furniture = False
        if len(sentence.forms) <= _SHORT:
            words = " ".join(document.shown(sentence.span).split())
            after_closing = 0 if _CLOSING.match(words) else after_closing
            is_furniture = after_closing < _SIGNATURE or (is_first and _is_opening(words))
        yield document.blocks[block].kind not in _NO_PROSE and not is_furniture


def _is_opening(words: str) -> bool:
    """Tell a greeting or a byline."""
    if _GREETING.match(words):
        return words.endswith((",", ":", "!", "-", "—")) or bool(_ADDRESSED.match(words))
    return bool(_BYLINE.match(words))
