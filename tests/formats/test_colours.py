"""What is read is in the terminal's own colour: colours and dim mark signs, bars and frames."""

import re

import pytest

import tenor as package
from tenor.cli import streams
from tenor.formats.terminal import checks, explain, findings, report, table
from tenor.formats.terminal.ink import Ink

TEXT = (
    "# A trip\n\n"
    "We loved the wonderful house, and the kind people were happy to help us there. "
    "Then the terrible storm came, and the cruel flood killed the poor horse.\n\n"
) * 8
INK = Ink(100, color=True)
_CODES = re.compile(r"\x1b\[([\d;]*)m([^\x1b]*)")
#: Of words only the severity of a finding has a colour: it is said by the word itself.
SEVERITIES = {"error", "warning", "info"}

#: The usual values of ANSI's colours, of default text and of the ground, by terminal.
PALETTES = {
    "xterm dark": ("#000000", "#e5e5e5", "#00cd00", "#cd0000"),
    "xterm white": ("#ffffff", "#000000", "#00cd00", "#cd0000"),
    "Solarized dark": ("#002b36", "#839496", "#859900", "#dc322f"),
    "Solarized light": ("#fdf6e3", "#657b83", "#859900", "#dc322f"),
}


def drawn():
    """Draw everything a person may read, in colour."""
    analysis = package.analyze(TEXT, kind="markdown")
    yield report.draw(analysis, INK, has_every=True)
    yield table.draw([package.summarize(analysis)] * 2, INK)
    yield explain.stretch(analysis, analysis.sentences[0].span, INK)
    yield explain.stretch(analysis, package.Span(0, len(TEXT)), INK)
    yield from (explain.theme(analysis, theme, INK) for theme in analysis.themes)
    yield from (checks.explain(check, INK) for check in package.CHECKS)
    yield checks.catalogue(INK)


def coloured(picture):
    """Give the stretches of a picture that are dim or have a colour."""
    for codes, words in _CODES.findall(picture):
        if {"2", *map(str, range(30, 38)), *map(str, range(90, 98))} & set(codes.split(";")):
            yield words


def test_nothing_that_is_read_is_dim_or_coloured():
    pictures = [*drawn()]
    marks = [words for picture in pictures for words in coloured(picture)]
    assert any("▲" in words for words in marks)
    assert [words for words in marks if re.search(r"\w", words)] == []


def test_of_a_finding_only_the_severity_is_coloured(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("Stop that now!! You idiot, simply shut up.\n")
    run = package.check_files(path, settings=package.Settings())
    assert run.findings
    words = {words.strip() for words in coloured(findings.draw(run, INK))}
    assert {word for word in words if re.search(r"\w", word)} <= SEVERITIES


def luminance(colour):
    """Give the relative luminance of a colour (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", PALETTES)
def test_what_is_read_has_the_contrast_of_the_terminals_own_text(name):
    ground, text, green, red = PALETTES[name]
    print(name, *(f"{contrast(ground, colour):.1f}" for colour in (text, green, red)))
    # Solarized's own text is what it is: 4.1 on its light ground.
    assert contrast(ground, text) >= (4.1 if name.startswith("Solarized") else 4.5)


@pytest.mark.parametrize(
    ("choice", "environment", "is_shown", "styled"),
    [
        ("auto", ("1", "xterm"), True, True),
        ("auto", ("", "xterm"), True, False),
        ("auto", ("1", "xterm"), False, False),
        ("auto", ("1", "dumb"), True, False),
        ("never", ("1", "xterm"), True, False),
    ],
)
def test_no_color_keeps_bold_and_underline(monkeypatch, choice, environment, is_shown, styled):
    monkeypatch.setattr(streams, "is_terminal", lambda _: is_shown)
    for name, value in zip(("NO_COLOR", "TERM"), environment, strict=True):
        monkeypatch.setenv(name, value)
    assert streams.is_styled(choice, None) == styled
    assert not streams.is_styled(choice, "a.txt")


def test_what_is_styled_has_no_colour():
    picture = report.draw(package.analyze(TEXT, kind="markdown"), Ink(100, is_styled=True))
    codes = {code for group, _ in _CODES.findall(picture) for code in group.split(";")}
    assert {"1", "4"} <= codes
    assert codes <= {"", "0", "1", "2", "4", "22", "24"}
