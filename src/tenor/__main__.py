"""Run the command line: `python -m tenor`."""

from __future__ import annotations

import os
import sys


def _leave_current_folder() -> None:
    """Take the folder that `python -m` puts first off the import path: it may be anyone's."""
    try:
        here = os.getcwd()  # noqa: PTH109 - pathlib itself might come from that folder
    except OSError:
        return  # the folder is gone, and all that was in it
    if sys.path[:1] == [here] and os.path.dirname(os.path.dirname(__file__)) != here:  # noqa: PTH120
        del sys.path[0]


if __name__ == "__main__":
    _leave_current_folder()

from tenor import signals  # noqa: E402 - after the folder has gone

signals.end_the_run()

from tenor.cli import main  # noqa: E402 - it imports most, which a signal may break off

if __name__ == "__main__":
    sys.exit(main())
