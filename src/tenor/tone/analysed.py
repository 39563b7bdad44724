"""What the measures of tone ask of an analysis, which finds it once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from tenor.document import Document, Span
from tenor.measure import Value


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """A sentence of a document: its place and its valence, None where it has no word."""

    span: Span
    valence: Value | None
    _document: Document = field(repr=False, compare=False)

    def __repr__(self) -> str:
        said = "None" if self.valence is None else f"{self.valence.value:+z.2f}"
        return f"<SentenceTone of {self.span.start}:{self.span.end}, valence: {said}>"

    @property
    def text(self) -> str:
        """The sentence as its reader sees it, spaces folded."""
        return self._document.folded(self.span)


class Feeling(NamedTuple):
    """A word of emotion that nothing denies: its place, its form and the emotions it is of."""

    span: Span
    word: str
    emotions: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Feeling {self.word!r} at {self.span.start}: {', '.join(self.emotions)}>"


class ToneAnalysis(Protocol):
    """What a measure of tone asks of an analysis."""

    @property
    def document(self) -> Document:
        """The text."""
        ...

    @property
    def valence(self) -> Value | None:
        """The valence of the whole."""
        ...

    @property
    def sentences(self) -> Sequence[SentenceTone]:
        """Every sentence with its valence, in order."""
        ...

    @property
    def feelings(self) -> Sequence[Feeling]:
        """The words of emotion, in order."""
        ...
