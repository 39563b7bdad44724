"""The answer in two or three statements, as data: what a text is about, how its tone runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tenor import language
from tenor.document import Document
from tenor.language import LanguageShare
from tenor.measure import Value, quantity
from tenor.themes import Theme
from tenor.tone import NEUTRAL_BAND, Interval, Passages, SentenceTone, Shares, TurningPoint

#: Under so many words or sentences a text is too short to say how its tone runs.
FEW_WORDS, FEW_SENTENCES = 100, 5
#: Where fewer sentences than this share hold a word of feeling, the verdict says so.
_FEW_SCORED = 0.2
#: So many times the neutral band is very warm or very critical.
_VERY = 4
#: So many places of what is not judged are named.
_MOST_PLACES = 3
_POLES = {-1: "most critical", 1: "warmest"}
#: The verdict names so many themes.
_THEMES = 3


class Lines(NamedTuple):
    """From one line of the file to another, both counted from 1."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"L{self.first}" if self.first == self.last else f"L{self.first}–{self.last}"


class About(NamedTuple):
    """The heaviest themes, by their labels."""

    themes: tuple[str, ...]

    def __str__(self) -> str:
        return f"About {listed(self.themes)}."


class Silence(NamedTuple):
    """There is little tone to speak of: so many of the sentences have any."""

    scored: int
    sentences: int

    def __str__(self) -> str:
        total = quantity(self.sentences, "sentence")
        verb = "has" if 1 in {self.scored, self.sentences} else "have"
        return f"Few words carry tone: {self.scored} of {total} {verb} any."


class Short(NamedTuple):
    """The tone of a text too short to say how it runs."""

    mood: str
    words: int

    def __str__(self) -> str:
        size = quantity(self.words, "word")
        return f"{_capital(self.mood)}; too short to judge how it runs ({size})."


class Turn(NamedTuple):
    """Where the tone turns: how it is before, and from that line on."""

    before: str
    lines_before: Lines
    line: int
    after: str
    lines_after: Lines

    def __str__(self) -> str:
        turn = Lines(self.line, self.line)
        return (
            f"Starts {self.before} ({self.lines_before}), "
            f"turns at {turn} and ends {self.after} ({self.lines_after})."
        )


class Pole(NamedTuple):
    """The most critical passage (−1) or the warmest (+1)."""

    way: int
    lines: Lines

    def __str__(self) -> str:
        return f"{_POLES[self.way]} at {self.lines}"


class Whole(NamedTuple):
    """The tone of a text without a turn: its valence, the interval, the passages that lean most.

    `lines` is set where the text has too few sentences for passages.
    """

    mood: str
    valence: float
    interval: Interval | None
    poles: tuple[Pole, ...]
    lines: Lines | None

    def __str__(self) -> str:
        figures = ""
        if self.interval:
            low, high = self.interval
            figures = f" ({self.valence:+.2f}, 95 % interval {low:+.2f} to {high:+.2f})"
        lines = f" ({self.lines})" if self.lines else ""
        poles = "".join(f", {pole}" for pole in self.poles)
        return f"{_capital(self.mood)} on the whole{figures}{lines}{poles}."


class Spread(NamedTuple):
    """How many sentences lean either way."""

    warm: int
    critical: int
    neutral: int

    def __str__(self) -> str:
        warm = quantity(self.warm, "sentence")
        return f"{warm} warm, {self.critical} critical, {self.neutral} neutral or mixed."


class Other(NamedTuple):
    """So many of the paragraphs are in another language, and where the first of them are."""

    others: int
    paragraphs: int
    lines: tuple[Lines, ...]

    def __str__(self) -> str:
        return f"{self.said('judged')}."

    def said(self, done: str) -> str:
        """Say what is not done with those paragraphs."""
        total = quantity(self.paragraphs, "paragraph")
        verb = "is" if self.others == 1 else "are"
        places = ", ".join(map(str, self.lines[:_MOST_PLACES]))
        more = " …" if len(self.lines) > _MOST_PLACES else ""
        judged = f"{verb} not in English and {verb} not {done}"
        return f"{self.others} of {total} {judged} ({places}{more})"


class Foreign(NamedTuple):
    """The text is in another language: so few of its words are known."""

    known: float

    def __str__(self) -> str:
        return (
            f"This does not look like English: {self.known:.0%} of its words are known. "
            "Nothing is judged, since tenor reads English only."
        )


#: What one sentence of the verdict states; as a str it is that sentence.
Statement = About | Silence | Short | Turn | Whole | Spread | Other | Foreign


class Judged(Protocol):
    """What the verdict asks of an analysis, which stands above this module."""

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
    def is_short(self) -> bool:
        """Whether the text is too short to say how its tone runs."""
        ...

    @property
    def interval(self) -> Interval | None:
        """The interval of the valence."""
        ...

    @property
    def shares(self) -> Shares:
        """How many sentences lean either way."""
        ...

    @property
    def turning_point(self) -> TurningPoint | None:
        """The sentence at which the tone changes."""
        ...

    @property
    def passages(self) -> Passages | None:
        """The most critical and the warmest passage."""
        ...

    @property
    def language(self) -> LanguageShare:
        """What of the text is in another language."""
        ...

    @property
    def is_foreign(self) -> bool:
        """Whether all of it is."""
        ...

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes, heaviest first."""
        ...


def verdict(analysis: Judged) -> tuple[Statement, ...]:
    """Give the answer: what a text is about, how its tone runs, how it is spread.

    There is none for a text without a word.
    """
    if analysis.is_foreign:
        return (Foreign(language.known(analysis.document)),)
    if analysis.valence is None:
        return ()
    about = tuple(theme.label for theme in analysis.themes[:_THEMES])
    first = (About(about),) if about else ()
    if not has_tone(analysis):
        return (*first, Silence(_scored(analysis), len(analysis.sentences)), *other(analysis))
    return (*first, _course(analysis), *_spread(analysis), *other(analysis))


def other(analysis: Judged) -> tuple[Other, ...]:
    """Say which paragraphs are in another language, if any are."""
    document, share = analysis.document, analysis.language
    if not share.other_paragraphs:
        return ()
    lines = tuple(
        Lines(document.line(span.start), document.line(span.end - 1))
        for span in language.stretches(document)
    )
    return (Other(share.other_paragraphs, share.paragraphs, lines),)


def has_tone(analysis: Judged) -> bool:
    """Tell whether enough sentences hold a word of feeling to speak of the text's tone."""
    return _scored(analysis) >= _FEW_SCORED * max(1, len(analysis.sentences))


def mood(value: float) -> str:
    """Name a valence."""
    if abs(value) < NEUTRAL_BAND:
        return "neutral or mixed"
    very = "very " if abs(value) >= _VERY * NEUTRAL_BAND else ""
    return very + ("warm" if value > 0 else "critical")


def sign(value: float | None) -> int:
    """Give +1 for warm, −1 for critical, 0 for what is neutral, mixed or unknown."""
    if value is None or abs(value) < NEUTRAL_BAND:
        return 0
    return 1 if value > 0 else -1


def listed(words: Sequence[str]) -> str:
    """Join words as prose does."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def _scored(analysis: Judged) -> int:
    """Count the sentences that hold a word of feeling."""
    return sum(bool(one.valence and one.valence.evidence) for one in analysis.sentences)


def _lines(document: Document, first: int, after: int) -> Lines:
    """Give the lines on which a run of sentences begins, from its first sentence to its last."""
    start, end = (document.sentences[at].span.start for at in (first, after - 1))
    return Lines(document.line(start), document.line(end))


def _course(analysis: Judged) -> Short | Turn | Whole:
    """Say how the tone runs from the first sentence to the last."""
    value = analysis.valence.value if analysis.valence else 0.0
    whole = _whole(value, analysis.interval)
    if analysis.is_short:
        return Short(whole, analysis.document.words)
    if analysis.turning_point:
        return _turn(analysis.document, analysis.turning_point)
    document, count = analysis.document, len(analysis.sentences)
    lines = None if analysis.passages else _lines(document, 0, count)
    return Whole(whole, value, analysis.interval, _poles(analysis), lines)


def _turn(document: Document, turn: TurningPoint) -> Turn:
    """Say where the tone turns, and from what to what."""
    before = _lines(document, 0, turn.sentence)
    after = _lines(document, turn.sentence, len(document.sentences))
    return Turn(mood(turn.before), before, after.first, mood(turn.after), after)


def _whole(value: float, held: Interval | None) -> str:
    """Name the tone of the whole; where band and interval disagree, it only leans."""
    if held is None:
        return mood(value)
    is_sure = held.low > 0 or held.high < 0
    if is_sure != bool(sign(value)):
        return f"leaning {'warm' if value > 0 else 'critical'}"
    return mood(value)


def _poles(analysis: Judged) -> tuple[Pole, ...]:
    """Give the most critical and the warmest passage, in reading order."""
    found = analysis.passages
    if found is None:
        return ()
    poles = [
        (passage.first, Pole(way, _lines(analysis.document, passage.first, passage.after)))
        for passage, way in ((found.critical, -1), (found.warm, 1))
        if sign(passage.value) == way
    ]
    return tuple(pole for _, pole in sorted(poles))


def _spread(analysis: Judged) -> tuple[Spread, ...]:
    """Count the sentences either way."""
    warm, neutral, critical = analysis.shares
    enough = warm + neutral + critical >= FEW_SENTENCES
    return (Spread(warm, critical, neutral),) if enough else ()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
