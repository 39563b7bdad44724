"""What a person sees at a width: bars or words, and how high a column stands for how much tone."""

import pytest

import tenor
from tenor.formats.reports import markdown
from tenor.formats.terminal import report, table
from tenor.formats.terminal.ink import Ink
from tenor.formats.terminal.panels import arc as arc_picture
from tenor.summary import STRIP, summarize
from tenor.tone import NEUTRAL_BAND

FULL, ALMOST = 0.53, 0.52


@pytest.mark.parametrize("width", [60, 69, 70, 71, 72, 80, 100])
def test_bars_are_drawn_only_where_they_leave_room_for_the_words_beside_them(analysis, width):
    """At 70 columns and under they would leave the words less than 44 of them."""
    shown = report.draw(analysis, Ink(width)).splitlines()
    (joy,) = (line for line in shown if line.split()[:1] == ["joy"])
    (theme,) = (line for line in shown if line.split()[:1] == ["networking"])
    assert ("█" in joy) == ("█" in theme) == ("▪" in theme) == (width > 70)
    if width > 70:
        assert width - joy.index("cheers L11") >= 44
    assert max(map(len, shown)) <= width


@pytest.mark.parametrize("width", [60, 70, 71, 100])
def test_the_table_has_arcs_where_the_report_has_bars(width):
    shown = table.draw([], Ink(width)).splitlines()
    assert ("arc" in shown[0].split()) == (width > 70)


def drawn(analysis, *values):
    """Draw an arc of these values; give what stands above its axis and below."""
    arc = analysis.arc(80)
    pairs = zip(arc.columns, values, strict=False)
    columns = tuple(column._replace(value=value) for column, value in pairs)
    above, _, below, _ = arc_picture.picture(
        analysis.document, arc._replace(columns=columns), Ink()
    )
    return above.plain[arc_picture.MARGIN :], below.plain[arc_picture.MARGIN :]


def test_a_column_is_full_from_a_strong_tone_on_whatever_else_the_text_holds(analysis):
    """One sentence in thirty goes beyond ±0.53: those alone are as high as there is room."""
    assert drawn(analysis, FULL, ALMOST, 0.3, NEUTRAL_BAND, 0.0) == ("█▇▅▂ ", "     ")
    assert drawn(analysis, -0.6, -0.3, -NEUTRAL_BAND, 0.0) == ("    ", "█▀▔ ")


def test_a_mild_text_does_not_look_like_a_strong_one(analysis):
    above, _ = drawn(analysis, 0.3, 0.2, 0.1)
    assert above == "▅▃▂"
    assert max(above) < drawn(analysis, FULL)[0]


def test_where_a_tone_is_stronger_still_the_columns_are_measured_by_it(analysis):
    assert drawn(analysis, 0.9, 0.6, 0.45) == ("█▆▅", "   ")


def test_the_strip_of_the_table_has_the_heights_of_the_arc():
    values = [FULL, ALMOST, 0.3, 0.0, -0.3, -0.29]
    assert table.strip(values, Ink()).plain == "█▇▅·▀▔"


def test_a_row_is_rounded_once():
    """0.11496 is +0.11; by way of 0.1150 it would be +0.12."""
    whole = summarize(tenor.analyze("A table."))._replace(valence=0.11496)
    assert "+0.11" in table.draw([whole], Ink(80))
    assert "| +0.11 |" in markdown.write([whole])


def test_a_strip_has_the_means_of_equal_stretches_in_reading_order():
    text = "It was good. " * 12 + "It was bad. " * 12
    strip = summarize(tenor.analyze(text)).strip
    assert (len(strip), [value > 0 for value in strip]) == (STRIP, [True] * 6 + [False] * 6)
    assert len(summarize(tenor.analyze("It was good. It was bad.")).strip) == 2
    assert summarize(tenor.analyze("")).strip == ()
