"""Text to sentences and tokens: nltk's Punkt and RegexpTokenizer with rules around them."""

from __future__ import annotations

import re
from array import array

from tenor.document import Document, Reading, Sentence, Span

_STUB_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d+(?:[.,]\d+)*|[^\sA-Za-z\d\u200b]")


def segment(name: str, text: str, reading: Reading) -> Document:
    """Divide a reading's blocks into sentences and tokens. (STUB, to be replaced.)"""
    sentences = []
    for number, block in enumerate(reading.blocks):
        piece = reading.plain[block.span.start : block.span.end]
        for found in re.finditer(r"\S.*?(?:[.!?]+[\"')]*(?=\s|$)|$)", piece, re.DOTALL):
            start, end = (block.span.start + at for at in found.span())
            spots = [m.span() for m in _STUB_WORD.finditer(reading.plain, start, end)]
            starts, ends = array("L", [s for s, _ in spots]), array("L", [e for _, e in spots])
            sentences.append(
                Sentence(Span(start, end), number, starts, ends, text, reading.plain)
            )
    return Document(
        name,
        text,
        reading.plain,
        reading.blocks,
        tuple(sentences),
        reading.left_out,
        reading.title,
    )
