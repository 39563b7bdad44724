"""Names against those that a reader finds: wrong ones per 100, rows that are right, recall.

Usage: python tests/accuracy/names.py [data folder] [--all]

The row is what the report shows: the first six of the main names. A name is right if the reader
has it, with or without a title before it; its count if it is within one. A row is right if all its
names and counts are. Recall is over all the reader's names with two mentions or more. The texts of
tests/accuracy/readers need no data folder.
"""

import argparse
import json
from pathlib import Path

from tenor import readers, themes
from tenor.segment import segment

HERE = Path(__file__).parent
ROW = 6
TITLES = ("the ", "president ", "vice president ", "justice ", "secretary ", "mr ", "ms ", "dr ")


def plain(name):
    name = name.lower()
    for title in TITLES:
        name = name.removeprefix(title)
    return name


def judged():
    for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, *columns = line.split("\t")
            parts = [column.rpartition(" ") for column in columns]
            yield text, [(set(map(plain, forms.split("|"))), int(n)) for forms, _, n in parts]


def texts(folder):
    own = dict(judged())
    for text, names in own.items():
        if (HERE / "readers" / text).is_file():
            yield "own", text, (HERE / "readers" / text).read_text(encoding="utf-8"), names, names
    path = folder / "keyphrases" / "500n-even.jsonl"
    if path.is_file():
        lines = path.read_text(encoding="utf-8").split("\n")
        for text, names in own.items():
            if text.isdigit():
                yield "news", text, json.loads(lines[int(text)])["text"], names, names
    path = folder / "themes" / "readers.jsonl"
    if path.is_file():
        for line in path.read_text(encoding="utf-8").split("\n")[::2]:
            case = json.loads(line or "{}")
            if case:
                main = [({plain(name["name"])}, name["mentions"]) for name in case["names"]]
                name = f"{case['id']}.{case['format']}"
                yield "readers", name, case["text"], main, main + own.get(case["id"], [])


def found(name, text):
    read = readers.read(text, name if "." in name else "a.txt")
    document = segment(name, text, read)
    names = themes.names(themes.scan(document))
    main = set(themes.main_names(document, names))
    for one in names:
        forms = {plain(form) for form in (one.name, *one.forms)}
        yield one.name, forms, len(one.mentions), one in main


def measure(folder, show):
    rows = {}
    for kind, name, text, main, right in texts(folder):
        seen = list(found(name, text))
        row = [(form, forms, count) for form, forms, count, is_main in seen if is_main][:ROW]
        score = rows.setdefault(kind, dict.fromkeys(("shown", "wrong", "off", "rows", "good"), 0))
        wrong, off = [], []
        for form, forms, count in row:
            same = [number for wanted, number in right if wanted & forms]
            if not same:
                wrong.append(form)
            elif min(abs(count - number) for number in same) > 1:
                off.append(f"{form} {count} for {same}")
        met = set().union(*(forms for _, forms, _, _ in seen))
        asked = [wanted for wanted, number in main if number > 1]
        missed = [wanted for wanted in asked if not wanted & met]
        score["shown"] += len(row)
        score["wrong"] += len(wrong)
        score["off"] += len(off)
        score["rows"] += bool(row)
        score["good"] += bool(row) and not wrong and not off
        score["asked"] = score.get("asked", 0) + len(asked)
        score["met"] = score.get("met", 0) + len(asked) - len(missed)
        if show or wrong or off or missed:
            print(f"{name}: wrong {wrong}, counts {off}, missed {[min(m) for m in missed]}")
    for kind, score in rows.items():
        print(
            f"{kind:8} {score['shown']} names shown, "
            f"{100 * score['wrong'] / score['shown']:.0f} of 100 wrong, "
            f"{100 * score['off'] / score['shown']:.0f} of 100 counts off; "
            f"{score['good']} of {score['rows']} rows right; "
            f"{score['met']} of {score['asked']} main names found"
        )


def main():
    parser = argparse.ArgumentParser()
    default = HERE.parents[2] / "shared" / "data"
    parser.add_argument("folder", nargs="?", type=Path, default=default)
    parser.add_argument("--all", action="store_true", help="a line for right texts too")
    options = parser.parse_args()
    measure(options.folder, options.all)


if __name__ == "__main__":
    main()
