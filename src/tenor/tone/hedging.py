"""Words by which the writer stands back from a claim: perhaps, it seems, sort of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tenor.document import Document, Span
from tenor.lexicons import rows
from tenor.measure import Evidence, Measure, Value
from tenor.tone.analysed import ToneAnalysis
from tenor.tone.words import lowered

#: With these and a quotation after it "I think" tells what was thought.
_LEADS = ([","], [":"])
#: What "may" gives a permission or a power to, in rules and laws, which say so often.
_LEAST_RULED = 2
_RULED = frozenset(
    {"applicant", "applicants", "board", "candidate", "candidates", "committee", "congress"}
    | {"council", "court", "courts", "developer", "developers", "director", "employee", "employees"}
    | {"employer", "employers", "law", "laws", "leader", "legislature", "license", "licensee"}
    | {"licensees", "member", "members", "officer", "officers", "organization"}
    | {"organizations", "owner", "owners", "parliament", "participants", "parties", "party"}
    | {"person", "persons", "secretary", "tenant", "tenants"}
)


class _Hedge(NamedTuple):
    """A hedge's words, and the words that take it its doubt right before or after it."""

    words: list[str]
    not_after: frozenset[str]
    not_before: frozenset[str]

    def stands(self, words: list[str], start: int) -> bool:
        """Tell whether it stands at an index among a sentence's words."""
        end = start + len(self.words)
        return (
            words[start:end] == self.words
            and self.not_after.isdisjoint(words[max(0, start - 1) : start])
            and self.not_before.isdisjoint(words[end : end + 1])
            and not (words[end : end + 1] in _LEADS and words[end + 1 : end + 2] == ['"'])
        )


def compute(analysis: ToneAnalysis) -> Value | None:
    """Give the hedges per 1000 words, with their places; None for a text without words."""
    document = analysis.document
    if not document.words:
        return None
    weight = 1000 / document.words
    lines = []
    for sentence in document.sentences:
        words = lowered(sentence.forms)
        for start, end in _places(sentence.forms, words):
            span = Span(sentence.starts[start], sentence.ends[end - 1])
            lines.append(Evidence(span, weight, " ".join(words[start:end])))
    if any(line.word == "may" for line in lines) and _is_of_rules(document):
        lines = [line for line in lines if line.word != "may"]
    return Value(weight * len(lines), tuple(lines))


def _is_of_rules(document: Document) -> bool:
    """Tell whether "may" permits, as in rules, which say "must" or "shall" as often.

    It does too where half of its uses, and two, stand after whom or what rules speak of.
    """
    counts: Counter[str] = Counter()
    bound = 0
    for sentence in document.sentences:
        words = lowered(sentence.forms)
        counts.update(words)
        bound += sum(word in _RULED and after == "may" for word, after in pairwise(words))
    is_bound = bound >= _LEAST_RULED and 2 * bound >= counts["may"]
    return is_bound or counts["must"] + counts["shall"] >= counts["may"]


def _places(forms: Sequence[str], words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where the hedges in a sentence's words start and end, none within another.

    "May" with a capital is a month, a wish or a permission.
    """
    table, end = _hedges(), 0
    for start in [index for index, word in enumerate(words) if word in table]:
        if start < end or forms[start] in {"May", "MAY"}:
            continue
        for hedge in table[words[start]]:
            if hedge.stands(words, start):
                end = start + len(hedge.words)
                yield start, end
                break


@cache
def _hedges() -> Mapping[str, list[_Hedge]]:
    """Give the hedges by their first word, the longest first."""
    table: dict[str, list[_Hedge]] = {}
    for text, not_after, not_before in rows("hedges.tsv"):
        words = text.split()
        hedge = _Hedge(words, frozenset(not_after.split()), frozenset(not_before.split()))
        table.setdefault(words[0], []).append(hedge)
    for hedges in table.values():
        hedges.sort(key=lambda hedge: -len(hedge.words))
    return table


MEASURE = Measure(
    name="hedging",
    title="Hedging",
    unit="hedges per 1000 words",
    low=0.0,
    high=1000.0,
    direction="higher: the writer commits to less",
    formula="1000 × hedges / words",
    source="the project's own word list (hedges.tsv), after Hyland 1998 and Farkas et al. 2010",
    undefined="a text without words",
    compute=compute,
    usual=4.5,
)
