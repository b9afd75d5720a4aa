#!/usr/bin/env python3
"""Prints indexer/enrich/examples/report_examples.tsv: labelled reports as AlikeFinder compares texts with them.

report_examples.py FEATURES.jsonl...

Each file is what `sitrep-extraction-eval --features topic FILE.jsonl` prints. A report is a vector of unit length. A
text is compared by the sum, over the features that both have, of its own value times what stands here, which is
proportional to the cosine.
"""
import math
import sys

from topic_features import Frequencies, kind_of, read

MOST_WORDS = 0.02  # more frequent words cost time and say little of what a report is like
MOST_PHRASES = 0.12  # likewise of all reports, for phrases of a topic
ONE = 1000  # the weight of a feature with the value 1 in a report that has no other

HEADER = """\
# Labelled reports that texts are compared with, printed by tests/extraction/report_examples.py and not edited by hand.
# Columns, separated by tabs:
#   group     reports by one hand have the same
#   language  of the words
#   topics    of the report
#   countries likewise; ? if they are not labelled
#   governments  of which countries they act
#   forces       likewise the armed forces
#   features  ~ and an id the phrases of a topic, @ and an id an actor, else a stemmed
#             word; behind = what it adds to the likeness of a text that has it, in thousandths"""


def scale_of(feature, frequencies):
    """How much a feature counts; 0 if it does not."""
    kind = kind_of(feature)
    rarity = frequencies.rarity(feature)
    if kind == "=" or not frequencies.is_telling(feature, MOST_WORDS):
        return 0.0
    if kind == "~":
        return rarity * 0.45 if frequencies.of[feature] <= MOST_PHRASES * frequencies.reports else 0.0
    if kind == "@":
        return rarity * 0.5
    return rarity * 0.25


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    reports = [report for argument in sys.argv[1:] for report in read(argument)]
    for report in reports:
        # Countries are not yet known when texts are compared, nor bodies that the text does not name.
        report["features"] = {f: x for f, x in report["features"].items() if kind_of(f) != "@"} | {
            "@" + actor: 1.0 for actor in report.get("named", [])}
    frequencies = Frequencies(reports)
    scales = {feature: scale_of(feature, frequencies) for feature in frequencies.of}
    print(HEADER)
    for report in reports:
        values = {f: x * scales[f] for f, x in report["features"].items() if scales[f] > 0}
        length = math.sqrt(sum(x * x for x in values.values()))
        if length == 0:
            continue
        weights = {f: round(ONE * x / length * scales[f]) for f, x in values.items()}
        countries = " ".join(sorted(report["countries"])) if "countries" in report else "?"
        acting = (" ".join(sorted(report.get(kind, []))) for kind in ("governments", "forces"))
        print(report["group"], report["language"], " ".join(sorted(report["topics"])), countries, *acting, " ".join(
            f"{f.rpartition(chr(9))[2]}={weights[f]}" for f in sorted(weights) if weights[f] > 0), sep="\t")


if __name__ == "__main__":
    main()
