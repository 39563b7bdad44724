"""How much English is kept, and how much of other languages is found, paragraph by paragraph.

    python tests/accuracy/language.py [FOLDER] [--half tuning|other] [--show]

FOLDER is the data folder: `languages/udhr.tsv`, and the English of all others. A paragraph has 20
words or more, but the rows "short" have fewer. The thresholds were chosen on the tuning half (every
other paragraph of a language; of English, texts by checksum). Some of what is withheld from the
English sets is in another language in truth: --show prints it, to be read.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from zlib import crc32

from tenor import language, readers

DATA = Path(__file__).parents[3] / "shared" / "data"
ENOUGH = 20
HALVES = ("tuning", "other")


def languages(folder, half):
    paragraphs = {}
    for line in (folder / "languages/udhr.tsv").read_text("utf-8").strip("\n").split("\n"):
        code, _, text = line.partition("\t")
        paragraphs.setdefault(code, []).append(text)
    return {code: texts[half::2] for code, texts in paragraphs.items()}


def english(folder, half):
    """Give the English paragraphs of each set."""
    found = {path.stem: list(rated(path)) for path in sorted(folder.glob("tone/*.tsv"))}
    found |= {path.stem: list(objects(path)) for path in sorted(folder.glob("*/*.jsonl"))}
    return {
        name: [text for text in dict.fromkeys(texts) if crc32(text.encode()) % 2 == half]
        for name, texts in found.items()
    }


def rated(path):
    for line in path.read_text("utf-8").split("\n")[1:]:
        yield line.rpartition("\t")[2]


def objects(path):
    for line in path.read_text("utf-8").strip("\n").split("\n"):
        held = json.loads(line)
        text = held.get("text") or held.get("paragraph") or " ".join(held.get("sentences", ()))
        for segment in held.get("segments", ()):
            yield " ".join(" ".join(part) if isinstance(part, list) else part for part in segment)
        yield from blocks(text, f"a.{held.get('format', 'txt')}")


def blocks(text, name):
    reading = readers.read(text, name)
    return [" ".join(reading.view(block).split()) for block in reading.blocks]


def is_other(text):
    """Tell whether a paragraph by itself is taken for another language."""
    return bool(language.others(readers.read(text, "")))


def size(text):
    return len(re.findall(r"[^\W\d_]+", text))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    parser.add_argument("--half", choices=HALVES, default="other")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    if not (asked.folder / "languages").is_dir():
        print(f"no data at {asked.folder}")
        return
    half = HALVES.index(asked.half)
    print_found(languages(asked.folder, half))
    print_kept(english(asked.folder, half), shows=asked.show)


def print_found(paragraphs):
    """Print the share found of each language, and of all but English."""
    counts = {code: (sum(map(is_other, texts)), len(texts)) for code, texts in paragraphs.items()}
    for code, (found, all_of_it) in counts.items():
        print(f"{code}  {found:3} of {all_of_it:3} taken for another language")
    counts.pop("eng")
    print_total("all but English", counts.values())
    counts.pop("sco")
    print_total("all but English and Scots", counts.values())


def print_total(label, pairs):
    found, total = (sum(numbers) for numbers in zip(*pairs, strict=True))
    print(f"{label}: {found} of {total}, {found / total:.2%}")


def print_kept(sets, *, shows):
    """Print the share kept of each set, of paragraphs and of shorter texts."""
    kept, total = Counter(), Counter()
    for name, texts in sets.items():
        for kind in ("paragraphs", "short"):
            some = [text for text in texts if (size(text) >= ENOUGH) == (kind == "paragraphs")]
            withheld = [text for text in some if is_other(text)]
            if not some:
                continue
            kept[kind] += len(some) - len(withheld)
            total[kind] += len(some)
            share = 1 - len(withheld) / len(some)
            print(f"{name:28} {kind:10} {len(some):6,}, withheld {len(withheld):3}, {share:8.2%}")
            for text in withheld if shows else ():
                print(f"    {text[:120]}")
    for kind, count in kept.items():
        print(f"English {kind}: {count:,} of {total[kind]:,} kept, {count / total[kind]:.2%}")


if __name__ == "__main__":
    main()
