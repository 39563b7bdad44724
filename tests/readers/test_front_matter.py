"""Front matter: its forms, where it ends, and the title it states."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.readers import html, markdown
from tenor.readers.front_matter import front_matter

FORMS = {
    "yaml": "---\ntitle: A b\nx: 1\n---",
    "yaml, named": "---yaml\ntitle: A b\n---",
    "yaml, ended by dots": "---\ntitle: A b\n...",
    "toml": '+++\nx = 1\ntitle = "A b"\n+++',
    "toml, named": "---toml\ntitle = 'A b'\n---",
    "json in the fences of yaml": '---\n{\n  "x": {"title": "no"}, "title": "A b"\n}\n---',
    "json on a line": '---\n{"title": "A b"}\n---',
    "json, named": '---json\n{"Title": "A b"}\n---',
    "json in fences of its own": ';;;\n"title": "A b",\n"x": [1]\n;;;',
    "json by itself": '{\n  "title": "A b",\n  "x": "}"\n}',
    "json on a line by itself": '{"title": "A\\nb"} ',
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("reader", [markdown, html])
def test_each_form_is_left_out_and_states_the_title(form, line_end, head, reader):
    matter = FORMS[form].replace("\n", line_end)
    text = f"{head}{matter}{line_end}The text."
    reading = reader.read(text)
    assert [text[slice(*block.span)] for block in reading.blocks] == ["The text."]
    assert [(one.reason, text[slice(*one.span)].strip()) for one in reading.left_out] == [
        ("front matter", matter.strip())
    ]
    assert reading.title == "A b"
    assert len(reading.plain) == len(text)


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("title: A: b", "A: b"),
        ("title: A b # no", "A b"),
        ("title: A#b", "A#b"),
        ("title: 'it''s # here' # no", "it's # here"),
        (r'title: "a \"b\" \u00e9"', 'a "b" é'),
        (r'title: "a \e"', r"a \e"),
        (r'title: "\ud800"', "?"),
        ('"title" : x', "x"),
        ("Title: x", "x"),
        ("title: >-\n  A folded\n  title\nx: 1", "A folded title"),
        ("title: |\n  A literal\n  title", "A literal title"),
        ("title: |2+ # no\n  A\n\n  b", "A b"),
        ("title:\n  A plain\n  title # no\nx: 1", "A plain title"),
        ("title: A\n  b", "A b"),
        ("title: 'A\n  b'", "A b"),
        ("title: ''\nx: 1", None),
        ("title:\nx: 1", None),
        ("title: null", None),
        ("title: ~ # no", None),
        ("title: &a A b", "A b"),
        ("title: !!str 12", "12"),
        ("title: &a !!str >-\n  A\n  b", "A b"),
        ("name: !!str &n.1 'A b'\ntitle: *n.1", "A b"),
        ("x:\n  - &n A b # no\ntitle: *n", "A b"),
        ("title: *unknown", None),
        ("title:\n  en: no\n  de: nein", None),
        ("title: # no\n  - no", None),
        ("subtitle: no\nx:\n  title: no", None),
        ("{title: no json", None),
        ("{title: no json}", None),
        ("title: [a, b]", None),
        ("title: {a: b}", None),
        ("title:\n  [a,\n  b]", None),
    ],
)
def test_a_yaml_title_is_a_scalar_of_any_form(stated, title):
    assert front_matter(f"---\n{stated}\n---\n").title == title


def test_a_toml_title_may_have_several_lines():
    assert front_matter('+++\ntitle = """\nA\nb"""\n[x]\ntitle = "no"\n+++').title == "A b"


REAL = {
    "Jekyll": """---
# Feel free to add content and custom front matter to this file.

layout: post
title:  "Welcome to Jekyll!"
date:   2024-01-01 10:00:00 +0100
categories: [jekyll, update]
tags:
- one
- two: three
  four: five

excerpt: >
  Several lines of prose, which end here. And then

  there is a second paragraph.
redirect_from:
  - /a/
---""",
    "Hugo": """---
title: A b
weight: 10
"quoted key": yes
menu:
    main:
        parent: 'x'
resources:
- src: "images/*.jpg"
  title: "Picture: no"
aliases: [
  /x,
  /y
]
cascade: {
  a: b,
}
---""",
    "Docusaurus": """---
id: doc-markdown
sidebar_label: 'The label'
hide_table_of_contents: false
keywords:
  - docs
  # a comment
  - docusaurus
image: https://i.example.org/a.png
og:title: x
---""",
    "pandoc": """---
title: 'This is the title: it contains a colon'
author:
- Author One
- Author Two
header-includes:
- |
  ```{=latex}
  \\let\\oldsection\\section
  ```
abstract: |
  This is the abstract.

  It consists of two paragraphs.
...""",
    "Obsidian": """---
aliases: [A b, C]
Date Created: 2024-01-01
cssclasses:
Related to: "[[Another note]]"
Who's in (names): me
---""",
    "Astro": """---
layout: ../../layouts/Post.astro
pubDate: 2022-07-01
author: 'A'
image:
    url: 'https://example.org/a.webp'
    alt: 'A picture.'
tags: ["astro", "blogging"]
---""",
    "Pelican": """---
Title: My super title
Date: 2010-12-03 10:20
Summary: Short version for index and feeds.
---""",
    "anchors": """---
defaults: &d
  a: b
<<: *d
$schema: x
_build: !x
  render: never
---""",
    "a directive": """%YAML 1.2
---
title: A b
---""",
    "one key": """---
description: A sentence that ends.
---""",
    "one key of its own": """---
sidebar_label: The first steps
---""",
    "one short key": """---
chapter: one
---""",
    "a path": """---
redirect: /a/b
---""",
    "words": """---
chapter: the first of them
warning: the water is hot
---""",
}


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_as_it_is_written_for_generators_is_left_out_whole(name, line_end):
    matter = REAL[name].replace("\n", line_end)
    assert front_matter(f"{matter}{line_end}The text.").end == len(matter)


PROSE = [
    "A note: something long.\n\nMore text",
    "A note: something long.\nthat goes on",
    "A note: something long.\n",
    "Note: this page is old.\n",
    "Note: this page is old.\n\nAnother thing to know: it is long.",
    "As my friend once said to me: do it.\n",
    "Contents:\n\n- one\n- two\n",
    "# A heading\n\nText: more.",
    "# A heading\n",
    "- one: a\n- two: b\n",
    "* one: a",
    "[link]: https://example.org",
    "**Note:** x",
    "> said: x",
    "1. one: x",
    "title: A b\n\nA paragraph.",
    "title: A b\nA line of text.",
    "lead: x\n- one\n- two",
    "{name} writes: a letter\n",
    "{{ include.x }}\ntext\n{{ end }}",
    'I said: "go".\n\nAnd: he went away, sad',
    "Tip: try this\n\n  indented prose. I hate it.",
    "Alice: I hate you\nBob: I love you",
    "Warning: the server will burn",
    "Score: 3 goals and one I hate",
    "warning: x",
    "warning: the water is hot",
    "note: the gate is shut today\ntip: take the other way round",
    "lesson: never trust a map of the hills.\nmoral: it was drawn by someone else.",
    "moral: never trust a map",
]


@pytest.mark.parametrize("prose", PROSE)
def test_prose_between_two_rules_is_no_front_matter(prose):
    text = f"---\n{prose}\n---\n\nAnd more."
    assert front_matter(text) == (0, None)
    assert all(out.reason != "front matter" for out in markdown.read(text).left_out)


@pytest.mark.parametrize(
    ("fence", "prose"),
    [
        ("+++", "[link](x) is horrible prose\n\nSecond paragraph I hate."),
        ("+++", "# Heading\n\nI hate this."),
        ("+++", "# Heading"),
        ("+++", "x = y is an equation I love."),
        ("+++", "[note]\nI hate this."),
        ("---toml", "x = y is an equation I love."),
        (";;;", '"I hate it," she said.'),
        (";;;", '"I hate it": she said.'),
        ("---json", '"I hate it," she said.'),
        ("---json", "{name} is horrible"),
    ],
)
@pytest.mark.parametrize("reader", [markdown, html])
def test_what_does_not_parse_as_the_form_of_its_fence_is_prose(fence, prose, reader):
    text = f"{fence}\n{prose}\n{fence[:3]}\nEnd."
    assert front_matter(text) == (0, None)
    assert all(out.reason != "front matter" for out in reader.read(text).left_out)


@pytest.mark.parametrize(
    "matter",
    [
        "Title: My super title about me",
        "Authors: Alice and Bob",
        "Published: 2010-12-03 10:20",
        "Topics: [a, b]",
        "Comments: no",
        '"Title": A b',
    ],
)
def test_a_capitalised_key_is_one_by_its_name_or_by_what_stands_there(matter):
    assert front_matter(f"---\n{matter}\n---\n").end == len(matter) + 8


@pytest.mark.parametrize(
    "text",
    [
        "---\n\ntitle: a\n---\n",
        "---\nJust text.\n---\n",
        "---\ntitle: a\n",
        "---\n{.lead}\ntext\n---\n",
        "{{ include }}\n\ntext",
        "{% raw %}\ntext",
        '{"a": 1} and text',
        '{"a": ',
        '{"a":' * 100_000,
        "+++ title",
        "",
    ],
)
def test_what_only_begins_like_front_matter_is_none(text):
    assert front_matter(text) == (0, None)


@pytest.mark.parametrize(
    "matter",
    [
        '---\n{"a":' + "[" * 100_000 + "}\n---\n",
        "---\ntitle: '" + "''" * 100_000 + "\n---\n",
        "---\ntitle: >" + " " * 100_000 + "x\n---\n",
        "---\na: b\n" + " --- x\n" * 100_000 + "---\n",
        "---\na:\n" + "- x\n\n" * 100_000 + "---\n",
        "---\n" + "a: b\n" * 100_000 + "---\n",
        "%A\n" * 100_000 + "---\na: b\n---\n",
        "---\n" + "a: - &b " * 100_000 + "\ntitle: *c\n---\n",
    ],
)
def test_hostile_front_matter_takes_seconds(matter):
    start = time.process_time()
    assert front_matter(matter).end == len(matter.rstrip())
    assert time.process_time() - start < 60  # no timing, a guard against hanging


@pytest.mark.parametrize(
    "prose",
    [
        "+++\n" + "a." * 100_000 + "a=1\n+++\n",
        "+++\na=" + "[" * 10_000 + "\n+++\n",
        ";;;\n" + '"a":[' * 100_000 + "\n;;;\n",
    ],
)
def test_what_no_program_would_read_is_no_front_matter_in_seconds(prose):
    start = time.process_time()
    assert front_matter(prose) == (0, None)
    assert time.process_time() - start < 60  # no timing, a guard against hanging


PIECES = st.sampled_from(
    ["---", "+++", ";;;", "title", ":", "=", "{", "}", '"', "'", ">", "|", "[", "#", "\\", "a", " "]
)
MATTER = st.lists(st.one_of(PIECES, st.just("\n")), max_size=30).map("".join)


@given(st.sampled_from(["---\n", "+++\n", ";;;\n", "{", "---json\n", ""]), MATTER)
def test_any_text_at_all_has_front_matter_or_none(head, rest):
    text = head + rest
    end, title = front_matter(text)
    assert 0 <= end <= len(text)
    assert title is None or (title and title == " ".join(title.split()) and end)
