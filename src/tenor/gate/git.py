"""What git knows: the files at a revision, their bytes, and which files it tracks.

Only commands that read objects and the index are called, with what they could run switched off:
neither a repository's settings (filters, drivers, monitors, hooks) nor the user's change a result.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from hashlib import new as new_hash
from pathlib import Path

from tenor.errors import InputError, reason_of

_HISTORY = "fetch more history, as with fetch-depth: 0 or git fetch --unshallow"
_SETTINGS = (
    "core.fsmonitor=false",  # a program git would start
    "safe.bareRepository=explicit",  # a folder that only looks like a .git
)
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch, by any command it names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
#: Left by a git that calls us, as a hook's does, these can name another repository than ours.
_ELSEWHERE = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
_FILES = (b"100644", b"100755", b"100664")


def top(start: Path) -> Path | None:
    """Give the top folder of the repository that holds a folder, None outside of one."""
    start = Path(os.path.realpath(start))
    return next(
        (folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None
    )


def base(here: Path, revision: str) -> str:
    """Give the commit at which the working tree's branch left a revision.

    Raises InputError where the revision is unknown, or the two have no commit in common.
    """
    _refuse_files_elsewhere(here)
    commit = f"{revision}^{{commit}}"
    try:
        _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", commit)
    except InputError as error:
        hint = f"; this clone is shallow: {_HISTORY}" if _is_shallow(here) else ""
        raise InputError(f"diff: unknown revision {revision!r}{hint}") from error
    try:
        return _git(here, "merge-base", "--end-of-options", revision, "HEAD").decode().strip()
    except InputError as error:
        hint = f": {_HISTORY}" if _is_shallow(here) else ""
        raise InputError(f"diff: no common history with {revision!r}{hint}") from error


def _refuse_files_elsewhere(here: Path) -> None:
    """Refuse a repository whose settings say that its files lie in another folder."""
    said = os.fsdecode(_git(here, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    if Path(os.path.realpath(said)) != here:
        raise InputError(f"diff: git takes {said} for the top of this repository, not {here}")


def _is_shallow(here: Path) -> bool:
    return _git(here, "rev-parse", "--is-shallow-repository").strip() == b"true"


def files_at(here: Path, commit: str) -> dict[str, str]:
    """Give the name of each file's content at a commit, by path; no links, no submodules.

    Raises InputError where git fails.
    """
    names = {}
    for row in _git(here, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = row.partition(b"\t")
        if about.startswith(_FILES):
            names[os.fsdecode(path)] = about.split()[2].decode()
    return names


def tracked(here: Path) -> list[str]:
    """Give the paths of the files that are to be in the next commit, be they there or not.

    Raises InputError where git fails.
    """
    return [os.fsdecode(path) for path in _git(here, "ls-files", "-z").split(b"\0") if path]


def is_content(data: bytes, name: str) -> bool:
    """Tell whether a file holds what git calls by a name, be its lines ended as on Windows.

    The name may be cut.
    """
    hashes = {40: ("sha1",), 64: ("sha256",)}.get(len(name), ("sha1", "sha256"))
    forms = (data, data.replace(b"\r\n", b"\n"))
    return any(_hashed(form, kind).startswith(name) for kind in hashes for form in forms)


def _hashed(data: bytes, kind: str) -> str:
    """Name a content as git does."""
    digest = new_hash(kind, usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def contents(here: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Give contents by their names; those that are not in this clone are left out.

    Raises InputError where git fails.
    """
    asked = "".join(f"{name}\n" for name in names).encode()
    told = _git(here, "cat-file", "--batch", told=asked) if asked else b""
    known = {}
    index = 0
    while index < len(told):
        end = told.index(b"\n", index)
        name, kind, *size = told[index:end].split()
        index = end + 1
        if kind == b"blob":
            known[name.decode()] = told[index : index + int(size[0])]
            index += int(size[0]) + 1
    return known


def _git(here: Path, *words: str, told: bytes = b"") -> bytes:
    """Run git in a folder; InputError where it fails or is not there."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        done = subprocess.run(  # noqa: S603
            [_program(), *settings, *words],
            input=told,
            capture_output=True,
            check=True,
            cwd=here,
            env={**kept, **_QUIET},
        )
    except (OSError, ValueError) as error:  # among them a NUL in a word
        raise InputError(f"diff: git: {reason_of(error)}") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        fatal = [line for line in said if line.startswith(("fatal:", "error:"))] or said
        raise InputError(f"diff: git: {fatal[0] if fatal else 'failed'}") from error
    return done.stdout


def _program() -> str:
    """Find git on the path, and never in the current folder, which may be anyone's."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and shutil.which(folder / name):
            return str(folder / name)
    raise InputError("diff: git is not installed")
