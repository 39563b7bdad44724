"""Readers: which stretches of a file are prose."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from tenor.document import Reading

#: Which reader takes which endings; any other file is plain text.
READERS = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "html": (".html", ".htm", ".xhtml"),
}
SUFFIXES = tuple(suffix for suffixes in READERS.values() for suffix in suffixes)


def read(text: str, name: str) -> Reading:
    """Read a text as its name's ending says; without a known ending it is plain text."""
    suffix = PurePath(name).suffix.lower()
    reader = next((room for room, suffixes in READERS.items() if suffix in suffixes), "plain")
    reading: Reading = import_module(f"tenor.readers.{reader}").read(text)
    return reading
