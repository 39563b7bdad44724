"""Findings as text, one file a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never, get_args

if TYPE_CHECKING:
    from tenor.findings.finding import Run

#: A form that needs no terminal.
PlainForm = Literal["concise", "github", "json", "jsonl", "sarif", "gitlab", "junit"]
FORMS: tuple[PlainForm, ...] = get_args(PlainForm)
#: The forms for people: they go by the stream's encoding, the others are data in UTF-8.
FOR_PEOPLE: frozenset[PlainForm] = frozenset({"concise", "github"})


def write(run: Run, form: PlainForm) -> str:
    """Write a run in one of the forms; each is imported only if it is asked for."""
    match form:
        case "concise":
            from tenor.formats.findings.concise import write
        case "github":
            from tenor.formats.findings.github import write
        case "json":
            from tenor.formats.findings.json import write
        case "jsonl":
            from tenor.formats.findings.json import write_lines as write
        case "sarif":
            from tenor.formats.findings.sarif import write
        case "gitlab":
            from tenor.formats.findings.gitlab import write
        case "junit":
            from tenor.formats.findings.junit import write
        case _:
            assert_never(form)
    return write(run)
