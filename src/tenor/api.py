"""What Python is offered: read a text, analyse it, check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tenor.analysis import analyze, read
from tenor.document import Document
from tenor.errors import wrong_type

if TYPE_CHECKING:
    from tenor.checks import Finding

__all__ = ["analyze", "check", "read"]


def check(
    document: Document | str,
    preset: str | None = None,
    select: Sequence[str] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[Finding, ...]:
    """Check a document, or a string as plain text: what the text itself does not suppress.

    `preset` and `select` are as in the settings; `options` gives each check's options by its name.
    """
    from tenor.checks.run import examine
    from tenor.config import checking
    from tenor.config.checking import CheckSettings

    if options is not None and not isinstance(options, Mapping):
        raise wrong_type("options must be a table of check = options", options)
    analysis = analyze(document)
    table = {"preset": preset, "select": select}
    given = {key: value for key, value in table.items() if value is not None}
    settings = checking.read("tenor.check", given, dict(options or {}))
    holds = checking.effective(settings, CheckSettings(), "tenor.check")
    found = examine(analysis, holds.rules).findings
    return tuple(one for one in found if one.reason is None)
