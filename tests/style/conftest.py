import re

import pytest

from tenor.document import Block, Reading, Span
from tenor.segment import segment


def make(text, kind="paragraph"):
    """A document of blocks divided by blank lines, all of one kind."""
    found = re.finditer(r"\S(?:.|\n(?!\n))*", text)
    blocks = tuple(Block(kind, Span(*block.span())) for block in found)
    return segment("a text", text, Reading(text.replace("\n", " "), blocks))


@pytest.fixture(scope="session")
def document():
    return make
