"""Generated cases for what a reader of tone must be able to do, in the manner of CheckList.

Ribeiro et al. 2020, "Beyond accuracy: behavioral testing of NLP models with CheckList". Every case
is a test of one ability: a text with the sign it must have, or two texts and how they must compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

Score = Callable[[str], float]
_SAME = 1e-12


class Case(NamedTuple):
    """What is tested, the text or texts, and what must hold of their valences."""

    ability: str
    texts: tuple[str, ...]
    wanted: str


GOOD = [
    "great",
    "excellent",
    "lovely",
    "fantastic",
    "pleasant",
    "brilliant",
    "delightful",
    "superb",
]
BAD = ["terrible", "awful", "dreadful", "horrible", "lousy", "unpleasant", "poor", "miserable"]
PLAIN = [
    "Italian",
    "private",
    "commercial",
    "yearly",
    "daily",
    "international",
    "round",
    "northern",
]
THINGS = ["meal", "hotel", "film", "flight", "concert", "room", "teacher", "museum"]
LIKED = ["liked", "loved", "enjoyed", "admired", "appreciated"]
HATED = ["hated", "disliked", "despised", "regretted", "dreaded"]
LIKE = ["like", "love", "enjoy", "admire", "appreciate"]
HATE = ["hate", "dislike", "despise", "dread"]
NAMES = ["Emma", "Grace", "Hope", "Joy", "Frank", "Rich", "Yusuf", "Olga", "Wei", "Mercy"]
PLACES = ["Turkey", "Paris", "Lagos", "Hell's Kitchen", "Long Island", "Delhi", "Poland", "Texas"]
WHO = [
    "gay", "straight", "lesbian", "bisexual", "transgender", "black", "white", "Asian", "Latino",
    "Jewish", "Muslim", "Christian", "Hindu", "atheist", "Catholic", "Turkish", "Polish", "Chinese",
    "Nigerian", "American", "Mexican", "Iraqi", "German", "deaf", "blind", "disabled", "autistic",
    "old", "young", "elderly", "fat", "thin", "female", "male", "foreign", "immigrant",
]  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield every case, ability by ability."""
    for ability in (vocabulary, strength, negation, time, roles, robustness, names, fairness):
        yield from ability()


def fails(case: Case, score: Score, band: float) -> bool:
    """Tell whether a case fails; values within the band are neutral."""
    values = [score(text) for text in case.texts]
    first, last = values[0], values[-1]
    signs = [(value >= band) - (value <= -band) for value in values]
    held = {
        "positive": signs[0] > 0,
        "negative": signs[0] < 0,
        "neutral": signs[0] == 0,
        "not negative": signs[0] >= 0,
        "not positive": signs[0] <= 0,
        "same sign": signs[0] == signs[-1],
        "same value": abs(first - last) < _SAME,
        "stronger": abs(last) > abs(first) - _SAME and signs[0] * signs[-1] >= 0,
        "weaker": abs(last) < abs(first) + _SAME and signs[0] * signs[-1] >= 0,
    }
    return not held[case.wanted]


def _each(ability: str, wanted: str, frames: list[str], *lists: list[str]) -> Iterator[Case]:
    for frame, *words in product(frames, *lists):
        yield Case(ability, (frame.format(*words),), wanted)


def vocabulary() -> Iterator[Case]:
    """Words of feeling in a plain frame; plain words in the same frame."""
    frames = ["It was a {0} {1}.", "The {1} was {0}.", "What a {0} {1} we had"]
    yield from _each("vocabulary", "positive", frames, GOOD, THINGS[:4])
    yield from _each("vocabulary", "negative", frames, BAD, THINGS[:4])
    yield from _each("vocabulary", "neutral", frames[:2], PLAIN, THINGS[:4])
    yield from _each(
        "vocabulary", "positive", ["I {0} the {1}.", "We all {0} that {1}."], LIKED, THINGS
    )
    yield from _each(
        "vocabulary", "negative", ["I {0} the {1}.", "We all {0} that {1}."], HATED, THINGS
    )


def strength() -> Iterator[Case]:
    """More of it is not weaker, less of it is not stronger."""
    for word, thing in product(GOOD + BAD, THINGS[:3]):
        bare = f"The {thing} was {word}."
        for more in ("very", "really", "extremely", "so"):
            yield Case("strength", (bare, f"The {thing} was {more} {word}."), "stronger")
        for less in ("somewhat", "slightly", "kind of", "a bit"):
            yield Case("strength", (bare, f"The {thing} was {less} {word}."), "weaker")
        yield Case("strength", (bare, f"The {thing} was {word}!!!"), "stronger")


def negation() -> Iterator[Case]:
    """A denial near and far, of the good, of the bad and of the plain."""
    frames = [
        "The {1} was not {0}.",
        "It wasn't a {0} {1}.",
        "This is not a particularly {0} {1}.",
        "I can't say that it was a {0} {1}.",
        "I don't think the {1} was {0}.",
        "No one would call this a {0} {1}.",
        "The {1} was never {0}.",
        "It is not true that the {1} was {0}.",
        "I hoped for a {0} {1}, but it wasn't.",
        "I thought the {1} would be {0}, but it was not.",
        "I don't believe, having stayed there for a week, that it was a {0} {1}.",
        "The {1} was anything but {0}.",
        "It was far from a {0} {1}.",
    ]
    yield from _each("negation", "negative", frames, GOOD, THINGS[:4])
    yield from _each("negation", "not negative", frames, BAD, THINGS[:4])
    yield from _each("negation", "neutral", frames[:3], PLAIN, THINGS[:4])
    yield from _each(
        "negation", "negative", ["I didn't {0} the {1}.", "I never {0} that {1}."], LIKE, THINGS[:4]
    )
    yield from _each(
        "negation",
        "not negative",
        ["I didn't {0} the {1}.", "We don't {0} that {1}."],
        HATE,
        THINGS[:4],
    )
    yield from _each("negation", "positive", ["It was not just {0} but {0} in every way."], GOOD)


def time() -> Iterator[Case]:
    """What is counts for more than what was."""
    for good, bad, thing in product(LIKE, HATE, THINGS[:3]):
        yield Case("time", (f"I used to {bad} this {thing}, but now I {good} it.",), "positive")
        yield Case("time", (f"I used to {good} this {thing}, but now I {bad} it.",), "negative")
        yield Case("time", (f"I {good} this {thing} now, though I used to {bad} it.",), "positive")
        yield Case(
            "time", (f"I {bad} this {thing}, although in the past I would {good} it.",), "negative"
        )
    for good, bad, thing in product(GOOD[:4], BAD[:4], THINGS[:3]):
        yield Case("time", (f"The {thing} was {bad} in the past, now it is {good}.",), "positive")
        yield Case(
            "time", (f"Previously the {thing} was {good}, but today it is {bad}.",), "negative"
        )


def roles() -> Iterator[Case]:
    """The writer's opinion counts for more than that of others; a question gets its answer."""
    for good, bad in product(GOOD[:5], BAD[:5]):
        yield Case(
            "roles", (f"Some people say it is {bad}, but I think it is {good}.",), "positive"
        )
        yield Case("roles", (f"Critics called it {good}, but I find it {bad}.",), "negative")
        yield Case("roles", (f"I think you are {good}, but others say you are {bad}.",), "positive")
        yield Case("roles", (f"I think it is {bad}, but my friends say it is {good}.",), "negative")
    for word, thing in product(GOOD, THINGS[:4]):
        yield Case("roles", (f"Do I think the {thing} was {word}? No.",), "negative")
        yield Case("roles", (f"Was it a {word} {thing}? Yes.",), "positive")
    for word, thing in product(BAD, THINGS[:4]):
        yield Case("roles", (f"Do I think the {thing} was {word}? Yes.",), "negative")
        yield Case("roles", (f"Was it a {word} {thing}? No, it was not.",), "not negative")


def robustness() -> Iterator[Case]:
    """Addresses, handles, marks, contractions and slips of the finger change no verdict."""
    for word, thing in product(GOOD[:5] + BAD[:5], THINGS[:4]):
        text = f"I must say that the {thing} we had was {word}"
        for other in (
            f"{text} https://t.co/{thing[:3]}X9",
            f"@ana22 {text}",
            f"{text} .",
            f"{text}...",
            text.replace("that the", "taht the"),
            text.replace(thing, thing[:-2] + thing[-1] + thing[-2]),
            text.replace("we had", "we'd had"),
            f"{text}\n",
            text.replace(" ", "  "),
            f"“{text}”",
        ):
            yield Case("robustness", (text, other), "same sign")


def names() -> Iterator[Case]:
    """Other names, places and numbers change nothing."""
    for name, word in product(NAMES, GOOD[:4] + BAD[:4] + PLAIN[:2]):
        text = "Our guide {} showed us the town, and dinner was {}."
        yield Case("names", (text.format("Anna", word), text.format(name, word)), "same value")
    for place, word in product(PLACES, GOOD[:4] + BAD[:4] + PLAIN[:2]):
        text = "The flight from {} to Rome was {}."
        yield Case("names", (text.format("London", word), text.format(place, word)), "same sign")
    for number, word in product(["2", "17", "1999", "86", "3.5"], GOOD[:4] + BAD[:4]):
        text = "After {} hours the room was {}."
        yield Case("names", (text.format("4", word), text.format(number, word)), "same value")


def fairness() -> Iterator[Case]:
    """Who somebody is never moves a value."""
    frames = [
        "My neighbour is {}.",
        "The {} teacher spoke first.",
        "Two {} people sat down beside us and were kind.",
        "We hired a {} engineer, and the work was terrible.",
        "She has a {} friend.",
    ]
    for frame, who in product(frames, WHO):
        yield Case("fairness", (frame.format("tall"), frame.format(who)), "same value")


def rates(score: Score, band: float) -> dict[str, tuple[int, int]]:
    """Count, ability by ability, the failures and the cases."""
    counted: dict[str, tuple[int, int]] = {}
    for case in cases():
        failed, total = counted.get(case.ability, (0, 0))
        counted[case.ability] = (failed + fails(case, score, band), total + 1)
    return counted
