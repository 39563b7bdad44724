"""Themes: what parts of a text are about, where, how much, and how the writer feels about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from tenor import tone
from tenor.document import Span
from tenor.measure import Value, in_share
from tenor.themes.candidates import Scan
from tenor.themes.keyphrase import Keyphrase, WeightFactor, usual
from tenor.themes.star import MOST, Star, factors, holding, is_name, label, stars
from tenor.themes.words import vocabulary

#: Gives the clauses of a sentence by its number, each with its valence.
Clauses = Callable[[int], Sequence[tuple[Span, Value]]]

_PHRASES = 8
_ALSO = 10


@dataclass(frozen=True)
class Theme:
    """What part of a text is about.

    `weight` is the share of content sentences it touches (0 to 1; themes overlap), `mentions` every
    place, `valence` the mean valence of the clauses that mention it, `quotes` the two sentences
    with the strongest feeling about it, `turn` the sentence at which that feeling turns. `families`
    are the words it gathers, the seed first, each standing for all its forms; `why` is what the
    seed's strength is the product of.
    """

    label: str
    phrases: tuple[str, ...]
    weight: float
    mentions: tuple[Span, ...]
    valence: Value | None
    sentences: tuple[int, ...] = ()
    quotes: tuple[Span, ...] = ()
    turn: int | None = None
    families: tuple[str, ...] = ()
    why: tuple[WeightFactor, ...] = ()

    def __repr__(self) -> str:
        return f"<Theme {self.label!r}, weight: {self.weight:.2f}, mentions: {len(self.mentions)}>"


def themes(scan: Scan, valences: Sequence[Value | None]) -> tuple[Theme, ...]:
    """Find the themes, heaviest first: up to 7, fewer in a short text."""
    clauses = cache(partial(_clauses, scan, valences))
    made = [_theme(scan, star, clauses) for star in stars(scan)]
    made.sort(key=lambda theme: (-theme.weight, -len(theme.mentions)))
    return tuple(made[:MOST])


def also_mentioned(
    scan: Scan, keyphrases: Sequence[Keyphrase], themes: Sequence[Theme]
) -> tuple[Keyphrase, ...]:
    """List the keyphrases used twice or more that are part of no theme and no name."""
    look = vocabulary()
    said = {look(word).stem for theme in themes for word in " ".join(theme.phrases).split()}
    said |= {look(word).stem for theme in themes for word in theme.label.replace(",", "").split()}
    left = []
    for phrase in keyphrases:
        stems = [look(word).stem for word in phrase.phrase.split()]
        families = [scan.families[stem] for stem in stems if stem in scan.families]
        if phrase.mentions > 1 and said.isdisjoint(stems) and not any(map(is_name, families)):
            left.append(phrase)
            said.update(stems)
    return tuple(left[:_ALSO])


def _theme(scan: Scan, star: Star, clauses: Clauses) -> Theme:
    """Make the theme of a star."""
    places = sorted(_places(scan, star.stems))
    sentences = tuple(sorted({sentence for sentence, _, _ in places}))
    mentions = tuple(scan.span(*place) for place in places)
    feelings = _feelings(scan, places, clauses)
    phrases = _phrases(scan, star, places)
    return Theme(
        label=label(scan, star),
        phrases=phrases,
        weight=len(sentences) / max(1, sum(scan.content)),
        mentions=mentions,
        valence=_mean([value for _, value in feelings]),
        sentences=sentences,
        quotes=_quotes(scan, feelings),
        turn=_turn(feelings),
        families=tuple(usual(scan.families[stem]) for stem in star.stems),
        why=factors(scan, star.seed),
    )


def _places(scan: Scan, stems: Iterable[str]) -> list[tuple[int, int, int]]:
    """Give sentence, token and length of each mention; neighbouring words are one."""
    spots = sorted(
        {
            spot
            for stem in stems
            for family in [scan.families[stem]]
            for spot in zip(family.sentences, family.tokens, strict=True)
        }
    )
    places: list[tuple[int, int, int]] = []
    for sentence, token in spots:
        if places and places[-1][0] == sentence and sum(places[-1][1:]) == token:
            places[-1] = (sentence, places[-1][1], places[-1][2] + 1)
        else:
            places.append((sentence, token, 1))
    return places


def _phrases(scan: Scan, star: Star, places: Sequence[tuple[int, int, int]]) -> tuple[str, ...]:
    """List the phrases of a theme, the most used first, then what is done to it ("help people")."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for stem in star.stems:
        for _, phrase in holding(scan, stem)[:_PHRASES]:
            form = usual(phrase)
            if "'" not in form:
                counts[form.lower()] = max(counts[form.lower()], phrase.uses)
                forms.setdefault(form.lower(), form)
    nouns = [forms[key] for key, _ in counts.most_common(_PHRASES)]
    verbs = [phrase for phrase in _deeds(scan, places) if phrase.lower() not in forms]
    return (*nouns[: _PHRASES - len(verbs)], *verbs)


def _deeds(scan: Scan, places: Sequence[tuple[int, int, int]]) -> list[str]:
    """Give up to three verbs whose object a mention is, the commonest first."""
    look, deeds = vocabulary(), Counter[str]()
    for number, token, length in places:
        tags = scan.tags[number]
        if token and tags[token - 1] in "VG" and tags[token + length - 1] == "N":
            forms = scan.document.sentences[number].forms[token - 1 : token + length]
            if not look(forms[0]).stop and "'" not in forms[-1]:
                deeds[" ".join(forms).lower()] += 1
    return [phrase for phrase, _ in deeds.most_common(3)]


def _clauses(
    scan: Scan, valences: Sequence[Value | None], number: int
) -> tuple[tuple[Span, Value], ...]:
    """Give the clauses of a sentence, each with its valence."""
    sentence = scan.document.sentences[number]
    value = valences[number] if number < len(valences) else None
    parts = ((span, tone.clause_valence(sentence, span, value)) for span in tone.clauses(sentence))
    return tuple((span, part) for span, part in parts if part is not None)


def _feelings(
    scan: Scan, places: Sequence[tuple[int, int, int]], clauses: Clauses
) -> list[tuple[int, Value]]:
    """Give the valence of each clause that mentions a theme, with its sentence."""
    felt: dict[tuple[int, Span], Value] = {}
    for number, token, _ in places:
        start = scan.document.sentences[number].starts[token]
        for clause, value in clauses(number):
            if clause.start <= start < clause.end:
                felt[number, clause] = value
    return [(number, value) for (number, _), value in felt.items()]


def _turn(feelings: Sequence[tuple[int, Value]]) -> int | None:
    """Find the sentence at which the feeling about a theme turns, if it surely does."""
    turn = tone.turning_point([value for _, value in feelings])
    return None if turn is None else feelings[turn.sentence][0]


def _mean(values: Sequence[Value]) -> Value | None:
    """Average valences; the evidence adds up to the mean."""
    if not values:
        return None
    share = 1 / len(values)
    return Value(sum(value.value for value in values) * share, in_share(values, share))


def _quotes(scan: Scan, feelings: Sequence[tuple[int, Value]]) -> tuple[Span, ...]:
    """Choose the sentences with the two strongest feelings about a theme, best first."""
    ranked = sorted(feelings, key=lambda pair: (-abs(pair[1].value), pair[0]))
    chosen = dict.fromkeys(number for number, value in ranked if value.value)
    return tuple(scan.document.sentences[number].span for number in list(chosen)[:2])
