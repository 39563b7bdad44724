"""Markdown, to paste into an issue or a page: the report of one text, or a table of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tenor.analysis import Analysis
from tenor.document import Document, Span
from tenor.errors import Failure
from tenor.formats.safe import safe
from tenor.measure import quantity
from tenor.style import GRADE
from tenor.summary import Summary
from tenor.tone import SentenceTone

_HEAD = "| text | words | sentences | valence | positive / neutral / negative | themes | grade |\n"
_RULE = "|---|--:|--:|--:|--:|---|--:|\n"
#: So many themes of a text are named.
_THEMES = 3
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|])")


def write(texts: Sequence[Summary], failures: Sequence[Failure] = ()) -> str:
    """Write the table, and under it what could not be read."""
    return _HEAD + _RULE + "".join((*map(_row, texts), *map(_unread, failures)))


def report(analysis: Analysis) -> str:
    """Write the report of one text: the verdict, its themes, what shows its tone, how it reads."""
    parts = [*_head(analysis), *_themes(analysis)]
    if analysis.telling:
        parts += ["### Evidence\n", *_quoted(analysis.document, analysis.telling)]
    return "\n".join(parts).rstrip() + "\n"


def _head(analysis: Analysis) -> Iterator[str]:
    """Write the name, the size and the verdict."""
    document = analysis.document
    name = _escaped(document.name or "text")
    yield f"## {_escaped(document.title)} ({name})\n" if document.title else f"## {name}\n"
    grade = analysis.value(GRADE)
    graded = f", grade {grade.value:.1f}" if grade else ""
    sentences = quantity(len(document.sentences), "sentence")
    yield f"{quantity(document.words, 'word')}, {sentences}{graded}.\n"
    yield "".join(f"- {_escaped(str(statement))}\n" for statement in analysis.verdict)


def _themes(analysis: Analysis) -> Iterator[str]:
    """Write the themes, each with the tone around it and a quotation."""
    if not analysis.themes:
        return
    yield "### Themes\n"
    yield "| theme | sentences | tone around it | |\n|---|--:|--:|---|"
    for theme in analysis.themes:
        quoted = theme.quotes[:1] if theme.way else ()
        words = "".join(_words(analysis.document, span) for span in quoted)
        figure = _number(theme.felt, "+.2f")
        yield f"| {_escaped(theme.label)} | {theme.weight:.0%} | {figure} | {words} |"
    yield ""


def _quoted(document: Document, tones: Iterable[SentenceTone]) -> Iterator[str]:
    """Yield a line a sentence: its tone, its words and its place."""
    for shown in tones:
        figure = _number(shown.valence.value if shown.valence else None, "+.2f")
        yield f"- {figure} {_words(document, shown.span)}"


def _words(document: Document, span: Span) -> str:
    """Quote a stretch with its place."""
    words = _escaped(document.folded(span).strip('“”"'))
    return f"“{words}” ({document.place(span.start)})"


def _row(summary: Summary) -> str:
    """Write one text's row."""
    cells = (
        _escaped(summary.name),
        f"{summary.language.words if summary.is_foreign else summary.words:,}",
        f"{summary.sentences:,}",
        _number(summary.valence, "+.2f"),
        " / ".join(map(str, summary.shares)),
        "not English" if summary.is_foreign else ", ".join(map(_escaped, summary.themes[:_THEMES])),
        _number(summary.measures[GRADE], ".1f"),
    )
    return f"| {' | '.join(cells)} |\n"


def _unread(failure: Failure) -> str:
    """Write a paragraph about a file that could not be read."""
    return f"\n{_escaped(failure.file)} could not be read: {_escaped(failure.reason)}\n"


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else format(round(value, 2) + 0.0, form)


def _escaped(words: str) -> str:
    """Keep a name from being read as Markdown."""
    return _SPECIAL.sub(r"\\\1", safe(words))
