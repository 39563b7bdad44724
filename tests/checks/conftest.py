"""Checking a text in one line."""

import pytest

from tenor.analysis import read_source
from tenor.api import analyze
from tenor.checks import CHECKS, Rule
from tenor.checks.check import Options
from tenor.checks.run import examine
from tenor.checks.subject import Subject
from tenor.checks.suppressions import suppressions
from tenor.files import Source

NAMED = {check.name: check for check in CHECKS}


@pytest.fixture(scope="session")
def find():
    """Give the findings of some checks in a text, by name; options go to the first of them."""

    def run(text, *names, options=None, file="a.md"):
        first, *rest = (
            Rule(check, check.severity, check.defaults()) for check in map(NAMED.get, names)
        )
        own = Options({**first.options.settings, **(options or {})})
        rules = [first._replace(options=own), *rest]
        return examine(analyze(read_source(Source(file, text))), rules).findings

    return run


@pytest.fixture(scope="session")
def subject():
    """Give a text as the checks are given it."""

    def make(text, file="a.md"):
        analysis = analyze(read_source(Source(file, text)))
        return Subject(analysis, suppressions(analysis.document))

    return make
