"""What in a plain text is for a machine or from one: sessions, logs, diffs, stretches of code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from tenor.document import Span
from tenor.readers.sheet import Line, run_end

#: Lines that are indented so far may be code.
_INDENT = 4
#: Of a paragraph of code this share of the lines look like it.
_SHARE = 0.6
#: No line of code is longer than this.
_WIDTH = 400


def _any(*forms: str) -> re.Pattern[str]:
    """Make a pattern of which any of the forms will do."""
    return re.compile("|".join(f"(?:{form})" for form in forms))


_PROMPT = _any(
    r"\$\s+(?=[a-z./~_][\w./~@-]*(?:\s|$))",
    r">>>(?:\s|$)",
    r"[\w.-]{1,40}@[\w.-]{1,60}[:\s][^$#\s]{0,80}[$#]\s",
    r"In \[\d+\]: ",
    r"(?:irb|sqlite|mysql|PS [A-Z]:[^>]{0,80}|[A-Z]:\\[^>]{0,80})>\s*\S",
)
_FENCE = re.compile(r"(?:```|~~~)[^`~]*$")
_TRACE = re.compile(r"Traceback \(most recent call last\):$")
_FRAME = re.compile(r"at [\w.$<>/]+\([\w.: ]*\)$|\.\.\. \d+ more$|Caused by: \S+(?::|$)")

_TIME = r"\d\d:\d\d:\d\d(?:[.,]\d+)?"
_STAMP = _any(
    rf"[\[(]?\d{{4}}[-/.]\d\d[-/.]\d\d[T ]{_TIME}\S*(?:\s|$)",
    rf"[\[(]?\d\d[-/]\w{{2,3}}[-/]\d{{2,4}}[: ]{_TIME}\S*(?:\s|$)",
    rf"(?:[A-Z][a-z]{{2}} )?[A-Z][a-z]{{2}} [ \d]\d {_TIME}(?: \d{{4}})?\s",
    rf"[\[(]?{_TIME}[\])]?\s",
    r"\[\s{0,6}\d{1,7}\.\d{3,9}\]\s",
    r"\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[",
)
_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE|ERR|CRIT)"
#: A line that begins with how grave it is.
_GRADED = re.compile(rf"\[{_LEVEL}\]|{_LEVEL}:?\s+\S")
#: What is logged says how grave it is, which program it comes from, or figures; else it is talk.
_LOGGED = _any(
    rf"\b{_LEVEL}\b",
    r"[\w./-]+\[\d+\]|\bHTTP/\d|\w=\S|\w/\w|\w_\w|\d(?:ms|s|KB|MB)\b|\w\(\)|::|\w\.\w+\.\w",
    r"^\[\s*\d+\.\d+\]",
)

_HUNK = re.compile(r"@@ -\d{1,9}(?:,(?P<old>\d{1,9}))? \+\d{1,9}(?:,(?P<new>\d{1,9}))? @@")
_DIFF_HEAD = _any(
    r"diff -|index [0-9a-f]{4}|--- \S|\+\+\+ \S|Index: |={60}|(?:new|deleted) file mode ",
    r"(?:old|new) mode |similarity index |rename (?:from|to) |copy (?:from|to) |Binary files ",
)

#: The first words of commands, with enough behind them to be no words of prose.
_COMMAND = (
    r"sudo \w|npx \w|kubectl \w|systemctl \w|docker-compose \w|pytest(?: -|$)|cmake [-.]|make -",
    r"pip3? (?:install|uninstall|freeze|list|show)\b|conda (?:install|create|activate)\b",
    r"(?:npm|pnpm|yarn) (?:install|i|run|test|start|ci|add|init)\b|brew (?:install|update)\b",
    r"git (?:clone|commit|push|pull|add|checkout|status|init|log|diff|rebase|merge|branch)\b",
    r"git (?:fetch|stash|reset|remote|switch|tag)\b|apt(?:-get)? (?:install|update|upgrade)\b",
    r"cargo (?:build|run|test|install|add)\b|go (?:build|mod)\b|docker (?:run|build|pull|ps)\b",
    r"chmod [\d+ugoa]|mkdir -|rm -|cd [~.]?[./\w-]*$|curl (?:-|http)|wget (?:-|http)|ssh \S+@",
    r"scp \S+:|tar -?[cxztvf]+ |(?:python3?|node|bash|sh|ruby|perl) (?:-\w|\S+\.\w{1,3}\b)",
    r"export [A-Z_]+=|echo [\"$'>]|\./[\w.-]+(?:\s|$)",
)
_IS_COMMAND = _any(*_COMMAND)
_CODE = _any(
    rf"(?:{'|'.join(_COMMAND)})(?!.*[a-z][.!?]$)",
    r"(?:async )?(?:def|class|func|fn|function|interface|struct|impl|enum) [\w.]+.*[:{(]$",
    r"(?:async )?def \w+\(|import [\w.{*]+(?: as \w+)?(?: from .+)?;?$|from [\w.]+ import ",
    r"(?:const|let|var|int|char|float|double|bool|void|public|private|static)\b.*[;({=]$",
    r"#include [<\"]",
    r"(?:const|let|var|int|float|double|bool|String) \w+ = |return [\w.]+$|using [\w.]+;$",
    r"(?:if|elif|while|for|with|except|switch|catch)\b.*[()=<>\[\]!_].*[:{]$",
    r"(?:else|try|finally|do):?\s?\{?$|for \w+(?:, \w+)? in .*:$|@\w[\w.]*(?:\(.*\))?$",
    r"[a-z_$][\w$]*(?:\.\w+)*(?:\[[^\]]{0,80}\])?\s?(?:[-+*/|&:]?=(?!=)|<-)\s?\S.{0,200}(?<![a-z][.!?])$",
    r"[A-Z][A-Z\d_]+\s?=\s?\S|[a-z_$][\w$]*(?:\.\w+)*\([^)]*\)[;,:{]?$|[a-z_$][\w$]*(?:\.\w+)+\(",
    r"</?[a-z!][^>]*>(?:.*</[a-z]\w*>)?$|[\"'][\w-]+[\"']\s*:\s*\S|[\[\]{})(]+[;,]?$",
    r"(?=.*+(?<=[;{>&|\\])).*(?:\w\(.*\);|[)\w] \{|\};|=> ?\{?| &&| \|\|| \\)$",
    r"SELECT\s.*\sFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|WHERE \w+ ?[=<>]",
    r"(?=.*[A-Za-z])[\w~+-]*[./_][\w./~+-]+\w/?$|\[[\w.:-]+\]$|--?[a-z][\w-]*(?:[=\s]|$)",
)
#: A line that begins otherwise begins nothing but a stretch: most lines need no further look.
_MARKED = _any(
    r"[\W\d]|(?:Traceback|at|Caused|Index|index|new|deleted|old|mode|similarity|rename|copy|diff"
    rf"|Binary|In|irb|sqlite|mysql|PS|[A-Z]:\\|[\w.-]{{1,40}}@)|{_LEVEL}|_",
    r"[A-Z][a-z]{2} (?:[A-Z][a-z]{2} )?[ \d]\d ",
)
#: What may stand among code, and says nothing by itself.
_REMARK = re.compile(r"(?:#|//|/\*|\*|--)\s|[\w-]+:\s|\d+$")


def code(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the runs of lines that are code, half-open, in order."""
    page = _Page(lines)
    place = 0
    while place < len(lines):
        after = page.end(place) if lines[place].words else place
        if after > place:
            yield Span(place, after)
        place = max(after, place + 1)


class _Page:
    """The lines of a text, in which the end of what begins on one is sought."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.tried = 0

    def end(self, place: int) -> int:
        """Give the line after what begins on a line, the line itself where that is no code."""
        if not _MARKED.match(self.lines[place].words):
            return self._stretch(place)
        return next((after for form in self._forms if (after := form(place)) > place), place)

    @cached_property
    def _forms(self) -> tuple[Callable[[int], int], ...]:
        return (self._fenced, self._diff, self._trace, self._log, self._session, self._stretch)

    @cached_property
    def _fences(self) -> list[int]:
        """Give the lines that may close a fence, the last first."""
        lines = enumerate(self.lines)
        return [place for place, line in lines if line.words in {"```", "~~~"}][::-1]

    def _fenced(self, place: int) -> int:
        """Take what stands between two fences."""
        if not _FENCE.match(self.lines[place].words):
            return place
        while self._fences and self._fences[-1] <= place:
            self._fences.pop()
        return self._fences[-1] + 1 if self._fences else place

    def _diff(self, place: int) -> int:
        """Take the head of a diff and its hunks, each as long as it says it is."""
        after = place
        while after < len(self.lines) and _DIFF_HEAD.match(self.lines[after].words):
            after += 1
        is_headed = self.lines[place].words.startswith(("diff -", "Index: "))
        while after < len(self.lines) and (hunk := _HUNK.match(self.lines[after].words)):
            after = self._hunk(after + 1, int(hunk["old"] or 1), int(hunk["new"] or 1))
            is_headed = True
        return after if is_headed and after > place + 1 else place

    def _hunk(self, place: int, old: int, new: int) -> int:
        """Give the line after a hunk of so many lines on each side."""
        while place < len(self.lines) and (old > 0 or new > 0):
            line = self.lines[place]
            mark = " " if line.indent else line.words[:1]
            if mark not in {"", " ", "+", "-", "\\"}:
                break
            old -= mark in {"", " ", "-"}
            new -= mark in {"", " ", "+"}
            place += 1
        return place

    def _trace(self, place: int) -> int:
        """Take what a program says when it fails: the way to the fault, and the fault."""
        line = self.lines[place]
        if _FRAME.match(line.words):
            return place + 1
        if not _TRACE.match(line.words):
            return place
        after = place + 1
        while after < len(self.lines) and self.lines[after].indent > line.indent:
            after += 1
        return min(after + 1, len(self.lines)) if after > place + 1 else place

    def _log(self, place: int) -> int:
        """Take two or more lines of a log, with what is indented below them."""
        after, logged, told = place, 0, 0
        while after < len(self.lines) and self.lines[after].words:
            line = self.lines[after]
            is_entry = _STAMP.match(line.words) or _GRADED.match(line.words)
            if not is_entry and not (line.indent and after > place):
                break
            logged += is_entry is not None
            told += is_entry is not None and _LOGGED.search(line.words) is not None
            after += 1
        return after if logged > 1 and 2 * told >= logged else place

    def _session(self, place: int) -> int:
        """Take a command and what it gave, up to a blank line or, within a paragraph, alone."""
        if not _PROMPT.match(self.lines[place].words) or self._is_quoted(place):
            return place
        before = self.lines[place - 1].words if place else ""
        if not before or before.endswith(":"):
            return run_end(self.lines, place)
        return place + 1

    def _is_quoted(self, place: int) -> bool:
        """Tell a reply that was quoted three times from a session of Python."""
        around = self.lines[max(0, place - 1) : place + 2]
        return any(line.words.startswith(">") and line.words[:3] != ">>>" for line in around)

    def _stretch(self, place: int) -> int:
        """Take a run of lines most of which look like code: indented, or a whole paragraph."""
        if place < self.tried:
            return place
        indent, after = self.lines[place].indent, place
        is_inner = indent >= _INDENT
        if not is_inner and place and self.lines[place - 1].words:
            return place
        while after < len(self.lines) and self.lines[after].words:
            if is_inner and self.lines[after].indent < indent:
                break
            after += 1
        self.tried = after if is_inner else place + 1
        return after if self._is_code(place, after, is_inner=is_inner) else place

    def _is_code(self, first: int, after: int, *, is_inner: bool) -> bool:
        """Tell whether enough of some lines look like code."""
        words = [line.words for line in self.lines[first:after]]
        if len(words) == 1 and not is_inner and not _IS_COMMAND.match(words[0]):
            return False
        alike = sum(len(line) <= _WIDTH and _CODE.match(line) is not None for line in words)
        is_many = alike > 1 or is_inner or _IS_COMMAND.match(words[0]) is not None
        if not alike or not is_many:
            return False
        mute = sum(_REMARK.match(line) is not None for line in words)
        return alike >= _SHARE * (len(words) - mute)
