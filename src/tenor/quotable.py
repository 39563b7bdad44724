"""Which sentences may be quoted: prose of the writer's own that says something by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tenor.document import NOTHING, BlockKind, Document, Sentence, is_word

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
_HAIL = (
    r"(?i:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening)|to whom it may concern)"
    r"(?![\w-])"
)
_FAREWELL = (
    r"(?i:(?:with )?(?:(?:best|kind|warm|many) )?(?:regards|wishes|thanks|love|hugs)"
    r"|cheers|thanks(?: again| in advance)?|thank you(?: again| in advance)?|sincerely|respectfully"
    r"|yours(?: \w+)?|take care|xoxo|all the best|best)"
)
_GREETING = re.compile(_HAIL)
#: Whom a greeting names that ends as a sentence does: "Dear friends came." is none.
_ADDRESSED = re.compile(
    r"\w+,?(?: (?:[A-Z][\w.'’-]*,?|(?i:(?:morning|afternoon|evening|my|and|to|or|you|all|both|again"
    r"|everyone|everybody|there|friends?|team|folks|guys|sir|madam|ladies|gentlemen"
    r"|colleagues?),?)))*\.$"
)
_CLOSING = re.compile(_FAREWELL + r"(?:[,.!—–-]+|$)(?:\s*[A-Z][\w.'’-]*,?)*$")
#: A greeting or a closing on a line of its own, with what stands under it.
_LETTER = re.compile(rf"(?:{_HAIL}[^\n\r]{{0,40}}|{_FAREWELL}[,.!—–-]*[ \t]*)[\n\r]")
_BYLINE = re.compile(
    r"(?i:(?:posted |written |story |photos? |report )?by)(?= [A-Z])"
    r"(?: (?:[A-Z\d][\w.,:'’-]*|and|at|for|in|of|on|the|de|van|von))+$"
)
#: How a statement ends, closing marks and references apart: no title, question or lead-in does.
_STATED = re.compile(r"(?<![:;,])[.!…][\"'”’»)\]*_]*(?:\s*\[\d+(?:[,–-]\d+)*\])*$")
#: What a line of a console, a log, a header or a list of steps or of values begins with.
_OUTPUT = re.compile(
    r"[$>%#] |[>|+=~\\]|\(?\d\d?[.)]? (?=[A-Z])|\[?\d{4}-\d\d-\d\d|\[?\d\d?:\d\d(?::\d\d)?\b"
    r"|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b"
    r"|(?![A-Z]+(?: [A-Z]+)?: )[\w.-]+(?: [\w.-]+){0,2}:(?!//)"  # who speaks is in capitals
)
#: What a statement begins with: no mark, and no request.
_BEGUN = re.compile(r"[\"'“‘«(\[]*(?![Pp]lease\b|[Kk]indly\b)\w")
#: A remark in brackets by itself.
_ASIDE = re.compile(r"\([^()]*\)$")
_SIGNS = re.compile(r"[{}<>|\\=_^~]|(?<!\w)--\w|\w\(\)|\w/\w+/|::|&&")
#: What is set apart by a tab or four spaces, and lines that marks of a comment or list begin.
_LAYOUT = re.compile(r"\S(?: {4,}|\t+)\S|[\n\r]\s*(?:[#;%|*+>]|//|- )")
#: The number of a heading has so many characters at most.
_LONGEST_NUMBER = 12
#: A line of its own that has run into the sentence under it: a heading, after its number if any.
_RUN_IN = re.compile(r"[^\n\r.,;:!?]{1,50}[\n\r]+\s*[A-Z]")
_LICENCE = re.compile(
    r"[Cc]opyright (?:\([Cc]\)|©|\d)|©|[Aa]ll rights reserved|[Pp]ermission is hereby granted"
    r"|[Ll]icen[cs]ed under|under the terms of|without (?:even the implied )?warranty"
    r"|provided \"?as is|[Rr]edistribution and use|[Ii]n no event shall|SPDX-"
)
_REFERENCE = re.compile(
    r"\b(?:doi|ISBN|ISSN|arXiv|https?:|www\.|pp\. ?\d|Vol\. ?\d|Retrieved \w+ \d)"
    r"|^\W*[A-Z][\w'-]+, (?:[A-Z]\.[ -]?)+"
    r"|\b\d+ ?\((?:\d{4}|\d{1,3})\)[,:]? ?\d+ ?[-–]\d"  # volume (year or issue) pages
)
#: Authors are looked for in so many characters.
_AUTHORS_END = 200
#: What an entry in a list of references begins with: its authors.
_AUTHORS = re.compile(
    r"(?:(?:[A-Z]\.[ -]?){1,3}(?:[a-z]+ )?[A-Z][\w'’-]+(?:,? and |, (?=[A-Z]\.)|\. )){2,}"
    r"|(?:[A-Z][\w'’-]+, (?:[A-Z]\.[ -]?)+(?:,? (?:and|&) |[,;] ?|(?=\())){2,}"
)
#: What is left of a reference to what is not shown.
_EMPTY = re.compile(r"(?<!\w)\((?:see|cf\.|e\.g\.)? ?\)|\bsee ?[.,)]")

#: Each tells of a sentence as it reads, without its code, what cannot be quoted.
_FAULTS: tuple[Callable[[str], object], ...] = (
    lambda words: not _STATED.search(words),
    lambda words: not _BEGUN.match(words),
    _ASIDE.match,
    _OUTPUT.match,
    lambda words: len(_SIGNS.findall(words)) > _MOST_SIGNS,
    _LICENCE.search,
    _REFERENCE.search,
    lambda words: words.count('"') % 2,  # part of a longer quotation
    lambda words: 2 * sum(map(str.isupper, words)) > sum(map(str.isalpha, words)),
)


def quotable(document: Document) -> tuple[bool, ...]:
    """Tell of each sentence whether it may be quoted: as evidence, for a theme, in the gist.

    It is a statement of FEWEST to MOST words in running text: no heading, table cell, caption or
    block quotation, no greeting, closing, signature or byline, no output of a program, header,
    reference or licence, no question or request, no part of a longer quotation.
    """
    return tuple(_flags(document))


def unrepeated(document: Document, may: Sequence[bool]) -> tuple[bool, ...]:
    """Tell which of the sentences that may be quoted read like none before."""
    said = {
        _read(sentence): index
        for index, sentence in reversed([*enumerate(document.sentences)])
        if may[index]
    }
    firsts = frozenset(said.values())
    return tuple(index in firsts for index in range(len(may)))


def _flags(document: Document) -> Iterator[bool]:
    """Yield a flag a sentence."""
    after_closing, block, is_reference = _SIGNATURE, -1, False
    for sentence in document.sentences:
        is_first, block = sentence.block != block, sentence.block
        is_reference = _has_authors(document, sentence) if is_first else is_reference
        after_closing += 1
        is_furniture = False
        if len(sentence.forms) <= _SHORT:
            words = document.folded(sentence.span)
            after_closing = 0 if _CLOSING.match(words) else after_closing
            is_furniture = after_closing < _SIGNATURE or (is_first and _is_opening(words))
        is_prose = document.blocks[block].kind not in _NO_PROSE and not is_furniture
        yield is_prose and not is_reference and _is_statement(document, sentence)


def _has_authors(document: Document, sentence: Sentence) -> bool:
    """Tell whether authors stand where a sentence starts, as in a list of references."""
    start = sentence.span.start
    return bool(_AUTHORS.match(" ".join(document.text[start : start + _AUTHORS_END].split())))


def _read(sentence: Sentence) -> str:
    """Give a sentence as it reads: its code and addresses are blanks."""
    return " ".join(sentence.plain[slice(*sentence.span)].replace(NOTHING, "").split())


def _is_statement(document: Document, sentence: Sentence) -> bool:
    """Tell a statement that says something by itself."""
    if not FEWEST <= sum(map(is_word, sentence.forms)) <= MOST:
        return False
    words, source = _read(sentence), document.slice(sentence.span)
    return not (
        any(has_fault(words) for has_fault in _FAULTS)
        or _LAYOUT.search(source)
        or _LETTER.match(source)
        or _has_heading(document, sentence)
        or (_EMPTY.search(words) and _EMPTY.search(document.folded(sentence.span)))
    )


def _has_heading(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with a line that is no part of it."""
    start = sentence.span.start
    line_start = document.line_starts[document.line(start) - 1]
    if start - line_start > _LONGEST_NUMBER:
        return False
    is_first = not any(map(str.isalpha, document.text[line_start:start]))
    return is_first and bool(_RUN_IN.match(document.slice(sentence.span)))


def _is_opening(words: str) -> bool:
    """Tell a greeting or a byline."""
    if _GREETING.match(words):
        return words.endswith((",", ":", "!", "-", "—")) or bool(_ADDRESSED.match(words))
    return bool(_BYLINE.match(words))
