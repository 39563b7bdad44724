"""What surrounds a word changes its weight: each change is a factor with a reason in words.

The factors are fitted on rated sentences (the script lexicons/builders/valence.py prints them).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

#: One named table of the factors by cause.
FACTORS = {
    "booster": 1.4,
    "damper": 0.8,
    "modal": 0.85,
    "question": 0.6,
    "condition": 0.65,
    "concession": 0.5,
    "before": 0.45,
    "after": 1.15,
    "past": 0.3,
    "gone": -0.3,
    "opinion": -0.7,
    "ender": -0.5,
    "loser": -0.6,
    "perfect": -0.6,
    "elided": -0.6,
    "capitals": 1.3,
}
#: What a negator makes of a positive and of a negative word, by the words that stand between.
NEGATION = ((-0.8, -0.6), (-0.55, -0.5), (0.0, 0.0), (0.3, 0.3), (0.4, 0.4))
#: No word further back than this changes another by itself.
REACH = 9


class Stretch(NamedTuple):
    """A run of tokens whose words all weigh more or less, and why."""

    start: int
    end: int
    factor: float
    reason: str


class Context(NamedTuple):
    """A sentence's words in lower case, the part each plays, and its stretches."""

    lows: list[str]
    parts: list[str | None]
    stretches: list[Stretch]


def read_context(lows: list[str], parts: list[str | None]) -> Context:
    """Find the stretches of a sentence."""
    stretches = [
        stretch
        for find in (_opinions, _contrasts, _concessions, _conditions, _past, _question, _elided)
        for stretch in find(lows, parts)
    ]
    return Context(lows, parts, stretches)


def change(context: Context, at: int, base: float) -> tuple[float, list[str]]:
    """Give the factor by which the context changes a word, and the reasons."""
    factor, reasons = _near(context, at, base)
    for start, end, weight, reason in context.stretches:
        if start <= at < end:
            factor *= weight
            reasons.append(reason)
    return factor, reasons


def _near(context: Context, at: int, base: float) -> tuple[float, list[str]]:
    """Look back from a word for negators, boosters and the like, as far as its clause goes."""
    lows, parts, _ = context
    factor, reasons, between = 1.0, [], 0
    for spot in range(at - 1, max(-1, at - REACH), -1):
        part = parts[spot]
        if part == "clear":
            continue
        if part is None:
            between += 1
        elif part in _FENCES:
            break
        else:
            step, verb = _step(part, base, between)
            if step is not None:
                factor *= step
                reasons.append(f"{verb} '{lows[spot]}'")
            between += part not in {"booster", "damper", "negator"}
    return factor, reasons


_FENCES = {"stop", "subject", "contrast", "concession", "condition"}


def _step(part: str, base: float, between: int) -> tuple[float | None, str]:
    """Give the factor of one context word at its distance, None where it has no hold."""
    if part == "negator":
        pair = NEGATION[min(between, len(NEGATION) - 1)]
        weight = pair[base < 0]
        return weight, "flipped by" if weight < 0 else "weakened by"
    rule = _NEAR.get(part)
    if rule is None or between > rule.reach or (rule.sign and base * rule.sign < 0):
        return None, ""
    return FACTORS[part], rule.verb


class Rule(NamedTuple):
    """How far a context word reaches, on words of which sign (0: both), and the verb for it."""

    reach: int
    sign: int
    verb: str


_NEAR = {
    "booster": Rule(0, 0, "raised by"),
    "damper": Rule(0, 0, "lowered by"),
    "modal": Rule(2, 0, "weakened by"),
    "ender": Rule(2, -1, "turned by"),
    "loser": Rule(2, 1, "turned by"),
}


def _stop(parts: list[str | None], start: int, kinds: frozenset[str]) -> int:
    """Find where a stretch from a token ends: at the next token of some kinds, or the last."""
    for spot in range(start, len(parts)):
        if parts[spot] in kinds:
            return spot
    return len(parts)


_CLAUSE = frozenset({"stop", "contrast"})
_TURN = frozenset({"contrast"})


def _opinions(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "don't think that …": the denial reaches over the whole opinion."""
    for at, part in enumerate(parts):
        if part != "opinion":
            continue
        for spot in range(at - 1, max(-1, at - 4), -1):
            if parts[spot] == "negator":
                parts[spot] = "clear"
                reason = f"denied by '{lows[spot]} {lows[at]}'"
                yield Stretch(at + 1, _stop(parts, at, _TURN), FACTORS["opinion"], reason)
                break
            if parts[spot] not in {None, "clear", "booster"}:
                break


def _contrasts(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "… but …": what comes after weighs more than what came before."""
    if "contrast" not in parts:
        return
    at = len(parts) - 1 - parts[::-1].index("contrast")
    if at > 1:
        yield Stretch(0, at, FACTORS["before"], f"lowered before '{lows[at]}'")
        yield Stretch(at + 1, len(parts), FACTORS["after"], f"raised after '{lows[at]}'")


def _concessions(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "although …,": what is conceded weighs less."""
    for at, part in enumerate(parts):
        if part == "concession" or (at == 0 and lows[0] == "while"):
            end = _stop(parts, at, frozenset({"stop"}))
            yield Stretch(at + 1, end, FACTORS["concession"], f"conceded by '{lows[at]}'")


def _conditions(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "if …": what is only supposed weighs less."""
    for at, part in enumerate(parts):
        if part == "condition":
            end = _stop(parts, at, _CLAUSE)
            yield Stretch(at + 1, end, FACTORS["condition"], f"only supposed after '{lows[at]}'")


def _past(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "used to …, but now …": what was says little of what is."""
    if "past" not in parts:
        return
    at = parts.index("past")
    end = _stop(parts, at, _CLAUSE)
    name = "past" if "present" in parts or "contrast" in parts else "gone"
    yield Stretch(at + 1, end, FACTORS[name], f"over, after '{lows[at - 1]} {lows[at]}'")


def _question(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find a question: what is asked is not claimed."""
    if "?" in lows[-3:]:
        yield Stretch(0, len(parts), FACTORS["question"], "asked, not claimed")


def _elided(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "…, but it wasn't": a denial whose words are left unsaid takes back what came before."""
    last = len(lows) - 1
    while last > 0 and parts[last] == "stop":
        last -= 1
    if last < 3 or not (lows[last].endswith("n't") or lows[last] == "not"):
        return
    start = max((at for at in range(last) if parts[at] in _CLAUSE), default=0)
    if last - start <= 4 and start > 0:
        yield Stretch(0, start, FACTORS["elided"], f"taken back by '{lows[last]}'")
