"""The valence of a sentence: its words' valences, each changed by its context.

What is found here is summed up in tenor.tone.sum.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from tenor.document import Document, Sentence, Span, is_word
from tenor.measure import Evidence, Factor, Value
from tenor.tone.context import FACTORS, Context, change, read_context, stands_alone
from tenor.tone.sum import MOST_EXCLAMATIONS, sum_up
from tenor.tone.words import Phrase, Words, listed, lowered, packaged, with_project_words

#: A valence nearer to zero than this is neutral or mixed: there, readers agree with its sign for 6
#: texts in 10. At ±0.2 they agree for 75 %, from ±0.5 on for 95 % (Hutto & Gilbert's four sets,
#: n 23,703, mean of 20 readers; tests/accuracy/tone.py prints it).
NEUTRAL_BAND = 0.1

_ANSWERS = {"yes": "yes", "yeah": "yes", "yep": "yes", "no": "no", "nope": "no", "never": "no"}


@dataclass(slots=True)
class Hit:
    """A scored word or phrase: its tokens, its valence, what the context made of it and why."""

    at: int
    end: int
    base: float
    factors: list[Factor]

    @property
    def factor(self) -> float:
        """All its factors in one."""
        return prod([factor.value for factor in self.factors])

    @property
    def reasons(self) -> list[str]:
        """Why it is changed."""
        return [factor.reason for factor in self.factors]


def sentence_valence(
    sentence: Sentence, words: Words | None = None, answer: str = ""
) -> Value | None:
    """Give a sentence's valence, −1…+1; None if it holds neither a word nor a scored mark.

    `answer` is "yes" or "no" for a question so answered, and "it" for the answer itself.
    """
    forms = sentence.forms
    hits = find_hits(forms, words or packaged(), answer)
    shouts = hits and sentence.plain.find("!", sentence.span.start, sentence.span.end) >= 0
    starts, ends = sentence.starts, sentence.ends
    parts = [
        Evidence(
            Span(starts[hit.at], ends[hit.end - 1]),
            hit.base * hit.factor,
            forms[hit.at] if hit.end == hit.at + 1 else " ".join(forms[hit.at : hit.end]),
            hit.base,
            tuple(hit.factors),
        )
        for hit in hits
    ]
    marks = [Span(starts[at], ends[at]) for at in exclamations(forms)] if shouts else []
    return sum_up(parts, marks, count_words(forms))


def count_words(forms: list[str]) -> int:
    """Count the words among a sentence's forms."""
    return sum([form.isalpha() or is_word(form) for form in forms])


def score(
    document: Document, project_words: Mapping[str, float] | None = None
) -> tuple[Value | None, ...]:
    """Give each sentence's valence, in order; a project's own words have its valences."""
    return score_with(document, with_project_words(project_words) if project_words else packaged())


def score_with(document: Document, words: Words) -> tuple[Value | None, ...]:
    """Give each sentence's valence by some tables."""
    answers = _answers(document.sentences)
    return tuple(
        sentence_valence(sentence, words, answers.get(at, ""))
        for at, sentence in enumerate(document.sentences)
    )


def _answers(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Find questions that the next sentence answers by yes or no."""
    found: dict[int, str] = {}
    for at, sentence in enumerate(sentences[:-1]):
        if sentence.plain[sentence.span.start : sentence.span.end].endswith("?"):
            reply = [form.lower() for form in sentences[at + 1].forms[:2]]
            if reply[0] in _ANSWERS and (len(reply) < 2 or not is_word(reply[1])):
                found[at], found[at + 1] = _ANSWERS[reply[0]], "it"
    return found


def find_hits(forms: list[str], words: Words, answer: str = "") -> list[Hit]:
    """Find a sentence's scored words, each with the factor its context gives it."""
    lows = lowered(forms)
    table = words.valences
    spots = [at for at, low in enumerate(lows) if low in table]
    if not spots:
        return []
    parts = list(map(words.roles.get, lows))
    found = _found(lows, parts, spots, words)
    if not found:
        return []
    context = read_context(lows, parts, answer)
    if answer == "it":
        context.spent.add(0)
    hits = [Hit(at, end, base, []) for at, end, base in found]
    if context.active:
        for hit in hits:
            hit.factors += change(context, hit.at, hit.base)
    _stretch(hits, context)
    if context.spent:
        hits = [hit for hit in hits if hit.at not in context.spent]
    _emphasis(forms, hits)
    if words.project:
        _name_project_words(hits, lows, words.project)
    return hits


def _name_project_words(hits: list[Hit], lows: list[str], project: frozenset[str]) -> None:
    """Say which valences the project has set."""
    for hit in hits:
        if " ".join(lows[hit.at : hit.end]) in project:
            hit.factors.insert(0, Factor(1.0, "set by the project"))


def _stretch(hits: list[Hit], context: Context) -> None:
    """Change the hits within each stretch; emoticons and interjections stand for themselves."""
    if not context.stretches:
        return
    places = [hit.at for hit in hits]
    for start, end, pair, reason in context.stretches:
        for hit in hits[bisect_left(places, start) : bisect_left(places, end)]:
            if not stands_alone(context, hit.at):
                hit.factors.append(Factor(pair[hit.base < 0], reason))


def _found(
    lows: list[str], parts: list[str | None], spots: list[int], words: Words
) -> list[tuple[int, int, float]]:
    """Give start, end and valence of the scored words and phrases.

    A phrase hides its words: in the parts they play it takes their place, on its last word.
    """
    valences, phrases = words.valences, words.phrases
    found, end, after = [], 0, [*lows[1:], ""]
    for at in spots:
        if at < end:
            continue
        low = lows[at]
        choices = phrases[low].get(after[at]) if low in phrases else None
        phrase = _phrase(lows, at, choices) if choices else None
        if phrase:
            end = at + len(phrase.words)
            parts[at:end] = ["clear"] * (end - at)
            if phrase.kind == "valence":
                found.append((at, end, phrase.valence))
            elif phrase.kind != "nothing":
                parts[end - 1], lows[end - 1] = phrase.kind, " ".join(phrase.words)
        elif low == "like" and low not in words.project and not _is_liking(lows, parts, at):
            continue
        elif valences[low] or low in words.project:
            found.append((at, at + 1, valences[low]))
    return found


def _is_liking(lows: list[str], parts: list[str | None], at: int) -> bool:
    """Tell the verb "like" from the other ones by the word before it."""
    if at == 0:
        return lows[1:2] not in (["a"], ["an"], ["most"], ["many"], ["all"])
    return lows[at - 1] in listed("before like") or parts[at - 1] in {"negator", "booster", "would"}


def _phrase(lows: list[str], at: int, choices: tuple[Phrase, ...]) -> Phrase | None:
    """Give the longest phrase that begins at a word."""
    for phrase in choices:
        if tuple(lows[at : at + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def _emphasis(forms: list[str], hits: list[Hit]) -> None:
    """Raise words in capitals in a sentence that has small ones; lower words within names."""
    raised = [hit for hit in hits if forms[hit.at][:1].isupper()]
    if len(raised) == 1 and not raised[0].at and not forms[0].isupper():
        return
    if not raised or 2 * sum(map(str.islower, forms)) < sum(map(str.isalpha, forms)):
        return
    for hit in raised:
        form = forms[hit.at]
        if form.isupper() and len(form) > 1:
            hit.factors.append(Factor(FACTORS["capitals"][hit.base < 0], "raised by capitals"))
        elif form.istitle() and hit.at:
            name = _name(forms, hit)
            if name:
                hit.factors.append(Factor(FACTORS[name][hit.base < 0], f"a {name}"))


def _name(forms: list[str], hit: Hit) -> str:
    """Tell the kind of name a capitalised word within a sentence is, if it is one."""
    if forms[hit.at].lower() in listed("given name"):
        return "given name"
    before, after = forms[hit.at - 1], forms[hit.end : hit.end + 1]
    if before in {'"', "'", ":"}:
        return ""
    beside = any(map(str.istitle, after)) or (hit.at > 1 and before.istitle())
    return "name" if beside else ""


def exclamations(forms: list[str]) -> list[int]:
    """Find the exclamation marks that count."""
    marks = [at for at, form in enumerate(forms) if form[:1] == "!" for _ in form]
    return marks[:MOST_EXCLAMATIONS]
