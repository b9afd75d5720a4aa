#!/usr/bin/env python3
"""Fits the weights of ContextJudge by logistic regression and prints indexer/enrich/contexts/context_weights.tsv.

fit_contexts.py FEATURES.jsonl... --press FEATURES.jsonl:WEIGHT...
fit_contexts.py FEATURES.jsonl... --check

Each file is what `sitrep-extraction-eval --features context FILE.jsonl` prints: for each country that a report
mentions, whether the report is about it and whether its government and its armed forces act; what is known of it, as
numbers; and the words around it, by what they are to it. One function is fitted for each of the three, from the first
files. A fourth tells by the words of a report whether it is one of the others, which are articles of newspapers and
agencies; those of a file count as much as its WEIGHT says. As there are no shorter ones among them, it tells length, too.

`--check` prints F1 of the three by five-fold cross-validation instead, each country judged by weights that were fitted
without the reports of the same hand; countries that a report does not name do not count.
"""
import argparse
import collections
import functools
import json
import multiprocessing
import typing

from logistic import FOLDS, Examples, fold_of, probability, score_line

TARGETS = 3  # of countries
FEWEST_PRESS = 20  # reports with a word
# The penalty of a weight, by the kind of feature. A word anywhere in the report says less than one beside a country.
RIDGE = {"fact": 4, "country": 16, "report": 120}
RIDGE_OF_WORDS = 16
FEWEST = 4  # reports with a feature
LEAST_WEIGHT = 0.03  # words and countries that say less to every target are left out
THRESHOLDS = (0.27, 0.30, 0.33, 0.36, 0.42, 0.48, 0.54)
ONLY_FOR_STATES = ("unnamed-government", "unnamed-forces")  # found when the countries of a report are known

HEADER = """\
# How much the words around what means a country, and what else is known of it, speak for three things: that a
# report is about the country, that its government acts, and that its armed forces act; and how much the words of a
# report speak for an article of the press. Coefficients of logistic functions, fitted by
# tests/extraction/fit_contexts.py and not edited by hand. Columns, separated by tabs:
#   kind      fact, country, or what the word is to the country: how the country is named and where the word stands
#             beside that, in a sentence with it, or anywhere in the report
#   what      a fact, a code, or a stemmed word; . where a sentence begins or ends
#   weights   for each of the four, in hundredths of log-odds"""


def kind_of(feature):
    return feature.partition("\t")[0]


def ridge_of(feature):
    return RIDGE.get(kind_of(feature), RIDGE_OF_WORDS)


def is_number(feature):
    """Numbers say something of single reports only."""
    kind, _, what = feature.partition("\t")
    return kind not in ("fact", "country") and any(c.isdigit() for c in what)


class Country(typing.NamedTuple):
    report: str
    group: str  # of reports by one hand
    labels: list  # 1 or 0 by target; none of the press
    features: dict  # values


def read(path):
    for line in open(path, encoding="utf-8"):
        country = json.loads(line)
        features = {"fact\tstart": 1.0}
        features.update((f"fact\t{fact}", value) for fact, value in country["facts"].items())
        features[f"country\t{country['code']}"] = 1.0
        features.update(dict.fromkeys(country["words"], 1.0))
        yield Country(country["id"], country["group"], country.get("labels"), features)


def columns_of(countries):
    reports = collections.defaultdict(set)  # that have a feature
    for country in countries:
        for feature in country.features:
            reports[feature].add(country.report)
    columns = collections.defaultdict(list)
    for i, country in enumerate(countries):
        for feature, value in country.features.items():
            if len(reports[feature]) >= FEWEST and not is_number(feature):
                columns[feature].append((i, value))
    return columns


def fit(countries, examples, target):
    labels = [country.labels[target] for country in countries]
    left_out = ONLY_FOR_STATES if target == 0 else ()
    return examples.fit(labels, [1.0] * len(labels), lambda feature: feature.partition("\t")[2] in left_out)


def fit_all(countries):
    examples = Examples(columns_of(countries), len(countries), ridge_of)
    return [fit(countries, examples, target) for target in range(TARGETS)]


def check(countries):
    folds = [[c for c in countries if fold_of(c.group) != fold] for fold in range(FOLDS)]
    with multiprocessing.Pool() as pool:
        models = pool.map(fit_all, folds, chunksize=1)
    for target, name in enumerate(("about", "government", "armed forces")):
        judged = []
        for country in countries:
            weights = models[fold_of(country.group)][target]
            log_odds = sum(weights.get(f, 0.0) * x for f, x in country.features.items())
            judged.append((probability(log_odds), country.labels[target]))
        for threshold in THRESHOLDS:
            right = sum(label for p, label in judged if p >= threshold)
            taken = sum(p >= threshold for p, _ in judged)
            labelled = sum(label for _, label in judged)
            print(f"{name}, from {threshold:.2f}: {score_line(right, taken, labelled)}")


def fit_press(countries, press):
    """`press`: (weight, countries) of each file of the press."""
    reports = {}  # by id: label, weight, words
    for label, weight, of_file in [(0.0, 1.0, countries)] + [(1.0, weight, of_file) for weight, of_file in press]:
        for country in of_file:
            words = [f for f in country.features if kind_of(f) == "report"]
            reports.setdefault(country.report, (label, weight, words))
    columns = collections.defaultdict(list)
    for i, (_, _, words) in enumerate(reports.values()):
        for feature in words + ["fact\tstart"]:
            columns[feature].append((i, 1.0))
    columns = {f: places for f, places in columns.items() if len(places) >= FEWEST_PRESS and not is_number(f)}
    return Examples(columns, len(reports), ridge_of).fit([label for label, _, _ in reports.values()],
                                                         [weight for _, weight, _ in reports.values()])


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--press", nargs="+", default=[])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    countries = [country for path in options.files for country in read(path)]
    if options.check:
        check(countries)
        return
    press = []
    for argument in options.press:
        path, weight = argument.rsplit(":", 1)
        press.append((float(weight), list(read(path))))
    examples = Examples(columns_of(countries), len(countries), ridge_of)
    with multiprocessing.Pool() as pool:
        models = pool.map(functools.partial(fit, countries, examples), range(TARGETS), chunksize=1)
    models.append(fit_press(countries, press))
    print(HEADER)
    for feature in sorted(set().union(*models)):
        weights = [model.get(feature, 0.0) for model in models]
        if kind_of(feature) == "fact" or max(map(abs, weights)) >= LEAST_WEIGHT:
            print(feature + "\t" + " ".join(str(round(100 * weight)) for weight in weights))


if __name__ == "__main__":
    main()
