"""Settings of `tenor check`: which checks hold for a text, under which options, and since where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tenor.errors import ConfigError, SettingTypeError, did_you_mean
from tenor.patterns import fault

if TYPE_CHECKING:
    from tenor.checks.presets import PresetName
    from tenor.findings.check import Check, FailOn, Rule, Setting

_KEYS = ("preset", "select", "ignore", "extend-select", "fail-on", "per-file-ignores")
#: Where what holds can be from, beside a file and a preset; only Python gives options.
_COMMAND_LINE, _OPTIONS_GIVEN, _DEFAULT = "command line", "options", "default"
_OPTIONS = "a table of options"
_Word = TypeVar("_Word", bound=str)
#: Gives what a setting is called where it is set: in a file, on the command line, in Python.
Called = Callable[[str], str]
#: The options of checks as they are given, by the check's name and the option's.
GivenOptions = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class CheckSettings:
    """What is set for checks, by a file or on the command line; None where nothing is."""

    preset: PresetName | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.preset is not None:
            from tenor.checks.presets import PRESETS

            _choice("preset", self.preset, tuple(PRESETS))
        if self.fail_on is not None:
            from tenor.findings.check import FAIL_ON

            _choice("fail_on", self.fail_on, FAIL_ON)
        if self.select is not None:
            _some_names("select", self.select)
        _names("ignore", self.ignore)
        _names("extend_select", self.extend_select)
        _per_file("per_file_ignores", self.per_file_ignores)
        _options("options", self.options)

    def __repr__(self) -> str:
        given = [one.name for one in fields(self) if getattr(self, one.name)]
        return f"<CheckSettings, set: {', '.join(given) or 'nothing'}>"


class Effective(NamedTuple):
    """What holds for one text, and where each setting comes from (by its dotted name)."""

    rules: tuple[Rule, ...]
    fail_on: FailOn
    preset: str | None
    origins: Mapping[str, str]


def read(path: Path, check: object, checks: object) -> CheckSettings:
    """Check the tables [check] and [checks] of a file; ConfigError where a key is wrong."""
    if check == {} == checks:
        return CheckSettings()
    table = _table(f"{path}: check", check, "a table")
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"{path}: unknown setting check.{key}{did_you_mean(key, _KEYS)}")

    def called(key: str) -> str:
        return f"{path}: checks" if key == "options" else f"{path}: check.{key}"

    def names(key: str) -> tuple[str, ...]:
        return _strings(called(key), table.get(key, ()))

    settings = check_settings(
        called,
        preset=_word(table.get("preset")),
        select=names("select") if "select" in table else None,
        ignore=names("ignore"),
        extend_select=names("extend-select"),
        fail_on=_word(table.get("fail-on")),
        per_file_ignores=_lists(called("per-file-ignores"), table.get("per-file-ignores", {})),
        options=_tables(called("options"), checks),
    )
    _refuse_reversed(called("options"), settings)
    return settings


def check_settings(  # noqa: PLR0913 - all by name
    called: Called,
    *,
    preset: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    fail_on: str | None = None,
    per_file_ignores: Mapping[str, Sequence[str]] | None = None,
    options: GivenOptions | None = None,
) -> CheckSettings:
    """Make settings of what is given; ConfigError names what is wrong as `called` has it."""
    from tenor.checks.presets import PRESETS
    from tenor.findings.check import FAIL_ON

    return CheckSettings(
        _choice(called("preset"), preset, tuple(PRESETS)),
        None if select is None else _some_names(called("select"), select),
        _names(called("ignore"), ignore),
        _names(called("extend-select"), extend_select),
        _choice(called("fail-on"), fail_on, FAIL_ON),
        _per_file(called("per-file-ignores"), per_file_ignores or {}),
        _options(called("options"), {} if options is None else options),
    )


def _word(value: object) -> str | None:
    """Give a word; what is something else is none of the words that can be meant."""
    return value if isinstance(value, str | None) else ""


def _strings(where: str, value: object) -> tuple[str, ...]:
    """Check a list of strings."""
    if not (isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)):
        raise SettingTypeError(f"{where} must be a list of strings")
    return tuple(value)


def _table(where: str, value: object, what: str) -> Mapping[str, object]:
    """Check a table."""
    if not isinstance(value, Mapping):
        raise SettingTypeError(f"{where} must be {what}")
    return value


def _lists(where: str, value: object) -> Mapping[str, tuple[str, ...]]:
    """Check a table of lists."""
    table = _table(where, value, "a table of pattern = checks")
    return {key: _strings(where, strings) for key, strings in table.items()}


def _tables(where: str, value: object) -> GivenOptions:
    """Check a table of tables."""
    tables = _table(where, value, "a table")
    return {name: _table(f"{where}.{name}", table, _OPTIONS) for name, table in tables.items()}


def _choice(where: str, word: str | None, known: Sequence[_Word]) -> _Word | None:
    """Check one of a few words."""
    chosen = next((choice for choice in known if choice == word), None)
    if chosen is None and word is not None:
        error = ConfigError if isinstance(word, str) else SettingTypeError
        raise error(f"{where} must be one of {', '.join(known)}{did_you_mean(word, known)}")
    return chosen


def _names(where: str, names: Sequence[str]) -> tuple[str, ...]:
    """Check a list of checks' names."""
    names = _strings(where, names)
    for name in names:
        _check_named(where, name)
    return names


def _some_names(where: str, names: Sequence[str]) -> tuple[str, ...]:
    """Check a list of checks' names that is to hold one at least: none would let anything pass."""
    names = _names(where, names)
    if not names:
        raise ConfigError(f"{where} names no check")
    return names


def _check_named(where: str, name: str) -> Check:
    """Find a check; an unknown name is an error with a suggestion."""
    from tenor.checks import CHECKS

    known = {check.name: check for check in CHECKS}
    if name not in known:
        raise ConfigError(f"{where}: unknown check {name!r}{did_you_mean(name, [*known])}")
    return known[name]


def _per_file(where: str, ignores: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Check the patterns, and the names of the checks that each switches off."""
    for glob in _lists(where, ignores):
        wrong = fault(glob)
        if wrong:
            raise ConfigError(f"{where}: {glob!r}: {wrong}")
    return {glob: _names(where, names) for glob, names in ignores.items()}


def _options(where: str, options: GivenOptions) -> Mapping[str, Mapping[str, Setting]]:
    """Check the options of each check, by its own rules."""
    tables = _table(where, options, "a table of check = options")
    return {name: _options_of(where, name, table) for name, table in tables.items()}


def _options_of(where: str, name: str, options: object) -> Mapping[str, Setting]:
    """Check the options of one check."""
    check = _check_named(where, name)
    table = _table(f"{where}.{name}", options, _OPTIONS)
    try:
        return {option: check.read(option, value) for option, value in table.items()}
    except ConfigError as error:
        raise type(error)(f"{where}.{name}: {error}") from error


def _refuse_reversed(where: str, settings: CheckSettings) -> None:
    """Refuse the settings of a file that put a lower limit above the upper one."""
    from tenor.checks.presets import PRESETS

    preset = PRESETS[settings.preset].options if settings.preset else {}
    for name, own in settings.options.items():
        usual = _check_named(where, name).defaults().settings
        _check_order(f"{where}.{name}", {**usual, **preset.get(name, {}), **own})


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
                (_DEFAULT, {"severity": check.severity, **check.defaults().settings}),
                (f"preset {preset_name}", preset.options.get(check.name, {}) if preset else {}),
                (origin, settings.options.get(check.name, {})),
                (_OPTIONS_GIVEN, given.options.get(check.name, {})),
            )
            rules.append(_rule(check, layers, origins))
    return Effective(tuple(rules), fail_on, preset_name, origins)


def _source(origin: str, given: str | None, own: str | None) -> str:
    """Say where the setting that goes first is from."""
    return _COMMAND_LINE if given else origin if own else _DEFAULT


def _rule(
    check: Check,
    layers: Iterable[tuple[str, Mapping[str, Setting]]],
    origins: dict[str, str],
) -> Rule:
    """Settle a check's severity and options: of several layers the last goes first."""
    from tenor.findings.check import Options, Rule, severity_named

    settings = _layered(check.name, layers, origins)
    severity = severity_named(settings.pop("severity")) or check.severity
    _check_order(_limited_by(check.name, origins), settings)
    return Rule(check, severity, Options(settings))


def _limited_by(name: str, origins: Mapping[str, str]) -> str:
    """Say where a limit of a check is set that is not the usual one."""
    limits = [origins.get(f"{name}.{limit}", _DEFAULT) for limit in ("max", "min")]
    origin = next((origin for origin in limits if origin != _DEFAULT), _DEFAULT)
    return f"{_OPTIONS_GIVEN}.{name}" if origin == _OPTIONS_GIVEN else f"{origin}: checks.{name}"


def _check_order(where: str, settings: Mapping[str, Setting]) -> None:
    """Refuse a lower limit above the upper one."""
    from tenor.findings.check import Options

    if not {"min", "max"} <= settings.keys():
        return
    low, high = Options(settings).number("min"), Options(settings).number("max")
    if low > high:
        raise ConfigError(f"{where}: min {low:g} is above max {high:g}")


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
        chosen |= dict.fromkeys(select, _COMMAND_LINE if given.select is not None else origin)
    else:
        chosen |= {check.name: _DEFAULT for check in checks if check.default == "on"}
        chosen |= dict.fromkeys(preset, "preset")
    if given.select is None:
        until_set = [check.name for check in checks if check.default == "until set"]
        for source, options in ((origin, own.options), (_OPTIONS_GIVEN, given.options)):
            chosen |= dict.fromkeys((name for name in until_set if options.get(name)), source)
        chosen |= dict.fromkeys(own.extend_select, origin)
    chosen |= dict.fromkeys(given.extend_select, _COMMAND_LINE)
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
