"""Words that call a reader's task easy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Options, Problem
from tenor.findings.subject import phrase_list, word_list

if TYPE_CHECKING:
    from tenor.findings.subject import PhraseHit, Subject

#: "Rather than load it, just return" tells how much, not how easy.
_CONTRAST = frozenset({"rather", "instead"})
#: What stands before something that the reader is asked to do.
_ASKS = frozenset({"please", "then"})
_NEEDS = frozenset({"need", "have"})


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each such word where the reader is being told to do something."""
    for hit in subject.find(phrase_list("belittling"), options.phrases("allow")):
        is_prose = subject.kind(hit.sentence) != "heading" and not subject.is_quoted(hit.span)
        if is_prose and _tells(subject, hit):
            yield _problem(subject, hit)


def _tells(subject: Subject, hit: PhraseHit) -> bool:
    """Tell whether the words around tell the reader to do something."""
    lows = subject.lows[hit.sentence]
    before = lows[hit.at - 1] if hit.at else ""
    after = lows[hit.at + len(hit.words)] if hit.at + len(hit.words) < len(lows) else ""
    if hit.words[0] == "all":
        return True
    if not _CONTRAST.isdisjoint(lows[: hit.at]):
        return False
    if hit.words[0] in {"obviously", "of"}:
        return "you" in lows and after in {"you", ","} and not hit.at
    if hit.words[0] == "easily":
        return False
    if before == "you":
        return after in _NEEDS
    return after in word_list("belittling-doing") and _is_told(lows, hit.at)


def _is_told(lows: Sequence[str], place: int) -> bool:
    """Tell whether what begins at a place of a sentence is said to the reader."""
    before = lows[place - 1] if place else ""
    if before in word_list("belittling-after"):
        return before in _ASKS or "you" in lows[max(0, place - 4) : place]
    return not before or not before[0].isalnum() or before in _ASKS | {"and", "or"}


def _problem(subject: Subject, hit: PhraseHit) -> Problem:
    words = subject.quote(hit.span)
    return Problem(hit.span, f"“{words}” calls the reader's task easy", help=f"leave “{words}” out")


CHECK = Check(
    name="condescension",
    summary="Words that call the reader's task easy: simply, just, of course.",
    why=(
        "To a reader who is stuck, “simply run it” says that the fault is theirs. Only places where"
        " the reader is told to do something are reported; “the file is simply ignored” is not."
    ),
    bad="Simply run the installer. Then you just need to edit the file.",
    good="Run the installer. A file that is missing is simply ignored. We had just arrived.",
    find=find,
    options=(ALLOW,),
    default="off",
)
