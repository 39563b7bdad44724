"""The errors tenor raises on purpose: each is one clear line for the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: Longer than any list of names in a message, and than most paths.
_LONGEST = 1000
#: How alike two words are at least, 0 to 1, that one may stand for the other: difflib's own choice.
_LEAST_LIKENESS = 0.6


class TenorError(Exception):
    """Anything tenor says about its input: one line, no traceback."""


class InputError(TenorError):
    """A file, a stream or a folder that cannot be read as text."""


class ConfigError(TenorError, ValueError):
    """A setting that is unknown, of the wrong type or out of range."""


class UsageError(TenorError, ValueError):
    """A request that makes no sense as asked."""


class DecodingWarning(UserWarning):
    """A text that is not in the encoding it should be in, and how it was read instead."""


class WrongTypeError(TenorError, TypeError):
    """An argument of a type that can hold nothing meant: None, bytes or NaN for a text."""


class WrongValueError(TenorError, ValueError):
    """An argument of the right type that cannot be meant: out of range, unknown or empty."""


class SettingTypeError(ConfigError, TypeError):
    """A setting of a type that none of its values has."""


class Failure(NamedTuple):
    """A path that led to nothing, and why: it cannot be read, or its settings are wrong."""

    file: str
    reason: str

    @property
    def said(self) -> str:
        """Say so of a check."""
        return f"could not be checked: {self.reason}"


def failure(error: TenorError, file: str | None = None) -> Failure:
    """Divide an error into the file it is about, where that is not known, and the reason.

    A reason of the system has no colon, the one of a setting may have several.
    """
    said = str(error)
    if file is not None:
        return Failure(file, shortened(said.removeprefix(f"{file}: ")))
    cut = said.partition if isinstance(error, ConfigError) else said.rpartition
    file, _, reason = cut(": ")
    return Failure(file, shortened(reason))


def shortened(message: str) -> str:
    """Leave out the middle of a message that no one would read to its end."""
    if len(message) <= _LONGEST:
        return message
    half = _LONGEST // 2
    return f"{message[:half]} [...] {message[-half:]}"


def reason_of(error: Exception) -> str:
    """Give the system's own words for what went wrong, without number and path."""
    return str(getattr(error, "strerror", None) or error)


def wrong_type(what: str, value: object) -> WrongTypeError:
    """Make the error of a value of the wrong type; `what` says what it must be."""
    return WrongTypeError(f"{what}, not {type(value).__name__}")


def did_you_mean(word: object, known: Sequence[str]) -> str:
    """Give ' (did you mean …?)' for the nearest known word, or nothing."""
    from difflib import get_close_matches

    close = (
        get_close_matches(word, known, n=1, cutoff=_LEAST_LIKENESS) if isinstance(word, str) else []
    )
    return f" (did you mean {close[0]!r}?)" if close else ""
