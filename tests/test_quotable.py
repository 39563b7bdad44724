"""What may be quoted as evidence is prose of the writer's own, no furniture of a letter or page."""

import pytest

import tenor
from tenor.quotable import quotable

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
        "Dear friends came.",
        "Dear me, the roof held.",
        "Hello is what she said.",
        "Hi-fi was his love.",
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
    assert kept(f"{PROSE} Hello, everyone!") == [PROSE, "Hello, everyone!"]


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
