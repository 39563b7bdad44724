"""Stars: word families that gather round a seed and make one theme; no chaining."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log, prod
from typing import NamedTuple

from tenor.themes.candidates import Occurrences, Scan
from tenor.themes.category import packaged
from tenor.themes.keyphrase import WeightFactor, usual

# The numbers here are the project's own, set by reading themes beside those that readers name;
# tests/accuracy/themes.py compares the two.
#: How many themes there are at most, and how many families gather round a seed.
MOST = 7
MOST_MEMBERS = 8
#: How many families are looked at: the weaker ones begin no theme.
_POOL = 80
#: What a family's strength is multiplied by in the title, and if it is seldom a noun.
_TITLE = 2.0
_NO_NOUN = 0.5
#: In how many sentences a family stands together with the seed whose company it keeps.
_TOGETHER = 3
#: A theme stands in so many sentences, in a text of few sentences, and in so many blocks.
_LEAST_SENTENCES, _LEAST_IN_FEW, _LEAST_BLOCKS = 3, 2, 2
#: What says little begins a compound if so large a part of its uses do.
_BOUND = 0.8
#: A text of so many sentences at most has few.
_FEW_SENTENCES = 5


class Compound(NamedTuple):
    """Words that stand together as one noun: their stems, their usual form, how often they do."""

    stems: tuple[str, ...]
    form: str
    uses: int


@dataclass(slots=True)
class Star:
    """A theme in the making: a seed and the families that gather round it, by their stems.

    `kin` is the group of near synonyms the seed is of, None if of none.
    """

    seed: str
    kin: str | None = None
    members: list[str] = field(default_factory=list)

    @property
    def stems(self) -> tuple[str, ...]:
        """Give the seed and its members."""
        return (self.seed, *self.members)


def stars(scan: Scan) -> list[Star]:
    """Gather families round seeds, the strongest first.

    A family that can be a theme is a seed, unless it is kin to a star or named by a phrase with its
    seed; one that cannot goes with the star it keeps company with.
    """
    pool = _pool(scan)
    touched = {stem: frozenset(scan.families[stem].sentences) for stem in pool}
    gathered: list[Star] = []
    for stem in pool:
        kin = kin_of(scan, stem)
        host = _related(scan, stem, kin, gathered)
        if host is None and not _stands(scan, stem, kin):
            host = _companion(stem, gathered, touched, sum(scan.content))
        if host is not None:
            host.members.append(stem)
        elif len(gathered) < MOST and _stands(scan, stem, kin):
            gathered.append(Star(stem, kin))
    return gathered


def factors(scan: Scan, stem: str) -> tuple[WeightFactor, ...]:
    """Give what a family's strength is the product of; a factor of 1 is not worth naming."""
    family = scan.families[stem]
    why = (
        WeightFactor("uses", family.uses),
        WeightFactor("rarity", scan.rarity[stem]),
        WeightFactor("seldom a noun", 1.0 if family.nouns * 2 >= family.uses else _NO_NOUN),
        WeightFactor("in the title", _TITLE if stem in scan.titled else 1.0),
    )
    return tuple(factor for factor in why if factor.value != 1)


def strength(scan: Scan, stem: str) -> float:
    """Weigh a family: uses × rarity, twice that for one in the title, half if seldom a noun."""
    return prod(factor.value for factor in factors(scan, stem))


def _pool(scan: Scan) -> list[str]:
    """Choose the families to look at, the strongest first: used twice, or kin to others."""
    kin = packaged().kin
    likely = [
        stem
        for stem, family in scan.families.items()
        if stem not in scan.light and (family.uses > 1 or stem in kin)
    ]
    return sorted(likely, key=lambda stem: -strength(scan, stem))[:_POOL]


def kin_of(scan: Scan, stem: str) -> str | None:
    """Name the near synonyms a family is of, by itself or by a phrase it stands in."""
    kin = packaged().kin
    if stem in kin:
        return kin[stem]
    phrases = ("_".join(stems) for stems in scan.holding.get(stem, ()))
    return next((kin[phrase] for phrase in phrases if phrase in kin), None)


def _stands(scan: Scan, stem: str, kin: str | None) -> bool:
    """Tell whether a family can be a theme: 3 uses in 3 sentences and 2 blocks, 2 if in the title.

    A name cannot, unless its kin are met too: then it stands for them.
    """
    family = scan.families[stem]
    if not is_named(scan, stem) or (is_name(family) and not _has_kin(scan, stem, kin)):
        return False
    if stem in scan.titled:
        return family.uses >= 2
    document, sentences = scan.document, set(family.sentences)
    blocks = {document.sentences[index].block for index in sentences}
    is_few = len(document.sentences) <= _FEW_SENTENCES
    is_one_block = document.sentences[0].block == document.sentences[-1].block
    least_blocks = 1 if is_one_block else _LEAST_BLOCKS
    least_sentences = _LEAST_IN_FEW if is_few else _LEAST_SENTENCES
    return len(sentences) >= least_sentences and len(blocks) >= least_blocks


def is_name(family: Occurrences) -> bool:
    """Tell whether a family is mostly a name."""
    return family.names * 2 > family.uses


def is_named(scan: Scan, stem: str) -> bool:
    """Tell whether a family is a noun as often as not, or else goes by a phrase."""
    family = scan.families[stem]
    return family.nouns * 2 >= family.uses or len(name(scan, stem)[1]) > 1


def _has_kin(scan: Scan, stem: str, kin: str | None) -> bool:
    """Tell whether another family of the text is of the same kin."""
    if kin is None:
        return False
    table = packaged().kin
    return any(table[other] == kin and other != stem for other in scan.families if other in table)


def _related(scan: Scan, stem: str, kin: str | None, gathered: list[Star]) -> Star | None:
    """Find the star a family is kin to, or whose seed it shares its name with."""
    _, stems = name(scan, stem)
    for star in gathered:
        if len(star.members) < MOST_MEMBERS and (
            (kin is not None and kin == star.kin) or (star.seed in stems)
        ):
            return star
    return None


def _companion(
    stem: str, gathered: list[Star], touched: dict[str, frozenset[int]], total: int
) -> Star | None:
    """Find the star whose seed a family keeps company with.

    They are together in 3 sentences, in half of its own, and more often than chance would have it
    (pointwise mutual information above 0).
    """
    sentences = touched[stem]
    best, host = 0.0, None
    for star in gathered:
        of_seed = touched[star.seed]
        both = len(sentences & of_seed)
        if both < _TOGETHER or both * 2 < len(sentences) or len(star.members) >= MOST_MEMBERS:
            continue
        information = log(both * total / (len(sentences) * len(of_seed)))
        if information > best:
            best, host = information, star
    return host


def label(scan: Scan, star: Star) -> str:
    """Name a star by its first nameable family, and a second that adds a quarter of its sentences.

    What is no name of a person or thing comes before what is; near synonyms make no pair.
    """
    named = [stem for stem in star.stems if is_named(scan, stem)]
    named.sort(key=lambda stem: is_name(scan.families[stem]))
    first, stems = name(scan, named[0] if named else star.seed)
    covered = {sentence for stem in stems for sentence in scan.families[stem].sentences}
    for member in named[1:]:
        family = scan.families[member]
        second, others = name(scan, member)
        is_wider = len(set(family.sentences) - covered) * 4 >= len(covered)
        is_apart = set(others).isdisjoint(stems) and kin_of(scan, member) is None
        if is_wider and family.uses > 1 and is_apart and not is_name(family):
            return f"{first}, {second}"
    return first


def name(scan: Scan, stem: str) -> tuple[str, tuple[str, ...]]:
    """Give the words a family goes by, and their stems.

    That is a compound used twice that covers half of its uses, else its commonest noun.
    """
    family = scan.families[stem]
    for compound in compounds(scan, stem):
        if compound.uses >= 2 and 2 * compound.uses >= family.uses:
            return compound.form, compound.stems
    alone = scan.phrases.get((stem,))
    return usual(alone if alone is not None else family), (stem,)


def compounds(scan: Scan, stem: str) -> list[Compound]:
    """List the compounds a family stands in, whole phrases or parts of them, the most used first.

    Of equals the longer comes first. A compound ends in a noun, and begins with no word that says
    little, unless that is hardly met elsewhere ("open source").
    """
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for stems in scan.holding.get(stem, ()):
        for start, end in _parts(stems, stem):
            part = forms[stems[start:end]]
            for form, uses in scan.phrases[stems].forms.items():
                part[" ".join(form.split(" ")[start:end])] += uses
    listed = [
        Compound(stems, max(part, key=part.__getitem__), part.total())
        for stems, part in forms.items()
        if _is_compound(scan, stems, part.total())
    ]
    return sorted(listed, key=lambda compound: (-compound.uses, -len(compound.stems)))


def _parts(stems: tuple[str, ...], stem: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a phrase of two words or more begin and end that hold a stem."""
    for start in range(len(stems) - 1):
        for end in range(start + 2, len(stems) + 1):
            if stem in stems[start:end]:
                yield start, end


def _is_compound(scan: Scan, stems: tuple[str, ...], uses: int) -> bool:
    """Tell whether words that stand together say what they are about."""
    last = scan.families[stems[-1]]
    is_bare = stems[0] in scan.empty and scan.families[stems[0]].uses * _BOUND > uses
    return last.nouns * 2 >= last.uses and not is_bare


def holding(scan: Scan, stem: str) -> list[tuple[tuple[str, ...], Occurrences]]:
    """Give the phrases that hold a stem, the most used first."""
    phrases = [(stems, scan.phrases[stems]) for stems in scan.holding.get(stem, ())]
    return sorted(phrases, key=lambda pair: -pair[1].uses)
