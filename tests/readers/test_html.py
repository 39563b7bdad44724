"""The HTML reader: places, kinds, what is left out, and that no text is too much for it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.document import NOTHING
from tenor.readers import html
from tenor.readers.html_elements import ENDLESS, LEFT_OUT
from tenor.readers.typography import fold
from tenor.segment import segment


def said(text):
    reading = html.read(text)
    return [(block.kind, words(reading, block)) for block in reading.blocks]


def words(reading, block):
    """Give what a block says as one line, without the blocks inside it."""
    shown = reading.plain[block.span.start : block.span.end]
    for hole in block.holes:
        start, end = hole.start - block.span.start, hole.end - block.span.start
        shown = shown[:start] + NOTHING * (end - start) + shown[end:]
    return " ".join(shown.replace(NOTHING, "").split())


def sole(text):
    ((_, shown),) = said(text)
    return shown


def left_out(text):
    reading = html.read(text)
    return [(out.reason, text[out.span.start : out.span.end]) for out in reading.left_out]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>un<b>believ</b>able</p>", "unbelievable"),
        ("<p class='a>b' title=c>one<br>two<wbr>three</p>", "one twothree"),
        ("Caf&eacute; &AMP; &#8220;bar&#x201D; &lt;b&gt;", 'Café & "bar" <b>'),
        ("a &nbsp; b &notit; &nosuch; & AT&T &amp", "a b ¬it; &nosuch; & AT&T &"),
        ("&#0; &#xD800; &#99999999; &#;", "\ufffd \ufffd \ufffd &#;"),
        ("5 < 6 and 7 > 6 <", "5 < 6 and 7 > 6 <"),
        ("The <code>foo</code> function, <kbd>Ctrl</kbd>.", "The function,."),
        ("a<!-- no --> b<!-->c<!---> d <!-- x --!> e", "a bc d e"),
        ("<!DOCTYPE html><?xml?>text</3>", "text"),
        ("it’s co&shy;op 👩‍👩‍👧", "it's coop 👩‍👩‍👧"),
        ("<svg><title>no</title><g>no</g></svg>yes<svg/> too", "yes too"),
    ],
)
def test_inline_markup_reads_as_its_words(text, shown):
    assert sole(text) == shown


def test_each_block_has_its_kind():
    text = """<body><h1>Top</h1><h2 id=x>Sub <em>head</em></h2>intro<p>para<div>div</div>
    <ul><li>one<li>two<ol><li><p>deep</p><p>er</p></ol>more</ul>
    <dl><dt>term<dd>meaning</dl>
    <table><caption>cap</caption><tr><th>head<td>cell<tr><td>next</table>after
    <blockquote>said <p>twice</blockquote>
    <figure><img alt="A &lt;cat&gt;"><figcaption>Fig</figcaption></figure>"""
    assert said(text) == [
        ("heading", "Top"),
        ("heading", "Sub head"),
        ("paragraph", "intro"),
        ("paragraph", "para"),
        ("paragraph", "div"),
        ("item", "one"),
        ("item", "two"),
        ("item", "deep"),
        ("item", "er"),
        ("item", "more"),
        ("item", "term"),
        ("item", "meaning"),
        ("caption", "cap"),
        ("cell", "head"),
        ("cell", "cell"),
        ("cell", "next"),
        ("paragraph", "after"),
        ("quote", "said"),
        ("quote", "twice"),
        ("alt", "A <cat>"),
        ("caption", "Fig"),
    ]
    assert [block.level for block in html.read(text).blocks[:3]] == [1, 2, 0]


def test_an_alt_text_is_a_hole_in_its_paragraph():
    text = "<p>before <img src=x alt='a cat' title='no'> after <img alt=''><img></p>"
    host, alt = html.read(text).blocks
    assert host.holes == (alt.span,)
    assert said(text) == [("paragraph", "before after"), ("alt", "a cat")]


def test_what_is_left_out_has_its_reason():
    text = """<!doctype html><title>T</title><style>a{}</style><p id="i">w <code>c</code>
    <img src='s' alt='pic'><nav><a href=h>n</a><nav>n</nav></nav><pre><p>c</pre>
    <script>if (a<b) "</p>"</script><template>t</template><noscript>n</noscript>
    <svg>s</svg><textarea><p></textarea><!-- tenor: off --><ruby>字<rt>ji</rt></ruby>"""
    assert left_out(text) == [
        ("declaration", "<!doctype html>"),
        ("title", "<title>T</title>"),
        ("style", "<style>a{}</style>"),
        ("attribute", 'id="i"'),
        ("code", "<code>c</code>"),
        ("attribute", "src='s' alt='"),
        ("navigation", "<nav><a href=h>n</a><nav>n</nav></nav>"),
        ("code", "<pre><p>c</pre>"),
        ("script", '<script>if (a<b) "</p>"</script>'),
        ("template", "<template>t</template>"),
        ("fallback", "<noscript>n</noscript>"),
        ("drawing", "<svg>s</svg>"),
        ("form control", "<textarea><p></textarea>"),
        ("comment", "<!-- tenor: off -->"),
        ("pronunciation", "<rt>ji</rt>"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kept <b lost lost", "unclosed tag"),
        ("kept <!-- lost", "comment"),
        ("kept <script> lost", "script"),
        ("kept <xmp> <p>lost", "code"),
        ("kept <! lost", "declaration"),
    ],
)
def test_what_is_never_closed_is_left_out_to_the_end_and_said_so(text, reason):
    assert sole(text) == "kept"
    assert left_out(text) == [(reason, text[5:])]


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_an_element_that_is_left_out_is_so_up_to_its_end_tag(name):
    text = f"<div>kept <{name} a=b/>lost</{name}> kept</div>"
    assert " ".join(words for _, words in said(text)) == "kept kept"
    assert (LEFT_OUT[name], f"<{name} a=b/>lost</{name}>") in left_out(text)


@pytest.mark.parametrize("name", sorted(LEFT_OUT.keys() - ENDLESS))
@pytest.mark.parametrize("around", ["{}", "<div>{}</div>", "<body>{}</body></html>", "<b>{}</b>"])
def test_no_element_that_is_never_closed_takes_the_rest_of_the_page(name, around):
    text = around.format(f"<p>kept <{name}><p>kept <em>too</em>")
    assert " ".join(words for _, words in said(text)) == "kept kept too"


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("<ruby>kept<rt>ji</ruby> kept", ["<rt>ji"]),
        ("<ruby>kept<rt>a<rt>b</ruby>", ["<rt>a", "<rt>b"]),
        ("<ruby>kept<rp>(<rt>a<rp>)</ruby>", ["<rp>(", "<rt>a", "<rp>)"]),
        ("<p>kept <svg><path><g><p>kept", ["<svg><path><g>"]),
        ("kept <math><mi>x</mi> <b>kept</b>", ["<math><mi>x</mi> "]),
        ("<div><svg><svg></div>kept", ["<svg><svg>"]),
        ("<svg><desc><p>no</desc></svg>kept", ["<svg><desc><p>no</desc></svg>"]),
        ("<math><mtext><b>no</b></mtext></math>kept", ["<math><mtext><b>no</b></mtext></math>"]),
        ("<label><select><option>no</label> kept", ["<select><option>no"]),
        ("<select><option>no<p>kept", ["<select><option>no"]),
        ("<select><div><option>no</div></select>kept", ["<select><div><option>no</div></select>"]),
        ("<select>no<select>no</select>kept", ["<select>no", "<select>no</select>"]),
        ("<div><nav><li>no</div> kept </nav>kept", ["<nav><li>no"]),
        ("<b><nav>no</b>no</nav>kept", ["<nav>no</b>no</nav>"]),
        ("<div><template></div>no</template>kept", ["<template></div>no</template>"]),
        ("<nav>kept <nav>no</nav> kept", ["<nav>no</nav>"]),
        ("<title/>kept", ["<title/>"]),
        ("<script/>no</script>kept", ["<script/>no</script>"]),
        ("<?xml?><style/>kept<style></style>", ["<?xml?>", "<style/>", "<style></style>"]),
        ("<nav a=b/>no</nav>kept<nav />kept", ["<nav a=b/>no</nav>", "<nav />"]),
        ("<svg><style>no</svg>kept", ["<svg><style>no</svg>"]),
        ("<svg><style>no<p>kept", ["<svg><style>no"]),
        ("<svg><details><xmp>no</svg>kept", ["<svg><details><xmp>no</svg>"]),
        ("<math><td>no<script>no</script><p>kept", ["<math><td>no<script>no</script>"]),
        ("<math><td>no<script>no</math>kept", ["<math><td>no<script>no</math>"]),
        ("<svg><section>no</svg>kept", ["<svg><section>no</svg>"]),
        ("<select><option>no<style>no<p>kept", ["<select><option>no<style>no"]),
        ("<select>no<style>no</style></select>kept", ["<select>no<style>no</style></select>"]),
        ("<select>no<p>kept<style>no</style>", ["<select>no", "<style>no</style>"]),
        ("<svg><script>no<p>kept", ["<svg><script>no"]),
        ("<math><title>no</math>kept", ["<math><title>no</math>"]),
        ("<svg><title>no</svg>kept", ["<svg><title>no</svg>"]),
        ("<svg><title>no<b>no</b></svg>kept", ["<svg><title>no<b>no</b></svg>"]),
        ("<svg><textarea><iframe><xmp>no<p>kept", ["<svg><textarea><iframe><xmp>no"]),
        ("<svg><plaintext>no<noscript>no<p>kept", ["<svg><plaintext>no<noscript>no"]),
        ("<svg><style/><script/>no</svg>kept", ["<svg><style/><script/>no</svg>"]),
        ("<svg><![CDATA[ <p> ]]></svg>kept", ["<svg><![CDATA[ <p> ]]></svg>"]),
        ("<p><![CDATA[ no>kept", ["<![CDATA[ no>"]),
        (
            "<svg><foreignObject><style><p></style></foreignObject></svg>kept",
            ["<svg><foreignObject><style><p></style></foreignObject></svg>"],
        ),
        ("<svg>no</h1>no<p>kept", ["<svg>no</h1>no"]),
        ("<svg>no</p>kept", ["<svg>no"]),
        ("<math><desc><xmp>no<p>kept", ["<math><desc><xmp>no"]),
        ("<desc><p>kept</desc> <mi>kept <b>kept</mi>", []),
    ],
)
def test_an_element_ends_where_the_standard_and_browsers_end_it(text, out):
    assert {word for _, words in said(text) for word in words.split()} == {"kept"}
    assert [piece for reason, piece in left_out(text) if reason != "attribute"] == out


@pytest.mark.parametrize("inside", sorted(LEFT_OUT.keys() | {"![CDATA[", "foreignObject", "desc"}))
@pytest.mark.parametrize("around", ["svg", "math"])
def test_nothing_in_a_drawing_that_is_never_closed_takes_the_rest_of_the_page(inside, around):
    shown = [words for _, words in said(f"<p>kept <{around}><{inside}><p>kept too")]
    assert shown == ["kept", "kept too"]


def test_a_heading_that_is_never_closed_ends_with_the_next():
    assert said("<h1>a<h2>b</h2>c") == [("heading", "a"), ("heading", "b"), ("paragraph", "c")]


def test_names_are_read_in_either_case():
    assert said("<SCRIPT>no</Script><LI>yes</LI>") == [("item", "yes")]


def test_code_that_is_never_closed_ends_with_its_block():
    assert said("<p>a <code>b</p><p>c</p>") == [("paragraph", "a"), ("paragraph", "c")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<title>Site &ndash; A\n page</title><h2>no</h2>", "Site – A page"),
        ("<title>Site</title><h1>The <i>page</i></h1><h1>no</h1>", "The page"),
        ("<title>One</title><svg><title>two</title></svg>", "One"),
        ("<p>none", None),
    ],
)
def test_the_title_is_the_first_heading_or_the_pages_title(text, title):
    assert html.read(text).title == title


HARD = {
    "20,000 unclosed tags": "<a " * 20_000,
    "20,000 unclosed quotes": "<a x='" * 20_000,
    "20,000 crossed quotes": "<a x=\"'>" * 20_000,
    "20,000 unclosed comments": "<!--" * 20_000,
    "20,000 unclosed scripts": "<script></x " * 20_000,
    "20,000 stray end tags": "<ul><li>x" * 20_000 + "</blockquote>" * 20_000,
    "200 nested quotes": "<blockquote>" * 200 + "x",
    "20,000 nested lists": "<ul><li>x" * 20_000,
    "20,000 open codes": "<code>x" * 20_000,
    "20,000 open drawings": "<svg>x" * 20_000,
    "20,000 open styles in drawings": "<svg><style>x" * 20_000 + "</svg>" * 20_000,
    "20,000 bare texts in a drawing": "<svg>" + "<![CDATA[>" * 20_000,
    "20,000 open menus": "<nav>x" * 20_000 + "</div>" * 20_000,
    "20,000 choices in a template": "<div><template>" + "<select>" * 20_000 + "</div>" * 20_000,
    "20,000 crossed menus": "<div><nav>" * 20_000 + "</div>" * 20_000 + "</nav>" * 20_000,
    "20,000 pronunciations": "<ruby>a<rt>b" * 20_000,
    "20,000 open titles": "<title>x" * 20_000,
    "20,000 whole scripts": "<script/>x" * 20_000,
    "20,000 images": "<img alt='a b'>x " * 20_000,
    "an attribute of a megabyte": "<img " + "a=" * 500_000 + ">",
    "100,000 ampersands": "&amp" * 100_000,
    "a number of a megabyte": "&#" + "1" * 1_000_000 + ";",
    "a word of a megabyte": "x" * 1_000_000,
    "200,000 blank lines": "\n" * 200_000,
    "300,000 short sentences": "x. " * 300_000,
}


@pytest.mark.parametrize("name", HARD)
def test_hostile_text_takes_seconds(name):
    text = HARD[name]
    start = time.process_time()
    reading = html.read(text)
    assert time.process_time() - start < 60  # no timing, a guard against hanging
    assert len(reading.plain) == len(text)


# Laws

INLINES = ["b", "em", "a", "code", "svg", "br", "img", "x-y"]
BLOCKS = ["p", "div", "ul", "li", "table", "tr", "td", "h1", "h3", "blockquote", "figcaption"]
NO_PROSE = ["pre", "script", "style", "nav", "title", "textarea"]
NAMES = st.sampled_from([*INLINES, *BLOCKS, *NO_PROSE])
WORDS = st.sampled_from(
    ["alpha ", "béta", " 日本", "👩‍👩‍👧", "x. ", "&amp;", "&eacute", "&#160;", "1 < 2", "\n"]
)
TEXT = st.lists(WORDS, max_size=4).map("".join)
HEADS = st.tuples(NAMES, st.sampled_from(["", " a", " alt='a &lt; b'", ' alt="" c=d', " /"])).map(
    "".join
)
PAGES = st.recursive(
    st.one_of(TEXT, st.just("<!-- c -->"), st.just("<br>"), HEADS.map("<{}>".format)),
    lambda inner: st.one_of(
        st.tuples(HEADS, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)
SCRAPS = st.text(st.sampled_from("ab<>/!-=?&;#\"' \n\r\t\u00a0é😀pli"))
TEXTS = st.one_of(PAGES, SCRAPS, st.text())


@settings(deadline=None)
@given(TEXTS)
def test_places_are_places_of_the_text(text):
    reading = html.read(text)
    assert len(reading.plain) == len(text)
    spans = [block.span for block in reading.blocks]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(reading.plain[at].strip(" " + NOTHING) for a, b in spans for at in (a, b - 1))
    outs = [out.span for out in reading.left_out]
    assert outs == sorted(outs)
    assert all(0 <= out.start < out.end <= len(text) for out in outs)


@settings(deadline=None)
@given(TEXTS)
def test_blocks_are_apart_but_for_their_holes(text):
    taken = set()
    for block in html.read(text).blocks:
        mine = set(range(*block.span)) - {at for hole in block.holes for at in range(*hole)}
        assert not mine & taken
        taken |= mine


@settings(deadline=None)
@given(TEXTS)
def test_every_token_is_the_text_at_its_span(text):
    document = segment("a.html", text, html.read(text))
    for sentence in document.sentences:
        for token in sentence.tokens:
            assert text[token.span.start : token.span.end] == token.text


@settings(deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert html.read(text) == html.read(text)


@settings(deadline=None)
@given(TEXTS)
def test_what_is_read_stands_where_it_is_read(text):
    plain, folded = html.read(text).plain, fold(text)
    for at, char in enumerate(plain):
        assert char in {" ", NOTHING, folded[at]} or text[at] == "&"


@settings(deadline=None)
@given(TEXTS)
def test_every_visible_character_is_in_a_block(text):
    reading = html.read(text)
    blocks = {at for block in reading.blocks for at in range(*block.span)}
    shown = {at for at, char in enumerate(reading.plain) if char not in " " + NOTHING}
    assert shown <= blocks


PARTS = st.lists(
    st.tuples(st.sampled_from(["", "b", "p", "li", "td", "h2"]), TEXT), min_size=1, max_size=5
)


@settings(deadline=None)
@given(PARTS)
def test_every_word_of_a_well_formed_page_is_read_in_order(parts):
    from html import unescape

    text = "".join(f"<{name}>{inner}</{name}>" if name else inner for name, inner in parts)
    expected = fold(unescape("".join(inner for _, inner in parts)))
    read = html.read(text).plain
    assert "".join(read.replace(NOTHING, "").split()) == "".join(
        expected.replace(NOTHING, "").split()
    )
