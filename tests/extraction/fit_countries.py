#!/usr/bin/env python3
"""Fits the weights of CountryJudge by logistic regression and prints them.

fit_countries.py FEATURES.tsv:WEIGHT...

Each file is what `sitrep-extraction-eval --features FILE.jsonl` prints: report, country, 1 or 0 for the
label, features. The rows of a file count as much as its WEIGHT says, so that small collections are heard
beside large ones. Half of the reports are held out first, and their precision and recall printed.
"""
import math
import sys
import zlib

RIDGE = 2.0
ROUNDS = 12
THRESHOLDS = (0.30, 0.36, 0.42, 0.50)


def read(argument):
    path, weight = argument.rsplit(":", 1)
    for line in open(path, encoding="utf-8"):
        report, _, label, *features = line.rstrip("\n").split("\t")
        yield report, int(label), [float(f) for f in features], float(weight)


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


def probability(weights, features):
    total = sum(w * f for w, f in zip(weights, features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit(rows):
    """Newton's method on the likelihood with a ridge penalty."""
    size = len(rows[0][2])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-RIDGE * w for w in weights]
        hessian = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for _, label, features, weight in rows:
            p = probability(weights, features)
            present = [i for i in range(size) if features[i]]
            for i in present:
                gradient[i] += weight * (label - p) * features[i]
                for j in present:
                    hessian[i][j] += weight * p * (1 - p) * features[i] * features[j]
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def print_scores(weights, rows):
    for threshold in THRESHOLDS:
        taken = [label for _, label, features, _ in rows if probability(weights, features) >= threshold]
        labels = sum(label for _, label, _, _ in rows)
        print(f"from {threshold:.2f}: precision {sum(taken) / max(1, len(taken)):.3f}, "
              f"recall of what is mentioned {sum(taken) / max(1, labels):.3f}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    rows = [row for argument in sys.argv[1:] for row in read(argument)]
    half = [zlib.crc32(row[0].encode()) % 2 for row in rows]
    print_scores(fit([row for row, h in zip(rows, half) if h == 0]),
                 [row for row, h in zip(rows, half) if h == 1])
    print(", ".join(f"{w:.2f}" for w in fit(rows)))


if __name__ == "__main__":
    main()
