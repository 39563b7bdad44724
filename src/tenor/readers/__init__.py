"""Readers: which stretches of a file are prose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from tenor.document import Reading
from tenor.errors import WrongValueError, wrong_type

#: What a text can be read as, and the endings of its files; any other file is plain text.
ENDINGS = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "html": (".html", ".htm", ".xhtml"),
    "rst": (".rst", ".rest"),
    "asciidoc": (".adoc", ".asciidoc"),
    "org": (".org",),
    "mdx": (".mdx",),
    "email": (".eml",),
    "subtitles": (".srt", ".vtt"),
}
KINDS = tuple(ENDINGS)
SUFFIXES = tuple(suffix for suffixes in ENDINGS.values() for suffix in suffixes)


def read(text: str, name: str, kind: str | None = None) -> Reading:
    """Read a text as its kind or its name's ending says; without a known ending it is plain text.

    Raises WrongValueError, a TenorError, where there is no such kind.
    """
    if not isinstance(kind, str | None):
        raise wrong_type("a kind must be a str", kind)
    return _reader(_kind(name) if kind is None else kind)(text)


def _kind(name: str) -> str:
    """Give the kind that a name's ending says."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in ENDINGS.items() if suffix in suffixes), "plain")


def _reader(kind: str) -> Callable[[str], Reading]:
    """Load the reader of a kind; most runs need but one."""
    reader: Callable[[str], Reading]
    match kind:
        case "plain":
            from tenor.readers.plain import read as reader
        case "markdown":
            from tenor.readers.markdown import read as reader
        case "html":
            from tenor.readers.html import read as reader
        case "rst":
            from tenor.readers.rst import read as reader
        case "asciidoc":
            from tenor.readers.asciidoc import read as reader
        case "org":
            from tenor.readers.org import read as reader
        case "mdx":
            from tenor.readers.mdx import read as reader
        case "email":
            from tenor.readers.email import read as reader
        case "subtitles":
            from tenor.readers.subtitles import read as reader
        case _:
            raise WrongValueError(f"unknown kind {kind!r}: one of {', '.join(KINDS)}")
    return reader
