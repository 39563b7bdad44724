"""What the title of a text names: its noun phrases, where the text itself goes on about them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tenor.themes.candidates import Scan, chunks
from tenor.themes.tagger import english
from tenor.themes.words import TOP, vocabulary

#: A word of a title: links, marks and numbers between words part phrases.
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
#: A single word so common (8 − Zipf frequency) does not tell one text from another: "book", "life".
_PLAIN = 2.8
#: So many words and marks of a title are looked at.
_LONGEST = 40
#: A word of the title is taken up if it is used so often, the title included.
_TAKEN_UP = 2


def title_phrases(scan: Scan) -> tuple[str, ...]:
    """List the noun phrases of the title, or of a first heading, that the text takes up."""
    document, look = scan.document, vocabulary()
    title = document.title
    if title is None and document.blocks and document.blocks[0].kind == "heading":
        title = " ".join(s.text[s.span.start : s.span.end] for s in document.sentences[:1])
    forms = [_cased(document.forms, form) for form in _TOKEN.findall(title or "")[:_LONGEST]]
    words = [look(form) for form in forms]
    tags = english().tag(forms)
    coded = "".join(
        tag.lower() if word.stop else tag for tag, word in zip(tags, words, strict=True)
    )
    phrases = (
        " ".join(forms[start:end])
        for start, end in chunks(coded)
        if _is_taken_up(scan, [word.stem for word in words[start:end]])
    )
    return tuple(dict.fromkeys(phrases))


def is_plain(label: str) -> bool:
    """Tell whether a label is a single word so common that it tells no text from another."""
    return " " not in label and label[:1].islower() and TOP - vocabulary().zipf(label) <= _PLAIN


def _cased(counted: Mapping[str, int], form: str) -> str:
    """Write a word of a title in lower case, unless the text itself only has it with a capital."""
    lower = form.lower()
    return form if counted.get(form, 0) > 1 and not counted.get(lower, 0) else lower


def _is_taken_up(scan: Scan, stems: Sequence[str]) -> bool:
    """Tell whether a phrase can be a topic, and a word of it is used again in the text."""
    families = [scan.families[stem] for stem in stems if stem in scan.families]
    is_topic = not scan.light.issuperset(stems)
    return is_topic and any(family.uses >= _TAKEN_UP for family in families)
