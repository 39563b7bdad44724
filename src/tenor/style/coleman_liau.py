"""The Coleman–Liau index."""

from __future__ import annotations

from tenor.measure import Measure, Value
from tenor.style.ari import counted
from tenor.style.counting import NO_GRADE, StyleAnalysis, has_grade, spread

#: What a letter a word adds, what a sentence a word takes, and where the grades begin
#: (Coleman and Liau 1975, who count by 100 words).
_LETTERS, _SENTENCES, _START = 5.88, -29.6, -15.8


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the school grade by letters and sentences per 100 words; None without `has_grade`.

    5.88 · letters/words − 29.6 · sentences/words − 15.8, digits counting as letters; higher is
    harder. Source: Coleman and Liau (1975).
    """
    counts = analysis.counts
    words, sentences = counts.total.words, len(counts.sentences)
    if not has_grade(counts):
        return None
    return spread(
        counts.sentences,
        lambda tally: (_LETTERS * tally.characters + _SENTENCES) / words + _START / sentences,
        counted,
    )


MEASURE = Measure(
    name="coleman-liau",
    title="Coleman–Liau index",
    unit="US school grade",
    low=None,
    high=None,
    direction="higher is harder to read",
    formula="0.0588 × letters and digits per 100 words − 0.296 × sentences per 100 words − 15.8",
    source=(
        "Coleman & Liau (1975), A computer readability formula designed for machine scoring,"
        " Journal of Applied Psychology 60"
    ),
    undefined=NO_GRADE,
    compute=compute,
)
