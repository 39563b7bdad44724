"""Measures: each asked by itself, nothing counted twice, and one line to add one."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from importlib import import_module
from pkgutil import iter_modules

import pytest

import tenor
from tenor import style, themes, tone
from tenor.analysis import MEASURES
from tenor.document import Position, Span
from tenor.findings.finding import Place, Trace
from tenor.formats.note import note, place_note
from tenor.formats.reports import json
from tenor.formats.terminal import report
from tenor.formats.terminal.ink import Ink
from tenor.measure import Evidence, Factor, Measure, Value


def drawn(analysis):
    return report.draw(analysis, Ink(80), has_every=True, has_gist=True)


@contextmanager
def counted(*places):
    """Count the calls of functions, each given as its module and name, by their arguments."""
    calls = Counter()

    def spy(name, one):
        @wraps(one)
        def called(*args, **kwargs):
            calls[name, *map(id, args)] += 1
            return one(*args, **kwargs)

        return called

    with pytest.MonkeyPatch.context() as patch:
        for module, name in places:
            patch.setattr(module, name, spy(name, getattr(module, name)))
        yield calls


def test_a_measure_is_computed_when_it_is_asked_once_and_alone(monkeypatch):
    asked = []

    def watched(one):
        return replace(one, compute=lambda given: [asked.append(one.name), one.compute(given)][1])

    monkeypatch.setattr("tenor.analysis.MEASURES", tuple(map(watched, MEASURES)))
    analysis = tenor.analyze("It seems we were happy. " * 50)
    assert asked == []
    assert analysis.value("smog") is analysis.value("smog")
    assert analysis.value("hedging").value > 0
    assert asked == ["smog", "hedging"]
    assert {"valence", "sentences", "feelings"}.isdisjoint(vars(analysis))
    assert list(analysis.values) == [one.name for one in MEASURES]
    assert sorted(asked) == sorted(analysis.values)


def test_a_measure_that_is_undefined_is_computed_once_too(monkeypatch):
    asked = []
    none = replace(MEASURES[0], name="none", compute=asked.append)
    monkeypatch.setattr("tenor.analysis.MEASURES", (none,))
    analysis = tenor.analyze("Any.")
    assert analysis.value("none") is analysis.value("none") is None
    assert asked == [analysis]


def test_a_measure_that_there_is_not_is_a_one_line_error():
    with pytest.raises(tenor.TenorError, match=r"^unknown measure 'smug' \(did you mean 'smog'\?"):
        tenor.analyze("Any.").value("smug")


@pytest.mark.parametrize("room", [tone, style])
def test_a_measure_that_is_in_its_rooms_tuple_alone_is_in_every_report(room, monkeypatch, seed):
    new = replace(
        MEASURES[0], name="blik", unit="bliks", compute=lambda one: Value(one.document.words / 2)
    )
    monkeypatch.setattr(room, "MEASURES", (*room.MEASURES, new))
    everything = (*tone.MEASURES, *style.MEASURES)
    monkeypatch.setattr("tenor.analysis.MEASURES", everything)
    monkeypatch.setattr("tenor.formats.terminal.panels.every.MEASURES", everything)
    analysis = tenor.analyze(tenor.read(seed))
    made = json.report(analysis)
    assert {"value": 368.5, "unit": "bliks"} in [
        made["tone"]["measures"].get("blik"),
        made["reading"].get("blik"),
    ]
    assert " blik " in drawn(analysis)
    assert "368.50" in drawn(analysis)


@pytest.mark.parametrize("room", [tone, style])
def test_every_measure_of_a_room_is_in_its_tuple(room):
    modules = [import_module(f"{room.__name__}.{one.name}") for one in iter_modules(room.__path__)]
    made = {value.name for one in modules for value in vars(one).values() if is_measure(value)}
    assert made
    assert made <= {one.name for one in room.MEASURES}


def is_measure(value):
    return isinstance(value, Measure)


def test_nothing_is_counted_twice_in_one_report(seed):
    from tenor.style import counting
    from tenor.themes import theme
    from tenor.tone import valence

    document = tenor.read(seed)
    places = [
        (counting, "tally_word"),
        (style, "counts"),
        (tone, "feelings"),
        (tone, "clauses"),
        (tone, "clause_valence"),
        (themes, "keyphrases"),
        (themes, "scan"),
        (theme, "stars"),
        (valence, "sentence_valence"),
    ]
    with counted(*places) as calls:
        analysis = tenor.analyze(document)
        drawn(analysis)
        json.report(analysis)
        assert {name for name, *_ in calls} == {name for _, name in places}
        ids = [call for call in calls if call[0] not in {"tally_word", "clause_valence"}]
        assert {calls[one] for one in ids} == {1}
    of = Counter(name for name, *_ in calls.elements())
    assert of["sentence_valence"] == len(document.sentences)
    assert of["clauses"] <= len(document.sentences)
    assert (of["counts"], of["feelings"], of["keyphrases"]) == (1, 1, 1)


def test_a_check_takes_what_the_report_has_counted(seed):
    from tenor.checks import CHECKS
    from tenor.findings.check import Rule
    from tenor.findings.examine import examine

    analysis = tenor.analyze(tenor.read(seed))
    drawn(analysis)
    rules = [Rule(check, check.severity, check.defaults()) for check in CHECKS]
    with counted((style, "counts"), (style.counting, "counts"), (tone, "feelings")) as calls:
        examine(analysis, rules)
    assert not calls


def test_evidence_has_its_word_its_base_and_each_factor_with_its_reason():
    (sentence,) = tenor.analyze("It was not very blik!", words={"blik": 2}).sentences
    blik, mark = sentence.valence.evidence
    assert (blik.word, blik.base) == ("blik", 2)
    assert [one.reason for one in blik.factors] == [
        "set by the project",
        "raised by 'very'",
        "flipped by 'not'",
    ]
    assert blik.product == 2 * 1 * 1.6 * blik.factors[-1].value
    assert (mark.word, mark.base, mark.factors) == ("!", -0.292, ())
    assert mark.product / blik.product == pytest.approx(mark.weight / blik.weight)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("6 words",), "6 words"),
        (("good", 1.9), "good +1.9"),
        (("bad", -2.0, (Factor(0.6, "lowered by 'fairly'"),)), "bad -2.0, lowered by 'fairly'"),
        (("x", 1.0, (Factor(1.0, "one"), Factor(2.0, "two, too"))), "x +1.0, one, two, too"),
        (("!", 0.292), "raised by '!'"),
        (("!", 2.0, (Factor(1.0, "set by the project"),)), "! +2.0, set by the project"),
    ],
)
def test_a_note_says_the_word_its_base_and_the_reasons(parts, said):
    assert note(Evidence(Span(0, 1), 0.5, *parts)) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("6 words",), "6 words"),
        (("!",), "!"),
        (("bad", -0.5), "-0.50: bad"),
        (("", 0.5), "+0.50"),
        (("bad", -0.5, (Factor(0.6, "lowered by 'fairly'"),)), "-0.50: bad, lowered by 'fairly'"),
    ],
)
def test_a_note_of_a_place_says_its_valence_before_its_words(parts, said):
    word, *others = parts
    place = Place(Span(0, 1), Position(1, 1), Position(1, 2))
    assert place_note(Trace(place, 1.0, word, "A sentence.", *others)) == said


def test_values_and_analyses_print_short(seed):
    analysis = tenor.analyze(tenor.read(seed))
    value = analysis.valence
    assert repr(value) == f"<Value {value.value}, evidence: {len(value.evidence)}>"
    assert repr(Value(0.0)) == "<Value 0.0, evidence: 0>"
    assert repr(analysis) == f"<Analysis of {str(seed)!r}, words: 737, sentences: 45>"
