"""Sentences and tokens: examples of each rule, and laws that hold for any text at all."""

# ruff: noqa: SLF001 (the token pattern and the shortcut past Punkt are tested from within)

import re
import subprocess
import sys
import time
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tenor import segment as segmenting
from tenor.document import NOTHING, Block, Reading, Span
from tenor.readers import plain
from tenor.readers.typography import fold
from tenor.segment import segment


def one_block(text, *, kind="paragraph", start=0, holes=()):
    """Read a text as a single block."""
    return Reading(fold(text), (Block(kind, Span(start, len(text)), 0, holes),))


def sentences(text, **block):
    document = segment("x", text, one_block(text, **block))
    return [document.slice(sentence.span) for sentence in document.sentences]


def tokens(text):
    document = segment("x", text, one_block(text))
    return [token.text for sentence in document.sentences for token in sentence.tokens]


def divided(marked):
    """Give the text and the sentences of `one | two`."""
    return marked.replace(" | ", " ").replace("|", ""), re.split(r" \| |\|", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The rain stopped. | We went out.",
        "Is it over? | Nobody knows! | Ask Anna.",
        "it was late. | so we left.",
        "Ask Dr. Okafor or Mrs. Lindqvist about it.",
        "We met Gen. Ito, Sen. Will Hart and Rev. Dale there.",
        "Some birds, e.g. Finches, stay; others, i.e. Swifts, leave.",
        "It was Leeds vs. Derby again.",
        "P.S. The key is under the mat.",
        "See p. 7 and pp. 12 to 15.",
        "Look at fig. 3, vol. II and no. 5 of the series.",
        "Was he sure? | He said no. | Then he left.",
        "She was born on Jan. 5 and married on Oct. 30.",
        "He sat. | John stood.",
        "They meet every Sat. | The others come on Sun.",
        "The novelist Ursula K. Le Guin lived there.",
        "He signed as J. R. Hartley.",
        "That leaves my brother and I. | Did you see Paul I. Moss there?",
        "They moved to the U.S. | How they like it, nobody knows.",
        "The U.S. Senate met in the U.K. Embassy.",
        "She works at Acme Inc. | Her sister works for Apex Corp. in Texas.",
        "It opens at 9 a.m. | The bank opens at 10 A.M. | Both close at 5 p.m. sharp.",
        "By 6 p.m. Mrs. Hale had gone.",
        "She left at 6 P.M. | Mrs. Hale stayed.",
        "We sold pens, ink, etc. | They sold paper, glue, etc. at half the price.",
        "Nunez et al. (2011) say so. | Later work by Kim et al. | The rest is open.",
        "It weighs 5 kg. | That is a lot.",
        "Mm. | Good soup.",
        "It cost $20.50. | It was worth 20.50 euros.",
        "In 1999. | Nobody came.",
        "It takes 35 ms. | Ms. Roe agrees.",
        "He is in LA. | Emily is in La. Salle.",
        "It was in CA. | It was built ca. 1900.",
        "ASK DR. OKAFOR ON SAT. MORNING OR SUN. AFTERNOON.",
    ],
)
def test_an_abbreviation_ends_a_sentence_only_where_one_can_end(marked):
    text, expected = divided(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        'He said, "Stop." | She did not hear him.',
        "He said, 'Stop.' and she did.",
        '"Why now?" he asked. | "Why not?"',
        "(It had rained.) | The road was wet.",
        "The road (it had rained!) was wet.",
        "No way!! | Really?! | Yes.",
        "I read it in Quizzo! magazine last week.",
        "It is so. [12] | It was not always so.[3][4] | It may change [5–7].",
        "He goes on […] without end.",
        'He goes on. […] | "So be it."',
        "It was fun! :) | Thank you. ❤️ | Bye.",
        "It was fun :-) | Now back to work.",
        "I <3 Lisbon and you :) Anna.",
        "Well... perhaps. | And then.... | Nobody came.",
        "He thought . . . of nothing. | She wrote . . . . | The end.",
        "Wait… what? | Fine… | They left.",
        "I mean... I never knew.",
        "We saw the harbour.|There was no boat.",
        "See fmt.Println in main.go or ask ann.lee@example.org. | Then go on.",
        "It is at https://example.org/a.b. | Take a look.",
        "The end. ' | The next one.",
        "It is over. | © The author.",
        "他走了。|她没走！|为什么？",
    ],
)
def test_what_closes_a_sentence_belongs_to_it(marked):
    text, expected = divided(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "1. Wash the rice. | 2. Boil it. | 3. Serve.",
        "1.) Wash the rice | 2.) Boil it",
        "1) wash the rice | 2) boil it",
        "(1) wash the rice | (2) boil it",
        "a. Wash the rice | b. Boil it | c. Serve it",
        "• 4. Wash the rice | • 5. Boil it",
        "⁃Wash the rice | ⁃Boil it",
        "1.2. Boiling takes long. | iv. Then serve.",
        "He has 2. | They have 3) or so.",
        "Step 3 was easy.",
    ],
)
def test_an_items_number_or_bullet_begins_it(marked):
    text, expected = divided(marked)
    if "⁃" in text:
        text, expected = text.replace("⁃", "⁃ "), [item.replace("⁃", "⁃ ") for item in expected]
    assert sentences(text) == expected


def test_a_list_that_runs_on_continues_from_the_mark_before_its_block():
    text = "1) wash the rice 2) boil it"
    assert sentences(text, kind="item", start=3) == ["wash the rice", "2) boil it"]


def test_a_line_end_within_a_block_ends_no_sentence():
    text = "The rain\nstopped. We\r\nwent out."
    assert sentences(text) == ["The rain\nstopped.", "We\r\nwent out."]


def test_no_sentence_crosses_blocks():
    text = "A heading\n\nand a line"
    document = segment("x", text, plain.read(text))
    assert [document.slice(s.span) for s in document.sentences] == ["A heading", "and a line"]
    assert [s.block for s in document.sentences] == [0, 1]


def test_a_hole_reads_as_spaces():
    text = "We saw. (a note) Then we left"
    document = segment("x", text, one_block(text, holes=(Span(8, 16),)))
    assert [s.forms for s in document.sentences] == [["We", "saw", "."], ["Then", "we", "left"]]


def test_marks_alone_are_no_sentence_but_a_face_is():
    assert sentences("* * *") == []
    assert sentences("?!") == []
    assert sentences(":-)") == [":-)"]
    assert sentences("😀😀") == ["😀😀"]
    assert sentences("“Go!” — *** —") == ["“Go!” — *** —"]


def test_curly_quotes_hard_spaces_and_silent_marks_change_nothing():
    text = "He said, “Stop.”\u00a0 She did\u00adn’t.\ufeff It\u200b was over."
    assert sentences(text) == ["He said, “Stop.”", "She did\u00adn’t.", "It\u200b was over."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I didn't, couldn't've", "I|didn't|,|couldn't've"),
        ("the people's dogs' bowl", "the|people's|dogs|'|bowl"),
        ("'Tis the '90s, rock'n'roll", "'Tis|the|'90s|,|rock'n'roll"),
        (
            "well-known and self-propelling 19-year-olds",
            "well-known|and|self-propelling|19-year-olds",
        ),
        ("wait--what — no", "wait|--|what|—|no"),
        ("$1,000.50 is 100% at 5:30.", "$|1,000.50|is|100|%|at|5:30|."),
        ("the U.S. at 5 p.m., e.g. a Ph.D. or PhD.", "the|U.S.|at|5|p.m.|,|e.g.|a|Ph.D.|or|PhD|."),
        ("Mr. J. Smith", "Mr|.|J|.|Smith"),
        ("AT&T and R&B, salt&pepper", "AT&T|and|R&B|,|salt|&|pepper"),
        (
            "see https://example.org/a_(b)?c=d, or www.example.org.",
            "see|https://example.org/a_(b)?c=d|,|or|www.example.org|.",
        ),
        (
            "example.com/a and ann.lee@mail.example.co.uk.",
            "example.com/a|and|ann.lee@mail.example.co.uk|.",
        ),
        ("@ann_lee #fun (@bob)", "@ann_lee|#|fun|(|@bob|)"),
        ("Wow!!! No... way?! ***", "Wow|!!!|No|...|way|?!|***"),
        ("ok :-) sad :( <3 ;D :P done:)", "ok|:-)|sad|:(|<3|;D|:P|done|:)"),
        ("**Note:** at 5:30 (see:)", "**|Note|:|**|at|5:30|(|see|:)"),
        ("a👩‍👧b ❤️ 🇩🇪🇫🇷 👍🏽👍 1️⃣", "a|👩‍👧|b|❤️|🇩🇪|🇫🇷|👍🏽|👍|1️⃣"),
        ("naïve cafe\u0301s, Ärger, Größe", "naïve|cafe\u0301s|,|Ärger|,|Größe"),
        ("漢字です。हिन्दी ภาษาไทย עִבְרִית", "漢字です|。|हिन्दी|ภาษาไทย|עִבְרִית"),
        ("_so_ it is snake_case", "_|so|_|it|is|snake_case"),
    ],
)
def test_tokens_are_words_numbers_names_faces_and_marks(text, expected):
    assert tokens(text) == expected.split("|")


def test_a_silent_mark_stands_within_a_token_but_never_at_its_edge():
    text = "a \u00adso\u00adft\u200b mark\u200b, \u200b and\u200b!\u200b!"
    document = segment("x", text, one_block(text))
    assert [t.text for t in document.sentences[0].tokens] == [
        "a",
        "so\u00adft",
        "mark",
        ",",
        "and",
        "!\u200b!",
    ]
    assert document.sentences[0].forms == ["a", "soft", "mark", ",", "and", "!!"]


LETTERS = "A naïve cliché. Zoë's déjà vu, café-au-lait? Việt so\u00adft ế 한국 각 Ångström"


def test_a_letter_apart_from_its_marks_reads_as_the_whole_letter_at_its_place():
    apart = normalize("NFD", LETTERS)
    whole, parted = (segment("x", one, one_block(one)) for one in (LETTERS, apart))
    assert [s.forms for s in parted.sentences] == [s.forms for s in whole.sentences]
    for one, other in zip(whole.sentences, parted.sentences, strict=True):
        for token, same in zip(one.tokens, other.tokens, strict=True):
            assert same.text == normalize("NFD", token.text) == apart[slice(*same.span)]
            assert normalize("NFC", apart[: same.span.end]) == LETTERS[: token.span.end]


def test_marks_that_make_no_letter_and_a_soft_hyphen_before_one_stay_in_their_word():
    text = "a\u0301\u00ad x\u0301 cafe\u200b\u0301 \u0958 e\u0316\u0301" + "\u0301" * 20
    (sentence,) = segment("x", text, one_block(text)).sentences
    assert [token.text for token in sentence.tokens] == [
        "a\u0301",
        "x\u0301",
        "cafe\u200b\u0301",
        "\u0958",
        "e\u0316\u0301" + "\u0301" * 20,
    ]
    assert sentence.forms[:3] == ["á", "x\u0301", "café"]


def test_both_engines_of_nltk_read_the_token_pattern_alike(seed_text):
    samples = [seed_text, "No. 5 e.g. x@y.org www.a.b :-) 👩‍👧 ❤️ हिन्दी ภาษาไทย עִבְרִית e\u0301té 3rd"]
    for sample in map(fold, samples):
        assert re.findall(segmenting._TOKEN, sample) == segmenting._tokenizer().tokenize(sample)


_BITS = (
    "Mr. Dr. Inc. U.S. e.g. etc. No. p. Fig. I. A. x. iv. Jan. Sat. p.m. 5 7. 1999. 3) (a) • 2. "
    "said. end. Foods. Street.) rain.” she, The It they London Smith He I ! ? ... … . . ?! !! "
    ".\" .) [1] [12]. :) :-( <3 ❤️ 👩‍👧 — -- - \" ' ( ) didn't well-known @ann #x a@b.co "
    "http://x.y/z www. 。 漢字 é e\u0301 a\u0316\u0301 각 \u0958 \u212b \u200b \u00ad"
    " \u00a0 \n \r\n \t \u2028 \x1c \x00 ½ _"
)
_PARTS = st.sampled_from(_BITS.split(" "))
_PROSE = st.lists(_PARTS, max_size=30).map(" ".join)
_ANY = st.one_of(st.text(), _PROSE, st.lists(_PARTS, max_size=30).map("".join))


def readings(text):
    half = len(text) // 2
    yield plain.read(text)
    yield one_block(text)
    yield Reading(text, (Block("quote", Span(0, half)), Block("item", Span(half, len(text)))))
    yield Reading(text, (Block("paragraph", Span(0, len(text)), 0, (Span(half, half + 3),)),))


@settings(deadline=None)
@given(_ANY)
@example("www.\x1cx http://\x85 a.\x1cB")
@example("\u200b.\u200b \u200bA\u200b. \u200bB")
def test_tokens_and_sentences_of_any_text_are_in_order_and_where_they_say(text):
    for reading in readings(text):
        document = segment("x", text, reading)
        last = 0
        for sentence in document.sentences:
            block = document.blocks[sentence.block]
            assert block.span.start <= sentence.span.start < sentence.span.end <= block.span.end
            for token in sentence.tokens:
                assert last <= token.span.start < token.span.end
                assert token.text == document.slice(token.span)
                assert not re.search(r"\s", document.plain[slice(*token.span)])
                last = token.span.end
            assert sentence.span == (sentence.starts[0], sentence.ends[-1])
            assert all(
                NOTHING not in (document.plain[t.span.start], document.plain[t.span.end - 1])
                for t in sentence.tokens
            )
            assert all(sentence.forms)


@settings(deadline=None)
@given(_ANY)
def test_every_letter_and_digit_of_any_text_is_in_a_token(text):
    document = segment("x", text, one_block(text))
    held = {at for s in document.sentences for t in s.tokens for at in range(*t.span)}
    assert [at for at, char in enumerate(text) if char.isalnum() and at not in held] == []


@settings(deadline=None)
@given(_ANY)
def test_the_same_text_gives_the_same_document(text):
    assert segment("x", text, plain.read(text)) == segment("x", text, plain.read(text))


@settings(deadline=None)
@given(_PROSE, _PROSE)
def test_the_shortcut_for_ordinary_words_changes_no_boundary(before, after):
    text = f"{before} The rain stopped. {after}"
    with pytest.MonkeyPatch.context() as patch:
        short = sentences(text)
        patch.setattr(segmenting, "_is_ordinary", lambda _: False)
        assert sentences(text) == short


@settings(deadline=None)
@given(
    st.from_regex(r"[a-zA-Zéß]{2,12}", fullmatch=True), st.from_regex(r"\S{1,12}", fullmatch=True)
)
def test_punkt_ends_a_sentence_after_any_ordinary_word(word, after):
    asked = segmenting.punkt().text_contains_sentbreak(f"{word}. {after}")
    assert asked or not segmenting._is_ordinary(word)


def test_the_seed_reads_the_same_with_punkt_asked_at_every_mark(seed_text, monkeypatch):
    reading = plain.read(seed_text)
    short = segment("x", seed_text, reading)
    monkeypatch.setattr(segmenting, "_is_ordinary", lambda _: False)
    assert segment("x", seed_text, reading) == short


def test_the_seed_has_45_sentences_and_737_words(seed_text):
    document = segment("x", seed_text, plain.read(seed_text))
    assert (len(document.sentences), document.words) == (45, 737)


def test_punkt_has_its_newswire_parameters():
    parameters = segmenting.punkt()._params
    assert parameters.ortho_context["neverheardof"] == 0
    assert len(parameters.ortho_context) == 20366
    assert {"messrs", "u.s.s.r", ". . "} <= parameters.abbrev_types
    assert ("i", "magnin") in parameters.collocations
    assert "nonetheless" in parameters.sent_starters


@pytest.mark.parametrize(
    "part",
    [*"a.,!)\"'[:@_-1。\u200b\u0301", "x. ", "? ", ". ", "Mr. ", "A. B ", "a.", "http://)", ".[1,",
     ":) ", ". :) ", "• x ", "1,", "a.b@c ", "e\u0301", "👩‍👧", "ab.Cd", "z\u200b"],
)  # fmt: skip
def test_time_is_linear_in_hard_texts(part):
    text = part * (200_000 // len(part)) + " end"
    start = time.process_time()
    assert "".join(sentences(text)).endswith("end")
    assert time.process_time() - start < 60  # no timing, a guard against hanging


def test_a_long_text_without_a_break_is_divided_into_bounded_pieces():
    text = "word " * 30_000 + "w" * 200_000
    document = segment("x", text, one_block(text))
    assert len(document.sentences) == 1
    lengths = [len(form) for form in document.sentences[0].forms]
    assert lengths[:30_000] == [4] * 30_000
    assert sum(lengths[30_000:]) == 200_000


@pytest.mark.parametrize(
    "marked",
    [
        "He goes on […] Without end.",
        "He goes on (...) Without end.",
        "Go on [as now...] | Then stop.",
        "He said (... | Then he left.",
        "It is so... I know it.",
        "It is so... | It is.",
        "Yes! , He said.",
        "We left. ; He stayed.",
        "We left. : He stayed.",
        '"Stop!" eBay said.',
        '"Stop!" | EBay said.',
        "He said Yahoo! is late.",
        "Yahoo! | is late.",
        "We had fun! | then we left.",
        "(We left.) then he stayed.",
        "We left. | then he stayed.",
        "We saw no. 5. | Then no. X came.",
        "We saw no. dogs.",
        "We said no. | Dogs came.",
        "At 5 p.m. He left.",
        "It was 5 p.m. | He left.",
        "At 5 p.m. dogs came.",
        "It weighs 5 kg. | The dog ate.",
        "He ate a kg. | The dog ate.",
        "I saw J. | He came.",
        "I saw J. Smith come.",
        "It was plan B. | He came.",
        "MR. SMITH came.",
        "It was LA. | He came.",
        "It ran for 5 min. Smith came.",
        "We met. | Mr. Smith came.",
        "IV. The end.",
        "It was IV. | The end.",
    ],
)
def test_each_rule_of_a_mark_on_either_side(marked):
    text, expected = divided(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize("opener", [*"\"'([{“‘«¿¡*_#–—-"])
def test_what_opens_a_word_is_no_part_of_an_abbreviation(opener):
    assert len(sentences(f"We met {opener}Mr. Smith there.")) == 1
    assert len(sentences(f"We left. {opener}They stayed there.")) == 2


@pytest.mark.parametrize("bullet", [*"•⁃‣◦▪●"])
def test_each_bullet_begins_an_item(bullet):
    text = f"{bullet} wash the rice {bullet} boil it"
    assert sentences(text) == [f"{bullet} wash the rice", f"{bullet} boil it"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. One 2. Two 3. Three", 3),
        ("1) one 3) three", 1),
        ("9) one 10) two", 2),
        ("(1) one 2) two", 1),
        ("a) one b) two", 2),
        ("a) one c) two", 1),
        ("• one ‣ two", 1),
        ("See 1) one 2) two", 1),
        ("1. one 2. two", 1),
        ("1.) one 2.) two", 2),
        ("999) one 1000) two", 1),
    ],
)
def test_an_item_begins_at_the_mark_that_comes_next(text, items):
    assert len(sentences(text)) == items


def test_the_mark_before_a_block_is_looked_for_in_eight_characters():
    rice = "wash the rice (11) boil it"
    assert sentences("(10)    " + rice, kind="item", start=8) == ["wash the rice", "(11) boil it"]
    assert sentences("(10)     " + rice, kind="item", start=9) == [rice]
    assert sentences("(10)    " + rice, start=8) == [rice]


def test_a_keycap_is_one_token():
    assert tokens("a #\ufe0f\u20e3 *\ufe0f\u20e3 9\ufe0f\u20e3") == [
        "a",
        "#\ufe0f\u20e3",
        "*\ufe0f\u20e3",
        "9\ufe0f\u20e3",
    ]


def test_a_word_that_punkt_or_a_rule_knows_is_not_ordinary():
    parameters = segmenting.punkt()._params
    known = {pair[0] for pair in parameters.collocations} | parameters.abbrev_types
    for kind in ("never", "reference", "either", "unit", "numeral"):
        known |= segmenting._abbreviations()[kind]
    assert not [word for word in known if segmenting._is_ordinary(word)]
    assert [*map(segmenting._is_ordinary, ["rain", "RAIN", "r", "r2", "it's", ""])] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("word", "is_in"),
    [
        ("dr", True),
        ("Dr", True),
        ("DR", True),
        ("Jan", True),
        ("JAN", True),
        ("jan", False),
        ("La", True),
        ("LA", False),
    ],
)
def test_a_capitalised_entry_holds_as_written_or_in_three_capitals(word, is_in):
    assert segmenting._is_in(frozenset({"dr", "Jan", "La"}), word) == is_in


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("a" * 65_536, [(0, 65_536)]),
        ("a" * 65_537, [(0, 65_536), (65_536, 65_537)]),
        ("a " * 40_000, [(0, 65_536), (65_536, 80_000)]),
        ("a" * 65_535 + " b", [(0, 65_536), (65_536, 65_537)]),
        (" " + "a" * 70_000, [(0, 65_536), (65_536, 70_001)]),
        ("a " + "b" * 65_536, [(0, 2), (2, 65_538)]),
    ],
)
def test_pieces_end_at_a_space_and_are_bounded(text, cuts):
    assert list(segmenting._pieces(text)) == cuts


def test_importing_segment_does_not_import_nltk():
    code = "import sys, tenor.segment; sys.exit('nltk' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
