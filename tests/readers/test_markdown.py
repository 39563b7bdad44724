"""The Markdown reader: places, kinds, what is left out, and that no text is too much for it."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenor.document import NOTHING, Position
from tenor.readers import markdown
from tenor.readers.typography import fold
from tenor.segment import segment

PROBE = """---
title: front matter is very unique
---

# A very unique heading

A plain line that is very unique.

After **bold**, a [link](http://a.example/x) and `code` it is very unique.

> A quote with *emphasis* is very unique.

- a list
    - nested, and very unique

| name | note |
|------|------|
| one  | very unique cell |

Caf&eacute; &amp; bar: very unique.

日本語 👩‍👩‍👧 is very unique.

An <em class="x">inline very unique element</em> of HTML.

A phrase at the end is very
unique when wrapped.

Déjà vu, nai\u0308ve: very unique.

A note.[^1]

[^1]: The footnote is very unique.

Inline code: `very unique`.

```
fenced very unique code
```

    indented very unique code

<!-- a comment, very unique -->

A <span title="very unique">word</span> with an attribute.

A [link](http://b.example "very unique") with a title.

A [link](<http://c.example/very unique>) and a URL.

A [reference][very unique].

[very unique]: http://d.example/very-unique

![alt text, very unique](picture.png)
"""
#: Line of each place of prose, and its kind; the last one is the alt text.
PROSE = [
    (5, "heading"),
    (7, "paragraph"),
    (9, "paragraph"),
    (11, "quote"),
    (14, "item"),
    (18, "cell"),
    (20, "paragraph"),
    (22, "paragraph"),
    (24, "paragraph"),
    (26, "paragraph"),
    (29, "paragraph"),
    (33, "paragraph"),
    (55, "alt"),
]


def shown(reading, block):
    """Give what a block says, nothing in place of the blocks inside it, at its own length."""
    words = reading.plain[block.span.start : block.span.end]
    for hole in block.holes:
        start, end = hole.start - block.span.start, hole.end - block.span.start
        words = words[:start] + NOTHING * (end - start) + words[end:]
    return words


def spoken(words):
    return " ".join(words.replace(NOTHING, "").split())


def said(text):
    reading = markdown.read(text)
    return [(block.kind, spoken(shown(reading, block))) for block in reading.blocks]


def sole(text):
    ((_, words),) = said(text)
    return words


def left_out(text):
    reading = markdown.read(text)
    return [(out.reason, text[out.span.start : out.span.end]) for out in reading.left_out]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_the_probe_is_found_in_every_place_of_prose_and_nowhere_else(line_end, head):
    text = head + PROBE.replace("\n", line_end)
    reading = markdown.read(text)
    document = segment("probe.md", text, reading)
    hits = []
    for block in reading.blocks:
        if "very unique" in spoken(shown(reading, block)):
            at = block.span.start + shown(reading, block).find("very")
            assert text[at : at + 4] == "very"
            hits.append((document.line(at), block.kind))
    assert hits == PROSE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[text](http://x), more", "text, more"),
        ("un**believ**able *and* __so__ on", "unbelievable and so on"),
        ("snake_case_name stays, 2*3*4 does not", "snake_case_name stays, 234 does not"),
        (r"a \*star\* and c:\dir", r"a *star* and c:\dir"),
        ("AT&amp;T &copy; &nbsp; &#8217;tis &nosuch;", "AT&T © 'tis &nosuch;"),
        ("The `foo` function is slow.", "The function is slow."),
        ("Call `foo`, then `bar`.", "Call, then."),
        ("See <http://a.example>.", "See."),
        ("one\\\ntwo  \nthree\nfour", "one two three four"),
        ("~~gone~~ and ~kept~", "gone and ~kept~"),
        ("a<br>b<b>c</b> <code>x</code> d", "a bc d"),
        ("a word[^1], a sum $x^2 + y$ and $5 or $6", "a word, a sum and $5 or $6"),
        ("[a][r] and [r] and [s]\n\n[r]: http://x", "a and r and [s]"),
        ("it’s “so”\u00a0naïve co\u00adop", 'it\'s "so" naïve coop'),
        ("unclosed `code and **bold", "unclosed `code and **bold"),
        ("a [b `c` d](<e f> 'g') h", "a b d h"),
        ("**[*deep* link](x)** on", "deep link on"),
    ],
)
def test_inline_markup_reads_as_its_words(text, words):
    assert sole(text) == words


def test_each_block_has_its_kind():
    text = (
        "Title\n=====\n\n## Sub ##\n\ntext\n\n> quote\n> on\n\n- one\n\n  two\n  1. deep\n"
        '- [x] done\n\n| a | b\\|c |\n|-|-|\n| d | |\n\n!!! note "Mind"\n    this\n\n'
        "<figure><img src=x alt='A cat'><figcaption>Our cat</figcaption></figure>\n"
    )
    assert said(text) == [
        ("heading", "Title"),
        ("heading", "Sub"),
        ("paragraph", "text"),
        ("quote", "quote on"),
        ("item", "one"),
        ("item", "two"),
        ("item", "deep"),
        ("item", "done"),
        ("cell", "a"),
        ("cell", "b|c"),
        ("cell", "d"),
        ("paragraph", "Mind"),
        ("paragraph", "this"),
        ("alt", "A cat"),
        ("caption", "Our cat"),
    ]
    levels = [block.level for block in markdown.read(text).blocks if block.kind == "heading"]
    assert levels == [1, 2]


def test_an_alt_text_is_a_hole_in_its_paragraph():
    text = "before ![an *odd* cat](x.png), after"
    reading = markdown.read(text)
    host, alt = reading.blocks
    assert said(text) == [("paragraph", "before, after"), ("alt", "an odd cat")]
    assert host.holes == (alt.span,)


def test_a_row_may_have_fewer_or_more_cells_than_the_header():
    text = "| a | b |\n|---|---|\n| c |\n| d | e | f |\n"
    assert [words for _, words in said(text)] == ["a", "b", "c", "d", "e"]
    assert left_out(text) == [("cell beyond the header", "f")]


def test_lines_of_exotic_spaces_shift_no_place():
    (block,) = markdown.read("\u00a0\n\u2003\nword\n").blocks
    assert block.span == (4, 8)


def test_a_paragraph_that_is_an_image_is_its_alt_text_alone():
    assert said("[![build passing](b.svg)](http://ci)\n") == [("alt", "build passing")]


def test_what_is_left_out_has_its_reason():
    text = (
        "+++\ntitle = 'T'\n+++\n\nSee [a](http://x 't') and `c`. <!-- tenor: off --> <b id=q>w</b>"
        " [q](u) <code>[c](d)</code>\n\n> ```\n> code\n> ```\n\n"
        "[r]: /u\n[//]: # (tenor: on)\n\n<script>\nx\n</script>\n\n"
        "::: tip\n\n$$\ny\n$$\n"
    )
    assert left_out(text) == [
        ("front matter", "+++\ntitle = 'T'\n+++"),
        ("URL", "http://x 't'"),
        ("code", "`c`"),
        ("comment", "<!-- tenor: off -->"),
        ("attribute", "id=q"),
        ("URL", "u"),
        ("code", "<code>[c](d)</code>"),
        ("code", "> ```\n> code\n> ```"),
        ("link definition", "[r]: /u"),
        ("comment", "[//]: # (tenor: on)"),
        ("script", "<script>\nx\n</script>"),
        ("directive", "::: tip"),
        ("math", "$$\ny\n$$"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 'A: **b**'\n---\n# C", "A: **b**"),
        ("## B\n\n# The *real* one\n\n# Not", "The real one"),
        ("<h1 align=center>Tenor</h1>\n\ntext", "Tenor"),
        ("just text", None),
        ("---\n\ntitle: no front matter\n\n---\n", None),
    ],
)
def test_the_title_is_the_front_matters_or_the_first_heading(text, title):
    assert markdown.read(text).title == title


def test_an_element_in_a_sentence_that_is_never_closed_takes_nothing():
    assert sole("The <nav> element and *its* <svg> too.") == "The element and its too."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<details>\n<pre>\ncode\n\ncode\n</pre></details>\n", ["code"]),
        ("<nav>\n<a>no</a>\n\nkept\n</nav>\n", ["kept"]),
        ("<nav>\n<p>kept\n\n", ["kept"]),
        ("> <nav>\n> <p>no\n\nkept", ["kept"]),
        ("<pre>\nkept\n\n*kept*\n", ["kept *kept*"]),
    ],
)
def test_an_element_that_is_left_out_may_end_beyond_its_html_but_not_beyond_the_text(text, words):
    assert [shown for _, shown in said(text)] == words


def test_a_rule_at_the_top_begins_no_front_matter():
    assert said("---\n\nSome text.\n\n---\n") == [("paragraph", "Some text.")]


def test_what_is_nested_too_deeply_is_left_out_with_its_reason():
    lost = "".join("  " * n + "- a\n" for n in range(201, 209))
    text = "".join("  " * n + "- a\n" for n in range(201)) + lost
    assert left_out(text) == [("nested too deeply", "- a")] * 8
    assert said(text) == [("item", "a")] * 201


def test_a_quote_too_deep_to_be_followed_is_read_as_it_stands():
    ((kind, words),) = said(">" * 600 + " deep\n")
    assert kind == "quote"
    assert words.endswith(">> deep")


def test_two_hundred_quotes_and_lists_are_followed():
    quotes = "".join(">" * n + " a\n" for n in range(1, 201)) + ">" * 200 + "\n" + ">" * 200 + " b"
    lists = "".join("  " * n + f"- a{n}\n" for n in range(200))
    assert said(quotes)[-1] == ("quote", "b")
    assert said(lists)[-1] == ("item", "a199")


def test_a_caller_deep_in_the_stack_still_gets_a_reading():
    def dive(depth):
        return dive(depth - 1) if depth else markdown.read(">" * 300 + " deep\n")

    reading = dive(600)
    assert reading.plain.endswith("> deep ")


HARD = {
    "20,000 unclosed tags": "<a " * 20_000,
    "20,000 unclosed block tags": "<div " * 20_000,
    "20,000 open brackets": "[" * 20_000,
    "20,000 open images": "![" * 20_000,
    "20,000 open links": "[a](" * 20_000,
    "20,000 open footnotes": "[^" * 20_000,
    "20,000 open formulas": "$$a\n" * 20_000,
    "50,000 stars": "*" * 50_000 + "a" + "*" * 50_000,
    "50,000 dollars": "$a $" * 50_000,
    "an open formula": "$" + "_a" * 100_000,
    "an admonition of spaces": "!!! a" + " " * 100_000 + "!\n    b",
    "50,000 braces": "{:" * 50_000,
    "a word of a megabyte": "x" * 1_000_000,
    "200,000 blank lines": "\n" * 200_000,
    "300,000 short sentences": "x. " * 300_000,
    "a megabyte of spaces": "a" + " " * 1_000_000 + "b",
    "100,000 pipes": "|" * 50_000 + "\n" + "|-" * 50_000,
    "quotes in quotes": (">" * 200 + " a\n") * 200,
    "20,000 lines in 200 quotes": ">" * 200 + " a\n" + "b\n" * 20_000,
    "20,000 lists in lists": "- " * 20_000 + "a",
    "30,000 code spans": "`a` ." * 30_000,
    "30,000 inline elements": "<code>" * 30_000,
}


@pytest.mark.parametrize("name", HARD)
def test_hostile_text_takes_seconds(name):
    text = HARD[name]
    start = time.process_time()
    reading = markdown.read(text)
    assert time.process_time() - start < 60  # no timing, a guard against hanging
    assert len(reading.plain) == len(text)


# Laws

WORDS = st.sampled_from(["alpha", "béta", "gamma's", "日本", "👩‍👩‍👧", "x", "e\u0301t", "1.5"])
EDGES = st.sampled_from([" ", " ", " ", ", ", "", "\n", "\t", "&amp;", "\\*", " \\\n", "  \n"])
PLAIN = st.lists(st.tuples(WORDS, EDGES).map("".join), min_size=1, max_size=4).map("".join)
INLINE = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        inner.map("**{}**".format),
        inner.map("_{}_".format),
        inner.map("~~{}~~".format),
        inner.map('[{}](http://x.example "t")'.format),
        inner.map("![{}](<u v>)".format),
        inner.map("<b id='q'>{}</b>".format),
        inner.map("a `code {}` b".format),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=6,
)
PARAGRAPH = INLINE.map(lambda text: text.strip() + "\n")
CELL = INLINE.map(lambda text: text.replace("\n", " ").replace("|", "\\|"))


def indent(head, rest):
    return lambda text: head + text.replace("\n", "\n" + rest).rstrip(" ") + "\n"


BLOCKS = st.recursive(
    st.one_of(
        PARAGRAPH,
        CELL.map("## {}\n".format),
        PARAGRAPH.map("{}---\n".format),
        st.tuples(CELL, CELL).map(lambda cells: "|a|{}|\n|-|-|\n|{}|b|\n".format(*cells)),
        PARAGRAPH.map("```\n{}```\n".format),
        PARAGRAPH.map("<div>\n{}</div>\n".format),
        PARAGRAPH.map("<!-- {} -->\n".format),
        st.just("[r]: http://x.example\n"),
    ),
    lambda inner: st.one_of(
        inner.map(indent("> ", "> ")),
        inner.map(indent("- ", "  ")),
        inner.map(indent("1.\t", "\t")),
        inner.map(indent("[^n]: ", "    ")),
        st.lists(inner, min_size=1, max_size=3).map("\n".join),
    ),
    max_leaves=6,
)
SCRAPS = st.text(st.sampled_from("ab*_`~[]()<>!&;#|\\-+=:>{}$^.'\"\n\r\t \u00a0\u00adé😀"))
TEXTS = st.tuples(st.one_of(BLOCKS, SCRAPS, st.text()), st.sampled_from(["\n", "\r\n", "\r"])).map(
    lambda pair: pair[0].replace("\n", pair[1])
)


@settings(deadline=None)
@given(TEXTS)
def test_places_are_places_of_the_text(text):
    reading = markdown.read(text)
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
    for block in markdown.read(text).blocks:
        mine = set(range(*block.span)) - {at for hole in block.holes for at in range(*hole)}
        assert not mine & taken
        taken |= mine


@settings(deadline=None)
@given(TEXTS)
def test_every_token_is_the_text_at_its_span(text):
    document = segment("a.md", text, markdown.read(text))
    for sentence in document.sentences:
        for token in sentence.tokens:
            assert text[token.span.start : token.span.end] == token.text


@settings(deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert markdown.read(text) == markdown.read(text)


def rendered(text):
    """Give what markdown-it makes visible, block by block, without code and link targets."""
    from markdown_it import MarkdownIt

    def words(tokens):
        for token in tokens:
            if token.type == "image":
                yield " " + "".join(words(token.children or [])) + " "
            elif token.type in {"text", "text_special"}:
                yield token.content
            elif token.type in {"code_inline", "softbreak", "hardbreak"}:
                yield " "

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [
        "".join(words(token.children or []))
        for token in parser.parse(text)
        if token.type == "inline"
    ]


@settings(deadline=None)
@given(BLOCKS.filter(lambda text: "[^" not in text and "<div" not in text))
def test_the_words_of_the_rendered_page_are_read_and_no_others(text):
    shown = fold("".join(rendered(text))).replace(NOTHING, "")
    assert "".join(read_words(text)) == "".join(shown.split())


@settings(deadline=None)
@given(SCRAPS.map(lambda text: text.translate(dict.fromkeys(map(ord, "$^{:!"), None))))
@example("\u00a0\ra")
def test_every_visible_word_of_a_broken_page_is_read_in_order(text):
    read = "".join(read_words(text))
    at = 0
    for block in rendered(text):
        for char in fold(block).replace(NOTHING, "").replace(" ", ""):
            at = read.find(char, at) + 1
            assert at, (block, read)


def read_words(text):
    return markdown.read(text).plain.replace(NOTHING, "").split()


@settings(deadline=None)
@given(TEXTS)
def test_what_is_read_stands_where_it_is_read(text):
    plain, folded = markdown.read(text).plain, fold(text)
    for at, char in enumerate(plain):
        assert char in {" ", NOTHING, folded[at]} or text[at] == "&"


def test_columns_hold_with_tabs_and_wide_marks():
    text = "-\t👩‍👩‍👧 e\u0301 日本 **fatal**\r\n\tbug\r\n"
    reading = markdown.read(text)
    document = segment("a.md", text, reading)
    (block,) = reading.blocks
    at = reading.plain.index("fatal")
    assert document.position(at) == Position(1, text.index("fatal") + 1)
    assert document.position(block.span.end - 3) == Position(2, 2)
