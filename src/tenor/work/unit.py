"""The one unit of work: a text's bytes become a document, an analysis, and what is made of it.

It is the same for a file, a folder, standard input and a worker in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tenor import files, readers
from tenor.document import Document
from tenor.errors import Failure, TenorError, failure
from tenor.files import Source
from tenor.work.say import Say

if TYPE_CHECKING:
    from tenor.analysis import Analysis

Made = TypeVar("Made")
_STDIN = "-"
_SHOWN = {"markdown": "Markdown", "html": "HTML"}


class Text(NamedTuple):
    """A text to work on, in plain data, which any process can take.

    `data` is None where the text is read only when its turn comes. `words` are the project's.
    """

    name: str
    data: bytes | None
    encoding: str | None = None
    words: Mapping[str, float] = {}
    engine: str = "tenor"

    def size(self) -> int:
        """Give the size in bytes, 0 where it cannot be seen."""
        try:
            return Path(self.name).stat().st_size if self.data is None else len(self.data)
        except OSError:
            return 0

    def source(self) -> Source:
        """Decode the text; InputError says what is wrong with it."""
        if self.data is None:
            return files.load(self.name, self.encoding)
        source = files.decode(self.data, self.name, self.encoding)
        return _looked_at(source) if self.name == _STDIN else source

    def document(self) -> Document:
        """Read the text into a document; InputError says what is wrong with it."""
        from tenor.analysis import read_source

        return read_source(self.source())


def _looked_at(source: Source) -> Source:
    """Say what kind of text one without a name shows itself to be."""
    kind = readers.guess(source.text)
    if kind is None:
        return source
    said = f"{source.name}: read as {_SHOWN[kind]}; --stdin-filename x.txt for plain text"
    warning = f"{source.warning}, and {said.partition(': ')[2]}" if source.warning else said
    return source._replace(kind=kind, warning=warning)


class Job(NamedTuple, Generic[Made]):
    """A text, and what is to be made of its analysis."""

    text: Text
    make: Callable[[Analysis], Made]


class Outcome(NamedTuple, Generic[Made]):
    """What came of one text: what was made or the error, and a warning about its encoding."""

    result: Made | TenorError
    warning: str | None = None


def do(job: Job[Made]) -> Outcome[Made]:
    """Do one unit of work; a text that cannot be read yields its error."""
    from tenor.analysis import Analysis, read_source

    text = job.text
    try:
        source = text.source()
        document = read_source(source)
    except TenorError as error:
        return Outcome(error)
    analysis = Analysis(document, text.words, text.engine)
    return Outcome(job.make(analysis), source.warning)


def told(outcome: Outcome[Made], name: str, say: Say) -> Made | Failure:
    """Give what came of a text, and say what is wrong with it."""
    if outcome.warning:
        say.warning(outcome.warning)
    if isinstance(outcome.result, TenorError):
        say.error(str(outcome.result))
        return failure(outcome.result, name)
    return outcome.result
