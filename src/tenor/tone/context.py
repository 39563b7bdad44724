"""What surrounds a word changes its weight: each change is a factor with a reason in words.

The factors are those of rated sentences (lexicons/builders/factors.py prints the measurement),
rounded, and moved where a denial or a change of mind is plain to a reader but rare in the sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tenor.measure import Factor
from tenor.tone.words import listed


class Pair(NamedTuple):
    """A factor for words of positive valence, and one for words of negative valence."""

    positive: float
    negative: float


#: One named table of the factors by cause.
FACTORS = {
    "booster": Pair(1.6, 1.6),
    "damper": Pair(0.6, 0.9),
    "partial": Pair(-0.3, 0.4),
    "too": Pair(0.0, 2.0),
    "would": Pair(0.5, 1.2),
    "may": Pair(0.75, 1.1),
    "wish": Pair(-0.3, 1.2),
    "fewer": Pair(-1.0, -0.2),
    "ender": Pair(0.4, -0.1),
    "loser": Pair(-1.2, 1.2),
    "absent": Pair(-1.2, -0.5),
    "unreal": Pair(-0.6, 0.8),
    "top": Pair(1.3, 1.3),
    "falling": Pair(-0.5, -0.5),
    "question": Pair(0.4, 1.0),
    "no": Pair(-0.9, -0.4),
    "condition": Pair(0.4, 0.65),
    "concession": Pair(-0.4, -0.1),
    "before": Pair(0.35, 0.5),
    "after": Pair(1.15, 1.15),
    "measure": Pair(0.4, 0.7),
    "past": Pair(0.15, 0.15),
    "gone": Pair(-0.4, -0.2),
    "opinion": Pair(-0.9, -0.3),
    "elided": Pair(-0.9, -0.4),
    "capitals": Pair(1.1, 1.1),
    "name": Pair(0.4, 0.4),
    "given name": Pair(0.0, 0.0),
}
#: What a negator makes of a word, by how many words that say something stand between the two.
NEGATION = (Pair(-1.25, -0.25), Pair(-1.0, 0.1), Pair(-0.9, 0.6), Pair(-0.5, 0.8), Pair(0.0, 1.0))
#: A context word further back than this changes nothing.
REACH = 9


class Rule(NamedTuple):
    """How many words may stand between a context word and the word it changes, and the verb."""

    reach: int
    verb: str


_NEAR = {
    "booster": Rule(0, "raised by"),
    "damper": Rule(0, "lowered by"),
    "partial": Rule(3, "only in part, by"),
    "too": Rule(0, "too much, by"),
    "would": Rule(3, "only imagined, by"),
    "may": Rule(3, "only possible, by"),
    "wish": Rule(2, "wished for, by"),
    "fewer": Rule(1, "turned by"),
    "ender": Rule(1, "turned by"),
    "loser": Rule(2, "turned by"),
    "absent": Rule(2, "turned by"),
    "unreal": Rule(3, "only imagined, by"),
}
_ACTIVE = frozenset({"negator", "falling", *_NEAR})
_OPENERS = frozenset(
    {"measure", "opinion", "denial", "contrast", "concession", "condition", "past"}
)
_RUNS = (
    ("concession", "conceded by"),
    ("condition", "only supposed after"),
    ("measure", "only compared, after"),
)
_FENCES = frozenset({"stop", "subject", "contrast", "concession", "condition", "mark"})
_CLAUSE = frozenset({"stop", "contrast"})
_OPEN = frozenset({None, "clear", "booster", "would", "may"})
_FENCED = _CLAUSE | {"concession"}
_OF_NOUNS = frozenset({"fewer", "ender", "loser", "absent"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "am"})
_ENDED = frozenset({"fixed", "solved", "resolved", "cured", "ended", "eliminated"})
_UNABLE = frozenset({"never", "couldn't", "can't", "cannot", "couldnt", "cant"})
_SILENT = frozenset({"booster", "damper", "too", "negator"})
_FIRST = frozenset({"i", "i'm", "i've", "i'd", "we", "we've", "we're"})
_OTHERS = frozenset(
    ["others", "people", "some", "many", "critics", "they", "friends", "everyone", "everybody"]
)


class Stretch(NamedTuple):
    """A run of tokens whose words all weigh more or less, and why."""

    start: int
    end: int
    factor: Pair
    reason: str


class Context(NamedTuple):
    """A sentence's words in lower case, the part each plays, its stretches, the parts played."""

    lows: list[str]
    parts: list[str | None]
    stretches: list[Stretch]
    spent: set[int]
    active: bool


def read_context(lows: list[str], parts: list[str | None], answer: str = "") -> Context:
    """Find the stretches of a sentence; `answer` is what a question is answered by, if it is."""
    present = set(parts)
    active = not present.isdisjoint(_ACTIVE)
    asked = "?" in lows[-3:] and not _is_rhetorical(lows, parts)
    if present.isdisjoint(_OPENERS) and not asked and lows[0] != "while":
        return Context(lows, parts, [], set(), active)
    stretches: list[Stretch] = []
    spent: set[int] = set()
    if "opinion" in present or "denial" in present:
        stretches += _opinions(lows, parts)
    if "contrast" in present:
        taken_back = _elided(lows, parts)
        spent.update(spot for spot in range(len(lows)) if taken_back and spot > taken_back[0].end)
        stretches += taken_back or _contrasts(lows, parts)
    for kind, reason in _RUNS:
        if kind in present:
            stretches += _runs(lows, parts, kind, reason)
    if lows[0] == "while":
        stretches.append(Stretch(0, _end(parts, 0, _CLAUSE), FACTORS["concession"], "conceded"))
    if "past" in present and not spent:
        stretches += _past(lows, parts, present)
    unheard = asked and lows[0] in {"how", "why", "who"} and lows[1] in {"could", "would"}
    if unheard or (asked and answer == "no"):
        stretches.append(Stretch(0, len(lows), FACTORS["no"], "asked to be denied"))
    elif asked and answer != "yes":
        stretches.append(Stretch(0, len(lows), FACTORS["question"], "asked, not claimed"))
    return Context(lows, parts, stretches, spent, active)


def _is_rhetorical(lows: list[str], parts: list[str | None]) -> bool:
    """Tell "isn't it lovely?" and "who wouldn't?", in which the negator denies nothing."""
    at = int(lows[0] in {"who", "what"})
    if len(lows) > 2 and parts[at] == "negator" and lows[at].endswith("n't"):
        parts[at] = "clear"
        return True
    return False


def change(context: Context, at: int, base: float) -> list[Factor]:
    """Give the factors by which the words near it change a word."""
    side = int(base < 0)
    factors: list[Factor] = []
    if stands_alone(context, at):
        return factors
    for spot, pair, verb in _near(context.lows, context.parts, at):
        if pair[side] != 1.0:
            factors.append(Factor(pair[side], f"{verb} '{context.lows[spot]}'"))
            context.spent.add(spot)
    return factors


def stands_alone(context: Context, at: int) -> bool:
    """Tell an emoticon or interjection, which nothing around it changes."""
    return context.parts[at] == "mark" or not context.lows[at][-1:].isalnum()


def _near(lows: list[str], parts: list[str | None], at: int) -> list[tuple[int, Pair, str]]:
    """Look back from a word as far as its clause goes, then a little ahead."""
    found: list[tuple[int, Pair, str]] = []
    between, denied, verb = 0, False, False
    for spot in range(at - 1, max(-1, at - REACH), -1):
        part = parts[spot]
        if part == "clear":
            verb = verb or lows[spot] in _BE
        elif part is None:
            between += 1
        elif part in _FENCES:
            break
        elif part != "negator":
            rule = None if verb and part in _OF_NOUNS else _NEAR.get(part)
            if rule and between <= rule.reach and (rule.reach or _adjacent(parts, spot, at)):
                found.append((spot, FACTORS[part], rule.verb))
            between += part not in _SILENT
        elif not denied:
            found.append((spot, *_denial(lows, spot, at, between)))
            denied = True
    return found + _ahead(lows, parts, at)


def _ahead(lows: list[str], parts: list[str | None], at: int) -> list[tuple[int, Pair, str]]:
    """Find what ends a thing after naming it: "the pain is gone"."""
    for spot in range(at + 1, min(len(parts), at + 4)):
        if parts[spot] in _FENCES:
            break
        if parts[spot] == "falling" or lows[spot] in _ENDED:
            return [(spot, FACTORS["falling"], "turned by")]
    return []


def _denial(lows: list[str], spot: int, at: int, between: int) -> tuple[Pair, str]:
    """Give what a negator makes of a word: "never been happier" is no denial."""
    inside = lows[spot + 1 : at]
    if lows[spot] == "never":
        most = "so" in inside or "such" in inside
    else:
        most = "enough" in lows[at + 1 : at + 5]
    most = most or "more" in inside or lows[at] in listed("comparative")
    if most and (lows[spot] in _UNABLE or lows[spot - 1 : spot] == ["could"] or "get" in inside):
        return FACTORS["top"], "raised by"
    return NEGATION[min(between, len(NEGATION) - 1)], "flipped by" if between < 2 else "denied by"


def _adjacent(parts: list[str | None], spot: int, at: int) -> bool:
    """Tell whether only words of degree stand between two places."""
    return all(part in _SILENT for part in parts[spot + 1 : at])


def _end(parts: list[str | None], start: int, kinds: frozenset[str]) -> int:
    """Find where a stretch from a token ends: at the next token of some kinds, or the last."""
    for spot in range(start, len(parts)):
        if parts[spot] in kinds:
            return spot
    return len(parts)


def _opinions(lows: list[str], parts: list[str | None]) -> Iterator[Stretch]:
    """Find "don't think that …": the denial reaches over the whole opinion."""
    end = 0
    for at, part in enumerate(parts):
        if at < end or part not in {"denial", "opinion"}:
            continue
        if part == "denial":
            end = _end(parts, at, _CLAUSE)
            yield Stretch(at + 1, end, FACTORS["opinion"], f"denied by '{lows[at]}'")
            continue
        for spot in range(at - 1, max(-1, at - 4), -1):
            if parts[spot] == "negator":
                parts[spot] = "clear"
                aside = parts[at + 1 : at + 2] == ["stop"]
                end = _end(parts, at, frozenset({"contrast"}) if aside else _CLAUSE)
                reason = f"denied by '{lows[spot]} {lows[at]}'"
                yield Stretch(at + 1, end, FACTORS["opinion"], reason)
                break
            if parts[spot] not in _OPEN:
                break


def _contrasts(lows: list[str], parts: list[str | None]) -> list[Stretch]:
    """Find "… but …": what comes after weighs more, unless it is what others think."""
    at = len(parts) - 1 - parts[::-1].index("contrast")
    if at < 2:
        return []
    first, then = FACTORS["before"], FACTORS["after"]
    others = not _OTHERS.isdisjoint(lows[at + 1 : at + 4])
    if others and not _FIRST.isdisjoint(lows[:at]) and _FIRST.isdisjoint(lows[at:]):
        first, then = then, first
    return [
        Stretch(0, at, first, f"before '{lows[at]}'"),
        Stretch(at + 1, len(parts), then, f"after '{lows[at]}'"),
    ]


def _runs(lows: list[str], parts: list[str | None], kind: str, reason: str) -> Iterator[Stretch]:
    """Find the clauses that a word of some kind opens."""
    end = 0
    for at, part in enumerate(parts):
        if part == kind and at >= end:
            end = _end(parts, at, _CLAUSE)
            yield Stretch(at + 1, end, FACTORS[kind], f"{reason} '{lows[at]}'")


def _past(lows: list[str], parts: list[str | None], present: set[str | None]) -> Iterator[Stretch]:
    """Find "used to …, but now …": what was says little of what is."""
    at = parts.index("past")
    name = "gone" if present.isdisjoint({"present", "contrast", "concession"}) else "past"
    start = max((spot + 1 for spot in range(at) if parts[spot] in _FENCED), default=0)
    yield Stretch(start, _end(parts, at, _CLAUSE), FACTORS[name], f"over, by '{lows[at]}'")


def _elided(lows: list[str], parts: list[str | None]) -> list[Stretch]:
    """Find "…, but it wasn't": a denial left unfinished takes back what came before."""
    at = len(parts) - 1 - parts[::-1].index("contrast")
    last = len(lows) - 1
    while last > at and parts[last] == "stop":
        last -= 1
    if 0 < last - at <= 4 and at > 2 and (lows[last].endswith("n't") or lows[last] == "not"):
        return [Stretch(0, at, FACTORS["elided"], f"taken back by '{lows[last]}'")]
    return []
