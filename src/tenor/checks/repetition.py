"""The same phrase again and again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenor.findings.check import ALLOW, Check, Option, Options, Problem
from tenor.findings.subject import parsed, word_list
from tenor.measure import Evidence
from tenor.style.counting import PROSE

if TYPE_CHECKING:
    from tenor.findings.subject import PhraseHit, Subject

_NAMED = 5
#: A phrase is followed no further than this.
_LONGEST = 30


def find(subject: Subject, options: Options) -> Iterator[Problem]:
    """Report each phrase of so many words or more that is used more often than the limit."""
    allowed = [hit.span for hit in subject.find(parsed(options.phrases("allow")))]
    least, most = options.count("words"), options.count("max")
    places = _places(subject, least)
    done: set[tuple[int, int]] = set()
    for words, spots in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        fresh = [spot for spot in spots if spot not in done]
        if len(fresh) <= most:
            continue
        size = _widen(subject, fresh, len(words), done)
        hits = [subject.hit(index, place, place + size) for index, place in fresh]
        done.update((n, place + step) for n, place in fresh for step in range(1 - len(words), size))
        if not any(hit.span.meets(span) for span in allowed for hit in hits):
            yield _problem(subject, hits)


def _places(subject: Subject, size: int) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Give where each phrase of so many words stands, in running prose."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for index, lows in enumerate(subject.lows):
        if subject.kind(index) not in PROSE:
            continue
        for place in range(len(lows) - size + 1):
            words = tuple(lows[place : place + size])
            if all(word[0].isalpha() for word in words) and _says(words):
                places.setdefault(words, []).append((index, place))
    unbroken = (
        (
            words,
            [
                (n, place)
                for n, place in spots
                if subject.is_unbroken(subject.hit(n, place, place + size).span)
            ],
        )
        for words, spots in places.items()
        if len(spots) > 1
    )
    return {words: spots for words, spots in unbroken if len({n for n, _ in spots}) > 1}


def _says(words: tuple[str, ...]) -> bool:
    """Tell whether a phrase has two words of its own."""
    return sum(word not in word_list("repetition-light") for word in words) > len(words) // 2


def _widen(
    subject: Subject, spots: list[tuple[int, int]], size: int, done: set[tuple[int, int]]
) -> int:
    """Take in the words that follow everywhere."""
    while size < _LONGEST:
        after = {
            lows[place + size] if place + size < len(lows := subject.lows[n]) else ""
            for n, place in spots
        }
        word = after.pop()
        if after or not word[:1].isalpha() or any((n, place + size) in done for n, place in spots):
            return size
        size += 1
    return size


def _problem(subject: Subject, hits: list[PhraseHit]) -> Problem:
    """Report a phrase at its second use."""
    words = subject.quote(hits[0].span)
    return Problem(
        hits[1].span,
        f"“{words}” is said {len(hits)} times",
        evidence=tuple(
            Evidence(hit.span, 1.0, "said here too") for hit in [hits[0], *hits[2:_NAMED]]
        ),
        help="keep the best place, and find other words or a pronoun for the rest",
    )


CHECK = Check(
    name="repetition",
    summary="The same phrase of three words or more is used too often.",
    why=(
        "A phrase repeated whole reads as a text nobody went over again. Ignore it for fixed terms"
        " (allow them) and for a refrain."
    ),
    bad="We care about the user experience team. " * 4 + "The user experience team is here.",
    good="We care about the user experience team. It is here, and it works hard.",
    find=find,
    options=(
        Option("words", "integer", 3, "words of the shortest phrase", 3, 20),
        Option("max", "integer", 3, "most uses", 1, 1000),
        ALLOW,
    ),
    default="off",
)
