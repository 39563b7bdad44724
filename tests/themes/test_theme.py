from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "networking-is-not-just-selling-out.txt"


@pytest.fixture
def seed_themes(find_themes):
    return find_themes(SEED.read_text(encoding="utf-8"))


def test_the_essay_is_about_networking_people_social_media_and_magic(seed_themes):
    assert [theme.label for theme in seed_themes] == [
        "networking",
        "social media",
        "people",
        "magic",
    ]


def test_the_essay_names_what_is_done_to_people_and_which_media(seed_themes):
    by_label = {theme.label: theme for theme in seed_themes}
    assert {"help people", "connecting people"} <= set(by_label["people"].phrases)
    assert {"Facebook", "Quora", "Twitter account"} <= set(by_label["social media"].phrases)


def test_the_essay_is_not_about_its_furniture_or_its_props(seed_themes):
    said = " ".join(" ".join((theme.label, *theme.phrases)) for theme in seed_themes).lower()
    for prop in ("allt som", "left hand", "crafts", "barriers", "time"):
        assert prop not in said


def test_weights_are_shares_and_fall(seed_themes):
    weights = [theme.weight for theme in seed_themes]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_a_theme_names_every_place_it_is_mentioned(find_themes):
    text = (
        "Bees make honey. We love bees.\n\n"
        "A bee lives for six weeks.\n\n"
        "Wasps are another matter, though bees resemble them."
    )
    (theme,) = find_themes(text)
    assert theme.label == "bees"
    assert [text[span.start : span.end] for span in theme.mentions] == [
        "Bees",
        "bees",
        "bee",
        "bees",
    ]
    assert theme.sentences == (0, 1, 2, 3)


def test_feeling_is_that_of_the_clause_that_mentions_the_theme(find_themes):
    text = (
        "The food was wonderful, but the service was horrible.\n\n"
        "We loved the food, but the service is a disgrace.\n\n"
        "Good food. Bad service. Great food, but awful service."
    )
    by_label = {theme.label: theme for theme in find_themes(text)}
    assert by_label["food"].valence.value > 0.1
    assert by_label["service"].valence.value < -0.1


def test_evidence_adds_up_to_the_feeling(seed_themes):
    for theme in seed_themes:
        if theme.valence is not None:
            total = sum(line.weight for line in theme.valence.evidence)
            assert total == pytest.approx(theme.valence.value)


@pytest.mark.parametrize("text", ["", " \n", "Wow!", "12 34.", "a " * 500, "x" * 10_000])
def test_a_text_without_themes_has_none(find_themes, text):
    assert find_themes(text) == ()


def labels(found):
    return [theme.label for theme in found]


def repeated(*sentences):
    """Give the sentences as paragraphs, among others that are about nothing."""
    return "\n\n".join(f"{sentence} Nobody knew why it was so." for sentence in sentences)


def test_a_place_of_two_words_is_named_in_full(find_themes):
    text = repeated("We met in New York.", "They left New York.", "All of New York knew.")
    assert labels(find_themes(text)) == ["New York"]
    assert labels(find_themes(text.replace("New York", "Paris"))) == ["Paris"]


def test_a_word_of_mark_up_in_brackets_is_no_theme(find_themes):
    text = repeated("They won. [violin]We did.", "It rained. [violin]Yes.", "We go. [violin]No.")
    assert labels(find_themes(text)) == []
    assert labels(find_themes(text.replace("[violin]", "A violin came. "))) == ["violin"]


def test_a_word_of_captions_is_no_theme(find_themes):
    shown = "<figure><figcaption>A violin there</figcaption></figure><p>Nobody came.</p>"
    assert labels(find_themes(shown * 4, "a.html")) == []
    assert labels(find_themes(shown.replace("figcaption", "p") * 4, "a.html")) == ["violin"]


def test_an_ing_form_with_an_object_is_no_theme(find_themes):
    text = repeated("I like challenging the king.", "We go on challenging the law.")
    text += repeated("", "They are challenging the town.", "We are challenging the duke.")
    assert "challenging" not in labels(find_themes(text))


def test_a_vague_word_is_a_theme_where_it_is_used_often_or_titled(find_themes):
    text = repeated("We saw a field.", "They left that field.", "It was in my field.")
    assert labels(find_themes(text)) == []
    assert labels(find_themes(text + "\n\n" + text + "\n\n" + text)) == ["field"]


def test_a_name_and_a_noun_of_the_same_letters_are_one_theme(find_themes):
    text = repeated("Then Agnostida came.", "Now Agnostida swam.", "There Agnostida died.")
    text += repeated("", "All agnostids swam.", "Some agnostids died.", "The agnostids came.")
    assert len(labels(find_themes(text))) == 1
