"""CPU of `tenor check` on a folder of Markdown, cold and warm, beside other linters'.

Usage: python tests/speed/check.py FOLDER [FOLDER…]

It takes texts of 2 to 15 kB from the folders until there is 1 MB. proselint (PyPI) and write-good
(npm) are measured where they are installed; nothing is downloaded.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 1_000_000


def gather(folders, target):
    """Copy texts into a folder until there is 1 MB of them."""
    size = count = 0
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.md")):
            data = path.read_bytes()
            if 2000 < len(data) < 15_000 and size < MOST:
                (target / f"{count:04}.md").write_bytes(data)
                size, count = size + len(data), count + 1
    print(f"{count} files, {size:,} bytes")


def cpu(command, cwd):
    """Give the seconds of CPU that a command takes, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    """Print the seconds, the best of three runs each."""
    if len(sys.argv) < 2:
        sys.exit("name folders of Markdown to take texts from")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        gather(sys.argv[1:], folder)
        check = [sys.executable, "-m", "tenor", "check", "."]
        show("tenor check, cold", [*check, "--no-cache"], folder)
        cpu(check, folder)
        show("tenor check, warm", check, folder)
        paths = sorted(path.name for path in folder.glob("*.md"))
        for name, words in (("proselint", ["check"]), ("write-good", [])):
            places = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
            other = shutil.which(name, path=places)
            if other is None:
                print(f"{name} is not installed")
            else:
                show(name, [other, *words, *paths], folder)


def show(name, command, folder):
    """Print the best of three runs."""
    print(f"{name:20}{min(cpu(command, folder) for _ in range(3)):.2f} s")


if __name__ == "__main__":
    main()
