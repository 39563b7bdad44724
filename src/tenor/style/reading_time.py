"""How long a text takes to read."""

from __future__ import annotations

from tenor.measure import Measure, Value
from tenor.style.counting import StyleAnalysis, spread, words_counted

#: The mean over 190 studies of adults silently reading English non-fiction (Brysbaert 2019).
WORDS_A_MINUTE = 238


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the minutes of silent reading; None without a word.

    words/238, headings and all else that is read included; higher is longer.
    Source: Brysbaert (2019).
    """
    counts = analysis.counts
    everything = tuple(sorted((*counts.sentences, *counts.rest)))
    if not everything:
        return None
    return spread(everything, lambda tally: tally.words / WORDS_A_MINUTE, words_counted)


MEASURE = Measure(
    name="reading-time",
    title="Reading time",
    unit="minutes",
    low=0,
    high=None,
    direction="higher is longer",
    formula=f"words/{WORDS_A_MINUTE}",
    source=(
        "Brysbaert (2019), How many words do we read per minute? A review and meta-analysis of"
        " reading rate, Journal of Memory and Language 109"
    ),
    undefined="without a word",
    compute=compute,
)
