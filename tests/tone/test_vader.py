"""The second engine gives nltk's own figures."""

from __future__ import annotations

import itertools

from tenor.lexicons import rows
from tenor.readers import plain
from tenor.segment import segment
from tenor.tone import vader_score


def nltk_analyzer():
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    analyzer = object.__new__(SentimentIntensityAnalyzer)
    analyzer.lexicon_file = "\n".join(
        f"{row[0]}\t{row[3]}" for row in rows("valence.tsv") if len(row) > 3
    )
    analyzer.lexicon = analyzer.make_lex_dict()
    analyzer.constants = VaderConstants()
    return analyzer


def test_a_thousand_sentences_score_as_nltk_scores_them():
    analyzer = nltk_analyzer()
    words = ["great", "bad", "GREAT", "friend", "kind of dull", "not good", "never so kind", "ok"]
    ends = [".", "!", "!!!", "??", " :)", " but slow.", ", the shit.", " at least."]
    starts = ["It was", "We were not", "VERY", "I think it is", "Why is it least"]
    texts = [" ".join(part) for part in itertools.product(starts, words, words[:4])]
    texts = [text + end for text, end in itertools.product(texts, ends)]
    assert len(texts) > 1000
    for text in texts:
        document = segment("text", text, plain.read(text))
        for sentence, value in zip(document.sentences, vader_score(document), strict=True):
            expected = analyzer.polarity_scores(document.slice(sentence.span))["compound"]
            assert (value.value if value else 0.0) == expected


def test_the_values_are_vaders_own():
    values = {row[0]: row[3] for row in rows("valence.tsv") if len(row) > 3}
    assert len(values) > 7000
    assert (values["good"], values["horrible"]) == ("1.9", "-2.5")
