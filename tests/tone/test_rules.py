"""The rules of context one by one: what each finds, when it is asked, and that none rewrites."""

from __future__ import annotations

from copy import deepcopy
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.lexicons import rows
from tenor.tone.context import in_context
from tenor.tone.emphasis import SPELLINGS, emphasized, is_given_name, is_name, is_shouted
from tenor.tone.factors import FACTORS
from tenor.tone.nearby import (
    DENIALS,
    EXCEPTIONS,
    FENCES,
    INFLUENCES,
    changes,
    is_beside,
    is_hoped,
    is_object,
    is_of_nobody,
    is_of_nothing,
    is_of_noun,
    is_unmatched,
    is_unsurpassed,
)
from tenor.tone.stretches import (
    CONSTRUCTIONS,
    Idle,
    Stretch,
    Unsaid,
    ask,
    conceded,
    contrasts,
    find_stretches,
    opinions,
    past,
    questions,
    runs,
)
from tenor.tone.tagging import Hit, Tagged, in_sense, is_liking, look_up, tag
from tenor.tone.valence import find_hits
from tenor.tone.words import LISTS, Role, lowered, packaged

WORDS = packaged()
SCRAPS = [
    "good",
    "bad",
    "not",
    "never",
    "but",
    "although",
    "if",
    "think",
    "don't",
    "true",
    "wasn't",
    "love",
    "very",
    "too",
    "the",
    "a",
    "it",
    "was",
    "is",
    "lack",
    "stop",
    "used",
    "to",
    "now",
    "while",
    "how",
    "could",
    "who",
    "wouldn't",
    "than",
    "would",
    "be",
    "may",
    "want",
    "gone",
    "fixed",
    "like",
    "Grace",
    "NEW",
    "York",
    "!",
    "?",
    ".",
    ",",
    ":)",
    "more",
    "enough",
    "others",
    "i",
    "people",
    "no",
    "lol",
    "table",
]
FORMS = st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=20)


def tagged(text, answer=None):
    """Tag a text; what a rule is given cannot be written to."""
    lows = lowered(text.split())
    words, roles, _ = tag(lows, look_up(lows, WORDS)[1], WORDS.roles)
    return Tagged(tuple(words), tuple(roles), answer)


def stretch(start, end, cause, reason):
    return Stretch(start, end, FACTORS[cause], reason)


@pytest.mark.parametrize(
    ("find", "text", "found"),
    [
        (
            opinions,
            "i don't really think it works , though",
            [stretch(4, 6, "opinion", "denied by 'don't think'"), Idle(1)],
        ),
        (opinions, "i think it works", []),
        (opinions, "don't go , i think", []),
        (
            contrasts,
            "it was fun but slow",
            [stretch(0, 3, "before", "before 'but'"), stretch(4, 5, "after", "after 'but'")],
        ),
        (
            contrasts,
            "it was fun but it wasn't .",
            [stretch(0, 3, "elided", "taken back by 'wasn't'"), Unsaid(4, 7)],
        ),
        (
            contrasts,
            "i had fun but others rave",
            [stretch(0, 3, "after", "before 'but'"), stretch(4, 6, "before", "after 'but'")],
        ),
        (contrasts, "but fun", []),
        (contrasts, "it was fun", []),
        (conceded, "while it rains , we stay", [stretch(0, 3, "concession", "conceded")]),
        (conceded, "we stay while it rains", []),
        (past, "it used to rain , it did", [stretch(0, 4, "gone", "over, by 'used to'")]),
        (past, "it used to rain now", [stretch(0, 5, "past", "over, by 'used to'")]),
        (past, "it used to rain but it wasn't", []),
    ],
)
def test_a_rule_finds_what_it_is_for_and_nothing_else(find, text, found):
    assert list(find(tagged(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("if it rains , if it snows", [(1, 3), (5, 7)]),
        ("if it rains if it snows", [(1, 6)]),
        ("it rains", []),
    ],
)
def test_a_word_opens_its_clause_once(text, found):
    given_runs = runs("condition", "only supposed after", tagged(text))
    assert [(run.start, run.end) for run in given_runs] == found


@pytest.mark.parametrize(
    ("text", "answer", "reason"),
    [
        ("is it fun ?", None, None),
        ("is it fun ?", "", "asked, not claimed"),
        ("is it fun ?", "it", "asked, not claimed"),
        ("is it fun ?", "yes", None),
        ("is it fun ?", "no", "asked to be denied"),
        ("how could it be ?", "yes", "asked to be denied"),
    ],
)
def test_a_question_goes_by_its_reply(text, answer, reason):
    found = list(questions(tagged(text, answer)))
    assert [one.reason for one in found] == ([reason] if reason else [])


def test_a_question_by_a_negator_asks_nothing_and_denies_nothing():
    assert ask(tagged("is it fun ?"), "no").reply == "no"
    heard = ask(tagged("isn't it fun ?"), "no")
    assert (heard.reply, heard.roles[0]) == (None, "clear")
    heard = ask(tagged("who wouldn't go ?"), "")
    assert (heard.reply, heard.roles[1]) == (None, "clear")


@given(FORMS, st.sampled_from([None, "", "yes", "no"]))
def test_a_rule_finds_nothing_in_a_sentence_without_its_cues(forms, reply):
    sentence = tagged(" ".join(forms), reply)
    cues = {*sentence.roles, sentence.words[0], None if reply is None else "?"}
    found = [(rule, list(rule.find(sentence))) for rule in CONSTRUCTIONS]
    assert not any(several for rule, several in found if rule.cues.isdisjoint(cues))
    told = [one for _, several in found for one in several]
    assert list(find_stretches(sentence)) == told


@given(FORMS)
def test_what_a_rule_finds_lies_within_its_sentence(forms):
    for rule in CONSTRUCTIONS:
        for one in rule.find(tagged(" ".join(forms), "")):
            if isinstance(one, Idle):
                assert one.place < len(forms)
            else:
                assert 0 <= one.start <= one.end <= len(forms)


@given(FORMS, st.sampled_from(["", "yes", "no", "it"]))
def test_no_step_writes_to_what_it_is_given(forms, answer):
    lows = lowered(forms)
    hits, phrases = look_up(tuple(lows), WORDS)
    sentence = tag(lows, phrases, WORDS.roles)
    before = deepcopy((forms, lows, hits, phrases, sentence))
    changed = emphasized(
        forms, in_context(in_sense(hits, sentence, WORDS.project), sentence, answer)
    )
    assert (forms, lows, hits, phrases, sentence) == before
    assert changed == find_hits(forms, WORDS, answer)


@pytest.mark.parametrize(
    ("condition", "text", "near", "holds"),
    [
        (is_beside, "very good", 0, True),
        (is_beside, "very very good", 0, True),
        (is_beside, "such a good", 0, False),
        (is_of_noun, "lack of good", 0, True),
        (is_of_noun, "lack is good", 0, False),
        (is_unsurpassed, "never been better", 0, True),
        (is_unsurpassed, "never so good", 0, True),
        (is_unsurpassed, "not so good", 0, False),
        (is_unsurpassed, "could not be more good", 1, True),
        (is_unsurpassed, "would not be more good", 1, False),
        (is_unsurpassed, "doesn't get better", 0, False),
        (is_unsurpassed, "doesn't get any better", 0, True),
        (is_unsurpassed, "doesn't get more good", 0, True),
        (is_object, "stop the war", 0, True),
        (is_object, "stop is good", 0, False),
        (is_object, "ruined by good", 0, False),
        (is_unmatched, "nothing is better", 0, False),
        (is_of_nobody, "nobody was hurt", 0, True),
        (is_of_nobody, "nobody hurt", 0, False),
        (is_of_nobody, "nothing was good", 0, False),
        (is_of_nothing, "nothing on it makes me happy", 0, True),
        (is_of_nothing, "nothing good", 0, False),
        (is_hoped, "expected better", 0, True),
        (is_hoped, "expected more good", 0, True),
        (is_hoped, "expected to be better", 0, False),
        (is_hoped, "expected good", 0, False),
        (is_hoped, "wanted better", 0, False),
    ],
)
def test_a_condition_holds_where_it_should(condition, text, near, holds):
    sentence = tagged(text)
    assert condition(sentence, near, len(sentence.words) - 1) is holds


@pytest.mark.parametrize("role", INFLUENCES)
def test_an_influence_has_its_factor_and_ends_no_clause(role):
    assert role in FACTORS
    assert role not in FENCES


def test_a_negator_is_told_as_its_exception_or_its_distance():
    (change,) = changes(tagged("never been better"), 2, 1.0, has_end=False)
    assert (change.place, change.factor.value) == (0, EXCEPTIONS[0][1].pair.positive)
    (change,) = changes(tagged("not a red fun"), 3, -1.0, has_end=False)
    assert change.factor == (DENIALS[1].pair.negative, "flipped by 'not'")


@pytest.mark.parametrize(
    ("text", "at", "spelled"),
    [
        ("this is GOOD", 2, is_shouted),
        ("GRACE said", 0, is_shouted),
        ("we saw Grace there", 2, is_given_name),
        ("we saw Good Street", 2, is_name),
        ("we saw Old Good there", 3, is_name),
        ("Grace said", 0, None),
        ("we saw Good there", 2, is_name),
        ("it was Good there", 2, None),
        ("This Is Good", 2, None),
        ("saw : Good Street", 2, None),
        ("Grace Hopper said", 0, is_given_name),
        ("we saw good Street", 2, None),
    ],
)
def test_the_first_spelling_that_holds_counts(text, at, spelled):
    forms = text.split()
    holding = [one.is_so for one in SPELLINGS if one.is_so(forms, at, at + 1)]
    assert (holding or [None])[0] is spelled


@pytest.mark.parametrize(
    ("text", "at", "liking"),
    [
        ("i like it", 1, True),
        ("it looks like it", 2, False),
        ("like it", 0, True),
        ("like a dog", 0, False),
    ],
)
def test_like_is_told_by_the_word_beside_it(text, at, liking):
    assert is_liking(tagged(text), at) is liking


@pytest.mark.parametrize(
    ("word", "said", "unsaid"),
    [
        ("pretty", "a pretty room", "it was pretty thin"),
        ("certainly", "i like it certainly .", "it was certainly square"),
        ("patient", "she was patient", "the patient sat"),
        ("wooden", "the wooden acting", "a wooden shelf"),
        ("poor", "a poor effort", "a poor family"),
        ("poor", "the poor effort", "the poor"),
        ("lies", "he lies to us", "it lies near us"),
        ("moving", "a moving film", "moving to us"),
        ("smells", "it smells .", "it smells of paint"),
        ("war", "the war came", "the war of 1812"),
        ("beat", "they beat the drum", "beat the eggs"),
        ("beat", "stir and beat", "stir and beat the eggs"),
    ],
)
def test_a_word_is_scored_in_one_of_its_senses_only(word, said, unsaid):
    for text, is_scored in ((said, True), (unsaid, False)):
        place = text.split().index(word)
        assert bool(in_sense([Hit(place, place + 1, 1.0)], tagged(text), frozenset())) is is_scored
        assert in_sense([Hit(place, place + 1, 1.0)], tagged(text), frozenset({word}))


def test_the_longest_phrase_hides_its_words_and_plays_on_its_last_one():
    lows = ["it", "is", "not", "entirely", "good"]
    hits, phrases = look_up(lows, WORDS)
    assert [(hit.start, hit.end) for hit in hits] == [(4, 5)]
    assert [(one.start, one.end, one.phrase.role) for one in phrases] == [(2, 4, "partial")]
    words, roles, _ = tag(lows, phrases, WORDS.roles)
    assert (words[3], roles[2:4]) == ("not entirely", ["clear", "partial"])
    assert lows[3] == "entirely"


def test_every_role_of_the_tables_is_a_role():
    kinds = {role for role, _ in rows("tone-roles.tsv")} - LISTS - {"none"}
    kinds |= {kind for _, kind, _ in rows("tone-phrases.tsv")} - {"valence", "nothing"}
    assert kinds <= set(get_args(Role))
    assert set(WORDS.roles.values()) <= set(get_args(Role))


def test_a_hit_takes_factors_without_changing():
    hit = Hit(0, 1, 2.0)
    raised = hit.times([(1.5, "raised by 'very'")])
    assert (hit.factors, raised.factors) == ((), ((1.5, "raised by 'very'"),))
    assert Hit(0, 1, -2.0).product == -2.0
