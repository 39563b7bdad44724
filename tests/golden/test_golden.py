"""The report of the sample essay, as it was last looked at; `--rewrite` writes it anew."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PICTURE = HERE.parent.parent / ".github" / "report.svg"
CASES = {
    "report-60.txt": ["--width", "60"],
    "report-80.txt": ["--width", "80"],
    "report-100.txt": ["--width", "100"],
    "report-120.txt": ["--width", "140"],
    "report-all.txt": ["--width", "100", "--all"],
    "report.json": ["--json"],
    "report.csv": ["--format", "csv"],
    "report.md": ["--format", "md"],
}


CHECKS = {
    "check-60.txt": ["--format", "full", "--width", "60"],
    "check-100.txt": ["--format", "full", "--width", "100"],
    "check.sarif": ["--format", "sarif"],
    "check.json": ["--format", "json"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_findings_in_the_seed_are_as_they_were(tenor, seed, name, rewrite):
    args = ["check", *CHECKS[name], "--no-config", "--no-cache", "seeds/"]
    ran = tenor(*args, cwd=seed.parent.parent)
    assert (ran.code, ran.err) == (1, "")
    compare(HERE / name, ran.out, rewrite=rewrite)


@pytest.mark.parametrize("name", CASES)
def test_the_report_of_the_seed_is_as_it_was(tenor, seed, name, rewrite):
    ran = tenor(*CASES[name], "seeds/", cwd=seed.parent.parent)
    assert (ran.code, ran.err) == (0, "")
    compare(HERE / name, ran.out, rewrite=rewrite)


def test_the_picture_in_the_readme_is_the_report(tenor, seed, rewrite):
    ran = tenor("--width", "90", "--color", "always", "seeds/", cwd=seed.parent.parent)
    compare(PICTURE, drawn(ran.out), rewrite=rewrite)


def test_the_json_report_fits_its_schema(tenor, seed):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(
        (HERE.parent.parent / "src/tenor/formats/reports/report.schema.json").read_text("utf-8")
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for args in ([seed], ["--all", seed], [seed, "README.md"], [seed, "none.md"], ["none.md"]):
        ran = tenor("--json", *args, cwd=seed.parent.parent)
        validator.validate(json.loads(ran.out))
    validator.validate(json.loads(tenor("--json", "-", stdin="").out))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"schema_version": 1})


def compare(path, shown, *, rewrite):
    if rewrite:
        path.write_text(shown, "utf-8", newline="\n")
    assert shown == path.read_bytes().decode("utf-8")


def drawn(shown):
    """Draw what a terminal shows as a picture."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=92, file=StringIO(), _environ={})
    console.print(Text.from_ansi(shown.rstrip()))
    svg = console.export_svg(title="tenor seeds/", unique_id="report")
    svg = re.sub(r"\s*@font-face \{.*?\}(?=\n)", "", svg, flags=re.DOTALL)  # fetch no font
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
