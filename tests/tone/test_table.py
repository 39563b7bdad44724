"""The valence table and what it was made of."""

import ast
from hashlib import blake2b
from pathlib import Path

from tenor.tone.words import all_phrases, packaged

BUILDER = Path(__file__).parents[2] / "src" / "builders" / "valence.py"
#: What the phrases hash to that the table was fitted with.
FITTED = "8d49d78"


def named(name):
    """Give a constant of the builder, which cannot be imported without numpy."""
    for node in ast.parse(BUILDER.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == name:
            return ast.literal_eval(node.value)
    raise LookupError(name)


def test_the_builder_knows_the_phrases_that_the_table_was_fitted_with():
    """Whoever changes a phrase names it in COME or GONE, else the table cannot be made again."""
    today = {" ".join(one.words): (one.kind, one.valence) for one in all_phrases(packaged())}
    gone, come = dict(named("GONE")), named("COME")
    assert set(come) <= today.keys()
    assert not gone.keys() & today.keys()
    then = {words: one for words, one in today.items() if words not in come}
    then |= {words: ("valence", value) for words, value in gone.items()}
    assert blake2b(repr(sorted(then.items())).encode()).hexdigest()[:7] == FITTED
