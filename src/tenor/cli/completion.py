"""What the shell completes beside commands, options and their fixed choices."""

from __future__ import annotations

from collections.abc import Iterable

from click.shell_completion import CompletionItem

Items = list["CompletionItem[str]"]

#: The encodings that are offered: any that Python knows can be given.
_ENCODINGS = ("utf-8", "utf-16", "utf-32", "windows-1252", "iso-8859-1", "iso-8859-15")


def files(_ctx: object, _param: object, incomplete: str) -> Items:
    """Leave a path to the shell."""
    return [CompletionItem(incomplete, type="file")]


def checks(_ctx: object, _param: object, incomplete: str) -> Items:
    """Complete the last of several checks, those before it left out."""
    from tenor.checks import CHECKS

    *before, last = incomplete.split(",")
    lead = "".join(f"{name}," for name in before)
    return [
        CompletionItem(lead + check.name, help=check.summary)
        for check in CHECKS
        if check.name.startswith(last) and check.name not in before
    ]


def presets(_ctx: object, _param: object, incomplete: str) -> Items:
    """Complete a preset."""
    from tenor.checks.presets import PRESETS

    return _beginning(incomplete, PRESETS)


def severities(_ctx: object, _param: object, incomplete: str) -> Items:
    """Complete a severity to fail on."""
    from tenor.findings.check import FAIL_ON

    return _beginning(incomplete, FAIL_ON)


def encodings(_ctx: object, _param: object, incomplete: str) -> Items:
    """Complete an encoding."""
    return _beginning(incomplete, _ENCODINGS)


def explained(ctx: object, param: object, incomplete: str) -> Items:
    """Complete a check, a measure or a word of the report; a file is left to the shell."""
    from tenor.analysis import MEASURES
    from tenor.checks import CHECKS
    from tenor.formats.terminal.glossary import GLOSSARY

    said = dict.fromkeys(GLOSSARY, "a word of the report")
    said |= {measure.name: measure.title for measure in MEASURES}
    said |= {check.name: check.summary for check in CHECKS}
    names = [name for name in said if name.startswith(incomplete)]
    items = [CompletionItem(name, help=said[name]) for name in names]
    return [*items, *files(ctx, param, incomplete)]


def _beginning(incomplete: str, names: Iterable[str]) -> Items:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
