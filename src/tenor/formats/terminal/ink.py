"""Ink: the glyphs and the colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from tenor.formats.safe import outgoing, safe, unsteered

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

#: Colours mark signs and bars; what is read is in the terminal's own colour, and dim is for frames.
POSITIVE, NEGATIVE, FRAME = "green", "red", "dim"
#: What is read is at most so wide, the arc and quotations so wide.
WIDEST, WIDEST_PICTURE = 100, 120
#: A blank at which no line ends: drawn as a space. rich ends lines at U+00A0 too.
JOINT = "\u2800"


@dataclass(frozen=True)
class Glyphs:
    """The drawing characters, as Unicode or as ASCII has them."""

    levels: str
    above: str
    below: str
    axis: str
    high: str
    low: str
    positive: str
    negative: str
    even: str
    dot: str
    dash: str
    cut: str
    quotes: str


UNICODE = Glyphs("▁▂▃▄▅▆▇█", "▄█", "▀█", "▁", "▀", "▄", "▲", "▼", "·", "·", "–", "…", "“”")
ASCII = Glyphs("..::||##", ".#", "'#", "_", "'", ".", "+", "-", "-", ".", "-", "...", '""')
ALL_GLYPHS = "".join(vars(UNICODE).values())

#: A text's own characters as ASCII has them, for a stream that can hold nothing else.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—−·", "-"),
        "…": "...",
        "\u00a0": " ",
        "×": "x",
        "÷": "/",
        "√": "sqrt",
        "²": "^2",
        "≥": ">=",
        "≤": "<=",
        "→": "->",
    }
)


@dataclass(frozen=True)
class Wide:
    """A part that may be as wide as the arc and quotations are."""

    part: RenderableType

    def __rich__(self) -> RenderableType:
        return self.part


@dataclass(frozen=True)
class Ink:
    """How to draw: how wide, in colour or not, with which glyphs, on a terminal or not.

    Off a terminal no line is cut short. `is_styled`: bold and underlined, which are no colours,
    where colours are not wanted. `wide` is how wide the arc and quotations are, if wider.
    """

    width: int = 80
    color: bool = False
    is_unicode: bool = True
    is_terminal: bool = False
    is_styled: bool = False
    wide: int = 0

    @property
    def widest(self) -> int:
        """Give how wide the arc and quotations are."""
        return max(self.width, self.wide)

    @property
    def steers(self) -> bool:
        """Tell whether what is drawn has commands of the terminal in it."""
        return self.color or self.is_styled

    @property
    def glyphs(self) -> Glyphs:
        """Give the drawing characters."""
        return UNICODE if self.is_unicode else ASCII

    def draw(self, parts: Iterable[RenderableType]) -> str:
        """Draw with rich into a string; no line keeps blanks at its end."""
        from rich.console import Console
        from rich.segment import Segment, Segments

        console = Console(
            file=StringIO(),
            width=self.widest,
            force_terminal=self.steers,
            color_system="standard" if self.steers else None,
            no_color=not self.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )
        with console.capture() as capture:
            for part in parts:
                width = self.widest if isinstance(part, Wide) else self.width
                pieces = console.render(part, console.options.update_width(width))
                console.print(Segments(Segment(_drawn(one.text), one.style) for one in pieces))
        drawn = "\n".join(line.rstrip() for line in capture.get().split("\n"))
        return drawn if self.is_unicode else drawn.translate(_PLAIN)


def _drawn(words: str) -> str:
    """Make a piece ready to be written."""
    return outgoing(words).replace(JOINT, " ")


def squeezed(words: str) -> str:
    """Make a part of a sentence safe, but keep a space at either end."""
    core = safe(words)
    return " " * words[:1].isspace() + core + " " * (words[-1:].isspace() and bool(core))


def text(words: str, style: str = "") -> Text:
    """Make rich text of words that may come from anywhere."""
    from rich.text import Text

    return Text(unsteered(words), style)
