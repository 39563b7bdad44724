"""The length of sentences: their mean, how they are distributed, and which are longest."""

from __future__ import annotations

from collections.abc import Iterable

from tenor.document import Document
from tenor.measure import Measure, Value
from tenor.style.counting import (
    Counts,
    SentenceCounts,
    StyleAnalysis,
    counts,
    spread,
    words_counted,
)

#: How many words wide a column of the distribution is, and how many columns there are.
BIN, BINS = 5, 10


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the mean words a sentence; None without a word.

    words/sentences, over sentences of running prose with a word in them; higher is longer.
    """
    counts = analysis.counts
    sentences = len(counts.sentences)
    if not sentences:
        return None
    return spread(counts.sentences, lambda tally: tally.words / sentences, words_counted)


def sentence_lengths(document: Document) -> tuple[int, ...]:
    """Give the words in each sentence of running prose that has any, in order."""
    return tuple(sentence.tally.words for sentence in counts(document).sentences)


def distribution(lengths: Iterable[int]) -> tuple[int, ...]:
    """Count the sentences of 1–5 words, 6–10, … 41–45, and more than that."""
    columns = [0] * BINS
    for length in lengths:
        columns[min((length - 1) // BIN, BINS - 1)] += 1
    return tuple(columns)


def longest(counts: Counts, most: int = 3) -> tuple[SentenceCounts, ...]:
    """Give the longest sentences, `most` at most, longest first; of two alike the earlier first."""
    return tuple(
        sorted(counts.sentences, key=lambda sentence: (-sentence.tally.words, sentence.span))[:most]
    )


MEASURE = Measure(
    name="sentence-length",
    title="Mean sentence length",
    unit="words",
    low=1,
    high=None,
    direction="higher is longer sentences; 15 to 20 is usual in plain prose",
    formula="words/sentences",
    source="a plain count; headings, captions and table cells are no sentences",
    undefined="without a word of running prose",
    compute=compute,
)
