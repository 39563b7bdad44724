"""Put a text through checks: problems become findings, suppressions take their part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from tenor.document import Document, Span
from tenor.findings.check import ENOUGH_WORDS, MOST_EVIDENCE, Problem, Rule
from tenor.findings.finding import Examined, Finding, Line, Measured, Place, Trace
from tenor.findings.subject import Subject
from tenor.findings.suppressions import Coverage, Suppression, suppressions
from tenor.measure import Evidence

if TYPE_CHECKING:
    from tenor.analysis import Analysis

#: The check that needs to know which suppressions were of use, and so comes last.
LAST = "unused-ignore"
#: How much of a source line a finding carries on either side.
_AROUND = 240
#: Longer sentences are cut, with so many digits of a hash of the whole at the end.
_LONGEST, _DIGITS = 1000, 16


def examine(analysis: Analysis, rules: Sequence[Rule]) -> Examined:
    """Check one text; a finding the text suppresses is kept, with the reason."""
    document = analysis.document
    written = suppressions(document)
    subject = Subject(analysis, written)
    coverage, nothing = Coverage(written), Coverage(())
    findings: list[Finding] = []
    values: dict[str, Measured] = {}
    used: set[Suppression] = set()
    for rule in rules:
        if rule.check.name == LAST:
            continue
        for problem in _problems(subject, rule):
            if rule.check.across and problem.value is not None:
                covering = coverage.of(rule.check.name, problem.span)
                used.update({covering} if covering else ())
                reason = covering.reason if covering else None
                values[rule.check.name] = Measured(problem.value, reason)
            else:
                findings.append(_finding(subject, rule, problem, coverage, used))
    unused = _unused(written, used, [rule.check.name for rule in rules])
    last = Subject(analysis, written, unused)
    for rule in rules:
        if rule.check.name == LAST:
            found = rule.check.find(last, rule.options)
            findings += [_finding(last, rule, problem, nothing, used) for problem in found]
    findings.sort(key=lambda finding: finding.key)
    return Examined(tuple(findings), values, _unread(analysis))


def _unread(analysis: Analysis) -> str:
    """Say what is not checked, since it is in another language."""
    from tenor.verdict import other

    if analysis.is_foreign:
        return "it is not in English and is not checked"
    return "".join(one.said("checked") for one in other(analysis))


def _problems(subject: Subject, rule: Rule) -> Iterable[Problem]:
    """Run one check; a budget says nothing about a short text."""
    if rule.check.is_budget and subject.document.words < ENOUGH_WORDS:
        return ()
    return rule.check.find(subject, rule.options)


def _unused(
    written: Iterable[Suppression], used: set[Suppression], selected: Sequence[str]
) -> tuple[Suppression, ...]:
    """Give the suppressions that silenced nothing though their checks were run."""
    return tuple(
        one
        for one in written
        if one.verb and one not in used and all(name in selected for name in one.names)
    )


def _finding(
    subject: Subject,
    rule: Rule,
    problem: Problem,
    coverage: Coverage,
    used: set[Suppression],
) -> Finding:
    """Write a problem down, and note the suppressions that cover it."""
    document = subject.document
    check = rule.check.name
    covering = coverage.of(check, problem.span)
    if covering:
        used.add(covering)
    sentence, lines = _sentence(subject, problem.span)
    return Finding(
        file=document.name,
        place=_place(document, problem.span),
        check=check,
        severity=rule.severity,
        message=problem.message,
        label=problem.label,
        evidence=tuple(_trace(subject, one) for one in problem.evidence[:MOST_EVIDENCE]),
        help=problem.help,
        value=problem.value,
        worse=problem.worse,
        sentence=sentence,
        lines=lines,
        source=source_line(document, problem.span),
        reason=covering.reason if covering else None,
    )


def _trace(subject: Subject, evidence: Evidence) -> Trace:
    span, weight, word, base, factors = evidence
    sentence, _ = _sentence(subject, span)
    return Trace(_place(subject.document, span), weight, word, sentence, base, factors)


def _place(document: Document, span: Span) -> Place:
    return Place(span, document.position(span.start), document.position(span.end))


def sentences(document: Document) -> set[str]:
    """Give every sentence of a text, spaces folded, as findings name them."""
    return {_folded(document, *sentence.span) for sentence in document.sentences}


def _folded(document: Document, start: int, end: int) -> str:
    """Give a stretch as it reads, spaces folded; as it is written where nothing is read there."""
    words = " ".join(document.plain[start:end].replace("\u200b", "").split())
    words = words or " ".join(document.text[start:end].split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST]} … {blake2b(words.encode('utf-8', 'replace')).hexdigest()[:_DIGITS]}"


def _sentence(subject: Subject, span: Span) -> tuple[str, tuple[int, int]]:
    """Give the sentences a span stands in, folded, and their first and last line."""
    document = subject.document
    first, last = (
        subject.sentence_at(span.start),
        subject.sentence_at(max(span.start, span.end - 1)),
    )
    start = document.sentences[first].span.start if first is not None else span.start
    end = document.sentences[last].span.end if last is not None else span.end
    words = subject.folds.get((start, end))
    if words is None:
        words = subject.folds[start, end] = _folded(document, start, end)
    return words, (document.line(start), document.line(max(start, end - 1)))


def source_line(document: Document, span: Span) -> Line:
    """Cut the piece of a line around the beginning of a span."""
    number = document.line(span.start)
    starts = document.line_starts
    start = starts[number - 1]
    end = starts[number] if number < len(starts) else len(document.text)
    left = max(start, span.start - _AROUND)
    right = min(end, max(span.start, min(span.end, end)) + _AROUND, span.start + 2 * _AROUND)
    text = document.text[left:right].rstrip("\r\n")
    return Line(text, document.position(left).column, left > start, right < end)
