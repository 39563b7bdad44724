"""The words of the report, in plain terms: what each part says and how it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tenor.formats.terminal.ink import Ink, text
from tenor.formats.terminal.layout import indented


class Entry(NamedTuple):
    """A word of the report: what it means, and the measure behind it where there is one."""

    says: str
    measure: str | None = None


_TONE = (
    "How a text sounds, from -1 (negative) over 0 to +1 (positive): the mean of its sentences. The"
    " interval after it would hold the mean of 95 in 100 such texts. tenor explain FILE:LINE gives"
    " the words behind it."
)
_EMOTION = "Words of this emotion that nothing denies, against their usual rate in mixed prose."
_POLE = (
    "A passage, sentence or theme whose tone lies outside the neutral band, on that side of 0;"
    " readers put such sentences there too."
)
#: What `tenor explain` knows beside checks and measures.
GLOSSARY: Mapping[str, Entry] = {
    "verdict": Entry(
        "The first lines of the report: what the text is about, its tone on the whole with the most"
        " negative and the most positive passage, where the tone changes, and how many sentences"
        " surely lean either way."
    ),
    "tone": Entry(_TONE, "valence"),
    "positive": Entry(_POLE, "valence"),
    "negative": Entry(_POLE, "valence"),
    "neutral": Entry(
        "Inside the band in which people disagree on the sign too: no feeling, little, or mixed."
    ),
    "interval": Entry(
        "The 95 % interval of the mean tone of the sentences, by their spread (normal); not given"
        " under 100 words or 5 sentences."
    ),
    "arc": Entry(
        "The tone along the text, in reading order: up is positive, down is negative, the numbers"
        " under it are lines. Where there are more sentences than columns, a column is a mean."
    ),
    "turn": Entry(
        "Where the tone changes most, given only where chance would hardly do the same: the largest"
        " running sum of deviations from the mean (Page 1954)."
    ),
    "joy": Entry(_EMOTION, "joy"),
    "hedged": Entry("Words by which the writer stands back from a claim.", "hedging"),
    "register": Entry("How formal the text is, by its cues.", "formality"),
    "themes": Entry(
        "What the text comes back to: families of words and phrases, ranked by how much of the text"
        " they touch and how rare they are elsewhere. tenor explain theme:LABEL FILE says why."
    ),
    "names": Entry(
        "People, places and organisations, with the number of their mentions; those met once are"
        " left out where three come more often. --json has all."
    ),
    "subjects": Entry(
        "Fields whose words come surely more often than in general English (log-likelihood, Dunning"
        " 1993), and how many times as often."
    ),
    "also": Entry(
        "What comes beside the themes: phrases of two words used twice, nouns of the title, rarer"
        " nouns used three times."
    ),
    "evidence": Entry(
        "The sentences that lean most either way, with the words that make them do so underlined;"
        " no headings, greetings, signatures or quotations."
    ),
    "gist": Entry("Up to six central sentences that stand by themselves; none where too few do."),
    "grade": Entry("The school grade whose pupils can read the text.", "flesch-kincaid-grade"),
    "ease": Entry("How easily the text reads.", "flesch-reading-ease"),
}


def entry(word: str, ink: Ink) -> str:
    """Explain a word of the report."""
    return ink.draw([text(word, "bold"), indented(text(GLOSSARY[word].says), 3)])
