"""Train the part-of-speech table `tagger` from UD English-EWT.

Usage: python tagger.py ud-ewt-train.tsv [ud-ewt-dev.tsv] > ../tenor/lexicons/tagger
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tenor.themes.tagger import EDGE, TAGS, Tagger, features, kind

COARSE = {
    "NOUN": "N", "PROPN": "P", "ADJ": "J", "VERB": "V", "AUX": "A", "ADV": "R", "ADP": "I",
    "DET": "T", "PRON": "O", "NUM": "M", "CCONJ": "C", "SCONJ": "S", "PART": "F", "INTJ": "U",
    "PUNCT": ".", "SYM": ".", "X": "X",
}  # fmt: skip
ROUNDS = 8
SCALE = 2
KNOWN = 2
CERTAIN = 0.985
#: A feature is kept if it was met at least so often, and weighs at least so much.
MET = 2
HEAVY = 3

Words = list[tuple[str, str]]


def sentences(path: str) -> list[Words]:
    """Read word and letter tag, sentence by sentence."""
    read: list[Words] = [[]]
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if not line:
            read.append([])
            continue
        word, coarse, fine = line.split("\t")
        read[-1].append((word.replace("’", "'"), letter(coarse, fine)))
    return [words for words in read if words]


def letter(coarse: str, fine: str) -> str:
    """Give the tag's letter: "United" of "United States" is part of a name."""
    if fine in {"NNP", "NNPS"}:
        return "P"
    split = {"VBG": "G", "VBN": "D"}.get(fine) if coarse == "VERB" else None
    return split or COARSE[coarse]


def known_words(data: list[Words]) -> dict[str, str]:
    """Give each word its usual tags, the commonest first; one letter where it is certain."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words in data:
        for word, tag in words:
            counts[word.lower()][tag] += 1
    usual = {}
    for word, tags in sorted(counts.items()):
        total = tags.total()
        if any(char.isspace() for char in word) or not word[:1].isalpha() or total < KNOWN:
            continue
        ranked = sorted(tags, key=lambda tag: (-tags[tag], tag))
        if tags[ranked[0]] >= CERTAIN * total and total >= 5:
            usual[word] = ranked[0]
        else:
            commonest = "".join(tag for tag in ranked if tags[tag] >= 0.1 * total)[:3]
            usual[word] = "~" + commonest
    return usual


class Weights:
    """Averaged perceptron weights: each keeps the sum of what it was at every step."""

    def __init__(self) -> None:
        self.now: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._sums: dict[tuple[str, str], float] = defaultdict(float)
        self._since: dict[tuple[str, str], int] = defaultdict(int)
        self.steps = 0
        self.met: Counter[str] = Counter()

    def nudge(self, name: str, tag: str, by: float) -> None:
        """Change one weight."""
        weight = self.now[name][tag]
        self._sums[name, tag] += (self.steps - self._since[name, tag]) * weight
        self._since[name, tag] = self.steps
        self.now[name][tag] = weight + by

    def averages(self) -> dict[str, dict[str, float]]:
        """Give every weight's mean over all steps."""
        for name, by_tag in self.now.items():
            for tag in by_tag:
                self.nudge(name, tag, 0.0)
        return {
            name: {tag: self._sums[name, tag] / self.steps for tag in by_tag}
            for name, by_tag in self.now.items()
        }


def train(data: list[Words], classes: dict[str, str]) -> dict[str, dict[str, float]]:
    """Train in rounds over the sentences, shuffled with a fixed seed."""
    weights = Weights()
    shuffler = random.Random(1)  # noqa: S311
    for _ in range(ROUNDS):
        shuffler.shuffle(data)
        for words in data:
            _learn(weights, words, classes)
    averages = weights.averages()
    return {name: averages[name] for name in averages if weights.met[name] >= MET * ROUNDS}


def _learn(weights: Weights, words: Words, classes: dict[str, str]) -> None:
    """Go through a sentence, and correct each wrong guess."""
    kinds = [kind(word, classes) for word, _ in words] + [EDGE]
    before = EDGE
    for place, (word, truth) in enumerate(words):
        own = kinds[place]
        if len(own) == 1 and own != "?":
            before = own
            continue
        weights.steps += 1
        names = list(features(before, word, own, kinds[place + 1]))
        weights.met.update(names)
        scores = dict.fromkeys(TAGS, 0.0)
        for name in names:
            for tag, weight in weights.now.get(name, {}).items():
                scores[tag] += weight
        before = max(TAGS, key=scores.__getitem__)
        if before != truth:
            for name in names:
                weights.nudge(name, truth, 1.0)
                weights.nudge(name, before, -1.0)


def pack(weights: dict[str, dict[str, float]]) -> dict[str, str]:
    """Round the weights and write each feature's as `N12V-3`."""
    packed = {}
    for name in sorted(weights):
        rounded = {tag: round(SCALE * weight) for tag, weight in sorted(weights[name].items())}
        text = "".join(f"{tag}{weight}" for tag, weight in rounded.items() if weight)
        heavy = max(map(abs, rounded.values())) >= HEAVY
        if heavy and "\t" not in name and "\n" not in name:
            packed[name] = text
    return packed


def accuracy(tagger: Tagger, data: list[Words]) -> float:
    """Give the share of words tagged right."""
    right = total = 0
    for words in data:
        tags = tagger.tag([word for word, _ in words])
        right += sum(tag == truth for tag, (_, truth) in zip(tags, words, strict=True))
        total += len(words)
    return right / total


def main() -> None:
    """Train, and write the table."""
    data = sentences(sys.argv[1])
    classes = known_words(data)
    packed = pack(train(data, classes))
    tagger = Tagger(classes, packed)
    if len(sys.argv) > 2:
        print(f"accuracy {accuracy(tagger, sentences(sys.argv[2])):.4f}", file=sys.stderr)
    print("# word and tags, then weights a feature; README.md says where from")
    for word in sorted(classes):
        print(word, classes[word])
    print()
    for name, text in packed.items():
        print(name, text, sep="\t")


main()
