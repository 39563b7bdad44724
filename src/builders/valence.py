"""Make valence.tsv: word lists re-weighted on rated texts by a ridge towards their own values.

    python valence.py VADER_FOLDER OPINION_CSV FREQUENCIES_GZ RATINGS_FOLDER OUT [LEFT_OUT_FOLDER]

A word's value before any training (its prior) is VADER's, or Hu & Liu's sign at a fixed height, or
the project's own rating (valence-own.tsv); regular inflections of these follow where they are in
use. The ridge then moves each value as far as the rated texts ask for: it minimises, over all sets,
the squared error of (slope × sum of value × factor / (words + 5)^0.7 + intercept) with a penalty on
the distance from the prior. Left-one-domain-out figures are printed (and these tables written to
LEFT_OUT_FOLDER, if there is one); EmoBank is never trained on.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone.sum import EXCLAMATION, MOST_EXCLAMATIONS, divisor
from tenor.tone.valence import count_words, exclamations, find_hits
from tenor.tone.words import Words, all_phrases, lowered, make, packaged

HERE = Path(__file__).parent
#: What a list's values are multiplied by before training, fitted on the rated sets: Hu & Liu's
#: ±1, the project's strong and weak ratings, inflections; and VADER's emoji descriptions.
HU_LIU, STRONG, WEAK_POSITIVE, WEAK_NEGATIVE, INFLECTED, EMOJI = 1.45, 0.8, 0.45, 1.0, 0.6, 1.0
#: Negative words weigh more: people use positive ones more freely (Boucher & Osgood 1969; Taboada
#: et al. 2011 raise them by half). Fitted so that film snippets rated 0 come out near 0.
NEGATIVE = 1.3
#: The strength of the pull towards the prior, and how much each set counts.
PULL = 4.0
SETS = {
    "hutto-nyt": 1.0,
    "hutto-tweets": 1.0,
    "hutto-amazon": 0.5,
    "hutto-movies": 0.5,
    "sentence-polarity": 0.3,
    "pros-cons": 0.1,
}
#: These say too little by themselves to be learnt: their values stay where they start.
FIXED = frozenset(
    [
        "not",
        "no",
        "nothing",
        "none",
        "neither",
        "nor",
        "never",
        "nobody",
        "cannot",
        "can't",
        "don't",
        "doesn't",
        "didn't",
        "isn't",
        "wasn't",
        "won't",
        "couldn't",
        "wouldn't",
        "hardly",
        "barely",
        "only",
        "little",
    ]
)
#: What weighs less than this is left out.
LEAST = 0.3
#: What fewer rated texts than this speak of keeps its prior.
FEWEST = 4
#: What is left out for each set that is judged: sets of one domain go together.
DOMAINS = {
    "emobank-train": (),
    "hutto-nyt": ("hutto-nyt",),
    "hutto-movies": ("hutto-movies", "sentence-polarity"),
    "hutto-amazon": ("hutto-amazon", "pros-cons"),
    "hutto-tweets": ("hutto-tweets",),
    "sentence-polarity": ("hutto-movies", "sentence-polarity"),
    "pros-cons": ("hutto-amazon", "pros-cons"),
}
FLOAT = np.ndarray


class Entry(NamedTuple):
    """A word's value before training, where it is from, and VADER's own value."""

    value: float
    origin: str
    vader: str = ""


class Rated(NamedTuple):
    """A rated set: per hit its text, its word and its factor; per text its rating and more."""

    text: FLOAT
    word: FLOAT
    factor: FLOAT
    rating: FLOAT
    unit: FLOAT
    marks: FLOAT


def main() -> None:
    """Build the table, print the figures of every domain left out, write the table."""
    vader, opinions, frequencies, ratings, out, *folder = map(Path, sys.argv[1:])
    prior = make_prior(vader, opinions, frequencies)
    words = with_values({word: entry.value for word, entry in prior.items() if entry.value})
    index, sets = read_sets(ratings, words)
    start = np.array([prior[word].value if word in prior else phrase for word, phrase in index])
    fixed = FIXED | read_set_words().keys()
    free = np.array([word not in fixed for word, _ in index], float) * (counted(sets) >= FEWEST)
    for name, left_out in DOMAINS.items():
        names = [other for other in SETS if other not in left_out]
        value = fit(sets, names, start, free)
        print(f"{name:18} n={len(sets[name].rating):6} r={agreement(sets[name], value):.3f}")
        for place in folder:
            write(place / f"{name}.tsv", prior, index, value)
    write(out, prior, index, fit(sets, list(SETS), start, free))


def make_prior(vader: Path, opinions: Path, frequencies: Path) -> dict[str, Entry]:
    """Put the lists together, inflect them, and take out the words for who people are."""
    own = read_own()
    table = read_emoji(vader, read_vader(vader))
    for word, sign in read_opinions(opinions).items():
        rated = own.get(word)
        table.setdefault(word, Entry(agreed(sign, rated), "hu-liu"))
    for word, value in own.items():
        if not word[0].isalpha():
            table[word] = Entry(value, "own")
        table.setdefault(word, Entry(value * height(value), "own"))
    for word, value in inflections(table, read_frequencies(frequencies)).items():
        table[word] = Entry(INFLECTED * value, "inflected")
    who = set((HERE / "identity.txt").read_text("utf-8").split("\n", 1)[1].split())
    who.update(word for word in table if word.isdigit() or own.get(word) == 0)
    corrected = read_set_words()
    who.update(word for word, value in corrected.items() if not value)
    out = {word: table[word]._replace(value=0.0) for word in table if word in who}
    table = {
        word: entry._replace(value=entry.value * (NEGATIVE if entry.value < 0 else 1.0))
        for word, entry in (table | out).items()
    }
    for word, value in corrected.items():
        if value:
            table[word] = Entry(value, "set", table[word].vader if word in table else "")
    return {word: entry for word, entry in table.items() if entry.value or entry.vader}


def agreed(sign: int, rated: float | None) -> float:
    """Put Hu & Liu's sign and the project's rating together; a weak rating wins."""
    if rated is None:
        return HU_LIU * sign
    return rated if abs(rated) < 1 else 0.85 * (1.7 * sign + 2 * rated) / 3


def height(value: float) -> float:
    """Give the factor of the project's own ratings."""
    if abs(value) >= 2:
        return STRONG
    return WEAK_POSITIVE if value > 0 else WEAK_NEGATIVE


def read_vader(folder: Path) -> dict[str, Entry]:
    """Read VADER's words."""
    lines = (folder / "vader_lexicon.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if line.strip()]
    return {word: Entry(float(value), "vader", value) for word, value in pairs}


def read_emoji(folder: Path, table: dict[str, Entry]) -> dict[str, Entry]:
    """Give each emoji the sum of the valences of the words that describe it."""
    entries = {}
    for line in (folder / "emoji_utf8_lexicon.txt").read_text("utf-8").splitlines():
        emoji, words = line.split("\t")[:2]
        value = sum(table[word].value for word in words.split() if word in table)
        if value:
            entries[bare(emoji)] = Entry(EMOJI * max(-3.0, min(3.0, value)), "vader emoji")
    return table | entries


def bare(emoji: str) -> str:
    """Take the marks of style and skin off an emoji, as the engine does."""
    return lowered([emoji])[0]


def read_opinions(path: Path) -> dict[str, int]:
    """Read Hu & Liu's positive (+1) and negative (−1) words."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return {word: 1 if side == "positive" else -1 for word, side in rows}


def read_own() -> dict[str, float]:
    """Read the project's own ratings: the mean where a word has several, 0 keeps a word out."""
    ratings: dict[str, list[float]] = {}
    for line in (HERE / "valence-own.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            value, words = line.split("\t")
            for word in words.split():
                ratings.setdefault(word, []).append(float(value))
    return {word: 0.0 if 0.0 in all_ else sum(all_) / len(all_) for word, all_ in ratings.items()}


def read_set_words() -> dict[str, float]:
    """Read the valences that are set (valence-set.tsv)."""
    lines = (HERE / "valence-set.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {word: float(value) for _, value, words in rows for word in words.split()}


def read_frequencies(path: Path) -> frozenset[str]:
    """Read the words in use."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return frozenset(line.split("\t")[0] for line in file)


def inflections(table: dict[str, Entry], used: frozenset[str]) -> dict[str, float]:
    """Give the regular inflections in use that no list has: the mean of what they come from."""
    sources: dict[str, list[float]] = {}
    for word, entry in table.items():
        if word.isalpha() and len(word) > 3:
            for form in inflect(word):
                if form in used and form not in table:
                    sources.setdefault(form, []).append(entry.value)
    return {form: sum(values) / len(values) for form, values in sources.items()}


def inflect(word: str) -> Iterable[str]:
    """Give a word's possible plural, past, -ing, -ly, -ness, -er and -est."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + end for end in ("ies", "ied", "ily", "iness", "ier", "iest")] + [
            word + "ing"
        ]
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if word.endswith("e"):
        ends = [word[:-1] + "ing", word + "d", word + "r", word + "st"]
    else:
        ends = [stem + end for stem in (word, word + word[-1]) for end in ("ed", "ing")]
        ends += [word + "er", word + "est"]
    adverb = word[:-1] + "y" if word.endswith("le") else word + "ly"
    return [plural, *ends, word + "ally" if word.endswith("ic") else adverb, word + "ness"]


def with_values(values: dict[str, float]) -> Words:
    """Give the packaged phrases and roles with other word values."""
    words = packaged()
    return make(values, all_phrases(words), words.roles)


def read_sets(folder: Path, words: Words) -> tuple[list[tuple[str, float]], dict[str, Rated]]:
    """Read every rated set as sums of factors a word; words and phrases share one index."""
    index: dict[tuple[str, float], int] = {}
    sets = {name: read_set(folder / f"{name}.tsv", words, index) for name in DOMAINS}
    return list(index), sets


def read_set(path: Path, words: Words, index: dict[tuple[str, float], int]) -> Rated:
    """Find the hits of every text of one set."""
    hits: list[tuple[int, int, float]] = []
    texts: list[tuple[float, float, float]] = []
    for number, (rating, sentences, length) in enumerate(read_texts(path)):
        for forms in sentences:
            for hit in find_hits(forms, words):
                word = " ".join(lowered(forms[hit.start : hit.end]))
                key = (word, 0.0 if hit.end == hit.start + 1 else hit.base)
                hits.append((number, index.setdefault(key, len(index)), hit.factor))
        marks = sum(len(exclamations(forms)) for forms in sentences)
        texts.append((rating, 1 / divisor(length), marks))
    text, word, factor = np.array(hits).T
    return Rated(text.astype(int), word.astype(int), factor, *np.array(texts).T)


def read_texts(path: Path) -> Iterator[tuple[float, list[list[str]], int]]:
    """Yield each text's rating, the forms of its sentences, and its length in words."""
    for line in path.read_text("utf-8").splitlines()[1:]:
        rating, text = line.split("\t", 1)
        sentences = [sentence.forms for sentence in segment("", text, plain.read(text)).sentences]
        yield float(rating), sentences, sum(map(count_words, sentences))


def sums(rated: Rated, value: FLOAT) -> FLOAT:
    """Give each text's length-normalised sum."""
    total = np.bincount(rated.text, rated.factor * value[rated.word], len(rated.rating))
    return total * rated.unit


def counted(sets: dict[str, Rated]) -> FLOAT:
    """Count for each word the rated texts of the sets of training that hold it."""
    size = 1 + max(int(rated.word.max()) for rated in sets.values())
    pairs = [np.unique(np.stack([sets[name].text, sets[name].word]), axis=1)[1] for name in SETS]
    return sum(np.bincount(words, minlength=size) for words in pairs)


def fit(sets: dict[str, Rated], names: list[str], start: FLOAT, free: FLOAT) -> FLOAT:
    """Move the values from where they start towards the ratings of some sets."""
    value = start
    for _ in range(2):
        parts = [(sets[name], *line(sets[name], value, SETS[name])) for name in names]
        value = start + solve(parts, start, free)
    return value


def line(rated: Rated, value: FLOAT, weight: float) -> tuple[float, FLOAT]:
    """Give the slope, and the ratings without intercept, both in units of the error."""
    x = sums(rated, value)
    slope, intercept = np.polyfit(x, rated.rating, 1)
    unit = weight**0.5 / np.std(rated.rating - slope * x - intercept)
    return slope * unit, (rated.rating - intercept) * unit


def solve(parts: list[tuple[Rated, float, FLOAT]], start: FLOAT, free: FLOAT) -> FLOAT:
    """Solve the ridge's normal equations by conjugate gradients."""

    def back(rated: Rated, slope: float, error: FLOAT) -> FLOAT:
        weight = rated.factor * (slope * error * rated.unit)[rated.text]
        return free * np.bincount(rated.word, weight, len(start))

    def apply(step: FLOAT) -> FLOAT:
        moved = sum(back(rated, slope, slope * sums(rated, step)) for rated, slope, _ in parts)
        return moved + PULL * step

    rest = sum(
        back(rated, slope, goal - slope * sums(rated, start)) for rated, slope, goal in parts
    )
    step, way, size = np.zeros_like(start), rest, float(rest @ rest)
    while size > 1e-12:
        moved = apply(way)
        length = size / float(way @ moved)
        step, rest = step + length * way, rest - length * moved
        size, before = float(rest @ rest), size
        way = rest + size / before * way
    return step


def agreement(rated: Rated, value: FLOAT) -> float:
    """Give Pearson's r between the valences of texts, scored whole, and their ratings."""
    x = sums(rated, value)
    x = x + EXCLAMATION * np.minimum(rated.marks, MOST_EXCLAMATIONS) * rated.unit * np.sign(x)
    return float(np.corrcoef(x / np.sqrt(x * x + 1), rated.rating)[0, 1])


def write(
    path: Path, prior: dict[str, Entry], index: list[tuple[str, float]], value: FLOAT
) -> None:
    """Write a table, one word a line, in the order of code points."""
    fitted = {word: weight for (word, _), weight in zip(index, value, strict=True)}
    lines = [
        "# word, valence (about −4…+4), origin, VADER's own value. Made by builders/valence.py"
    ]
    for word, entry in sorted(prior.items()):
        value = fitted.get(word, entry.value)
        if abs(value) < LEAST:
            value = 0.0
            if not entry.vader:
                continue
        origin = entry.origin + (", rated" if abs(value - entry.value) >= 0.05 else "")
        lines.append(f"{word}\t{value:.2f}\t{origin}\t{entry.vader}".rstrip("\t"))
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
