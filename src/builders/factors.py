"""Print what rated texts say of each context factor: the figures behind tenor.tone.factors.FACTORS.

    python factors.py RATINGS_FOLDER

For every cause a regression over all permitted sets (each with its own slope and intercept) gives
the weight of positive and of negative words that stand under this cause and no other, as a multiple
of the weight of words that stand under none, with its standard error.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from valence import SETS, read_texts

from tenor.tone.sum import divisor
from tenor.tone.valence import find_hits
from tenor.tone.words import packaged

#: A cause found less often than this is not printed.
LEAST = 30


def main() -> None:
    """Put the sets together, solve, print."""
    folder = Path(sys.argv[1])
    counted: Counter[tuple[str, str]] = Counter()
    sets = [read(folder / f"{name}.tsv", counted) for name in SETS]
    causes = sorted(cause for cause, count in counted.items() if count >= LEAST)
    rows, goals = zip(*(scaled(texts, causes) for texts in sets), strict=True)
    table, goal = np.vstack(rows), np.concatenate(goals)
    normal = np.linalg.pinv(table.T @ table)
    weight, error = normal @ table.T @ goal, np.sqrt(np.diag(normal))
    for place, (cause, side) in enumerate(causes):
        unit = weight[causes.index(("", side))]
        print(
            f"{cause or 'none':24}{side}{counted[cause, side]:7}"
            f"{weight[place] / unit:8.2f} ± {error[place] / unit:.2f}"
        )


def read(
    path: Path, counted: Counter[tuple[str, str]]
) -> list[tuple[float, dict[tuple[str, str], float]]]:
    """Give each text's rating, and its length-normalised sum of valences by cause and side."""
    texts = []
    for rating, sentences, length in read_texts(path):
        sums: dict[tuple[str, str], float] = {}
        for forms in sentences:
            for hit in find_hits(forms, packaged()):
                if len(hit.reasons) < 2:
                    cause = re.sub(r" '.*", "", "".join(hit.reasons))
                    key = (cause, "+" if hit.base > 0 else "-")
                    sums[key] = sums.get(key, 0.0) + hit.base / divisor(length)
                    counted[key] += 1
        texts.append((rating, sums))
    return texts


def scaled(
    texts: list[tuple[float, dict[tuple[str, str], float]]], causes: list[tuple[str, str]]
) -> tuple[np.ndarray, np.ndarray]:
    """Give the columns of one set in units of its error, its intercept taken out."""
    columns = np.array([[sums.get(cause, 0.0) for cause in causes] for _, sums in texts])
    rating = np.array([rating for rating, _ in texts])
    bare = columns[:, causes.index(("", "+"))] + columns[:, causes.index(("", "-"))]
    slope, intercept = np.polyfit(bare, rating, 1)
    spread = np.std(rating - slope * bare - intercept)
    return columns * slope / spread, (rating - intercept) / spread


if __name__ == "__main__":
    main()
