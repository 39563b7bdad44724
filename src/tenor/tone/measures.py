"""The measures of tone, in the order reports list them."""

from __future__ import annotations

from tenor.document import Document
from tenor.measure import Measure, Value
from tenor.tone import coverage, emotions, formality, hedging
from tenor.tone.sum import EXTRA_WORDS, LENGTH_POWER
from tenor.tone.summary import document_valence
from tenor.tone.valence import score


def _valence(document: Document) -> Value | None:
    """Give the document's valence."""
    return document_valence(document, score(document))


VALENCE = Measure(
    name="valence",
    title="Valence",
    unit="−1 critical to +1 warm",
    low=-1.0,
    high=1.0,
    direction="higher: warmer",
    formula="per sentence x/√(x² + 1), x = sum of word valence × context / "
    f"(words + {EXTRA_WORDS})^{LENGTH_POWER}; then their mean; under five sentences their sum / "
    f"n^{LENGTH_POWER}, a sentence without a known word a third",
    source="word values after VADER (Hutto & Gilbert 2014), Hu & Liu 2004 and the project's own, "
    "fitted on rated texts; agreement with EmoBank's readers r .64 (n 8062, never trained on)",
    undefined="a text without words",
    compute=_valence,
)
MEASURES: tuple[Measure, ...] = (
    VALENCE,
    coverage.MEASURE,
    *emotions.MEASURES,
    hedging.MEASURE,
    formality.MEASURE,
)


def measure_all(document: Document) -> dict[str, Value | None]:
    """Give every measure but the valence, which `score` gives, by its name."""
    return {
        coverage.MEASURE.name: coverage.coverage(document),
        **emotions.emotions(document),
        hedging.MEASURE.name: hedging.hedging(document),
        formality.MEASURE.name: formality.formality(document),
    }
