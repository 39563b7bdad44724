"""Rows of the cache: what was written comes back, and nothing of another shape reaches a format."""

import json
import math

import pytest

from tenor.api import analyze
from tenor.checks import CHECKS
from tenor.findings.check import Options, Rule
from tenor.findings.examine import examine
from tenor.findings.finding import Run, Trace
from tenor.formats.findings import FORMS, write
from tenor.formats.terminal import findings
from tenor.formats.terminal.ink import Ink
from tenor.gate.folders import across
from tenor.measure import Factor
from tenor.work import rows
from tenor.work.checked import Checked
from tenor.work.unit import Text

NAME = "a.txt"
TEXT = "Stop that now!! It might be. <!-- tenor: ignore shouting -- so it is -->\n\n" * 20
OPTIONS = {"tone-range": {"min": 0.9}}
RULES = tuple(
    Rule(
        one,
        one.severity,
        Options({**one.defaults().settings, **OPTIONS.get(one.name, {})}),
    )
    for one in CHECKS
)
#: What may stand in the place of anything else.
STRANGE = [None, True, -1, 0, 7, 10**400, 1.5, math.nan, math.inf, "", "\ud800", [], [0], {}]


@pytest.fixture(scope="module")
def row():
    """The shortest row that has everything a row can have."""
    made = examine(analyze(TEXT), RULES)
    few = {(bool(one.evidence), one.reason, one.value is None): one for one in made.findings}
    assert made.values
    assert len(few) >= 3
    short = (one._replace(evidence=one.evidence[:1]) for one in few.values())
    return rows.dumps(made._replace(findings=tuple(short)))


def spoiled(value):
    """Yield a row's data with one part of it replaced, left out, or there twice."""
    yield from STRANGE
    if isinstance(value, list):
        for n, part in enumerate(value):
            yield from ([*value[:n], other, *value[n + 1 :]] for other in spoiled(part))
            yield from ([*value[:n], *value[n + 1 :]], [*value[:n], part, *value[n:]])
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from ({**value, key: other} for other in spoiled(part))
            yield {"no-such-check": part}
            yield {"shouting": part}


def write_in_every_form(examined):
    """Compare a folder of eight such files, and write what was found in each form."""
    texts = [Checked(Text(f"{n}.txt", b""), RULES) for n in range(8)]
    values = {check: {text.name: one for text in texts} for check, one in examined.values.items()}
    compared = tuple(one for _, _, one in across(texts, values) if one)
    run = Run((NAME,), (*examined.findings, *compared))
    for form in FORMS:
        assert write(run, form).encode("utf-8", "replace") or not run.findings
    assert findings.draw(run, Ink(20, is_terminal=True))
    assert sum(map(run.fails, run.findings)) <= len(run.findings)


def test_what_is_kept_comes_back_as_it_was():
    made = examine(analyze(TEXT), RULES)
    place, cause = made.findings[0].place, (Factor(0.5, "halved"), Factor(1, "and so on"))
    traces = (Trace(place, 0.1, "so", "So.", 0.2, cause), Trace(place, 0.1, "so", "So."))
    made = made._replace(findings=(made.findings[0]._replace(evidence=traces), *made.findings[1:]))
    named = tuple(one._replace(file=NAME) for one in made.findings)
    assert rows.loads(rows.dumps(made), NAME, RULES) == made._replace(findings=named)


def test_a_row_of_any_other_shape_is_none_or_a_result_that_every_form_can_write(row):
    made = [rows.loads(json.dumps(data), NAME, RULES) for data in spoiled(json.loads(row))]
    results = {rows.dumps(one): one for one in made if one is not None}
    for one in results.values():
        write_in_every_form(one)
    assert len(made) > 1000
    assert 50 < len(results) < len(made) / 3


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("severity", "fatal"),
        ("check", "no-such-check"),
        ("message", 3),
        ("value", "high"),
        ("value", math.nan),
        ("worse", 0.5),
        ("lines", [0, 1]),
        ("place", [[5, 2], [1, 1], [1, 1]]),
        ("place", [[0, 2], [1, 10_000_000], [1, 10_000_001]]),
        ("source", ["x", 1, 0, 0]),
        ("evidence", [[[[0, 1], [1, 1], [1, 2]], "heavy", "", "", None, []]]),
        ("evidence", [[[[0, 1], [1, 1], [1, 2]], 1, "", "", "heavy", []]]),
        ("evidence", [[[[0, 1], [1, 1], [1, 2]], 1, "", "", None, [[0.5, 2]]]]),
        ("evidence", [[[[0, 1], [1, 1], [1, 2]], 1, "", "", None]]),
        ("reason", []),
    ],
)
def test_a_field_that_cannot_be_so_makes_the_row_none(row, field, wrong):
    found, values, unread = json.loads(row)
    found[0][rows.Finding._fields.index(field)] = wrong
    assert rows.loads(json.dumps([found, values, unread]), NAME, RULES) is None


def test_a_row_is_none_under_rules_that_lack_its_check(row):
    assert rows.loads(row, NAME, ()) is None
