"""The readers of other markups: what is read of each, as what, and what is left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor import check, readers
from tenor.errors import InputError
from tenor.segment import segment

RST = """=====
Title
=====

:Author: Nobody

.. _target: http://a.example/x

Prose with *stress*, ``code``, a :ref:`link <there>`, a `page <http://b.example>`_
and :func:`name`; see [1]_ and |version|.

Under
-----

.. a comment
   over two lines

.. note:: Take care of the *words*.

.. code-block:: python
   :linenos:

   code = 1

.. image:: a.png
   :alt: A cat on a mat

An example::

    literal

- one item
  goes on
2. another

term
    Its definition.

-a, --all   Show it all.

+------+-------------+
| A    | B cell goes |
|      | on and on.  |
+------+-------------+

====  =====
head  other
====  =====
left  This goes on too.
====  =====

====  =====
size  count
====  =====
3.14  42
====  =====

.. [1] The note itself.

>>> doctest()
"""
ADOC = """= Title
An Author <a@b.example>
:toc:

== Under

Prose with *stress*, `code`, https://a.example[a link] and <<there,text>>.footnote:[The note.]
// a comment

[source,python]
----
code = 1
----

.Caption
NOTE: Take care.

* one item
goes on
. another
term:: Its definition.

[cols="1,1"]
|===
|left |right
|===

image::a.png[A cat]

____
A quote.
____

 literal
"""
ORG = """#+TITLE: Title
#+OPTIONS: toc:nil

* TODO [#A] Heading :tag:
:PROPERTIES:
:ID: x
:END:
SCHEDULED: <2020-01-01 Wed>
Prose with *stress*, =code=, [[http://a.example][a link]] and a note.[fn:1]
# a comment
- [ ] one item
  goes on
- term :: Its definition.

#+begin_src python
code = 1
#+end_src

#+begin_quote
A quote.
#+end_quote

| left | right |
|------+-------|

[fn:1] The note itself.
"""
MDX = """---
title: Title
---
import A from 'a'

export const b = {
  c: 1,
}

# Heading

<A b={c > 1 ? "x" : 'y'}>
    Prose with *stress*, `{code}` and {b.c}.
</A>

{/* a comment */}

```js
import code
```
"""
EMAIL = """From: A <a@a.example>
Subject: =?utf-8?q?Caf=C3=A9?= at
 noon
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

It=E2=80=99s a long line that goes=
 on. I agree.

On Monday, B <b@b.example>
wrote:
> What do you think?

--=20
A
--x
Content-Type: text/html

<p>Not read.</p>
--x--
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
<i>It goes on</i>

2
00:00:02,000 --> 00:00:03,000
in the next.

3
00:00:04,000 --> 00:00:05,000
- Yes.
- No.
"""
CASES = {
    "a.rst": (
        RST,
        """heading Title|paragraph Prose with stress, ``code``, a link, a page and name; see and.
        |heading Under|paragraph Take care of the words.|alt A cat on a mat|paragraph An example:
        |item one item goes on|item another|item term|paragraph Its definition.|item Show it all.
        |cell A|cell B cell goes on and on.|cell head|cell other|cell left|cell This goes on too.
        |paragraph The note itself.""",
    ),
    "a.adoc": (
        ADOC,
        """heading Title|heading Under|paragraph Prose with stress, code, a link and text.
        |paragraph The note.|caption Caption|paragraph Take care.|item one item goes on
        |item another|item term|item Its definition.|cell left|cell right|alt A cat
        |quote A quote.""",
    ),
    "a.org": (
        ORG,
        """heading Heading|paragraph Prose with stress, code, a link and a note.
        |item one item goes on|item term|item Its definition.|paragraph A quote.|cell left
        |cell right|paragraph The note itself.""",
    ),
    "a.mdx": (MDX, "heading Heading|paragraph Prose with stress, `{code}` and ."),
    "a.eml": (EMAIL, "paragraph It's a long line that goes on.|paragraph I agree."),
    "a.srt": (SRT, "paragraph It goes on in the next.|paragraph Yes.|paragraph No."),
}
REASONS = {
    "a.rst": {"front matter", "link definition", "comment", "code", "directive", "URL", "table"},
    "a.adoc": {"front matter", "comment", "code", "directive", "URL", "link label"},
    "a.org": {"front matter", "comment", "code", "directive", "URL"},
    "a.mdx": {"front matter", "comment", "code", "script", "attribute"},
    "a.eml": {"mail header", "quoted reply", "signature", "attachment"},
    "a.srt": {"directive"},
}


def sentences(name, text):
    """Give each sentence as a reader sees it, with the kind of its block."""
    document = segment(name, text, readers.read(text, name))
    return [
        f"{document.blocks[sentence.block].kind} {' '.join(document.shown(sentence.span).split())}"
        for sentence in document.sentences
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_prose_is_read_and_the_rest_left_out_with_its_reason(name, ends):
    text, expected = CASES[name]
    text = text.replace("\n", ends)
    wanted = [" ".join(part.split()) for part in expected.split("|")]
    got = [part.replace("``code``", "code") for part in sentences(name, text)]
    assert got == [part.replace("``code``", "code") for part in wanted]
    reasons = {out.reason for out in readers.read(text, name).left_out}
    assert reasons >= REASONS[name]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a.rst", "Title"),
        ("a.adoc", "Title"),
        ("a.org", "Title"),
        ("a.mdx", "Title"),
        ("a.eml", "Café at noon"),
        ("a.srt", None),
    ],
)
def test_the_title_is_the_one_the_text_states(name, title):
    assert readers.read(CASES[name][0], name).title == title


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.rst", ".. tenor: ignore shouting -- why\n\n"),
        ("a.adoc", "// tenor: ignore shouting -- why\n"),
        ("a.org", "# tenor: ignore shouting -- why\n"),
        ("a.mdx", "{/* tenor: ignore shouting -- why */}\n\n"),
        ("a.vtt", "NOTE tenor: off shouting -- why\n\n"),
    ],
)
def test_a_comment_of_the_markup_itself_silences_a_check(name, comment):
    shouted = "WHY WOULD YOU DO THAT NOW"
    assert names_of(name, f"Some words.\n\n{shouted}!\n") == ["shouting"]
    assert names_of(name, f"Some words.\n\n{comment}{shouted}!\n") == []


def names_of(name, text):
    """Give the names of the checks that find something."""
    document = segment(name, text, readers.read(text, name))
    return [finding.check for finding in check(document, select=["shouting"])]


def test_a_mail_in_base64_says_that_it_cannot_be_read():
    text = "Subject: a\nContent-Transfer-Encoding: base64\n\nSGVsbG8u\n"
    with pytest.raises(InputError, match="base64"):
        readers.read(text, "a.eml")


def test_a_mail_whose_plain_part_is_empty_is_read_as_html():
    head = 'Subject: a\nContent-Type: multipart/alternative; boundary="x"\n\n'
    parts = ["Content-Type: text/plain\n\n\n", "Content-Type: text/html\n\n<p>Here I am.</p>\n"]
    text = head + "".join(f"--x\n{part}" for part in parts) + "--x--\n"
    assert sentences("a.eml", text) == ["paragraph Here I am."]


def test_a_mail_in_html_is_read_as_html():
    text = "Subject: a\nContent-Type: text/html\n\n<p>Caf&eacute; <b>now</b>.</p>\n"
    assert sentences("a.eml", text) == ["paragraph Café now."]


def test_every_kind_has_a_reader_and_every_reader_a_kind():
    assert tuple(readers.ENDINGS) == readers.KINDS
    for kind in readers.KINDS:
        assert readers.read("A text.", "", kind).blocks


PIECES = {name: text.splitlines(keepends=True) for name, (text, _) in CASES.items()}
MARKS = [*"*_`[]{}<>|:=~\\-+#$/.\n ", "``", "::", "\n\n", "    ", "a", "b. "]


@given(st.data(), st.sampled_from(sorted(CASES)))
def test_any_text_is_read_at_its_own_length(data, name):
    pieces = st.lists(st.sampled_from(PIECES[name] + MARKS) | st.text(max_size=5), max_size=30)
    text = "".join(data.draw(pieces))
    try:
        reading = readers.read(text, name)
    except InputError:
        return
    assert len(reading.plain) == len(text)
    for span in (*(block.span for block in reading.blocks), *(o.span for o in reading.left_out)):
        assert 0 <= span.start < span.end <= len(text)
    for sentence in segment(name, text, reading).sentences:
        for token in sentence.tokens:
            assert text[slice(*token.span)] == token.text


HARD = [
    "`",
    "``",
    "*a ",
    "[a",
    "[[a",
    "<<a,",
    ":a:`",
    ":a: b\n",
    "{",
    "<a ",
    "|a",
    "- a\n",
    "a::\n",
]
HARD += ["+-+\n", "== ==\n\n", "|===\n", "----\n", "> a\n", "On a\n\n", "=\n", "--a\n", ".. a\n"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_text_takes_more_than_linear_time(name):
    for piece in HARD:
        start = time.process_time()
        readers.read(piece * (20_000 // len(piece)), name)
        assert time.process_time() - start < 5, piece
