"""The valence table and what it was made of."""

from hashlib import blake2b

from tenor.lexicons import rows
from tenor.tone.words import all_phrases, packaged

#: What the phrases and the roles of words hash to that the table was made with.
MADE_WITH = "aee1f8d"


def test_the_table_was_made_with_todays_phrases_and_roles():
    """Whoever changes one makes the table again (lexicons/README.md) and writes the hash here."""
    phrases = sorted((one.words, one.kind, one.valence) for one in all_phrases(packaged()))
    made_with = repr([phrases, rows("tone-roles.tsv")])
    assert blake2b(made_with.encode()).hexdigest()[:7] == MADE_WITH


def test_plain_things_say_little():
    valences = packaged().valences
    for word in ("garden", "star", "music", "returned", "busy"):
        assert abs(valences[word]) <= 0.4
    assert "l" not in valences
