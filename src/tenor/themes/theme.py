"""Themes: stars of word families, with their places, their share and the writer's feeling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from tenor import tone
from tenor.document import Span
from tenor.measure import Evidence, Value
from tenor.themes.candidates import Found, Scan
from tenor.themes.keyphrase import usual

MOST = 7
_POOL = 60
_PHRASES = 8


@dataclass(frozen=True)
class Theme:
    """What part of a text is about.

    `weight` is the share of content sentences it touches (0 to 1; themes overlap), `mentions` every
    place, `valence` the mean valence of the clauses that mention it, `quotes` the two sentences
    with the strongest feeling about it, `turn` the index in `sentences` where that feeling turns.
    """

    label: str
    phrases: tuple[str, ...]
    weight: float
    mentions: tuple[Span, ...]
    valence: Value | None
    sentences: tuple[int, ...] = ()
    quotes: tuple[Span, ...] = ()
    turn: int | None = None


@dataclass(slots=True)
class _Star:
    """A theme in the making: a seed family and those that gather round it."""

    seed: str
    members: list[str] = field(default_factory=list)


def themes(seen: Scan, valences: Sequence[Value | None]) -> tuple[Theme, ...]:
    """Find the themes, heaviest first: up to 7, fewer in a short text."""
    made = [_theme(seen, star, valences) for star in _stars(seen)]
    made.sort(key=lambda theme: (-theme.weight, -len(theme.mentions)))
    return tuple(made[:MOST])


def _stars(seen: Scan) -> list[_Star]:
    """Gather families round seeds, the strongest first; no chaining."""
    pool = sorted(seen.families, key=lambda stem: -_strength(seen, stem))[:_POOL]
    touched = {stem: frozenset(seen.families[stem].sentences) for stem in pool}
    stars: list[_Star] = []
    for stem in pool:
        if _stands(seen, stem):
            if len(stars) < MOST:
                stars.append(_Star(stem))
            continue
        host = _host(stem, stars, touched, sum(seen.content))
        if host is not None:
            host.members.append(stem)
    return stars


def _strength(seen: Scan, stem: str) -> float:
    """Weigh a family: uses × rarity, twice that for one in the title, half for one never a noun."""
    found = seen.families[stem]
    if stem in seen.light:
        return 0.0
    noun = 1.0 if found.nouns * 2 >= found.uses else 0.5
    return found.uses * seen.rarity[stem] * noun * (1 + (stem in seen.titled))


def _stands(seen: Scan, stem: str) -> bool:
    """Tell whether a family can be a theme: 3 uses in 2 blocks, or 2 and a place in a heading."""
    found = seen.families[stem]
    if stem in seen.light or found.names * 2 > found.uses or not _named(seen, stem):
        return False
    sentences = set(found.sentences)
    blocks = {seen.document.sentences[number].block for number in sentences}
    if stem in seen.titled:
        return found.uses >= 2
    least = 3 if len(seen.document.sentences) > 5 else 2
    few = min(2, len(seen.document.blocks))
    return found.uses >= least and len(sentences) >= least and len(blocks) >= few


def _named(seen: Scan, stem: str) -> bool:
    """Tell whether a family has a noun, or else a phrase used twice, to be called by."""
    if seen.families[stem].nouns:
        return True
    return any(phrase.uses >= 2 for _, phrase in _holding(seen, stem)[:1])


def _host(
    stem: str, stars: list[_Star], touched: dict[str, frozenset[int]], total: int
) -> _Star | None:
    """Find the seed a family goes with: together in 2 sentences and in half of its own.

    They must meet more often than chance would have it (PMI above 0). A family that can be a theme
    itself stays one.
    """
    own = touched[stem]
    best, found = 0.0, None
    for star in stars:
        seed = touched[star.seed]
        both = len(own & seed)
        if both < 2 or both * 2 < len(own) or len(star.members) >= _PHRASES:
            continue
        pmi = log(both * total / (len(own) * len(seed)))
        if pmi > best:
            best, found = pmi, star
    return found


def _theme(seen: Scan, star: _Star, valences: Sequence[Value | None]) -> Theme:
    """Make the theme of a star."""
    places = sorted(_places(seen, (star.seed, *star.members)))
    sentences = tuple(sorted({sentence for sentence, _, _ in places}))
    mentions = tuple(seen.span(*place) for place in places)
    feelings = _feelings(seen, places, valences)
    phrases = _phrases(seen, star)
    return Theme(
        label=_label(seen, star),
        phrases=phrases,
        weight=len(sentences) / max(1, sum(seen.content)),
        mentions=mentions,
        valence=_mean([value for _, value in feelings]),
        sentences=sentences,
        quotes=_quotes(seen, feelings),
    )


def _places(seen: Scan, stems: Iterable[str]) -> list[tuple[int, int, int]]:
    """Give sentence, token and length of each mention; neighbouring words are one."""
    spots = sorted(
        {
            spot
            for stem in stems
            for found in [seen.families[stem]]
            for spot in zip(found.sentences, found.tokens, strict=True)
        }
    )
    places: list[tuple[int, int, int]] = []
    for sentence, token in spots:
        if places and places[-1][0] == sentence and sum(places[-1][1:]) == token:
            places[-1] = (sentence, places[-1][1], places[-1][2] + 1)
        else:
            places.append((sentence, token, 1))
    return places


def _label(seen: Scan, star: _Star) -> str:
    """Name a theme: a phrase that covers half of the seed's uses, else its commonest noun."""
    first, stems = _name(seen, star.seed)
    own = set(seen.families[star.seed].sentences)
    for member in star.members:
        found = seen.families[member]
        if member in stems or found.nouns * 2 < found.uses or found.names * 2 > found.uses:
            continue
        if 3 * len(set(found.sentences) - own) >= len(own):
            return f"{first}, {_name(seen, member)[0]}"
    return first


def _name(seen: Scan, stem: str) -> tuple[str, tuple[str, ...]]:
    """Give the phrase that stands for a family, and its stems."""
    found = seen.families[stem]
    for stems, phrase in _holding(seen, stem):
        if len(stems) > 1 and phrase.uses >= 2 and 2 * phrase.uses >= found.uses:
            return usual(phrase), stems
    alone = seen.phrases.get((stem,))
    return usual(alone if alone is not None else found), (stem,)


def _holding(seen: Scan, stem: str) -> list[tuple[tuple[str, ...], Found]]:
    """Give the phrases that hold a stem, the most used first."""
    held = [(stems, seen.phrases[stems]) for stems in seen.holding.get(stem, ())]
    return sorted(held, key=lambda pair: -pair[1].uses)


def _phrases(seen: Scan, star: _Star) -> tuple[str, ...]:
    """List the phrases of a theme, the most used first, each once whatever its case."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for stem in (star.seed, *star.members):
        for _, phrase in _holding(seen, stem)[:_PHRASES]:
            form = usual(phrase)
            counts[form.lower()] = max(counts[form.lower()], phrase.uses)
            forms.setdefault(form.lower(), form)
    return tuple(forms[key] for key, _ in counts.most_common(_PHRASES))


def _feelings(
    seen: Scan, places: Sequence[tuple[int, int, int]], valences: Sequence[Value | None]
) -> list[tuple[int, Value]]:
    """Give the valence of each clause that mentions a theme, with its sentence."""
    felt: dict[tuple[int, Span], Value] = {}
    for number, token, length in places:
        value = valences[number] if number < len(valences) else None
        if value is None:
            continue
        at = seen.span(number, token, length)
        sentence = seen.document.sentences[number]
        for clause in tone.clauses(sentence):
            part = tone.clause_valence(sentence, clause, value)
            if part is not None and clause.start <= at.start < clause.end:
                felt[number, clause] = part
    return [(number, value) for (number, _), value in felt.items()]


def _mean(values: Sequence[Value]) -> Value | None:
    """Average valences; the evidence adds up to the mean."""
    if not values:
        return None
    share = 1 / len(values)
    evidence = tuple(
        Evidence(line.span, line.weight * share, line.note)
        for value in values
        for line in value.evidence
    )
    return Value(sum(value.value for value in values) * share, evidence)


def _quotes(seen: Scan, feelings: Sequence[tuple[int, Value]]) -> tuple[Span, ...]:
    """Choose the sentences with the two strongest feelings about a theme, best first."""
    ranked = sorted(feelings, key=lambda pair: (-abs(pair[1].value), pair[0]))
    chosen = dict.fromkeys(number for number, value in ranked if value.value)
    return tuple(seen.document.sentences[number].span for number in list(chosen)[:2])
