"""How much of a text the valence table knows."""

from __future__ import annotations

from tenor.measure import Measure, Value
from tenor.tone.analysed import ToneAnalysis
from tenor.tone.words import lowered, packaged

#: A word without a valence counts as a content word from so many letters on.
SHORTEST_CONTENT = 4


def compute(analysis: ToneAnalysis) -> Value | None:
    """Give the share of content words that have a valence, 0…1; None without content words."""
    words = packaged()
    known = content = 0
    for form, count in analysis.document.forms.items():
        lower = lowered([form])[0]
        if words.valences.get(lower):
            known += count
            content += count
        elif len(lower) >= SHORTEST_CONTENT and lower.isalpha() and lower not in words.roles:
            content += count
    return Value(known / content) if content else None


MEASURE = Measure(
    name="valence-coverage",
    title="Words with a known valence",
    unit="share of content words",
    low=0.0,
    high=1.0,
    direction="higher: the valence rests on more of the text",
    formula="words in the valence table / (those + other words of four letters or more)",
    source="the packaged valence table (valence.tsv)",
    undefined="a text without content words",
    compute=compute,
)
