"""The drift and the mood of a text: its themes and its tone, each number traced to its words.

    >>> import tenor
    >>> analysis = tenor.analyze("The plan was good. Then it rained, and we were miserable.")
    >>> [(one.text, one.valence.value > 0) for one in analysis.sentences]
    [('The plan was good.', True), ('Then it rained, and we were miserable.', False)]
    >>> [(one.word, one.base) for one in analysis.sentences[1].valence.evidence]
    [('rained', -0.47), ('miserable', -2.94)]

Everything here is a pure function of its arguments and the files it is told to read, safe to call
from many processes. What is named in `__all__` is loaded on first use, so that importing the
package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # from typing it would take as long as all else until signals are minded
if TYPE_CHECKING:
    from tenor.analysis import (
        MEASURES,
        Analysis,
        SectionTone,
    )
    from tenor.api import (
        FindingsForm,
        ReportForm,
        analyze,
        check,
        check_files,
        find_texts,
        format_findings,
        format_report,
        load_settings,
        read,
        report_files,
    )
    from tenor.checks import (
        CHECKS,
    )
    from tenor.checks.presets import (
        PresetName,
    )
    from tenor.config import (
        Settings,
    )
    from tenor.config.checking import (
        CheckSettings,
    )
    from tenor.document import (
        Block,
        Document,
        LeftOut,
        Position,
        Section,
        Sentence,
        Span,
        Token,
    )
    from tenor.engines import (
        ENGINES,
        Engine,
    )
    from tenor.errors import (
        ConfigError,
        DecodingWarning,
        Failure,
        InputError,
        TenorError,
        UsageError,
    )
    from tenor.findings.check import (
        Check,
        FailOn,
        Option,
        Options,
        Problem,
        Rule,
        Severity,
    )
    from tenor.findings.finding import (
        Finding,
        Line,
        Place,
        Run,
        Trace,
    )
    from tenor.findings.subject import (
        Subject,
    )
    from tenor.language import (
        LanguageShare,
    )
    from tenor.measure import (
        Evidence,
        Factor,
        Measure,
        Value,
    )
    from tenor.readers import (
        KINDS,
        Kind,
    )
    from tenor.style import (
        Counts,
        SentenceCounts,
        Tally,
    )
    from tenor.summary import (
        Summaries,
        Summary,
        summarize,
    )
    from tenor.themes import (
        Category,
        Gist,
        Keyphrase,
        Name,
        Theme,
        TopicSection,
        WeightFactor,
    )
    from tenor.tone import (
        NEUTRAL_BAND,
        Arc,
        Column,
        Feeling,
        Interval,
        Lean,
        Passage,
        Passages,
        SentenceTone,
        Shares,
        TurningPoint,
    )
    from tenor.verdict import (
        About,
        Pole,
        Short,
        Silence,
        Spread,
        Statement,
        Turn,
        Whole,
    )

__version__ = "0.1.0"
__all__ = [
    "CHECKS",
    "ENGINES",
    "KINDS",
    "MEASURES",
    "NEUTRAL_BAND",
    "About",
    "Analysis",
    "Arc",
    "Block",
    "Category",
    "Check",
    "CheckSettings",
    "Column",
    "ConfigError",
    "Counts",
    "DecodingWarning",
    "Document",
    "Engine",
    "Evidence",
    "Factor",
    "FailOn",
    "Failure",
    "Feeling",
    "Finding",
    "FindingsForm",
    "Gist",
    "InputError",
    "Interval",
    "Keyphrase",
    "Kind",
    "LanguageShare",
    "Lean",
    "LeftOut",
    "Line",
    "Measure",
    "Name",
    "Option",
    "Options",
    "Passage",
    "Passages",
    "Place",
    "Pole",
    "Position",
    "PresetName",
    "Problem",
    "ReportForm",
    "Rule",
    "Run",
    "Section",
    "SectionTone",
    "Sentence",
    "SentenceCounts",
    "SentenceTone",
    "Settings",
    "Severity",
    "Shares",
    "Short",
    "Silence",
    "Span",
    "Spread",
    "Statement",
    "Subject",
    "Summaries",
    "Summary",
    "Tally",
    "TenorError",
    "Theme",
    "Token",
    "TopicSection",
    "Trace",
    "Turn",
    "TurningPoint",
    "UsageError",
    "Value",
    "WeightFactor",
    "Whole",
    "__version__",
    "analyze",
    "check",
    "check_files",
    "find_texts",
    "format_findings",
    "format_report",
    "load_settings",
    "read",
    "report_files",
    "summarize",
]

_HOMES = {
    "tenor.analysis": ("MEASURES", "Analysis", "SectionTone"),
    "tenor.api": (
        "FindingsForm",
        "ReportForm",
        "analyze",
        "check",
        "check_files",
        "find_texts",
        "format_findings",
        "format_report",
        "load_settings",
        "read",
        "report_files",
    ),
    "tenor.checks": ("CHECKS",),
    "tenor.checks.presets": ("PresetName",),
    "tenor.config": ("Settings",),
    "tenor.config.checking": ("CheckSettings",),
    "tenor.document": (
        "Block",
        "Document",
        "LeftOut",
        "Position",
        "Section",
        "Sentence",
        "Span",
        "Token",
    ),
    "tenor.engines": ("ENGINES", "Engine"),
    "tenor.errors": (
        "ConfigError",
        "DecodingWarning",
        "Failure",
        "InputError",
        "TenorError",
        "UsageError",
    ),
    "tenor.findings.check": ("Check", "FailOn", "Option", "Options", "Problem", "Rule", "Severity"),
    "tenor.findings.finding": ("Finding", "Line", "Place", "Run", "Trace"),
    "tenor.findings.subject": ("Subject",),
    "tenor.language": ("LanguageShare",),
    "tenor.measure": ("Evidence", "Factor", "Measure", "Value"),
    "tenor.readers": ("KINDS", "Kind"),
    "tenor.style": ("Counts", "SentenceCounts", "Tally"),
    "tenor.summary": ("Summaries", "Summary", "summarize"),
    "tenor.themes": (
        "Category",
        "Gist",
        "Keyphrase",
        "Name",
        "Theme",
        "TopicSection",
        "WeightFactor",
    ),
    "tenor.tone": (
        "NEUTRAL_BAND",
        "Arc",
        "Column",
        "Feeling",
        "Interval",
        "Lean",
        "Passage",
        "Passages",
        "SentenceTone",
        "Shares",
        "TurningPoint",
    ),
    "tenor.verdict": (
        "About",
        "Pole",
        "Short",
        "Silence",
        "Spread",
        "Statement",
        "Turn",
        "Whole",
    ),
}

if not TYPE_CHECKING:  # so that type checkers know the names in __all__ and no other

    def __getattr__(name: str) -> object:
        """Load a public name from where it lives."""
        from importlib import import_module

        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module 'tenor' has no attribute {name!r}")
        return getattr(import_module(home), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
