"""What a worker process does: the jobs that come in on stdin, with the answers on stdout."""

from __future__ import annotations

import os
import pickle
import sys
from queue import SimpleQueue
from threading import Thread
from traceback import format_exc
from typing import BinaryIO

from tenor import signals


def serve() -> None:
    """Do one job after the other, until no more can come."""
    signals.end_the_run()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        pickle.dump(_answer(jobs.get()), answers)
        answers.flush()


def _receive(source: BinaryIO, jobs: SimpleQueue[bytes]) -> None:
    """Pass on what comes in, and end at once when the parent has ended or wants no more."""
    try:
        while True:
            jobs.put(pickle.load(source))  # noqa: S301 - the parent's own
    finally:
        os._exit(0)


def _answer(job: bytes) -> bytes:
    """Do a job: give its result, or the error and where it came from."""
    try:
        work, todo = pickle.loads(job)  # noqa: S301 - the parent's own
        return pickle.dumps((work(todo), None))
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent tells
        return pickle.dumps((None, (repr(error), format_exc())))
