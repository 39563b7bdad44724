"""`tenor explain`: how a number is made, or what each word of a line adds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tenor.cli import streams
from tenor.cli.options import Common, common, encoding
from tenor.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.formats.terminal.ink import Ink
    from tenor.work.say import Say
    from tenor.work.texts import Texts


@click.command()
@click.argument("what", metavar="NAME|FILE:LINE|theme:LABEL", type=click.Path(readable=False))
@click.argument("file", required=False, type=click.Path(readable=False))
@encoding
@common
def explain(common: Common, /, *, what: str, file: str | None, encoding: str | None) -> int:
    """Explain a check, a measure, the tone of a line, or a theme.

    NAME is a check (what it finds, why, its options, a bad and a good text) or a measure (its
    formula, unit, direction and source, and when it is undefined). FILE:LINE is a place in a text:
    every word's part in the tone of the sentences that stand there. theme:LABEL with a FILE
    is one of its themes: what makes it one, its phrases, and every sentence that mentions it.
    """
    from tenor.formats.terminal import explain as pictures
    from tenor.work.texts import Texts

    ink = common.look().ink()

    def analyse(name: str) -> Analysis:
        return _analysis(Texts((name,), common.wanted((name,), encoding)), common.say())

    if what.startswith("theme:"):
        streams.show(_theme(what.removeprefix("theme:"), file, analyse, ink), ink)
        return 0
    if file is not None:
        raise UsageError(f"{file}: only theme:LABEL takes a file of its own; a line is FILE:LINE")
    known, described = _named(what, ink)
    if described:
        streams.show("\n".join(described), ink)
        return 0
    name, _, line = what.rpartition(":")
    if not name or not (line.isascii() and line.isdigit()):
        hint = did_you_mean(what, known) or f": {', '.join(known)}"
        raise UsageError(f"{what}: neither a check, a measure nor FILE:LINE{hint}")
    analysis = analyse(name)
    line_number, last = int(line[:12]), len(analysis.document.line_starts)
    if not 1 <= line_number <= last:
        raise UsageError(f"{what}: there are lines 1 to {last}")
    streams.show(pictures.line(analysis, line_number, ink), ink)
    return 0


def _named(what: str, ink: Ink) -> tuple[list[str], list[str]]:
    """Give every name there is, and what there is to say about one; some are check and measure."""
    from tenor.analysis import MEASURES
    from tenor.checks import CHECKS
    from tenor.formats.terminal import checks, explain

    described = [checks.explain(check, ink) for check in CHECKS if check.name == what]
    described += [explain.measure(measure, ink) for measure in MEASURES if measure.name == what]
    known = [*(check.name for check in CHECKS), *(measure.name for measure in MEASURES)]
    return [*dict.fromkeys(known)], described


def _theme(label: str, file: str | None, analyse: Callable[[str], Analysis], ink: Ink) -> str:
    """Explain the theme of a file that has a label, or one whose label holds the word."""
    from tenor.formats.terminal import explain

    if file is None:
        raise UsageError(f"theme:{label}: in which file? tenor explain theme:LABEL FILE")
    analysis = analyse(file)
    labels = {theme.label.lower(): theme for theme in analysis.themes}
    wanted = label.lower()
    theme = labels.get(wanted) or next((labels[name] for name in labels if wanted in name), None)
    if theme is None or not wanted:
        said = f"its themes are {', '.join(labels)}" if labels else "it has none"
        raise UsageError(f"{file}: no theme {label!r}; {said}")
    return explain.theme(analysis, theme, ink)


def _analysis(texts: Texts, say: Say) -> Analysis:
    """Analyse the text that a place is in."""
    from tenor.analysis import Analysis, read_source

    text = texts.text(*texts.wanted.paths)
    source = text.source()
    if source.warning:
        say.warning(source.warning)
    return Analysis(read_source(source), text.words)
