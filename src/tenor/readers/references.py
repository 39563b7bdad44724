"""Lists of references: entries that name authors, a year and a place, and say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenor.document import NOTHING, Block, LeftOut, Reading
from tenor.readers.mask import settle

#: So many entries under each other are a list of references without a heading.
_ENTRIES = 2
_LONGEST = 900
_HEAD = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:references?|bibliography|works cited|literature(?: cited)?"
    r"|further reading|cited works)(?: and notes)?:?",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w'-]+"
_INITIALS = r"(?:[A-Z]\.[\s-]?){1,3}"
_AUTHOR = re.compile(rf"{_INITIALS}\s?{_NAME}|{_NAME},\s(?:and\s)?[A-Z]\.")
_FIRST = re.compile(rf"(?:\[\w{{1,12}}\]|\d{{1,3}}\.)?\s*(?:{_AUTHOR.pattern})")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b")
_PLACE = re.compile(
    r"\bpp?\.\s?\d|\bpages?\s\d|\b\d{1,4}\s?[-–]\s?\d{1,4}\b|\b\d{1,4}\s?\(\d{1,4}\)|\bvol(?:ume|\.)\s?\d"
    r"|\bdoi\b|\bISBN\b|\barXiv\b|\bProceedings\b|\bProc\.|\bJournal\b|\bPress\b"
)


def without_references(reading: Reading) -> Reading:
    """Leave lists of references out: those under such a heading, or several under each other."""
    blocks = reading.blocks
    out = {place for first, after in _runs(reading) for place in range(first, after)}
    out |= {place - 1 for place in out if place and _is_head(reading, blocks[place - 1])}
    if not out or len(out) == len(blocks):
        return reading
    kept = tuple(block for place, block in enumerate(blocks) if place not in out)
    outs = [LeftOut(blocks[place].span, "references") for place in out]
    return reading._replace(blocks=kept, left_out=settle([*reading.left_out, *outs]))


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """Give the runs of entries, half-open."""
    blocks: Sequence[Block] = reading.blocks
    runs, place = [], 0
    while place < len(blocks):
        is_headed = place > 0 and _is_head(reading, blocks[place - 1])
        after = place
        while after < len(blocks) and _is_entry(reading, blocks[after], is_headed=is_headed):
            after += 1
        if after - place >= (1 if is_headed else _ENTRIES):
            runs.append((place, after))
        place = max(after, place + 1)
    return runs


def _is_head(reading: Reading, block: Block) -> bool:
    """Tell a heading over references."""
    return block.kind != "cell" and _HEAD.fullmatch(_words(reading, block, 60)) is not None


def _is_entry(reading: Reading, block: Block, *, is_headed: bool) -> bool:
    """Tell an entry: it begins with an author, and has a year and a place; below a heading less."""
    if block.kind not in {"item", "paragraph"} or block.span.end - block.span.start > _LONGEST:
        return False
    words = _words(reading, block, _LONGEST)
    if not _YEAR.search(words):
        return False
    is_placed = _PLACE.search(words) is not None
    if is_headed:
        return _AUTHOR.search(words) is not None and (is_placed or bool(_FIRST.match(words)))
    return is_placed and _FIRST.match(words) is not None


def _words(reading: Reading, block: Block, most: int) -> str:
    """Give a block's first words as one line."""
    start, end = block.span
    return " ".join(reading.plain[start : min(end, start + most)].replace(NOTHING, "").split())
