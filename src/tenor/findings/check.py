"""What a check is: its options, its examples, and the problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, get_args

from tenor.document import Span
from tenor.errors import ConfigError, SettingTypeError, did_you_mean
from tenor.measure import Evidence

if TYPE_CHECKING:
    from tenor.findings.subject import Subject

Severity = Literal["error", "warning", "info"]
#: From the worst down.
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
#: The severity from which on a finding fails the run.
FailOn = Severity | Literal["never"]
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")
#: When a check is on by itself; "until set" is off until one of its options is set.
Default = Literal["on", "off", "until set"]
#: A number, a whole one, phrases, or terms: phrases alone, or each with what is to replace it.
OptionKind = Literal["number", "integer", "strings", "terms"]
#: What stands in the settings of a check: the value of an option, or its severity.
Setting = float | tuple[str, ...] | Mapping[str, str] | Severity
#: How many places a budget keeps, the worst first; formats show the first few.
MOST_EVIDENCE = 30
#: A budget says nothing about a shorter text.
ENOUGH_WORDS = 100

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Options:
    """What a check's options are set to, by their names; each is asked for by its kind.

    Raises TypeError where an option is of another kind.
    """

    settings: Mapping[str, Setting]

    def number(self, name: str) -> float:
        """Give a number."""
        return self._read(name, _number)

    def count(self, name: str) -> int:
        """Give a whole number."""
        return self._read(name, _integer)

    def phrases(self, name: str) -> tuple[str, ...]:
        """Give a list of phrases."""
        return self._read(name, _strings)

    def terms(self, name: str) -> Mapping[str, str]:
        """Give phrases with what is to replace each, "" where nothing is named."""
        terms = self._read(name, _terms)
        return terms if isinstance(terms, Mapping) else dict.fromkeys(terms, "")

    def _read(self, name: str, kind: Callable[[object], _Value | None]) -> _Value:
        value = kind(self.settings[name])
        if value is None:
            raise TypeError(f"{name} is of another kind: {self.settings[name]!r}")
        return value


class Problem(NamedTuple):
    """What a check has found, as places in a text.

    `label` stands under the place itself; `evidence` are further places. A budget has a `value`:
    what it measured, and whether more of it is worse (`worse` is +1 or −1).
    """

    span: Span
    message: str
    label: str = ""
    evidence: tuple[Evidence, ...] = ()
    help: str = ""
    value: float | None = None
    worse: int = 1


class Option(NamedTuple):
    """One knob of a check: its name, its kind, its default, its range, and what it does."""

    name: str
    kind: OptionKind
    default: Setting
    about: str
    low: float | None = None
    high: float | None = None

    def read(self, value: object) -> Setting:
        """Check a value; ConfigError where it is of another kind or out of range."""
        read, wanted = _KINDS[self.kind]
        setting = read(value)
        if setting is None:
            raise SettingTypeError(f"{self.name} must be {wanted}")
        if isinstance(setting, int | float) and not self._is_within(setting):
            raise ConfigError(f"{self.name} must be {self._range()}")
        return setting

    def _is_within(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def _range(self) -> str:
        if self.high is None:
            return f"{self.low:g} or more"
        return f"from {self.low:g} to {self.high:g}"


def _number(value: object) -> float | None:
    """Give a number as it is; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124
        return None
    return value


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _strings(value: object) -> tuple[str, ...] | None:
    """Freeze a list of strings that each say something; None where it is none."""
    if not isinstance(value, list | tuple):
        return None
    strings = tuple(item for item in value if isinstance(item, str) and item.strip())
    return strings if len(strings) == len(value) else None


def _terms(value: object) -> tuple[str, ...] | Mapping[str, str] | None:
    """Freeze a list of strings or a table of replacements; None where it is neither."""
    if not isinstance(value, Mapping):
        return _strings(value)
    is_table = _strings([*value]) is not None and all(isinstance(v, str) for v in value.values())
    return dict(value) if is_table else None


_KINDS: Mapping[OptionKind, tuple[Callable[[object], Setting | None], str]] = {
    "number": (_number, "a number"),
    "integer": (_integer, "a whole number"),
    "strings": (_strings, "a list of strings"),
    "terms": (_terms, "a list of strings or a table of replacements"),
}

ALLOW = Option("allow", "strings", (), "phrases never to report")


@dataclass(frozen=True)
class Check:
    """One thing to look for: why it matters, examples either way, its options, and how to find it.

    `bad` and `good` are its documentation and its tests: each is tried `times` over, under the
    options `example`. `across`, where there is one, compares the files of a folder by the values
    `find` gives them, and gives each that it has compared a problem or None.
    """

    name: str
    summary: str
    why: str
    bad: str
    good: str
    find: Callable[[Subject, Options], Iterable[Problem]]
    options: tuple[Option, ...] = ()
    severity: Severity = "warning"
    default: Default = "on"
    is_budget: bool = False
    example: Mapping[str, Setting] | None = None
    times: int = 1
    across: Callable[[Mapping[str, float], Options], Mapping[str, Problem | None]] | None = None

    def __repr__(self) -> str:
        return f"<Check {self.name}, {self.severity}>"

    def defaults(self) -> Options:
        """Give every option's default."""
        return Options({option.name: option.default for option in self.options})

    def read(self, name: str, value: object) -> Setting:
        """Check what an option, or the severity, is set to; ConfigError where it cannot be."""
        known = {option.name: option for option in self.options}
        if name in known:
            return known[name].read(value)
        if name != "severity":
            names = [*known, "severity"]
            hint = did_you_mean(name, names) or f" (it has {', '.join(names)})"
            raise ConfigError(f"unknown option {name!r}{hint}")
        severity = severity_named(value)
        if severity is None:
            raise ConfigError(f"{name} must be one of {', '.join(SEVERITIES)}")
        return severity


def severity_named(name: object) -> Severity | None:
    """Give the severity of a name; None where there is none."""
    return next((one for one in SEVERITIES if one == name), None)


class Rule(NamedTuple):
    """A check as it holds for one text: with its severity and every option."""

    check: Check
    severity: Severity
    options: Options

    def __repr__(self) -> str:
        return f"<Rule {self.check.name}, {self.severity}>"
