"""Runs of capitalised words in a sentence, cut where one name ends and another begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tenor.document import Span
from tenor.themes.candidates import Scan
from tenor.themes.proper import (
    REMEMBERED,
    is_common,
    is_english,
    is_known_acronym,
    is_listed,
    is_people,
    name_lists,
    word_kind,
)
from tenor.themes.words import bare, closed_words, holds

#: Small words that stand within the name of an organisation: "Center for Science in the …".
_AFTER_HEADS = frozenset({"for", "on"})
_WITHIN = frozenset({"for", "on", "in", "the", "and", "."})
#: Prefixes in small letters.
_PREFIXES = ("al-", "el-", "ul-", "d'", "l'")
#: After these a capital still says a name.
_INNER_MARKS = frozenset(",&'%$")
_ENDING_MARKS = frozenset(".?!:;,…")
#: A possessive of these begins a longer name ("King's College"), of others it ends one.
_OWNERS = frozenset({"king's", "queen's", "women's", "children's", "men's", "saint's"})
#: What has two fields: "Department of Health and Human Services".
_OF_TWO = frozenset({"department", "ministry", "office", "bureau", "faculty", "school"})
_FIRST_OF_TWO = frozenset({"national", "federal", "royal", "u.s."})
#: Short forms whose full stop ends no sentence.
_SHORT = frozenset({"st", "mt", "ft", "inc", "jr", "sr"})
_OCCUPATIONS = ("er", "or", "ist", "ian")
#: A line with fewer characters is no line of wrapped prose, nor one with so many fewer than the
#: next; of both so many are looked at.
_FULL_LINE, _RAGGED, _LONG_LINE = 50, 20, 200
#: No name has so many tokens: what stands further off is not looked at.
_WIDEST = 12
#: What joins the parts of a longer name: "Journal of Chemistry and Physics".
_GOING_ON = frozenset({"and", "on", "&", "/"})
#: A title of more words may have one in small letters.
_LONG_TITLE = 5


class Run(NamedTuple):
    """A run of capitalised words: its words, where each starts, where it ends, its surroundings.

    It `opens` a sentence, a line or a quotation, where a capital says little; it is `titled` where
    an honorific or an office stands before it, and has an `article` where "The" within a sentence
    does. It `goes_on` where
    another one is joined to it; `before` is the token before it, `tag` the tag of that after it.
    """

    parts: tuple[str, ...]
    starts: tuple[int, ...]
    end: int
    opens: bool
    titled: bool
    article: bool
    before: str
    goes_on: bool
    tag: str

    @property
    def span(self) -> Span:
        """Give its place."""
        return Span(self.starts[0], self.end)

    @property
    def owns(self) -> bool:
        """Tell whether it ends in a possessive."""
        return self.end - self.starts[-1] > len(self.parts[-1])

    def rest(self) -> Run:
        """Give it without its first word, which stands before it."""
        return self._replace(
            parts=self.parts[1:], starts=self.starts[1:], opens=False, before=self.parts[0]
        )


def is_title(forms: Sequence[str]) -> bool:
    """Tell whether a sentence is a line in title case or in capitals: these say nothing."""
    has_small = any(form[0].islower() for form in forms)
    if has_small and forms[-1] in _ENDING_MARKS:
        return False
    words = [form for form in forms if form[0].isalpha()]
    if not has_small and len(words) > 1 and all(form.isupper() for form in words):
        return True
    content = [form for form in words if form.lower() not in closed_words().stop]
    capitals = sum(not form[0].islower() for form in content)
    needed = len(content) - (len(content) > _LONG_TITLE)
    return forms[-1] not in _ENDING_MARKS and capitals > 1 and capitals >= needed


def runs(scan: Scan, index: int, starts: Iterable[int]) -> Iterator[Run]:
    """Yield the runs of the sentence of this index, which may start at these tokens."""
    sentence = _Tokens(scan, index)
    forms, end = sentence.forms, 0
    for start in starts:
        if start >= end and is_capital(forms[start]):
            end = sentence.line_end(start, _stretch(forms, start))
            yield from sentence.pieces(start, end)


def capital_starts(forms: Sequence[str]) -> list[int]:
    """Find where runs may start: at capitals, and at small letters before one, as in "al-Amr"."""
    return [
        index
        for index, form in enumerate(forms)
        if not form.islower() and (form[0].isupper() or form.startswith(_PREFIXES))
    ]


@lru_cache(REMEMBERED)
def is_capital(form: str) -> bool:
    """Tell whether a token is written as a name."""
    if form[0].isupper():
        return form not in {"I", "O"} and not form.startswith("I'") and not _is_compound(form)
    prefix = next(filter(form.startswith, _PREFIXES), form)
    return form[len(prefix) :][:1].isupper()


def _is_compound(form: str) -> bool:
    """Tell whether a hyphen makes an adjective of a name: "Oslo-based"."""
    first, _, last = form.rpartition("-")
    return bool(first) and last[:1].islower() and is_english(last)


def _is_shortened(form: str) -> bool:
    """Tell whether a full stop after a form may be its own: an initial, "St", "Mr"."""
    lower = form.lower()
    return len(form) == 1 or lower in name_lists().honorific or lower in _SHORT


def _stretch(forms: Sequence[str], start: int) -> int:
    """Find where capitalised words, with the small words and marks within names, end."""
    last = end = start + 1
    while end < len(forms):
        if is_capital(forms[end]):
            last = end + 1
        elif not _goes_on(forms, start, end):
            break
        end += 1
    return last


def _goes_on(forms: Sequence[str], start: int, here: int) -> bool:
    """Tell whether a small word or a mark may stand within the name that starts before it."""
    form, before = forms[here], forms[here - 1]
    if form == ".":
        return _is_shortened(before)
    if form in _AFTER_HEADS:
        return bare(before).lower() in name_lists().head
    if form == "in":
        return "for" in forms[max(start, here - _WIDEST) : here]
    if form == "the":
        return before in _WITHIN or before == "of"
    return form in name_lists().particle or form == "and"


class _Tokens:
    """A sentence whose stretches of capitals are cut into runs."""

    def __init__(self, scan: Scan, index: int) -> None:
        self.sentence = scan.document.sentences[index]
        self.forms = self.sentence.forms
        self.tags = scan.tags[index]

    def line_end(self, start: int, end: int) -> int:
        """Find where a stretch ends that goes on after the end of a short line, as of a title."""
        for here in range(start + 1, end):
            line = self.sentence.text.find(
                "\n", self.sentence.ends[here - 1], self.sentence.starts[here]
            )
            if line >= 0 and _is_short(self.sentence.text, line):
                return here
        return end

    def pieces(self, start: int, end: int) -> Iterator[Run]:
        """Cut a stretch: at offices and dates, after possessives, before first names."""
        begin, here, titled = start, start, False
        while here < end:
            cut = self._cut(begin, here, end)
            here += 1
            if cut is None:
                continue
            stop, following, is_titled = cut
            yield from self._run(begin, stop, titled=titled)
            begin, titled = following, is_titled
            here = max(here, following)
        yield from self._run(begin, end, titled=titled)

    def _cut(self, begin: int, here: int, end: int) -> tuple[int, int, bool] | None:
        """Say where a run ends at a token, where the next begins, and whether that is titled."""
        form = self.forms[here]
        if _is_plain(form):
            return None
        lower = bare(form).lower().rstrip(".")
        if form in name_lists().particle or form in _WITHIN:
            is_cut = self._parts_at_small(begin, here)
            return (here, here + 1, False) if is_cut else None
        following = here + 1 + (self.forms[here + 1 : here + 2] == ["."] and here + 1 < end)
        if holds(name_lists().honorific, lower) and not (form.isupper() and len(form) > 1):
            return here, following, True
        if holds(name_lists().role, lower) and not self._is_headed(following, end):
            return here, *self._after_office(following, end)
        return self._cut_at_word(begin, here, end)

    def _cut_at_word(self, begin: int, here: int, end: int) -> tuple[int, int, bool] | None:
        """Cut at a word that is no office: at a date, before a first name, after a possessive."""
        form = self.forms[here]
        lower = bare(form).lower()
        if self._is_no_part(begin, here, lower):
            return here, here + 1, False
        if lower in name_lists().given and self._ends_before(begin, here, end):
            return here, here, False
        if form[-2:] in {"'s", "s'"} and form.lower() not in _OWNERS:
            return here + 1, here + 1, False
        return None

    def _parts_at_small(self, begin: int, here: int) -> bool:
        """Tell whether a small word parts two names: "Ann of Leeds", "France and Spain"."""
        form, lists = self.forms[here], name_lists()
        if here == begin:
            return True
        before = self.forms[here - 1].lower()
        if form == "and":
            return here - begin > _WIDEST or not self._joins(begin, here)
        if form != "of":
            return False
        is_long = here - begin > 1 and before not in lists.head and not is_common(before)
        return is_long or self.forms[begin].lower() in lists.given

    def _joins(self, begin: int, here: int) -> bool:
        """Tell whether "and" is within a name: "National Aeronautics and Space Administration"."""
        lists, start = name_lists(), here + 1
        end = start
        while end < len(self.forms) and self.forms[end][0].isupper():
            end += 1
        before = [form.lower() for form in self.forms[begin:here]]
        if any(is_listed(word) or word in lists.given or word in lists.acronym for word in before):
            return False
        if before[0] in _OF_TWO and "of" in before:
            return end > start
        is_headed = end - start > 1 and bare(self.forms[end - 1]).lower() in lists.head
        is_first = before[0] in _FIRST_OF_TWO or before[0] in lists.people or is_common(before[-1])
        return is_headed and is_first and is_common(self.forms[start])

    def _is_headed(self, following: int, end: int) -> bool:
        """Tell whether an office is part of a name after all: "General Motors"."""
        after = bare(self.forms[following]).lower() if following < end else ""
        lists = name_lists()
        if after in lists.head:
            return True
        is_word = (
            after[:1].isalpha() and after not in name_lists().particle and after not in _WITHIN
        )
        return is_word and after not in lists.role and is_common(after)

    def _after_office(self, following: int, end: int) -> tuple[int, bool]:
        """Find where a name begins after an office and what it is of, and whether it is titled."""
        if following >= end or self.forms[following] != "of":
            return following, True
        here = following + 1
        here += here < end and self.forms[here] == "the"
        is_field = here < end and self.forms[here].lower() in name_lists().field
        return here + is_field, is_field

    def _is_no_part(self, begin: int, here: int, lower: str) -> bool:
        """Tell whether a token is a date, or a stop word that no name begins with."""
        lists = name_lists()
        if lower in lists.calendar:
            return here == begin or self.forms[here - 1].lower() not in lists.given
        is_stop = lower in closed_words().stop and not _may_lead(lower)
        return is_stop and here == begin and not is_known_acronym(self.forms[here])

    def _ends_before(self, begin: int, here: int, end: int) -> bool:
        """Tell whether another name ends before a first name: "in Paris Anna Smith"."""
        has_surname = here + 1 < end and is_capital(self.forms[here + 1])
        words = self.forms[begin:here]
        return bool(words) and all(_stands_apart(word, has_surname=has_surname) for word in words)

    def _run(self, start: int, end: int, *, titled: bool) -> Iterator[Run]:
        """Yield the run of these tokens, without what is no part of it at its edges."""
        forms, sentence = self.forms, self.sentence
        while start < end and _is_edge(forms[start], may_lead=True):
            start += 1
        while start < end and _is_edge(forms[end - 1]) and not _is_surname(forms[start:end]):
            end -= 1
        if start == end:
            return
        parts: list[str] = []
        starts: list[int] = []
        for here in range(start, end):
            if forms[here] == "." and parts:
                parts[-1] += "."
            else:
                parts.append(bare(forms[here]))
                starts.append(sentence.starts[here])
        before, after = forms[start - 1] if start else "", forms[end] if end < len(forms) else ""
        yield Run(
            tuple(parts),
            tuple(starts),
            sentence.ends[end - 1],
            opens=self._opens(start),
            titled=titled,
            article=before == "The" and not self._opens(start - 1),
            before=before,
            goes_on=after in _GOING_ON and any(map(is_capital, forms[end + 1 : end + 2])),
            tag=self.tags[end] if after else "",
        )

    def _opens(self, here: int) -> bool:
        """Tell whether a token opens a sentence, a line or a quotation, or comes after a mark."""
        if here == 0:
            return True
        before = self.forms[here - 1]
        if before not in _INNER_MARKS and not any(map(str.isalnum, before)):
            return before != "." or not _is_shortened(self.forms[here - 2])
        if here < _WIDEST and not any(form[0].isalpha() for form in self.forms[:here]):
            return True
        sentence = self.sentence
        return "\n" in sentence.text[sentence.ends[here - 1] : sentence.starts[here]]


@lru_cache(REMEMBERED)
def _is_plain(form: str) -> bool:
    """Tell whether a form never cuts a run, whatever stands beside it."""
    lower, lists = form.lower().rstrip("."), name_lists()
    if form in lists.particle or form in _WITHIN or form[-2:] in {"'s", "s'"}:
        return False
    if holds(lists.honorific, lower) or holds(lists.role, lower):
        return False
    return not any(lower in words for words in (lists.calendar, lists.given, closed_words().stop))


def _is_short(text: str, end: int) -> bool:
    """Tell whether the line that ends here is no wrapped prose: short, or the next far longer."""
    furthest = max(end - _LONG_LINE, 0)
    length = end - max(text.rfind("\n", furthest, end) + 1, furthest)
    following = text.find("\n", end + 1, end + 1 + _LONG_LINE)
    next_length = min(following if following >= 0 else len(text), end + _LONG_LINE) - end
    return length < _FULL_LINE or next_length > length + _RAGGED


def _stands_apart(word: str, *, has_surname: bool) -> bool:
    """Tell whether a word before a first name is no part of it: a place, a people, a trade."""
    lower, lists = word.lower(), name_lists()
    if is_listed(lower) or is_people(lower):
        return True
    if not has_surname or lower in lists.head or lower in lists.leader or lower in lists.given:
        return False
    return is_common(word) or word.endswith(_OCCUPATIONS)


def _is_surname(forms: Sequence[str]) -> bool:
    """Tell whether the last word is a surname after all: "Best" after a first name."""
    *before, last = forms
    is_named = len(before) == 1 and before[0].lower() in name_lists().given
    return is_named and is_capital(last) and word_kind(last)[0] in "NJ~"


def _may_lead(lower: str) -> bool:
    """Tell whether a name may begin with a word, stop word or not: "New", "General"."""
    return lower in name_lists().leader or lower in name_lists().role


def _is_edge(form: str, *, may_lead: bool = False) -> bool:
    """Tell whether a token is no part of a name at its edge: a mark, a small word, "Inc"."""
    lower = form.lower()
    if not is_capital(form) or lower in name_lists().ending:
        return True
    if may_lead and _may_lead(lower):
        return False
    return lower in closed_words().stop and not form.isupper()
