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
        ("title:\n  en: no\n  de: nein", None),
        ("title: # no\n  - no", None),
        ("subtitle: no\nx:\n  title: no", None),
        ("{title: no json", None),
    ],
)
def test_a_yaml_title_is_a_scalar_of_any_form(stated, title):
    assert front_matter(f"---\n{stated}\n---\n").title == title


def test_a_toml_title_may_have_several_lines():
    assert front_matter('+++\ntitle = """\nA\nb"""\n[x]\ntitle = "no"\n+++').title == "A b"


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
        "+++\n" + "a." * 100_000 + "a=1\n+++\n",
        "+++\na=" + "[" * 10_000 + "\n+++\n",
        '---\n{"a":' + "[" * 100_000 + "\n---\n",
        "---\ntitle: '" + "''" * 100_000 + "\n---\n",
        "---\ntitle: >" + " " * 100_000 + "x\n---\n",
        "---\na: b\n" + "--- x\n" * 100_000 + "---\n",
    ],
)
def test_hostile_front_matter_takes_seconds(matter):
    start = time.process_time()
    assert front_matter(matter).end == len(matter.rstrip())
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
