"""The generated cases of tests/accuracy/behaviour.py: few may fail, in no ability many."""

from __future__ import annotations

import runpy
from pathlib import Path

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import NEUTRAL_BAND, document_valence, score

CASES = Path(__file__).parents[1] / "accuracy" / "behaviour.py"


def valence(text):
    document = segment("text", text, plain.read(text))
    return document_valence(document, score(document)).value


def test_hardly_any_generated_case_fails():
    rates = runpy.run_path(str(CASES))["rates"](valence, NEUTRAL_BAND)
    failed = {ability: failed / total for ability, (failed, total) in rates.items()}
    assert sum(total for _, total in rates.values()) > 1000
    assert max(failed.values()) < 0.08, failed
    assert sum(failed.values()) / len(failed) < 0.03, failed
    assert failed["fairness"] == 0
