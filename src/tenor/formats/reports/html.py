"""How an analysis shows itself in a notebook: the verdict, the themes and the measures, as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tenor.formats.safe import safe
from tenor.verdict import mood

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tenor.analysis import Analysis


def fragment(analysis: Analysis) -> str:
    """Give a fragment of HTML that holds no markup of the text's own."""
    document = analysis.document
    said = "".join(f"<p>{_text(str(one))}</p>" for one in analysis.verdict)
    themes = [(one.label, f"{one.weight:.2f}", mood(one.felt or 0.0)) for one in analysis.themes]
    measures = [
        (name, f"{value.value:.2f}" if value else "–") for name, value in analysis.values.items()
    ]
    return (
        f"<div><h4>{_text(document.title or document.name or 'text')}</h4>{said}"
        f"{_table(('theme', 'weight', 'feeling'), themes)}"
        f"<details><summary>measures</summary>{_table(('measure', 'value'), measures)}</details>"
        "</div>"
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write a table; nothing where it has no rows."""
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    top = "".join(f"<th>{cell}</th>" for cell in head)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _text(words: str) -> str:
    return escape(safe(words))
