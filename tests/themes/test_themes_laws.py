import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import readers, themes, tone
from tenor.quotable import quotable
from tenor.segment import segment

WORDS = st.sampled_from(
    [
        "The",
        "a",
        "bank",
        "river",
        "Paris",
        "Mr.",
        "Smith",
        "works",
        "helping",
        "help,",
        "people's",
        ".",
        "!",
        "#",
        "'",
        "-",
        "3",
        "km",
        "U.S.",
        "O'Neil",
        "naïve",
        "日本",
        "😀",
        "isn't",
        "Web-based",
        "I",
        "and",
        "of",
        "\n\n",
    ]
)


def everything(text):
    read = segment("a.md", text, readers.read(text, "a.md"))
    valences = tone.score(read)
    seen = themes.scan(read)
    may = quotable(seen.document)
    found = themes.themes(seen, valences, may)
    return (
        found,
        themes.keyphrases(seen),
        themes.terms(seen),
        themes.names(seen),
        themes.categories(seen),
        themes.sections(seen, valences),
        themes.gist(seen, found, may),
        themes.also_mentioned(seen, themes.keyphrases(seen), found),
    )


@settings(deadline=None, max_examples=80)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=120))
def test_any_text_is_read_twice_the_same_and_every_span_lies_within_it(text):
    first = everything(text)
    assert first == everything(text)
    for theme in first[0]:
        assert 0 < theme.weight <= 1
        assert theme.mentions == tuple(sorted(theme.mentions))
        for span in (*theme.mentions, *theme.quotes):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["x. ", "big ", "network of networks ", "Paris ", "a" * 50, "\n\n", "it's Bob's ", "- "],
)
def test_four_times_the_text_takes_little_more_than_four_times_as_long(unit):
    def cost(times):
        text = unit * (times // len(unit))
        began = time.process_time()
        everything(text)
        return time.process_time() - began

    everything(unit * 10)
    assert cost(400_000) < 0.5 + 7 * cost(100_000)
