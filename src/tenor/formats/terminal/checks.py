"""The checks themselves: a list of them, one explained, and the settings that hold for a text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tenor.checks import CHECKS
from tenor.checks.presets import PRESETS
from tenor.findings.check import ENOUGH_WORDS, Check
from tenor.formats.objects import dumps
from tenor.formats.safe import escaped, safe
from tenor.formats.terminal.ink import Ink, text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tenor.findings.check import FailOn, Option, Rule, Setting

_LONGEST = 240


def catalogue(ink: Ink) -> str:
    """List every check: its name, its severity, when it is on, and what it finds."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("check", "severity", "finds"):
        grid.add_column(column, no_wrap=column != "finds", overflow="fold")
    for check in CHECKS:
        finds = text(check.summary).append(f" On: {_when(check)}.")
        grid.add_row(text(check.name, "bold"), text(check.severity), finds)
    return ink.draw([grid])


def _when(check: Check) -> str:
    """Say when a check is on."""
    presets = [name for name, preset in PRESETS.items() if check.name in preset.select]
    if check.default == "on":
        return "always"
    return ", ".join([*(["when set"] if check.default == "until set" else []), *presets]) or "no"


def catalogue_json() -> str:
    """Give every check with all there is to know about it."""
    objects = [
        {
            "name": check.name,
            "summary": check.summary,
            "why": check.why,
            "severity": check.severity,
            "on": check.default,
            "presets": [name for name, preset in PRESETS.items() if check.name in preset.select],
            "is_budget": check.is_budget,
            "options": [
                {
                    "name": option.name,
                    "kind": option.kind,
                    "default": option.default,
                    "low": option.low,
                    "high": option.high,
                    "about": option.about,
                }
                for option in check.options
            ],
            "bad": check.bad,
            "good": check.good,
        }
        for check in CHECKS
    ]
    return dumps(objects)


def explain(check: Check, ink: Ink) -> str:
    """Explain one check."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=1)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    times = f" ({check.times} times over)" if check.times > 1 else ""
    example = f" (with {_values(check.example)})" if check.example else ""
    rows: list[tuple[str, str]] = [
        ("why", check.why),
        ("kind", _kind(check)),
        ("severity", f"{check.severity}; on: {_when(check)}"),
        *(("option", _option(option)) for option in check.options),
        (f"bad{times}", _short(check.bad) + example),
        ("good", _short(check.good)),
    ]
    for label, words in rows:
        grid.add_row("", label, text(words))
    head = text(check.name, "bold").append(f"   {check.summary}", "not bold")
    parts: list[RenderableType] = [head, grid]
    return ink.draw(parts)


def _kind(check: Check) -> str:
    if check.is_budget:
        what = "a measure, a limit, the costliest sentences"
        return f"a budget: {what}; silent under {ENOUGH_WORDS} words"
    return "points at words"


def _option(option: Option) -> str:
    default = "" if option.default == () else f"; usually {option.default}"
    bounds = "" if option.low is None else f", {option.low:g} to {option.high:g}"
    return f"{option.name}: {option.about} ({option.kind}{bounds}{default})"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _values(options: Mapping[str, Setting]) -> str:
    return ", ".join(f"{name} = {_toml(value)}" for name, value in options.items())


def _toml(value: object) -> str:
    """Write a setting as a settings file has it."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, str):
        return escaped(json.dumps(value, ensure_ascii=False))
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value)


def settings(  # noqa: PLR0913
    name: str,
    *,
    origin: str,
    paths: Mapping[str, Sequence[str]],
    words: Mapping[str, float],
    per_file_ignores: Mapping[str, Sequence[str]],
    off: Sequence[str],
    preset: str | None,
    fail_on: FailOn,
    rules: tuple[Rule, ...],
    origins: Mapping[str, str],
) -> str:
    """Show what holds for a text, each setting with where it is from: settings again, in TOML.

    `off` are the checks that `per_file_ignores` switches off for it.
    """
    notes = {key: safe(origin) for key, origin in origins.items()}
    lines = [
        f"# {safe(name)}: settings from {safe(origin)}",
        *(f"{key} = {_toml(names)}  # {safe(origin)}" for key, names in paths.items() if names),
        "[check]",
        f"preset = {_toml(preset)}  # {notes['preset']}" if preset else "# no preset",
        f"fail-on = {_toml(fail_on)}  # {notes['fail-on']}",
        f"select = {_toml([rule.check.name for rule in rules])}",
    ]
    if per_file_ignores:
        lines.append(f"per-file-ignores = {_toml(per_file_ignores)}  # {safe(origin)}")
    for rule in rules:
        check = rule.check.name
        here = "; off for this text: per-file-ignores" if check in off else ""
        lines += ["", f"[checks.{check}]  # on: {notes[check]}{here}"]
        for option, value in [("severity", rule.severity), *rule.options.settings.items()]:
            lines.append(f"{option} = {_toml(value)}  # {notes[f'{check}.{option}']}")
    if words:
        lines += ["", f"[words]  # {safe(origin)}"]
        lines += [f"{_toml(word)} = {_toml(valence)}" for word, valence in words.items()]
    return "\n".join(lines) + "\n"
