"""What a construction makes of a stretch of a sentence: "if …", "…, but …", "I don't think …".

Each rule is a function from a sentence to what it finds, and a line of CONSTRUCTIONS: a new one is
no more than that. A rule sees the sentence as it is tagged, whatever the others find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from tenor.tone.factors import FACTORS, Pair
from tenor.tone.tagging import Tagged
from tenor.tone.words import Role, listed

# The reaches are the project's own, set by reading: tests/tone/test_context.py shows each.
#: How many tokens before a verb of opinion its negator may stand.
REACH_OF_DENIAL = 3
#: How many tokens after "but" those may stand whose view follows.
REACH_OF_OTHERS = 3
#: An unfinished denial has so many tokens at most, and more than so many before its "but".
LONGEST_ELIDED, BEFORE_ELIDED = 4, 2
#: A contrast has so many tokens before it at least.
BEFORE_CONTRAST = 2
#: A question mark is one of so many last tokens: brackets and quotes may follow it.
LAST_MARKS = 3
#: How many tokens "from" may stand after "saved", and "were" after "I wish".
REACH_OF_FROM, REACH_OF_WISH = 5, 7
#: How many tokens after "I have seen", "there are" and "the old one was" a comparison may stand,
#: and how many after "than" that it is with what there is now.
REACH_OF_COMPARED, REACH_OF_NOW = 4, 6

#: What ends a stretch, what ends an opinion whose verb an aside follows, and what stands before a
#: stretch of the past.
_CLAUSE: frozenset[Role | None] = frozenset({"stop", "contrast"})
_CONTRAST: frozenset[Role | None] = frozenset({"contrast"})
_FENCED: frozenset[Role | None] = _CLAUSE | {"concession"}
#: What may stand between a negator and the opinion it denies.
_OPEN: frozenset[Role | None] = frozenset({None, "clear", "booster", "would", "may", "comparative"})
_DOUBTED = frozenset({"could", "would"})
_ANYONE = frozenset({"anyone", "anybody"})
#: What a question opens with that asks for yes or no.
_ASKING = frozenset(
    ["is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "will", "would", "am"]
)
_YOU = frozenset({"you", "your", "you're", "you've", "you'd", "your's"})
_FIRST = frozenset({"i", "i'm", "i've", "i'd", "we", "we've", "we're"})
_OTHERS = frozenset(
    ["others", "people", "some", "many", "critics", "they", "friends", "everyone", "everybody"]
)
#: With these a sentence on what others think opens.
_OTHERS_OPEN = frozenset({"my", "most", "reviewers"}) | _OTHERS
#: What is wished with these is not so: "I wish it were".
_UNREAL = frozenset(
    ["were", "was", "had", "would", "could", "'d", "didn't", "weren't", "wasn't", "wouldn't"]
)
_FROM = frozenset({"from", "of"})
_HAVE = frozenset({"have", "'ve"})
_WAS = frozenset({"was", "were"})
_NOW = frozenset({"this", "these", "now", "new", "current", "present", "today"})
_ITSELF = frozenset({"this", "these", "it", "it's", "now"})


class Stretch(NamedTuple):
    """A half-open run of tokens whose words all weigh more or less, and why."""

    start: int
    end: int
    pair: Pair
    reason: str


class Idle(NamedTuple):
    """The place of a negator that denies no single word."""

    place: int


class Unsaid(NamedTuple):
    """A half-open run of tokens whose words have no valence of their own."""

    start: int
    end: int


Sighting = Stretch | Idle | Unsaid


class Construction(NamedTuple):
    """A rule, and its cues: in a sentence without any of them it finds nothing, and is not asked.

    A cue is the role of some word, the first word, or "?" where something is asked.
    """

    cues: frozenset[str]
    find: Callable[[Tagged], Iterable[Sighting]]


def opinions(tagged: Tagged) -> Iterator[Sighting]:
    """Find "don't think that …": the denial reaches over the whole opinion."""
    end = 0
    for place, role in enumerate(tagged.roles):
        if place < end or role not in {"denial", "opinion"} or _feels(tagged.words, place):
            continue
        negator = place if role == "denial" else _negator(tagged, place)
        if negator is None:
            continue
        opinion = _opinion(tagged, negator, place)
        end = opinion.end
        yield opinion
        if negator != place:
            yield Idle(negator)


def _feels(words: Sequence[str], place: int) -> bool:
    """Tell "couldn't feel better", which is no opinion."""
    return words[place] in {"feel", "felt"} and _compares(words[place + 1 : place + 2])


def _negator(tagged: Tagged, place: int) -> int | None:
    """Find the negator close before a verb of opinion; "no" is of the noun after it."""
    words, roles = tagged.words, tagged.roles
    for near in range(place - 1, max(-1, place - 1 - REACH_OF_DENIAL), -1):
        if roles[near] == "negator":
            return near if words[near] != "no" else None
        if roles[near] not in _OPEN:
            break
    return None


def _opinion(tagged: Tagged, negator: int, place: int) -> Stretch:
    """Give the opinion after its verb, or after words that deny by themselves ("not true")."""
    words, roles = tagged.words, tagged.roles
    is_verb = negator != place
    has_aside = is_verb and "stop" in roles[place + 1 : place + 2]
    end = _end(roles, place, _CONTRAST if has_aside else _CLAUSE)
    denial = f"{words[negator]} {words[place]}" if is_verb else words[place]
    return Stretch(place + 1, end, FACTORS["opinion"], f"denied by '{denial}'")


def contrasts(tagged: Tagged) -> Sequence[Sighting]:
    """Find "… but …": what comes after weighs more, unless it is what others think."""
    words = tagged.words
    turn = _last(tagged.roles, "contrast")
    denial = _elided(tagged, turn)
    if denial:
        reason = f"taken back by '{words[denial]}'"
        return [Stretch(0, turn, FACTORS["elided"], reason), Unsaid(turn + 1, len(words))]
    if turn < BEFORE_CONTRAST:
        return []
    first, then = FACTORS["before"], FACTORS["after"]
    if _turns_to_others(words, turn):
        first, then = then, first
    before = Stretch(0, turn, first, f"before '{words[turn]}'")
    return [before, Stretch(turn + 1, len(words), then, f"after '{words[turn]}'")]


def _elided(tagged: Tagged, turn: int) -> int:
    """Find the last word of a denial left unfinished, "…, but it wasn't"; 0 if there is none.

    It takes back what came before.
    """
    words, roles = tagged.words, tagged.roles
    last = len(words) - 1
    while last > turn and roles[last] == "stop":
        last -= 1
    if turn <= BEFORE_ELIDED or not turn < last <= turn + LONGEST_ELIDED:
        return 0
    return last if words[last].endswith("n't") or words[last] == "not" else 0


def _turns_to_others(words: Sequence[str], turn: int) -> bool:
    """Tell "I love it, but others don't": the writer speaks before the turn, others after it."""
    if _OTHERS.isdisjoint(words[turn + 1 : turn + 1 + REACH_OF_OTHERS]):
        return False
    return not _FIRST.isdisjoint(words[:turn]) and _FIRST.isdisjoint(words[turn:])


def views(tagged: Tagged) -> Sequence[Sighting]:
    """Find "my friends loved it, I didn't": the writer's own view counts."""
    words, roles = tagged.words, tagged.roles
    if words[0] not in _OTHERS_OPEN or _FIRST.isdisjoint(words):
        return []
    if words[0] == "my" and listed("relative").isdisjoint(words[1:2]):
        return []
    turn = next((near for near in range(1, len(words)) if roles[near] == "stop"), len(words))
    if _FIRST.isdisjoint(words[turn + 1 : turn + 2]) or not _FIRST.isdisjoint(words[:turn]):
        return []
    return [Stretch(0, turn, FACTORS["others"], "what others think")]


def rescues(tagged: Tagged) -> Iterator[Sighting]:
    """Find "saved from …": what somebody is saved from is over."""
    words, roles = tagged.words, tagged.roles
    for place, role in enumerate(roles):
        if role != "rescuer":
            continue
        for near in range(place + 1, min(len(words), place + 1 + REACH_OF_FROM)):
            if roles[near] == "stop":
                break
            if words[near] in _FROM:
                end = _end(roles, near, _CLAUSE)
                reason = f"turned by '{words[place]} {words[near]}'"
                yield Stretch(near + 1, end, FACTORS["rescuer"], reason)
                break


def wishes(tagged: Tagged) -> Iterator[Sighting]:
    """Find "I wish it were …": it is not."""
    words, roles = tagged.words, tagged.roles
    for place, role in enumerate(roles):
        if role == "wish" and words[place] in {"wish", "wishes", "wished", "if only"}:
            end = _end(roles, place, _CLAUSE)
            if _UNREAL.isdisjoint(words[place + 1 : min(end, place + 1 + REACH_OF_WISH)]):
                continue
            yield Stretch(place + 1, end, FACTORS["wished"], f"wished for, by '{words[place]}'")
            yield Unsaid(place, place + 1)
            yield Idle(place)


def outdone(tagged: Tagged) -> Sequence[Sighting]:
    """Find "I've had better", "the old one was better", "smarter than this": a comparison lost."""
    words, roles = tagged.words, tagged.roles
    has_than = "measure" in roles
    start = 0 if has_than else _after_meeting(words) or _after_former(tagged)
    if not (has_than or start) or "negator" in roles:
        return []
    end = _end(roles, 0, _CLAUSE)
    if has_than:
        start, than = 0, roles.index("measure")
        is_lost = than < end and words[0] not in _ITSELF
        now = words[than + 1 : min(end, than + 1 + REACH_OF_NOW)]
        return [_lost(start, than)] if is_lost and not _NOW.isdisjoint(now) else []
    is_lost = _compares(words[start : min(end, start + REACH_OF_COMPARED)])
    return [_lost(start, end)] if is_lost else []


def _lost(start: int, end: int) -> Stretch:
    """Give the stretch that praises what something else is not."""
    return Stretch(start, end, FACTORS["unmet"], "said of something else")


def _compares(words: Sequence[str]) -> bool:
    """Tell words that compare."""
    return not listed("comparative").isdisjoint(words)


def _after_meeting(words: Sequence[str]) -> int:
    """Find where "I have seen" or "there are" ends that opens a sentence; 0 if none does."""
    if words[0] == "there" and words[1:2] == ["are"]:
        return 2
    if words[0] in {"i've", "we've"}:
        place = 1
    elif words[0] in _FIRST and not _HAVE.isdisjoint(words[1:2]):
        place = 2
    else:
        return 0
    return place + 1 if not listed("met").isdisjoint(words[place : place + 1]) else 0


def _after_former(tagged: Tagged) -> int:
    """Find where "the old one was" ends; 0 where there is none."""
    words, roles = tagged.words, tagged.roles
    if "former" not in roles:
        return 0
    place = roles.index("former")
    for near in range(place + 1, min(len(words), place + 1 + REACH_OF_COMPARED)):
        if words[near] in _WAS:
            return near + 1
    return 0


def runs(role: Role, reason: str, tagged: Tagged) -> Iterator[Sighting]:
    """Find the clauses that words of some role open."""
    end = 0
    for place, other in enumerate(tagged.roles):
        if other == role and place >= end and not _has_present(tagged, place):
            end = _end(tagged.roles, place, _CLAUSE)
            pair = FACTORS[role]
            if role == "condition" and _is_advice(tagged.words, place):
                pair = FACTORS["advice"]
            yield Stretch(place + 1, end, pair, f"{reason} '{tagged.words[place]}'")


def _is_advice(words: Sequence[str], place: int) -> bool:
    """Tell "if you feel ill" and "in case of fire", which say what to do."""
    return words[place].startswith("in case") or not _YOU.isdisjoint(words[place + 1 : place + 2])


def _has_present(tagged: Tagged, place: int) -> bool:
    """Tell "it used to be …, although now": what is now is not only conceded."""
    return "past" in tagged.roles[:place] and "present" in tagged.roles[place + 1 : place + 3]


def conceded(tagged: Tagged) -> Sequence[Sighting]:
    """Find the clause that a sentence concedes by opening with "while"."""
    if tagged.words[0] != "while":
        return []
    return [Stretch(0, _end(tagged.roles, 0, _CLAUSE), FACTORS["concession"], "conceded")]


def past(tagged: Tagged) -> Sequence[Sighting]:
    """Find "used to …, but now …": what was says little of what is."""
    words, roles = tagged.words, tagged.roles
    if "past" not in roles or _elided(tagged, _last(roles, "contrast")):
        return []
    place = roles.index("past")
    has_present = not {"present", "contrast", "concession"}.isdisjoint(roles)
    pair = FACTORS["past" if has_present else "gone"]
    start = max((near + 1 for near in range(place) if roles[near] in _FENCED), default=0)
    return [Stretch(start, _end(roles, place, _CLAUSE), pair, f"over, by '{words[place]}'")]


def ask(tagged: Tagged, answer: str) -> Tagged:
    """Read a sentence that ends as a question does; its `answer` is empty where it has none.

    "Isn't it lovely?" and "who wouldn't?" ask nothing, and their negator denies nothing.
    """
    words = tagged.words
    place = int(words[0] in {"who", "what"})
    if len(words) > 2 and tagged.roles[place] == "negator" and words[place].endswith("n't"):
        return tagged.without([place])
    return Tagged(words, tagged.roles, answer)


def questions(tagged: Tagged) -> Sequence[Sighting]:
    """Weigh a question by its answer, or as "how could it be?", which denies."""
    words, reply = tagged.words, tagged.reply
    if reply is None:
        return []
    if _is_doubt(words) or reply == "no":
        return [Stretch(0, len(words), FACTORS["no"], "asked to be denied")]
    if reply == "yes":
        return []
    pair = FACTORS["open" if words[0] in _ASKING else "question"]
    return [Stretch(0, len(words), pair, "asked, not claimed")]


def _is_doubt(words: Sequence[str]) -> bool:
    """Tell "how could it be good?" and "how can anyone like it?"."""
    if words[0] not in {"how", "why", "who"}:
        return False
    return not (_DOUBTED.isdisjoint(words[1:2]) and _ANYONE.isdisjoint(words[2:3]))


#: Every rule, in the order in which what they find is told.
CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(frozenset({"opinion", "denial"}), opinions),
    Construction(frozenset({"contrast"}), contrasts),
    Construction(frozenset({"concession"}), partial(runs, "concession", "conceded by")),
    Construction(frozenset({"condition"}), partial(runs, "condition", "only supposed after")),
    Construction(frozenset({"measure"}), partial(runs, "measure", "only compared, after")),
    Construction(frozenset({"while"}), conceded),
    Construction(_OTHERS_OPEN, views),
    Construction(frozenset({"rescuer"}), rescues),
    Construction(frozenset({"wish"}), wishes),
    Construction(frozenset({"comparative", "measure"}), outdone),
    Construction(frozenset({"past"}), past),
    Construction(frozenset({"?"}), questions),
)
_CUES = frozenset[str]().union(*[rule.cues for rule in CONSTRUCTIONS])


def find_stretches(tagged: Tagged) -> Sequence[Sighting]:
    """Apply each rule that has a cue in a sentence of at least one word."""
    words, roles, reply = tagged
    if _CUES.isdisjoint(roles) and words[0] not in _CUES and reply is None:
        return ()
    cues = _CUES.intersection([*roles, words[0], None if reply is None else "?"])
    return [sighting for rule in _constructions(cues) for sighting in rule.find(tagged)]


@cache
def _constructions(cues: frozenset[str]) -> list[Construction]:
    """Give the rules that have one of some cues, in order."""
    return [rule for rule in CONSTRUCTIONS if not rule.cues.isdisjoint(cues)]


def _end(roles: Sequence[Role | None], start: int, kinds: frozenset[Role | None]) -> int:
    """Find where a stretch from a token ends: at the next token of some roles, or the last."""
    for place in range(start, len(roles)):
        if roles[place] in kinds:
            return place
    return len(roles)


def _last(roles: Sequence[Role | None], role: Role) -> int:
    """Find the last word of a role; −1 if there is none."""
    return len(roles) - 1 - roles[::-1].index(role) if role in roles else -1
