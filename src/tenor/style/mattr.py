"""Lexical diversity: the moving-average type–token ratio."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import islice

from tenor.measure import Measure, Value
from tenor.style.counting import SentenceShares, StyleAnalysis, words_counted

#: How many words a window holds.
WINDOW = 100


def compute(analysis: StyleAnalysis) -> Value | None:
    """Give the mean share of different words in every 100 words in a row; None under 100 words.

    Mean over all windows of 100 words of types/100, 0 to 1; higher is more varied. Words differ if
    they do so without regard to case. Chosen over MTLD (McCarthy and Jarvis 2010) because it has
    no threshold, does not grow with the text's length, and is a sum over words: a sentence's
    evidence is how many windows see its words for the first time.
    Source: Covington and McFall (2010).
    """
    counts = analysis.counts
    if len(counts.types) < WINDOW:
        return None
    firsts = iter(_windows_as_first(counts.types))
    windows = [sum(islice(firsts, tally.words)) for _, tally in counts.sentences]
    scale = WINDOW * (len(counts.types) - WINDOW + 1)
    weights = array("d", [count / scale for count in windows])
    return Value(sum(windows) / scale, SentenceShares(counts.sentences, weights, words_counted))


def _windows_as_first(types: Sequence[int]) -> list[int]:
    """Tell for each word how many windows hold it and no earlier one like it."""
    last_place: dict[int, int] = {}
    windows = []
    for place, kind in enumerate(types, 1):
        windows.append(min(WINDOW, place - last_place.get(kind, 0)))
        last_place[kind] = place
    for missing, index in enumerate(range(len(types) - WINDOW + 1, len(types)), 1):
        windows[index] = max(0, windows[index] - missing)  # none begin so near the end
    return windows


MEASURE = Measure(
    name="mattr",
    title="Lexical diversity (MATTR)",
    unit="share of different words",
    low=0,
    high=1,
    direction="higher is a more varied vocabulary; most prose has 0.65 to 0.8",
    formula="mean over every 100 words in a row of different words/100",
    source=(
        "Covington & McFall (2010), Cutting the Gordian knot: the moving-average type–token ratio"
        " (MATTR), Journal of Quantitative Linguistics 17"
    ),
    undefined="under 100 words of running prose",
    compute=compute,
)
