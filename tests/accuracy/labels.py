"""Theme labels against the themes one reader wrote down for 40 real texts before any output.

Usage: python tests/accuracy/labels.py [readers.jsonl] [--even] [--show]

A theme is found if one of its words begins a word of a label (case ignored), or, where it has a
space, stands in the label; a label is in line if any theme of the text is found by it. Odd lines
are for development, even ones for the end (--even). --show prints the labels of each text.
"""

import argparse
import json
import re
from pathlib import Path

from tenor import Analysis, analyze

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "themes" / "readers.jsonl"


def fits(word, label):
    """Tell whether a reader's word is met in a label."""
    if " " in word:
        return word in label
    return any(part.startswith(word) for part in re.findall(r"[\w-]+", label))


def compare(case, labels):
    """Give which of a text's themes are found, and which of its labels are in line."""
    lower = [label.lower() for label in labels]
    words = [[word.lower() for word in theme["words"]] for theme in case["themes"]]
    found = [any(fits(word, label) for word in own for label in lower) for own in words]
    sound = [any(fits(word, label) for own in words for word in own) for label in lower]
    return found, sound


def also(analysis: Analysis):
    """Give the keyphrases that are also mentioned."""
    return [phrase.phrase for phrase in analysis.also_mentioned[:6]]


def measure(path, first, is_shown):
    """Print how many themes are found, how many labels in line, and the same for the first line."""
    asked, met, shown, sound, about = 0, 0, 0, 0, []
    for line in path.read_text(encoding="utf-8").splitlines()[first::2]:
        case = json.loads(line)
        analysis = analyze(case["text"], name=f"a.{case['format']}")
        labels = [theme.label for theme in analysis.themes]
        found, right = compare(case, labels)
        asked, met = asked + len(found), met + sum(found)
        shown, sound = shown + len(right), sound + sum(right)
        about += right[:3]
        if is_shown:
            marked = "; ".join(
                label if is_right else f"*{label}"
                for label, is_right in zip(labels, right, strict=True)
            )
            print(f"{case['id']:18} {sum(found)}/{len(found)} {marked}")
            print(
                "    missed:",
                "; ".join(
                    theme["name"]
                    for theme, is_met in zip(case["themes"], found, strict=True)
                    if not is_met
                ),
            )
            print("   ", next(map(str, analysis.verdict), ""), "also", "; ".join(also(analysis)))
    print(f"themes found by labels: {100 * met / asked:.1f} % of {asked}")
    print(f"labels in line: {100 * sound / shown:.1f} % of {shown}")
    print(f"first three in line: {100 * sum(about) / len(about):.1f} % of {len(about)}")


def main():
    """Read the arguments."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", nargs="?", type=Path, default=DATA)
    parser.add_argument("--even", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not options.path.is_file():
        print(f"no data at {options.path}: nothing measured")
        return
    measure(options.path, int(options.even), options.show)


if __name__ == "__main__":
    main()
