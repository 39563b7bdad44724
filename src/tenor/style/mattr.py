"""Lexical diversity: the moving-average type–token ratio."""

from __future__ import annotations

from itertools import islice

from tenor.measure import Evidence, Measure, Value
from tenor.style.counting import Counts

#: How many words a window holds.
WINDOW = 100


def compute(counts: Counts) -> Value | None:
    """Give the mean share of different words in every 100 words in a row; None under 100 words.

    Mean over all windows of 100 words of types/100, 0 to 1; higher is more varied. Words differ if
    they do so without regard to case. Chosen over MTLD (McCarthy and Jarvis 2010) because it has
    no threshold, does not grow with the text's length, and is a sum over words: a sentence's
    evidence is how many windows see its words for the first time.
    Source: Covington and McFall (2010).
    """
    if len(counts.types) < WINDOW:
        return None
    firsts = iter(_windows_as_first(counts))
    scale = WINDOW * (len(counts.types) - WINDOW + 1)
    evidence = []
    total = 0
    for span, tally in counts.sentences:
        new = sum(islice(firsts, tally.words))
        total += new
        evidence.append(Evidence(span, new / scale, f"{tally.words} words"))
    return Value(total / scale, tuple(evidence))


def _windows_as_first(counts: Counts) -> list[int]:
    """Tell for each word how many windows hold it and no earlier one like it."""
    latest = len(counts.types) - WINDOW
    seen: dict[int, int] = {}
    windows = []
    for at, number in enumerate(counts.types):
        earliest = max(seen.get(number, -1) + 1, at - WINDOW + 1)
        windows.append(max(0, min(at, latest) - earliest + 1))
        seen[number] = at
    return windows


MEASURE = Measure(
    name="mattr",
    title="Lexical diversity (MATTR)",
    unit="share of different words",
    low=0,
    high=1,
    direction="higher is a more varied vocabulary; most prose has 0.6 to 0.8",
    formula="mean over every 100 words in a row of different words/100",
    source=(
        "Covington & McFall (2010), Cutting the Gordian knot: the moving-average type–token ratio"
        " (MATTR), Journal of Quantitative Linguistics 17"
    ),
    undefined="under 100 words of running prose",
    compute=compute,
)
