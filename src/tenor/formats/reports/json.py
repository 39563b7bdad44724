"""One JSON object a text: everything the analysis knows, in a stable order, floats rounded."""

from __future__ import annotations

from collections.abc import Sequence

from tenor import __version__, style
from tenor import tone as tone_room
from tenor.analysis import Analysis, SectionTone
from tenor.document import Document, Span
from tenor.errors import Failure
from tenor.formats.note import note, parts
from tenor.formats.objects import SCHEMA_VERSION, Object, dumps, error_lines, errors, lines, rounded
from tenor.measure import Evidence, Measure, Value
from tenor.summary import Summary, summarize
from tenor.themes import Category, Keyphrase, Name, Theme, TopicSection
from tenor.verdict import Pole, Statement


def report(analysis: Analysis, *, every: bool = False) -> Object:
    """Give what is said of one text; `every` adds each word's evidence to each sentence."""
    document, summary = analysis.document, summarize(analysis)
    return {
        "name": summary.name,
        "title": summary.title,
        "words": summary.words,
        "sentences": summary.sentences,
        "language": {"judged": rounded(summary.language.judged), **summary.language._asdict()},
        "verdict": [_statement(one) for one in summary.verdict],
        "tone": _tone(analysis, summary, every=every),
        "sections": [_section(document, section) for section in analysis.sections],
        "themes": [_theme(document, theme) for theme in analysis.themes],
        "also_mentioned": [_keyphrase(phrase) for phrase in analysis.also_mentioned],
        "names": [_name(document, name) for name in analysis.names],
        "categories": [_category(category) for category in analysis.categories],
        "topic_sections": [_topic(document, section) for section in analysis.topic_sections],
        "gist": [
            {
                "theme": line.label,
                **_place(document, line.span),
                "text": _folded(document.shown(line.span)),
            }
            for line in analysis.gist
        ],
        "keyphrases": [_keyphrase(phrase) for phrase in analysis.keyphrases],
        "terms": [_keyphrase(term) for term in analysis.terms],
        "reading": _values(summary, style.MEASURES),
        "left_out": [
            {**_place(document, out.span), "reason": out.reason} for out in document.left_out
        ],
    }


def headed(one: Object) -> Object:
    """Give an object that stands by itself: the versions, then what it says."""
    return {"schema_version": SCHEMA_VERSION, "tool_version": __version__, **one}


def write(texts: Sequence[Object], failures: Sequence[Failure] = ()) -> str:
    """Write the object of a text, or that of several texts with those that could not be read."""
    is_single = len(texts) == 1 and not failures
    return dumps(headed(texts[0] if is_single else {"files": [*texts], "errors": errors(failures)}))


def write_lines(texts: Sequence[Object], failures: Sequence[Failure] = ()) -> str:
    """Write an object a line, and a line with an error for each text that could not be read."""
    return lines(map(headed, texts)) + error_lines(failures)


def _place(document: Document, span: Span) -> Object:
    """Give a span as offsets and as line and column."""
    line, column = document.position(span.start)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def _statement(one: Statement) -> Object:
    """Give one statement of the verdict: its kind, its sentence, and what that says as data."""
    parts = {key: _part(value) for key, value in one._asdict().items()}
    return {"kind": type(one).__name__.lower(), "text": str(one), **parts}


def _part(value: object) -> object:
    """Give a part of a statement: numbers rounded, what has parts as a list or an object."""
    if isinstance(value, float):
        return rounded(value)
    if isinstance(value, Pole):
        return value._asdict()
    return [_part(one) for one in value] if isinstance(value, tuple) else value


def _tone(analysis: Analysis, summary: Summary, *, every: bool) -> Object:
    """Give how the text sounds: the whole, its spread, its turning point, every sentence."""
    document, turn = analysis.document, analysis.turning_point
    return {
        "engine": analysis.engine,
        "valence": rounded(summary.valence),
        "interval": summary.interval and [rounded(end) for end in summary.interval],
        "neutral_band": tone_room.NEUTRAL_BAND,
        **summary.shares._asdict(),
        "turning_point": turn
        and {
            "sentence": turn.sentence,
            "line": summary.turning_line,
            "before": rounded(turn.before),
            "after": rounded(turn.after),
            "statistic": rounded(turn.statistic),
        },
        "plain_words": [plain._asdict() for plain in analysis.plain_words],
        "measures": _values(summary, tone_room.MEASURES),
        "arc": [
            {
                **_place(document, sentence.span),
                "valence": rounded(sentence.valence.value if sentence.valence else None),
                **({"evidence": _evidence(document, sentence.valence)} if every else {}),
            }
            for sentence in analysis.sentences
        ],
    }


def _values(summary: Summary, measures: Sequence[Measure[Analysis]]) -> Object:
    """Give the measures by name: value and unit."""
    return {
        one.name: {"value": rounded(summary.measures[one.name]), "unit": one.unit}
        for one in measures
    }


def _section(document: Document, section: SectionTone) -> Object:
    """Give one section: its heading, its place, its sentences and its tone."""
    part = section.section
    return {
        "title": part.title,
        "level": part.level,
        **_place(document, part.span),
        "sentences": part.after - part.first,
        "valence": rounded(section.valence.value if section.valence else None),
    }


def _theme(document: Document, theme: Theme) -> Object:
    """Give one theme with every place it is mentioned."""
    return {
        "label": theme.label,
        "phrases": list(theme.phrases),
        "weight": rounded(theme.weight),
        "mentions": [_place(document, span) for span in theme.mentions],
        "valence": rounded(theme.valence.value if theme.valence else None),
        "quotes": [
            {**_place(document, span), "text": _folded(document.shown(span))}
            for span in theme.quotes
        ],
    }


def _name(document: Document, name: Name) -> Object:
    """Give one name with every place it is mentioned."""
    return {
        "name": name.name,
        "forms": list(name.forms),
        "mentions": [_place(document, span) for span in name.mentions],
    }


def _category(category: Category) -> Object:
    """Give one subject: how many times the usual rate, and the words."""
    return {
        "name": category.name,
        "times": rounded(category.times),
        "hits": category.hits,
        "words": list(category.words),
    }


def _topic(document: Document, section: TopicSection) -> Object:
    """Give one section by subject."""
    return {
        "heading": section.heading,
        **_place(document, section.span),
        "sentences": section.after - section.first,
        "about": list(section.about),
        "valence": rounded(section.valence.value if section.valence else None),
    }


def _keyphrase(phrase: Keyphrase) -> Object:
    """Give one keyphrase or term."""
    return {"phrase": phrase.phrase, "weight": rounded(phrase.weight)}


def _evidence(document: Document, value: Value | None) -> list[Object]:
    """Give the words behind a value."""
    return [_trace(document, trace) for trace in value.evidence] if value else []


def _trace(document: Document, trace: Evidence) -> Object:
    """Give one word's part in a value."""
    return {
        **_place(document, trace.span),
        "text": _folded(document.shown(trace.span)),
        "weight": rounded(trace.weight),
        **parts(trace),
        "note": note(trace),
    }


def _folded(text: str) -> str:
    """Fold line ends and runs of spaces into one space."""
    return " ".join(text.split())
