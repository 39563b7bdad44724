"""The one pass over a document that keyphrases, terms, names and themes all read from."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tenor.document import Document, Span
from tenor.themes.tagger import english
from tenor.themes.words import Word, vocabulary

LONGEST = 4
_BEFORE = frozenset("JNPDG")
_HEADS = frozenset("NP")
_FAMILY = frozenset("NPJVGDX")


@dataclass(slots=True)
class Found:
    """Where a phrase or a word family stands: sentence and token of each use, and its forms."""

    sentences: array[int] = field(default_factory=lambda: array("L"))
    tokens: array[int] = field(default_factory=lambda: array("L"))
    forms: dict[str, int] = field(default_factory=dict)
    first: int = 0
    names: int = 0
    nouns: int = 0

    def add(self, sentence: int, token: int, form: str) -> None:
        """Note one use."""
        self.sentences.append(sentence)
        self.tokens.append(token)
        self.forms[form] = self.forms.get(form, 0) + 1

    @property
    def uses(self) -> int:
        """Count the uses."""
        return len(self.tokens)


@dataclass(slots=True)
class Scan:
    """What one pass finds: tags a sentence, maximal noun phrases, word families by stem."""

    document: Document
    tags: list[str] = field(default_factory=list)
    phrases: dict[tuple[str, ...], Found] = field(default_factory=dict)
    families: dict[str, Found] = field(default_factory=dict)
    fragments: Counter[tuple[str, ...]] = field(default_factory=Counter)
    rarity: dict[str, float] = field(default_factory=dict)
    light: set[str] = field(default_factory=set)
    words: int = 0
    content: list[bool] = field(default_factory=list)
    titled: set[str] = field(default_factory=set)
    holding: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def span(self, sentence: int, token: int, length: int = 1) -> Span:
        """Give the place of some tokens."""
        spot = self.document.sentences[sentence]
        return Span(spot.starts[token], spot.ends[token + length - 1])


def scan(document: Document) -> Scan:
    """Tag every sentence, and collect noun phrases and word families."""
    seen = Scan(document)
    tagger, look = english(), vocabulary()
    for number, sentence in enumerate(document.sentences):
        forms = sentence.forms
        words = [look(form) for form in forms]
        tags = tagger.tag(_cased(forms))
        seen.tags.append(tags)
        _families(seen, number, words, tags)
        for start, end in chunks(words, tags):
            stems = tuple(word.stem for word in words[start:end])
            found = _phrase(seen, stems, seen.words + start)
            found.add(number, start, surface(forms[start:end], tags[start:end]))
        if document.blocks[sentence.block].kind == "heading":
            seen.titled.update(word.stem for word in words)
        seen.words += len(forms)
    seen.titled.update(look(form).stem for form in (document.title or "").split())
    return seen


def surface(forms: Sequence[str], tags: str) -> str:
    """Write a phrase as it reads in mid-sentence: only names keep a capital."""
    return " ".join(
        form if tag == "P" or not form[1:].islower() else form.lower()
        for form, tag in zip(forms, tags, strict=True)
    )


def chunks(words: Sequence[Word], tags: str) -> Iterator[tuple[int, int]]:
    """Yield the maximal noun phrases: modifiers and nouns that end in a noun, no stop words."""
    start = None
    head = -1
    for at, tag in enumerate(tags):
        if tag in _HEADS and not words[at].stop:
            start = at if start is None else start
            head = at
        elif tag in _BEFORE and not words[at].stop and _may_open(tags, at):
            if start is not None and head > start - 1 and head >= 0 and tag in "DG":
                yield from _fitting(start, head)
                start, head = at, -1
            start = at if start is None else start
        else:
            if start is not None and head >= start:
                yield from _fitting(start, head)
            start, head = None, -1
    if start is not None and head >= start:
        yield from _fitting(start, head)


def _may_open(tags: str, at: int) -> bool:
    """Tell whether an adjective or participle here belongs to a noun phrase."""
    if tags[at] == "J":
        return True
    return at + 1 < len(tags) and tags[at + 1] in "JNP" and (at == 0 or tags[at - 1] in "TJIC.")


def _fitting(start: int, head: int) -> Iterator[tuple[int, int]]:
    """Yield a chunk of at most four words: of a longer one, its last four."""
    yield max(start, head + 1 - LONGEST), head + 1


def _cased(forms: Sequence[str]) -> Sequence[str]:
    """Give a line that is all in capitals or title case in lower case, so that it can be tagged."""
    raised = sum(form[:1].isupper() for form in forms)
    lowered = sum(form[:1].islower() for form in forms)
    return [form.lower() for form in forms] if raised > 2 * lowered and raised > 2 else forms


def _families(seen: Scan, number: int, words: Sequence[Word], tags: str) -> None:
    """Count each word that can carry a topic under its stem."""
    content = False
    for at, word in enumerate(words):
        if word.stop or tags[at] not in _FAMILY:
            continue
        content = True
        found = seen.families.get(word.stem)
        if found is None:
            found = seen.families[word.stem] = Found(first=seen.words + at)
            seen.rarity[word.stem] = word.rarity
            if word.light:
                seen.light.add(word.stem)
        found.add(number, at, word.lower)
        if tags[at] in _HEADS:
            found.nouns += 1
            found.names += tags[at] == "P"
    seen.content.append(content)


def _phrase(seen: Scan, stems: tuple[str, ...], first: int) -> Found:
    """Find or begin the record of a noun phrase, and count what lies within it as fragments."""
    for length in range(1, len(stems)):
        for at in range(len(stems) - length + 1):
            seen.fragments[stems[at : at + length]] += 1
    found = seen.phrases.get(stems)
    if found is None:
        found = seen.phrases[stems] = Found(first=first)
        for stem in dict.fromkeys(stems):
            seen.holding.setdefault(stem, []).append(stems)
    return found
