import pytest

from tenor import readers, themes, tone
from tenor.quotable import quotable
from tenor.segment import segment


@pytest.fixture
def document():
    return lambda text: segment("a.txt", text, readers.read(text, "a.txt"))


@pytest.fixture
def scan(document):
    return lambda text: themes.scan(document(text))


@pytest.fixture
def find_themes():
    def find(text, name="a.txt"):
        read = segment(name, text, readers.read(text, name))
        return themes.themes(themes.scan(read), tone.score(read), quotable(read))

    return find
