"""What the words around a word make of it: each cause, its factor, its reach and what ends it.

The factors are those of the table in factors.py, which are the measured ones of rated sentences;
each is met here in a sentence that has this cause and no other, once with a word of praise and
once with one of blame: made-up ones of weight 1, which are part of no phrase.
"""

from __future__ import annotations

import pytest

from tenor.readers import plain
from tenor.segment import segment
from tenor.tone.valence import find_hits
from tenor.tone.words import Words, packaged

BASE = packaged()
UNITS = {
    "q": 1.0,
    "glim": 1.0,
    "grum": -1.0,
    "grace": 1.0,
    "like": 1.0,
    "better": 1.0,
    "worse": -1.0,
}
WORDS = Words({**dict.fromkeys(BASE.phrases, 0.0), **UNITS}, BASE.phrases, BASE.roles)


def hits(text, answer=""):
    document = segment("text", text, plain.read(text))
    return find_hits(document.sentences[0].forms, WORDS, answer)


def factors(frame, answer=""):
    """Give what a frame makes of a good word, and of a bad one."""
    return tuple(hits(frame.format(word), answer)[0].factor for word in ("glim", "grum"))


@pytest.mark.parametrize(
    ("frame", "good", "bad", "reason"),
    [
        ("It was {}.", 1, 1, None),
        ("A very {} one.", 1.6, 1.6, "raised by 'very'"),
        ("A fairly {} one.", 0.6, 0.9, "lowered by 'fairly'"),
        ("It was not entirely {}.", -0.3, 0.4, "only in part, by 'not entirely'"),
        ("It was too {}.", 0, 2, "too much, by 'too'"),
        ("It would be {}.", 0.5, 1.2, "only imagined, by 'would'"),
        ("It may be {}.", 0.75, 1.1, "only possible, by 'may'"),
        ("They want {} things.", -0.3, 1.2, "wished for, by 'want'"),
        ("It shows less {} stuff.", -1, -0.2, "turned by 'less'"),
        ("It prevents {} things.", 0.4, -0.3, "turned by 'prevents'"),
        ("It lacks {} things.", -1.2, 1.2, "turned by 'lacks'"),
        ("It came without {} things.", -1.2, -0.5, "turned by 'without'"),
        ("It could have been {}.", -0.6, 0.8, "only imagined, by 'could have been'"),
        ("It has never been more {}.", 1.3, 1.3, "raised by 'never'"),
        ("The {} thing is gone.", -0.5, -0.5, "turned by 'gone'"),
        ("What about {} things?", 0.4, 1, "asked, not claimed"),
        ("Was it {}?", 0.2, 0.25, "asked, not claimed"),
        ("If it is {}, we stay.", 0.4, 0.65, "only supposed after 'if'"),
        ("If you are {}, stay.", 0.2, 0.25, "only supposed after 'if'"),
        ("In case of {} things, stay.", 0.2, 0.25, "only supposed after 'in case of'"),
        ("Although it is {}, we stay.", -0.4, -0.1, "conceded by 'although'"),
        ("While it is {}, we stay.", -0.4, -0.1, "conceded"),
        ("It is {}, but slow.", 0.35, 0.5, "before 'but'"),
        ("It is slow, but {}.", 1.15, 1.15, "after 'but'"),
        ("It is slower than {} ones.", 0.4, 0.7, "only compared, after 'than'"),
        ("It used to be {} and now rains.", 0.15, 0.15, "over, by 'used to'"),
        ("It used to be {}.", -0.4, -0.2, "over, by 'used to'"),
        ("I don't think it is {}.", -0.9, -0.3, "denied by 'don't think'"),
        ("It is not true that it is {}.", -0.9, -0.3, "denied by 'not true'"),
        ("I heard it was {}, but it wasn't.", -0.9, -0.4, "taken back by 'wasn't'"),
        ("It was not {}.", -1.25, -0.25, "flipped by 'not'"),
        ("She has yet to {} them.", -1.25, -0.25, "flipped by 'yet to'"),
        ("Nobody was {}.", -1.1, -0.7, "flipped by 'nobody'"),
        ("Not one of us was {}.", -1.1, -0.7, "flipped by 'not one'"),
        ("Nothing of the red sort made us {}.", -0.9, 0.3, "flipped by 'nothing'"),
        ("Nothing is more {} than rain.", 1.3, 1.3, "raised by 'nothing'"),
        ("It ran with 0 {} ones.", -1.2, -0.5, "turned by '0'"),
        ("I thought it would be {}.", -0.8, -0.5, "only thought, by 'thought it would'"),
        ("They saved it from {} things.", 0.4, -0.4, "turned by 'saved from'"),
        ("I wish it were {}.", -0.8, 1.2, "wished for, by 'wish'"),
        ("I wish they had been {}.", -0.8, 1.2, "wished for, by 'wish'"),
        ("My brother left it {}, I left.", 0.3, 0.3, "what others think"),
        ("Critics left it {}; I left.", 0.3, 0.3, "what others think"),
        ("I've had more {} ones.", -1.2, -0.8, "said of something else"),
        ("I have seen more {} ones.", -1.2, -0.8, "said of something else"),
        ("There are more {} ones.", -1.2, -0.8, "said of something else"),
        ("The old one was more {}.", -1.2, -0.8, "said of something else"),
        ("A brick is more {} than this.", -1.2, -0.8, "said of something else"),
        ("It was {} until they left.", -0.4, -0.2, "over, by 'until'"),
        ("It was once {}; today it rains.", 0.15, 0.15, "over, by 'was once'"),
        ("How can anyone be {}?", -0.9 * 0.75, -0.4 * 1.1, "asked to be denied"),
    ],
)
def test_each_cause_has_its_factor_for_praise_and_for_blame(frame, good, bad, reason):
    assert factors(frame) == pytest.approx((good, bad))
    for word, factor in (("glim", good), ("grum", bad)):
        (hit,) = hits(frame.format(word))
        assert (reason in hit.reasons) == (factor != 1 or reason == "asked, not claimed")


def test_a_weak_word_of_praise_is_praise():
    words = WORDS._replace(valences={**WORDS.valences, "glim": 0.5})
    (hit,) = find_hits(["It", "was", "fairly", "glim"], words)
    assert hit.factor == 0.6
    (hit,) = find_hits(["This", "is", "GLIM", "for", "us", "all"], words)
    assert hit.factor == 1.1


def test_what_the_project_has_set_is_said_first():
    words = WORDS._replace(project=frozenset({"glim"}))
    (hit,) = find_hits(["It", "was", "not", "very", "glim"], words)
    assert hit.reasons == ["set by the project", "raised by 'very'", "flipped by 'not'"]


def test_factors_multiply():
    assert factors("It was not very {}.") == pytest.approx((1.6 * -1.25, 1.6 * -0.25))
    assert factors("It may not be {}.") == pytest.approx((0.75 * -1.25, 1.1 * -0.25))


@pytest.mark.parametrize(
    ("between", "good", "bad", "verb"),
    [
        (0, -1.25, -0.25, "flipped"),
        (1, -1, 0.1, "flipped"),
        (2, -0.9, 0.6, "denied"),
        (3, -0.5, 0.8, "denied"),
        (4, 0, 1, "denied"),
        (5, 0, 1, "denied"),
    ],
)
def test_a_denial_weakens_with_each_word_that_says_something(between, good, bad, verb):
    frame = "It was not " + "red " * between + "{} there."
    assert factors(frame) == pytest.approx((good, bad))
    assert hits(frame.format("glim"))[0].reasons == [f"{verb} by 'not'"]


def test_words_of_grammar_and_of_degree_do_not_weaken_a_denial():
    assert factors("It was not of the {} kind.") == (-1.25, -0.25)
    assert factors("It was not maybe {}.") == pytest.approx((-1 * 0.75, 0.1 * 1.1))


def test_of_two_denials_the_nearer_counts():
    assert factors("It was hardly ever not {}.") == (-1.25, -0.25)


def test_nothing_reaches_over_more_than_eight_words():
    assert factors("Not " + "of " * 7 + "{} ones.") == (-1.25, -0.25)
    assert factors("Not " + "of " * 8 + "{} ones.") == (1, 1)
    assert factors("It will not " + "of " * 7 + "{} ones.") == (-1.25, -0.25)


@pytest.mark.parametrize(
    ("word", "reach", "good"),
    [
        ("very", 0, 1.6),
        ("fairly", 0, 0.6),
        ("too", 0, 0),
        ("not entirely", 3, -0.3),
        ("would", 3, 0.5),
        ("may", 3, 0.75),
        ("want", 2, -0.3),
        ("less", 1, -1),
        ("prevents", 1, 0.4),
        ("lacks", 2, -1.2),
        ("without", 2, -1.2),
        ("could have been", 3, -0.6),
    ],
)
def test_a_context_word_reaches_so_far_and_no_further(word, reach, good):
    assert factors(f"They all {word} " + "red " * reach + "{} ones.")[0] == good
    assert factors(f"They all {word} " + "red " * (reach + 1) + "{} ones.")[0] == 1


def test_a_word_of_degree_stands_beside_its_word():
    assert factors("A very, very {} one.")[0] == 1.6
    assert factors("A very very {} one.")[0] == pytest.approx(1.6**2)
    assert factors("It was such a {} one.")[0] == 1


@pytest.mark.parametrize("verb", ["is", "was", "are", "were", "be", "been", "being", "am"])
@pytest.mark.parametrize("noun", ["lacks", "less", "prevents", "without"])
def test_what_turns_nouns_does_not_turn_what_is_said_of_it(noun, verb):
    assert factors(f"All its {noun} {verb} {{}}.") == (1, 1)
    assert factors(f"All its {noun} of {{}}.") != (1, 1)


@pytest.mark.parametrize("fence", [",", ";", "it", "which", "lol"])
def test_a_clause_ends_what_reaches_back(fence):
    assert factors(f"They did not red {fence} {{}} ones.") == (1, 1)


@pytest.mark.parametrize(
    "word", ["fixed", "solved", "cured", "ended", "eliminated", "gone", "vanished"]
)
def test_what_ends_a_thing_after_it_turns_it_within_three_words(word):
    assert factors(f"The {{}} was {word} there.") == (-0.5, -0.5)
    assert factors(f"The {{}} was long {word} there.") == (-0.5, -0.5)
    assert factors(f"The {{}} was long again {word}.") == (1, 1)
    assert factors(f"The {{}}, {word} there.") == (1, 1)


@pytest.mark.parametrize("word", ["never", "couldn't", "can't", "cannot", "couldnt", "cant"])
def test_what_cannot_be_more_is_the_most(word):
    assert factors(f"It {word} be more {{}}.") == (1.3, 1.3)
    assert hits(f"It {word} look better.")[0].factor == 1.3
    assert hits(f"It {word} look worse.")[0].factor == 1.3


def test_what_could_not_be_more_is_the_most_too():
    assert factors("It could not be more {}.") == pytest.approx((0.5 * 1.3, 1.2 * 1.3))
    assert factors("It doesn't get more {}.") == (1.3, 1.3)
    assert factors("It will not be more {}.") == pytest.approx((-1, 0.1))
    assert factors("It should not be more {}.") == pytest.approx((0.5 * -1, 1.2 * 0.1))


def test_never_so_and_never_such_are_the_most():
    assert factors("It has never been so {}.") == pytest.approx((1.6 * 1.3, 1.6 * 1.3))
    assert factors("It was never such a {} one.") == (1.3, 1.3)
    assert factors("It can't be so {}.") == pytest.approx((1.6 * -1.25, 1.6 * -0.25))
    assert factors("It was never {} enough.") == (-1.25, -0.25)


def test_cannot_with_enough_within_four_words_is_the_most():
    assert factors("It can't be {} enough.") == (1.3, 1.3)
    assert factors("It can't be {} red red red enough.") == (1.3, 1.3)
    assert factors("It can't be {} red red red red enough.") == (-1.25, -0.25)


@pytest.mark.parametrize(
    ("frame", "good"),
    [
        ("Isn't it {}?", 1),
        ("Who wouldn't have {} things?", 1),
        ("What isn't {} there?", 1),
        ("Isn't {}?", 1),
        ("So isn't it {}?", 0.4),
        ("She asked (why?) and then all of it was {}.", 1),
        ("When isn't it {}?", 0.4),
        ("Is not it {}?", 0.2),
        ("How could it be {}?", -0.9),
        ("Why would it be {}?", -0.9),
        ("Who could it be, {}?", -0.9),
        ("When could it be {}?", 0.4),
        ("How can it be {}?", 0.4),
        ("Is it {}?)”", 0.2),
        ("How can anybody be {}?", -0.9 * 0.75),
    ],
)
def test_a_question_claims_nothing_unless_it_is_none(frame, good):
    assert factors(frame)[0] == pytest.approx(good)


@pytest.mark.parametrize(
    ("answer", "expected"), [("", (0.2, 0.25)), ("yes", (1, 1)), ("no", (-0.9, -0.4))]
)
def test_a_question_takes_its_answer(answer, expected):
    assert factors("Was it {}?", answer) == expected


def test_what_is_asked_to_be_denied_says_so():
    assert hits("How could it be glim?")[0].reasons == ["asked to be denied"]
    assert hits("Was it glim?", "no")[0].reasons == ["asked to be denied"]


@pytest.mark.parametrize(
    ("frame", "good"),
    [
        ("I don't really think it is {}.", -0.9),
        ("I don't all think it is {}.", -0.9),
        ("I would not think it is {}.", -0.9),
        ("I don't the all think it is {}.", -0.9),
        ("I don't the all of think it is {}.", 1),
        ("I don't fairly think it is {}.", 1),
        ("I think it is {}.", 1),
        ("I don't think it rains, it is {}.", 1),
        ("I don't think, to be fair, it is {}.", -0.9),
        ("I don't think it rains but it is {}.", 1.15),
        ("It is not true it rains, it is {}.", 1),
    ],
)
def test_a_denied_opinion_is_denied_as_a_whole(frame, good):
    assert factors(frame)[0] == pytest.approx(good)


@pytest.mark.parametrize(
    ("frame", "good"),
    [
        ("But it is {}.", 1),
        ("Red but {}.", 1),
        ("It rained but {}.", 1.15),
        ("It is {} but red but blue.", 0.35),
        ("It is red but {} but blue.", 0.35),
        ("It is {} yet slow.", 0.35),
        ("It is {}; however, slow.", 0.35),
        ("While {} it is red, we stay.", -0.4),
        ("We stay while it is {}.", 1),
        ("We stay although it is {}.", -0.4),
        ("It is {}, although we stay.", 1),
        ("Although it rains, it is {}.", 1),
        ("It is {}, it used to rain.", 1),
        ("It used to rain, it is {}.", 1),
        ("It is {} and used to rain.", -0.4),
        ("It used to be {} today.", 0.15),
        ("It was formerly {}.", -0.4),
    ],
)
def test_a_stretch_ends_with_its_clause(frame, good):
    assert factors(frame)[0] == pytest.approx(good)


@pytest.mark.parametrize(
    "other",
    ["others", "people", "some", "many", "critics", "they", "friends", "everyone", "everybody"],
)
def test_what_others_think_weighs_less_than_what_the_writer_does(other):
    assert factors(f"I left it {{}}, but {other} rave.") == (1.15, 1.15)
    assert factors(f"I left it, but {other} rave {{}}.") == (0.35, 0.5)
    assert factors(f"We left it {{}}, but so then {other} rave.") == (1.15, 1.15)
    assert factors(f"We left it {{}}, but so red then {other} rave.") == (0.35, 0.5)
    assert factors(f"It was {{}}, but {other} rave.") == (0.35, 0.5)
    assert factors(f"I left it {{}}, but {other} and I rave.") == (0.35, 0.5)
    assert factors(f"I left {other} {{}}, but then red.") == (0.35, 0.5)


@pytest.mark.parametrize("first", ["I", "I'm", "I've", "I'd", "we", "we've", "we're"])
def test_the_writer_is_whoever_says_i_or_we(first):
    assert factors(f"So {first} left it {{}}, but others rave.") == (1.15, 1.15)


@pytest.mark.parametrize(
    ("frame", "good"),
    [
        ("I heard it was {}, but it was not.", -0.9),
        ("I heard it was {}, but it wasn't at.", 0.35),
        ("I heard it was {}, but it really was not...", -0.9),
        ("I heard it was {}, but it then really was not.", 0.35),
        ("It {}, but not.", -0.9),
        ("{}, but not.", 0.35),
    ],
)
def test_an_unfinished_denial_takes_back_what_came_before(frame, good):
    assert factors(frame)[0] == pytest.approx(good)


def test_words_after_an_unfinished_denial_begins_are_part_of_it():
    assert [hit.start for hit in hits("I heard it was glim, but grum it wasn't.")] == [4]


def test_a_word_that_changes_another_has_no_valence_of_its_own():
    words = WORDS._replace(valences={**WORDS.valences, "lacks": -1.0, "fixed": 1.0})

    def found(text):
        forms = segment("text", text, plain.read(text)).sentences[0].forms
        return [forms[hit.start] for hit in find_hits(forms, words)]

    assert found("It lacks glim things.") == ["glim"]
    assert found("It lacks red things.") == ["lacks"]
    assert found("The grum things are fixed.") == ["grum"]


@pytest.mark.parametrize("mark", [":)", "😀"])
def test_a_face_stands_for_itself(mark):
    words = WORDS._replace(valences={**WORDS.valences, mark: 1.0, "wow": 1.0})
    for text in (f"It was not {mark}", f"If it rains {mark}", "It was not wow"):
        forms = segment("text", text, plain.read(text)).sentences[0].forms
        assert [hit.factor for hit in find_hits(forms, words)] == [1]


@pytest.mark.parametrize(
    ("text", "scored"),
    [
        ("Like it there.", True),
        *((f"Like {word} dog there.", False) for word in ("a", "an", "most", "many", "all")),
        ("I like it.", True),
        ("People like it.", True),
        ("It is like it.", False),
        ("It rained like it.", False),
        ("They did not like it.", True),
        ("He should like it.", True),
        ("It very like it.", True),
    ],
)
def test_like_is_a_liking_only_as_a_verb(text, scored):
    assert len(hits(text)) == scored


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("This is GLIM for us.", 1.1),
        ("GLIM it.", 1.1),
        ("This is Q for us.", 1),
        ("GLIM GRUM it.", 1),
        ("Glim it.", 1),
        ("We saw Glim Street over there.", 0.1),
        ("We then saw Old Glim there.", 0.1),
        ("The Glim one was there.", 0.1),
        ("We saw Glim things there.", 0.1),
        ("The Glim Street opened there.", 0.1),
        ("It was Glim there.", 1),
        ("It was so Glim there.", 1.6),
        ("We had a Happy Glim there.", 1),
        ("My Life Is Glim.", 1),
        ("Old Glim and New Glim", 1),
        ('We saw "Glim Street over there.', 1),
        ("We saw: Glim Street over there.", 1),
        ("We saw Grace there.", 0),
        ("We saw GRACE there.", 1.1),
        ("Grace saw us there.", 1),
    ],
)
def test_capitals_raise_a_word_and_a_name_is_hardly_one(text, factor):
    assert hits(text)[0].factor == pytest.approx(factor)


def test_capitals_and_names_say_so():
    assert hits("This is GLIM for us.")[0].reasons == ["raised by capitals"]
    assert hits("We saw Glim Street over there.")[0].reasons == ["a name"]
    assert hits("We saw Grace there.")[0].reasons == ["a given name"]
    assert hits("This is GRUM for us.")[0].factor == 1.1
