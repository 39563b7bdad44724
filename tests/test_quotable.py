"""What may be quoted as evidence is prose of the writer's own, no furniture of a letter or page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor
from tenor.quotable import quotable, unrepeated

PROSE = "The roof held through the night."


def kept(text, kind="plain"):
    """Give the sentences of a text that may be quoted."""
    document = tenor.analyze(text, kind=kind).document
    pairs = zip(document.sentences, quotable(document), strict=True)
    return [document.shown(sentence.span) for sentence, may in pairs if may]


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Anna,",
        "Dear valued customers,",
        "Dear Mr. Smith:",
        "Dear friends.",
        "Hi all!",
        "Hello.",
        "Hello there, friends!",
        "Hey Tom and Sue,",
        "Good morning.",
        "Good evening, ladies and gentlemen.",
        "To whom it may concern:",
    ],
)
def test_a_greeting_is_not_quoted(greeting):
    assert kept(f"{greeting}\n\n{PROSE}") == [PROSE]


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards,\nAnna Smith",
        "Best wishes\n\nAnna\n\nHead of Sales",
        "Yours faithfully,\n\nJ. M. Keynes",
        "With love,\nMum",
        "Love, Mum",
        "Thanks in advance!",
        "Thank you!\n\nBob",
        "All the best,\nTom",
        "Sincerely,\n\nThe Happy Team",
    ],
)
def test_a_closing_and_the_signature_under_it_are_not_quoted(closing):
    assert kept(f"{PROSE}\n\n{closing}") == [PROSE]


def test_what_is_long_or_far_under_a_closing_is_quoted():
    long = "The roof that we had feared for all winter held through the night."
    assert kept(f"Thanks!\n\n{long}") == [long]
    assert kept(f"Thanks!\n\nAnna\n\nHead of Sales\n\n{PROSE}") == [PROSE]


@pytest.mark.parametrize(
    "byline",
    [
        "By Cory Doctorow",
        "by Jane Roe and John Doe",
        "Written by Jane Roe",
        "Posted by Ann Lee on May 3, 2015",
        "Photo by Ann Lee for the Times",
    ],
)
def test_a_byline_is_not_quoted(byline):
    assert kept(f"{byline}\n\n{PROSE}") == [PROSE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to her the roof held.",
        "By Monday the plan had failed.",
        "By the door stood a chair.",
        "Dear friends came for tea.",
        "Dear me, the roof held.",
        "Hello is what she said.",
        "Hi-fi was his great love.",
        "Best of all, the roof held.",
        "Love is all we had.",
        "Regards were sent to all.",
        "Cheers went up from the crowd.",
        "Thanks, he said, and left us.",
    ],
)
def test_prose_that_looks_like_a_letter_is_quoted(sentence):
    assert kept(f"{sentence}\n\n{PROSE}") == [sentence, PROSE]


def test_a_greeting_within_a_paragraph_is_quoted():
    assert kept(f"{PROSE} Hello, everyone who came here!") == [
        PROSE,
        "Hello, everyone who came here!",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "$ tenor check the whole folder.",
        "> The roof held through the night.",
        "usage: tenor check the whole folder.",
        "From: Anna who held the roof.",
        "Date: the roof held on Monday.",
        "Roof height: three metres and a half.",
        "2024-05-01 The roof held through the night.",
        "[12:30:01] The roof held through the night.",
        "ERROR the roof was not held.",
        "Roof held\tthree nights of five.",
        "Roof held      three nights of five.",
        "The roof held through the night:",
        "The Roof That Held Through the Night",
        "Look for the roof on this page:.",
        "Please help us to hold the wonderful roof!",
        "The roof held through\n# the long night.",
        "On Mon, Jan 3, Bob wrote:\n> The roof held through the night.",
        "Dear Anna and all the others,\nthe roof held through the long night with us.",
        "Best wishes,\nAnna Smith of the Great Roof\nHead of the Wonderful Sales.",
        "THE ROOF HELD THROUGH THE NIGHT.",
        "Did the roof hold through the night?",
        "Use the roof through the night (see).",
        "The roof held.",
        "The roof held " + "and held " * 30 + "on.",
        "Run roof(night) | held() > {all} = done.",
        "Roof, A. B. The night that held, pp. 3.",
        "The roof held, as doi 10.1000 has it.",
        "The letters on damage are in Roof Letters 77 (1994) 163-171.",
        "Permission is hereby granted to hold the roof.",
        "Copyright (c) 2024 the people of the roof.",
        "; holds the roof through the night.",
        "About the old roof here\nThe people held it through the night.",
        '"The roof held through the night.',
    ],
)
def test_what_is_no_statement_in_prose_is_not_quoted(line):
    assert kept(f"{PROSE}\n\n{line}") == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "The roof held through the night.[3]",
        "The roof held (through the night).",
        "“The roof held through the night,” she said.",
        "On Monday at 12:30 the roof held.",
        "The roof cost us $500 that night.",
        "The roof held through the night!",
        "Use `hold` or `keep` for the roof.",
        "ANNA: The roof held through the night.",
    ],
)
def test_a_statement_is_quoted(line):
    assert kept(f"{PROSE}\n\n{line}") == [PROSE, line]


@pytest.mark.parametrize(
    "text",
    [
        "Use `roof` to hold it (`hold()`) through <https://a.example> the night.",
        "Use `roof` to hold it all night (see `hold`).",
    ],
)
def test_code_and_addresses_are_part_of_a_statement(text):
    assert len(kept(text, "markdown")) == 1


def test_of_sentences_that_read_the_same_the_first_is_unrepeated():
    document = tenor.analyze(f"{PROSE} Nothing fell.\n\n{PROSE}").document
    assert unrepeated(document, (True, True, True)) == (True, True, False)
    assert unrepeated(document, (False, True, True)) == (False, True, True)


def quotations(text):
    """Give the place of every sentence a report quotes."""
    analysis = tenor.analyze(text)
    return [
        *(shown.span for shown in analysis.telling),
        *(span for theme in analysis.themes for span in theme.quotes),
        *(line.span for line in analysis.gist),
    ]


SENTENCES = st.sampled_from(
    [
        "We love the wonderful old bridge.",
        "The bridge over the river is beautiful and we love it.",
        "The river floods the poor town every winter.",
        "The terrible river destroyed our homes, and we hate it.",
        "A new bridge will cost the town a million.",
        "The bakers of the town sell bread by the river.",
        "The town was happy with its new bridge.",
        "Bridge work: closed.",
        "Why did the river rise?",
    ]
)


@settings(max_examples=40)
@given(st.lists(SENTENCES, max_size=40).map(" ".join))
def test_no_sentence_is_quoted_twice(text):
    quoted = quotations(text)
    assert len({text[span.start : span.end] for span in quoted}) == len(quoted)


@pytest.mark.parametrize(
    "other",
    [
        "# We love the roof",
        "| We love it. | We hate it. |\n|---|---|\n| We love it. | We hate it. |",
        "> We love the roof.",
        "![We love the roof](roof.png)",
    ],
)
def test_headings_cells_quotations_and_pictures_are_not_quoted(other):
    assert kept(f"{other}\n\n{PROSE}\n", "markdown") == [PROSE]


def test_the_report_shows_no_greeting_as_evidence(tenor):
    text = "Hello my wonderful, lovely friends!\n\nWe love the wonderful roof.\n" + "It held. " * 9
    shown = tenor("-", stdin=text).out.partition("EVIDENCE")[2]
    assert "We love the wonderful roof." in shown
    assert "Hello" not in shown


def test_an_empty_text_has_nothing_to_quote():
    assert kept("") == []


@pytest.mark.parametrize(
    "reference",
    [
        "A.B. Smith, C.D. Jones, and E. Poe. Deadly cancers of the breast. Letters 77, 1994.",
        "Smith, A. B., and Jones, C. (1994). Deadly cancers of the breast and lung. Letters, 77.",
    ],
)
def test_no_part_of_a_reference_is_quoted(reference):
    assert kept(f"{reference}\n\n{PROSE}") == [PROSE]


def test_people_with_initials_are_no_reference():
    said = "J. R. Smith and A. Jones held the roof through the night."
    assert kept(said) == [said]


def test_a_sentence_in_brackets_is_an_aside():
    assert kept(f"{PROSE} (Downside: a weaker beam under the old roof.)") == [PROSE]
    begun = "(Late) rain and wind held through the night (as always)."
    assert kept(begun) == [begun]
