#!/usr/bin/env python3
"""Fits the weights of CountryJudge by logistic regression and prints them.

fit_countries.py [--at THRESHOLD] FEATURES.tsv:WEIGHT...

Each file is what `sitrep-extraction-eval --features country FILE.jsonl` prints: report, country, 1 or 0 for the
label, features; none for a labelled country that the report does not name. The rows of a file count as
much as its WEIGHT says, so that small collections are heard beside large ones.

Scores are printed for each file twice: as fitted, and cross-validated, where each report is judged by
weights that were fitted without it. Takes some minutes.
"""
import argparse

from logistic import FOLDS, fold_of, probability

RIDGE = 2.0
ROUNDS = 8


def read(path, weight):
    rows = []
    for line in open(path, encoding="utf-8"):
        report, _, label, *features = line.rstrip("\n").split("\t")
        rows.append((fold_of(report), int(label), [float(f) for f in features], weight))
    return rows


def solve(matrix, right):
    """Gauss-Jordan elimination with row exchange."""
    size = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r == i or rows[r][i] == 0:
                continue
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def chance(weights, features):
    """That a country is one of the labels; 0 if the report does not name it."""
    return probability(sum(w * f for w, f in zip(weights, features))) if features else 0.0


def fit(rows):
    """Newton's method on the likelihood with a ridge penalty."""
    rows = [row for row in rows if row[2]]
    size = len(rows[0][2])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-RIDGE * w for w in weights]
        hessian = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for _, label, features, weight in rows:
            p = chance(weights, features)
            present = [(i, f) for i, f in enumerate(features) if f]
            for at, (i, f) in enumerate(present):
                gradient[i] += weight * (label - p) * f
                factor = weight * p * (1 - p) * f
                row = hessian[i]
                for j, g in present[at:]:
                    row[j] += factor * g
        for i in range(size):
            for j in range(i):
                hessian[i][j] = hessian[j][i]
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def scores(rows, weights_of_fold, threshold):
    taken = [label for fold, label, features, _ in rows
             if chance(weights_of_fold[fold], features) >= threshold]
    precision = sum(taken) / max(1, len(taken))
    recall = sum(taken) / max(1, sum(row[1] for row in rows))
    return f"precision {precision:.3f}, recall {recall:.3f}, " \
           f"F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--at", type=float, default=0.39)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    files = []
    for argument in options.files:
        path, weight = argument.rsplit(":", 1)
        files.append((path, read(path, float(weight))))
    rows = [row for _, of_file in files for row in of_file]
    weights = fit(rows)
    held_out = [fit([row for row in rows if row[0] != fold]) for fold in range(FOLDS)]
    for path, of_file in files:
        print(f"{path}: {scores(of_file, [weights] * FOLDS, options.at)}; "
              f"cross-validated: {scores(of_file, held_out, options.at)}")
    print(", ".join(f"{w:.3f}" for w in weights))


if __name__ == "__main__":
    main()
