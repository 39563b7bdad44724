"""The Flesch reading ease."""

from __future__ import annotations

from tenor.measure import Measure, Value
from tenor.style.counting import StyleAnalysis, has_sentences, spread
from tenor.style.flesch_kincaid_grade import counted

#: Flesch's words for his scale (1948): from this ease on.
_IN_WORDS = (
    (90, "very easy"),
    (80, "easy"),
    (70, "fairly easy"),
    (60, "standard"),
    (50, "fairly difficult"),
    (30, "difficult"),
)

#: Where the scale begins, what a word a sentence takes, and what a syllable a word takes
#: (Flesch 1948).
_START, _WORDS_TAKE, _SYLLABLES_TAKE = 206.835, 1.015, 84.6


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the ease of reading, mostly 0 to 100; None for a text without sentences.

    206.835 − 1.015 · words/sentences − 84.6 · syllables/words; higher is easier.
    Source: Flesch (1948).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_sentences(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: (
            (_START - _WORDS_TAKE * tally.words) / sentences
            - _SYLLABLES_TAKE * tally.syllables / words
        ),
        counted,
    )


def in_words(ease: float) -> str:
    """Say how easy a text is in Flesch's own words, from *very easy* to *very difficult*."""
    return next((word for low, word in _IN_WORDS if ease >= low), "very difficult")


MEASURE = Measure(
    name="flesch-reading-ease",
    title="Flesch reading ease",
    unit="points",
    low=None,
    high=None,
    direction="higher is easier; 60 to 70 is plain English, under 30 is very difficult",
    formula="206.835 − 1.015 × words/sentences − 84.6 × syllables/words",
    source="Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32",
    undefined="without a word of running prose, or over 100 words a sentence",
    compute=compute,
)
