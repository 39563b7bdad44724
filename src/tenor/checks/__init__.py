"""The checks: what `tenor check` looks for, one file each."""

from __future__ import annotations

from tenor.checks import (
    banned_terms,
    condescension,
    formality_range,
    hedging,
    hostility,
    ignore_without_reason,
    missing_theme,
    negative_passage,
    off_theme,
    overclaiming,
    passive_voice,
    reading_grade,
    repetition,
    sentence_length,
    shouting,
    tone_drift,
    tone_range,
    tone_shift,
    unknown_check,
    unused_ignore,
)
from tenor.findings.check import Check

#: Every check, in the order lists give them.
CHECKS: tuple[Check, ...] = (
    tone_range.CHECK,
    negative_passage.CHECK,
    tone_shift.CHECK,
    tone_drift.CHECK,
    hedging.CHECK,
    overclaiming.CHECK,
    shouting.CHECK,
    condescension.CHECK,
    hostility.CHECK,
    formality_range.CHECK,
    reading_grade.CHECK,
    sentence_length.CHECK,
    passive_voice.CHECK,
    missing_theme.CHECK,
    off_theme.CHECK,
    repetition.CHECK,
    banned_terms.CHECK,
    unused_ignore.CHECK,
    unknown_check.CHECK,
    ignore_without_reason.CHECK,
)
