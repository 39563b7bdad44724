"""Only what has changed: findings in new sentences, and budgets that got worse."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tenor import files, readers
from tenor.errors import InputError, TenorError, UsageError
from tenor.findings.examine import sentences, source_line
from tenor.findings.finding import Examined, Finding, Trace
from tenor.formats.note import place_note
from tenor.gate import diff, git
from tenor.gate.baseline import is_no_worse
from tenor.work.checked import Checked
from tenor.work.texts import STDIN, Wanted
from tenor.work.unit import Outcome

_LINE_END = re.compile(r"\r\n|\n|\r")
#: A text that is gone is the past of a new one that shares so much of the larger of the two.
_ALIKE = 0.5
#: What a repository is that lies within the one whose changes are asked for.
_ANOTHER = "another repository"
#: Lines in more texts than this say nothing of where a text is from.
_COMMON = 100

#: What was, by the name of a text that has changed: its bytes, or why they cannot be had.
Past = Mapping[str, bytes | TenorError]


class Named(NamedTuple):
    """The texts that have changed, as far as is known without being told any, and the faults.

    `left_out` are the paths that are left out and are no fault, with why.
    """

    paths: tuple[Path, ...]
    errors: tuple[TenorError, ...] = ()
    left_out: Mapping[Path, str] = {}


class Compared(NamedTuple):
    """What was of the texts that have changed, and what was left out and is no fault, with why.

    `elsewise` are the texts in which more has changed than what they are compared by.
    """

    past: Past
    left_out: Mapping[Path, str]
    elsewise: tuple[str, ...] = ()


@dataclass(frozen=True)
class Since:
    """What has changed since a commit, by the contents that git has kept of it."""

    top: Path
    contents: Mapping[str, str]

    def named(self) -> Named:
        """Give the texts in the repository that are not as they were."""
        tracked = (self.top / path for path in git.tracked(self.top) if _is_text(path))
        walked = files.find(str(self.top), readers.SUFFIXES)
        every = {*tracked, *map(Path, walked.files)}
        there = (path for path in every if self._is_own(path) and not _has_links(path))
        changed = sorted(path for path in there if not self._is_as_it_was(path))
        within = {apart for path in every if (apart := self._another(str(path)))}
        return Named(tuple(changed), walked.errors, dict.fromkeys(sorted(within), _ANOTHER))

    def _is_own(self, path: Path) -> bool:
        """Tell whether there is a file, and in no other repository that lies within."""
        return os.path.isfile(path) and _repository(self.top, path.parent) == self.top

    def _is_as_it_was(self, path: Path) -> bool:
        was = self.contents.get(path.relative_to(self.top).as_posix())
        try:
            return was is not None and git.is_content(path.read_bytes(), was)
        except OSError:
            return False

    def compared(self, texts: Sequence[Checked], asked: Sequence[str]) -> Compared:
        """Give what was of each text that has changed, and name what has another past than these.

        That is a repository within this one: wrong to ask for, but left out on a way from above.
        """
        named = {path: other for path in asked if (other := self._another(path))}
        why = "not compared: it is in another repository"
        faults = {path: InputError(f"{path}: {why}") for path in named}
        within = (self._another(text.name) for text in texts)
        rest = sorted({other for other in within if other} - {*named.values()})
        return Compared({**self._past(texts), **faults}, dict.fromkeys(rest, _ANOTHER))

    def _another(self, name: str) -> Path | None:
        """Give the repository within this one that a path lies in, if any."""
        path = _below(self.top, name)
        repository = self.top if path is None else _repository(self.top, self.top / path)
        return None if repository == self.top else repository

    def _past(self, texts: Sequence[Checked]) -> Past:
        """Give what was of each text that has changed; a new one may come from one that is gone."""
        past: dict[str, bytes | TenorError] = {**_outside(self.top, texts)}
        wanted: dict[str, str] = {}
        new: list[Checked] = []
        for text in texts:
            was = self.contents.get(_below(self.top, text.name) or "")
            if was is not None and not git.is_content(text.data, was):
                wanted[text.name] = was
            elif was is None and text.name not in past and not self._another(text.name):
                new.append(text)
        return {**past, **self._contents(wanted), **self._sources(new)}

    def _contents(self, wanted: Mapping[str, str]) -> Past:
        """Read the contents that texts had."""
        known = git.contents(self.top, set(wanted.values()))
        absent = "not in this clone as it was: git fetch --refetch brings it"
        return {
            name: known[content] if content in known else InputError(f"{name}: {absent}")
            for name, content in wanted.items()
        }

    def _sources(self, new: Sequence[Checked]) -> Past:
        """Give the texts that new ones come from, or nothing where they come from none."""
        gone = {
            path: content
            for path, content in self.contents.items()
            if new and _is_text(path) and not os.path.isfile(self.top / path)
        }
        known = git.contents(self.top, set(gone.values()))
        texts = {path: known[content] for path, content in gone.items() if content in known}
        return _origins(new, texts)


@dataclass(frozen=True)
class Given:
    """What has changed by a diff that was given, whose paths begin at a folder."""

    top: Path
    changes: Mapping[str, diff.Change]

    def named(self) -> Named:
        """Give the texts that the diff says have changed, where it leads to them."""
        places = []
        for path in filter(_is_text, self.changes):
            with suppress(InputError):
                places.append(self._place(path))
        return Named(tuple(place for place in places if place is not None))

    def compared(self, texts: Sequence[Checked], _: Sequence[str]) -> Compared:
        """Give what was of each text that the diff names, and name those it does not lead to.

        It has to lead to all of them, also to those that nobody asks for: where it does not, its
        paths begin elsewhere, and those that somebody asks for may be in it by other names.
        """
        past: dict[str, bytes | TenorError] = {**_outside(self.top, texts)}
        wanted = {_below(self.top, text.name): text for text in texts}
        for path in self.changes:
            past.update(self._past(path, wanted.get(path)))
        links = (path for path in self.changes if _is_text(path) and self._is_link(path))
        both = ((wanted[path], self.changes[path]) for path in self.changes if path in wanted)
        elsewise = tuple(text.name for text, change in both if _is_elsewise(text.data, change))
        return Compared(past, {self.top / path: "a link" for path in links}, elsewise)

    def _past(self, path: str, text: Checked | None) -> Past:
        """Give what was of a path by the name of its text; nothing where nobody asks for it."""
        try:
            if text:
                return _was(text, self.changes[path])
            self._refuse_astray(path)
        except InputError as error:
            name = text.name if text else path
            return {name: InputError(f"{name}: not compared: {error}")}
        return {}

    def _refuse_astray(self, path: str) -> None:
        """Refuse a path that nobody asks for, where the diff does not lead to its text."""
        fault = self.changes[path].fault
        if _is_text(path):
            self._try(path)
        elif fault:
            self._refuse_texts_in(path, fault)

    def _place(self, path: str) -> Path | None:
        """Give where the text of a path is; None where it is gone or a link, as the diff says."""
        place, change = self.top / path, self.changes[path]
        if ".." in place.parts or not place.is_relative_to(self.top):
            raise InputError("the diff names it, but it is outside of the repository")
        is_away = _has_links(place)
        if os.path.isfile(place) and not is_away:
            return place
        if change.is_gone or change.is_emptied or self._is_link(path):
            return None
        if is_away:
            raise InputError("the diff names it, but it is a link or behind one")
        start = "top of the repository" if _is_top(self.top) else "current folder"
        raise InputError(f"the diff names it, but it is not there, seen from the {start}")

    def _is_link(self, path: str) -> bool:
        """Tell whether a path is a link by the diff, or leads to what is in it by its own name."""
        place = self.top / path
        is_told = self.changes[path].is_link or _below(self.top, str(place)) in self.changes
        return is_told and _has_links(place)

    def _refuse_texts_in(self, path: str, fault: str) -> None:
        """Refuse a path, not told of line by line, where it is a folder that holds texts."""
        place = self.top / path
        if os.path.isdir(place) and files.find(str(place), readers.SUFFIXES).files:
            raise InputError(fault)

    def _try(self, path: str) -> None:
        """Undo a change of a text that nobody asks for, to see whether the diff leads to it."""
        place = self._place(path)
        if place is not None and self.changes[path].fault is None:
            _before(_read(place), self.changes[path])


def _read(place: Path) -> bytes:
    """Read a text that nobody asks for."""
    try:
        return files.read_bytes(str(place))
    except InputError as error:
        raise InputError(str(error).removeprefix(f"{place}: ")) from error


def _was(text: Checked, change: diff.Change) -> dict[str, bytes]:
    """Give what was of a text, by its name; nothing where its contents are as they were."""
    if change.fault:
        raise InputError(change.fault)
    return {text.name: _before(text.data, change)} if change.hunks or change.is_new else {}


def _is_elsewise(data: bytes, change: diff.Change) -> bool:
    """Tell whether a text is not what git says that a change makes of it."""
    content = change.content
    return bool(change.hunks) and content is not None and not git.is_content(data, content)


def _before(data: bytes, change: diff.Change) -> bytes:
    """Take a change back; InputError where it is not one of this text."""
    before = diff.text_before(data, change.hunks)
    if before and change.is_new:
        raise InputError("the diff does not fit it, which is new there and shorter")
    return before


Changes = Since | Given


def changes_asked(asked: str, wanted: Wanted) -> Changes:
    """Give what has changed since a revision, or by a diff on stdin.

    Raises UsageError where the texts leave no room for the diff or have no name in it, InputError
    where there is no such revision or the diff is none.
    """
    if asked == STDIN and STDIN in wanted.paths:
        raise UsageError("--diff - and - both want standard input")
    if STDIN in wanted.paths and wanted.stdin.name is None:
        raise UsageError("--diff with - needs --stdin-filename: the file to compare it with")
    top = _top(wanted.paths)
    if asked == STDIN:
        return Given(top or Path.cwd(), _parsed(wanted.stdin.read()))
    if top is None:
        raise InputError("diff: not inside a git repository")
    return Since(top, git.files_at(top, git.base(top, asked)))


def _top(paths: Sequence[str]) -> Path | None:
    """Give the top of the repository of the current folder, else of what is named first."""
    named = [Path(path).parent for path in paths[:1] if path != STDIN]
    return next(filter(None, map(git.top, [Path(), *named])), None)


def _parsed(data: bytes) -> dict[str, diff.Change]:
    """Read the diff on stdin; an empty one is as likely a failure as an unchanged tree."""
    if not data.strip():
        raise InputError(
            "diff: it is empty, as after a command that failed;"
            " a revision can tell that nothing has changed"
        )
    return {change.path: change for change in diff.parse(data) if change.path is not None}


def _is_text(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in readers.SUFFIXES


def _is_top(folder: Path) -> bool:
    return os.path.lexists(folder / ".git")


def _repository(top: Path, folder: Path) -> Path:
    """Give the repository that a folder is of: the one from the top, or one that lies within."""
    for parent in (folder, *folder.parents):
        if parent == top:
            break
        if _is_top(parent):
            return git.top(parent) or top
    return top


def _has_links(path: Path) -> bool:
    """Tell whether a path leads over links, which are passed over as in folders."""
    try:
        return os.path.realpath(path) != str(path)
    except ValueError:
        return False


def _below(top: Path, name: str) -> str | None:
    """Give a text's path from the top of the repository; None outside of it."""
    try:
        return Path(os.path.realpath(name)).relative_to(top).as_posix()
    except ValueError:
        return None


def _outside(top: Path, texts: Sequence[Checked]) -> dict[str, InputError]:
    """Give what is wrong with texts that no change can be of: they lie elsewhere."""
    where = "repository" if _is_top(top) else "current folder"
    names = (text.name for text in texts if _below(top, text.name) is None)
    return {name: InputError(f"{name}: outside of the {where}: not compared") for name in names}


def _origins(new: Sequence[Checked], gone: Mapping[str, bytes]) -> dict[str, bytes]:
    """Find which of the texts that are gone each new one comes from: at most one, the likest."""
    left = dict(gone)
    origins = {}
    lines = {path: Counter(data.split(b"\n")) for path, data in gone.items()}
    holders = defaultdict(list)
    for path, counts in lines.items():
        for line in counts:
            holders[line].append(path)
    for text in new:
        source = _likest(text.data, left, lines, holders)
        origins[text.name] = b"" if source is None else left.pop(source)
    return origins


def _likest(
    data: bytes,
    left: Mapping[str, bytes],
    lines: Mapping[str, Counter[bytes]],
    holders: Mapping[bytes, Sequence[str]],
) -> str | None:
    """Give the text that shares most lines with one; None where none shares enough."""
    shared: Counter[str] = Counter()
    for line, times in Counter(data.split(b"\n")).items():
        paths = holders.get(line, ())
        for path in paths if len(paths) <= _COMMON else ():
            shared[path] += (len(line) + 1) * min(times, lines[path][line])
    alike = [
        (size / max(len(data), len(left[path])), path)
        for path, size in shared.items()
        if path in left
    ]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def worsened(
    findings: Sequence[Finding],
    texts: Sequence[Checked],
    past: Mapping[str, bytes],
    check: Callable[[Sequence[Checked]], Sequence[Outcome[Examined]]],
) -> list[Finding]:
    """Keep what is new: in sentences on changed lines that were not there, or a worse budget."""
    wanted = {finding.file for finding in findings}
    both = {
        text.name: _Both(text, text.with_data(past[text.name]))
        for text in texts
        if text.name in wanted
    }
    old = _old(both, check([pair.then for pair in both.values()]))
    new = {name: pair.new_lines() for name, pair in both.items()}
    words = [finding for finding in findings if finding.value is None]
    budgets = [finding for finding in findings if finding.value is not None]
    return [*_new_words(words, new, old.findings), *_worse_budgets(budgets, both, new, old)]


def _new_words(
    findings: Sequence[Finding],
    new: Mapping[str, frozenset[int]],
    old: Counter[tuple[str, str]],
) -> list[Finding]:
    """Keep the findings on new lines that are more than there were of the same sentence."""
    left = Counter(old)
    fresh = []
    for finding in findings:
        if _meets(finding.lines, new[finding.file]):
            fresh.append(finding)
        else:
            left[finding.check, finding.sentence] -= 1
    kept = []
    for finding in fresh:
        if left[finding.check, finding.sentence] <= 0:
            kept.append(finding)
        left[finding.check, finding.sentence] -= 1
    return kept


def _worse_budgets(
    findings: Sequence[Finding],
    both: Mapping[str, _Both],
    new: Mapping[str, frozenset[int]],
    old: _Old,
) -> list[Finding]:
    """Keep the budgets that are new or worse than they were, pointed at what made them so."""
    kept = []
    for finding in findings:
        was = old.measures.get((finding.file, finding.check))
        if not _is_known(finding, was):
            kept.append(_by_new_sentences(finding, new[finding.file], both[finding.file], was))
    return kept


def _is_known(finding: Finding, was: float | None) -> bool:
    """Tell whether a budget was there, and as bad."""
    value = finding.value
    return was is not None and value is not None and is_no_worse(value, was, finding.worse)


class _Old(NamedTuple):
    """What there was: the findings by check and sentence, the budgets by file and check."""

    findings: Counter[tuple[str, str]]
    measures: dict[tuple[str, str], float]


class _Both(NamedTuple):
    """A text as it is and as it was."""

    now: Checked
    then: Checked

    def new_lines(self) -> frozenset[int]:
        """Give the lines that are new, as editors count them."""
        return diff.new_lines(_lines(self.then), _lines(self.now))


def _lines(text: Checked) -> list[str]:
    """Divide a text by its line ends; one that is no text has no lines."""
    try:
        return _LINE_END.split(text.text.source().text)
    except TenorError:
        return []


def _old(names: Mapping[str, object], outcomes: Sequence[Outcome[Examined]]) -> _Old:
    """Gather what was found in the texts as they were; a moved paragraph may come from any."""
    old = _Old(Counter(), {})
    for name, outcome in zip(names, outcomes, strict=True):
        if isinstance(outcome.result, Examined):
            for finding in outcome.result.findings:
                old.findings[finding.check, finding.sentence] += 1
                if finding.value is not None:
                    old.measures[name, finding.check] = finding.value
    return old


def _meets(lines: tuple[int, int], new: frozenset[int]) -> bool:
    first, last = lines
    return not new.isdisjoint(range(first, last + 1))


def _by_new_sentences(
    finding: Finding, new_lines: frozenset[int], both: _Both, was: float | None
) -> Finding:
    """Point a budget at the new sentences that made it worse."""
    rose = (
        finding.message
        if was is None
        else f"{finding.message}; it was {was:.4g} before this change"
    )
    old = _sentences(both.then)
    new = [
        trace
        for trace in (Trace(finding.place, 0.0, finding.label, finding.sentence), *finding.evidence)
        if _meets((trace.place.start.line, trace.place.end.line), new_lines)
        and trace.sentence not in old
    ]
    if not new:
        return finding._replace(message=rose)
    first = new[0]
    return finding._replace(
        message=rose,
        place=first.place,
        label=f"new: {place_note(first)}",
        sentence=first.sentence,
        evidence=tuple(new[1:]),
        source=source_line(both.now.text.document(), first.place.span),
        help="",
    )


def _sentences(text: Checked) -> set[str]:
    """Give the sentences of a text."""
    try:
        return sentences(text.text.document())
    except TenorError:
        return set()
