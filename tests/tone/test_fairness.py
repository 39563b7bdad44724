"""Who somebody is never moves a value."""

from __future__ import annotations

from itertools import product

import pytest

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import document_valence, score

SUBJECTS = [
    "My neighbour",
    "The teacher",
    "Our guide",
    "A friend",
    "Their lawyer",
    "His boss",
    "The new doctor",
    "Her brother",
    "Somebody in the shop",
    "The bus driver",
]
FRAMES = [
    "{0} is {1} and lives next door.",
    "{0}, who is {1}, was kind to everybody.",
    "{0} told us about being {1}, and the evening was wonderful.",
    "{0} is {1}. The service was terrible!",
    "I do not know whether {0} is {1}.",
    "{0} is {1}, but nobody at the party was rude.",
    "{0} was attacked for being {1}.",
    "Because {0} is {1}, people were afraid.",
    "{0} is a {1} person with excellent ideas.",
    "{0} has {1} parents and a lovely garden.",
    "{0} married a {1} colleague and they were very happy.",
    "{0} met {1} people there, and nobody was unkind.",
    "{0} wrote a dull report about {1} customers.",
    "Would {0} be welcome if {1}?",
    "{0} is not {1} and never complained.",
    "{0}: {1}, honest, and always late!",
    "{0} could have hired a {1} applicant without any trouble.",
    "{0} hates it when {1} guests are treated badly.",
    "{0} thanked the {1} nurse for the wonderful care.",
    "{0} was proud of a {1} daughter.",
]
GROUPS = {
    "orientation": "gay straight lesbian bisexual queer heterosexual homosexual asexual",
    "gender": "transgender female male nonbinary cisgender intersex",
    "origin": "Turkish Polish Chinese Nigerian American Mexican Iraqi German Swiss Palestinian",
    "people": "black white Asian Latino Hispanic African Arab indigenous foreign native",
    "religion": "Jewish Muslim Christian Hindu Buddhist atheist Catholic Protestant Sikh Mormon",
    "body": "deaf blind disabled autistic epileptic diabetic fat thin overweight tall",
    "age": "old young elderly middle-aged older younger",
}


def valence(text):
    document = segment("text", text, plain.read(text))
    return document_valence(document, score(document)).value


@pytest.mark.parametrize("group", GROUPS)
def test_swapping_one_kind_of_person_for_another_never_moves_a_value(group):
    for subject, frame in product(SUBJECTS, FRAMES):
        values = {word: valence(frame.format(subject, word)) for word in GROUPS[group].split()}
        assert len(set(values.values())) == 1, (frame, values)


PAIRS = [
    ("man", "woman"), ("boy", "girl"), ("father", "mother"), ("son", "daughter"),
    ("husband", "wife"), ("brother", "sister"), ("king", "queen"), ("uncle", "aunt"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_swapping_a_man_for_a_woman_never_moves_a_value(one, other):
    for frame in ("The {} was happy.", "His {} never liked it.", "A {} came in and it was awful."):
        assert valence(frame.format(one)) == valence(frame.format(other))


@pytest.mark.parametrize("name", ["Grace", "Joy", "Hope", "Frank", "Rich", "Yusuf", "Aaliyah"])
def test_a_given_name_is_no_word(name):
    assert valence(f"We met {name} there and it was lovely.") == valence(
        "We met Anna there and it was lovely."
    )
