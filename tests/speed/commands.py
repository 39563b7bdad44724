"""CPU time of whole commands against the imports they cannot do without, in one run.

python tests/speed/commands.py
"""

import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 7
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import click": ["-c", "import click"],
    "tenor --version": ["-m", "tenor", "--version"],
    "import click, rich, nltk": ["-c", "import nltk, rich.console, rich.table, click"],
    "tenor seeds/": ["-m", "tenor", "seeds/"],
    "tenor --json seeds/": ["-m", "tenor", "--json", "seeds/"],
}


def children():
    """Give the CPU seconds of all runs so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cpu(args):
    """Give the CPU seconds of one run."""
    before = children()
    subprocess.run([sys.executable, *args], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return children() - before


def main():
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(ROUNDS):
        for name, args in COMMANDS.items():
            best[name] = min(best[name], cpu(args))
    for name, seconds in best.items():
        print(f"{seconds * 1000:7.0f} ms  {name}")
    print(
        f"--version / import click: {best['tenor --version'] / best['import click']:.2f} (goal 1.5)"
    )
    ratio = best["tenor seeds/"] / best["import click, rich, nltk"]
    print(f"report / imports: {ratio:.2f} (goal 1.5)")


if __name__ == "__main__":
    main()
