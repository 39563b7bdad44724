"""What a result in the cache depends on."""

import pytest

from tenor.checks import CHECKS
from tenor.findings.check import Options, Rule
from tenor.work import pool
from tenor.work.checked import Checked, check_all
from tenor.work.unit import Text

NAMED = {check.name: check for check in CHECKS}
UTILIZE = Text("a.md", b"We utilize it.")
BLIK = Text("a.md", b"It is blik. He is blik. She is blik.")


@pytest.fixture
def told(tmp_path):
    """Give the severity and the help of each finding in a text, through the cache."""

    def run(text, name, severity="warning", **settings):
        rule = Rule(NAMED[name], severity, Options({**NAMED[name].defaults().settings, **settings}))
        (outcome,) = check_all([Checked(text, (rule,))], tmp_path, pool.unseen)
        return [(one.severity, one.help) for one in outcome.result.findings]

    return run


def test_a_result_is_kept_for_the_severity_and_every_option(told):
    terms = {"terms": ("utilize",)}
    for _ in range(2):
        assert told(UTILIZE, "banned-terms", **terms) == [("warning", "")]
        assert told(UTILIZE, "banned-terms", "error", **terms) == [("error", "")]
        assert told(UTILIZE, "banned-terms", **terms, allow=("utilize it",)) == []


def test_a_result_is_kept_for_the_order_of_terms_and_words(told):
    terms = {"utilize": "use", "Utilize": "try"}
    words = {"blik": -4.0, "Blik": 4.0}
    for order, word, count in ((list, "try", 0), (reversed, "use", 1)):
        ordered = {term: terms[term] for term in order([*terms])}
        assert told(UTILIZE, "banned-terms", terms=ordered) == [("warning", f"say “{word}”")]
        text = BLIK._replace(words={name: words[name] for name in order([*words])})
        assert len(told(text, "negative-passage")) == count
