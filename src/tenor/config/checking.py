"""Settings of `tenor check`: which checks hold for a text, under which options, and since where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tenor.errors import ConfigError, did_you_mean
from tenor.patterns import fault

if TYPE_CHECKING:
    from tenor.findings.check import Check, FailOn, Options, Rule, Setting

_KEYS = ("preset", "select", "ignore", "extend-select", "fail-on", "per-file-ignores")
_Word = TypeVar("_Word", bound=str)


@dataclass(frozen=True)
class CheckSettings:
    """What is set for checks, by a file or on the command line; None where nothing is."""

    preset: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)


class Effective(NamedTuple):
    """What holds for one text, and where each setting comes from (by its dotted name)."""

    rules: tuple[Rule, ...]
    fail_on: FailOn
    preset: str | None
    origins: Mapping[str, str]


def read(path: Path | str, check: object, checks: object) -> CheckSettings:
    """Check the tables [check] and [checks] key by key."""
    if check == {} == checks:
        return CheckSettings()
    if not isinstance(check, dict):
        raise ConfigError(f"{path}: check must be a table")
    for key in check:
        if key not in _KEYS:
            raise ConfigError(f"{path}: unknown setting check.{key}{did_you_mean(key, _KEYS)}")
    from tenor.findings.check import FAIL_ON

    select = check.get("select")
    return CheckSettings(
        _preset(path, check.get("preset")),
        None if select is None else _some_names(path, "check.select", select),
        _names(path, "check.ignore", check.get("ignore", [])),
        _names(path, "check.extend-select", check.get("extend-select", [])),
        _choice(path, "check.fail-on", check.get("fail-on"), FAIL_ON),
        _per_file(path, check.get("per-file-ignores", {})),
        _options(path, checks),
    )


def _preset(path: Path | str, value: object) -> str | None:
    from tenor.checks.presets import PRESETS

    return _choice(path, "check.preset", value, tuple(PRESETS))


def _choice(path: Path | str, key: str, value: object, known: Sequence[_Word]) -> _Word | None:
    """Check one of a few words."""
    chosen = next((word for word in known if word == value), None)
    if chosen is None and value is not None:
        hint = did_you_mean(value, known)
        raise ConfigError(f"{path}: {key} must be one of {', '.join(known)}{hint}")
    return chosen


def _names(path: Path | str, key: str, value: object) -> tuple[str, ...]:
    """Check a list of checks' names."""
    if not (isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)):
        raise ConfigError(f"{path}: {key} must be a list of strings")
    for name in value:
        _check_named(path, key, name)
    return tuple(value)


def _some_names(path: Path | str, key: str, value: object) -> tuple[str, ...]:
    """Check a list of checks' names that is to hold one at least: none would let anything pass."""
    names = _names(path, key, value)
    if not names:
        raise ConfigError(f"{path}: {key} names no check")
    return names


def _check_named(path: Path | str, key: str, name: str) -> Check:
    """Find a check; an unknown name is an error with a suggestion."""
    from tenor.checks import CHECKS

    known = {check.name: check for check in CHECKS}
    if name not in known:
        raise ConfigError(f"{path}: {key}: unknown check {name!r}{did_you_mean(name, [*known])}")
    return known[name]


def _per_file(path: Path | str, value: object) -> Mapping[str, tuple[str, ...]]:
    """Check a table of patterns and the checks they switch off."""
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: check.per-file-ignores must be a table of pattern = checks")
    key = "check.per-file-ignores"
    for glob in value:
        wrong = fault(glob)
        if wrong:
            raise ConfigError(f"{path}: {key}: {glob!r}: {wrong}")
    return {glob: _names(path, key, names) for glob, names in value.items()}


def _options(path: Path | str, value: object) -> Mapping[str, Mapping[str, Setting]]:
    """Check the options of each check, by its own rules."""
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: checks must be a table")
    return {name: _options_of(path, name, options) for name, options in value.items()}


def _options_of(path: Path | str, name: str, options: object) -> Mapping[str, Setting]:
    """Check the options of one check."""
    check = _check_named(path, "checks", name)
    if not isinstance(options, dict):
        raise ConfigError(f"{path}: checks.{name} must be a table of options")
    try:
        return {option: check.read(option, value) for option, value in options.items()}
    except ConfigError as error:
        raise ConfigError(f"{path}: checks.{name}: {error}") from error


def effective(
    settings: CheckSettings, given: CheckSettings, origin: str, ignored: Iterable[str] = ()
) -> Effective:
    """Settle what holds: the command line, else the file, else the preset, else the defaults.

    `ignored` are the checks that `per-file-ignores` switches off for this text.
    """
    from tenor.checks import CHECKS
    from tenor.checks.presets import PRESETS

    origins = {
        "preset": _source(origin, given.preset, settings.preset),
        "fail-on": _source(origin, given.fail_on, settings.fail_on),
    }
    fail_on: FailOn = given.fail_on or settings.fail_on or "warning"
    preset_name = given.preset or settings.preset
    preset = PRESETS[preset_name] if preset_name else None
    chosen = _chosen(CHECKS, (given, settings), preset.select if preset else (), origins, origin)
    off = {*given.ignore, *settings.ignore, *ignored}
    rules = []
    for check in CHECKS:
        if check.name in chosen and check.name not in off:
            layers = (
                ("default", {"severity": check.severity, **check.defaults().settings}),
                (f"preset {preset_name}", preset.options.get(check.name, {}) if preset else {}),
                (origin, settings.options.get(check.name, {})),
                ("command line", given.options.get(check.name, {})),
            )
            rules.append(_rule(check, layers, origins))
    return Effective(tuple(rules), fail_on, preset_name, origins)


def _source(origin: str, given: str | None, own: str | None) -> str:
    """Say where the setting that goes first is from."""
    return "command line" if given else origin if own else "default"


def _rule(
    check: Check,
    layers: Iterable[tuple[str, Mapping[str, Setting]]],
    origins: dict[str, str],
) -> Rule:
    """Settle a check's severity and options: of several layers the last goes first."""
    from tenor.findings.check import Options, Rule, severity_named

    settings = _layered(check.name, layers, origins)
    severity = severity_named(settings.pop("severity")) or check.severity
    options = Options(settings)
    _check_order(origins, check.name, options)
    return Rule(check, severity, options)


def _check_order(origins: Mapping[str, str], name: str, options: Options) -> None:
    """Refuse a lower limit above the upper one, wherever either comes from."""
    if not {"min", "max"} <= options.settings.keys():
        return
    low, high = options.number("min"), options.number("max")
    if low > high:
        origin = origins[f"{name}.min" if origins[f"{name}.max"] == "default" else f"{name}.max"]
        raise ConfigError(f"{origin}: checks.{name}: min {low:g} is above max {high:g}")


def _chosen(
    checks: Iterable[Check],
    layers: tuple[CheckSettings, CheckSettings],
    preset: Iterable[str],
    origins: dict[str, str],
    origin: str,
) -> set[str]:
    """Give the checks that are on, before any is switched off, and note why each is."""
    given, own = layers
    chosen: dict[str, str] = {}
    select = given.select if given.select is not None else own.select
    if select is not None:
        chosen |= dict.fromkeys(select, "command line" if given.select is not None else origin)
    else:
        chosen |= {check.name: "default" for check in checks if check.default == "on"}
        chosen |= dict.fromkeys(preset, "preset")
    if given.select is None:
        until_set = [check.name for check in checks if check.default == "until set"]
        for source, options in ((origin, own.options), ("command line", given.options)):
            chosen |= dict.fromkeys((name for name in until_set if options.get(name)), source)
        chosen |= dict.fromkeys(own.extend_select, origin)
    chosen |= dict.fromkeys(given.extend_select, "command line")
    origins.update(chosen)
    return set(chosen)


def _layered(
    name: str, layers: Iterable[tuple[str, Mapping[str, Setting]]], origins: dict[str, str]
) -> dict[str, Setting]:
    """Lay options over each other, and note where each is from."""
    options: dict[str, Setting] = {}
    for source, layer in layers:
        options |= layer
        origins.update({f"{name}.{option}": source for option in layer})
    return options
