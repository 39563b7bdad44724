"""Which runs of capitalised words are surely names, and where they are mentioned."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tenor.document import Sentence, Span
from tenor.themes.candidates import Scan
from tenor.themes.naming.capitals import Run, capital_starts, is_title, runs
from tenor.themes.naming.defined import defined_words, is_term
from tenor.themes.naming.works import places_of_works
from tenor.themes.proper import (
    initials,
    is_acronym,
    is_common,
    is_known_acronym,
    is_listed,
    is_people,
    name_lists,
    spelling,
    word_kind,
)
from tenor.themes.words import bare, closed_words, holds, vocabulary

Parts = tuple[str, ...]

#: The kinds of words that the tagger does not know, those that end as English ones do left out.
_UNKNOWN = frozenset({"?", "?P", "?s", "?n", "?i"})
#: A run of more capitalised words is a headline or a list, no name.
_LONGEST = 6
#: An acronym that no list has has so many letters, and so many mentions that only a name has.
_ACRONYM, _ACRONYM_MENTIONS = range(3, 7), 2
#: A word of the language is a name by itself from so many such mentions on.
_COMMON_MENTIONS = 2
#: A name of several common words has so many mentions.
_LONG_MENTIONS = 4
#: In several words all in capitals with more letters than this the capitals say nothing.
_UPPER = 4
#: Of its mentions all but one in so many have no determiner.
_MOSTLY = 4
#: A name has so many letters at least.
_SHORTEST = 3
#: "JabberWokky", and how diseases end.
_CAMEL = re.compile(r"[A-Z]+[a-z]+[A-Z][a-z]{2}")
_DISEASE = re.compile(r"\w{4}(?:oma|itis|osis|emia)$")
#: Letters, of which one may be a digit within: "W3C".
_LETTERS = re.compile(r"[^\W\d_]+\d?[^\W\d_]+")
#: A word that opens a sentence, is met nowhere else and in no list is a name only if it is rarer
#: than this Zipf frequency. Set by reading.
_RARE = 2.6
#: The s of a word with so many letters is not that of a plural: "news".
_SHORT_PLURAL = 4
#: A person's name that is a line by itself has so many words at most.
_SIGNED = 3
#: "YouTube", "J.K."
_INNER_CAPITAL = re.compile(r"[a-z.][A-Z]")
_CITING = frozenset({"(", "[", "al"})
_YEAR = re.compile(r"(?:19|20)\d\d[a-d]?")
#: The kinds of words that begin a sentence before a name, and the tags of those that follow
#: one; after a common word ("Federal law", "Diagram 2") these say that it is none.
_LEADING = frozenset("SIR")
_FOLLOWING = frozenset("VAI")
_NO_NAME = frozenset("NM")


class Line(NamedTuple):
    """Tokens of a sentence whose capitals say nothing: a title, a heading, a list of names."""

    sentence: Sentence
    start: int
    end: int


@dataclass(slots=True)
class Capitals:
    """What capitals a text has.

    `inside` and `opening` have the runs within and at the beginning of sentences, by their words;
    `works` has the places of titles; `words` and `spelled` count those within, `forms` all forms
    of the text; `defined` are the words of terms it defines, `lines` where capitals say nothing.
    """

    forms: Mapping[str, int]
    defined: frozenset[str] = frozenset()
    inside: dict[Parts, list[Run]] = field(default_factory=lambda: defaultdict(list))
    opening: dict[Parts, list[Run]] = field(default_factory=lambda: defaultdict(list))
    works: dict[Parts, list[Span]] = field(default_factory=lambda: defaultdict(list))
    words: Counter[str] = field(default_factory=Counter)
    spelled: Counter[str] = field(default_factory=Counter)
    lines: list[Line] = field(default_factory=list)

    def is_small(self, word: str) -> bool:
        """Tell whether a word is written small as often as with a capital inside a sentence."""
        return self.forms.get(word.lower(), 0) >= max(self.words[word], 1)

    def is_mostly_small(self, word: str) -> bool:
        """Tell whether a word, with or without its s, is written small as often as not."""
        lower = word.lower()
        singular = lower.removesuffix("s") if len(lower) > _SHORT_PLURAL else lower
        count = max(self.forms.get(form, 0) for form in (lower, singular))
        return count >= max(self.words[word], 1)

    def is_camel_name(self, word: str) -> bool:
        """Tell whether a word used more than once is written as a user or a product is."""
        count = sum(self.forms.get(form, 0) for form in (word, f"{word}'s"))
        return count > 1 and word.isalpha() and bool(_CAMEL.match(word))

    def is_ever_small(self, word: str) -> bool:
        """Tell whether a word, or it with or without an s, is ever written small."""
        lower = word.lower()
        return any(form in self.forms for form in (lower, f"{lower}s", lower.removesuffix("s")))


def gather(scan: Scan) -> Capitals:
    """Collect the runs of capitalised words."""
    capitals = Capitals(scan.document.forms, defined_words(scan.document))
    works = places_of_works(scan)
    for index, sentence in enumerate(scan.document.sentences):
        forms = sentence.forms
        starts = capital_starts(forms)
        if not starts or (starts == [0] and forms[0].lower() in closed_words().stop):
            continue
        is_heading = scan.document.blocks[sentence.block].kind == "heading"
        if is_heading or is_title(forms):
            capitals.lines.append(Line(sentence, 0, len(forms)))
            continue
        titles = list(_titles(forms, sentence))
        capitals.lines += titles
        unsaid = {
            sentence.starts[token]
            for _, start, end in (*titles, *_cited(forms, sentence))
            for token in range(start, end)
        }
        for here, after in works.get(index, ()):
            parts = (*forms[here : after - 1], bare(forms[after - 1]))
            span = Span(sentence.starts[here], sentence.ends[after - 1])
            capitals.works[parts].append(span)
            unsaid.update(sentence.starts[here:after])
        for run in runs(scan, index, starts):
            if run.starts[0] not in unsaid:
                _add(capitals, run, sentence)
    _without_peoples(capitals)
    return capitals


def _add(capitals: Capitals, run: Run, sentence: Sentence) -> None:
    """Note a run."""
    if sum(part[0].isupper() for part in run.parts) > _LONGEST:
        start = sentence.starts.index(run.starts[0])
        capitals.lines.append(Line(sentence, start, sentence.ends.index(run.end) + 1))
        return
    where = capitals.opening if run.opens else capitals.inside
    where[run.parts].append(run)
    capitals.spelled[spelling(run.parts)] += not run.opens
    capitals.words.update(run.parts[1:] if run.opens else run.parts)


def _titles(forms: Sequence[str], sentence: Sentence) -> Iterator[Line]:
    """Yield the lines in title case that no mark parts from what comes after."""
    text, start = sentence.text, 0
    if "\n" not in text[sentence.span.start : sentence.span.end]:
        return
    for here in range(1, len(forms)):
        if "\n" in text[sentence.ends[here - 1] : sentence.starts[here]]:
            if is_title(forms[start:here]):
                yield Line(sentence, start, here)
            start = here


def _cited(forms: Sequence[str], sentence: Sentence) -> Iterator[Line]:
    """Yield the stretches that cite: brackets with a year, and whoever stands before "et al"."""
    if not _CITING.intersection(forms):
        return
    start, has_year = None, False
    for index, form in enumerate(forms):
        if form in "([":
            start, has_year = index, False
        elif form in ")]" and start is not None:
            if has_year:
                yield Line(sentence, start, index + 1)
            start = None
        elif _YEAR.fullmatch(form):
            has_year = True
        elif form == "al" and index > 1 and forms[index - 1] == "et":
            yield Line(sentence, index - 2, index + 1)


def _without_peoples(capitals: Capitals) -> None:
    """Take a people off the beginning of what is a name without it: "Roman Britain"."""
    inside = capitals.inside
    for parts in [parts for parts in inside if len(parts) > 1 and is_people(parts[0].lower())]:
        rest, lower = parts[1:], parts[1].lower()
        is_place = len(rest) == 1 and lower in name_lists().place
        is_person = len(rest) > 1 and all(map(_is_strange, rest))
        if rest in inside or is_place or is_person or lower in name_lists().given:
            inside[rest] += [run.rest() for run in inside.pop(parts)]


def _is_strange(word: str) -> bool:
    """Tell whether a word is only ever a name, or unknown."""
    return not is_common(word) and word_kind(word) in {"P", "~P", *_UNKNOWN}


def certain(capitals: Capitals) -> dict[Parts, list[Span]]:
    """Give the places of each name that is sure, within sentences, opening them, and in lines."""
    spans = {
        parts: [run.span for run in mentions]
        for parts, mentions in capitals.inside.items()
        if _is_sure(capitals, parts, mentions)
    }
    _add_opened(capitals, spans, are_long=True)
    for parts in _short_forms(capitals, spans).difference(spans):
        spans[parts] = [run.span for run in capitals.inside.get(parts, ())]
    _add_opened(capitals, spans, are_long=False)
    _add_signed(capitals, spans)
    for parts, places in capitals.works.items():
        spans.setdefault(parts, []).extend(places)
    return {
        parts: places
        for parts, places in spans.items()
        if places and not is_term(parts, capitals.defined)
    }


def _add_signed(capitals: Capitals, spans: dict[Parts, list[Span]]) -> None:
    """Add the people whose names are lines by themselves, as beneath a letter."""
    signed: dict[Parts, list[Line]] = defaultdict(list)
    for line in capitals.lines:
        if line.start == 0 and len(line.sentence.forms) == line.end <= _SIGNED:
            signed[tuple(line.sentence.forms)].append(line)
    taken: set[int] = set()
    for parts, lines in signed.items():
        if parts in spans or not _is_signature(parts, len(lines)):
            continue
        spans[parts] = [line.sentence.span for line in lines]
        taken.update(map(id, lines))
    capitals.lines = [line for line in capitals.lines if id(line) not in taken]


def _is_signature(parts: Parts, count: int) -> bool:
    """Tell whether a line is a person's name: a first name with a surname, or often alone."""
    if parts[0].lower() not in name_lists().given or parts[0].isupper():
        return False
    if len(parts) == 1:
        return count > 1
    return all(part.isalpha() and not part.isupper() for part in parts) and _is_strange(parts[-1])


def _add_opened(capitals: Capitals, spans: dict[Parts, list[Span]], *, are_long: bool) -> None:
    """Add the names that open sentences, those of several words or of one."""
    for parts, mentions in capitals.opening.items():
        if (len(parts) > 1) is not are_long:
            continue
        owner = _opened(capitals, spans, parts, mentions)
        if owner is not None:
            skipped = len(parts) - len(owner)
            spans.setdefault(owner, []).extend(
                Span(run.starts[skipped], run.end) for run in mentions
            )


def _short_forms(capitals: Capitals, sure: Mapping[Parts, object]) -> set[Parts]:
    """Find the forms that are short for a sure name or another spelling: initials, surnames."""
    longer = [parts for parts in sure if len(parts) > 1]
    short = {parts for parts in (*capitals.inside, *capitals.opening) if len(parts) == 1}
    people = [parts for parts in longer if parts[0].lower() in name_lists().given]
    surnames = {parts[-1:] for parts in people if not parts[-1].isupper()}
    acronyms = {(letters,) for letters in map(initials, longer) if is_acronym(letters)}
    spelled = {spelling(parts) for parts in longer}
    return {
        *(parts for parts in short.difference(sure) if parts in surnames or parts in acronyms),
        *(parts for parts in capitals.inside if len(parts) > 1 and spelling(parts) in spelled),
    }


def _is_sure(capitals: Capitals, parts: Parts, mentions: Sequence[Run]) -> bool:
    """Tell whether words that are capitalised within sentences are a name."""
    if len(parts) > 1:
        return _is_long_name(capitals, parts, mentions)
    word = parts[0]
    if word.isupper() and len(word) > 1:
        return _is_acronym(capitals, word, mentions)
    return _is_word_name(capitals, word, mentions)


def _is_acronym(capitals: Capitals, word: str, mentions: Sequence[Run]) -> bool:
    """Tell whether a word in capitals is a name: it is known, or used as only a name is."""
    lower, lists = word.lower(), name_lists()
    if is_known_acronym(word) or is_listed(lower):
        return True
    if lower in lists.never or not _LETTERS.fullmatch(word) or len(word) not in _ACRONYM:
        return False
    if lower in closed_words().stop or (is_common(word) and lower in capitals.forms):
        return False
    runs = [*mentions, *capitals.opening.get((word,), ())]
    if capitals.words[f"{word}s"] or any(run.before.lower() in {"a", "an", "("} for run in runs):
        return False
    if len(runs) > 1 and any(run.owns for run in runs):
        return True
    good = sum(run.tag in "VA" if run.before == "the" else run.tag != "N" for run in mentions)
    return good >= _ACRONYM_MENTIONS


def _is_word_name(capitals: Capitals, word: str, mentions: Sequence[Run]) -> bool:
    """Tell whether one word is a name."""
    lower = word.lower().rstrip(".")
    if is_listed(lower):
        return not capitals.is_small(word)
    is_fragment = _is_abstract(word) and all(run.titled for run in mentions)
    if is_people(lower) or is_fragment or not _may_be_name(word, lower):
        return False
    if not mentions or capitals.is_small(word) or not _says_something(lower):
        return False
    if (
        capitals.is_camel_name(word)
        or lower in name_lists().given
        or any(run.titled for run in mentions)
    ):
        return True
    if sum(run.article for run in mentions) >= _COMMON_MENTIONS:
        return not capitals.is_ever_small(word)
    return _is_used_as_name(capitals, word, mentions)


def _is_abstract(word: str) -> bool:
    """Tell whether a word is no person's, whatever office stands before: "General Resolution"."""
    return word.lower().endswith(tuple(name_lists().suffix)) and not _is_strange(word)


def _may_be_name(word: str, lower: str) -> bool:
    """Tell whether a word has the shape of a name, and is in no list of what is none."""
    lists = name_lists()
    if (
        len(lower) < _SHORTEST
        or word[:-1].isupper()
        or not all(c.isalpha() or c in "'-" for c in word)
    ):
        return False
    first, _, last = word.rpartition("-")
    if first and (is_common(last) or is_people(first.lower())):
        return False
    if "'" in word and word.rpartition("'")[2][:1].islower():
        return False
    return not any(
        lower in words for words in (lists.never, lists.calendar, lists.role, lists.honorific)
    )


def _says_something(lower: str) -> bool:
    """Tell whether a word can be a name by itself."""
    lists, closed = name_lists(), closed_words()
    general = (closed.stop, closed.light, lists.head, lists.leader)
    return not any(holds(words, lower) for words in general)


def _is_used_as_name(capitals: Capitals, word: str, mentions: Sequence[Run]) -> bool:
    """Tell whether a word stands where names do: a common one twice, and never small."""
    undetermined = [run for run in mentions if run.before.lower() not in name_lists().determiner]
    free = [run for run in undetermined if run.before.lower() != "the"]
    known = word_kind(word)
    if is_common(word):
        good = sum(run.tag not in _NO_NAME and _is_small_word(run.before) for run in free)
        is_free = len(free) * _MOSTLY >= len(mentions) * (_MOSTLY - 1)
        return good >= _COMMON_MENTIONS and is_free and not capitals.is_ever_small(word)
    if known[0] == "~" and known != "~P":
        return len(mentions) > 1 and len(free) * 2 > len(mentions)
    is_shown = len(mentions) > 1 or known == "P" or _is_small_word(mentions[0].before)
    return is_shown and len(undetermined) * 3 >= len(mentions)


def _is_small_word(word: str) -> bool:
    """Tell whether a word goes on to a name: a small one but "and" or "or", or "In", "When"."""
    if word in {"and", "or"}:
        return False
    return word.islower() or word_kind(word) in _LEADING


def _is_long_name(capitals: Capitals, parts: Parts, mentions: Sequence[Run]) -> bool:
    """Tell whether several words are a name."""
    lists = name_lists()
    lowers = [part.lower().rstrip(".") for part in parts]
    told = lowers[1:] if lowers[0] in lists.leader and is_people(lowers[1]) else lowers
    if all(lower in _general() or is_people(lower) for lower in told):
        return False
    if all(part.isupper() for part in parts) and len(max(parts, key=len)) > _UPPER:
        return (lists.place | lists.known | lists.leader | lists.given).issuperset(lowers)
    written = [part for part in parts if part[0].isupper() and len(part) >= _SHORTEST]
    if written and all(capitals.is_mostly_small(part) for part in written):
        return False
    if _DISEASE.search(lowers[0]) and not is_listed(lowers[0]):
        return False
    is_given = lowers[0] in lists.given
    if not is_given and not _is_strange(parts[-1]) and all(run.goes_on for run in mentions):
        return False
    return _is_told(capitals, written, mentions) or (lowers[0] in lists.head and "for" in parts)


def _is_told(capitals: Capitals, written: Sequence[str], mentions: Sequence[Run]) -> bool:
    """Tell whether capitalised words make a name: by one no other word is, or by their last."""
    last, heads = written[-1].lower() if written else "", name_lists().head
    if last in heads:
        return True
    is_plural = last.endswith("s") and is_people(written[0].lower())
    if not all(is_common(part) for part in written if part.lower() not in _silent()):
        return not is_plural or len(mentions) > 1
    is_often = (
        len(written) > 1
        and last not in name_lists().never
        and capitals.spelled[spelling(mentions[0].parts)] >= _LONG_MENTIONS
    )
    if is_often and not any(map(capitals.is_ever_small, written[:1])):
        return True
    has_article = any(run.before.lower() == "the" for run in mentions)
    return len(mentions) > 1 and has_article and not capitals.is_ever_small(last)


@cache
def _silent() -> frozenset[str]:
    """Give the words that say nothing of a name of several."""
    return closed_words().stop | name_lists().never


@cache
def _general() -> frozenset[str]:
    """Give the words that make no name, however many of them."""
    return _silent() | closed_words().light | name_lists().calendar


def _opened(
    capitals: Capitals, sure: Mapping[Parts, object], parts: Parts, mentions: Sequence[Run]
) -> Parts | None:
    """Give what of a run that opens a sentence is a name: all, all but its first word, nothing."""
    if parts in sure:
        is_word = len(parts) == 1 and parts[0].lower() in capitals.forms
        return None if is_word and not any(run.tag in _FOLLOWING for run in mentions) else parts
    if len(parts) == 1:
        return parts if _opens_as_name(capitals, parts[0], mentions) else None
    rest = parts[1:]
    is_whole = rest not in sure or len(rest) == 1 or parts[:1] in sure
    if (
        is_whole
        and _is_confirmed(capitals, parts[0], rest[0])
        and _is_long_name(capitals, parts, mentions)
    ):
        return parts
    if rest in sure:
        return rest
    if parts[0].lower() in name_lists().head and rest[0] == "of":
        return parts
    is_stop = parts[0].lower() in closed_words().stop and rest[0][0].isupper()
    return rest if is_stop and _is_sure(capitals, rest, [run.rest() for run in mentions]) else None


def _opens_as_name(capitals: Capitals, word: str, mentions: Sequence[Run]) -> bool:
    """Tell whether a word that only ever opens sentences is a name."""
    lower = word.lower()
    if lower in capitals.forms:
        return False
    if is_listed(lower) or is_known_acronym(word):
        return True
    if capitals.is_camel_name(word):
        return True
    if len(mentions) == 1 and not capitals.words[word]:
        return False
    if word.isupper() or not _is_confirmed(capitals, word) or lower in name_lists().leader:
        return False
    following = sum(run.tag in _FOLLOWING for run in mentions if run.tag)
    return following * 2 >= len(mentions) and _is_word_name(capitals, word, mentions)


def _is_confirmed(capitals: Capitals, word: str, following: str = "") -> bool:
    """Tell whether a word that opens a sentence has its capital from being (part of) a name."""
    lower, lists = word.lower().rstrip("."), name_lists()
    may_lead = lower in lists.leader or lower in lists.given
    if may_lead and following[:1].isupper() and not is_common(following):
        return True
    if is_known_acronym(word):
        return True
    if lower in lists.never or lower in closed_words().stop:
        return False
    if lower in capitals.forms:
        return not capitals.is_small(word)
    if lower in lists.given or is_listed(lower):
        return True
    return bool(capitals.words[word]) or _is_shaped(word, lower)


def _is_shaped(word: str, lower: str) -> bool:
    """Tell whether a word is of names by its looks: a people, a known name or a very rare word."""
    if lower in name_lists().leader or is_people(lower) or _INNER_CAPITAL.search(word):
        return True
    known = word_kind(word)
    is_rare = known[0] == "?" and not is_common(word) and vocabulary().zipf(lower) < _RARE
    return known in {"P", "~P"} or is_rare


def add_lines(spans: Mapping[Parts, list[Span]], lines: Iterable[Line]) -> None:
    """Add the places of the names that stand in lines whose capitals say nothing."""
    starting: dict[str, list[Parts]] = defaultdict(list)
    for parts in sorted(spans, key=len, reverse=True):
        starting[parts[0].casefold()].append(parts)
    for line in lines:
        for parts, span in _met(line, starting):
            spans[parts].append(span)


def _met(line: Line, starting: Mapping[str, Sequence[Parts]]) -> Iterator[tuple[Parts, Span]]:
    """Yield the names met in a line, the longest first."""
    sentence, here, end = line
    forms = [bare(form) for form in sentence.forms]
    folded = [form.casefold() for form in forms]
    while here < end:
        length = 1
        if forms[here][:1].isupper():
            for parts in starting.get(folded[here], ()):
                if folded[here : here + len(parts)] == [part.casefold() for part in parts]:
                    length = len(parts)
                    yield parts, Span(sentence.starts[here], sentence.ends[here + length - 1])
                    break
        here += length
