"""The answer in two or three statements, as data: what a text is about, how its tone runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from tenor import language
from tenor.document import Document, Span
from tenor.language import LanguageShare
from tenor.measure import Value, quantity
from tenor.themes import Name, Theme, is_place, is_plain
from tenor.tone import (
    NEUTRAL_BAND,
    Feeling,
    Interval,
    Lean,
    Passages,
    SentenceTone,
    TurningPoint,
    named,
    shares,
    speaks_of_people,
)

#: Under so many words or sentences a text is too short to say how its tone runs.
FEW_WORDS, FEW_SENTENCES = 100, 5
#: Where fewer sentences than this share hold a word of feeling, the verdict says so.
_FEW_SCORED = 0.2
#: A sentence is surely positive or negative from so many times the band on: of 268 runs of 30 rated
#: sentences (EmoBank) 96 in 100 hold as many that readers call so.
_SURE = 3.5
#: They are counted where they are one in so many sentences.
_ONE_IN = 10
#: So many places of what is not judged are named.
_MOST_PLACES = 3
_POLES = {-1: "most negative", 1: "most positive"}
#: What a text is called whose words of tone are mostly of an emotion. Of 4,541 rated comments
#: (GoEmotions) whose sign was right, 98 in 100 were rated as that emotion too.
_FELT: Mapping[str, tuple[int, str]] = {
    "joy": (1, "joyful"),
    "anger": (-1, "angry"),
    "sadness": (-1, "sad"),
    "fear": (-1, "anxious"),
}
#: An emotion is named from so many of its words on.
_LEAST_FELT = 3
#: So many names and themes stand in the first line.
_NAMES, _THEMES = 2, 3
#: A name leads that comes in so many sentences, in so many if it stands in the title.
_LEAST_MET, _IN_TITLE = 3, 2
#: What opens a text stands in this part of its sentences, or in the first.
_OPENING = 10


class Pole(NamedTuple):
    """The most negative passage (−1) or the most positive (+1), and its place."""

    way: int
    place: str

    def __str__(self) -> str:
        return f"{_POLES[self.way]} at {self.place}"


class About(NamedTuple):
    """What a text is about: the names that lead, and the heaviest themes by their labels."""

    names: tuple[str, ...]
    themes: tuple[str, ...]

    def __str__(self) -> str:
        parts = [listed(part) for part in (self.names, self.themes) if part]
        return f"About {': '.join(parts)}."


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
    valence: float
    words: int

    def __str__(self) -> str:
        size = quantity(self.words, "word")
        return (
            f"{_capital(self.mood)} ({self.valence:+z.2f}); too short to say how it runs ({size})."
        )


class Whole(NamedTuple):
    """The tone of the whole: its valence, the interval, the passages that lean most either way.

    `emotion` is set where most of the words that carry the tone are of one.
    """

    mood: str
    emotion: str | None
    valence: float
    interval: Interval | None
    poles: tuple[Pole, ...]

    def __str__(self) -> str:
        felt = f" and {_FELT[self.emotion][1]}" if self.emotion else ""
        figures = f"{self.valence:+z.2f}"
        if self.interval:
            figures += f", 95 % interval {self.interval.low:+z.2f} to {self.interval.high:+z.2f}"
        poles = f"; {', '.join(map(str, self.poles))}" if self.poles else ""
        return f"{_capital(self.mood)}{felt} on the whole ({figures}){poles}."


class Turn(NamedTuple):
    """Where the tone changes: from which place on, and its mean before and from there on."""

    place: str
    before: float
    after: float

    def __str__(self) -> str:
        figures = f"{self.before:+z.2f} before, {self.after:+z.2f} from there on"
        if sign(self.before) * sign(self.after) < 0:
            return (
                f"Turns from {mood(self.before)} to {mood(self.after)} at {self.place}: {figures}."
            )
        way = "positive" if self.after > self.before else "negative"
        return f"Grows more {way} at {self.place}: {figures}."


class Spread(NamedTuple):
    """How many of the sentences at least lean clearly either way."""

    positive: int
    negative: int
    sentences: int

    def __str__(self) -> str:
        sides = ((self.positive, "positive"), (self.negative, "negative"))
        (count, side), *rest = [part for part in sides if part[0]]
        others = "".join(f", {count} clearly {side}" for count, side in rest)
        return f"At least {count} of {self.sentences} sentences clearly {side}{others}."


class Other(NamedTuple):
    """So many of the paragraphs are in another language, and where the first of them are."""

    others: int
    paragraphs: int
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.said('judged')}."

    def said(self, done: str) -> str:
        """Say what is not done with those paragraphs."""
        total = quantity(self.paragraphs, "paragraph")
        verb = "is" if self.others == 1 else "are"
        places = ", ".join(self.lines[:_MOST_PLACES])
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
Statement = About | Silence | Short | Whole | Turn | Spread | Other | Foreign


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
    def turning_point(self) -> TurningPoint | None:
        """The sentence at which the tone changes."""
        ...

    @property
    def passages(self) -> Passages | None:
        """The most negative and the most positive passage."""
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
    def feelings(self) -> Sequence[Feeling]:
        """The words of emotion."""
        ...

    @property
    def lean(self) -> Lean:
        """What the tone of the whole is called, and its way."""
        ...

    @property
    def is_factual(self) -> bool:
        """Whether the text speaks of things rather than people."""
        ...

    @property
    def names(self) -> Sequence[Name]:
        """The names, the most mentioned first."""
        ...

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes, heaviest first."""
        ...

    @property
    def title_phrases(self) -> Sequence[str]:
        """The noun phrases of the title that the text takes up."""
        ...


def verdict(analysis: Judged) -> tuple[Statement, ...]:
    """Give the answer: what a text is about, how its tone runs, how it is spread.

    There is none for a text without a word.
    """
    if analysis.is_foreign:
        return (Foreign(language.known(analysis.document)),)
    if analysis.valence is None:
        return ()
    about = _about(analysis)
    if not has_tone(analysis):
        return (*about, Silence(_scored(analysis), len(analysis.sentences)), *other(analysis))
    course = _course(analysis, analysis.valence.value)
    return (*about, *course, *_spread(analysis), *other(analysis))


def other(analysis: Judged) -> tuple[Other, ...]:
    """Say which paragraphs are in another language, if any are."""
    document, share = analysis.document, analysis.language
    if not share.other_paragraphs:
        return ()
    ends = (
        (document.line(span.start), document.line(span.end - 1))
        for span in language.stretches(document)
    )
    lines = tuple(_range(first, last) for first, last in ends)
    return (Other(share.other_paragraphs, share.paragraphs, lines),)


def has_tone(analysis: Judged) -> bool:
    """Tell whether enough sentences hold a word of feeling to speak of the text's tone."""
    return _scored(analysis) >= _FEW_SCORED * max(1, len(analysis.sentences))


def mood(value: float) -> str:
    """Name a valence."""
    return named(value) if sign(value) else "neutral or mixed"


def sign(value: float | None) -> int:
    """Give +1 for positive, −1 for negative, 0 for what is neutral, mixed or unknown."""
    if value is None or abs(value) < NEUTRAL_BAND:
        return 0
    return 1 if value > 0 else -1


def listed(words: Sequence[str]) -> str:
    """Join words as prose does."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def _about(analysis: Judged) -> tuple[About, ...]:
    """Name what the text is about: its themes, those of the title first, and the names that lead.

    A name leads that is one of the first themes, or comes as often as the heaviest of the others,
    in sentences enough. Places alone say nothing, but for one of the title.
    """
    title = (analysis.document.title or "").casefold()
    ranked = sorted(analysis.themes, key=lambda theme: _word(theme).casefold() not in title)
    known = {form for name in analysis.names for form in (name.name, *name.forms)}
    topics = [
        theme for theme in ranked if _word(theme) not in known and not _is_part(_word(theme), known)
    ]
    first = {_word(theme) for theme in ranked[:_THEMES]}
    most = max((len(theme.mentions) for theme in topics or ranked), default=1)
    said = _words(map(_word, topics[:_THEMES]))
    names = [
        name
        for index, name in enumerate(analysis.names)
        if not first.isdisjoint((name.name, *name.forms))
        or (
            index < _NAMES
            and len(name.mentions) >= most
            and _is_sayable(name.name, said)
            and _is_met(name, analysis.document)
        )
    ][:_NAMES]
    labels = [_word(theme) for theme in _with_opening(topics, names, analysis.document)]
    leading = tuple(name.name for name in names)
    if len(leading) < _NAMES:
        labels = _told(analysis.title_phrases, leading, labels)
    is_told = labels or any(_is_titled(name, title) or not is_place(name) for name in leading)
    return (About(leading, tuple(labels)),) if is_told else ()


def _is_met(name: Name, document: Document) -> bool:
    """Tell whether a name comes in sentences enough, fewer if it stands in the title."""
    starts = [sentence.span.start for sentence in document.sentences]
    sentences = {bisect_right(starts, mention.start) for mention in name.mentions}
    is_titled = _is_titled(name.name, (document.title or "").casefold())
    return len(sentences) >= (_IN_TITLE if is_titled else _LEAST_MET)


def _is_titled(name: str, title: str) -> bool:
    """Tell whether a name stands in a title, which is in small letters."""
    return name.casefold() in title


def _is_part(label: str, named: Iterable[str]) -> bool:
    """Tell whether a capitalised word is only a part of names: "Zealander"."""
    return label[:1].isupper() and any(" " in name and label in name.split() for name in named)


def _with_opening(
    topics: Sequence[Theme], names: Sequence[Name], document: Document
) -> list[Theme]:
    """Give the first themes, the last for one that opens the text where nothing named does."""
    first = list(topics[:_THEMES])
    met = [name.mentions for name in names] + [theme.mentions for theme in first]
    if len(first) < _THEMES or any(_opens(mentions, document) for mentions in met):
        return first
    opening = [theme for theme in topics if _opens(theme.mentions, document)]
    return [*first[:-1], *(opening or first[-1:])[:1]]


def _opens(mentions: Sequence[Span], document: Document) -> bool:
    """Tell whether the first of some mentions is in the first sentences of a text."""
    last = document.sentences[(len(document.sentences) - 1) // _OPENING]
    return bool(mentions) and mentions[0].start < last.span.end


def _told(phrases: Sequence[str], names: Sequence[str], labels: list[str]) -> list[str]:
    """Give labels that tell the text from others: with the title where they alone do not."""
    if len(labels) > 1 and (names or not all(map(is_plain, labels))):
        return labels
    added = [phrase for phrase in phrases if not _words((*names, *labels)) >= _words([phrase])]
    more = _words(added[:_NAMES])
    told = [*added[:_NAMES], *(label for label in labels if not more >= _words([label]))]
    return [] if not names and len(told) == 1 and is_plain(told[0]) else told


def _words(labels: Iterable[str]) -> set[str]:
    """Give the words of labels, whatever their capitals."""
    return set(" ".join(labels).casefold().split())


def _is_sayable(name: str, said: set[str]) -> bool:
    """Tell a name from a variable and a mark of a log, and from what is said already."""
    is_word = len(name) > 1 and not any(map(str.isdigit, name))
    return is_word and said.isdisjoint(name.casefold().split())


def _word(theme: Theme) -> str:
    """Give the label of a theme; of a pair the word that is used more."""
    pair = theme.label.split(", ")
    used = [phrase for phrase in theme.phrases if phrase in pair]
    return used[0] if used else pair[0]


def _scored(analysis: Judged) -> int:
    """Count the sentences that hold a word of feeling."""
    values = (tone.valence for tone in analysis.sentences)
    return sum(any(trace.weight for trace in value.evidence) for value in values if value)


def _course(analysis: Judged, value: float) -> tuple[Short | Whole | Turn, ...]:
    """Say how the text sounds on the whole, and where that changes."""
    if analysis.is_short:
        name = mood(value) if sign(value) else analysis.lean.words
        return (Short(name, value, analysis.document.words),)
    document, (words, way) = analysis.document, analysis.lean
    stated = Whole(words, _emotion(analysis, way), value, analysis.interval, _poles(analysis))
    turn = analysis.turning_point
    if turn is None:
        return (stated,)
    place = document.place(analysis.sentences[turn.sentence].span.start)
    return stated, Turn(place, turn.before, turn.after)


def _emotion(analysis: Judged, way: int) -> str | None:
    """Give the emotion that most of the words carry which make the text what it is."""
    evidence = analysis.valence.evidence if analysis.valence else ()
    carrying = [trace.span for trace in evidence if trace.weight * way > 0]
    for emotion, (side, _) in _FELT.items():
        felt = {feeling.span.start for feeling in analysis.feelings if emotion in feeling.emotions}
        count = sum(span.start in felt for span in carrying)
        if side == way and count >= _LEAST_FELT and 2 * count > len(carrying):
            return emotion
    return None


def _poles(analysis: Judged) -> tuple[Pole, ...]:
    """Give the most negative and the most positive passage, in reading order."""
    passages = analysis.passages
    if passages is None:
        return ()
    poles = [
        (passage.first, Pole(way, _stretch(analysis.document, passage.first, passage.after)))
        for passage, way in ((passages.negative, -1), (passages.positive, 1))
        if passage
    ]
    return tuple(pole for _, pole in sorted(poles))


def _stretch(document: Document, first: int, after: int) -> str:
    """Name a run of sentences: its lines where it fills them, else its first and its last."""
    spans = [sentence.span for sentence in document.sentences[max(0, first - 1) : after + 1]]
    lines = [(document.line(span.start), document.line(span.end - 1)) for span in spans]
    lead = min(first, 1)
    start, end = lines[lead][0], lines[lead + after - first - 1][1]
    is_alone = (lead == 0 or lines[lead - 1][1] < start) and all(
        line > end for line, _ in lines[lead + after - first :]
    )
    if not is_alone:
        last = spans[lead + after - first - 1].start
        return "-".join(dict.fromkeys(map(document.place, (spans[lead].start, last))))
    return _range(start, end)


def _range(first: int, last: int) -> str:
    """Name lines."""
    return str(first) if first == last else f"{first}-{last}"


def _spread(analysis: Judged) -> tuple[Spread, ...]:
    """Count the sentences that surely lean, where the text speaks of people and some do."""
    if analysis.is_factual or not speaks_of_people(analysis.document):
        return ()
    parts = shares([tone.valence for tone in analysis.sentences], _SURE)
    total, counted = sum(parts), parts.positive + parts.negative
    enough = total >= FEW_SENTENCES and counted * _ONE_IN >= total
    return (Spread(parts.positive, parts.negative, total),) if enough else ()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
