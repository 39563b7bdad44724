"""Mark-up that is left in plain text: of wikis, forums and formulas, and entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from tenor.document import LeftOut, Reason, Span
from tenor.readers.mask import Edit, decoded, gap, silence

_PICTURE = r"\.(?:jpe?g|png|gif|svg|bmp|webp|tiff?|pdf|ogg|mp[34])\b"
_CLOCK = r"\d\d:\d\d(?::\d\d)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
#: Commands of formulas that stand in prose.
_SYMBOLS = "|".join(
    re.findall(
        r"\w+",
        """neg lnot land lor wedge vee to rightarrow Rightarrow leftarrow Leftarrow leftrightarrow
        Leftrightarrow implies iff mapsto forall exists nexists notin subset subseteq supset cup cap
        emptyset infty leq geq neq approx equiv sim cdot cdots ldots times pm mp div sum prod int
        frac sqrt partial nabla alpha beta gamma delta epsilon varepsilon zeta theta lambda sigma
        omega phi varphi psi rho tau chi Delta Gamma Omega Sigma Phi Psi Lambda Theta mathbb mathcal
        mathrm mathbf vdash models top bot""",
    )
)
#: Tags of forums that only dress what stands between them.
_TAGS = r"b|i|u|s|quote|url|size|colou?r|font|center|list|spoiler|email"


class _Form(NamedTuple):
    """A form of mark-up: what a text must hold for it, its pattern, and why it is no prose.

    Of a match the group `shown` stays, the group `core` alone goes; without them all of it goes.
    """

    sign: str
    pattern: re.Pattern[str]
    reason: Reason | None


class Residue(NamedTuple):
    """What is read in the place of mark-up, and what of it is left out."""

    edits: list[Edit]
    outs: list[LeftOut]


def _form(sign: str, *pieces: str, reason: Reason | None = "markup") -> _Form:
    return _Form(sign, re.compile("".join(pieces), re.MULTILINE), reason)


_END = r"(?=[^\S\n]*+$)"
_FORMS = (
    _form("Image(", rf"Image\((?=[^()\n]{{1,120}}{_PICTURE})[^()\n]{{1,400}}\)"),
    _form(
        "[[",
        r"\[\[(?:Image|File|Media|Category):",
        r"(?:[^\[\]\n]|\[\[?[^\[\]\n]{0,200}\]\]?){1,600}\]\]",
    ),
    _form(
        "[[User",
        r"\[\[User(?:[ _]talk)?:[^\[\]\n]{1,200}\]\](?: \(\[\[[^\[\]\n]{1,200}\]\]\))?",
    ),
    _form("[[", r"\[\[(?:nbsp|BR|TableOfContents|Comments)(?:\([^()\n]{0,200}\))?\]\]"),
    _form(
        "[[",
        r"(?<!\w)\[\[(?:[^\W\d_][^\[\]|\n]{0,200}\|)?(?P<shown>[^\W\d_][^\[\]|\n]{0,200})\]\]",
        reason=None,
    ),
    _form("[http", r"\[https?://[^\s\[\]]{3,300} (?P<shown>[^\[\]\n]{1,200})\]", reason="URL"),
    _form("Users/", r"\[\"Users/[^\"\n]{1,80}\"(?: [^\]\n]{1,80})?\]"),
    _form("Users/", r"(?<![\w/])Users/[A-Z][a-z]+[A-Z]\w*", _END),
    _form("Users/", r"(?<=[.!?)]\s)Users/[A-Z]\w*", _END),
    _form(":", rf"^[^\S\n]*+(?P<core>(?:19|20)\d{{6}} {_CLOCK}(?:\s(?:&nbsp;|nbsp))?)(?=\s)"),
    _form(
        "nbsp",
        rf"^[^\S\n]*+(?P<core>(?:19|20)\d\d-\d\d-\d\d {_CLOCK}\s(?:&nbsp;|nbsp))(?=\s)",
    ),
    _form("(UTC)", rf"{_CLOCK}, \d{{1,2}} {_MONTH} (?:19|20)\d\d \(UTC\)"),
    _form("~~~~", r"(?<![~\n])~{4,5}(?!~)", _END),
    _form(
        "{{",
        r"\{\{\s?[#A-Za-z](?:[^{}]|\{\{[^{}]{0,200}\}\}){0,600}\}\}",
        reason="template",
    ),
    _form(
        "'''",
        r"(?<!')'''(?:'')?(?P<shown>[^\s'](?:[^'\n]|'(?!'')){0,300}?)'''(?:'')?(?!')",
        reason=None,
    ),
    _form(
        "==",
        r"^[^\S\n]*+(?P<rule>={2,6}+)[^\S\n]*+(?P<shown>[^\s=](?:[^=\n]{0,120}[^\s=])?)",
        r"[^\S\n]*+(?P=rule)",
        _END,
        reason=None,
    ),
    _form(
        "[/",
        rf"(?i:\[(?P<tag>{_TAGS})(?:=[^\[\]\n]{{1,200}})?\](?=[\s\S]{{0,300}}?\[/(?P=tag)\])",
        rf"|\[/(?:{_TAGS})\])",
        reason=None,
    ),
    _form("$", r"(?<![\w$])\$(?=[^$\n]{0,200}\\[A-Za-z])[^$\n]{1,200}\$(?![\w$])", reason="math"),
    _form(
        "\\",
        rf"(?<![\w\\:/])\\(?:{_SYMBOLS})(?![A-Za-z\\])(?:\{{[^{{}}\n]{{0,80}}\}}){{0,2}}",
        reason="math",
    ),
    _form(
        "\\",
        r"(?<![\w\\])\\(?:emph|text(?:bf|it|tt|sc)|underline)\{(?P<shown>[^{}\n]{1,200})\}",
        reason=None,
    ),
    _form("\\", r"\\(?:cite[tp]?|ref|eqref|label)\{[^{}\n]{1,120}\}"),
    _form("foo", r"foo(?<![\w/.-]foo)(?:bar)?_\w{1,40}(?![\w/(])", reason="code"),
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")


def residue(text: str) -> Residue:
    """Find mark-up in plain text: what goes, what is read in its place, entities decoded."""
    edits = list(_entities(text))
    outs: list[LeftOut] = []
    for form in _FORMS:
        if form.sign in text:
            for mark in form.pattern.finditer(text):
                edits += _edits(text, mark)
                outs += [LeftOut(_gone(mark), form.reason)] if form.reason else []
    return Residue(sorted(edits, key=lambda edit: (edit[0], -edit[1])), outs)


def _entities(text: str) -> Iterator[Edit]:
    """Yield the entities of HTML as what they stand for."""
    for mark in _ENTITY.finditer(text) if "&" in text else ():
        chars = html.unescape(mark[0])
        if chars != mark[0]:
            yield decoded(*mark.span(), " " if chars.isspace() else chars)


def _edits(text: str, mark: re.Match[str]) -> list[Edit]:
    """Read nothing in the place of what is around words that are shown, else a gap."""
    groups = mark.groupdict()
    if "shown" in groups:
        shown = Span(*mark.span("shown"))
        return [silence(mark.start(), shown.start), silence(shown.end, mark.end())]
    return [silence(*mark.span())] if "tag" in groups else [gap(text, *_gone(mark))]


def _gone(mark: re.Match[str]) -> Span:
    """Give what of a match is no prose: what stands before the words that are shown, or all."""
    groups = mark.groupdict()
    if "shown" in groups:
        return Span(mark.start(), mark.start("shown"))
    return Span(*mark.span("core" if "core" in groups else 0))
