"""Make formality.tsv: a ridge of formality ratings on surface cues.

python formality.py PAVLICK_TRAIN PAVLICK_VALIDATION OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone.formality import CUES, read_cues

PULL = 20.0


def read(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Read the cues and the rating of every sentence."""
    cues, ratings = [], []
    for row in path.read_text("utf-8").splitlines()[1:]:
        rating, text = row.split("\t", 1)
        counted = read_cues(segment("", text, plain.read(text)))
        if counted.words:
            cues.append([measure(counted) for measure in CUES.values()])
            ratings.append(float(rating))
    return np.array(cues), np.array(ratings)


def main() -> None:
    """Fit on the train file, report on the validation file, write the table."""
    train, validation, out = map(Path, sys.argv[1:])
    cues, ratings = read(train)
    mean, spread = cues.mean(0), cues.std(0)
    scaled = (cues - mean) / spread
    normal = scaled.T @ scaled + PULL * np.eye(len(spread))
    weight = np.linalg.solve(normal, scaled.T @ (ratings - ratings.mean())) / spread
    for name, path in (("train", train), ("validation", validation)):
        x, y = read(path)
        print(f"{name}: n={len(y)} r={np.corrcoef((x - mean) @ weight, y)[0, 1]:.3f}")
    lines = ["# cue, weight, mean over the rated sentences. Made by builders/formality.py"]
    lines.append(f"mean rating\t{ratings.mean():.4f}\t0")
    lines += [f"{n}\t{w:.5f}\t{m:.5f}" for n, w, m in zip(CUES, weight, mean, strict=True)]
    out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
