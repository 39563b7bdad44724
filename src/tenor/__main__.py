"""Run the command line: `python -m tenor`."""

from __future__ import annotations

import sys

from tenor.cli import main

if __name__ == "__main__":
    sys.exit(main())
