"""How formal a text is, from what shows on its surface: the length of its words, "you", slang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import fsum, log
from typing import NamedTuple

from tenor.document import BlockKind, Document, Sentence, Span, is_word
from tenor.lexicons import rows
from tenor.measure import Evidence, Measure, Value
from tenor.tone.analysed import ToneAnalysis

#: Up to the first a text is informal, from the second on formal. The ratings are of sentences;
#: whole texts lie closer: stories and talk at .46 to .55, news, law and science from .60 on.
BANDS = (0.53, 0.61)
#: A text is informal where these take so much off its rating, however long its sentences are; it is
#: not where they and "I" and "you" take next to nothing off, however short.
_TALK = ("contractions", "slang", "everyday words")
_CHATTY, _QUIET = 0.017, 0.003
#: From such a share of archaic words on a text is of another time, and has no register of ours.
_ARCHAIC = 0.01
#: The least letters of a long word, and of one in capitals that is no abbreviation, and how many
#: marks of a kind count in a sentence: the weights in formality.tsv are fitted on cues so counted.
LONG, SHOUTED, MOST_MARKS = 8, 4, 2.0

#: Headings, cells, captions and the notes of a list are no sentences.
_PROSE, _ENDED = frozenset[BlockKind]({"paragraph", "quote"}), frozenset(".!?…")
#: Endings that make nouns and adjectives of an abstract kind.
_ENDS = ("tion", "sion", "ment", "ity", "ence", "ance", "ism", "ive", "tions", "ments", "ities")


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Give the words of each cue that is a word list."""
    return {cue: frozenset(words.split()) for cue, words in rows("formality-words.tsv")}


class Cues(NamedTuple):
    """What a text's cues are counted from.

    `forms` and `marks` have the uses of each word, and of each other token, as it is written;
    `words` and `letters` are their sums over all words; `starts` are the first words of sentences.
    """

    forms: Mapping[str, int]
    words: int
    letters: int
    marks: Mapping[str, int]
    starts: list[str]


def read_cues(document: Document) -> Cues:
    """Take a document apart into words, marks and the first word of each sentence."""
    sentences = [*_prose(document)] or document.sentences
    forms = Counter(form for sentence in sentences for form in sentence.forms)
    starts: list[str] = []
    for sentence in sentences:
        starts += [form for form in sentence.forms[:2] if is_word(form)][:1]
    words = {form: count for form, count in forms.items() if is_word(form)}
    marks = {form: count for form, count in forms.items() if form not in words}
    letters = sum(len(form) * count for form, count in words.items())
    return Cues(words, sum(words.values()), letters, marks, starts)


def _prose(document: Document) -> Iterator[Sentence]:
    """Yield the sentences in running text, and what ends as one in a list."""
    for sentence in document.sentences:
        kind = document.blocks[sentence.block].kind
        if kind in _PROSE or (kind == "item" and sentence.forms[-1] in _ENDED):
            yield sentence


def _share(test: Callable[[str], bool]) -> Callable[[Cues], float]:
    """Make the cue that is the share of words that pass a test."""
    return lambda cues: sum(uses for form, uses in cues.forms.items() if test(form)) / cues.words


def _per_sentence(mark: str) -> Callable[[Cues], float]:
    """Make the cue that is how often a mark comes in a sentence, up to a limit."""
    return lambda cues: min(
        MOST_MARKS,
        sum(uses for form, uses in cues.marks.items() if form[:1] == mark)
        / max(1, len(cues.starts)),
    )


#: Each cue by its name in formality.tsv.
CUES: dict[str, Callable[[Cues], float]] = {
    "sentence length": lambda cues: log(cues.words / max(1, len(cues.starts))),
    "word length": lambda cues: cues.letters / cues.words,
    "long words": _share(lambda word: len(word) >= LONG),
    "contractions": _share(lambda word: "'" in word[1:-1] and not word.lower().endswith("'s")),
    "I and you": _share(lambda word: word.lower() in _lists()["I and you"]),
    "slang": _share(lambda word: word.lower() in _lists()["slang"]),
    "everyday words": _share(lambda word: word.lower() in _lists()["everyday words"]),
    "abstract endings": _share(lambda word: word.lower().endswith(_ENDS)),
    "linking words": _share(lambda word: word.lower() in _lists()["linking words"]),
    "capitals": _share(lambda word: word.isupper() and len(word) >= SHOUTED),
    "exclamations": _per_sentence("!"),
    "questions": _per_sentence("?"),
    "small first letters": lambda cues: (
        sum(map(str.islower, cues.starts)) / max(1, len(cues.starts))
    ),
}


def compute(analysis: ToneAnalysis) -> Value | None:
    """Give the formality, 0 (informal) to 1 (formal), cue by cue; None for a text without words."""
    document = analysis.document
    cues = read_cues(document)
    if not cues.words:
        return None
    span = Span(document.sentences[0].span.start, document.sentences[-1].span.end)
    mean_rating, fitted = fit()
    lines = [Evidence(span, mean_rating, "an average sentence")]
    for name, weight, mean in fitted:
        amount = CUES[name](cues)
        lines.append(Evidence(span, weight * (amount - mean), name, amount))
    total = fsum(line.weight for line in lines)
    formality = max(0.0, min(1.0, total))
    if formality != total:
        lines.append(Evidence(span, formality - total, "held between 0 and 1"))
    return Value(formality, tuple(lines))


def register(document: Document, formality: Value) -> int | None:
    """Tell whether a text is formal (+1), informal (−1) or neither; None where it is archaic."""
    archaic = sum(document.forms[form] for form in document.forms if _is_archaic(form))
    if archaic >= _ARCHAIC * document.words:
        return None
    weights = {name: weight for name, weight, _ in fit()[1]}
    taken = {
        cue.word: -weights.get(cue.word, 0.0) * (cue.base or 0.0) for cue in formality.evidence
    }
    talk = fsum(taken[cue] for cue in _TALK)
    informal, formal = BANDS
    if talk >= _CHATTY or (formality.value <= informal and talk + taken["I and you"] >= _QUIET):
        return -1
    return int(formality.value >= formal)


def _is_archaic(form: str) -> bool:
    """Tell a word that has gone out of use."""
    return form.lower() in _lists()["archaic"]


@cache
def fit() -> tuple[float, tuple[tuple[str, float, float], ...]]:
    """Give the mean rating, and each cue's weight and its mean over the rated sentences."""
    (_, rating, _), *cues = rows("formality.tsv")
    return float(rating), tuple((name, float(weight), float(mean)) for name, weight, mean in cues)


MEASURE = Measure(
    name="formality",
    title="Formality",
    unit="0 informal to 1 formal",
    low=0.0,
    high=1.0,
    direction="higher: more formal",
    formula="mean rating + sum over surface cues of weight × (cue − its mean), held in 0…1",
    source="a ridge on the ratings of Pavlick & Tetreault 2016 (formality.tsv)",
    undefined="a text without words",
    compute=compute,
)
