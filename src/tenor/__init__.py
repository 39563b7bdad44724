"""The drift and the mood of a text: its themes and its tone, each number traced to its words.

    >>> import tenor
    >>> analysis = tenor.analyze("The plan was good. Then it rained, and we were miserable.")
    >>> [round(sentence.valence.value, 2) > 0 for sentence in analysis.sentences]
    [True, False]

Everything here is a pure function of its arguments, safe to call from many processes. What is
named in `__all__` is loaded on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenor.analysis import Analysis
    from tenor.api import analyze, check, read
    from tenor.checks import Finding
    from tenor.document import Document
    from tenor.errors import TenorError
    from tenor.tone import NEUTRAL_BAND

__version__ = "0.1.0"
__all__ = [
    "NEUTRAL_BAND",
    "Analysis",
    "Document",
    "Finding",
    "TenorError",
    "__version__",
    "analyze",
    "check",
    "read",
]

_HOMES = {
    "Analysis": "tenor.analysis",
    "Document": "tenor.document",
    "Finding": "tenor.checks",
    "NEUTRAL_BAND": "tenor.tone",
    "TenorError": "tenor.errors",
    "analyze": "tenor.api",
    "check": "tenor.api",
    "read": "tenor.api",
}


def __getattr__(name: str) -> object:
    """Load a public name from where it lives."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'tenor' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
