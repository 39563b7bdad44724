from tenor.themes import categories

COOKING = (
    "Peel the onion and chop the garlic. Fry both in butter until soft, then add the tomatoes, "
    "the spices and a little salt. Simmer the sauce in a wide pan, stir, and bake the dough in the "
    "oven. Serve with cheese and bread."
)


def test_a_recipe_is_about_food_and_cooking(scan):
    assert {one.name for one in categories(scan(COOKING))} >= {"food", "cooking"}


def test_a_category_says_how_many_times_the_usual_rate(scan):
    (first, *_) = categories(scan(COOKING))
    assert first.times > 3
    assert len(first.words) >= 3


def test_one_word_however_often_makes_no_category(scan):
    assert categories(scan("Bank, bank, bank. The bank is a bank. " * 5)) == ()


def test_the_surest_category_comes_first(scan):
    likelihoods = [one.likelihood for one in categories(scan(COOKING))]
    assert likelihoods == sorted(likelihoods, reverse=True)
