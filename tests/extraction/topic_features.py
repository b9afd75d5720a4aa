"""What `sitrep-extraction-eval --features topic FILE.jsonl` prints, for the scripts that learn from it.

A feature is the start (`=`), the phrases of a topic (`~` and its id), a country or an actor (`@` and its code or
id), or a word, which is one of its language.
"""
import collections
import json
import math

FEWEST_REPORTS = 2  # that a name or a word must stand in


def read(argument):
    """The reports of FEATURES.jsonl[:WEIGHT]."""
    path, _, weight = argument.partition(":")
    for line in open(path, encoding="utf-8"):
        report = json.loads(line)
        report["weight"] = float(weight or 1)
        report["features"] = {"=": 1.0} | {
            f if f[0] in "~@" else f"{report['language']}\t{f}": x
            for f, x in report["features"].items()}
        yield report


def kind_of(feature):
    return feature[0] if feature[0] in "=~@" else "word"


def rarity(count, reports):
    """The inverse document frequency (Sparck Jones 1972) of what stands in `count` of so many reports."""
    return math.log(reports / (1 + count))


class Frequencies:
    """How many reports have each feature."""

    def __init__(self, reports):
        self.reports = len(reports)
        self.of = collections.Counter(f for report in reports for f in report["features"])
        self.in_language = collections.Counter(report["language"] for report in reports)

    def is_telling(self, feature, most):
        """Numbers, and words that are too rare or in more than the share `most` of the reports of their language,
        say something of single reports only, or nothing."""
        kind = kind_of(feature)
        if kind in "=~":
            return True
        if self.of[feature] < FEWEST_REPORTS:
            return False
        language, _, word = feature.partition("\t")
        return kind == "@" or (self.of[feature] < max(20, most * self.in_language[language])
                               and not any(c.isdigit() for c in word))

    def rarity(self, feature):
        return rarity(self.of[feature], self.reports)
