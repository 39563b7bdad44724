"""Themes: what parts of a text are about, where, how much, and how the writer feels about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from tenor import tone
from tenor.document import Span
from tenor.measure import Value, in_share
from tenor.themes.candidates import Scan
from tenor.themes.keyphrase import Keyphrase, WeightFactor, usual
from tenor.themes.proper import is_common, is_people
from tenor.themes.star import MOST, Star, factors, holding, is_name, label, stars
from tenor.themes.words import vocabulary

#: Gives the clauses of a sentence by its index, each with its valence.
Clauses = Callable[[int], Sequence[tuple[Span, Value]]]
#: Tells which way some valences surely lean: +1, −1, or 0.
Surely = Callable[[Sequence[float]], int]
#: A mention: the index of its sentence, that of its first token in it, and how many tokens it has.
Mention = tuple[int, int, int]

#: How many phrases a theme has at most, how many of them are verbs with their object, and how many
#: keyphrases are also mentioned.
_PHRASES, _DEEDS, _ALSO = 8, 3, 10
#: The endings of plurals and what stands in their place, the first that fits.
_PLURALS = (("ss", "ss"), ("ies", "y"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""))
#: What is also mentioned has so many uses, a single word so many, and that is so rare
#: (8 − Zipf frequency).
_TWICE, _THRICE, _RARE = 2, 3, 3.75


@dataclass(frozen=True)
class Theme:
    """What part of a text is about.

    `label` is its name, `phrases` are up to eight phrases of it, the most used first. `weight` is
    the share of content sentences it touches (0 to 1; themes overlap), `mentions` every place and
    `sentences` the indexes of the sentences these are in. `valence` is the mean valence (−1 to +1)
    of the clauses that mention it, None where no clause has one; `quotes` has the sentence that
    shows it best, if one does: it holds a word of the label and leans as the theme does. `turn` is
    the index of the sentence at which that feeling turns, None where it does not surely. `families`
    are the words it gathers, the seed first, each standing for all its forms; `why` is what the
    seed's strength is the product of. `way` is +1 or −1 where the clauses surely lean so, else 0.
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
    way: int = 0

    def __repr__(self) -> str:
        return f"<Theme {self.label!r}, weight: {self.weight:.2f}, mentions: {len(self.mentions)}>"

    @property
    def felt(self) -> float | None:
        """The valence where it surely leans either way, else None."""
        return self.valence.value if self.valence and self.way else None


def themes(
    scan: Scan,
    valences: Sequence[Value | None],
    may: Sequence[bool],
    surely: Surely = tone.surely,
) -> tuple[Theme, ...]:
    """Find the themes, heaviest first: up to 7, fewer in a short text.

    `may` tells of each sentence whether it may be quoted (see tenor.quotable), none is twice;
    `surely` which way the clauses about a theme lean.
    """
    clauses = cache(partial(_clauses, scan, valences))
    unranked = (_theme(scan, star, clauses, surely) for star in stars(scan))
    ranked = sorted(unranked, key=lambda theme: (-theme.weight, -len(theme.mentions)))[:MOST]
    ways = [tone.leans(value) * free for value, free in zip(valences, may, strict=True)]
    return tuple(_quoted(scan, theme, clauses, ways) for theme in ranked)


def naming(label: str) -> Callable[[str], bool]:
    """Give a function that tells whether a form names a theme by its label.

    It is the last word of either part of the label, in singular or plural: "attacks" names
    "terrorist attack", "terrorists" does not, nor does "parking" name "park".
    """
    heads = {_singular(part.split()[-1]) for part in label.split(",") if part.split()}
    return lambda form: _singular(form) in heads


def _singular(form: str) -> str:
    """Take the ending of a plural from a word."""
    word = form.lower()
    for ending, rest in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + rest
    return word


def also_mentioned(
    scan: Scan, keyphrases: Sequence[Keyphrase], themes: Sequence[Theme]
) -> tuple[Keyphrase, ...]:
    """List the keyphrases that are part of no theme and no name.

    They have two words and two uses, or are a noun of the title, or a rare one used thrice.
    """
    look = vocabulary()
    said = {look(word).stem for theme in themes for word in " ".join(theme.phrases).split()}
    said |= {look(word).stem for theme in themes for word in theme.label.replace(",", "").split()}
    others = []
    for phrase in keyphrases:
        stems = [look(word).stem for word in phrase.phrase.split()]
        families = [scan.families[stem] for stem in stems if stem in scan.families]
        is_new = said.isdisjoint(stems) and not any(map(is_name, families))
        if is_new and not _is_cut_out(phrase.phrase) and _says_enough(scan, stems, phrase):
            others.append(phrase)
            said.update(stems)
    return tuple(others[:_ALSO])


def _is_cut_out(phrase: str) -> bool:
    """Tell what begins as a title does ("Year awards"), with a shout or with an -ed form."""
    first = phrase.partition(" ")[0]
    is_shout = first.isupper() and first.isalpha() and is_common(first)
    is_title = first.istitle() and not is_people(first.lower())
    return is_title or is_shout or vocabulary()(first).participle


def _says_enough(scan: Scan, stems: Sequence[str], phrase: Keyphrase) -> bool:
    """Tell whether a phrase is more than a single incidental word."""
    head = scan.families[stems[-1]]
    if head.nouns < head.uses or phrase.mentions < _TWICE:
        return False
    if len(stems) > 1:
        return stems[0] not in scan.empty
    is_rare = phrase.mentions >= _THRICE and scan.rarity[stems[0]] >= _RARE
    return is_rare or stems[0] in scan.titled


def _theme(scan: Scan, star: Star, clauses: Clauses, surely: Surely) -> Theme:
    """Make the theme of a star."""
    mentions = sorted(_mentions(scan, star.stems))
    sentences = tuple(sorted({sentence for sentence, _, _ in mentions}))
    feelings = _feelings(scan, mentions, clauses)
    return Theme(
        label=label(scan, star),
        phrases=_phrases(scan, star, mentions),
        weight=len(sentences) / max(1, sum(scan.content)),
        mentions=tuple(scan.span(*mention) for mention in mentions),
        valence=_mean([value for _, value in feelings]),
        sentences=sentences,
        turn=_turn(feelings),
        families=tuple(usual(scan.families[stem]) for stem in star.stems),
        why=factors(scan, star.seed),
        way=surely([value.value for _, value in feelings]),
    )


def _mentions(scan: Scan, stems: Iterable[str]) -> list[Mention]:
    """Give the mentions of some families, in order; neighbouring words are one."""
    uses: set[tuple[int, int]] = set()
    for stem in stems:
        family = scan.families[stem]
        uses.update(zip(family.sentences, family.tokens, strict=True))
    mentions: list[Mention] = []
    for sentence, token in sorted(uses):
        if mentions and mentions[-1][0] == sentence and sum(mentions[-1][1:]) == token:
            mentions[-1] = (sentence, mentions[-1][1], mentions[-1][2] + 1)
        else:
            mentions.append((sentence, token, 1))
    return mentions


def _phrases(scan: Scan, star: Star, mentions: Sequence[Mention]) -> tuple[str, ...]:
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
    verbs = [phrase for phrase in _deeds(scan, mentions) if phrase.lower() not in forms]
    return (*nouns[: _PHRASES - len(verbs)], *verbs)


def _deeds(scan: Scan, mentions: Sequence[Mention]) -> list[str]:
    """Give up to three verbs with the mention that is their object, the commonest first."""
    look, deeds = vocabulary(), Counter[str]()
    for sentence, token, length in mentions:
        tags = scan.tags[sentence]
        if token and tags[token - 1] in "VG" and tags[token + length - 1] == "N":
            forms = scan.document.sentences[sentence].forms[token - 1 : token + length]
            if not look(forms[0]).stop and "'" not in forms[-1]:
                deeds[" ".join(forms).lower()] += 1
    return [phrase for phrase, _ in deeds.most_common(_DEEDS)]


def _clauses(
    scan: Scan, valences: Sequence[Value | None], index: int
) -> tuple[tuple[Span, Value], ...]:
    """Give the clauses of a sentence, each with its valence."""
    sentence = scan.document.sentences[index]
    value = valences[index] if index < len(valences) else None
    parts = ((span, tone.clause_valence(sentence, span, value)) for span in tone.clauses(sentence))
    return tuple((span, part) for span, part in parts if part is not None)


def _feelings(scan: Scan, mentions: Sequence[Mention], clauses: Clauses) -> list[tuple[int, Value]]:
    """Give the valence of each clause that mentions a theme, with its sentence."""
    by_clause: dict[tuple[int, Span], Value] = {}
    for sentence, token, _ in mentions:
        start = scan.document.sentences[sentence].starts[token]
        for clause, value in clauses(sentence):
            if clause.start <= start < clause.end:
                by_clause[sentence, clause] = value
    return [(sentence, value) for (sentence, _), value in by_clause.items()]


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


def _quoted(scan: Scan, theme: Theme, clauses: Clauses, ways: list[int]) -> Theme:
    """Add the sentence that leans most as a theme does in a clause that names it, if one does.

    `ways` has the side of each sentence that is free to be quoted, 0 for others; what is quoted is
    free no longer.
    """
    way = theme.way
    names = naming(theme.label)
    felt = {
        index: max((way * value for value in _named(scan, index, names, clauses)), default=0.0)
        for index in theme.sentences
        if way and ways[index] == way
    }
    best = max(felt, key=lambda index: (felt[index], -index), default=None)
    if best is None or felt[best] < tone.NEUTRAL_BAND:
        return theme
    ways[best] = 0
    return replace(theme, quotes=(scan.document.sentences[best].span,))


def _named(
    scan: Scan, index: int, names: Callable[[str], bool], clauses: Clauses
) -> Iterator[float]:
    """Yield the valence of each clause of a sentence that names a theme."""
    sentence = scan.document.sentences[index]
    starts = [
        start for start, form in zip(sentence.starts, sentence.forms, strict=True) if names(form)
    ]
    for clause, value in clauses(index):
        if any(clause.start <= start < clause.end for start in starts):
            yield value.value
