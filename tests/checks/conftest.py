"""Checking a text in one line."""

import pytest

from tenor.analysis import analyze, read_source
from tenor.checks import CHECKS, Rule
from tenor.checks.run import examine
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
        return examine(analyze(read_source(Source(file, text))), rules, file).findings

    return run
