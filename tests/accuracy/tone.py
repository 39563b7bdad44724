"""Print how well tone agrees with people, beside nltk's VADER, set by set.

    python tests/accuracy/tone.py [RATED_FOLDER] [--left-out TABLES] [--quick]

RATED_FOLDER holds the rated sets (see README.md here; default ../shared/data/tone). With
`--left-out`, the folder in which builders/valence.py has written one table a domain, each set is
scored by the table that has seen no text of its domain; without, Hutto's sets are in sample.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from math import fsum, sqrt
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent))

import behaviour

from tenor.analysis import Analysis
from tenor.document import Document
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import NEUTRAL_BAND, document_valence
from tenor.tone.valence import score_with, sentence_valence
from tenor.tone.words import Words, all_phrases, make, packaged

ROOT = Path(__file__).parents[2]
RATED = ("emobank-train", "hutto-nyt", "hutto-movies", "hutto-amazon", "hutto-tweets")
SIGNED = ("sentence-polarity", "pros-cons")
Pairs = list[tuple[float, str]]


def main() -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "../shared/data/tone")
    parser.add_argument("--left-out", type=Path)
    parser.add_argument("--quick", action="store_true", help="every tenth text only")
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        print(f"no rated sets in {asked.folder}: see tests/accuracy/README.md")
        return 0
    step = 10 if asked.quick else 1
    print(f"{'set':24}{'n':>7}{'tenor':>8}{'VADER':>8}   95 % of the difference")
    for name in (*RATED, *SIGNED):
        pairs = read(asked.folder / f"{name}.tsv")[::step]
        compare(name, pairs, table(asked.left_out, name), correlation if name in RATED else share)
    for name, size in (("sentence-polarity", 25), ("hutto-nyt", 15), ("hutto-amazon", 15)):
        pairs = documents(read(asked.folder / f"{name}.tsv"), size)
        compare(f"{name} × {size}", pairs, table(asked.left_out, name), share)
    show_formality(asked.folder / "pavlick-formality-validation.tsv")
    show_bands(asked.folder)
    show_behaviour()
    show_speed(read(asked.folder / "hutto-nyt.tsv"))
    return 0


def read(path: Path) -> Pairs:
    """Read ratings and texts."""
    rows = path.read_text("utf-8").splitlines()[1:]
    return [(float(rating), text) for rating, text in (row.split("\t", 1) for row in rows)]


def documents(pairs: Pairs, size: int) -> Pairs:
    """Put texts together: neighbours where ratings are a scale, the same sign where they are ±1."""
    if {rating for rating, _ in pairs} == {1.0, -1.0}:
        groups = [[pair for pair in pairs if pair[0] == sign] for sign in (1.0, -1.0)]
    else:
        groups = [pairs]
    made = []
    for group in groups:
        for start in range(0, len(group) - size, size):
            part = group[start : start + size]
            text = "\n\n".join(text for _, text in part)
            made.append((fsum(rating for rating, _ in part) / size, text))
    return made


def table(folder: Path | None, name: str) -> Words:
    """Give the packaged table, or the one that has seen no text of a set's domain."""
    words = packaged()
    if folder is None or name == "emobank-train":
        return words
    rows = (folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    values = {word: float(value) for word, value in (row.split("\t")[:2] for row in rows)}
    kept = {word: value for word, value in values.items() if value}
    return make(kept, all_phrases(words), words.roles)


def parse(text: str) -> Document:
    """Read and divide a text."""
    return segment("", text, plain.read(text))


def tenor(document: Document, words: Words) -> float:
    """Give tenor's valence of a document, 0 where it has none."""
    value = document_valence(document, score_with(document, words))
    return value.value if value else 0.0


def vader(document: Document) -> float:
    """Give nltk's VADER on the whole text."""
    from tenor.tone.vader import analyzer

    return float(analyzer().polarity_scores(document.text)["compound"])


def compare(name: str, pairs: Pairs, words: Words, figure: Callable[..., float]) -> None:
    """Print one line: both figures and the bootstrap interval of their difference."""
    ratings = [rating for rating, _ in pairs]
    parsed = [parse(text) for _, text in pairs]
    ours = [tenor(document, words) for document in parsed]
    theirs = [vader(document) for document in parsed]
    low, high = bootstrap(ratings, ours, theirs, figure)
    kind = "r" if figure is correlation else "sign"
    print(
        f"{name + ' (' + kind + ')':24}{len(pairs):7}{figure(ours, ratings):8.3f}"
        f"{figure(theirs, ratings):8.3f}   {low:+.3f} … {high:+.3f}"
    )


def correlation(ours: Sequence[float], ratings: Sequence[float]) -> float:
    """Give Pearson's r."""
    n = len(ours)
    x, y = fsum(ours) / n, fsum(ratings) / n
    both = fsum((a - x) * (b - y) for a, b in zip(ours, ratings, strict=True))
    spread = fsum((a - x) ** 2 for a in ours) * fsum((b - y) ** 2 for b in ratings)
    return both / sqrt(spread) if spread else 0.0


def share(ours: Sequence[float], ratings: Sequence[float]) -> float:
    """Give the share of texts on the right side of 0."""
    return sum(a * b > 0 for a, b in zip(ours, ratings, strict=True)) / len(ours)


def bootstrap(
    ratings: Sequence[float],
    ours: Sequence[float],
    theirs: Sequence[float],
    figure: Callable[..., float],
) -> tuple[float, float]:
    """Give the 95 % interval of the difference over 200 resamples, always the same ones."""
    draw = random.Random(1)  # noqa: S311 (resampling, not secrecy)
    found = []
    for _ in range(200):
        spots = draw.choices(range(len(ratings)), k=len(ratings))
        rated = [ratings[at] for at in spots]
        difference = figure([ours[at] for at in spots], rated)
        found.append(difference - figure([theirs[at] for at in spots], rated))
    found.sort()
    return found[4], found[-5]


def show_formality(path: Path) -> None:
    """Print the agreement of formality."""
    pairs = read(path)
    values = [Analysis(parse(text)).value("formality") for _, text in pairs]
    ours = [value.value if value else 0.5 for value in values]
    print(f"formality (r){len(pairs):18}{correlation(ours, [rating for rating, _ in pairs]):8.3f}")


def show_bands(folder: Path) -> None:
    """Print from which valence on so many people agree on the sign: Hutto's four sets together."""
    values = []
    for name in RATED[1:]:
        for rating, text in read(folder / f"{name}.tsv"):
            values.append((tenor(parse(text), packaged()), rating))
    for low, high in ((0, 0.05), (0.05, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.5), (0.5, 1)):
        inside = [value * rating > 0 for value, rating in values if low < abs(value) <= high]
        print(f"|valence| {low:.2f}…{high:.2f}: {sum(inside) / len(inside):.0%} of {len(inside)}")


def show_behaviour() -> None:
    """Print the failure rates by ability, and their mean."""
    rates = [
        behaviour.rates(lambda text: tenor(parse(text), packaged()), NEUTRAL_BAND),
        behaviour.rates(lambda text: vader(parse(text)), 0.05),
    ]
    for ability, (failed, total) in rates[0].items():
        theirs = rates[1][ability][0] / total
        print(f"fails at {ability:15}{total:7}{failed / total:8.1%}{theirs:8.1%}")
    means = [fsum(a / b for a, b in one.values()) / len(one) for one in rates]
    print(f"fails on average{'':15}{means[0]:8.1%}{means[1]:8.1%}")


def show_speed(pairs: Pairs) -> None:
    """Print the time a sentence takes, tokens given."""
    from tenor.tone.vader import analyzer

    words, theirs = packaged(), analyzer()
    sentences = [one for _, text in pairs[:1500] for one in parse(text).sentences]
    texts = [one.text[one.span.start : one.span.end] for one in sentences]
    mine = min(timed(lambda: [sentence_valence(one, words) for one in sentences]))
    vaders = min(timed(lambda: [theirs.polarity_scores(text) for text in texts]))
    each = 1e6 / len(sentences)
    print(
        f"µs a sentence: {mine * each:.0f}, nltk's VADER {vaders * each:.0f}: {vaders / mine:.1f} ×"
    )


def timed(work: Callable[[], object]) -> Iterator[float]:
    """Yield the CPU seconds of five runs."""
    for _ in range(5):
        start = process_time()
        work()
        yield process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())
