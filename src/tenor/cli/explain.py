"""`tenor explain`: how a number is made, or what each word of a place adds."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from tenor.cli import completion, streams
from tenor.cli.options import Common, common, encoding
from tenor.errors import TenorError, UsageError, did_you_mean

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.document import Document, Span
    from tenor.formats.terminal.ink import Ink
    from tenor.themes import Theme
    from tenor.work.say import Say
    from tenor.work.texts import Texts

#: Lines, or a line and a column, after a file's name; no text has a longer number.
_SPOT = r"(\d{1,12})(?::(\d{1,12}))?"
_PLACE = re.compile(rf"(.+?):{_SPOT}(?:-{_SPOT})?", re.DOTALL | re.ASCII)


class _Asked(NamedTuple):
    """A file, and from which to which line or place in it is asked for; None is the whole."""

    file: str
    first: int | None = None
    column: int | None = None
    last: int | None = None
    last_column: int | None = None


@click.command()
@click.argument(
    "what",
    metavar="NAME|FILE:LINE|theme:LABEL",
    type=click.Path(readable=False),
    shell_complete=completion.explained,
)
@click.argument("file", required=False, type=click.Path(readable=False))
@encoding
@common
def explain(common: Common, /, *, what: str, file: str | None, encoding: str | None) -> int:
    """Explain a check, a measure, a word of the report, the tone of a place, or a theme.

    NAME is a check (what it finds, why, its options, a bad and a good text), a measure (its
    formula, unit, direction and source, and when it is undefined) or a word of the report. A place
    is FILE:LINE, FILE:LINE:COLUMN, from one to another with a hyphen, or FILE for all of it: every
    word's part in the tone of a sentence; of several sentences each on a line. theme:LABEL with a
    FILE is one of its themes, by its label or any of its phrases: what makes it one, and every
    sentence it is in.
    """
    from tenor.work.texts import Texts

    ink = common.look().ink()

    def analyse(name: str) -> Analysis:
        return _analysis(Texts((name,), common.wanted((name,), encoding)), common.say())

    streams.show(_explained(what, file, analyse, ink), ink)
    return 0


def _explained(what: str, file: str | None, analyse: Callable[[str], Analysis], ink: Ink) -> str:
    """Explain what is asked for."""
    if what.startswith("theme:") or file is not None:
        return _theme(what.removeprefix("theme:"), file, analyse, ink)
    described = _described(what, ink)
    if described:
        return "\n".join(described)
    place = _placed(what)
    if place is None:
        known = _names()
        hint = did_you_mean(what, known) or f": {', '.join(known)}"
        raise UsageError(f"{what}: neither a check, a measure nor FILE:LINE{hint}")
    from tenor.formats.terminal import explain as pictures

    analysis = analyse(place.file)
    return pictures.stretch(analysis, _span(analysis.document, what, place), ink)


def _placed(what: str) -> _Asked | None:
    """Divide a place from its file; a file that has such a name goes first."""
    if what == "-" or os.path.exists(what):
        return _Asked(what)
    parts = _PLACE.fullmatch(what)
    if parts is None:
        return None
    file, *numbers = parts.groups()
    first, column, last, last_column = (int(number) if number else None for number in numbers)
    if column is not None and last is None and os.path.exists(f"{file}:{first}"):
        return _Asked(f"{file}:{first}", column)
    return _Asked(file, first, column, last, last_column)


def _span(document: Document, what: str, place: _Asked) -> Span:
    """Give the stretch of a text that a place names."""
    from tenor.document import Span

    if place.first is None:
        return Span(0, len(document.text) + 1)
    last = place.last or place.first
    lines = len(document.line_starts)
    if not 1 <= place.first <= last <= lines:
        raise UsageError(f"{what}: there are lines 1 to {lines}")
    start = _offset(document, what, place.first, 1 if place.column is None else place.column)
    if place.last is None and place.column is not None:
        return Span(start, start + 1)
    if place.last_column is not None:
        return Span(start, _offset(document, what, last, place.last_column) + 1)
    return Span(start, _line_end(document, last))


def _line_end(document: Document, line: int) -> int:
    """Give where the line after one begins; of the last line, one past the end."""
    starts = document.line_starts
    return starts[line] if line < len(starts) else len(document.text) + 1


def _offset(document: Document, what: str, line: int, column: int) -> int:
    """Give the offset of a place; UsageError where the line has no such column."""
    start, end = document.offset(line, column), _line_end(document, line)
    if column < 1 or start >= end:
        columns = end - document.offset(line, 1)
        raise UsageError(f"{what}: line {line} has columns 1 to {columns}")
    return start


def _names() -> list[str]:
    """Give every name there is; some are of a check and a measure."""
    from tenor.analysis import MEASURES
    from tenor.checks import CHECKS
    from tenor.formats.terminal.glossary import GLOSSARY

    known = (*(check.name for check in CHECKS), *(measure.name for measure in MEASURES), *GLOSSARY)
    return [*dict.fromkeys(known)]


def _described(what: str, ink: Ink) -> list[str]:
    """Give what there is to say about a name: as a word of the report, a check and a measure."""
    from tenor.analysis import MEASURES
    from tenor.checks import CHECKS
    from tenor.formats.terminal import checks, explain, glossary

    entry = glossary.GLOSSARY.get(what)
    names = {what, entry.measure if entry else None}
    described = [glossary.entry(what, ink)] if entry else []
    described += [checks.explain(check, ink) for check in CHECKS if check.name == what]
    return described + [
        explain.measure(measure, ink) for measure in MEASURES if measure.name in names
    ]


def _theme(label: str, file: str | None, analyse: Callable[[str], Analysis], ink: Ink) -> str:
    """Explain a theme of a file, by its label, one of its phrases, or a part of either."""
    from tenor.formats.terminal import explain

    if file is None:
        raise UsageError(f"theme:{label}: in which file? tenor explain theme:LABEL FILE")
    analysis = analyse(file)
    theme = _named_theme(analysis.themes, label.lower()) if label else None
    if theme is None:
        labels = ", ".join(theme.label.lower() for theme in analysis.themes)
        said = f"its themes are {labels}" if labels else "it has none"
        raise UsageError(f"{file}: no theme {label!r}; {said}")
    return explain.theme(analysis, theme, ink)


def _named_theme(themes: Iterable[Theme], wanted: str) -> Theme | None:
    """Find a theme: first by its whole label or phrase, else by a part of one."""
    named = {
        name.lower(): theme
        for theme in reversed([*themes])
        for name in (*theme.families, *theme.phrases, theme.label)
    }
    part = next((named[name] for name in reversed(named) if wanted in name), None)
    return named.get(wanted, part)


def _analysis(texts: Texts, say: Say) -> Analysis:
    """Analyse the text that a place is in."""
    from tenor.work.unit import Job, do

    outcome = do(Job(texts.text(*texts.wanted.paths), lambda analysis: analysis))
    if outcome.warning:
        say.warning(outcome.warning)
    if isinstance(outcome.result, TenorError):
        raise outcome.result
    return outcome.result
