"""Stars: word families that gather round a seed and make one theme; no chaining."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import log, prod, sqrt
from typing import NamedTuple

from tenor.document import BlockKind, Document
from tenor.themes.candidates import Occurrences, Scan
from tenor.themes.category import packaged
from tenor.themes.keyphrase import WeightFactor
from tenor.themes.proper import is_known_acronym, is_people, name_lists
from tenor.themes.words import bare, closed_words, vocabulary

# The numbers here are the project's own, set by reading themes beside those that readers name;
# tests/accuracy/themes.py compares the two.
#: How many themes there are at most, and how many families gather round a seed.
MOST = 7
MOST_MEMBERS = 8
#: How many families are looked at: the weaker ones begin no theme.
_POOL = 80
#: What a family's strength is multiplied by in the title, if a compound names it, and if it is
#: seldom a noun.
_TITLE = 2.0
_COMPOUND = 1.5
_NO_NOUN = 0.5
#: No theme is weaker than this × √sentences, of so many at least, unless it stands in so large a
#: part of them, in so large a one if the word is as common as this (8 − Zipf frequency).
_WEAKEST, _SHORT_TEXT = 1.35, 64
_WIDE, _WIDER, _COMMON = 0.13, 0.25, 2.5
#: In how many sentences a family stands together with the seed whose company it keeps.
_TOGETHER = 3
#: A theme stands in so many sentences, in a text of few sentences, and in so many blocks where
#: there are as many as this.
_LEAST_SENTENCES, _LEAST_IN_FEW, _LEAST_BLOCKS = 3, 2, 2
_MANY_BLOCKS = 8
#: What says little begins a compound if so large a part of its uses do.
_BOUND = 0.8
#: A log-likelihood above this is chance once in 20 times.
_SURE = 3.84
#: A family that ends fewer of its phrases is half of compounds: "interim government".
_ENDING = 0.25
#: A word that is no topic by itself is one by a compound if it is used so often: "interest rate".
_OFTEN = 3
#: A name is a theme if it stands in so large a part of the sentences, in so large a one if it
#: mostly speaks.
_LEADING, _LEADING_SPEAKER = 0.1, 0.2
#: … and if it is met over so large a part of the text: a name in an example is not.
_REACH = 0.3
#: Who stands beside words of reporting in one of so many uses mostly speaks.
_SPEAKING = 3
#: What stands in these is beside the prose.
_BESIDE: frozenset[BlockKind] = frozenset({"caption", "alt"})
#: The initials of a person.
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
#: What says little by itself, by stems, is a theme in the title, in a compound or if so often used.
_VAGUE_USES = 8
_VAGUE = frozenset({"code", "download", "field", "peopl", "text"})
#: "Agnostids" and "Agnostida" are one: as many first letters are the same.
_SAME_LETTERS = 8
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
        WeightFactor("in a compound", _COMPOUND if len(name(scan, stem)[1]) > 1 else 1.0),
    )
    return tuple(factor for factor in why if factor.value != 1)


def strength(scan: Scan, stem: str) -> float:
    """Weigh a family: uses × rarity, more in the title or a compound, half if seldom a noun."""
    return prod(factor.value for factor in factors(scan, stem))


def _pool(scan: Scan) -> list[str]:
    """Choose the families to look at, the strongest first: used twice, titled, or kin to others."""
    likely_once = packaged().kin.keys() | scan.titled
    likely = (
        stem
        for stem, family in scan.families.items()
        if (family.uses > 1 or stem in likely_once)
        and (stem not in scan.light or _is_bound(scan, stem))
    )
    by_use = nlargest(_POOL, likely, key=lambda stem: scan.families[stem].uses * scan.rarity[stem])
    return sorted(by_use, key=lambda stem: -strength(scan, stem))


def _is_bound(scan: Scan, stem: str) -> bool:
    """Tell whether a word that is no topic by itself stands for a compound."""
    return scan.families[stem].uses >= _OFTEN and len(name(scan, stem)[1]) > 1


def kin_of(scan: Scan, stem: str) -> str | None:
    """Name the near synonyms a family is of, by itself or by a phrase it stands in."""
    kin = packaged().kin
    if stem in kin:
        return kin[stem]
    phrases = ("_".join(stems) for stems in scan.holding.get(stem, ()))
    return next((kin[phrase] for phrase in phrases if phrase in kin), None)


def _stands(scan: Scan, stem: str, kin: str | None) -> bool:
    """Tell whether a family can be a theme: 3 uses in 3 sentences and 2 blocks, 2 if in the title.

    A name cannot, unless it leads or its kin are met too: then it stands for them.
    """
    family = scan.families[stem]
    sentences = set(family.sentences)
    share = len(sentences) / max(1, sum(scan.content))
    is_alone = is_name(family) and not _has_kin(scan, stem, kin)
    reach = (max(sentences) - min(sentences) + 1) / len(scan.content)
    if not is_named(scan, stem) or (is_alone and (share < _LEADING or reach < _REACH)):
        return False
    if stem in scan.titled:
        return family.uses + _stands_apart(scan.document) >= 2
    if _is_vague(scan, stem) or _is_beside_prose(scan, family) or _is_deed(scan, stem):
        return False
    if _is_weak(scan, stem, share) or _only_speaks(scan, family, share):
        return False
    return _is_spread(scan.document, sentences)


def _is_vague(scan: Scan, stem: str) -> bool:
    """Tell whether a word by itself says too little, and is not used often."""
    is_single = stem in _VAGUE and len(name(scan, stem)[1]) == 1
    return is_single and scan.families[stem].uses < _VAGUE_USES


def _is_beside_prose(scan: Scan, family: Occurrences) -> bool:
    """Tell whether most of a family's uses are in captions, or in brackets as mark-up is."""
    sentences, blocks = scan.document.sentences, scan.document.blocks
    beside = sum(
        blocks[sentences[index].block].kind in _BESIDE or _is_marked(forms, token)
        for index, token, forms in _places(scan, family)
    )
    return beside * 2 > family.uses


def _is_marked(forms: Sequence[str], token: int) -> bool:
    """Tell whether a word is all that stands in square brackets, as in mark-up: "[/footnote]"."""
    return forms[token + 1 : token + 2] == ["]"] and forms[max(0, token - 1)] in {"[", "/"}


def _is_deed(scan: Scan, stem: str) -> bool:
    """Tell whether a family goes by an -ing form with an object: "challenging the king"."""
    word, stems = name(scan, stem)
    if len(stems) > 1 or not word.endswith("ing"):
        return False
    after = [
        scan.tags[index][token + 1 : token + 2]
        for index, token, forms in _places(scan, scan.families[stem])
        if forms[token].lower() == word.lower()
    ]
    return sum(tag in {"T", "O"} for tag in after) * 2 > len(after)


def _stands_apart(document: Document) -> bool:
    """Tell whether the title stands outside the text, as the subject of a mail does."""
    return document.title is not None and document.title not in document.plain


def _is_spread(document: Document, sentences: set[int]) -> bool:
    """Tell whether these are sentences enough, in blocks enough."""
    blocks = {document.sentences[index].block for index in sentences}
    is_few = len(document.sentences) <= _FEW_SENTENCES
    least_blocks = _LEAST_BLOCKS if len(document.blocks) >= _MANY_BLOCKS else 1
    least_sentences = _LEAST_IN_FEW if is_few else _LEAST_SENTENCES
    return len(sentences) >= least_sentences and len(blocks) >= least_blocks


def _is_weak(scan: Scan, stem: str, share: float) -> bool:
    """Tell whether a family is too seldom used, and too common a word, to be what a text is about.

    `share` is the part of the sentences it stands in.
    """
    weakest = _WEAKEST * sqrt(max(_SHORT_TEXT, sum(scan.content)))
    wide = _WIDE if scan.rarity[stem] >= _COMMON else _WIDER
    return share < wide and strength(scan, stem) < weakest


def _only_speaks(scan: Scan, family: Occurrences, share: float) -> bool:
    """Tell whether a third of a family's uses stand beside a word of reporting: "they said"."""
    if is_name(family) and share >= _LEADING_SPEAKER:
        return False
    reporting = closed_words().reporting
    spoken = 0
    for _, token, forms in _places(scan, family):
        beside = forms[max(0, token - 2) : token] + forms[token + 1 : token + 3]
        spoken += not reporting.isdisjoint(map(str.lower, beside))
    return spoken * _SPEAKING >= family.uses


def _places(scan: Scan, family: Occurrences) -> Iterator[tuple[int, int, list[str]]]:
    """Yield a family's uses: the sentence's index, the token's, and the sentence's forms."""
    read, forms = -1, list[str]()
    for sentence, token in zip(family.sentences, family.tokens, strict=True):
        if sentence != read:  # the forms are made anew each time they are asked for
            read, forms = sentence, scan.document.sentences[sentence].forms
        yield sentence, token, forms


def is_name(family: Occurrences) -> bool:
    """Tell whether a family is mostly a name."""
    return family.names * 2 > family.uses


def is_named(scan: Scan, stem: str) -> bool:
    """Tell whether a family is a noun as often as not, or else goes by a phrase."""
    family, (words, stems) = scan.families[stem], name(scan, stem)
    if _is_cited(words) or _is_people(words.lower()):
        return False
    if len(stems) > 1:
        return True
    return family.nouns * 2 >= family.uses and (is_name(family) or _heads(scan, stem))


def _is_people(word: str) -> bool:
    """Tell whether a word says of what people someone or something is: "Australian"."""
    return is_people(word) and not (word.endswith("s") and is_people(word[:-1]))


def _is_cited(words: str) -> bool:
    """Tell whether words are a person's as references write it: "J.R. Doe"."""
    first, _, rest = words.partition(" ")
    return bool(rest) and bool(_INITIALS.fullmatch(first)) and not is_known_acronym(first)


def _heads(scan: Scan, stem: str) -> bool:
    """Tell whether a family ends its phrases: one that seldom does is half of compounds."""
    held = scan.holding.get(stem, ())
    total = sum(scan.phrases[stems].uses for stems in held)
    heads = sum(scan.phrases[stems].uses for stems in held if stems[-1] == stem)
    return heads >= _ENDING * total


def _has_kin(scan: Scan, stem: str, kin: str | None) -> bool:
    """Tell whether another family of the text is of the same kin."""
    if kin is None:
        return False
    table = packaged().kin
    return any(table[other] == kin and other != stem for other in scan.families if other in table)


def _related(scan: Scan, stem: str, kin: str | None, gathered: list[Star]) -> Star | None:
    """Find the star a family is kin to, or whose seed it shares its name, or part of it, with."""
    _, stems = name(scan, stem)
    is_whole = len(stems) > 1 or is_name(scan.families[stem])
    for star in gathered:
        if len(star.members) < MOST_MEMBERS and (
            (kin is not None and kin == star.kin)
            or star.seed in stems
            or _is_same(scan, stem, star.seed)
            or (is_whole and set(stems) <= set(name(scan, star.seed)[1]))
            or (
                not is_name(scan.families[star.seed])
                and _is_mostly_in(scan, stem, name(scan, star.seed)[1])
            )
        ):
            return star
    return None


def _is_same(scan: Scan, stem: str, seed: str) -> bool:
    """Tell whether a name and a noun are one but for their endings: "Agnostida", "agnostids"."""
    is_alike = stem[:_SAME_LETTERS] == seed[:_SAME_LETTERS] and len(stem) >= _SAME_LETTERS
    return is_alike and is_name(scan.families[stem]) != is_name(scan.families[seed])


def _is_mostly_in(scan: Scan, stem: str, compound: tuple[str, ...]) -> bool:
    """Tell whether a third of a family's uses stand in a compound."""
    if stem not in compound or len(compound) == 1:
        return False
    inside = sum(c.uses for c in compounds(scan, stem) if c.stems == compound)
    return inside * 3 >= scan.families[stem].uses


def _companion(
    stem: str, gathered: list[Star], touched: dict[str, frozenset[int]], total: int
) -> Star | None:
    """Find the star whose seed a family keeps company with.

    They are together in 3 sentences, in half of its own, and surely more often than chance would
    have it (log-likelihood, Dunning 1993).
    """
    sentences = touched[stem]
    best, host = _SURE, None
    for star in gathered:
        of_seed = touched[star.seed]
        both = len(sentences & of_seed)
        if both < _TOGETHER or both * 2 < len(sentences) or len(star.members) >= MOST_MEMBERS:
            continue
        surely = _association(both, len(sentences), len(of_seed), total)
        if surely > best:
            best, host = surely, star
    return host


def _association(both: int, own: int, other: int, total: int) -> float:
    """Give the log-likelihood that two families meet so often, 0 where chance has it more often."""
    if both * total <= own * other:
        return 0.0
    cells = (
        (both, own * other),
        (own - both, own * (total - other)),
        (other - both, (total - own) * other),
        (total - own - other + both, (total - own) * (total - other)),
    )
    return 2 * sum(count * log(count * total / by) for count, by in cells if count > 0)


def label(scan: Scan, star: Star) -> str:
    """Name a star by its first nameable family, and a second that adds a quarter of its sentences.

    What is no name of a person or thing comes before what is; near synonyms make no pair.
    """
    named = [stem for stem in star.stems if is_named(scan, stem)]
    lead = star.seed if star.kin is None else None
    named.sort(key=lambda stem: stem != lead and is_name(scan.families[stem]))
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
    known = scan.called.get(stem)
    if known is None:
        known = scan.called[stem] = _name(scan, stem)
    return known


def _name(scan: Scan, stem: str) -> tuple[str, tuple[str, ...]]:
    """Find the words a family goes by."""
    family = scan.families[stem]
    for compound in compounds(scan, stem):
        if compound.uses >= 2 and 2 * compound.uses >= family.uses:
            return compound.form, compound.stems
    return _whole(scan, family, _word(scan, stem)), (stem,)


def _whole(scan: Scan, family: Occurrences, word: str) -> str:
    """Give a name with the capitalised word that half of its uses stand after: "New York"."""
    if not is_name(family) or is_people(word.lower()):
        return word
    before = Counter(
        forms[token - 1]
        for index, token, forms in _places(scan, family)
        if token and scan.tags[index][token - 1] in "JP"
    )
    first, uses = max(before.items(), key=lambda pair: pair[1], default=("", 0))
    is_part = first.istitle() and first.isalpha() and vocabulary()(first).stop
    return f"{first} {word}" if is_part and uses * 2 >= family.uses else word


def _word(scan: Scan, stem: str) -> str:
    """Give the usual form of a family that stands alone, else at the end of phrases, or in them."""
    held = scan.holding.get(stem, ())
    alone = [stems for stems in held if len(stems) == 1]
    last = [stems for stems in held if stems[-1] == stem]
    forms: Counter[str] = Counter()
    for stems in alone or last or held:
        for form, uses in scan.phrases[stems].forms.items():
            forms[bare(form.split(" ")[stems.index(stem)])] += uses
    family = scan.families[stem]
    known = forms or family.forms
    form = max(known, key=known.__getitem__)
    is_lower = not is_name(family) and scan.document.forms[form.lower()] > 0
    return form.lower() if is_lower else form


def compounds(scan: Scan, stem: str) -> list[Compound]:
    """List the compounds a family stands in, whole phrases or parts of them, the most used first.

    Of equals the longer comes first. A compound ends in a noun, and begins with no word that says
    little, unless that is hardly met elsewhere ("open source").
    """
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    counts: Counter[tuple[str, ...]] = Counter()
    for stems in scan.holding.get(stem, ()):
        for start, end in _parts(stems, stem):
            part = forms[stems[start:end]]
            counts[stems[start:end]] += scan.phrases[stems].uses
            for form, uses in scan.phrases[stems].forms.items():
                part[" ".join(form.split(" ")[start:end])] += uses
    listed = [
        Compound(stems, bare(max(part, key=part.__getitem__)), counts[stems])
        for stems, part in forms.items()
        if _is_compound(scan, stems, counts[stems])
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
    is_addressed = stems[0] in name_lists().honorific and last.names > 0
    return last.nouns * 2 >= last.uses and not is_bare and not is_addressed


def holding(scan: Scan, stem: str) -> list[tuple[tuple[str, ...], Occurrences]]:
    """Give the phrases that hold a stem, the most used first."""
    phrases = [(stems, scan.phrases[stems]) for stems in scan.holding.get(stem, ())]
    return sorted(phrases, key=lambda pair: -pair[1].uses)
