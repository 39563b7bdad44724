"""The measures of tone, in the order reports list them."""

from __future__ import annotations

from tenor.measure import Measure, Value
from tenor.tone import coverage, emotions, formality, hedging
from tenor.tone.analysed import ToneAnalysis
from tenor.tone.sum import EXTRA_WORDS, LENGTH_POWER
from tenor.tone.summary import AVERAGED


def _valence(analysis: ToneAnalysis) -> Value | None:
    """Give the document's valence."""
    return analysis.valence


VALENCE = Measure(
    name="valence",
    title="Valence",
    unit="−1 negative to +1 positive",
    low=-1.0,
    high=1.0,
    direction="higher: more positive",
    formula="per sentence x/√(x² + 1), x = sum of word valence × context / "
    f"(words + {EXTRA_WORDS})^{LENGTH_POWER}; then their mean; under {AVERAGED} sentences "
    f"their sum / n^p, p from {LENGTH_POWER} to 1, no more than the strongest sentence",
    source="word values after VADER (Hutto & Gilbert 2014), Hu & Liu 2004 and the project's own, "
    "fitted on rated texts; agreement with EmoBank's readers r .64 (n 8062, never trained on)",
    undefined="a text without words",
    compute=_valence,
)
MEASURES: tuple[Measure[ToneAnalysis], ...] = (
    VALENCE,
    coverage.MEASURE,
    *emotions.MEASURES,
    hedging.MEASURE,
    formality.MEASURE,
)
