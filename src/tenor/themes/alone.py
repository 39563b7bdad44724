"""Which sentences can be read without those before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from tenor.document import is_word
from tenor.themes.candidates import Scan
from tenor.themes.tagger import english
from tenor.themes.words import vocabulary

#: A sentence leans on others by how it opens.
_OPENING = re.compile(
    r"(?:accordingly|afterwards|also|and|another|anyway|besides|both|but|consequently|do|does|did"
    r"|earlier|eventually|finally|first|furthermore|hence|here|however|indeed|instead|lastly|later"
    r"|likewise|meanwhile|moreover|nevertheless|next|no|nonetheless|nor|oh|ok|okay|one|or|otherwise"
    r"|perhaps|previously|second|secondly|similarly|so|soon|still|that|that's|then|there|there's"
    r"|therefore|third|thus|well|which|who|whose|yeah|yes|yet|(?:after|at|for|in) that"
    r"|as (?:a result|such)|because of|doing so|for (?:example|instance)|pretty soon|the same"
    r"|in (?:addition|contrast|fact|other words|turn)|of course|on (?:the )?(?:one|other) hand"
    r"|while that|(?:since|until) then|(?:\w+ ){1,3}(?:ago|later))\b"
)
#: What sets a sentence beside another wherever it stands, and what is only said aloud.
_BESIDE = frozenset(
    {"this", "these", "those", "such", "above", "below", "same", "former", "latter", "also"}
    | {"actually", "however", "instead", "likewise", "nevertheless", "otherwise", "therefore"}
    | {"er", "uh", "um"}
)
_PRONOUN = re.compile(r"(?:he|she|they|it)(?:['’]\w+)?|him|her|them|his|hers|theirs?|its")
_SINGULAR = re.compile(r"it(?:['’]\w+)?|its")
_FIRST_WORDS = 4
#: A sentence with more commas is a list.
_MOST_COMMAS = 6
#: What tells a step of the writer's story after "I" or "we".
_STEP = re.compile(
    r"\w+ed|began|bought|brought|came|chose|drove|fell|felt|flew|found|gave|got|heard|kept|left|lost"
    r"|made|met|paid|put|ran|rode|said|sat|saw|sent|set|slept|spent|spoke|stood|thought|told|took"
    r"|tried|turned|went|woke|wore|wrote"
)
#: What follows a noun and tells which is meant: "the end of the road", "the man who left".
_TELLING = frozenset(
    {"about", "against", "at", "behind", "between", "by", "for", "from", "in", "of", "on", "that"}
    | {"to", "when", "where", "which", "who", "whose", "with"}
)
#: What stands before a noun and tells which is meant.
_ONLY = re.compile(r"most|first|last|only|best|worst|next|\w{2,}est|\d+\w*")
_THE_NOUN = re.compile(r"T([JMNPGDR]*[NP])")
_SPOKEN = re.compile(r"[\"“‘][^\"”’]*(?:[,!?][\"”’]|$)")
#: What is said to somebody, and what somebody is quoted as saying: “He said, "We will."”
_TO_YOU = re.compile(r"[Yy]ou(?:rs?|['’]\w+)?\b|.*, you (?:know|see)\b")
_QUOTED = re.compile(r".*\w[,:] ?[\"“‘][A-Z][^\"”]* [^\"”]* [^\"”]*[.!?]?[\"”’]?[.!?]?$")
#: A clause that gives a reason or a setting goes on from what was said before.
_SETTING = frozenset({"as", "because", "since", "whereas", "while"})


def stands_alone(scan: Scan, index: int, known: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether a sentence can be read without those before it.

    `known` are the stems of what a reader knows from elsewhere: "the bridge" then needs no other.
    """
    sentence, tags = scan.document.sentences[index], scan.tags[index]
    forms = [form.lower() for form in sentence.forms]
    return not (
        _leans(sentence.forms, tags)
        or _is_speech(scan.document.folded(sentence.span))
        or _opens_with_setting(forms, tags)
        or _is_order(forms, tags)
        or _has_loose_pronoun(forms, tags)
        or _has_step(forms, tags)
        or _has_loose_subject(forms, tags, known)
    )


def _leans(forms: Sequence[str], tags: str) -> bool:
    """Tell whether a sentence is part of another, answers it, or is set beside it."""
    words = [form.lower() for form in forms if is_word(form)]
    return (
        (tags[0] not in "NP" and forms[0].islower())
        or forms[0] in {"(", "["}
        or "?" in forms
        or forms.count(",") > _MOST_COMMAS
        or words[-1:] == ["too"]
        or bool(_OPENING.match(" ".join(words[: _FIRST_WORDS + 1])))
        or any(map(_PRONOUN.fullmatch, words[:_FIRST_WORDS]))
        or not _BESIDE.isdisjoint(words)
        or any(tag == "T" and form.lower() == "that" for form, tag in zip(forms, tags, strict=True))
    )


def _is_speech(words: str) -> bool:
    """Tell whether a sentence is said to somebody, or tells what somebody said word by word."""
    return bool(_SPOKEN.match(words) or _TO_YOU.match(words) or _QUOTED.match(words))


def _opens_with_setting(forms: Sequence[str], tags: str) -> bool:
    """Tell whether a sentence opens with a clause that gives a reason or a setting."""
    end = forms.index(",") if "," in forms else 0
    return forms[0] in _SETTING and not set("VAG").isdisjoint(tags[:end])


def _is_order(forms: Sequence[str], tags: str) -> bool:
    """Tell whether a sentence has no subject: a verb comes first, after a phrase, or after "or"."""
    verb = next((place for place, tag in enumerate(tags) if tag in "VA"), 0)
    before = tags[:verb].rstrip("R")
    has_verb_first = english().tag(forms[:_FIRST_WORDS]).startswith("V") or tags[:2] in {"NT", "PT"}
    is_after_phrase = before[-1:] == "." and "I" in before[:1] and forms[len(before) - 1] == ","
    return has_verb_first or (tags[verb] == "V" and (is_after_phrase or before[-1:] == "C"))


def _has_loose_pronoun(forms: Sequence[str], tags: str) -> bool:
    """Tell whether a pronoun stands before any verb, or "it" with no single thing before it."""
    has_verb = has_thing = False
    for form, tag in zip(forms, tags, strict=True):
        is_loose = not has_thing if _SINGULAR.fullmatch(form) else not has_verb
        if is_loose and _PRONOUN.fullmatch(form):
            return True
        has_verb = has_verb or tag in "VA"
        has_thing = has_thing or tag == "P" or (tag in "NG" and not form.endswith("s"))
    return False


def _has_step(forms: Sequence[str], tags: str) -> bool:
    """Tell whether the writer tells a step of a story ("We soon left."), or nothing is said."""
    pairs = [(form, tag) for form, tag in zip(forms, tags, strict=True) if tag != "R"]
    return any(
        before in {"i", "we"} and tag in "VD" and _STEP.fullmatch(form)
        for (before, _), (form, tag) in pairwise(pairs)
    ) or (forms[0].endswith("ed") and not set("VA") & set(tags[1:]))


def _has_loose_subject(forms: Sequence[str], tags: str, known: AbstractSet[str]) -> bool:
    """Tell whether "the" and a noun stand before the verb and nothing tells which is meant."""
    verb = next((place for place, tag in enumerate(tags) if tag in "VA"), len(tags))
    return any(
        forms[noun.start()] == "the" and not _is_told(forms, tags, noun.span(1), known)
        for noun in _THE_NOUN.finditer(tags, 0, verb)
    )


def _is_told(
    forms: Sequence[str], tags: str, noun: tuple[int, int], known: AbstractSet[str]
) -> bool:
    """Tell whether a sentence, or what is known, says which is meant by the noun there."""
    look, (start, end) = vocabulary(), noun
    return (
        "P" in tags[start:end]
        or any(look(form).stem in known or _ONLY.fullmatch(form) for form in forms[start:end])
        or (end < len(forms) and (forms[end] in _TELLING or tags[end] in "DGO"))
    )
