"""The text under check: where phrases are found, what is quoted, how a stretch is shown."""

import pytest

from tenor.document import Span
from tenor.findings.subject import parsed, phrases


def places(given, *entries, allow=()):
    return [given.document.slice(hit.span) for hit in given.find(parsed(entries), allow)]


def test_a_phrase_is_found_in_any_case_and_the_longest_first(subject):
    given = subject("Very Unique and very unique indeed, VERY well.")
    assert places(given, "very", "very unique", "VERY unique indeed") == [
        "Very Unique",
        "very unique indeed",
        "VERY",
    ]


def test_phrases_do_not_overlap(subject):
    assert places(subject("a b a b a"), "a b a", "b a") == ["a b a", "b a"]


def test_phrases_are_found_in_order_of_place_and_in_no_two_sentences(subject):
    given = subject("One fell. Two fell. One two.")
    assert places(given, "two", "one", "fell two") == ["One", "Two", "One", "two"]


def test_an_allowed_phrase_hides_what_it_meets_and_nothing_beside_it(subject):
    given = subject("kill the process, kill it, the kill")
    assert places(given, "kill", allow=["kill the process"]) == ["kill", "kill"]
    assert places(given, "kill", "it", allow=["kill it"]) == ["kill", "kill"]
    assert places(given, "kill", allow=["process"]) == ["kill"] * 3
    assert places(given, "kill", allow=["the"]) == ["kill"] * 3
    assert places(subject("salt&pepper"), "pepper", allow=["salt &"]) == ["pepper"]
    assert places(subject("salt&pepper"), "salt", allow=["& pepper"]) == ["salt"]


def test_a_users_words_are_divided_as_the_text_is(subject):
    given = subject("They don't do-it, at 5 p.m.")
    assert places(given, "don't do-it", "5 p.m.") == ["don't do-it", "5 p.m."]
    assert parsed(["", " "]) == {}
    assert phrases(["b a", "b", "b a c", "b a"]) == {"b": [("b", "a", "c"), ("b", "a"), ("b",)]}


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("`code`", False),
        ("<svg>x</svg>", False),
        ("<iframe src='x'></iframe>", False),
        ("<button>x</button>", False),
        ("<!-- x -->", True),
        ("<b></b>", True),
    ],
)
def test_what_is_seen_between_two_words_parts_them(subject, between, found):
    given = subject(f"<p>a big {between} red dog</p> and <code>x</code>", "a.html")
    if between == "`code`":
        given = subject(f"a big {between} red dog and `x`")
    assert places(given, "big red") == ([given.document.text[slice(*_whole(given))]] * found)


def _whole(given):
    text = given.document.text
    return text.index("big"), text.index("red") + 3


def test_a_formula_parts_words_and_one_behind_them_does_not(subject):
    assert places(subject("a big $x$ red dog"), "big red") == []
    assert places(subject("a big red $x$ dog"), "big red") == ["big red"]
    assert places(subject("a $x$ big red dog"), "big red") == ["big red"]
    assert places(subject("a big red`x` dog"), "big red") == ["big red"]


def test_the_sentence_at_a_place_is_the_one_that_holds_it(subject):
    given = subject("One. Two.\n\nThree.")
    found = [given.sentence_at(at) for at in range(len(given.document.text) + 1)]
    assert found == [0] * 4 + [None] + [1] * 4 + [None] * 2 + [2] * 6 + [None]


def test_a_sentence_within_another_is_found_at_its_own_place(subject):
    """A note, or a picture's text, stands within the sentence it belongs to."""
    given = subject("A dog ![with a bone](x.png) ran.")
    at = {form: given.document.text.index(form) for form in ("dog", "bone", "ran")}
    number = {form: given.sentence_at(place) for form, place in at.items()}
    assert number["bone"] != number["dog"] == number["ran"]
    assert [given.kind(number[form]) for form in ("bone", "ran")] == ["alt", "paragraph"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "big red" dogs', {"big", "red"}),
        ("He said “big” red “dogs”", {"big", "dogs"}),
        ('He said "big red', {"big", "red"}),
        ("> big red\n\ndogs said", {"big", "red"}),
        ('"big"\n\nred', {"big"}),
        ('A " in one\n\nbig red', set()),
        ("'big' red", set()),
    ],
)
def test_words_in_double_quotes_or_a_quoted_block_are_someone_elses(subject, text, quoted):
    given = subject(text)
    found = set()
    for word in ("big", "red", "dogs", "said"):
        at = text.find(word)
        if at >= 0 and given.is_quoted(Span(at, at + len(word))):
            found.add(word)
    assert found == quoted


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("The licensee pays. It rains.", True),
        ("No warranty is given. It rains.", True),
        ("No damages are due. It rains.", True),
        ("The sun shines. It rains.", False),
    ],
)
def test_a_legal_sentence_counts_for_no_measure_of_style(subject, text, legal):
    given = subject(text)
    assert given.is_legal(0) == legal
    assert not given.is_legal(len(text) - 2)
    assert not given.is_legal(len(text))
    assert given.counts.total.words == (2 if legal else 5)
    assert len(given.counts.sentences) == (1 if legal else 2)


def test_a_quotation_ends_at_its_last_mark(subject):
    given = subject('"big" red')
    assert [given.is_quoted(Span(at, at + 1)) for at in range(6)] == [True] * 4 + [False] * 2


def test_a_text_of_legal_sentences_alone_has_nothing_to_count(subject):
    given = subject("The licensee pays.")
    assert (given.counts.total.words, given.counts.sentences) == (0, ())


def test_a_stretch_is_shown_on_one_line_and_cut_between_words(subject):
    given = subject("one two\nthree  four")
    whole = Span(0, 19)
    assert given.quote(whole) == "one two three four"
    assert given.quote(whole, 18) == "one two three four"
    assert given.quote(whole, 17) == "one two three …"
    given = subject("a" * 30 + " " + "b" * 40)
    assert given.quote(Span(0, 71)) == "a" * 30 + " …"
    given = subject("a" * 30 + " " + "b" * 29)
    assert given.quote(Span(0, 60)) == "a" * 30 + " " + "b" * 29
