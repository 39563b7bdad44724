"""What a text is about."""

from tenor.themes.candidates import Scan, scan
from tenor.themes.keyphrase import Factor, Keyphrase, keyphrases, terms
from tenor.themes.theme import Theme, themes

__all__ = ["Factor", "Keyphrase", "Scan", "Theme", "keyphrases", "scan", "terms", "themes"]
