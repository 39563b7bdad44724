"""What Python is offered does what the commands do, and says at once what makes no sense."""

import doctest
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import get_type_hints

import pytest

import tenor
from tenor.findings.examine import examine

ROOT = Path(__file__).parents[1]
CROSS = "The plan was terrible, awful and hopeless, and we hated it. "
BLUNT = "You are a stupid, incompetent idiot."
PAGE = "# A *good* title\n\nAn [awful](https://x.example) day.\n\n```\nterrible\n```\n"
NAN = float("nan")
PAGE_READ = tenor.analyze(CROSS * 30)


def test_every_public_name_is_there_and_no_other():
    assert len(set(tenor.__all__)) == len(tenor.__all__)
    assert [name for name in tenor.__all__ if getattr(tenor, name) is None] == []
    assert dir(tenor) == sorted(tenor.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tenor.nothing  # noqa: B018


@pytest.mark.slow
def test_a_type_checker_knows_the_public_names_and_no_other(tmp_path):
    (tmp_path / "user.py").write_text(
        "import tenor\n"
        "a: tenor.Analysis = tenor.analyze('x', kind='markdown')\n"
        "b: tuple[tenor.Finding, ...] = tenor.check(a, preset='docs')\n"
        "c: tenor.Run = tenor.check_files('docs', diff='main')\n"
        "d: dict[str, object] = a.to_dict()\n"
        "tenor.nothing\n"
        "tenor.analyze('x').values['smog'].value\n"
        "tenor.analyze('x', kind='docx')\n"
        "tenor.analyze('x', engine='nltk')\n"
        "tenor.check('x', preset='poem')\n"
        "tenor.check_files('x', fail_on='all')\n"
        "tenor.format_report(a, 'jsno')\n"
        "tenor.format_findings(c, 'xml')\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "user.py"]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300
    )
    faults = re.findall(r"user\.py:(\d+): error.*\[([a-z-]+)\]", ran.stdout)
    misspelt = [(str(line), "arg-type") for line in range(8, 14)]
    assert faults == [("6", "attr-defined"), ("7", "union-attr"), *misspelt]


def test_every_type_that_is_met_has_a_public_name_and_prints_as_a_short_line():
    page = "# A page by Ada Lovelace\n\n" + CROSS * 9 + "\n\n- `a` It is a good day. 😀\n\n"
    analysis = tenor.analyze(page * 30, kind="markdown")
    settings = tenor.Settings(words={"fatal": 1.0, "good": 2.0})
    found = tenor.check(analysis, options={"tone-range": {"min": 0.5}})
    names = [name for name in dir(analysis) if not name.startswith("_")]
    parts = [getattr(analysis, name) for name in names]
    met: dict[type, int] = {}
    _walk([parts, analysis.arc(9), settings, found, tenor.summarize(analysis), *tenor.CHECKS], met)
    public = [getattr(tenor, name) for name in tenor.__all__]
    assert [one for one in met if one not in public] == []
    assert {one.__name__: length for one, length in met.items() if length > 200} == {}


def _walk(one, met):
    """Note the types of tenor that are met within a value, each with its longest line."""
    kind = type(one)
    if kind.__module__.startswith("tenor.") and kind.__name__ != "SentenceShares":
        met[kind] = max(met.get(kind, 0), len(repr(one)))
    if isinstance(one, Mapping):
        one = list(one.values())
    if is_dataclass(one):
        one = [getattr(one, part.name) for part in fields(one) if part.name[0] != "_"]
    if isinstance(one, list | tuple):
        for part in one:
            _walk(part, met)


def test_hints_can_be_read_and_what_an_analysis_gives_can_be_pickled():
    for one in (tenor.Document, tenor.Sentence, tenor.Counts, tenor.analyze, tenor.check):
        assert get_type_hints(one)
    assert get_type_hints(tenor.Document.line_starts.func)
    analysis = tenor.analyze(CROSS * 9)
    assert pickle.loads(pickle.dumps(analysis.values)) == analysis.values  # noqa: S301 - our own
    summary = tenor.summarize(analysis)
    assert pickle.loads(pickle.dumps(summary)) == summary  # noqa: S301 - our own


def test_the_examples_of_the_package_give_what_they_say():
    assert doctest.testmod(tenor)[:2] == (0, 4)


def test_the_examples_of_the_readme_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    section = (ROOT / "README.md").read_text("utf-8").split("## In Python")[1].split("\n## ")[0]
    examples = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own


@pytest.mark.parametrize("kind", tenor.KINDS)
def test_a_string_is_read_as_the_kind_it_is_said_to_be(tmp_path, kind):
    (tmp_path / "page.txt").write_text(PAGE)
    analysis = tenor.analyze(PAGE, kind=kind)
    assert analysis.document == tenor.analyze(PAGE, kind=kind).document
    read = tenor.read(tmp_path / "page.txt", kind=kind)
    assert read.blocks == analysis.document.blocks
    is_markdown = kind in {"markdown", "mdx"}
    has_code = "terrible" in [trace.word for trace in analysis.valence.evidence]
    assert has_code == (not is_markdown and kind not in {"asciidoc", "plain", "email"})
    assert (read.title == "A good title") == (is_markdown or kind == "asciidoc")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: tenor.analyze("x", kind="docx"), "unknown kind 'docx': one of plain, markdown"),
        (lambda: tenor.analyze(tenor.analyze("x").document, kind="html"), "kind is for a str"),
        (lambda: tenor.analyze("x", settings={"words": {}}), "settings must be Settings"),
        (lambda: tenor.analyze(None), "a text must be a str or a Document, not NoneType"),
        (lambda: tenor.check(b"x"), "a text must be a str or a Document, not bytes"),
        (lambda: tenor.check("x", select=[]), "select names no check"),
        (lambda: tenor.check("x", select="hedging"), "select must be a list of strings"),
        (lambda: tenor.check("x", select=["x"]), "select: unknown check 'x'"),
        (lambda: tenor.check("x", ignore=["x"]), "ignore: unknown check 'x'"),
        (lambda: tenor.check("x", preset="poem"), "preset must be one of docs"),
        (lambda: tenor.analyze("x", kind=["html"]), "a kind must be a str, not list"),
        (lambda: tenor.analyze("x").value(["smog"]), "the name of a measure must be a str"),
        (lambda: tenor.check(tenor.analyze("x"), kind="html"), "kind is for a str"),
        (lambda: tenor.check(PAGE_READ, name="x"), "name is for a str"),
        (lambda: tenor.check(PAGE_READ, words={}), "words and engine are for a text"),
        (lambda: tenor.check(PAGE_READ, engine="vader"), "words and engine are for a text"),
        (lambda: tenor.analyze(PAGE_READ.document, name="x"), "name is for a str"),
        (lambda: tenor.analyze("x", name=""), "a path is empty"),
        (lambda: tenor.check_files("x", diff=3), "diff must be a revision, or the bytes of a"),
        (lambda: tenor.check_files("x", diff="-"), "diff must be a revision, or the bytes of a"),
        (lambda: tenor.check_files("x", encoding=3), "an encoding must be a str, not int"),
        (
            lambda: tenor.check("x", options={"tone-range": {"min": 0.5, "max": -0.5}}),
            "options.tone-range: min 0.5 is above max -0.5",
        ),
        (lambda: tenor.check("x", options=3), "options must be a table of check = options"),
        (lambda: tenor.check("x", options={"x": {}}), "options: unknown check 'x'"),
        (
            lambda: tenor.check("x", options={"hedging": 3}),
            "options.hedging must be a table of options",
        ),
        (
            lambda: tenor.check("x", options={"hedging": {"max": "a"}}),
            "options.hedging: max must be a number",
        ),
        (lambda: tenor.check_files("x", fail_on="x"), "fail_on must be one of error, warning, inf"),
        (lambda: tenor.check_files("x", diff=b""), "diff: it is empty"),
        (lambda: tenor.check_files("x", diff=b"x"), "diff: no unified diff"),
        (lambda: tenor.check_files("x", diff="HEAD"), "diff: not inside a git repository"),
        (
            lambda: tenor.check_files("x", diff="HEAD", write_baseline=True),
            "a baseline takes in everything, and a diff leaves most of it out",
        ),
        (lambda: tenor.check("x", baseline="none.json"), "none.json: No such file"),
        (lambda: tenor.read(3), "a path must be a str or a Path, not int"),
        (lambda: tenor.read(b"x"), "a path must be a str or a Path, not bytes"),
        (lambda: tenor.read(""), "a path is empty"),
        (lambda: tenor.read("x", encoding=3), "an encoding must be a str, not int"),
        (lambda: tenor.load_settings("none.toml"), "none.toml: No such file"),
        (lambda: tenor.find_texts("none"), "none: No such file"),
        (tenor.check_files, "nothing to check"),
        (lambda: tenor.format_report("x"), "a report is of an Analysis or of several, not str"),
        (lambda: tenor.format_report(3), "a report is of an Analysis or of several, not int"),
        (lambda: tenor.format_report([], "jsno"), "unknown form 'jsno' (did you mean 'json'?)"),
        (lambda: tenor.format_report([], None), "a form must be a str, not NoneType"),
        (lambda: tenor.format_findings(()), "findings are formatted as a Run, which"),
        (
            lambda: tenor.format_findings(tenor.Run((), ()), "xml"),
            "unknown form 'xml': one of concise, github, json",
        ),
    ],
)
def test_what_makes_no_sense_is_one_line_at_once(tmp_path, monkeypatch, call, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(tenor.TenorError, match=f"^{re.escape(message)}") as caught:
        call()
    assert " --" not in f" {caught.value}"
    is_about_input = isinstance(caught.value, tenor.InputError)
    assert is_about_input or isinstance(caught.value, TypeError | ValueError)


@pytest.mark.parametrize("value", [NAN, b"x", "a nonsense", object, -1])
@pytest.mark.parametrize(
    "call",
    [
        tenor.summarize,
        tenor.find_texts,
        tenor.load_settings,
        tenor.read,
        lambda value: tenor.read("x.md", encoding=value),
        lambda value: tenor.read("x.md", kind=value),
        lambda value: tenor.analyze("x", words=value),
        lambda value: tenor.analyze("x", engine=value),
        lambda value: tenor.analyze("x", kind=value),
        lambda value: tenor.analyze("x", settings=value),
        lambda value: tenor.check("x", preset=value),
        lambda value: tenor.check("x", select=value),
        lambda value: tenor.check("x", ignore=value),
        lambda value: tenor.check("x", options=value),
        lambda value: tenor.check("x", settings=value),
        lambda value: tenor.check("x", baseline=value),
        lambda value: tenor.check("x", kind=value),
        lambda value: tenor.check("x", words=value),
        lambda value: tenor.check("x", engine=value),
        lambda value: tenor.check("x", name=value if value != "a nonsense" else 3),
        lambda value: tenor.analyze("x", name=value if value != "a nonsense" else 3),
        lambda value: tenor.check_files("x.md", fail_on=value),
        lambda value: tenor.check_files("x.md", options=value),
        lambda value: tenor.check_files("x.md", encoding=value),
        lambda value: tenor.check_files("x.md", diff=value),
        tenor.format_report,
        lambda value: tenor.format_report([], value),
        lambda value: tenor.report_files(value if value != "a nonsense" else 3),
        lambda value: tenor.report_files("x.md", settings=value),
        lambda value: tenor.report_files("x.md", encoding=value),
        lambda value: tenor.report_files("x.md", engine=value),
        lambda value: tenor.format_report([], width=value),
        lambda value: tenor.format_report([], failures=value),
        tenor.format_findings,
        lambda value: tenor.format_findings(tenor.Run((), ()), width=value),
        lambda value: tenor.format_findings(tenor.Run((), ()), value),
        lambda value: tenor.Settings(origin=value),
        lambda value: tenor.Settings(files=value),
        lambda value: tenor.Settings(exclude=value),
        lambda value: tenor.Settings(words=value),
        lambda value: tenor.Settings(check=value),
        lambda value: tenor.CheckSettings(preset=value),
        lambda value: tenor.CheckSettings(select=value),
        lambda value: tenor.CheckSettings(ignore=value),
        lambda value: tenor.CheckSettings(extend_select=value),
        lambda value: tenor.CheckSettings(fail_on=value),
        lambda value: tenor.CheckSettings(per_file_ignores=value),
        lambda value: tenor.CheckSettings(options=value),
        PAGE_READ.arc,
        PAGE_READ.value,
        PAGE_READ.document.position,
        PAGE_READ.document.line,
        PAGE_READ.document.slice,
        PAGE_READ.document.shown,
        tenor.Run((), ()).fails,
    ],
)
def test_no_argument_of_the_wrong_type_is_taken_or_fails_by_chance(
    tmp_path, monkeypatch, call, value
):
    monkeypatch.chdir(tmp_path)
    Path("x.md").write_text("One.")
    with pytest.raises(tenor.TenorError) as caught:
        call(value)
    kinds = TypeError if value is NAN else TypeError | ValueError | tenor.InputError
    assert isinstance(caught.value, kinds)


@pytest.mark.parametrize(
    "call",
    [
        tenor.analyze,
        tenor.check,
        tenor.summarize,
        tenor.read,
        tenor.load_settings,
        tenor.find_texts,
        tenor.check_files,
        tenor.format_report,
        tenor.format_findings,
        PAGE_READ.arc,
        PAGE_READ.value,
        PAGE_READ.document.position,
        PAGE_READ.document.line,
        PAGE_READ.document.slice,
        PAGE_READ.document.shown,
    ],
)
def test_nothing_is_no_argument(call):
    with pytest.raises(tenor.TenorError) as caught:
        call(None)
    assert isinstance(caught.value, TypeError)


def test_what_is_out_of_range_or_unknown_is_said_at_once():
    for call in (
        lambda: PAGE_READ.arc(0),
        lambda: PAGE_READ.document.position(len(PAGE_READ.document.text) + 1),
        lambda: PAGE_READ.document.offset(9999, 1),
        lambda: PAGE_READ.document.offset("a", 1),
        lambda: tenor.read("x.md", encoding=""),
        lambda: tenor.read("x.md", encoding="\ud800"),
        lambda: tenor.check("x", baseline="\0"),
        lambda: tenor.check("x", baseline="\ud800"),
        lambda: tenor.analyze("x", kind=""),
        lambda: tenor.read("x.md", kind=0),
        lambda: tenor.check("x", ignore=0),
        lambda: tenor.CheckSettings(preset="poem"),
        lambda: tenor.CheckSettings(options={"hedging": {"max": "a"}}),
        lambda: tenor.Settings(words={"good": 9.0}),
        lambda: tenor.Settings(files=(3,)),
    ):
        with pytest.raises(tenor.TenorError):
            call()
    end = len(PAGE_READ.document.text)
    assert PAGE_READ.document.position(end) == (1, end + 1)


@pytest.mark.usefixtures("project")
def test_the_words_of_a_project_hold_in_python_as_for_the_command(tenor):
    import tenor as package

    settings = package.load_settings(".")
    analysis = package.analyze(package.read("docs/a.md"), settings=settings)
    said = json.loads(tenor("docs/a.md", "--json").out)
    assert analysis.to_dict() == said
    assert analysis.to_dict() != package.analyze(package.read("docs/a.md")).to_dict()
    assert package.analyze("fatal", {"fatal": 3}, settings=settings).valence.value > 0
    assert package.load_settings("docs").words == package.load_settings("tenor.toml").words


def test_every_sentence_can_be_had_with_its_evidence_as_data():
    analysis = tenor.analyze("A good day. A table.")
    arc = analysis.to_dict(every=True)["tone"]["arc"]
    assert [one["evidence"][0]["text"] for one in arc if one["evidence"]] == ["good"]
    assert json.loads(json.dumps(analysis.to_dict(every=True)))["tone"]["arc"] == arc


def test_evidence_in_json_has_its_parts_beside_the_note():
    arc = tenor.analyze("It was not a good day.").to_dict(every=True)["tone"]["arc"]
    (trace,) = arc[0]["evidence"]
    assert (trace["word"], trace["base"]) == ("good", 2.24)
    assert trace["factors"] == [{"value": -1.25, "reason": "flipped by 'not'"}]
    assert trace["note"] == "good +2.2, flipped by 'not'"
    found = tenor.check("The plan was terrible and we hated it. " * 9)
    made = json.loads(tenor.format_findings(tenor.Run((), found)))["findings"]
    trace = made[0]["evidence"][0]
    assert (trace["word"], trace["base"], trace["factors"]) == ("hated", None, [])


def test_a_text_that_is_not_in_utf_8_is_read_with_a_warning(tmp_path):
    (tmp_path / "a.txt").write_bytes("A café.".encode("cp1252"))
    with pytest.warns(tenor.DecodingWarning, match="not UTF-8, read as Windows-1252") as said:
        document = tenor.read(tmp_path / "a.txt")
    assert document.text == "A café."
    assert said[0].filename == __file__


@pytest.mark.usefixtures("project")
def test_texts_are_found_as_the_command_finds_them():
    assert tenor.find_texts("docs") == ("docs/a.md", "docs/b.md")
    assert tenor.find_texts("docs", "./docs/a.md", settings=tenor.Settings()) == (
        "docs/a.md",
        "docs/b.md",
        "docs/old/c.md",
    )


@pytest.mark.usefixtures("project")
def test_settings_hold_for_checks_and_arguments_go_over_them():
    settings = tenor.load_settings(".")
    names = {one.check for one in tenor.check(BLUNT + " It is very unique.", settings=settings)}
    assert names == {"banned-terms", "hostility"}
    assert tenor.check("It is very unique.") == ()
    some = tenor.check(BLUNT, settings=settings, ignore=["hostility"])
    assert some == ()
    analysis = tenor.analyze(BLUNT)
    assert tenor.check(analysis, settings=settings) == tenor.check(BLUNT, settings=settings)
    page = f"{BLUNT} <!-- tenor: ignore hostility -- quoted -->"
    assert tenor.check(page, kind="markdown") == ()


@pytest.mark.usefixtures("project")
def test_a_string_is_checked_under_the_name_it_is_given():
    (plain,) = tenor.check(BLUNT)
    (document,) = tenor.check(tenor.analyze(BLUNT).document)
    (named,) = tenor.check(BLUNT, name=Path("docs/b.md"))
    assert [plain.file, document.file, named.file] == ["-", "-", "docs/b.md"]
    Path("tenor.toml").write_text('[check.per-file-ignores]\n"docs/*.md" = ["hostility"]\n')
    settings = tenor.load_settings(".")
    assert tenor.check(BLUNT, settings=settings, name="docs/b.md") == ()
    assert tenor.check(BLUNT, settings=settings, name="b.md") != ()
    Path("docs/b.md").write_text(BLUNT)
    tenor.check_files("docs", settings=tenor.Settings(), baseline="k.json", write_baseline=True)
    assert tenor.check(BLUNT, baseline="k.json", name="docs/b.md") == ()
    assert tenor.analyze(PAGE, name="a.md").document.title == "A good title"
    assert tenor.analyze(PAGE, name="a.md", kind="plain").document.title == "# A *good* title"


def test_a_text_is_checked_with_the_words_and_the_engine_it_is_analysed_with():
    text = "The plan is a wug. " * 30
    options = {"tone-range": {"min": -0.2}}
    assert tenor.check(text, options=options) == ()
    found = tenor.check(text, options=options, words={"wug": -4})
    assert "tone-range" in {one.check for one in found}
    analysis = tenor.analyze(text, {"wug": -4})
    assert tenor.check(analysis, options=options) == found
    assert tenor.check(CROSS * 9, engine="vader") == tenor.check(
        tenor.analyze(CROSS * 9, engine="vader")
    )


@pytest.mark.usefixtures("project")
def test_files_are_checked_as_the_command_checks_them(tenor):
    import tenor as package

    run = package.check_files("docs", Path("gone.md"))
    said = tenor("check", "docs", "gone.md", "--format", "json", "--no-cache")
    found = json.loads(said.out)
    assert [(one.file, one.check) for one in run.findings] == [
        (one["file"], one["check"]) for one in found["findings"]
    ]
    assert run.findings
    assert [one.file for one in run.failures] == ["gone.md"]
    assert package.check_files("docs", ignore=["hostility", "banned-terms"]).findings == ()


@pytest.mark.usefixtures("project")
def test_only_what_has_changed_counts_by_a_revision_a_diff_and_a_baseline():
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x")
    assert tenor.check_files("docs", diff="HEAD").findings == ()
    assert tenor.check_files("docs").findings != ()
    Path("docs/b.md").write_text(f"{Path('docs/b.md').read_text()}\n{BLUNT}\n")
    (new,) = tenor.check_files("docs", diff="HEAD").findings
    assert (new.file, new.check) == ("docs/b.md", "hostility")
    changes = subprocess.run(["git", "diff"], capture_output=True, check=True).stdout
    assert tenor.check_files("docs", diff=changes).findings == (new,)
    document = tenor.read("docs/b.md")
    assert [one.check for one in tenor.check(document)] == ["hostility"]
    tenor.check_files("docs", baseline="known.json", write_baseline=True)
    assert tenor.check(document, baseline="known.json") == ()
    assert tenor.check_files("docs", baseline="known.json").findings == ()


def test_a_notebook_shows_the_verdict_and_no_markup_of_the_text():
    analysis = tenor.analyze("<script>alert(1)</script> is a wonderful script. " * 5)
    page = analysis._repr_html_()
    assert "<script>" not in page
    assert "About " in page
    assert "flesch-kincaid-grade" in page
    assert "<table>" in page
    assert tenor.analyze("")._repr_html_().startswith("<div><h4>text</h4>")


def test_a_name_in_a_prompt_is_short(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(CROSS * 30)
    analysis = tenor.analyze(CROSS * 300)
    shown = [analysis, analysis.document, analysis.valence, analysis.sentences[0]]
    page = tenor.analyze(f"# A page\n\n{CROSS * 9}\n\n`a`\n\n" * 9, kind="markdown")
    run = tenor.check_files("a.md", options={"tone-range": {"min": 0.5}})
    shown += [page.document, *page.themes, *page.names, page.arc(80), *tenor.MEASURES]
    shown += [run, *run.findings, *tenor.CHECKS, tenor.summarize(page)]
    shown += [part for one in run.findings for part in (*one.evidence, one.source)]
    rules = [tenor.Rule(one, "info", one.defaults()) for one in tenor.CHECKS]
    shown += [examine(page, rules), *rules]
    assert [one for one in map(repr, shown) if len(one) > 100] == []
    assert analysis.sentences[0].text == CROSS.strip()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "text"])
@pytest.mark.parametrize("names", [["docs/a.md"], ["docs/a.md", "docs/b.md"]])
def test_python_writes_the_reports_that_the_command_writes(tenor, form, names):
    import tenor as package

    settings = package.load_settings(".")
    made = [package.analyze(package.read(name), settings=settings) for name in names]
    every = form == "json" or (len(names) == 1 and form == "text")
    said = tenor("report", *names, "--format", form, *(["--all"] if every else [])).out
    assert package.format_report(made, form, every=every) == said
    if len(made) == 1:
        assert package.format_report(made[0], form, every=every) == said


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "text"])
def test_a_report_says_in_python_what_could_not_be_read(tenor, form):
    import tenor as package

    made = package.analyze(package.read("docs/a.md"), settings=package.load_settings("."))
    failures = [package.Failure("gone.md", "No such file or directory")]
    said = tenor("report", "docs/a.md", "gone.md", "--format", form).out
    assert package.format_report(made, form, failures=failures) == said


@pytest.mark.usefixtures("project")
def test_files_are_summarized_as_the_command_reports_them(tenor):
    import tenor as package

    Path("docs/c.md").write_bytes(b"\0\1\2")
    made = package.report_files("docs", Path("gone.md"))
    found = json.loads(tenor("report", "docs", "gone.md", "--json").out)
    assert [one.name for one in made.texts] == [one["name"] for one in found["files"]]
    assert [round(one.valence, 4) for one in made.texts] == [
        one["tone"]["valence"] for one in found["files"]
    ]
    assert [one._asdict() for one in made.failures] == [
        {"file": one["file"], "reason": one["message"]} for one in found["errors"]
    ]
    assert repr(made) == "<Summaries, texts: 2, failures: 2>"
    own = package.report_files("docs/a.md", settings=package.Settings(), engine="vader")
    vader = package.analyze(package.read("docs/a.md"), engine="vader")
    assert own.texts == (package.summarize(vader),)
    with pytest.raises(package.TenorError, match="nothing to report: give a path"):
        package.report_files()
    Path("docs/c.md").write_bytes("A café.".encode("cp1252"))
    with pytest.warns(package.DecodingWarning, match="not UTF-8") as said:
        package.report_files("docs/c.md")
    assert said[0].filename == __file__


def test_texts_are_summarized_in_several_processes_where_that_pays(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CROSS * 9)
    here = tenor.report_files(tmp_path)
    monkeypatch.setattr("tenor.work.pool._PAYS", 10)
    assert tenor.report_files(tmp_path) == here


@pytest.mark.usefixtures("project")
def test_python_draws_a_report_and_findings_as_wide_as_it_is_told(tenor):
    import tenor as package

    made = package.analyze(package.read("docs/a.md"), settings=package.load_settings("."))
    said = tenor("report", "docs/a.md", "--gist", "--width", "60").out
    assert package.format_report(made, "text", gist=True, width=60) == said
    run = package.check_files("docs")
    said = tenor("check", "docs", "--format", "full", "--width", "60", "--no-cache").out
    assert package.format_findings(run, "full", width=60) == said
    said = tenor("check", "docs", "--statistics", "--no-cache").out
    assert package.format_findings(run, "statistics") == said


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["concise", "github", "json", "jsonl", "sarif", "gitlab", "junit"])
def test_python_writes_the_findings_that_the_command_writes(tenor, form):
    import tenor as package

    run = package.check_files("docs", Path("gone.md"))
    said = tenor("check", "docs", "gone.md", "--format", form, "--no-cache").out
    assert package.format_findings(run, form) == said


def test_a_report_of_no_text_and_of_none_at_all_can_be_written():
    assert tenor.format_report([], "text") == ""
    assert json.loads(tenor.format_report([]))["files"] == []
    assert tenor.format_report(tenor.analyze(""), "text") == "text: no text to analyse\n"
    assert "\x1b" not in tenor.format_report(tenor.analyze("a \x1b[31m good day"), "text")


def git(*args):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *args], check=True, env=env)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Make a project of three texts with settings of its own, and go there."""
    (tmp_path / "docs" / "old").mkdir(parents=True)
    for name, text in {
        "tenor.toml": 'exclude = ["docs/old"]\n[words]\nfatal = 0\n'
        '[checks.banned-terms]\nterms = { "very unique" = "unique" }\n',
        "docs/a.md": f"# A fatal error\n\nA fatal error is very unique.\n\n{BLUNT}\n",
        "docs/b.md": "# B\n\nA table with a chair.\n",
        "docs/old/c.md": f"{BLUNT}\n",
    }.items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)


def test_options_hold_over_the_settings_for_a_text_and_for_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("We utilize the plan, and it is a good one.")
    terms = {"banned-terms": {"terms": {"utilize": "use"}, "severity": "error"}}
    for found in (
        tenor.check("We utilize it.", options=terms),
        tenor.check_files("a.md", options=terms).findings,
        tenor.check("We utilize it.", select=["banned-terms"], options=terms),
    ):
        assert [(one.check, one.severity) for one in found] == [("banned-terms", "error")]
    Path("tenor.toml").write_text("[checks.sentence-length]\nmax = 5\n")
    settings = tenor.load_settings(".")
    assert [one.check for one in tenor.check_files("a.md").findings] == ["sentence-length"]
    looser = MappingProxyType({"sentence-length": MappingProxyType({"max": 30})})
    assert tenor.check_files("a.md", options=looser).findings == ()
    assert tenor.check("We utilize the plan, a good one.", settings=settings) != ()
    assert tenor.check("We use the plan, a good one.", settings=settings, options=looser) == ()


@pytest.mark.usefixtures("project")
def test_no_revision_is_an_error_of_ours_whatever_it_holds():
    git("init", "-q")
    for revision in ("a\0", "\ud800", "none"):
        with pytest.raises(tenor.InputError, match="diff: unknown revision"):
            tenor.check_files("docs", diff=revision)


def test_files_in_a_repository_elsewhere_can_be_compared(tmp_path, monkeypatch):
    repository = tmp_path / "repository"
    repository.mkdir()
    monkeypatch.chdir(repository)
    git("init", "-q")
    Path("a.md").write_text("Quiet.\n")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x")
    Path("a.md").write_text(f"Quiet.\n\n{BLUNT}\n")
    monkeypatch.chdir(tmp_path)
    (found,) = tenor.check_files(repository / "a.md", diff="HEAD").findings
    assert (found.check, found.file) == ("hostility", "repository/a.md")


def test_files_that_are_not_in_utf_8_are_checked_with_a_warning(tmp_path):
    (tmp_path / "a.txt").write_bytes("A café.".encode("cp1252"))
    with pytest.warns(tenor.DecodingWarning, match="not UTF-8") as said:
        tenor.check_files(tmp_path)
    assert said[0].filename == __file__


def test_without_a_current_folder_nothing_can_be_found(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(tenor.InputError, match="current folder no longer exists"):
        tenor.find_texts(".")


def test_an_analysis_and_a_document_can_be_kept_in_a_set():
    analysis = tenor.analyze("One.")
    again = tenor.analyze("One.")
    assert len({analysis, again, analysis.document, again.document}) == 2


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("form", ["csv", "md", "text"])
def test_rows_of_files_are_written_as_the_command_writes_them(tenor, form):
    import tenor as package

    Path("docs/bad.md").write_bytes(b"\0")
    summaries = package.report_files("docs")
    assert package.format_report(summaries, form) == tenor("docs", "--format", form).out
    with pytest.raises(ValueError, match="unknown form 'json'"):
        package.format_report(summaries, "json")
