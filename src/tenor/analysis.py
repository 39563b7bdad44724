"""Document to Analysis: each measure and the themes, on first ask and at most once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from tenor import engines, language, readers, segment, style, themes, tone
from tenor.document import Document, Section, Span
from tenor.errors import WrongValueError, did_you_mean, wrong_type
from tenor.files import Source
from tenor.measure import Measure, Value
from tenor.quotable import quotable, unrepeated
from tenor.verdict import FEW_SENTENCES, FEW_WORDS, Statement, verdict

#: Every measure there is, in the order reports list them.
MEASURES: tuple[Measure[Analysis], ...] = (*tone.MEASURES, *style.MEASURES)


class SectionTone(NamedTuple):
    """A section and the mean valence of its sentences; None where it has no word."""

    section: Section
    valence: Value | None

    def __repr__(self) -> str:
        return f"<SectionTone of {self.section.title!r}, valence: {self.valence!r}>"


@dataclass(frozen=True)
class Analysis:
    """What there is to say about a document; every part is computed when first asked for.

    `words` sets the valence (−4 to +4) of words and phrases for this text only; `engine` is tenor,
    or vader for the figures of nltk's own analyzer.
    """

    document: Document
    words: Mapping[str, float] = field(default_factory=dict)
    engine: str = "tenor"

    def __post_init__(self) -> None:
        if not isinstance(self.document, Document):
            raise wrong_type("a text must be a str or a Document", self.document)
        engines.refuse_unknown(self.engine)
        object.__setattr__(self, "words", MappingProxyType(tone.own_words(self.words)))

    def __hash__(self) -> int:
        return hash((self.document, self.engine))

    def __repr__(self) -> str:
        document = self.document
        size = f"words: {document.words}, sentences: {len(document.sentences)}"
        return f"<Analysis of {document.name!r}, {size}>"

    def _repr_html_(self) -> str:
        """Show the verdict, the themes and the measures in a notebook, which asks for this name."""
        from tenor.formats.reports import html

        return html.fragment(self)

    def to_dict(self, *, every: bool = False) -> dict[str, object]:
        """Give what `tenor --json` prints, in plain data; `every` adds each sentence's evidence."""
        from tenor.formats.reports import json

        return json.headed(json.report(self, every=every))

    def __reduce__(self) -> tuple[type[Analysis], tuple[Document, dict[str, float], str]]:
        """Go to another process without what has been computed: there it is computed when asked."""
        return Analysis, (self.document, dict(self.words), self.engine)

    @cached_property
    def language(self) -> language.LanguageShare:
        """How much of the text is in another language, and so is not judged."""
        return language.share(self.document)

    @property
    def is_foreign(self) -> bool:
        """Tell whether nothing of the text is in English."""
        return self.language.other_paragraphs > 0 and self.document.words == 0

    @cached_property
    def _valences(self) -> tuple[Value | None, ...]:
        if self.engine == "vader":
            return tone.vader_score(self.document)
        return tone.score(self.document, self.words, self._subjects)

    @cached_property
    def _subjects(self) -> tuple[str, ...]:
        return () if self.engine == "vader" else themes.subjects(self.document)

    @cached_property
    def plain_words(self) -> tuple[tone.PlainWords, ...]:
        """The words that carry no tone here, by subject: they are what the text is about."""
        return tone.plain_words(self._valences, self._subjects)

    @cached_property
    def _quotable(self) -> tuple[bool, ...]:
        return quotable(self.document)

    @cached_property
    def _unrepeated(self) -> tuple[bool, ...]:
        return unrepeated(self.document, self._quotable)

    @cached_property
    def sentences(self) -> tuple[tone.SentenceTone, ...]:
        """Every sentence with its span and valence, in order."""
        return tuple(
            tone.SentenceTone(sentence.span, valence, self.document)
            for sentence, valence in zip(self.document.sentences, self._valences, strict=True)
        )

    @cached_property
    def verdict(self) -> tuple[Statement, ...]:
        """The answer in a few statements; none for a text without a word."""
        return verdict(self)

    @cached_property
    def telling(self) -> tuple[tone.SentenceTone, ...]:
        """Up to two sentences either way that lean most, the most positive first."""
        return tone.telling(self.sentences, self._unrepeated)

    @cached_property
    def valence(self) -> Value | None:
        """The valence of the whole, −1 to +1; None only for a text without a word."""
        return tone.document_valence(self.document, self._valences)

    @property
    def is_short(self) -> bool:
        """Tell whether the text is too short to say how its tone runs."""
        document = self.document
        return document.words < FEW_WORDS or len(document.sentences) < FEW_SENTENCES

    @cached_property
    def is_factual(self) -> bool:
        """Tell whether words of tone rather state facts here.

        So they do where next to no person is spoken of or code is shown, and where the subject has
        its own words for what goes wrong: there twice as much is needed to call anything positive
        or negative.
        """
        return bool(self.plain_words) or tone.is_of_things(self.document)

    @cached_property
    def lean(self) -> tone.Lean:
        """What the tone of the whole is called, and which way it leans."""
        value = self.valence.value if self.valence else 0.0
        factual = self.is_factual
        clear = tone.shares(self._valences, tone.CLEAR * (tone.DOUBLED if factual else 1))
        return tone.called(value, self.interval, self.shares, clear, is_factual=factual)

    @cached_property
    def interval(self) -> tone.Interval | None:
        """The 95 % interval of the valence; None for short texts."""
        return None if self.is_short else tone.interval(self._valences)

    @cached_property
    def shares(self) -> tone.Shares:
        """How many sentences are positive, neutral or mixed, and negative."""
        return tone.shares(self._valences)

    @cached_property
    def turning_point(self) -> tone.TurningPoint | None:
        """The sentence at which the tone changes; None where chance would do as well."""
        return None if self.is_short else tone.turning_point(self._valences)

    @cached_property
    def sections(self) -> tuple[SectionTone, ...]:
        """Every section under a heading, with the mean valence of its sentences."""
        document = self.document
        return tuple(
            SectionTone(
                section,
                tone.document_valence(document, self._valences[section.first : section.after]),
            )
            for section in document.sections
        )

    @cached_property
    def passages(self) -> tone.Passages | None:
        """The most negative and the most positive run of sentences; None for short texts."""
        return None if self.is_short else tone.passages(self._valences, self._quotable)

    def arc(self, columns: int) -> tone.Arc | None:
        """Give the valence in reading order in at most so many columns; None for short texts."""
        if not isinstance(columns, int):
            raise wrong_type("columns must be an int", columns)
        if columns < 1:
            raise WrongValueError(f"columns must be 1 or more, not {columns}")
        return None if self.is_short else tone.arc(self.document, self._valences, columns)

    @cached_property
    def counts(self) -> style.Counts:
        """The words, syllables and letters of every sentence."""
        return style.counts(self.document)

    @cached_property
    def feelings(self) -> tuple[tone.Feeling, ...]:
        """The words of joy, anger, sadness and fear that nothing denies, in order."""
        plain = tone.plain_places(self._valences, self._subjects) if self._subjects else ()
        return tuple(word for word in tone.feelings(self.document) if word.span not in plain)

    @cached_property
    def _asked(self) -> dict[str, Value | None]:
        return {}

    def value(self, name: str) -> Value | None:
        """Give a measure, computed when first asked for; None where it is undefined for this text.

        Raises WrongValueError, a TenorError, where no measure has that name.
        """
        if not isinstance(name, str) or name not in self._asked:
            self._asked[name] = _measure(name).compute(self)
        return self._asked[name]

    @property
    def values(self) -> Mapping[str, Value | None]:
        """Every measure by name; None where it is undefined for this text."""
        return {one.name: self.value(one.name) for one in MEASURES}

    @cached_property
    def _scan(self) -> themes.Scan:
        return themes.scan(self.document)

    @cached_property
    def keyphrases(self) -> tuple[themes.Keyphrase, ...]:
        """The phrases that say most about what the text is about, best first."""
        return themes.keyphrases(self._scan)

    @cached_property
    def terms(self) -> tuple[themes.Keyphrase, ...]:
        """The single words that say most about what the text is about, best first."""
        return themes.terms(self._scan)

    @cached_property
    def also_mentioned(self) -> tuple[themes.Keyphrase, ...]:
        """The phrases used more than once that are part of no theme."""
        return themes.also_mentioned(self._scan, self.keyphrases, self.themes)

    @cached_property
    def title_phrases(self) -> tuple[str, ...]:
        """The noun phrases of the title that the text takes up."""
        return themes.title_phrases(self._scan)

    @cached_property
    def names(self) -> tuple[themes.Name, ...]:
        """The names of people, places and organisations, the most mentioned first."""
        return themes.names(self._scan)

    @cached_property
    def categories(self) -> tuple[themes.Category, ...]:
        """The subjects whose words come surely more often than usual, the surest first."""
        return themes.categories(self._scan)

    @cached_property
    def topic_sections(self) -> tuple[themes.TopicSection, ...]:
        """The sections by subject: by the main headings, else where a long text's topic shifts."""
        return themes.sections(self._scan, self._valences)

    @cached_property
    def gist(self) -> tuple[themes.Gist, ...]:
        """Up to six sentences that stand for themes, none of them quoted elsewhere."""
        quoted = [span for theme in self.themes for span in theme.quotes]
        return themes.gist(self._scan, self.themes, self._free(quoted), self.names)

    @cached_property
    def themes(self) -> tuple[themes.Theme, ...]:
        """The 3 to 7 themes (fewer in a short text), heaviest first."""
        surely = partial(tone.surely, whole=self.lean.way, is_factual=self.is_factual)
        return themes.themes(self._scan, self._valences, self._free(), surely)

    def _free(self, quoted: Iterable[Span] = ()) -> tuple[bool, ...]:
        """Tell of each sentence whether it may be quoted and is not yet: the evidence goes first.

        A sentence is quoted once in a report: as evidence, else for a theme, else in the gist.
        """
        taken = {*quoted, *(shown.span for shown in self.telling)}
        return tuple(
            may and sentence.span not in taken
            for may, sentence in zip(self._unrepeated, self.document.sentences, strict=True)
        )


def _measure(name: str) -> Measure[Analysis]:
    """Give the measure of a name.

    Raises WrongValueError, a TenorError, where there is none.
    """
    if not isinstance(name, str):
        raise wrong_type("the name of a measure must be a str", name)
    for one in MEASURES:
        if one.name == name:
            return one
    hint = did_you_mean(name, [one.name for one in MEASURES])
    raise WrongValueError(f"unknown measure {name!r}{hint}")


def read_source(source: Source, kind: str | None = None) -> Document:
    """Turn a decoded text into a document, read as its kind, else as its name's ending says."""
    reading = readers.read(source.text, source.name, source.kind if kind is None else kind)
    return segment.segment(source.name, source.text, reading, language.others(reading))
