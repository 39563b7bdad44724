"""Pace: how far the work on a text is, in order and without a listener for nothing."""

import tenor
from tenor import pace
from tenor.formats.terminal import report
from tenor.formats.terminal.ink import Ink

TEXT = "\n\n".join("The old cow gives milk. A rocket burns fuel." for _ in range(400))


def test_a_report_tells_how_far_it_is_from_nothing_to_nearly_all():
    shares = []
    with pace.told(shares.append):
        report.draw(tenor.analyze(TEXT), Ink())
    assert shares == sorted(shares)
    assert (shares[0], 0.5 < shares[-1] < 1) == (0, True)
    assert len(shares) > 200


def test_nobody_is_told_after_the_end_and_nothing_changes():
    shares = []
    with pace.told(shares.append):
        first = tenor.analyze(TEXT).valence
    before = len(shares)
    assert tenor.analyze(TEXT).valence == first
    assert len(shares) == before
    assert pace.over("tone", [1, 2]) == [1, 2]


def test_the_last_listener_is_told():
    outer, inner = [], []
    with pace.told(outer.append), pace.told(inner.append):
        assert [*pace.over("sentences", "abcd")] == [*"abcd"]
    assert (outer, len(inner)) == ([], 4)
