"""How tone runs through a text: document tone, its interval and shares, the arc and its turn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import fsum, sqrt
from typing import NamedTuple

from tenor.document import Document, Span
from tenor.measure import Value, in_share
from tenor.tone.sum import LENGTH_POWER
from tenor.tone.telling import leans
from tenor.tone.valence import NEUTRAL_BAND

#: The valence of each sentence of a document, in order; None where it has no word.
Scores = Sequence[Value | None]

#: Within so many standard errors of the mean lie 95 in 100 (the normal distribution).
NORMAL_95 = 1.96
#: Fewer scored sentences than this have no interval and no arc, and than twice as many no passages.
SHORTEST = 5
#: From so many sentences on a document's valence is their mean; of fewer they add up more.
AVERAGED = 8
#: What a sentence without a known word counts beside the others in the shortest texts.
SILENT = 1 / 3
#: A turning point needs this many sentences on either side, and means this far apart.
SIDE, APART = 8, 2 * NEUTRAL_BAND
#: A passage is one part in so many of a text, and has this many sentences at least.
PASSAGE_PARTS, SHORTEST_PASSAGE = 8, 3
#: The first and the last sentence of a passage lean so much at least.
EDGE = 0.2
#: Runs are compared in steps of 10⁻¹²: whole numbers, whose sums have no rounding noise.
_STEPS = 10**12
#: What the largest of the standardised sums exceeds by chance once in 200 texts without a turn
#: (Kolmogorov's distribution: the supremum of a Brownian bridge). With SIDE and APART, readers'
#: ratings differ clearly in the same way at 87 of 100 turns, and 6 of 1,000 shuffled texts turn.
TURN_THRESHOLD = 1.731


#: The least spread a turn is measured against: two even stretches have none of their own.
_STILL = 0.01


class Passage(NamedTuple):
    """A run of sentences, half-open by their indexes, and their mean valence, −1…+1."""

    first: int
    after: int
    value: float


class Passages(NamedTuple):
    """The most negative and the most positive passage of a text; None where none clearly is."""

    negative: Passage | None
    positive: Passage | None


class Interval(NamedTuple):
    """A range that holds the mean of texts like this one 95 times in 100."""

    low: float
    high: float


class Shares(NamedTuple):
    """How many sentences are positive, neutral or mixed, and negative."""

    positive: int
    neutral: int
    negative: int


class Column(NamedTuple):
    """One column of the arc: the sentences it stands for and their mean valence, −1…+1.

    `first` and `after` are indexes of sentences, half-open; `span` is the place of them all.
    """

    first: int
    after: int
    span: Span
    value: float


class Arc(NamedTuple):
    """The valence of sentences in reading order; smoothed: some columns are several sentences."""

    columns: tuple[Column, ...]
    smoothed: bool

    def __repr__(self) -> str:
        return f"<Arc, columns: {len(self.columns)}, smoothed: {self.smoothed}>"


class TurningPoint(NamedTuple):
    """The sentence where tone changes most, by its index, and by how much.

    `before` and `after` are the mean valences before it and from it on; `statistic` is what has
    exceeded TURN_THRESHOLD.
    """

    sentence: int
    before: float
    after: float
    statistic: float


def document_valence(document: Document, scores: Scores) -> Value | None:  # noqa: ARG001
    """Give the tone of the whole, −1…+1: the mean of its sentences; None without any.

    Fewer than AVERAGED sentences add up more than they average, as readers of tweets have it (half
    of the rated tweets have several sentences): their sum is divided by n^p, where a sentence in
    which no word is known counts s; p goes from LENGTH_POWER to 1 and s from a third to 1 with the
    square of (n − 1) / (AVERAGED − 1). The whole never leans more than its strongest sentence.
    """
    values = [value for value in scores if value is not None]
    if not values:
        return None
    evidence = in_share(values, _share(values))
    return Value(fsum(line.weight for line in evidence), evidence)


def interval(scores: Scores) -> Interval | None:
    """Give the 95 % interval of the document's valence (normal); None under five sentences."""
    values = _values(scores)
    if len(values) < SHORTEST:
        return None
    share = _share([value for value in scores if value is not None])
    middle, reach = share * fsum(values), share * NORMAL_95 * deviation(values) * sqrt(len(values))
    return Interval(max(-1.0, middle - reach), min(1.0, middle + reach))


def _share(values: Sequence[Value]) -> float:
    """Give the part of each sentence's valence that goes into the document's, above 0 to 1."""
    if len(values) >= AVERAGED:
        return 1.0 / len(values)
    grown = ((len(values) - 1) / (AVERAGED - 1)) ** 2
    power, silent = (start + (1 - start) * grown for start in (LENGTH_POWER, SILENT))
    count = max(1.0, fsum(1 if value.evidence else silent for value in values))
    total = fsum(value.value for value in values)
    strongest = max(value.value if total > 0 else -value.value for value in values)
    share = float(count**-power)
    return min(share, strongest / abs(total)) if total else share


def shares(scores: Scores, bands: float = 1) -> Shares:
    """Count the positive, the neutral or mixed, and the negative sentences.

    They are positive or negative from so many times the neutral band on.
    """
    values, least = _values(scores), bands * NEUTRAL_BAND
    positive = sum(value >= least for value in values)
    negative = sum(value <= -least for value in values)
    return Shares(positive, len(values) - positive - negative, negative)


def arc(document: Document, scores: Scores, columns: int) -> Arc | None:
    """Give the arc in at most so many columns; None for fewer than five sentences."""
    scored = _scored(scores)
    count = len(scored)
    if count < SHORTEST:
        return None
    width = min(count, max(1, columns))
    cuts = [step * count // width for step in range(width + 1)]
    runs = [scored[start:end] for start, end in pairwise(cuts)]
    return Arc(tuple(_column(document, run) for run in runs), count > width)


def turning_point(scores: Scores) -> TurningPoint | None:
    """Find the sentence that best divides the arc in two; None if chance would do as well.

    The statistic is the largest |sum of the first k deviations from the mean| / (s √n), where s is
    the spread within the two parts (CUSUM: Page 1954; Ploberger & Krämer 1992).
    """
    scored = _scored(scores)
    values = [value for _, value in scored]
    count = len(values)
    if count < 2 * SIDE:
        return None
    cut, height = _best_cut(values)
    before, after = values[:cut], values[cut:]
    within = sqrt((_squares(before) + _squares(after)) / (count - 2))
    statistic = height / (max(within, _STILL) * sqrt(count))
    means = fsum(before) / cut, fsum(after) / (count - cut)
    if statistic < TURN_THRESHOLD or abs(means[1] - means[0]) < APART:
        return None
    return TurningPoint(scored[cut][0], *means, statistic)


def passages(scores: Scores, may: Sequence[bool]) -> Passages | None:
    """Find the passages about the sentences that lean most either way, None without one.

    That sentence leans clearly, and `may` be quoted. Its passage is the lowest or highest run that
    holds it of an eighth of the sentences (3 at least), from the first to the last that lean so;
    the sentence alone where under three of them or under half do, one leans the other way, or the
    passages meet.
    None for fewer than ten sentences; of runs that are as low or as high, the first.
    """
    scored = _scored(scores)
    if len(scored) < 2 * SHORTEST:
        return None
    peaks = [_peak(scores, may, way) for way in (-1, 1)]
    runs = [
        None if peak is None else _about(scored, may, peak, way)
        for peak, way in zip(peaks, (-1, 1), strict=True)
    ]
    negative, positive = runs
    if (
        negative
        and positive
        and negative.first < positive.after
        and positive.first < negative.after
    ):
        runs = [_passage([pair for pair in scored if pair[0] == peak]) for peak in peaks]
    return Passages(*runs)


def _peak(scores: Scores, may: Sequence[bool], way: int) -> int | None:
    """Find the sentence that may be quoted and leans one way most clearly, the first of equals."""
    values = [
        (way * value.value, -index)
        for index, value in enumerate(scores)
        if value is not None and may[index] and leans(value) == way
    ]
    return -max(values)[1] if values else None


def _about(
    scored: Sequence[tuple[int, float]], may: Sequence[bool], peak: int, way: int
) -> Passage:
    """Make the passage about a sentence, given by its index, that leans one way."""
    size = max(SHORTEST_PASSAGE, len(scored) // PASSAGE_PARTS)
    place = next(place for place, (index, _) in enumerate(scored) if index == peak)
    steps = [round(way * value * _STEPS) if may[index] else 0 for index, value in scored]
    starts = range(max(0, place - size + 1), min(place, len(scored) - size) + 1)
    sums = [0, *accumulate(steps)]
    best = max(starts, key=lambda start: sums[start + size] - sums[start])
    leaning = [place for place in range(best, best + size) if steps[place] >= EDGE * _STEPS]
    run = scored[leaning[0] : leaning[-1] + 1]
    is_one_way = all(value * way > -NEUTRAL_BAND for _, value in run)
    is_full = len(leaning) >= max(SHORTEST_PASSAGE, len(run) / 2)
    return _passage(run if is_one_way and is_full else [scored[place]])


def _passage(run: Sequence[tuple[int, float]]) -> Passage:
    """Make a passage of the sentences it holds."""
    return Passage(run[0][0], run[-1][0] + 1, fsum(value for _, value in run) / len(run))


def _best_cut(values: list[float]) -> tuple[int, float]:
    """Give the cut whose running sum of deviations from the mean is highest, and that height."""
    mean = fsum(values) / len(values)
    best, cut, running = -1.0, SIDE, 0.0
    for count, value in enumerate(values[: len(values) - SIDE], 1):
        running += value - mean
        if count >= SIDE and abs(running) > best:
            best, cut = abs(running), count
    return cut, best


def _column(document: Document, run: Sequence[tuple[int, float]]) -> Column:
    """Make a column of the sentences it holds."""
    first, after, mean = _passage(run)
    start, end = document.sentences[first].span.start, document.sentences[after - 1].span.end
    return Column(first, after, Span(start, end), mean)


def _scored(scores: Scores) -> list[tuple[int, float]]:
    """Give the index and the plain number of the sentences that have one."""
    return [(index, value.value) for index, value in enumerate(scores) if value is not None]


def _values(scores: Scores) -> list[float]:
    """Give the plain numbers of the sentences that have one."""
    return [value.value for value in scores if value is not None]


def _squares(values: Sequence[float]) -> float:
    """Sum the squared deviations from the mean."""
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values)


def deviation(values: Sequence[float]) -> float:
    """Give the standard deviation (n − 1)."""
    return sqrt(_squares(values) / (len(values) - 1))
