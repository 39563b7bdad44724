"""Texts put through checks: from the cache where the result is known, else in several processes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tenor.findings.check import Rule
from tenor.findings.finding import Examined
from tenor.work import cache, pool, rows
from tenor.work.pool import Progress
from tenor.work.unit import Job, Outcome, Text, do

if TYPE_CHECKING:
    from tenor.analysis import Analysis


@dataclass(frozen=True)
class Examination:
    """What a check makes of an analysis, by the rules that hold."""

    rules: tuple[Rule, ...]

    def __call__(self, analysis: Analysis) -> Examined:
        """Put an analysis through the rules."""
        from tenor.findings.examine import examine

        return examine(analysis, self.rules)


class Checked(NamedTuple):
    """A text to check, and the rules that hold for it."""

    text: Text
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        """Give the name that findings have."""
        return self.text.name

    @property
    def data(self) -> bytes:
        """Give the bytes, which are always read before a check."""
        return self.text.data or b""

    def with_data(self, data: bytes) -> Checked:
        """Give the same text with other bytes, such as those it had before."""
        return self._replace(text=self.text._replace(data=data))


def check_all(
    texts: Sequence[Checked], where: Path | None, progress: Progress
) -> list[Outcome[Examined]]:
    """Check each text, in order; what is in the cache is not checked again."""
    keys = [_key(text) for text in texts] if where else []
    known = _known(where, keys, texts) if where else {}
    left = [place for place in range(len(texts)) if place not in known]
    jobs = [_job(texts[place]) for place in left]
    sizes = [job.text.size() for job in jobs]
    fresh = dict(zip(left, pool.mapped(do, jobs, sizes, progress), strict=True))
    if where:
        kept = {
            keys[place]: rows.dumps(outcome.result)
            for place, outcome in fresh.items()
            if isinstance(outcome.result, Examined) and outcome.warning is None
        }
        cache.store(where, kept)
    return [fresh[place] if place in fresh else known[place] for place in range(len(texts))]


def _job(checked: Checked) -> Job[Examined]:
    """Give the work that checking a text is."""
    return Job(checked.text, Examination(checked.rules))


def _known(
    where: Path, keys: Sequence[bytes], texts: Sequence[Checked]
) -> dict[int, Outcome[Examined]]:
    """Give the results that are in the cache, by the number of their text."""
    kept = cache.load(where, keys)
    results = (
        (place, rows.loads(kept[key], texts[place].name, texts[place].rules))
        for place, key in enumerate(keys)
        if key in kept
    )
    return {place: Outcome(result) for place, result in results if result is not None}


def _key(checked: Checked) -> bytes:
    """Make the key of everything a result depends on; the name only by its ending.

    Of words and terms that differ in case only the last one holds: their order counts.
    """
    rules = [
        (rule.check.name, rule.severity, [*rule.options.settings.items()]) for rule in checked.rules
    ]
    text = checked.text
    settings = [Path(text.name).suffix.lower(), text.encoding, [*text.words.items()], rules]
    return cache.key(json.dumps(settings).encode(), checked.data)
