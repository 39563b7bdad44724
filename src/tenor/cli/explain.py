"""`tenor explain`: how a number is made, or what each word of a line adds."""

from __future__ import annotations

from typing import Any

import click

from tenor.cli import streams
from tenor.cli.options import common, encoding
from tenor.errors import UsageError


@click.command()
@click.argument("what", metavar="NAME|FILE:LINE", type=click.Path())
@encoding
@common
def explain(what: str, **options: Any) -> int:  # noqa: ANN401
    """Explain a measure, or the tone of a line.

    NAME is a measure: its formula, unit, direction and source, and when it is undefined.
    FILE:LINE is a place in a text: every word's part in the tone of the sentences that stand there,
    and why.
    """
    from tenor.analysis import MEASURES
    from tenor.config import did_you_mean
    from tenor.formats.terminal import explain as pictures

    named = {measure.name: measure for measure in MEASURES}
    ink = streams.ink(options)
    if what in named:
        streams.write(pictures.measure(named[what], ink), None, is_data=False)
        return 0
    name, colon, line = what.rpartition(":")
    if not colon or not (line.isascii() and line.isdigit()):
        hint = did_you_mean(what, list(named)) or f": {', '.join(named)}"
        raise UsageError(f"{what}: neither a measure nor FILE:LINE{hint}")
    analysis = _analysis(name, options)
    number, last = int(line[:12]), len(analysis.document.line_starts)
    if not 1 <= number <= last:
        raise UsageError(f"{what}: there are lines 1 to {last}")
    streams.write(pictures.line(analysis, number, ink), None, is_data=False)
    return 0


def _analysis(name: str, options: dict[str, Any]) -> Any:  # noqa: ANN401
    """Analyse the text that a place is in."""
    from tenor.analysis import analyze, read_source
    from tenor.cli import inputs

    fixed = inputs.settings_for(options["config_path"], no_config=options["no_config"])
    texts = inputs.Texts((name,), 0, (), options["encoding"], None, fixed)
    source = texts.load(name)
    if source.warning and not options["quiet"]:
        streams.complain(source.warning)
    return analyze(read_source(source), texts.settings(name).words)
