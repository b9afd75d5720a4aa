#!/usr/bin/env python3
"""Fits the weights of TopicJudge by logistic regression and prints indexer/enrich/topics/topic_weights.tsv.

fit_topics.py [--check] FEATURES.jsonl[:WEIGHT]...

Each file is what `sitrep-extraction-eval --features topic FILE.jsonl` prints. The reports of a file count as
much as its WEIGHT says. One function is fitted for each topic. Words and names are scaled by their inverse document frequency (Sparck Jones 1972), so that the
ridge penalty lets rare ones say more. All languages share the weights for phrases of topics and for names; words
have weights in their own. `--check` prints precision, recall and F1 by five-fold cross-validation instead, without what reports that
are alike add.
"""
import collections
import functools
import multiprocessing
import sys

from logistic import FOLDS, Examples, fold_of, probability, score_line
from topic_features import Frequencies, kind_of, read

RIDGE = {"=": 0.001, "~": 0.8, "@": 1.1, "word": 2.5}
NEVER = -20.0  # log-odds of a topic without examples
FEWEST_EXAMPLES = 2  # of a topic
MOST_REPORTS = 0.2  # of a language: more frequent words say little, and cost time in every report
USUAL_RARITY = 4  # inverse document frequency at which the ridge of words and names is meant
LEAST_WEIGHT = 0.1  # words and names that say less to every topic are left out
THRESHOLDS = (0.20, 0.24, 0.28, 0.30, 0.34)

HEADER = """\
# How much words and the phrases of topics.toml speak for each topic: coefficients of logistic functions,
# fitted by tests/extraction/fit_topics.py and not edited by hand. After the line of topic ids, columns
# separated by tabs:
#   language  - for all
#   what      = the start, ~ and an id the phrases of that topic, @ and a code or an id a country or an actor,
#             else a stemmed word
#   weights   for each topic, in hundredths of log-odds"""


def columns_of(reports):
    """The places of each feature: lists of (report, value); and what the values were multiplied by."""
    frequencies = Frequencies(reports)
    columns = collections.defaultdict(list)
    rarity = {}
    for i, report in enumerate(reports):
        for feature, value in report["features"].items():
            if feature not in rarity:
                if not frequencies.is_telling(feature, MOST_REPORTS):
                    continue
                is_scaled = kind_of(feature) in ("@", "word")
                rarity[feature] = frequencies.rarity(feature) / USUAL_RARITY if is_scaled else 1.0
            columns[feature].append((i, value * rarity[feature]))
    return columns, rarity


def fit_topic(reports, examples, topic):
    labels = [topic in report["topics"] for report in reports]
    if sum(labels) < FEWEST_EXAMPLES:
        return {"=": NEVER}
    return examples.fit(labels, [report["weight"] for report in reports])


def fit(reports, topics):
    columns, rarity = columns_of(reports)
    examples = Examples(columns, len(reports), lambda feature: RIDGE[kind_of(feature)])
    with multiprocessing.Pool() as pool:
        models = pool.map(functools.partial(fit_topic, reports, examples), topics, chunksize=4)
    return {topic: {feature: weight * rarity[feature] for feature, weight in weights.items()}
            for topic, weights in zip(topics, models)}


def is_worth_keeping(model, feature):
    return kind_of(feature) in "=~" or max(
        abs(weights.get(feature, 0.0)) for weights in model.values()) >= LEAST_WEIGHT


def log_odds_of(weights, report):
    return sum(weights.get(f, 0.0) * x for f, x in report["features"].items())


def print_scores(predictions):
    """`predictions`: (labels, {topic: probability}) of each report."""
    for threshold in THRESHOLDS:
        right = found = labelled = 0
        for labels, chances in predictions:
            taken = {topic for topic, p in chances.items() if p >= threshold}
            right += len(taken & labels)
            found += len(taken)
            labelled += len(labels)
        print(f"from {threshold:.2f}: {score_line(right, found, labelled)}")


def check(reports, topics):
    fold = [fold_of(report["id"]) for report in reports]
    predictions = []
    for k in range(FOLDS):
        model = fit([report for report, f in zip(reports, fold) if f != k], topics)
        for report, f in zip(reports, fold):
            if f == k:
                predictions.append((set(report["topics"]), {
                    topic: probability(log_odds_of(model[topic], report)) for topic in topics}))
    print_scores(predictions)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    if not arguments:
        sys.exit(__doc__.strip())
    reports = [report for argument in arguments for report in read(argument)]
    topics = sorted({topic for report in reports for topic in report["topics"]})
    if "--check" in sys.argv:
        check(reports, topics)
        return
    model = fit(reports, topics)
    print(HEADER)
    print("topics\t\t" + " ".join(topics))
    for feature in sorted({f for weights in model.values() for f in weights}):
        if not is_worth_keeping(model, feature):
            continue
        language, _, what = feature.rpartition("\t")
        row = " ".join(str(round(100 * model[topic].get(feature, 0.0))) for topic in topics)
        print(f"{language or '-'}\t{what}\t{row}")


if __name__ == "__main__":
    main()
