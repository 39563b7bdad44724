"""The ratchet: findings that were there already, kept in a file, do not count again.

A finding is known by its check and its sentence, so that moved text still matches; a budget by its
value, so that it counts again when it gets worse. Files are named from the baseline's own folder.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, TypeVar

from tenor.errors import ConfigError, reason_of
from tenor.findings.finding import Finding
from tenor.gate import git
from tenor.written import write_whole

NAME = ".tenor-baseline.json"
_VERSION = 1
#: A budget is worse only when it is so by more than rounding.
_LEAST = 1e-9
_MALFORMED = (
    ArithmeticError,  # a number too large to be one
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
_Known = TypeVar("_Known")


class Baseline(NamedTuple):
    """What is known: by file and check the hashes of sentences, and the values of budgets."""

    findings: dict[str, dict[str, list[str]]]
    measures: dict[str, dict[str, float]]


def digest(finding: Finding) -> str:
    """Hash a finding's sentence without regard to spaces."""
    return blake2b(finding.sentence.encode(), digest_size=8).hexdigest()


def nearest(project: Path) -> Path:
    """Find the baseline from here up to the top of the repository or of the project.

    Where there is none, give its place beside the settings. Raises ConfigError where it is a link
    that leads out of the project.
    """
    here = Path.cwd()
    above = [here, *here.parents]
    tops = [top for top in (git.top(here), project.absolute()) if top in above]
    folders = above[: max(map(above.index, tops)) + 1] if tops else [here]
    paths = [folder / NAME for folder in folders if (folder / NAME).is_file()]
    path = paths[0] if paths else project / NAME
    top = folders[-1] if paths else project
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(top)):
        raise ConfigError(
            f"{path}: a link that leads out of its project; it is taken where it is named itself"
        )
    return path


def load(path: Path, *, is_needed: bool) -> Baseline:
    """Read a baseline; an empty one where there is no file and none is needed.

    Raises ConfigError where it is missing or no baseline.
    """
    if not is_needed and not os.path.exists(path):
        return Baseline({}, {})
    if os.path.exists(path) and not os.path.isfile(path):
        raise ConfigError(f"{path}: a baseline must be a regular file")
    try:
        text = path.read_text("utf-8", "surrogateescape")
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {reason_of(error)}") from error
    try:
        version, baseline = _read(text)
    except json.JSONDecodeError as error:
        where = f"at line {error.lineno}, column {error.colno}"
        raise ConfigError(f"{path}: no baseline: it is no JSON {where}") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: no baseline: it is nested too deep") from error
    except _MALFORMED as error:
        how = "files, checks and what is known of them are not where they should be"
        raise ConfigError(f"{path}: no baseline: {how}") from error
    if version != _VERSION:
        raise ConfigError(f"{path}: a baseline of version {version!r}; this is {_VERSION}")
    return baseline


def _read(text: str) -> tuple[object, Baseline]:
    """Read the version and what is known; one of `_MALFORMED` where a text is no baseline."""
    data = json.loads(text)
    findings = {
        str(file): {str(check): [*map(str, marks)] for check, marks in checks.items()}
        for file, checks in data["findings"].items()
    }
    measures = {
        str(file): {str(check): float(value) for check, value in checks.items()}
        for file, checks in data["measures"].items()
    }
    return data["version"], Baseline(findings, measures)


def new(findings: Iterable[Finding], known: Baseline, path: Path) -> list[Finding]:
    """Give the findings that the baseline in a file does not know.

    A file's own entries go first; what is left of them knows the same finding in a file that has
    been given another name.
    """
    own = {
        file: Counter((check, mark) for check, marks in checks.items() for mark in marks)
        for file, checks in known.findings.items()
    }
    unknown = [finding for finding in findings if not _is_own(finding, own, known, path)]
    left = sum(own.values(), Counter[tuple[str, str]]())
    fresh = []
    for finding in unknown:
        mark = (finding.check, digest(finding))
        if finding.value is None and left[mark] > 0:
            left[mark] -= 1
        else:
            fresh.append(finding)
    return fresh


def _is_own(
    finding: Finding, own: Mapping[str, Counter[tuple[str, str]]], known: Baseline, path: Path
) -> bool:
    """Tell whether the entries of a finding's own file know it, and use up the entry that does."""
    file = name(finding.file, path)
    if finding.value is not None:
        was = known.measures.get(file, {}).get(finding.check)
        return was is not None and is_no_worse(finding.value, was, finding.worse)
    left, mark = own.get(file, Counter()), (finding.check, digest(finding))
    is_known = left[mark] > 0
    left[mark] -= is_known
    return is_known


def name(file: str, path: Path) -> str:
    """Name a file from the folder of a baseline, with slashes."""
    folder = os.path.realpath(path.parent)
    absolute = Path(os.path.realpath(Path(file).parent), Path(file).name)
    try:
        return Path(os.path.relpath(absolute, folder)).as_posix()
    except ValueError:  # another drive
        return absolute.as_posix()


def is_no_worse(value: float, was: float, worse: int) -> bool:
    """Tell whether a budget's value has not gone the wrong way."""
    return (value - was) * worse <= _LEAST


def made(
    findings: Iterable[Finding],
    examined: Mapping[str, Collection[str]],
    known: Baseline,
    path: Path,
) -> Baseline:
    """Make the baseline of a run: what it did not examine, by file and check, stays known."""
    done = {name(file, path): checks for file, checks in examined.items()}
    kept = Baseline(_without(known.findings, done), _without(known.measures, done))
    for finding in findings:
        file = name(finding.file, path)
        if finding.value is not None:
            kept.measures.setdefault(file, {})[finding.check] = finding.value
        else:
            marks = kept.findings.setdefault(file, {}).setdefault(finding.check, [])
            marks.append(digest(finding))
    return kept


def gone(known: Baseline, path: Path, folders: Iterable[Path]) -> list[str]:
    """Give the files that are known but gone, as far as they would have been found in folders."""
    walked = [*map(os.path.realpath, folders)]
    here = os.path.realpath(path.parent)
    files = [Path(here, file) for file in {**known.findings, **known.measures}]
    within = (file for file in files if any(map(file.is_relative_to, walked)))
    return [str(file) for file in within if not os.path.exists(file)]


def _without(
    known: Mapping[str, Mapping[str, _Known]], done: Mapping[str, Collection[str]]
) -> dict[str, dict[str, _Known]]:
    """Leave out what a run has examined."""
    kept = {
        file: {check: value for check, value in checks.items() if check not in done.get(file, ())}
        for file, checks in known.items()
    }
    return {file: checks for file, checks in kept.items() if checks}


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted, a finding a line."""
    findings = {
        file: {check: sorted(ones) for check, ones in checks.items()}
        for file, checks in baseline.findings.items()
    }
    data = {"version": _VERSION, "findings": findings, "measures": baseline.measures}
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8", "surrogateescape"))
