"""Measure how time grows with a hostile text: the exponent of each reader, and of all above it.

    python tests/speed/growth.py [WORK …] [--only FAMILY]

WORK is plain, markdown, html, segment, report or check; all of them without any. Each family of
texts is doubled until it takes 0.4 seconds or is 4 MB long; the exponent is log2 of the
ratio of the last two times (CPU, best of three). What is above 1.2 is listed at the end.
"""

import argparse
import gc
import math
import time

from tenor import analyze
from tenor.analysis import read_source
from tenor.checks import CHECKS
from tenor.document import Block, Reading, Span
from tenor.files import Source
from tenor.findings.check import Rule
from tenor.findings.examine import examine
from tenor.formats.reports.json import report
from tenor.readers import html, markdown, plain
from tenor.readers.typography import fold
from tenor.segment import segment

ROUNDS = 3
ENOUGH = 0.4
START, MOST = 4000, 4_000_000
ODD = 1.2
RULES = [Rule(check, check.severity, check.defaults()) for check in CHECKS]


def repeated(*pieces):
    """Make a family of one piece again and again; of several, each as often, one after another."""
    size = sum(map(len, pieces))
    return lambda length: "".join(piece * (length // size) for piece in pieces)


def numbered(piece):
    """Make a family of one piece with a number that grows."""
    return lambda length: "".join(piece.format(n) for n in range(length // (len(piece) + 3)))


#: Words in a hostile shape, for any reader.
WORDS = {
    "one word": repeated("x"),
    "short sentences": repeated("x. "),
    "one sentence": repeated("love and hate "),
    "no spaces": repeated("love,"),
    "blank lines": repeated("\n"),
    "spaces": repeated(" "),
    "carriage returns": repeated("\r"),
    "a refrain": repeated("I love it\n\n"),
    "footers": repeated("Leave a Reply\n\n"),
    "copyright signs": repeated("© "),
    "items": repeated("- a\n"),
    "numbers": repeated("1. a\n"),
    "numbered items in a line": numbered("{}. a "),
    "shouting": repeated("STOP NOW!! "),
    "question marks": repeated("?!"),
    "periods": repeated("."),
    "ellipses": repeated("... "),
    "initials": repeated("A. B. "),
    "abbreviations": repeated("e.g. Dr. "),
    "quotes": repeated('"'),
    "opened quotes": repeated("“a "),
    "brackets": repeated("(["),
    "citations": repeated("[1] "),
    "apostrophes": repeated("a'"),
    "hyphens": repeated("a-"),
    "dots in a word": repeated("a."),
    "commas in a number": repeated("1,"),
    "addresses": repeated("a@b.c."),
    "handles": repeated("@a "),
    "links": repeated("http://a.b/ "),
    "one link": lambda length: "http://a" + "/.," * (length // 3),
    "faces": repeated(":-) "),
    "colons": repeated(":"),
    "pictures": repeated("👩\u200d"),
    "flags": repeated("🇩"),
    "accents": lambda length: "e" + "\u0301" * length,
    "soft hyphens": repeated("a\u00ad"),
    "nothings": repeated("\u200b"),
    "different words": numbered("word{} "),
    "names": numbered("Anna Berg{} met Jon. "),
    "different noun phrases": numbered("The red house{} was big. "),
    "one noun phrase": repeated("old red house "),
    "negations": repeated("not "),
    "intensifiers": repeated("very very good "),
    "contrasts": repeated("good but bad, "),
    "conditions": repeated("if good then "),
    "insults": repeated("You idiot. "),
    "hedges": repeated("perhaps maybe I think "),
    "passives": repeated("It was done by them. "),
    "repetition": repeated("in order to do the thing we "),
    "capitals": repeated("Love Hate "),
    "ideographs": repeated("日本。"),
    "combining script": repeated("ที่"),
    "controls": repeated("\x1b[31m"),
}
MARKDOWN = {
    "open brackets": repeated("["),
    "open images": repeated("!["),
    "open links": repeated("[a]("),
    "nested links": repeated("[", "](x)"),
    "link labels": repeated("[a]"),
    "different labels": numbered("[a{}]"),
    "definitions": numbered("[a{}]: x\n"),
    "the same definition": repeated("[a]: x\n"),
    "footnotes": numbered("[^{}]: a\n"),
    "footnote marks": repeated("[^"),
    "stars": repeated("*"),
    "stars and letters": repeated("*a"),
    "mixed delimiters": repeated("**a _b "),
    "closing delimiters": repeated("a* b_ "),
    "tildes": repeated("~~a "),
    "backticks": repeated("`a "),
    "growing backticks": lambda length: "".join(
        "`" * n + " " for n in range(1, math.isqrt(2 * length))
    ),
    "code spans": repeated("`a` "),
    "backslashes": repeated("\\"),
    "entities": repeated("&amp;"),
    "ampersands": repeated("&a"),
    "autolinks": repeated("<a:"),
    "inline tags": repeated("a <b> "),
    "inline code elements": repeated("a <code> "),
    "open comments": repeated("a <!-- "),
    "html blocks": repeated("<div>\n\n"),
    "open html blocks": repeated("<!-- \n"),
    "headings": repeated("# a\n"),
    "underlined headings": repeated("a\n=\n"),
    "rules": repeated("---\n"),
    "quoted lines": repeated("> a\n"),
    "quotes in quotes": repeated(">"),
    "lazy lines": lambda length: "> " * 50 + "a\n" + "b\n" * (length // 2),
    "nested items": repeated("- "),
    "items apart": repeated("- a\n\n"),
    "deeper items": lambda length: "".join(
        " " * 2 * n + "- a\n" for n in range(math.isqrt(length))
    ),
    "fences": repeated("```\n"),
    "indented code": repeated("    a\n"),
    "rows": lambda length: "|a|\n|-|\n" + "|a|\n" * (length // 4),
    "tables": repeated("|a|\n|-|\n"),
    "pipes": repeated("|", "\n", "|-"),
    "escaped pipes": lambda length: "|a|\n|-|\n|" + "\\|" * (length // 2),
    "dollars": repeated("$a "),
    "formulas": repeated("$$a\n"),
    "an open formula": lambda length: "$" + "_a" * (length // 2),
    "braces": repeated("{:"),
    "attributes": repeated("{.a "),
    "admonitions": repeated("!!! a\n"),
    "an admonition of spaces": lambda length: "!!! a" + " " * length + "!\n    b",
    "directives": repeated("::: a\n"),
    "front matter": lambda length: "---\n" + "a: b\n" * (length // 5) + "---\n",
    "toml": lambda length: "+++\n" + "a." * (length // 2) + "a=1\n+++\n",
    "json": lambda length: '{"a":' * (length // 5),
    "open front matter": lambda length: "---\na: b\n" + "--- a\n" * (length // 6),
}
HTML = {
    "unclosed tags": repeated("<a "),
    "paragraphs": repeated("<p>a"),
    "nested blocks": repeated("<div>a"),
    "closed blocks": repeated("<div>", "</div>"),
    "stray ends": repeated("<ul><li>a", "</blockquote>"),
    "nested lists": repeated("<ul><li>a"),
    "nested tables": repeated("<table><tr><td>a"),
    "headings": repeated("<h1>a"),
    "open drawings": repeated("<svg>a"),
    "open menus": repeated("<nav>a"),
    "crossed menus": repeated("<div><nav>", "</div>", "</nav>"),
    "fenced ends": repeated("<b><nav>", "</b>"),
    "choices in a template": repeated("<div><template>", "<select>", "</div>"),
    "open choices": repeated("<select><option>a"),
    "pronunciations": repeated("<ruby>a<rt>b"),
    "open code": repeated("<code>a"),
    "open titles": repeated("<title>a"),
    "whole scripts": repeated("<script/>a"),
    "open scripts": repeated("<script></x "),
    "styles": repeated("<style></style>a"),
    "comments": repeated("<!-- a -->"),
    "open comments": repeated("<!--"),
    "declarations": repeated("<!a>"),
    "open declarations": repeated("<!a"),
    "open quotes": repeated("<a x='"),
    "crossed quotes": repeated("<a x=\"'>"),
    "attributes": lambda length: "<img " + "a=" * (length // 2) + ">",
    "slashes": lambda length: "<nav " + "/" * length + ">",
    "images": repeated("<img alt='a b'>a "),
    "entities": repeated("&amp;"),
    "ampersands": repeated("&amp"),
    "a number": lambda length: "&#" + "1" * length + ";",
    "angles": repeated("<"),
    "ends": repeated("</"),
}
COMMENTS = {
    "spaces in a comment": lambda length: f"<!-- tenor:{' ' * length}x",
    "spaces after a verb": lambda length: f"<!-- tenor: ignore{' ' * length}! -->",
    "names": lambda length: f"<!-- tenor: ignore {'x,' * (length // 2)} -->\n\nStop!!",
    "different names": lambda length: f"<!-- tenor: off {numbered('x{} ')(length)} -->\n\nStop!!",
    "comments in a line": repeated("<!-- tenor: ignore --> "),
    "comments before a list": repeated("<!-- tenor: ignore -->\n\n", "- Stop!!\n"),
    "comments for files": repeated("<!-- tenor: ignore-file x -->\n\nStop!!\n\n"),
    "offs": repeated("<!-- tenor: off -->\n\nStop!!\n\n"),
    "offs and ons": repeated("<!-- tenor: off x -->\n\n", "<!-- tenor: on y -->\n\nStop!!\n\n"),
    "offs by name": numbered("<!-- tenor: off shouting x{} -->\n\nStop!!\n\n"),
    "dashes": lambda length: f"<!-- tenor: off {' -' * (length // 2)}-->",
}


def cut(text):
    """Divide a text into sentences without a reader: one block."""
    words = text.strip()
    start = text.find(words)
    blocks = (Block("paragraph", Span(start, start + len(words))),) if words else ()
    return segment("a", text, Reading(fold(text), blocks))


def told(name):
    return lambda text: report(analyze(read_source(Source(name, text))), every=True)


def checked(name):
    return lambda text: examine(analyze(read_source(Source(name, text))), RULES)


#: Each kind of work, with its families.
WORK = {
    "plain": [(plain.read, WORDS)],
    "markdown": [(markdown.read, WORDS | MARKDOWN)],
    "html": [(html.read, WORDS | HTML)],
    "segment": [(cut, WORDS)],
    "report": [(told("a.txt"), WORDS), (told("a.md"), MARKDOWN), (told("a.html"), HTML)],
    "check": [
        (checked("a.txt"), WORDS),
        (checked("a.md"), MARKDOWN | COMMENTS),
        (checked("a.html"), HTML),
    ],
}


def seconds(work, text, rounds=ROUNDS):
    took = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work(text)
        took.append(time.process_time() - start)
    return min(took)


def growth(work, family):
    """Give the length at which a family takes long enough, the time, and the exponent there."""
    length = START
    took = seconds(work, family(length), 1)
    while took < ENOUGH and length < MOST:
        length *= 2
        took = seconds(work, family(length), 1)
    before = seconds(work, family(length // 2))
    took = seconds(work, family(length))
    return length, took, math.log2(took / before) if before > 0 else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", nargs="*", choices=[*WORK, []], metavar="WORK")
    parser.add_argument("--only", metavar="FAMILY")
    chosen = parser.parse_args()
    odd = []
    print(f"{'work':9} {'family':26} {'characters':>10} {'s':>7} {'exponent':>8}")
    for name in chosen.work or WORK:
        for work, families in WORK[name]:
            for family, make in families.items():
                if chosen.only in {None, family}:
                    length, took, exponent = growth(work, make)
                    line = f"{name:9} {family:26} {length:10,} {took:7.3f} {exponent:8.2f}"
                    print(line, flush=True)
                    if exponent > ODD and took > ENOUGH / 2:
                        odd.append(line)
    print(f"\nabove {ODD}:", *(odd or ["none"]), sep="\n")


if __name__ == "__main__":
    main()
