#!/usr/bin/env python3
"""Fits the weights of CountryJudge by logistic regression and prints indexer/enrich/countries/country_weights.hpp.

fit_countries.py [--check] FEATURES.tsv:WEIGHT...

Each file is what `sitrep-extraction-eval --features country FILE.jsonl` prints: report, country, 1 or 0 for the
label, the manners of writing, features; none for a labelled country that the report does not name. Each feature has a
weight for each manner. The rows of a file count as much as its WEIGHT says, so that small collections are heard
beside large ones.

`--check` prints scores of each file instead, cross-validated: each report is judged by weights that were fitted
without it.
"""
import argparse
import multiprocessing
import typing

from logistic import FOLDS, Examples, fold_of, probability, score_line

RIDGE = 1.0
MANNERS = 3
# As in country_judge.cpp.
IN_DISPATCH = 0.48
IN_ARTICLE = 0.30

HEADER = """\
#pragma once

#include <array>
#include <cstddef>

namespace sitrep::indexer {{

inline constexpr std::size_t kCountryFeatures = {features};
inline constexpr std::size_t kManners = {manners};

/// The weights of `CountryJudge`, in log-odds: for each feature those of each manner of writing.
/// Printed by tests/extraction/fit_countries.py; docs/extraction.md says on which reports.
inline constexpr std::array<std::array<double, kManners>, kCountryFeatures> kCountryWeights{{{{"""

FOOTER = """\
}};

}  // namespace sitrep::indexer"""


class Row(typing.NamedTuple):
    fold: int
    label: int
    present: list  # (number, value) of each product of a feature and a manner that is not 0
    size: int  # how many products there are
    article: float  # how much the report is a long article, 0 to 1
    weight: float


def read(path, weight):
    rows = []
    for line in open(path, encoding="utf-8"):
        report, _, label, *values = line.rstrip("\n").split("\t")
        manners, features = values[:MANNERS], values[MANNERS:]
        products = [float(f) * float(m) for f in features for m in manners]
        present = [(i, x) for i, x in enumerate(products) if x]
        article = float(manners[1]) if manners else 0.0
        rows.append(Row(fold_of(report), int(label), present, len(products), article, weight))
    return rows


def chance(weights, present):
    """That a country is one of the labels; 0 if the report does not name it."""
    return probability(sum(weights[i] * x for i, x in present)) if present else 0.0


def fit(rows):
    rows = [row for row in rows if row.present]
    columns = {i: [] for i in range(rows[0].size)}
    for number, row in enumerate(rows):
        for i, x in row.present:
            columns[i].append((number, x))
    examples = Examples(columns, len(rows), lambda _: RIDGE)
    weights = examples.fit([row.label for row in rows], [row.weight for row in rows])
    return [weights[i] for i in range(rows[0].size)]


def enough(article):
    """The probability from which CountryJudge takes a country, by how much a report is a long article."""
    return IN_DISPATCH + (IN_ARTICLE - IN_DISPATCH) * article


def scores(rows, weights_of_fold):
    taken = [row.label for row in rows
             if chance(weights_of_fold[row.fold], row.present) >= enough(row.article)]
    return score_line(sum(taken), len(taken), sum(row.label for row in rows))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    files = []
    for argument in options.files:
        path, weight = argument.rsplit(":", 1)
        files.append((path, read(path, float(weight))))
    rows = [row for _, of_file in files for row in of_file]
    if options.check:
        with multiprocessing.Pool() as pool:
            held_out = pool.map(fit, [[row for row in rows if row.fold != fold] for fold in range(FOLDS)])
        for path, of_file in files:
            print(f"{path}: {scores(of_file, held_out)}")
        return
    weights = fit(rows)
    print(HEADER.format(features=len(weights) // MANNERS, manners=MANNERS))
    for i in range(0, len(weights), MANNERS):
        print("    {" + ", ".join(f"{w:.3f}" for w in weights[i:i + MANNERS]) + "},")
    print(FOOTER)


if __name__ == "__main__":
    main()
