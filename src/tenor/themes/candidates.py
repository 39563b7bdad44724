"""The one pass over a document that keyphrases, terms, names and themes all read from."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tenor import pace
from tenor.document import Document, Sentence, Span
from tenor.themes.tagger import TAGS, english
from tenor.themes.words import Word, vocabulary

#: The most words a phrase has.
LONGEST = 4
#: A noun phrase in tags (small letters: stop words): adjectives, nouns and names; a participle or
#: -ing form before one of them, after a determiner, adjective, conjunction, preposition, verb or
#: mark; then a noun, a name, or an -ing form after a noun ("text mining") that has no object.
_CHUNK = re.compile(
    r"(?:[JNP]|(?:^|(?<=[tjicC.IvV]))[DG](?=[JNP])|(?<=[sS])D(?=[JNP])|(?<=[JNP])[DG](?=[NP]))*"
    r"(?:[NP]|(?<=[NJ])G(?![tjnpoJNPTO]))"
)
#: A longer run of what phrases are made of is a list: it holds no phrase.
_LONGEST_RUN = 40
_RUNAWAY = re.compile(rf"[JNPDG]{{{_LONGEST_RUN + 1},}}")
#: The tags of words that can head a phrase, and of those that can carry a topic.
_HEADS = frozenset("NP")
_FAMILY = frozenset("NPJVGDX")
_WORD = re.compile(r"[\w'’-]+")
#: A word right after one of these is no word of prose.
_GLUE = frozenset("._\\=~@$+")
_SMALL = {tag: tag.lower() for tag in TAGS}
#: How much a use counts in the choice of the form that stands for a family: nouns name it best.
_NOUN_WEIGHT = 2
#: A line with more capitals than this, and more than this many times its small letters, is a title.
_MANY_CAPITALS, _CAPITALS_TO_SMALL = 2, 2


@dataclass(slots=True)
class Occurrences:
    """Where a phrase or a word family stands, and in which forms.

    `sentences` and `tokens` have the index of each use's sentence, and of its first token in it;
    `forms` has how much each form weighs in the choice of the usual one, `first` is the index in
    the text of the first use's first token. Of a family's uses so many, `names`, are tagged as
    names, and so many, `nouns`, as nouns or names; of a phrase both are 0.
    """

    sentences: array[int] = field(default_factory=lambda: array("L"))
    tokens: array[int] = field(default_factory=lambda: array("L"))
    forms: dict[str, int] = field(default_factory=dict)
    first: int = 0
    names: int = 0
    nouns: int = 0

    def add(self, sentence: int, token: int, form: str, weight: int = 1) -> None:
        """Note one use; the form that weighs most stands for all."""
        self.sentences.append(sentence)
        self.tokens.append(token)
        self.forms[form] = self.forms.get(form, 0) + weight

    @property
    def uses(self) -> int:
        """Count the uses."""
        return len(self.tokens)


@dataclass(slots=True)
class Scan:
    """What one pass over a document finds.

    `document` is what was passed over. `tags` has a string a sentence, a letter a token (the tags
    are in tenor.themes.tagger), and `content` whether a sentence has a word that can carry a topic;
    `words` counts the tokens, marks included.

    `families` are the words that can carry a topic, by the stem their forms share. Of a family
    `rarity` has 8 − Zipf frequency of the form met first (0 to 6); those that are `light` are no
    topic by themselves, those that are `empty` say little at the head of a phrase, and those that
    are `titled` stand in the title.

    `phrases` are the maximal noun phrases of up to four words, by the stems of these, and `holding`
    has those that hold a stem, in order of first use; `fragments` counts how often stems stand
    together within a longer phrase. `called` has the words a family goes by, and their stems, once
    these have been asked for (tenor.themes.star.name).
    """

    document: Document
    tags: list[str] = field(default_factory=list)
    phrases: dict[tuple[str, ...], Occurrences] = field(default_factory=dict)
    families: dict[str, Occurrences] = field(default_factory=dict)
    fragments: Counter[tuple[str, ...]] = field(default_factory=Counter)
    rarity: dict[str, float] = field(default_factory=dict)
    light: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)
    words: int = 0
    content: list[bool] = field(default_factory=list)
    titled: set[str] = field(default_factory=set)
    holding: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    called: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def span(self, sentence: int, token: int, length: int = 1) -> Span:
        """Give the place of so many tokens from one on, by the indexes of sentence and token."""
        inside = self.document.sentences[sentence]
        return Span(inside.starts[token], inside.ends[token + length - 1])


def scan(document: Document) -> Scan:
    """Tag every sentence, and collect noun phrases and word families."""
    result = Scan(document)
    tagger, look = english(), vocabulary()
    counted = document.forms
    for index, sentence in enumerate(pace.over("phrases", document.sentences)):
        written = sentence.forms
        forms = _cased(written)
        words = [look(form) for form in forms]
        tags = tagger.tag(forms)
        result.tags.append(tags)
        coded = _families(result, index, words, tags)
        for start, end in chunks(coded):
            stems = tuple([word.stem for word in words[start:end]])
            phrase = _phrase(result, stems, result.words + start)
            if forms is written:
                phrase.add(index, start, _surface(forms, tags, start, end))
            else:
                shown = " ".join(_shown(counted, written[start:end]))
                phrase.add(index, start, shown, 0)
        if sentence.block == 0 and document.blocks[0].kind == "heading":
            result.titled.update(word.stem for word in words)
        result.words += len(forms)
    title = map(look, _WORD.findall(document.title or ""))
    result.titled.update(word.stem for word in title if not word.stop)
    return result


def chunks(coded: str) -> Iterator[tuple[int, int]]:
    """Yield the maximal noun phrases of one to four words; a longer one is none.

    `coded` holds a tag a token, in small letters for stop words; a phrase is where it starts and
    ends in it.
    """
    if len(coded) > _LONGEST_RUN:
        coded = _RUNAWAY.sub(lambda run: "-" * len(run[0]), coded)
    for chunk in _CHUNK.finditer(coded):
        start, end = chunk.span()
        if end - start <= LONGEST:
            yield start, end


def _cased(forms: list[str]) -> list[str]:
    """Give a line that is all in capitals or title case in lower case, so that it can be tagged."""
    capitals = sum(form[:1].isupper() for form in forms)
    small = sum(form[:1].islower() for form in forms)
    is_title = capitals > _MANY_CAPITALS and capitals > _CAPITALS_TO_SMALL * small
    return [form.lower() for form in forms] if is_title else forms


def _surface(forms: Sequence[str], tags: str, start: int, end: int) -> str:
    """Write a phrase as in mid-sentence: a first word that is no name loses its capital."""
    first = forms[start]
    opens = start == 0 or tags[start - 1] == "."
    if opens and tags[start] != "P" and first[1:].islower():
        first = first.lower()
    return " ".join((first, *forms[start + 1 : end]))


def _shown(counted: Counter[str], forms: list[str]) -> Iterator[str]:
    """Yield words of a title in lower case, save where the text has them so twice, and no other."""
    for form in forms:
        lower = form.lower()
        yield form if counted[form] > 1 and not counted[lower] else lower


def _families(scan: Scan, sentence: int, words: Sequence[Word], tags: str) -> str:
    """Count each word that can carry a topic under its stem; give the tags, stop words small."""
    content, families = False, scan.families
    coded = _coded(scan.document.sentences[sentence], words, tags)
    for token, (word, tag) in enumerate(zip(words, coded, strict=True)):
        if tag not in _FAMILY:
            continue
        content = True
        family = families.get(word.stem)
        if family is None:
            family = families[word.stem] = _family(scan, word, scan.words + token)
        if tag in _HEADS:
            family.add(sentence, token, word.lower, _NOUN_WEIGHT)
            family.nouns += 1
            family.names += tag == "P"
        else:
            family.add(sentence, token, word.lower)
    scan.content.append(content)
    return coded


def _coded(sentence: Sentence, words: Sequence[Word], tags: str) -> str:
    """Give the tags: small for stop words and parts of file names, V for what is no noun."""
    coded = []
    for token, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if word.stop:
            coded.append(_SMALL[tag])
        elif tag not in _HEADS or not token:
            coded.append(tag)
        elif words[token - 1].lower in _GLUE and sentence.starts[token] == sentence.ends[token - 1]:
            coded.append("x")
        else:
            coded.append("V" if word.participle or _commands(tags, token) else tag)
    return "".join(coded)


def _commands(tags: str, token: int) -> bool:
    """Tell whether what is tagged as a noun is a verb that opens a command: "rename the file"."""
    return tags[token + 1 : token + 2] in {"T", "O"} and tags[token - 1 : token] in {"", ".", "F"}


def _family(scan: Scan, word: Word, first: int) -> Occurrences:
    """Begin the record of a word family."""
    scan.rarity[word.stem] = word.rarity
    if word.light:
        scan.light.add(word.stem)
    if word.empty:
        scan.empty.add(word.stem)
    return Occurrences(first=first)


def _phrase(scan: Scan, stems: tuple[str, ...], first: int) -> Occurrences:
    """Find or begin the record of a noun phrase, and count what lies within it as fragments."""
    for length in range(1, len(stems)):
        for start in range(len(stems) - length + 1):
            scan.fragments[stems[start : start + length]] += 1
    phrase = scan.phrases.get(stems)
    if phrase is None:
        phrase = scan.phrases[stems] = Occurrences(first=first)
        for stem in dict.fromkeys(stems):
            scan.holding.setdefault(stem, []).append(stems)
    return phrase
