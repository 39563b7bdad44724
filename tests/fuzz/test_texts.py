"""Any text, of any kind, is read, measured, checked and told in every form.

The suite tries a few hundred. `pytest tests/fuzz --hypothesis-profile fuzz` tries for a long time.
"""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenor import analyze
from tenor.analysis import read_source
from tenor.checks import CHECKS
from tenor.errors import TenorError
from tenor.files import Source, decode
from tenor.findings.check import Rule
from tenor.findings.examine import examine
from tenor.formats.reports.json import report

#: A short run is the same every time; a long one is not.
SHORT = settings.default.max_examples < 1000
SOME = settings(max_examples=settings.default.max_examples // 2, derandomize=SHORT)
RULES = [Rule(check, check.severity, check.defaults()) for check in CHECKS]

WORDS = st.sampled_from(
    re.split(
        "[ \n]+",
        """I we you love hate terrible wonderful not never very simply always but if may
        Dr. U.S. e.g. !! ?! … . , ; — “ ” ' " mess idiot magic refund STOP NOW 1. 3.5
        a@b.de http://x.y/z @me #tag :-) 👩‍👩‍👧 🇩🇪 e\u0301 日本。 ٣ ﬁ ß İ \u00ad \u200b
        \u202e \x00 \x1b[31m \ufeff \u2028 \ud7ff \U0010ffff""",
    )
)
SPACES = st.sampled_from(
    [" ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "", "\f", "\v"]
)
PROSE = st.lists(st.tuples(WORDS, SPACES).map("".join), max_size=25).map("".join)

STARTS = ["# ", "## ", "> ", "- ", "1. ", "    ", "\t", "- [x] ", "[^1]: ", "!!! note\n    ", "| "]
LINES = ["```\n", "~~~\n", "---\n", "+++\n", "{\n", "===\n", "title: >-\n  ", "::: x\n", "<div>\n"]
INSIDE = [
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "![",
    "~~",
    "$",
    "$$",
    "\\",
    "&amp;",
    "[^1]",
    "{: .a}",
    "  \n",
]
WHOLE = ["| a | b |\n|-|-|\n", "[r]: u\n", "<https://x.y>", "<!--", "-->", "</div>"]
COMMENTS = [
    "[//]: # (tenor: ignore x)\n",
    "<!-- tenor: ignore shouting -- why -->",
    "<!-- tenor: off -->",
    "<!-- tenor: on a,b -->",
]
MARKS = st.sampled_from([*STARTS, *LINES, *INSIDE, *WHOLE, *COMMENTS])
MARKDOWN = st.lists(st.one_of(MARKS, PROSE), max_size=25).map("".join)

ELEMENTS = st.sampled_from(
    re.findall(
        r"\w+",
        """p div ul li table tr td h1 blockquote nav svg math select option template object ruby rt
        rp title script style pre code textarea iframe noscript foreignObject mtext b a img br video
        body xmp plaintext caption dl dd figcaption details""",
    )
)
ATTRIBUTES = st.sampled_from(
    ["", " a", " alt='x &lt; y'", ' a="', " /", "/", " a=b/", "\n", " a=>"]
)
TAGS = st.tuples(
    st.sampled_from(["<", "</"]), ELEMENTS, ATTRIBUTES, st.sampled_from([">", "", ">>"])
)
ODD = st.sampled_from(
    ["<!--", "-->", "<!", "<?", "<![CDATA[", "]]>", "&amp", "&#x1b;", "&#xD800;", "<"]
)
HTML = st.lists(st.one_of(TAGS.map("".join), ODD, PROSE), max_size=25).map("".join)

#: What each other markup makes of a line or a stretch of it.
MARKUPS = {
    "a.rst": [
        ".. note::\n   ", ".. code::\n\n   ", "::\n\n    ", "=====\n", "-----\n", ":a: ", "``",
        "|a|", "`a`_", "`a <b>`_", ".. _a: b\n", ".. [1] ", "+---+---+\n", "| a | b |\n",
        "=== ===\n", "- ", "    ", "*", "\\", ".. tenor: ignore x -- why\n",
    ],
    "a.adoc": [
        "= ", "== ", "----\n", "====\n", "****\n", "|===\n", "| a | b\n", "[source]\n", ":a: b\n",
        "//// \n", "////\n", "// ", "* ", ". ", "a:: ", "+\n", "image::a[b]\n", "link:a[b]", "`+",
        "+`", "<<a>>", "__", "ifdef::a[]\n", "// tenor: off\n",
    ],
    "a.org": [
        "* ", "** TODO ", "#+TITLE: ", "#+BEGIN_SRC\n", "#+END_SRC\n", "#+BEGIN_QUOTE\n", ":a:\n",
        ":END:\n", ":PROPERTIES:\n", "| a | b |\n", "|---+---|\n", "[[a][b]]", "[[", "]]", "~",
        "=", "/", "- ", "# ", "[fn:1] ", "$", "# tenor: off\n",
    ],
    "a.mdx": [
        "import a from 'b'\n", "export const a = {\n", "<A b={c}>", "</A>", "<>", "</>", "{", "}",
        "{/* ", " */}", "```\n", "# ", "- ", "{/* tenor: off */}\n",
    ],
    "a.eml": [
        "Subject: a\n", "Subject: =?utf-8?q?a=20b?=\n", "From: a\n", "Content-Type: text/html\n",
        "Content-Type: multipart/mixed; boundary=x\n",
        "Content-Transfer-Encoding: quoted-printable\n", "\n", "--x\n", "--x--\n", "=20", "=\n",
        "=C3=A9", "> ", "-- \n", "On a, b wrote:\n", "<p>", "</p>",
    ],
    "a.srt": [
        "1\n", "00:00:01,000 --> 00:00:02,000\n", "WEBVTT\n", "00:01.000 --> 00:02.000 a:b\n",
        "NOTE ", "STYLE\n", "<i>", "</i>", "<v A>", "{\\an8}", "- ", "[a]", "\n\n", "-->",
    ],
}  # fmt: skip


def marked(name):
    """Give texts with the marks of a kind."""
    marks = st.sampled_from([*MARKUPS[name], "\n", "\n\n"])
    text = st.lists(st.one_of(marks, PROSE), max_size=25).map("".join)
    return st.tuples(st.just(name), st.one_of(text, st.text()))


#: A mail all in this cannot be read.
BASE64 = "Content-Transfer-Encoding: base64\n\n"


TEXTS = st.one_of(
    st.tuples(st.just("a.txt"), st.one_of(PROSE, st.text())),
    st.tuples(st.just("a.md"), st.one_of(MARKDOWN, st.text())),
    st.tuples(st.just("a.html"), st.one_of(HTML, st.text())),
    *map(marked, MARKUPS),
).map(lambda pair: Source(*pair))
#: Long enough for every check and measure to have its say.
LONG = TEXTS.map(lambda source: source._replace(text=f"{source.text}\n\n" * 12))


@SOME
@given(TEXTS)
def test_every_reading_holds(source):
    document = read_source(source)
    text, plain = document.text, document.plain
    assert len(plain) == len(text)
    for sentence in document.sentences:
        block = document.blocks[sentence.block].span
        assert block.start <= sentence.span.start < sentence.span.end <= block.end
        for token in sentence.tokens:
            assert text[slice(*token.span)] == token.text
    for out in document.left_out:
        assert 0 <= out.span.start < out.span.end <= len(text)
        assert document.position(out.span.start) <= document.position(out.span.end)


@SOME
@given(st.one_of(TEXTS, LONG))
def test_every_analysis_can_be_told(source):
    analysis = analyze(read_source(source))
    told = report(analysis, every=True)
    assert json.loads(json.dumps(told, allow_nan=False))["name"] == source.name
    for sentence in analysis.sentences:
        if sentence.valence is not None:
            assert -1 <= sentence.valence.value <= 1
    assert len(analysis.gist) <= max(1, len(analysis.themes))


@SOME
@given(st.one_of(TEXTS, LONG))
def test_every_check_finds_places_in_the_text(source):
    document = read_source(source)
    for finding in examine(analyze(document), RULES).findings:
        start, end = finding.place.span
        assert 0 <= start <= end <= len(source.text)
        assert finding.place.start == document.position(start)
        assert finding.message == finding.message.strip()
        assert finding.lines[0] <= finding.lines[1]


DATA = st.one_of(
    st.binary(max_size=200),
    st.tuples(
        st.one_of(PROSE, MARKDOWN, HTML, PROSE.map(BASE64.__add__)),
        st.sampled_from(
            ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252", "shift_jis"]
        ),
        st.integers(0, 3),
    ).map(lambda parts: parts[0].encode(parts[1], "replace")[parts[2] :]),
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a", *MARKUPS])


@SOME
@given(DATA, NAMES, st.sampled_from([None, None, "utf-8", "utf-16", "latin-1", "ascii"]))
@example(b"\xff\xfeA", "a.md", None)
def test_any_bytes_are_a_text_or_a_plain_refusal(data, name, encoding):
    try:
        source = decode(data, name, encoding)
        document = read_source(source)
    except TenorError:
        return
    assert document.text == source.text
    assert source.text.encode("utf-8").decode() == source.text
    assert report(analyze(document))["words"] == document.words
