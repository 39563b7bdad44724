"""Readers: which stretches of a file are prose."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from tenor.document import Reading
from tenor.errors import WrongValueError, wrong_type

#: Which reader takes which endings; any other file is plain text.
READERS = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "html": (".html", ".htm", ".xhtml"),
}
#: What a text can be read as.
KINDS = tuple(READERS)
SUFFIXES = tuple(suffix for suffixes in READERS.values() for suffix in suffixes)


def read(text: str, name: str, kind: str | None = None) -> Reading:
    """Read a text as its kind or its name's ending says; without a known ending it is plain text.

    Raises WrongValueError, a TenorError, where there is no such kind.
    """
    if not isinstance(kind, str | None):
        raise wrong_type("a kind must be a str", kind)
    suffix = PurePath(name).suffix.lower()
    known = next((room for room, suffixes in READERS.items() if suffix in suffixes), "plain")
    reader = known if kind is None else kind
    if reader not in READERS:
        raise WrongValueError(f"unknown kind {kind!r}: one of {', '.join(READERS)}")
    reading: Reading = import_module(f"tenor.readers.{reader}").read(text)
    return reading
