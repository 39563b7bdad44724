"""Which language each stretch of a page declares: the `lang` of the nearest element around it."""

from __future__ import annotations

from collections import Counter

from tenor.readers.html_elements import BLOCKS, VOID

#: An element of these ends at the next of its kind: its end tag may be omitted.
_SIBLINGS = frozenset(("p", "li", "dt", "dd", "td", "th", "tr"))


class Languages:
    """The languages of the elements that are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._names: Counter[str] = Counter()

    @property
    def current(self) -> str:
        """Give the code that holds here, "" where none is declared."""
        return self._open[-1][1] if self._open else ""

    def begin(self, name: str, code: str | None) -> None:
        """Enter an element; one without a code counts only where it may be taken for one with."""
        if name in _SIBLINGS:
            self.end(name)
        if name in BLOCKS:
            self.end("p")
        if name not in VOID and (code is not None or self._names[name]):
            self._open.append((name, self.current if code is None else code))
            self._names[name] += 1

    def end(self, name: str) -> None:
        """Leave an element and all that was left open in it."""
        while self._names[name]:
            last, _ = self._open.pop()
            self._names[last] -= 1
            if last == name:
                return
