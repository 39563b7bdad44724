"""Print what subject words do to the tone of documentation, and of complaints.

    python tests/accuracy/subject.py DOCS COMPLAINTS

Each folder holds texts, a file a text; those whose names begin alike, up to a hyphen, are a group.
For each group and for the whole (`--whole`: for that alone) it prints the mean valence and the
shares of texts below 0, called negative, and called negative or leaning so: without the rule, and
with it. Good is documentation that is not negative on the mean, and complaints that are as before.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from tenor import themes
from tenor.analysis import FEW_SENTENCES, FEW_WORDS, read_source
from tenor.document import Document
from tenor.files import Source
from tenor.tone import NEUTRAL_BAND, document_valence, interval, score


class Judged(NamedTuple):
    """The valence of a text, and whether all of its interval is below 0."""

    valence: float
    is_below: bool


class Pair(NamedTuple):
    """A text without the rule and with it, and whether any subject is sure in it."""

    before: Judged
    after: Judged
    is_about: bool


def main() -> int:
    """Print a line a group."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs=2, type=Path, metavar="FOLDER")
    parser.add_argument("--whole", action="store_true", help="no groups")
    asked = parser.parse_args()
    for folder in asked.folders:
        groups: dict[str, list[Pair]] = defaultdict(list)
        for path in sorted(folder.iterdir()):
            groups[path.name.partition("-")[0]].append(judge_both(path))
        show(folder.name, [pair for pairs in groups.values() for pair in pairs])
        for group in () if asked.whole else sorted(groups):
            show(f"  {group}", groups[group])
    return 0


def judge_both(path: Path) -> Pair:
    """Judge a text without the rule, and with it."""
    document = read_source(Source(path.name, path.read_text("utf-8")))
    subjects = themes.subjects(document)
    return Pair(judge(document, ()), judge(document, subjects), bool(subjects))


def judge(document: Document, subjects: tuple[str, ...]) -> Judged:
    """Give the tone of a text that is about some subjects."""
    values = score(document, None, subjects)
    whole = document_valence(document, values)
    is_short = document.words < FEW_WORDS or len(document.sentences) < FEW_SENTENCES
    reach = None if is_short else interval(values)
    return Judged(whole.value if whole else 0.0, reach is not None and reach.high < 0)


def show(name: str, pairs: list[Pair]) -> None:
    """Print the figures of some texts: without the rule, and with it."""
    about = fmean(pair.is_about for pair in pairs)
    before, after = (figures(one) for one in zip(*[pair[:2] for pair in pairs], strict=True))
    print(f"{name:14}{len(pairs):5} texts, {about:4.0%} with a subject   {before}   →   {after}")


def figures(judged: Iterable[Judged]) -> str:
    """Say the mean valence, and how many texts are on the negative side of what."""
    texts = list(judged)
    below = fmean(one.valence < 0 for one in texts)
    negative = fmean(one.valence <= -NEUTRAL_BAND for one in texts)
    leaning = fmean(one.is_below or one.valence <= -NEUTRAL_BAND for one in texts)
    mean = fmean(one.valence for one in texts)
    return f"{mean:+.3f}, below 0 {below:4.0%}, negative {negative:4.0%}, or leaning {leaning:4.0%}"


if __name__ == "__main__":
    raise SystemExit(main())
