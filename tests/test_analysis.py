"""The public interface: what it promises of any text, and of the sample essay."""

import copy
import dataclasses
import functools
import math
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tenor
from tenor.analysis import MEASURES
from tenor.measure import Value

PIECES = st.sampled_from(
    [
        "good",
        "terrible",
        "not",
        "very",
        "networking",
        "the plan",
        "U.S.",
        "Dr. No",
        "don’t",
        "“",
        "”",
        ".",
        "!",
        "?",
        "...",
        ",",
        "\n\n",
        "\n",
        "\u00a0",
        "- ",
        "1. ",
        ":)",
        "😀",
        "é",
        "北京",
        "http://x.y/z",
        "@me",
        "#tag",
        "\u200b",
        "\u00ad",
        "\x1b[31m",
        "e\u0301",
        "GREAT",
        "but",
        "Smith",
    ]
)
ANSWERS = [
    name
    for name, one in vars(tenor.Analysis).items()
    if isinstance(one, property | functools.cached_property) and name[0] != "_"
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map(" ".join))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_values_in_their_range_that_their_evidence_adds_up_to(text):
    analysis = tenor.analyze(text)
    document = analysis.document
    assert document.text == text
    last = 0
    for sentence in document.sentences:
        assert last <= sentence.span.start < sentence.span.end <= len(text)
        last = sentence.span.end
        for token in sentence.tokens:
            assert text[slice(*token.span)] == token.text
    assert (analysis.valence is None) == all(s.valence is None for s in analysis.sentences)
    for value in [analysis.valence, *(s.valence for s in analysis.sentences)]:
        check(value, -1, 1)
    for measure in MEASURES:
        check(analysis.values[measure.name], measure.low, measure.high)
    for theme in analysis.themes:
        assert 0 <= theme.weight <= 1
        assert all(text[slice(*span)] for span in theme.mentions)


def check(value, low, high):
    if value is None:
        return
    assert isinstance(value, Value)
    assert math.isfinite(value.value)
    assert low is None or value.value >= low - 1e-9
    assert high is None or value.value <= high + 1e-9
    if len(value.evidence):
        total = math.fsum(trace.weight for trace in value.evidence)
        assert total == pytest.approx(value.value, abs=1e-9)


def test_the_seed_is_737_words_in_45_sentences_of_grade_8(analysis):
    document = analysis.document
    assert (document.words, len(document.sentences)) == (737, 45)
    assert analysis.values["flesch-kincaid-grade"].value == pytest.approx(8.1, abs=0.05)
    assert analysis.values["flesch-reading-ease"].value == pytest.approx(66.2, abs=0.05)


def test_a_string_is_read_as_plain_text_with_the_same_rules(analysis, seed_text):
    again = tenor.analyze(seed_text)
    assert again.document.left_out == analysis.document.left_out
    assert again.valence == analysis.valence
    assert again.themes == analysis.themes


def test_a_word_alone_has_a_valence_and_no_word_has_none():
    assert tenor.analyze("Wonderful!").valence.value > tenor.NEUTRAL_BAND
    assert tenor.analyze("Table.").valence.value == 0
    assert tenor.analyze("... !").valence is None
    assert tenor.analyze("").valence is None


def test_short_texts_have_no_grade_no_interval_and_no_turning_point():
    analysis = tenor.analyze("It was a good day. Then it rained.")
    assert analysis.values["flesch-kincaid-grade"] is None
    assert analysis.interval is None
    assert analysis.turning_point is None
    assert analysis.arc(40) is None


def test_keyphrases_are_ranked_and_many(analysis):
    weights = [phrase.weight for phrase in analysis.keyphrases]
    assert len(weights) >= 15
    assert weights == sorted(weights, reverse=True)
    assert all(isinstance(phrase.phrase, str) for phrase in analysis.keyphrases)


def test_words_can_be_given_a_valence_of_their_own():
    text = "We kill the process after a fatal error."
    assert tenor.analyze(text).valence.value < 0
    changed = tenor.analyze(text, words={"kill the process": 0, "fatal": 0, "error": 0})
    assert changed.valence.value == 0
    assert tenor.analyze("A table.", words={"table": 3}).valence.value > 0


COPIES = {"pickle": lambda one: pickle.loads(pickle.dumps(one)), "deepcopy": copy.deepcopy}  # noqa: S301


@pytest.mark.parametrize("way", COPIES)
def test_an_analysis_can_be_sent_to_another_process(way, seed_text):
    once = tenor.analyze(seed_text, words={"magic": 2}, engine="tenor")
    before = len(pickle.dumps(once))
    values, themes = once.values, once.themes
    again = COPIES[way](once)
    assert again == once
    assert (again.values, again.themes) == (values, themes)
    assert again.sentences == once.sentences
    assert len(pickle.dumps(once)) == before  # what was computed stays behind
    assert set(vars(COPIES[way](once))) == {"document", "words", "engine"}


@pytest.mark.parametrize("way", COPIES)
def test_a_document_goes_without_what_was_counted_in_it(way, analysis):
    document = analysis.document
    assert (document.words, document.position(0)) == (737, (1, 1))
    again = COPIES[way](document)
    assert again == document
    assert again.plain == document.plain
    assert set(vars(again)) == {field.name for field in dataclasses.fields(document)}


@pytest.mark.parametrize("way", COPIES)
def test_whatever_an_analysis_gives_can_be_sent_to_another_process(way, analysis):
    assert len(ANSWERS) >= 17
    for name in {*ANSWERS} - {"values"}:
        given = getattr(analysis, name)
        assert COPIES[way](given) == given
    for value in analysis.values.values():
        assert COPIES[way](value) == value
    found = tenor.check(analysis.document, preset="docs")
    assert found
    assert COPIES[way](found) == found


def test_an_analysis_cannot_be_changed():
    words = {"table": 1.0}
    once = tenor.analyze("A table.", words=words)
    words["table"] = -1.0
    assert once.valence.value > 0
    with pytest.raises(TypeError):
        once.words["table"] = 2.0


@pytest.mark.parametrize("text", [None, b"good", float("nan"), 3, ["good"], Path("a.txt")])
def test_what_is_no_text_is_an_error_at_once(text):
    for call in (tenor.analyze, tenor.check):
        with pytest.raises(tenor.TenorError, match=r"^a text must be a str") as caught:
            call(text)
        assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize(
    ("engine", "kind", "message"),
    [
        (None, TypeError, "engine must be a str, not NoneType"),
        ([], TypeError, "engine must be a str, not list"),
        ("vadr", ValueError, "unknown engine 'vadr': one of tenor, vader"),
    ],
)
def test_an_engine_that_is_none_is_an_error_at_once(engine, kind, message):
    with pytest.raises(tenor.TenorError) as caught:
        tenor.analyze("good", engine=engine)
    assert isinstance(caught.value, kind)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("args", "kind", "message"),
    [
        ((None,), TypeError, "a path must be a str or a Path, not NoneType"),
        ((b"a.txt",), TypeError, "a path must be a str or a Path, not bytes"),
        ((3,), TypeError, "a path must be a str or a Path, not int"),
        ((__file__, 3), TypeError, "an encoding must be a str, not int"),
        ((__file__, "utf\0"), tenor.TenorError, "unknown encoding 'utf\\x00'"),
        (("a\0b",), tenor.TenorError, "embedded null byte"),
        (("none.txt",), tenor.TenorError, "none.txt: No such file or directory"),
    ],
)
def test_what_is_no_file_is_a_one_line_error(args, kind, message):
    with pytest.raises(tenor.TenorError) as caught:
        tenor.read(*args)
    assert isinstance(caught.value, kind)
    assert str(caught.value).endswith(message)


@pytest.mark.parametrize(
    "wrong",
    [
        {"preset": 3},
        {"preset": []},
        {"select": "shouting"},
        {"select": [["shouting"]]},
        {"options": 0},
        {"options": [1]},
        {"options": {1: {}}},
        {"options": {"shouting": 3}},
        {"options": {"shouting": {1: 2}}},
        {"options": {"shouting": {"max-exclamations": None}}},
    ],
    ids=str,
)
def test_a_check_that_is_asked_for_wrongly_is_a_one_line_error(wrong):
    with pytest.raises(tenor.TenorError) as caught:
        tenor.check("Stop that!!", **wrong)
    assert "\n" not in str(caught.value)


def test_importing_the_package_loads_nothing_else():
    code = "import sys, tenor; print([m for m in sys.modules if m.startswith(('tenor.', 'nltk'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there_and_no_other():
    for name in tenor.__all__:
        assert getattr(tenor, name) is not None
    assert set(dir(tenor)) == set(tenor.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tenor.nothing  # noqa: B018


def test_a_user_s_own_nltk_data_changes_nothing(tmp_path, seed):
    (tmp_path / "tokenizers" / "punkt_tab" / "english").mkdir(parents=True)
    (tmp_path / "sentiment").mkdir()
    (tmp_path / "sentiment" / "vader_lexicon.zip").write_bytes(b"junk")
    code = "import sys, tenor; print(tenor.analyze(tenor.read(sys.argv[1])).to_dict(every=True))"
    outs = {
        subprocess.run(
            [sys.executable, "-c", code, seed],
            capture_output=True,
            text=True,
            check=True,
            env={"NLTK_DATA": str(tmp_path), "PYTHONHASHSEED": seed_},
        ).stdout
        for seed_ in ("1", "2")
    }
    assert len(outs) == 1
