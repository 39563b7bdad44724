"""A line of evidence, in words and as data: what adds to a value, its weight, what changes that.

A measure's lines are words, a finding's are places: sentences, sections, phrases.
"""

from __future__ import annotations

from tenor.findings.finding import Trace
from tenor.formats.objects import Object, rounded
from tenor.measure import Evidence
from tenor.tone import MARK


def parts(trace: Evidence | Trace) -> Object:
    """Give what a line of evidence is made of, as data."""
    factors = [{"value": rounded(value), "reason": reason} for value, reason in trace.factors]
    return {"word": trace.word, "base": rounded(trace.base), "factors": factors}


def note(trace: Evidence) -> str:
    """Say in words what a line of evidence is made of."""
    if is_mark(trace):
        return f"raised by '{trace.word}'"
    bare = trace.word if trace.base is None else f"{trace.word} {trace.base:+z.1f}"
    return ", ".join([bare, *[factor.reason for factor in trace.factors]])


def place_note(trace: Trace) -> str:
    """Say in words what stands at a place of evidence, after the valence it has by itself."""
    tone = "" if trace.base is None else f"{trace.base:+z.2f}"
    bare = ": ".join(filter(None, (tone, trace.word)))
    return ", ".join([bare, *[factor.reason for factor in trace.factors]])


def is_mark(trace: Evidence) -> bool:
    """Tell an exclamation mark: one that a project has given a valence says so in a factor."""
    return trace.word == MARK and not trace.factors
