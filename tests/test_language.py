"""What is not in English is left out by paragraph; what may be English is kept."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor import language, readers
from tenor.document import Span
from tenor.verdict import verdict

ENGLISH = "We walked along the river in the morning, and it was so quiet that nobody spoke."
GERMAN = "Am Morgen gingen wir den Fluss entlang, und es war so still, dass niemand sprach."
OTHERS = [
    GERMAN,
    "Le matin nous avons suivi la rivière, et tout était si calme que personne ne parlait.",
    "Por la mañana caminamos junto al río, y todo estaba tan tranquilo que nadie hablaba.",
    "La batteria dura poco e lo schermo si graffia facilmente, non lo comprerei di nuovo.",
    "De batterij gaat niet lang mee en het scherm krast snel, dus ik zou hem niet meer kopen.",
    "Rano szliśmy wzdłuż rzeki i było tak cicho, że nikt się nie odzywał.",
    "Sabah nehir boyunca yürüdük ve o kadar sessizdi ki kimse bir şey konuşmadı.",
    "Utro bylo tikhoe i my shli vdol reki, nikto ne govoril ni slova, i vse bylo tikho.",
    "Buổi sáng chúng tôi đi dọc bờ sông, trời yên tĩnh đến mức không ai nói gì.",
    "ich hab dir doch schon hundert mal gesagt dass du das nicht machen sollst oder",
    "Утром мы шли вдоль реки, и было так тихо, что никто не говорил.",
    "今日は天気がいいので、公園に行って友達と一緒に昼ご飯を食べました。",
    "في الصباح مشينا على طول النهر وكان الجو هادئا.",
    "सुबह हम नदी के किनारे चले और सब कुछ शांत था।",
]
KEPT = [
    ENGLISH,
    "",
    "Hallo Welt",
    "Guten Morgen, liebe Leute!",
    "Jörg Müller, Anna Kowalska, Søren Kierkegaard, Nguyễn Văn An, Björk Guðmundsdóttir, Dvořák",
    "Sergei Rachmaninoff Pyotr Tchaikovsky Modest Mussorgsky Nikolai Rimsky-Korsakov Igor Borodin",
    "numpy, scipy, pandas, matplotlib, seaborn, sklearn, statsmodels, pytest, mypy, ruff, sphinx",
    "ls grep sed awk chmod chown mkdir rmdir touch cat tac sort uniq wc cut tr tee xargs find",
    "wut r u doin 2nite?? omg i cnt believe dat she sed dat 2 u lol smh... ttyl ily bff xoxo",
    "haha hahaha yesss omggg sooo gooood ahhhh loveee ittt bestieee slayyyy queeen yassss",
    "Ah'm tellin ye, yon wee bairn wis greetin aw nicht an Ah couldnae get a wink o sleep.",
    "Mi deh yah, yuh know, mi a try fi get likkle work but di people dem nah pay nobody.",
    "Yaar, I was so tired yesterday ki I just came home and so gaya without dinner.",
    "Bonjour, madame! said Poirot. The little grey cells! Eh bien, we shall see, mon cher ami.",
    "def main(argv): args = parser.parse_args(argv); return run(args, fns=[f(x) for x in xs])",
    "const foo = async (req, res) => { const { id } = req.params; res.json(await db.get(id)); }",
    "Ω(n) ≤ Σ αᵢβᵢ, π ≈ 3.14, λ → ∞",
    "yay yay yay yay yay yay yay yay yay yay yay yay",
    "Αθήνα",
]


def others(text, name="a.txt"):
    """Give the paragraphs that are left out."""
    reading = readers.read(text, name)
    numbers = language.others(reading)
    return [reading.view(block) for n, block in enumerate(reading.blocks) if n in numbers]


@pytest.mark.parametrize("text", OTHERS)
def test_a_paragraph_in_another_language_is_known_as_one(text):
    assert others(text) == [text]


@pytest.mark.parametrize("text", KEPT)
def test_what_may_be_english_is_kept(text):
    assert others(text) == []


def test_letters_apart_from_their_marks_are_letters():
    text = "Bu\u0302\u0309i sa\u0301ng chu\u0301ng to\u0302i \u0111i do\u0323c bo\u031b\u0300 "
    text += "so\u0302ng va\u0300 kho\u0302ng ai no\u0301i gi\u0300 ca\u0309"
    assert others(text) == [text]


def test_marks_that_say_nothing_divide_no_words():
    assert others(GERMAN.replace("g", "g\u00ad")) != []


@pytest.mark.parametrize(
    ("parts", "left_out"),
    [
        ([GERMAN, "Anna Müller", GERMAN], [0, 1, 2]),
        ([ENGLISH, "Anna Müller", ENGLISH], []),
        ([ENGLISH, "Anna Müller", GERMAN], [2]),
        ([GERMAN, "Anna Müller"], [0, 1]),
        ([GERMAN, "# Und dann", GERMAN], [0, 1, 2]),
        ([ENGLISH, "# Und dann", GERMAN], [1, 2]),
        ([GERMAN, "# Conclusion", ENGLISH], [0]),
        ([GERMAN, "# And then we went home", GERMAN], [0, 2]),
        ([ENGLISH, "# Installation", GERMAN], [2]),
        ([GERMAN, "Currywurst mit Pommes", ENGLISH], [0, 1]),
        (["Kohl mit Speck", "Linsen mit Wurst", "dazu ein Glas"], []),
        (["wir kochen Kohl", "und ich nehme nur Linsen", "dazu trinken wir ein Bier"], [0, 1, 2]),
        (["Anna Müller", "Jörg Schmidt"], []),
        ([ENGLISH, GERMAN, ENGLISH], [1]),
    ],
)
def test_a_short_block_goes_by_what_it_belongs_to(parts, left_out):
    document = tenor.analyze("\n\n".join(parts), kind="markdown").document
    spans = [block.span for n, block in enumerate(document.blocks) if n in left_out]
    assert [out.span for out in document.left_out] == spans
    assert {out.reason for out in document.left_out} <= {"another language"}


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        ("<p lang=de>Ach so!</p><p>Oh well.</p>", ["Ach so!"]),
        ("<html lang='de-AT'><p>Ach so!</p><p>Na gut.", ["Ach so!", "Na gut."]),
        ('<div xml:lang="fr"><ul><li>Oui<li>Non</ul></div><p>Yes', ["Oui", "Non"]),
        ("<p lang=fr>Oui<p>Yes", ["Oui"]),
        ("<div lang=fr>Oui<div>Non</div>Si</div>Yes", ["Oui", "Non", "Si"]),
        ("<p lang=fr><span lang=en>Yes</span></p>", ["Yes"]),
        ("<div lang=fr><p lang=en>Yes</p>Non</div>", ["Non"]),
        ("<p lang>Oui", []),
        ("<p lang=''>Oui", []),
        ("<p lang=und>Oui", []),
        ("<img lang=fr alt=Oui><p>Yes", []),
        ("<p>He said <i lang=fr>oui</i>", []),
        (f"<html lang=de><p>{ENGLISH}<p>Anna Müller", []),
        (f"<html lang=en><p>{GERMAN}<p>Anna Müller", [GERMAN, "Anna Müller"]),
        (f"<html lang=en><p>{GERMAN}<p>{ENGLISH}<p lang=de>Na gut", [GERMAN, "Na gut"]),
    ],
)
def test_a_page_may_declare_the_language_of_what_is_too_short_to_tell(page, left_out):
    assert others(page, "a.html") == left_out


def test_what_is_left_out_is_in_no_number_and_the_text_is_whole():
    alone, mixed = tenor.analyze(ENGLISH), tenor.analyze(f"{ENGLISH}\n\n{GERMAN}")
    assert mixed.document.text.endswith(GERMAN)
    assert len(mixed.document.blocks) == 2
    values = [{name: one and one.value for name, one in a.values.items()} for a in (alone, mixed)]
    assert values[0] == values[1]
    assert [one.label for one in mixed.themes] == [one.label for one in alone.themes]


def test_a_share_counts_paragraphs_and_words():
    analysis = tenor.analyze(f"{ENGLISH}\n\n{GERMAN}\n\n{GERMAN} Ja!")
    assert analysis.language == (3, 47, 2, 31)
    assert analysis.language.judged == pytest.approx(16 / 47)
    assert tenor.analyze("").language.judged is None


def test_places_run_on_until_the_next_english_sentence():
    text = f"{GERMAN}\n\n{GERMAN}\n\n{ENGLISH}\n\n{GERMAN}"
    document = tenor.analyze(text).document
    two, after = 2 * len(GERMAN) + 2, 2 * len(GERMAN) + len(ENGLISH) + 6
    assert language.stretches(document) == [Span(0, two), Span(after, len(text))]


def test_a_mixed_text_says_what_is_not_judged():
    said = [str(one) for one in verdict(tenor.analyze(f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}"))]
    assert said[-1] == "1 of 3 paragraphs is not in English and is not judged (3)."
    parts = [GERMAN, ENGLISH] * 5
    said = [str(one) for one in verdict(tenor.analyze("\n".join(f"- {part}" for part in parts)))]
    assert said[-1] == ("5 of 10 paragraphs are not in English and are not judged (1, 3, 5 …).")


def test_a_text_without_english_is_said_to_be_so():
    analysis = tenor.analyze(GERMAN)
    [one] = verdict(analysis)
    assert str(one).startswith("This does not look like English: 25% of its words are known.")
    assert (analysis.valence, analysis.themes, analysis.document.words) == (None, (), 0)
    assert analysis.is_foreign
    assert not tenor.analyze("").is_foreign


def test_what_is_left_out_goes_along_to_another_process():
    analysis = pickle.loads(pickle.dumps(tenor.analyze(f"{ENGLISH}\n\n{GERMAN}")))  # noqa: S301
    assert analysis.language.other_paragraphs == 1


@given(st.lists(st.sampled_from([*OTHERS, *KEPT]), max_size=6), st.text(max_size=9))
def test_any_mixture_is_divided_into_what_is_read_and_what_is_not(parts, odd):
    document = tenor.analyze("\n\n".join([*parts, odd])).document
    outs = {out.span for out in document.left_out if out.reason == "another language"}
    read = {document.blocks[sentence.block].span for sentence in document.sentences}
    assert outs.isdisjoint(read)


def test_a_report_gives_the_size_of_a_text_without_english(tenor, tmp_path):
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, encoding="utf-8")
    ran = tenor(path)
    assert (ran.err, ran.code) == ("", 0)
    assert "15 words · 1 paragraph\n" in ran.out
    assert "THEMES" not in ran.out
    report = json.loads(tenor("--json", path).out)
    assert report["language"]["judged"] == 0
    assert (report["tone"]["valence"], report["themes"]) == (None, [])


def test_a_row_of_a_text_without_english_says_so(tenor, tmp_path):
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    assert "not English" in tenor(tmp_path).out
    assert "| 15 | 0 | – | 0 / 0 / 0 | not English | – |" in tenor("--format", "md", tmp_path).out
    rows = tenor("--format", "csv", tmp_path).out.splitlines()
    assert [row.split(",")[rows[0].split(",").index("judged")] for row in rows] == [
        "judged",
        "1.0",
        "0.0",
    ]


def test_explain_says_that_a_line_is_in_another_language(tenor, tmp_path):
    (tmp_path / "a.txt").write_text(f"{ENGLISH}\n\n{GERMAN}\n", encoding="utf-8")
    assert tenor("explain", "a.txt:3", cwd=tmp_path).out == "3: left out as another language\n"


def test_check_finds_nothing_in_another_language_and_says_so_once(tenor, tmp_path):
    loud = f"{ENGLISH}\n\n{GERMAN} Hör auf!!! SCHLUSS JETZT MIT DEM QUATSCH!!!\n"
    (tmp_path / "a.md").write_text(loud, encoding="utf-8")
    (tmp_path / "b.md").write_text(GERMAN, encoding="utf-8")
    said = (
        "tenor: a.md: 1 of 2 paragraphs is not in English and is not checked (3)\n"
        "tenor: b.md: it is not in English and is not checked\n"
    )
    for _ in ("fresh", "from the cache"):
        ran = tenor("check", ".", cwd=tmp_path)
        assert (ran.out, ran.err, ran.code) == ("No problems in 2 files.\n", said, 0)


def test_check_names_only_a_few_of_many_texts(tenor, tmp_path):
    for name in "abcdefg":
        (tmp_path / f"{name}.md").write_text(GERMAN, encoding="utf-8")
    lines = tenor("check", ".", cwd=tmp_path).err.splitlines()
    assert len(lines) == 6
    assert (
        lines[-1] == "tenor: 2 more texts with paragraphs that are not in English and not checked"
    )
