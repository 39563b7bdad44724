"""Checking a text in one line."""

import pytest

from tenor.analysis import read_source
from tenor.api import analyze
from tenor.checks import CHECKS, Rule
from tenor.checks.run import examine
from tenor.checks.subject import Subject
from tenor.checks.suppressions import suppressions
from tenor.files import Source

NAMED = {check.name: check for check in CHECKS}


@pytest.fixture(scope="session")
def find():
    """Give the findings of some checks in a text, by name; options go to the first of them."""

    def run(text, *names, options=None, file="a.md"):
        rules = [
            Rule(
                NAMED[name],
                NAMED[name].severity,
                {**NAMED[name].defaults(), **((options or {}) if name == names[0] else {})},
            )
            for name in names
        ]
        return examine(analyze(read_source(Source(file, text))), rules).findings

    return run


@pytest.fixture(scope="session")
def subject():
    """Give a text as the checks are given it."""

    def make(text, file="a.md"):
        analysis = analyze(read_source(Source(file, text)))
        return Subject(analysis, suppressions(analysis.document))

    return make
