"""What a text is about.

`scan` makes one pass over a document; everything else reads from what it found.
"""

from tenor.themes.candidates import Scan, scan
from tenor.themes.category import Category, categories
from tenor.themes.gist import Gist, gist, summary
from tenor.themes.keyphrase import Keyphrase, WeightFactor, keyphrases, terms
from tenor.themes.names import Name, attached, main_names, names
from tenor.themes.proper import is_place
from tenor.themes.section import TopicSection, sections
from tenor.themes.subject import subjects
from tenor.themes.theme import Theme, also_mentioned, themes
from tenor.themes.title import is_plain, title_phrases

__all__ = [
    "Category",
    "Gist",
    "Keyphrase",
    "Name",
    "Scan",
    "Theme",
    "TopicSection",
    "WeightFactor",
    "also_mentioned",
    "attached",
    "categories",
    "gist",
    "is_place",
    "is_plain",
    "keyphrases",
    "main_names",
    "names",
    "scan",
    "sections",
    "subjects",
    "summary",
    "terms",
    "themes",
    "title_phrases",
]
