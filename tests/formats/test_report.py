"""The panels of the terminal report: the gist, the sections of a text, its register."""

import re
from pkgutil import iter_modules

import pytest

import tenor as program
from tenor.formats.terminal import panels
from tenor.formats.terminal.ink import Ink
from tenor.formats.terminal.panels import foot
from tenor.formats.terminal.report import PANELS
from tenor.tone import PlainWords

GOOD = "The staff were kind and the food was wonderful, and we loved it."
BAD = "The room was dirty and the waiter was rude, and we hated it."
FLAT = "The room has a table and two chairs by the window."
RIVER = (
    "The river floods the town every winter. Why, nobody knows.\n\n"
    "This year the river rose by two metres and took the old bridge. The bridge had stood long.\n\n"
    "A new bridge will cost a million. The river will take it, too, says the baker.\n\n"
    "The town wants a bridge all the same. Every bridge needs a town.\n"
)


@pytest.fixture
def report(tenor, tmp_path):
    """Give the sections of a report by their headings, each as its lines."""

    def run(text, *args, name="a.md"):
        (tmp_path / name).write_text(text, "utf-8")
        ran = tenor(name, "--no-config", "--width", "100", *args, cwd=tmp_path)
        assert (ran.code, ran.err) == (0, "")
        parts = [part.splitlines() for part in ran.out.split("\n\n")]
        return {re.split(r"  +", lines[0])[0]: lines for lines in parts}

    return run


def test_each_file_of_panels_is_one_panel_of_the_report():
    files = [f"{panels.__name__}.{file.name}" for file in iter_modules(panels.__path__)]
    assert sorted(panel.__module__ for panel in PANELS) == sorted(files)


def test_the_gist_is_central_sentences_in_the_order_of_the_text(report):
    heading, *lines = report(RIVER, "--gist", name="a.txt")["GIST"]
    assert heading == "GIST   central sentences, in the order of the text"
    analysis = program.analyze(RIVER)
    document = analysis.document
    spans = sorted(line.span for line in analysis.gist)
    chosen = [(document.place(span.start), document.slice(span)) for span in spans]
    assert len(chosen) == 1
    assert [line.split(maxsplit=1) for line in lines] == [[place, words] for place, words in chosen]


def test_a_gist_that_is_asked_for_and_that_is_not_there_is_said_not_to_be(report):
    text = "I went home. He came too. "
    assert "GIST" not in report(text * 60, name="a.txt")
    (said,) = report(text, "--gist", name="a.txt")["GIST"]
    assert said == "GIST   no sentences that say what it is about and stand by themselves"


def test_the_gist_is_shown_only_where_it_is_asked_for_and_above_the_rest(report):
    assert "GIST" not in report(RIVER, name="a.txt")
    names = list(report(RIVER, "--gist", name="a.txt"))
    assert names.index("GIST") < names.index("THEMES")


def test_sections_are_named_with_their_line_their_rank_and_their_tone(report):
    text = (
        f"# One\n\n{GOOD}\n\n## Within\n\n{FLAT}\n\n# Two\n\n{BAD}\n\n"
        f"# Empty\n\n# Three\n\n{GOOD} {BAD}\n"
    )
    heading, *lines = report(text)["SECTIONS"]
    assert heading == "SECTIONS"
    rows = [re.fullmatch(r"\s+(\d+)( +)(.*?)\s+([▲▼·])(.*)", line).groups() for line in lines]
    assert [(line, title) for line, _, title, _, _ in rows] == [
        ("1", "One"),
        ("5", "Within"),
        ("9", "Two"),
        ("15", "Three"),
    ]
    assert [line.index(title) for line, (_, _, title, *_) in zip(lines, rows, strict=True)] == [
        7,
        9,
        7,
        7,
    ]
    assert [mark for *_, mark, _ in rows] == ["▲", "·", "▼", "·"]
    assert re.fullmatch(r" \+0\.\d\d", rows[0][-1])
    assert re.fullmatch(r" -0\.\d\d", rows[2][-1])
    assert rows[1][-1] == rows[3][-1] == ""


def test_one_section_is_not_named(report):
    assert "SECTIONS" not in report(f"# One\n\n{GOOD}\n\n{BAD}\n")
    assert "SECTIONS" not in report(f"{GOOD}\n\n{BAD}\n")


@pytest.mark.parametrize(("count", "note"), [(24, ""), (25, "the first 24; 1 more in --json")])
def test_twenty_four_sections_are_named_at_most(report, count, note):
    text = "".join(f"# Part {n}\n\n{GOOD}\n\n" for n in range(count))
    heading, *lines = report(text)["SECTIONS"]
    assert heading.removeprefix("SECTIONS").strip() == note
    assert len(lines) == 24
    assert "Part 23" in lines[-1]


def test_a_long_text_without_headings_has_the_stretches_of_its_topics(report):
    farm = "The cow gives milk. A cow eats grass and hay. The farmer milks each cow in the barn."
    moon = "The rocket reached the moon. Its orbit was low. A rocket burns fuel by the ton."
    text = "\n\n".join([farm] * 50 + [moon] * 50)
    heading, first, second = report(text, name="a.txt")["SECTIONS"]
    assert heading == "SECTIONS   where the topic shifts"
    assert re.match(r"\s+1:1 .*\bcow", first)
    assert re.match(r"\s+101:1 .*\brocket", second)


def test_a_title_with_markup_or_controls_is_shown_as_it_reads(report):
    text = f"# [bold]One[/bold]\n\n{GOOD}\n\n# T\x1b[31mwo\n\n{BAD}\n"
    _, first, second = report(text)["SECTIONS"]
    assert "[bold]One[/bold]" in first
    assert "\x1b" not in second


CHAT = "hey dude, that's so cool!! gonna grab you some stuff, ok? lol, it's awesome! "
LAW = "The committee has considered the implementation of the institution's regulations. "


@pytest.mark.parametrize(("text", "name"), [(CHAT, "informal"), (LAW, "formal")])
def test_the_register_is_named_by_its_band_and_its_cues(report, text, name):
    lines = report(text * 12, name="a.txt")["TONE"]
    (line,) = (line for line in lines if line.split()[0] == "register")
    assert re.fullmatch(rf"\s+register\s+{name}: [^,]+, [^,]+, [^,]+", line)


HILL = "We went up the old hill. You can see it. It is far off. "


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (LAW, "long words, abstract nouns, linking words"),
        (HILL, "short sentences, short words, “I” and “you”"),
    ],
)
def test_the_reasons_of_a_register_are_what_a_reader_sees(report, text, reasons):
    lines = report(text * 12, name="a.txt")["TONE"]
    (line,) = (line for line in lines if line.split()[0] == "register")
    assert line.split(": ")[1] == reasons


def test_an_archaic_text_has_no_register(report):
    plea = "Nay, thou writest it, and I pray thee, tell me of the house by the old hill. "
    assert not any("register" in line for line in report(plea * 12).get("TONE", []))


def test_a_list_of_names_has_no_grade(report):
    names = "\n".join(f"Anna Bell{number}" for number in range(400))
    _, *lines = report(names, name="AUTHORS.txt")["READING"]
    assert " ".join(" ".join(lines).split()) == (
        "No grade: a list or loose lines, not sentences. 800 words a sentence on average."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The table stands there.", "0 of 1 sentence has any"),
        (f"{FLAT} Wonderful! {FLAT} {FLAT} {FLAT} {FLAT}", "1 of 6 sentences has any"),
        (f"{FLAT} {FLAT}", "0 of 2 sentences have any"),
    ],
)
def test_one_is_not_counted_as_several(report, text, told):
    assert any(told in line for lines in report(text).values() for line in lines)


def test_the_foot_names_the_words_that_carry_no_tone(report):
    text = (
        "The library reads the script and compiles its code. "
        "A missing module is an error, and a function that fails prints a warning. "
    ) * 6
    told = " ".join(" ".join(lines) for lines in report(text).values())
    words = "missing, error and warning"
    assert f"No tone in words that are what the text is about (software): {words}." in told


@pytest.mark.parametrize(("uses", "is_said"), [(3, False), (4, True)])
def test_few_words_that_carry_no_tone_are_not_named(uses, is_said):
    analysis = program.analyze(FLAT)
    analysis.__dict__["plain_words"] = (PlainWords("software", ("error",), uses),)
    told = Ink().draw(foot.draw(analysis, Ink()))
    assert ("No tone in words" in told) == is_said


def test_names_stand_alone_where_there_is_no_theme(report):
    parts = report("They left for Paris. Then Anna Lind went too, and it rained all day.\n")
    assert "THEMES" not in parts
    assert parts["MENTIONED"][1].split() == ["names", "Paris", "1,", "Anna", "Lind", "1"]
