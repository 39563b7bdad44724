import math
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import style
from tenor.analysis import Analysis
from tenor.document import Span
from tenor.style.counting import Counts, SentenceCounts, Tally, add
from tenor.style.mattr import WINDOW

BY_NAME = {measure.name: measure for measure in style.MEASURES}
WITHHELD = ("flesch-kincaid-grade", "gunning-fog", "smog", "ari", "coleman-liau", "lix", "mattr")
#: 20 words, 30 syllables, 90 letters, 5 long words, 3 of three syllables, 2 of them hard.
TALLY = Tally(words=20, syllables=30, characters=90, long=5, polysyllables=3, hard=2)


def counted(tallies, types=None):
    sentences = tuple(SentenceCounts(Span(at, at + 1), tally) for at, tally in enumerate(tallies))
    total = add(tallies)
    return Counts(total, sentences, (), types or list(range(total.words)))


def value(name, counts):
    return BY_NAME[name].compute(SimpleNamespace(counts=counts))


def measured(document):
    analysis = Analysis(document)
    return {name: analysis.value(name) for name in BY_NAME}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("flesch-kincaid-grade", 0.39 * 20 + 11.8 * 1.5 - 15.59),
        ("flesch-reading-ease", 206.835 - 1.015 * 20 - 84.6 * 1.5),
        ("gunning-fog", 0.4 * (20 + 100 * 0.1)),
        ("smog", 3.1291 + 1.043 * math.sqrt(90)),
        ("ari", 4.71 * 4.5 + 0.5 * 20 - 21.43),
        ("coleman-liau", 0.0588 * 450 - 0.296 * 5 - 15.8),
        ("lix", 20 + 25),
        ("sentence-length", 20),
        ("reading-time", 600 / 238),
        ("mattr", 1),
    ],
)
def test_a_measure_follows_its_formula(name, known):
    assert value(name, counted([TALLY] * 30)).value == pytest.approx(known, abs=1e-9)


#: What the words of a formula stand for; the longest first.
MEANT = {
    "letters and digits per 100 words": "450",
    "sentences per 100 words": "5",
    "letters and digits/words": "4.5",
    "words of three syllables or more / sentences": "3 / 1",
    "words of more than six letters or digits/words": "5/20",
    "hard words/words": "2/20",
    "words/sentences": "20",
    "syllables/words": "1.5",
    "√": "math.sqrt",
    "×": "*",
    "−": "-",
}


@pytest.mark.parametrize(
    "name",
    [
        "flesch-kincaid-grade",
        "flesch-reading-ease",
        "gunning-fog",
        "smog",
        "ari",
        "coleman-liau",
        "lix",
    ],
)
def test_a_measure_says_the_formula_it_follows(name):
    formula = BY_NAME[name].formula.split(";")[0]
    for words, number in MEANT.items():
        formula = formula.replace(words, number)
    told = eval(formula, {"math": math})  # noqa: S307 - our own
    assert value(name, counted([TALLY] * 30)).value == pytest.approx(told, abs=1e-9)


@pytest.mark.parametrize("name", [*WITHHELD[:-1], "flesch-reading-ease"])
def test_what_cannot_be_sentences_has_no_grade(name):
    most = Tally(words=100, syllables=150, characters=450, long=25, polysyllables=15, hard=10)
    assert value(name, counted([most] * 30)) is not None
    assert value(name, counted([*[most] * 29, most._replace(words=101)])) is None


@pytest.mark.parametrize(
    ("text", "ease"),
    [
        ("The cat sat on the mat.", 116.1),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
    ],
)
def test_the_reading_ease_of_a_sentence_is_the_one_published(document, text, ease):
    assert round(measured(document(text))["flesch-reading-ease"].value, 1) == ease


@pytest.mark.parametrize("name", WITHHELD)
def test_no_grade_is_given_under_a_hundred_words(name):
    one_short = [Tally(3, 4, 12, 1, 1, 1)] * 33
    assert value(name, counted(one_short)) is None
    assert value(name, counted([*one_short, Tally(1, 1, 4)])) is not None


def test_smog_needs_thirty_sentences():
    assert value("smog", counted([TALLY] * 29)) is None
    assert value("smog", counted([TALLY] * 30)) is not None


def test_smog_is_defined_without_a_long_word():
    plain = [TALLY._replace(polysyllables=0)] * 30
    assert value("smog", counted(plain)).value == pytest.approx(3.1291)


@pytest.mark.parametrize("text", ["", "...", "🙂"])
def test_every_measure_is_undefined_without_a_word(document, text):
    assert set(measured(document(text)).values()) == {None}


def test_the_heaviest_sentence_is_the_long_one_with_the_long_words(document):
    plain = "The cat sat on the mat. " * 17
    heavy = "Institutional considerations notwithstanding, the administration deliberated."
    made = document(plain + heavy)
    grade = measured(made)["flesch-kincaid-grade"]
    worst = max(grade.evidence, key=lambda line: line.weight)
    assert made.slice(worst.span) == heavy
    assert worst.word == "6 words, 25 syllables"


def test_evidence_is_said_in_the_singular_and_can_be_sliced(document):
    evidence = measured(document("Stop. Cats sat."))["flesch-reading-ease"].evidence
    assert [line.word for line in evidence] == ["1 word, 1 syllable", "2 words, 2 syllables"]
    assert list(evidence[1:]) == [evidence[1]] == [evidence[-1]]


def test_reading_time_counts_headings_too(document):
    assert measured(document("All about cats", "heading"))["reading-time"].value == pytest.approx(
        3 / 238
    )


def test_mattr_is_the_mean_share_of_types_over_all_windows():
    types = [at % 7 if at < 60 else at for at in range(150)]
    windows = [types[at : at + WINDOW] for at in range(150 - WINDOW + 1)]
    expected = sum(len(set(window)) / WINDOW for window in windows) / len(windows)
    tallies = [Tally(words=50)] * 3
    assert value("mattr", counted(tallies, types)).value == pytest.approx(expected)


def test_mattr_of_one_word_over_and_over_is_one_type_a_window():
    assert value("mattr", counted([Tally(words=200)], [0] * 200)).value == 1 / WINDOW


def test_sentence_lengths_fall_into_columns_of_five_words():
    assert style.distribution([1, 5, 6, 46, 300]) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2)


def test_the_longest_sentences_come_longest_first_and_earlier_ones_before_equals(document):
    made = document("One two. One two three. Just one two three. Now one two three.")
    spans = [sentence.span for sentence in style.longest(style.counts(made), most=2)]
    assert [made.slice(span) for span in spans] == ["Just one two three.", "Now one two three."]
    assert style.sentence_lengths(made) == (2, 3, 4, 4)


@pytest.mark.parametrize(
    ("ease", "words"),
    [(95, "very easy"), (90, "very easy"), (65, "standard"), (-5, "very difficult")],
)
def test_an_ease_has_a_name(ease, words):
    assert style.in_words(ease) == words


def test_every_measure_file_is_in_the_tuple():
    folder = Path(style.__file__).parent
    rooms = {"__init__", "counting", "syllable"}
    files = {path.stem for path in folder.glob("*.py")} - rooms
    assert files == {name.replace("-", "_") for name in BY_NAME}


def test_measures_describe_themselves():
    assert len(BY_NAME) == len(style.MEASURES)
    for measure in style.MEASURES:
        assert all((measure.title, measure.unit, measure.direction, measure.formula))
        assert all((measure.source, measure.undefined))


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The cat sat on the mat.",
            "Nevertheless, the administration reconsidered 1,999 well-established regulations!",
            "Why?",
            "Dr. Alexander O'Brien didn't see the U.S. Army, he said.",
            "🙂 …",
        ]
    ),
    max_size=60,
)


@given(SENTENCES)
@settings(deadline=None)
def test_evidence_adds_up_to_its_value_within_its_bounds(document, sentences):
    for name, given_value in measured(document(" ".join(sentences))).items():
        if given_value is None:
            continue
        total = math.fsum(line.weight for line in given_value.evidence)
        assert total == pytest.approx(given_value.value, abs=1e-9)
        low, high = BY_NAME[name].low, BY_NAME[name].high
        assert low is None or given_value.value >= low - 1e-9
        assert high is None or given_value.value <= high + 1e-9


@given(st.text())
@settings(deadline=None)
def test_any_text_at_all_can_be_measured_and_twice_alike(document, text):
    made = document(text)
    assert measured(made) == measured(made)
