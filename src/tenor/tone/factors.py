"""What each cause makes of a word's weight: every factor of context in one named table.

The factors are those of rated sentences (src/builders/factors.py prints the measurement),
rounded, and moved where a denial or a change of mind is plain to a reader but rare in the sets.
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """A factor for words of positive valence, and one for words of negative valence."""

    positive: float
    negative: float

    def of(self, base: float) -> float:
        """Give the factor for a word of some valence."""
        return self.negative if base < 0 else self.positive


#: The factors by cause: most are roles of words (Role in tenor.tone.words), the others are named
#: where they are used.
FACTORS = {
    "booster": Pair(1.6, 1.6),
    "damper": Pair(0.6, 0.9),
    "partial": Pair(-0.3, 0.4),
    "too": Pair(0.0, 2.0),
    "would": Pair(0.5, 1.2),
    "may": Pair(0.75, 1.1),
    "wish": Pair(-0.3, 1.2),
    "fewer": Pair(-1.0, -0.2),
    "ender": Pair(0.4, -0.3),
    "loser": Pair(-1.2, 1.2),
    "absent": Pair(-1.2, -0.5),
    "unreal": Pair(-0.6, 0.8),
    "mistaken": Pair(-0.8, -0.5),
    "rescuer": Pair(0.4, -0.4),
    "unmet": Pair(-1.2, -0.8),
    "wished": Pair(-0.8, 1.2),
    "others": Pair(0.3, 0.3),
    "none": Pair(-1.1, -0.7),
    "nothing": Pair(-0.9, 0.3),
    "top": Pair(1.3, 1.3),
    "falling": Pair(-0.5, -0.5),
    "question": Pair(0.4, 1.0),
    "open": Pair(0.2, 0.25),
    "no": Pair(-0.9, -0.4),
    "condition": Pair(0.4, 0.65),
    "advice": Pair(0.2, 0.25),
    "concession": Pair(-0.4, -0.1),
    "before": Pair(0.35, 0.5),
    "after": Pair(1.15, 1.15),
    "measure": Pair(0.4, 0.7),
    "past": Pair(0.15, 0.15),
    "gone": Pair(-0.4, -0.2),
    "opinion": Pair(-0.9, -0.3),
    "elided": Pair(-0.9, -0.4),
    "capitals": Pair(1.1, 1.1),
    "name": Pair(0.1, 0.1),
    "given name": Pair(0.0, 0.0),
}
#: What a negator makes of a word, by how many words that say something stand between the two.
NEGATION = (Pair(-1.25, -0.25), Pair(-1.0, 0.1), Pair(-0.9, 0.6), Pair(-0.5, 0.8), Pair(0.0, 1.0))
