"""MB/s on a megabyte of real, varied prose, against nltk's own pipeline on the same text.

    python tests/speed/prose.py [FOLDER with keyphrases/*.jsonl]

nltk's pipeline is Punkt, NLTKWordTokenizer and SentimentIntensityAnalyzer, with the tables that
tenor packages. CPU time, best of three; growth is four times the text against one.
"""

import json
import sys
import time
from pathlib import Path

import tenor
from tenor.readers import plain

DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data"
ROUNDS = 3


def prose(folder, size):
    """Join the texts of the keyphrase sets into so many characters."""
    texts = [
        json.loads(line)["text"]
        for name in ("inspec-train", "500n-even", "theses100")
        for line in (folder / "keyphrases" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    joined = "\n\n".join(texts)
    return joined[: joined.rindex("\n\n", 0, size)]


def seconds(work, text):
    """Give the least CPU seconds of a few rounds."""
    took = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(text)
        took.append(time.process_time() - start)
    return min(took)


def tone_and_style(text):
    analysis = tenor.analyze(text)
    return analysis.valence, analysis.values, analysis.sentences


def everything(text):
    analysis = tenor.analyze(text)
    return analysis.valence, analysis.values, analysis.themes, analysis.keyphrases


def nltk_pipeline():
    """Build nltk's own pipeline, fed from the packaged tables."""
    from nltk.tokenize import NLTKWordTokenizer

    from tenor.segment import punkt
    from tenor.tone import vader

    splitter, words, analyzer = punkt(), NLTKWordTokenizer(), vader.analyzer()

    def run(text):
        for block in plain.read(text).blocks:
            for sentence in splitter.tokenize(text[slice(*block.span)]):
                words.tokenize(sentence)
                analyzer.polarity_scores(sentence)

    return run


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    if not (folder / "keyphrases").is_dir():
        print(f"{folder}: no keyphrases/ here; give the folder that holds it")
        return
    text = prose(folder, 1_000_000)
    pipeline = nltk_pipeline()
    for work in (tone_and_style, everything, pipeline):  # load every table first
        work("It was a good day, and Dr. Smith was happy. But then it rained!")
    rates = {}
    for name, work in (("nltk", pipeline), ("tone", tone_and_style), ("everything", everything)):
        rates[name] = len(text) / 1e6 / seconds(work, text)
        print(f"{rates[name]:6.2f} MB/s  {rates[name] / rates['nltk']:5.2f} x  {name}")
    quarter = prose(folder, len(text) // 4)
    growth = seconds(everything, text) / seconds(everything, quarter) * 4 * len(quarter) / len(text)
    print(f"4 x the text takes {growth:.2f} x the time (goal 4.3)")


if __name__ == "__main__":
    main()
