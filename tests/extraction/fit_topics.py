#!/usr/bin/env python3
"""Fits the weights of TopicJudge by logistic regression and prints indexer/enrich/topics/topic_weights.tsv.

fit_topics.py [--check] FEATURES.jsonl[:WEIGHT]...

Each file is what `sitrep-extraction-eval --features topic FILE.jsonl` prints. The reports of a file count as
much as its WEIGHT says. One function is fitted for each topic, by coordinate descent with Newton steps
(Fan et al. 2008, LIBLINEAR). Words are scaled by their inverse document frequency (Sparck Jones 1972), so that the
ridge penalty lets rare ones say more. All languages share the weights for phrases of topics; words have weights
in their own. `--check` prints precision, recall and F1 by five-fold cross-validation instead.
"""
import collections
import functools
import json
import math
import multiprocessing
import sys

from logistic import FOLDS, fold_of, probability

RIDGE = {"=": 0.001, "~": 0.8, "word": 2.5}
PASSES = 60  # at most
SMALL_STEP = 2e-4  # smaller ones are not made; a pass without any is the last
NEVER = -20.0  # log-odds of a topic without examples
FEWEST_REPORTS = 2  # that a word must stand in
MOST_REPORTS = 0.2  # of a language: more frequent words say little, and cost time in every report
USUAL_RARITY = 4  # inverse document frequency at which the ridge of words is meant
LEAST_WEIGHT = 0.1  # words that say less to every topic are left out
THRESHOLDS = (0.20, 0.22, 0.24, 0.26, 0.30)

HEADER = """\
# How much words and the phrases of topics.toml speak for each topic: coefficients of logistic functions,
# fitted by tests/extraction/fit_topics.py and not edited by hand. After the line of topic ids, columns
# separated by tabs:
#   language  - for all
#   what      = the start, ~ and an id the phrases of that topic, else a stemmed word
#   weights   for each topic, in hundredths of log-odds"""


def read(argument):
    path, _, weight = argument.partition(":")
    for line in open(path, encoding="utf-8"):
        report = json.loads(line)
        report["weight"] = float(weight or 1)
        report["features"] = {"=": 1.0} | {
            f if f[0] == "~" else f"{report['language']}\t{f}": x
            for f, x in report["features"].items()}
        yield report


def kind_of(feature):
    return feature[0] if feature[0] in "=~" else "word"


def is_telling(feature, places, in_language):
    """Numbers, and words that are too rare or too frequent, say something of single reports only, or nothing."""
    if kind_of(feature) != "word":
        return True
    language, _, word = feature.partition("\t")
    most = max(20, MOST_REPORTS * in_language[language])
    return FEWEST_REPORTS <= len(places) < most and not any(c.isdigit() for c in word)


def columns_of(reports):
    """The places of each feature: lists of (report, value); and what the values of words were multiplied by."""
    columns = collections.defaultdict(list)
    for i, report in enumerate(reports):
        for feature, value in report["features"].items():
            columns[feature].append((i, value))
    in_language = collections.Counter(report["language"] for report in reports)
    kept = {}
    rarity = {}
    for feature, places in columns.items():
        if not is_telling(feature, places, in_language):
            continue
        rarity[feature] = 1.0
        if kind_of(feature) == "word":
            rarity[feature] = math.log(len(reports) / (1 + len(places))) / USUAL_RARITY
        kept[feature] = [(i, value * rarity[feature]) for i, value in places]
    return kept, rarity


def fit_topic(reports, columns, topic):
    labels = [1.0 if topic in report["topics"] else 0.0 for report in reports]
    if sum(labels) < FEWEST_REPORTS:
        return {"=": NEVER}
    counts = [report["weight"] for report in reports]
    log_odds = [0.0] * len(reports)
    chances = [0.5] * len(reports)
    weights = dict.fromkeys(columns, 0.0)
    for _ in range(PASSES):
        has_moved = False
        for feature, places in columns.items():
            ridge = RIDGE[kind_of(feature)]
            slope = ridge * weights[feature]
            curve = ridge
            for i, x in places:
                p = chances[i]
                slope += counts[i] * (p - labels[i]) * x
                curve += counts[i] * p * (1 - p) * x * x
            step = max(-2.0, min(2.0, -slope / curve))
            if abs(step) < SMALL_STEP:
                continue
            has_moved = True
            weights[feature] += step
            for i, x in places:
                log_odds[i] += step * x
                chances[i] = probability(log_odds[i])
        if not has_moved:
            break
    return weights


def fit(reports, topics):
    columns, rarity = columns_of(reports)
    with multiprocessing.Pool() as pool:
        models = pool.map(functools.partial(fit_topic, reports, columns), topics, chunksize=4)
    return {topic: {feature: weight * rarity[feature] for feature, weight in weights.items()}
            for topic, weights in zip(topics, models)}


def is_worth_keeping(model, feature):
    return kind_of(feature) != "word" or max(
        abs(weights.get(feature, 0.0)) for weights in model.values()) >= LEAST_WEIGHT


def log_odds_of(weights, report):
    return sum(weights.get(f, 0.0) * x for f, x in report["features"].items())


def print_scores(predictions):
    """`predictions`: (labels, {topic: probability}) of each report."""
    for threshold in THRESHOLDS:
        right = wrong = missed = 0
        for labels, chances in predictions:
            taken = {topic for topic, p in chances.items() if p >= threshold}
            right += len(taken & labels)
            wrong += len(taken - labels)
            missed += len(labels - taken)
        print(f"from {threshold:.2f}: precision {right / max(1, right + wrong):.3f}, recall "
              f"{right / max(1, right + missed):.3f}, F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}")


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
