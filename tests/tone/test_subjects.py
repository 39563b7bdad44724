"""Subject words: what a text is about carries no tone in it; complaints keep theirs."""

from __future__ import annotations

import pytest

from tenor import readers, themes
from tenor.analysis import Analysis
from tenor.formats.note import note
from tenor.lexicons import rows
from tenor.segment import segment
from tenor.themes.category import packaged
from tenor.tone import score
from tenor.tone.subjects import all_subjects
from tenor.tone.words import packaged as tone_tables

MANUAL = """# The parser

The library reads a file with the parser module and returns a syntax tree to the program. If the
function meets an invalid token, it raises an error, which has the name of the file and the line.
A missing file is an error too. With the option the compiler ignores warnings, and a script that
fails can be run in debug mode. Every module of the framework has an interface for its plugins, and
the repository has a test for each function. A test that fails stops the build. The version of the
package is a variable in the module, which the runtime reads. Deprecated functions print a warning
for one release, after which they are an error in the code.
"""
LEAFLET = """# What this medicine is for

The tablet is a medicine for pain after surgery. A patient takes one dose in the morning with water.
The doctor or the nurse in the clinic sets the dose, and the pharmacist hands out the prescription.
Pain, nausea and headache are known side effects. Vomiting is rare. Patients with a disease of the
liver take half the dose. The therapy lasts for five days. In clinical trials the treatment of
patients with an infection of the throat was as long. Symptoms of an overdose are dizziness and
swelling. Any physician can stop the treatment. The drug is kept in the box of the pharmacy, at room
temperature, with this page.
"""
JUDGMENT = """# Judgment

The court heard the appeal on Monday. The appellant was found guilty of burglary by the jury and
sentenced to two years of imprisonment. The prosecution called a witness, whose testimony the judge
read to the court. The lawyer for the defence asked the court to set the conviction aside. The law
is settled: a verdict of a jury stands where there is evidence for each charge. The judge of the
trial gave the law as the statute has it. The offence is one of those that the statute lists, and
the accused had legal advice from an attorney. The appeal is dismissed, and the ruling of the trial
court is affirmed by this court.
"""
COMPLAINT = """# The new version

I installed the new version of the program, and the software crashes on every file. I get an error
for each function of the library that my script calls, and my code fails in a module that I have
never touched. The framework then kills my program, and I am left with a corrupt repository. I have
lost a day on this bug. The debug option of the compiler prints warnings that mean nothing to me, so
I had to go back to the old release of the package. My plugin worked with the last version, and I do
not see why my interface had to break. I want my files back.
"""
REVIEW = """# A program to avoid

The software crashes on every file, and the library is a terrible mess. Every function of the module
fails with an awful error, and the horrible interface of the program hides the code. The framework
is useless, its plugins are worse, and the worst bug of the release ruins the repository. A stupid
script kills the compiler. The documentation is a disgrace and the package is garbage, sold by a
company of liars. No version of the program has been any better, the debug option is a pathetic
joke, and the runtime is a disaster that makes work a misery for everybody who has to suffer it.
"""


@pytest.fixture
def analyse():
    return lambda text, **kept: Analysis(segment("a.md", text, readers.read(text, "a.md")), **kept)


def value(sentence):
    return sentence.valence.value


def plain(analysis):
    return {subject: set(words) for subject, words, _ in analysis.plain_words}


@pytest.mark.parametrize(
    ("text", "subject", "words"),
    [
        (MANUAL, "software", {"error", "invalid", "missing", "fails", "warning", "deprecated"}),
        (LEAFLET, "medicine", {"pain", "nausea", "side effects", "overdose", "disease"}),
        (JUDGMENT, "law", {"guilty", "burglary", "prosecution", "conviction", "offence"}),
    ],
)
def test_what_a_text_is_about_carries_no_tone(analyse, text, subject, words):
    analysis = analyse(text)
    assert words <= plain(analysis)[subject]
    assert analysis.valence.value > -0.02
    assert analysis.valence.value > Analysis(analysis.document, engine="vader").valence.value


@pytest.mark.parametrize("text", [COMPLAINT, REVIEW])
def test_a_complaint_keeps_its_tone(analyse, text):
    analysis = analyse(text)
    assert not analysis.plain_words
    assert analysis.valence.value < -0.1


@pytest.mark.parametrize(
    "sentence",
    ["I get an error.", "The error is a terrible one.", "My test fails, which is useless."],
)
def test_a_sentence_that_blames_or_says_i_keeps_its_tone_in_a_manual(analyse, sentence):
    analysis = analyse(f"{MANUAL}\n{sentence}\n")
    assert plain(analysis)
    assert value(analysis.sentences[-1]) == value(analyse(sentence).sentences[0])


def test_a_negator_is_no_blame(analyse):
    analysis = analyse(f"{MANUAL}\nThere is no error in the file.\n")
    assert value(analysis.sentences[-1]) == 0
    assert value(analyse("There is no error in the file.").sentences[0]) > 0


def test_evidence_says_why_a_word_carries_no_tone(analyse):
    lines = [line for one in analyse(MANUAL).sentences for line in one.valence.evidence]
    error = next(line for line in lines if line.word == "error")
    assert error.weight == 0
    assert note(error) == "error -2.1, no tone: what the text is about (software)"


def test_a_short_text_is_about_nothing_surely(analyse):
    short = " ".join(MANUAL.split()[:90])
    assert not analyse(short).plain_words
    assert themes.subjects(analyse(short).document) == ()


def test_the_failures_that_headings_name_need_fewer_words_of_their_subject(analyse):
    filler = "The walk along the river takes an hour and ends at the old mill by the bridge. " * 10
    text = f"# Walks\n\n{filler}\n\nThe program, its script and the library name the error.\n"
    assert not analyse(text).plain_words
    titled = text.replace("The program", "## Errors\n\nThe program")
    assert plain(analyse(titled)) == {"software": {"error", "errors"}}


def test_a_project_s_own_words_go_first(analyse):
    analysis = analyse(MANUAL, words={"error": 0.5})
    assert "error" not in plain(analysis)["software"]
    assert "warning" in plain(analysis)["software"]


def test_vader_knows_no_subjects(analyse):
    analysis = analyse(MANUAL, engine="vader")
    assert not analysis.plain_words


def test_words_that_carry_no_tone_are_no_words_of_emotion(analyse):
    text = "The kernel then goes into a panic."
    assert [word for _, word, _ in analyse(text).feelings] == ["panic"]
    assert not analyse(f"{MANUAL}\n{text}\n").feelings


def test_a_text_with_such_words_needs_twice_as_much_to_lean(analyse):
    analysis = analyse(MANUAL + "\nYou get a good, clear file of it. " * 6)
    assert 0.2 < analysis.valence.value < 0.24
    assert str(analysis.verdict[1]).startswith("Leaning positive on the whole (")


def test_scores_are_as_before_where_no_subject_is_given(analyse):
    document = analyse(MANUAL).document
    assert score(document) != score(document, None, ["software"])
    assert score(document, None, ()) == score(document)


def test_the_packaged_subjects_are_made_of_packaged_categories():
    for subject in all_subjects():
        assert set(subject.categories) <= packaged().rates.keys()


def test_every_subject_word_would_carry_tone_elsewhere():
    tables = tone_tables()
    phrases = {words for words, kind, _ in rows("tone-phrases.tsv") if kind == "valence"}
    for subject in all_subjects():
        idle = {word for word in subject.words if not tables.valences.get(word)} - phrases
        assert not idle
        assert {w for w in subject.words if tables.valences.get(w, -1) > 0} <= {"true"}


DATASET = """# The data set

The dataset has a sample of the mean, the variance and the standard error of each feature, with the
correlation and the distribution of the values. Each variable has a mean, a standard error and a
worst value. The statistics of the sample are in a table, with the median and the percentiles. The
worst radius, the worst texture, the worst area, the worst symmetry, the worst smoothness and the
worst perimeter are those of the largest three. The regression has a mean squared error for each
sample, and the database has the probability of each class by the data. The software computes the
data on the server, and the file has a header. The script and the library read the file of the data.
"""


def test_the_words_of_one_subject_are_no_blame_for_another(analyse):
    assert "worst" in plain(analyse(DATASET))["statistics"]
