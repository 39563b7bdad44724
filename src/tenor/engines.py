"""What can score the sentences: tenor's own tables, or nltk's VADER as it is."""

from __future__ import annotations

from typing import Literal, get_args

Engine = Literal["tenor", "vader"]
#: The engines, the usual one first.
ENGINES: tuple[Engine, ...] = get_args(Engine)
