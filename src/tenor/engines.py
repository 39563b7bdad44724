"""What can score the sentences: tenor's own tables, or nltk's VADER as it is."""

from __future__ import annotations

from typing import Literal, get_args

from tenor.errors import WrongValueError, wrong_type

Engine = Literal["tenor", "vader"]
#: The engines, the usual one first.
ENGINES: tuple[Engine, ...] = get_args(Engine)


def refuse_unknown(engine: object) -> None:
    """Refuse what is no engine's name.

    Raises a TenorError that is a TypeError or a ValueError too.
    """
    if not isinstance(engine, str):
        raise wrong_type("engine must be a str", engine)
    if engine not in ENGINES:
        raise WrongValueError(f"unknown engine {engine!r}: one of {', '.join(ENGINES)}")
