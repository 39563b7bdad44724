"""Readers: which stretches of a file are prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal, assert_never, get_args

from tenor import files
from tenor.document import Reading
from tenor.errors import InputError, WrongValueError, wrong_type
from tenor.readers.front_matter import front_matter
from tenor.readers.references import without_references

#: What a text can be read as.
Kind = Literal["plain", "markdown", "html", "rst", "asciidoc", "org", "mdx", "email", "subtitles"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: The endings of each kind's files; any other file is plain text.
ENDINGS: dict[Kind, tuple[str, ...]] = {
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
SUFFIXES = tuple(suffix for suffixes in ENDINGS.values() for suffix in suffixes)

#: Of these kinds lists of references are left out.
_WITH_REFERENCES: tuple[Kind, ...] = ("plain", "markdown", "rst")

#: How much of a text without a name is looked at.
_HEAD = 100_000
_FIRST_TAG = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--[^>]*>\s*+)?<(?:!doctype\s+html|(?:html|head|body|title|meta"
    r"|article|section|main|header|div|p|h[1-6]|ul|ol|table|blockquote)[\s>])",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"(?:\A|\n\s*\n)\#{1,6}[ \t][^\n]{1,120}\n(?:\s*\n|[^#])|^(?:```|~~~)[\w-]*\s*$"
    r"|\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|[#/.]|[\w-]+\.\w)[^()\s]*\)",
    re.MULTILINE,
)


def read(text: str, name: str, kind: str | None = None) -> Reading:
    """Read a text as its kind or its name's ending says; without a known ending it is plain text.

    Raises WrongValueError where there is no such kind, InputError where its text cannot be read,
    both of them a TenorError.
    """
    if not isinstance(kind, str | None):
        raise wrong_type("a kind must be a str", kind)
    hint = files.unreadable(name) if kind is None else None
    if hint:
        raise InputError(f"{name}: {hint}")
    try:
        known = _kind_of(name) if kind is None else _kind(kind)
        reading = _reader(known)(text)
        return without_references(reading) if known in _WITH_REFERENCES else reading
    except InputError as error:
        raise InputError(f"{name}: {error}" if name else str(error)) from error


def guess(text: str) -> Kind | None:
    """Give the kind that a text without a name shows itself to be, None where it may be plain."""
    head = text[:_HEAD]
    if _FIRST_TAG.match(head):
        return "html"
    return "markdown" if _MARKDOWN.search(head) or front_matter(text).end else None


def _kind(word: str) -> Kind:
    """Give the kind that a word names."""
    kind = next((kind for kind in KINDS if kind == word), None)
    if kind is None:
        raise WrongValueError(f"unknown kind {word!r}: one of {', '.join(KINDS)}")
    return kind


def _kind_of(name: str) -> Kind:
    """Give the kind that a name's ending says."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in ENDINGS.items() if suffix in suffixes), "plain")


def _reader(kind: Kind) -> Callable[[str], Reading]:
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
            assert_never(kind)
    return reader
