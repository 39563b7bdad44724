"""Which blocks of a text are not in English, by how many of their words English has.

What has too few words to tell goes by the language it declares, then by what stands around it.
Where the signs are few or disagree, it is taken for English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from tenor.document import NOTHING, Block, Document, Reading, Span
from tenor.lexicons import background, rows

#: So many different words in small letters say what language they are.
_ENOUGH = 8
#: So few of them may be known by chance; beyond that, half of them must be unknown.
_BY_CHANCE = 3
#: Of what stands between spaces this share must be plain words: the rest is code or a table.
_PLAIN = 0.75
#: Lists of terms, of commands, of slang have hardly any of the small words that make up prose.
_STRANGE, _STRANGE_SHARE = 2, 0.05
#: Of enough words this share must be known to be English whatever stands around them …
_MOST = 0.6
#: … and of fewer words this share, of so many at least.
_FEW, _NEARLY_ALL = 3, 0.8
#: Of so many letters this share must be of another script.
_LETTERS, _FOREIGN = 12, 0.6
#: Where this share of all words are among those that no other language has, it is English.
_CERTAIN = 0.08

_LETTER = "(?:[^\\W\\d_][\u0300-\u036f]*)"
_WORD = re.compile(rf"[“„‚‘«¿¡]*({_LETTER}+)(?:['’‘-]{_LETTER}+)*['’]?([.,;:!?)\]\"”»…]*)")
_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_INK = re.compile(r"\w")
_STRETCHED = re.compile(r"(\w)\1{2,}")
#: Codes that leave open which language a text is in.
_NO_LANGUAGE = frozenset(("", "mis", "mul", "und", "x", "zxx"))


class Signs(NamedTuple):
    """What tells the language of a stretch.

    `pieces` stand between spaces; `plain` of them are plain words, and `bare` of those have no mark
    behind them; `small` are the different ones in small letters, `known` those that English has;
    `strange` are words that it has not, and that are common elsewhere, repeated, or not in ASCII.
    """

    pieces: int
    plain: int
    bare: int
    small: int
    known: int
    strange: int


class LanguageShare(NamedTuple):
    """What of a text is in another language, and so is not judged: paragraphs and words.

    A heading, an item and a cell count as paragraphs do.
    """

    paragraphs: int
    words: int
    other_paragraphs: int
    other_words: int

    @property
    def judged(self) -> float | None:
        """Give the share of the words that is in English; None of a text without a word."""
        return 1 - self.other_words / self.words if self.words else None


def others(reading: Reading) -> frozenset[int]:
    """Give the numbers of the blocks that are in another language."""
    texts = [reading.view(block).replace(NOTHING, "") for block in reading.blocks]
    told = [_told(text) for text in texts]
    if all(told):
        return frozenset()
    declared = _declared(reading.blocks, told)
    by_run = _by_run(reading.blocks, texts, told)
    verdicts = enumerate(zip(told, declared, by_run, strict=True))
    return frozenset(number for number, given in verdicts if not _first(given))


def _first(given: Iterable[bool | None]) -> bool | None:
    """Give the first that says anything."""
    return next((is_english for is_english in given if is_english is not None), None)


def signs(text: str) -> Signs:
    """Count what tells the language of a stretch in Latin letters."""
    pieces = [piece for piece in text.split() if _INK.search(piece) or len(piece) > 1]
    words = [found for found in map(_WORD.fullmatch, pieces) if found]
    bare = sum(not found[2] for found in words)
    small = Counter(found[1] for found in words if found[1].islower())
    unknown = {word: count for word, count in small.items() if not _is_known(word)}
    strange = sum(count for word, count in unknown.items() if _is_strange(word, count))
    return Signs(len(pieces), len(words), bare, len(small), len(small) - len(unknown), strange)


def _is_known(word: str) -> bool:
    """Tell whether English has a word, be it stretched ("soooo")."""
    table, more = background(), _words()["English too"]
    if word in _words()["elsewhere"]:
        return False
    if word in table or word in more:
        return True
    short = _STRETCHED.sub(r"\1", word)
    return short != word and (short in table or _STRETCHED.sub(r"\1\1", word) in table)


def _is_strange(word: str, count: int) -> bool:
    """Tell whether a word that English has not is likely one of another language."""
    return count > 1 or word in _words()["elsewhere"] or not word.isascii()


def share(document: Document) -> LanguageShare:
    """Count what of a text is in another language."""
    outs = _outs(document)
    words = sum(_count(document.plain[span.start : span.end]) for span in outs)
    return LanguageShare(len(document.blocks), document.words + words, len(outs), words)


def stretches(document: Document) -> list[Span]:
    """Give where a text is in another language, from the first sentence in it to the last."""
    starts = sorted(sentence.span.start for sentence in document.sentences)
    joined: list[Span] = []
    for span in _outs(document):
        if joined and bisect_left(starts, span.start) == bisect_left(starts, joined[-1].start):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _outs(document: Document) -> list[Span]:
    """Give the blocks in another language, in order of place."""
    return [out.span for out in document.left_out if out.reason == "another language"]


def known(document: Document) -> float:
    """Give the share of a text's different words in small letters that English has."""
    found = signs(document.plain)
    return found.known / max(1, found.small)


def _count(text: str) -> int:
    """Count words as what stands between spaces and is no mark."""
    return sum(_INK.search(piece) is not None for piece in text.split())


def _told(text: str) -> bool | None:
    """Tell whether a stretch is English by itself; None where it does not say."""
    pieces = text.split()
    certain = sum(map(_words()["only English"].__contains__, pieces))
    if certain > 1 and certain >= _CERTAIN * len(pieces):
        return True
    if _is_in_another_script(text):
        return False
    found = signs(text)
    if _is_other(found):
        return False
    is_many = found.small >= _ENOUGH and found.known >= _MOST * found.small
    is_few = found.known >= _FEW and found.known >= _NEARLY_ALL * found.small
    return True if is_many or is_few else None


def _is_in_another_script(text: str) -> bool:
    """Tell whether most letters are not Latin."""
    if text.isascii():
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _LETTERS and letters - len(_LATIN.findall(text)) >= _FOREIGN * letters


def _is_other(found: Signs) -> bool:
    """Tell whether words are surely those of another language: of prose that English has not.

    Lists (a mark behind every other word) and code (few plain words) are no prose.
    """
    return (
        found.small >= _ENOUGH
        and 2 * found.known + _BY_CHANCE < found.small
        and found.plain >= _PLAIN * found.pieces
        and 2 * found.bare >= found.plain
        and found.strange >= max(_STRANGE, _STRANGE_SHARE * found.small)
    )


def _by_run(
    blocks: Sequence[Block], texts: Sequence[str], told: Sequence[bool | None]
) -> Iterator[bool]:
    """Yield of each block whether it is English, by the run of untold ones it stands in.

    A run is in another language where its words together are, else each by what it belongs to: a
    heading to what comes after the run, all else to what comes before.
    """
    start, before = 0, None
    for is_english, run in groupby(told):
        end = start + len(list(run))
        after = told[end] if end < len(told) else None
        is_other = is_english is None and _is_other(signs(" ".join(texts[start:end])))
        for block, text in zip(blocks[start:end], texts[start:end], strict=True):
            around = (after, before) if block.kind == "heading" else (before, after)
            yield not is_other and _is_kept(text, around)
        start, before = end, is_english


def _is_kept(text: str, around: tuple[bool | None, bool | None]) -> bool:
    """Tell whether an untold block is English, by what it belongs to and what is on its far side.

    Where the two differ, it has to be strange too to be in another language.
    """
    own, far = around
    if (far if own is None else own) is not False:
        return True
    words = [found[1].lower() for found in map(_WORD.fullmatch, text.split()) if found]
    return far is True and 2 * sum(map(_is_known, words)) >= len(words)


def _declared(blocks: Sequence[Block], told: Sequence[bool | None]) -> list[bool | None]:
    """Give what each block declares to be, None where it is nothing or another block belies it."""
    declared = [_is_english(block.language) for block in blocks]
    belied = {
        block.language
        for block, is_english, is_said in zip(blocks, told, declared, strict=True)
        if is_english is not None and is_english is not is_said
    }
    return [
        None if block.language in belied else is_said
        for block, is_said in zip(blocks, declared, strict=True)
    ]


def _is_english(code: str) -> bool | None:
    """Tell whether a language code is that of English; None where it names no language."""
    name = re.split("[-_]", code.strip().lower())[0]
    return None if name in _NO_LANGUAGE else name in {"en", "eng"}


@cache
def _words() -> dict[str, frozenset[str]]:
    """Load the packaged words that tell English: those no other language has, and a few more."""
    return {kind: frozenset(words) for kind, *words in rows("language.tsv")}
