"""How many syllables a word has: a table of exceptions, and a rule for everything else."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tenor import lexicons

#: What is said by itself: a digit, or letters with the apostrophes among them.
_PART = re.compile(r"\d(?:(?i:st|nd|rd|th|s)\b)?|[^\W\d_]+(?:['\u0300-\u036f]+[^\W\d_]+)*")
_RUN = re.compile(r"[aeiouy]+")
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")

#: Where the second half of a compound begins, and an e before it is silent (*home-work*).
_HALVES = (
    "back|ball|bar(?!t)|base|berg|board|book|break|down|fish|front|guard|hart|head|hill|hol[de]"
    "|hood|keep|land|like|line|mak|man(?!n)|mark|men|more|pad|page|people|person|place|shif"
    "|sho[rtw]|space|stead|ston|tail|time|thing|wal[kl]|ware|way|well|work|worth|writ|s?ville"
)

#: Vowel letters that are written but not said; what lies behind is looked at with the letter.
_SILENT = re.compile(
    rf"""
      e(?: (?<=[^aeiouy]e)$(?<![^aeiouylr]le)                # make, but table
         | (?<![tdaeiouy]e)(?<![^aeiouylr]le)(?=d$)          # asked, but wanted, settled
         | (?<=[ao]ye)(?=d$)                                 # played
         | (?<![aeiouyszcgx]e)(?<![cs]he)(?<![^aeiouylr]le)
           (?=s$)                                            # makes, but boxes, tables
         | (?<=[^aeiouy]e)(?<![^aeiouylr]le)
           (?=(?:ly|ful|ness|less|ment|some)(?:ly|ness|s)?$) # lately
         | (?<=[aeiouy][^aeiouy]e)(?={_HALVES})              # homework
         | (?<=fore)(?=[^aeiouyndrs])                        # forecast, but foreign
       )
    | u(?<=[gq]u)(?: es?$ | (?=[aeioy]) )                    # league, cheques, quick
    | a(?<=ica)(?=lly$)                                      # basically
    """,
    re.VERBOSE,
)

#: Places where one run of vowel letters is two syllables, and syllables without a vowel letter.
_BREAK = re.compile(
    r"""
      i(?: (?<![ctsgx]i)(?<!shi)(?=[ao])                     # di-al, but special, fashion
           (?<!lli)(?<!ni(?=o))(?<!vi(?=or))(?<!ri(?=age))   # million, union, savior, marriage
         | (?<=[ctsg]i)(?=at)                                # associ-ate
         | (?=[uy]|ing)                                      # medi-um, ski-ing
         | (?<![ctsx]i)(?=e(?:n[tc]|t[^t]|t$|rs?$|st$))      # di-et, happi-er
         | (?<=sci)(?=en)                                    # sci-ence
       )
    | y(?: (?=ing) | (?<=[ao]y)(?=[aeo](?!d$))               # cry-ing, roy-al, play-er
         | (?<=ey)(?=[ao])                                   # bey-ond
       )
    | e(?: (?=ing) | (?<![gp]e)(?=o) | (?<=^ge)(?=o)         # be-ing, vide-o, ge-ography
         | (?<=^re)(?=a(?:ct|ss|li|pp|ff))                   # re-act
         | (?<=cre)(?=at[ie]) | (?<=[dr]e)(?=a[ns]?$)        # cre-ate, ide-a
       )
    | u(?<![gq]u)(?=a(?!lly$)|o|e(?:l|n[tc]|r)               # actu-al, but actually; flu-ent
         |i(?:t[yio]|d|ng?))                                 # flu-id, flu-ing
    | o(?: (?=ing) | (?<=po)(?=e[tm]) | (?<=^co)(?=e[^u]) )  # do-ing, po-et, co-exist
    | a(?=o|ic$|ing)                                         # cha-os, archa-ic
    | s(?<=is)(?=ms?$) | h(?<=yth)(?=ms?$)                   # pris-m, rhyth-m
    | n(?<=[ds]n)(?='t)                                      # did-n't
    | m(?<=^m)(?=c[^aeiouyh]|c[aeiou])                       # Mc-Donald
    """,
    re.VERBOSE,
)


@cache
def exceptions() -> dict[str, int]:
    """Load the words on which the rule is wrong."""
    return {
        word: int(count)
        for count, words in lexicons.rows("syllables.tsv")
        for word in words.split()
    }


def syllables(word: str) -> int:
    """Count the syllables of a word as it is said; a form with no letter or digit has none.

    A hyphenated word is the sum of its parts. A numeral has one a digit (1918, nineteen-eighteen,
    has four); letters that cannot be a word are spelled out (U.S., HTML).
    """
    return sum(map(_part, _PART.findall(word.replace("’", "'"))))


def _part(part: str) -> int:
    """Count one part: by the table, by the word it is the plural or genitive of, or by the rule."""
    if part[0].isdigit():
        return 1
    if part[-1] == "s" and part[:-1].isupper() and len(part) > 2:
        return _part(part[:-1])
    part = part.lower()
    known = exceptions().get(part if part.isascii() else _bare(part))
    if known is not None:
        return known
    if part.endswith("'s"):
        return _part(part[:-2]) + bool(_SIBILANT.search(part[:-2]))
    return by_rule(part)


def _bare(part: str) -> str:
    """Take the accents off: *café* is in the table as *cafe*."""
    return "".join(
        char for char in unicodedata.normalize("NFD", part) if not unicodedata.combining(char)
    )


def by_rule(part: str) -> int:
    """Count the runs of vowel letters that are said, and the places where one run is two.

    Two to five letters without a vowel are spelled out, and *w* is three syllables long.
    """
    letters = unicodedata.normalize("NFD", part)
    runs = len(_RUN.findall(letters))
    if not runs and part.isascii() and 1 < len(part) <= 5:
        return len(part) + 2 * part.count("w")
    if runs > 1:
        runs = len(_RUN.findall(_SILENT.sub("", letters)))
    return max(1, runs + len(_BREAK.findall(letters)))
