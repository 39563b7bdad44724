"""Readers: which stretches of a file are prose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from tenor.document import Reading
from tenor.readers import html, markdown, plain

#: Which reader takes which endings; any other file is plain text.
READERS: tuple[tuple[tuple[str, ...], Callable[[str], Reading]], ...] = (
    ((".txt", ".text"), plain.read),
    ((".md", ".markdown", ".mdown", ".mkd"), markdown.read),
    ((".html", ".htm", ".xhtml"), html.read),
)
SUFFIXES = tuple(suffix for suffixes, _ in READERS for suffix in suffixes)


def read(text: str, name: str) -> Reading:
    """Read a text as its name's ending says; without a known ending it is plain text."""
    suffix = PurePath(name).suffix.lower()
    reader = next((read for suffixes, read in READERS if suffix in suffixes), plain.read)
    return reader(text)
