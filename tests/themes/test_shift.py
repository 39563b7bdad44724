from hypothesis import given, settings
from hypothesis import strategies as st

from tenor.themes.shift import shifts

FARM = [
    ["cow", "milk", "grass", "barn"],
    ["milk", "cow", "hay", "barn"],
    ["grass", "hay", "cow", "milk"],
]
SPACE = [["orbit", "moon", "rocket"], ["rocket", "launch", "moon"], ["orbit", "launch", "moon"]]


def test_the_topic_shifts_where_the_words_change():
    assert shifts([*FARM, *SPACE]) == [3]


def test_one_topic_has_no_shift():
    assert shifts(FARM * 2) == []


def test_a_higher_price_never_makes_more_shifts():
    bags = [*FARM, *SPACE, *FARM, *SPACE]
    counts = [len(shifts(bags, price)) for price in (0.5, 1, 2, 4)]
    assert counts == sorted(counts, reverse=True)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=12))
def test_shifts_are_places_between_bags_in_rising_order(bags):
    found = shifts(bags)
    assert found == sorted(set(found))
    assert all(0 < at < len(bags) for at in found)
