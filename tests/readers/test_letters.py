"""Letters in plain text: what their writers did not say is left out, and looks like it are kept."""

import pytest

from tenor.readers import plain

HEAD = "From: Ann Berg <ann@example.org>\nTo: Jon\nSubject: Re:  the gate\nDate: Mon, 5 Jan 2024\n"
BODY = "Dear Jon,\n\nI love the new gate. It opens by itself."
DATED = "On Mon, 5 Jan 2024 at 3:14 PM, Jon Dahl <jon@example.org> wrote:"


def kept(text):
    return [text[slice(*block.span)] for block in plain.read(text).blocks]


def left_out(text):
    return [(out.reason, text[slice(*out.span)]) for out in plain.read(text).left_out]


def test_headers_are_left_out_and_the_subject_is_the_title():
    text = f"{HEAD}\n{BODY}\n"
    assert left_out(text) == [("mail header", HEAD.strip())]
    assert kept(text) == BODY.split("\n\n")
    assert plain.read(text).title == "Re: the gate"


@pytest.mark.parametrize(
    "head",
    [
        "TO: All staff\nFROM: The board\nRE: Hours",
        "TO: All staff\n\nFROM: The board\n\nSUBJECT: Hours",
        "Subject: Hours",
        "**From:** Ann\n**To:** Jon",
        "Received: from a.example\n\tby b.example\nFrom: a@a.example\nTo: b@a.example\nX-Y: z",
        "From ann@example.org Mon Jan  5 10:00:00 2024\nFrom: Ann",
    ],
)
def test_heads_of_many_forms_are_left_out(head):
    text = f"{head}\n\n{BODY}"
    assert left_out(text) == [("mail header", head)]


def test_a_box_of_letters_loses_the_headers_of_each():
    first = "From a@b.example Mon Jan  5 10:00:00 2024\nFrom: Ann\nSubject: One"
    second = "From c@b.example Tue Jan  6 10:00:00 2024\nFrom: Carl\nSubject: Two"
    text = f"{first}\n\nI like it.\n\n--\nAnn\n\n{second}\n\nI do not.\n"
    assert left_out(text) == [
        ("mail header", first),
        ("signature", "--\nAnn"),
        ("mail header", second),
    ]
    assert plain.read(text).title == "One"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("On Monday Jon wrote:\n> I hate the gate.\n> It is awful.", "quoted reply"),
        ("> I hate the gate.\n> It is awful.", "quoted reply"),
        (f"{DATED}\n\nI hate the gate.\n\nIt is awful.", "quoted reply"),
        ("-----Original Message-----\nFrom: Jon\nSent: today\n\nI hate it.", "quoted reply"),
        ("From: Jon Dahl\nSent: today\nTo: Ann\n\nI hate it.", "quoted reply"),
        ("-- \nAnn Berg\nHead of gates", "signature"),
        ("Sent from my iPhone", "signature"),
        ("____________________\ngate mailing list", "signature"),
        (
            """This e-mail is confidential and intended solely for the person
it is sent to. If you are not the named recipient, delete it.""",
            "disclaimer",
        ),
    ],
)
@pytest.mark.parametrize("head", [HEAD + "\n", ""])
def test_what_others_said_is_left_out_of_letters_and_of_plain_text(reply, reason, head):
    text = f"{head}{BODY}\n\n{reply}\n"
    assert left_out(text)[-1] == (reason, reply)
    assert kept(text) == BODY.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "From: a friend\n\nI love this gate, and all who use it.",
        "From: a friend",
        "ANN: I love the gate.\nJON: I hate it.\nFROM THE GATE: Neither do I.",
        "To be, or not to be: that is the question.\nFrom here on: silence.",
        "Subject: the gate\n\nIt opens by itself, and people love it.",
        "A gate, he wrote: it is a fine thing.\n\nI agree with him.",
        "He wrote:\n\nI agree with all of it.",
        "> 5 people came",
        "So it begins:\n\nFrom: Ann\nTo: Jon\n\nAll else is as in other letters.",
        "One part ends here.\n\n--\n\n" + "Another begins, and it is a long one.\n\n" * 9,
        "Keep the message confidential.\n\nIt is for the mayor.",
        "Dates to keep in mind:\nMonday: gates.\nTuesday: none.",
    ],
)
def test_what_only_looks_like_a_letter_is_kept_whole(text):
    assert left_out(text) == []
    assert "".join("".join(kept(text)).split()) == "".join(text.split())


def test_a_text_that_is_nothing_but_quotations_is_read():
    assert kept("> I love it.\n> All of it.")
