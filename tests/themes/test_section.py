import pytest

from tenor import readers, tone
from tenor.segment import segment
from tenor.themes import scan, sections

FARM = (
    "The cow gives milk. A cow eats grass and hay in the barn. The farmer milks each cow twice.\n\n"
)
MOON = "The rocket reached the moon. Its orbit round the moon was low. A rocket burns fuel.\n\n"


@pytest.fixture
def divide():
    def divide(text, name="a.txt"):
        read = segment(name, text, readers.read(text, name))
        return sections(scan(read), tone.score(read))

    return divide


def test_a_short_text_without_headings_has_no_sections(divide):
    assert divide(FARM + MOON) == ()


def test_headings_divide_a_text_however_short(divide):
    first, second = divide(f"## On the farm\n\n{FARM}## In space\n\n{MOON}", "a.md")
    assert (first.heading, second.heading) == ("On the farm", "In space")
    assert "cow" in first.about
    assert "rocket" in second.about
    assert second.first == first.after


def test_a_long_text_is_divided_where_its_topic_shifts(divide):
    found = divide(FARM * 50 + MOON * 50)
    assert len(found) == 2
    assert found[0].after == 150


def test_a_section_carries_its_own_tone(divide):
    glad = "We love this wonderful garden. "
    sad = "The ugly prison is a horrible place. "
    first, second = divide(f"# Good\n\n{glad}\n\n# Bad\n\n{sad}\n", "a.md")
    assert first.valence.value > 0 > second.valence.value
