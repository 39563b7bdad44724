"""A project's own words: checked once, and found wherever a text has the same characters."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tenor import analyze
from tenor.errors import TenorError
from tenor.formats.note import note
from tenor.readers import plain
from tenor.segment import segment, tokenize
from tenor.tone import own_words, score

SCRAPS = """kill -9 c++ C# don't don’t o’clock #fail 👍🏽 👩‍👩‍👧 :-( 8-) AT&T U.S. p.m. 3.5% $5
café cafe\u0301 .net “quoted” (a) — … @ana http://x.yz/a like not no but if very NEVER
co\u00adop e-mail 北京 ﬁ İ ß kind used to is gone isn't it ? ! _x_ *y* 1/2 ... & ’tis"""
TOKENS = st.one_of(
    st.sampled_from(SCRAPS.split()),
    st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6),
)


def own(text, key):
    """Give the stretches of a text that hold a project's word."""
    document = segment("text", text, plain.read(text))
    lines = [line for value in score(document, {key: 3.0}) if value for line in value.evidence]
    return [document.slice(line.span) for line in lines if "set by the project" in note(line)]


@given(st.lists(TOKENS, min_size=1, max_size=4).map(" ".join))
def test_a_word_or_phrase_of_any_tokens_is_found_in_a_text_that_has_it(key):
    text = f"Table {key} table"
    try:
        own_words({key: 3.0})
    except TenorError:
        assume(False)  # noqa: FBT003
    assume(len(segment("", text, plain.read(text)).sentences) == 1)
    assert tokenize(text) == ["Table", *tokenize(key), "table"]
    (found,) = own(text, key)
    assert tokenize(found) == tokenize(key)


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("c++", "We write C++ here.", "C++"),
        ("cafe\u0301", "The café here.", "café"),
        ("café", "The cafe\u0301 here.", "cafe\u0301"),
        ("C#", "We write c# here.", "c#"),
        ("kill -9", "Then kill -9 the process.", "kill -9"),
        ("don't panic", "Please don’t panic now.", "don’t panic"),
        ("don’t panic", "Please don't panic now.", "don't panic"),
        ("#fail", "What a #fail that was.", "#fail"),
        ("👍🏽", "It is 👍 here.", "👍"),
        ("👍", "It is 👍🏿 here.", "👍🏿"),
        ("AT&T", "We phoned AT&T twice.", "AT&T"),
        ("“smart” people", 'The "smart" people left.', '"smart" people'),
        ("co\u00adoperate", "They cooperate here.", "cooperate"),
        ("  kill   the\tprocess ", "We kill the\nprocess.", "kill the\nprocess"),
        ("like", "It is like that.", "like"),
        ("nothing beats", "Nothing beats it.", "Nothing beats"),
    ],
)
def test_words_are_found_in_any_case_and_typography(key, text, found):
    assert own(text, key) == [found]


def test_a_phrase_is_not_found_in_part():
    assert own("We write C and more.", "c++") == []


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        ([("a", 1)], TypeError, "words must be a table of word = valence, not list"),
        (0, TypeError, "words must be a table of word = valence, not int"),
        ({1: 2}, TypeError, "words: 1 must be a str, not int"),
        ({b"a": 2}, TypeError, "words: b'a' must be a str, not bytes"),
        ({"": 1}, ValueError, "words: '' holds no word or mark"),
        ({" \n": 1}, ValueError, r"words: ' \n' holds no word or mark"),
        ({"\u200b\u00ad": 1}, ValueError, r"words: '\u200b\xad' holds no word or mark"),
        ({"\U0001f3fd": 1}, ValueError, "words: '\U0001f3fd' holds no word or mark"),
        ({"a": True}, TypeError, "words.a must be a number from -4 to 4, not bool"),
        ({"a": "1"}, TypeError, "words.a must be a number from -4 to 4, not str"),
        ({"a": None}, TypeError, "words.a must be a number from -4 to 4, not NoneType"),
        ({"a": float("nan")}, ValueError, "words.a must be a number from -4 to 4"),
        ({"a": 1e300}, ValueError, "words.a must be a number from -4 to 4"),
        ({"a": 10**5000}, ValueError, "words.a must be a number from -4 to 4"),
        ({"a\nb": -4.1}, ValueError, r"words.'a\nb' must be a number from -4 to 4"),
    ],
    ids=range(15),
)
def test_words_that_make_no_sense_are_one_line_that_names_them(words, kind, message):
    with pytest.raises(TenorError) as caught:
        analyze("good", words=words)
    assert isinstance(caught.value, kind)
    assert str(caught.value) == message


def test_the_ends_of_the_range_are_in_it():
    assert own_words({"a": -4, "b": 4.0}) == {"a": -4.0, "b": 4.0}
