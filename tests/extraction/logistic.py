"""What the scripts that fit logistic functions to labelled reports have in common."""
import math
import zlib

FOLDS = 5
PASSES = 60  # at most
SMALL_STEP = 1e-3  # smaller ones are not made; a pass without any is the last


def probability(log_odds):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def fold_of(report_id):
    """In which of FOLDS parts a report is, for cross-validation: always the same."""
    return zlib.crc32(report_id.encode()) % FOLDS


def score_line(right, taken, labelled):
    """Precision, recall and F1 of `right` ones among those `taken` and those `labelled`."""
    return (f"precision {right / max(1, taken):.3f}, recall {right / max(1, labelled):.3f}, "
            f"F1 {2 * right / max(1, taken + labelled):.3f}")


def fit_ridge(columns, labels, counts, ridge_of):
    """The weights of a logistic function with a ridge penalty, by coordinate descent with Newton steps (Fan et al.
    2008, LIBLINEAR).

    `columns`: for each feature a list of (example, value). `labels`: 1.0 or 0.0 for each example, and `counts` how
    much it counts. `ridge_of`: the penalty of a feature.
    """
    log_odds = [0.0] * len(labels)
    chances = [0.5] * len(labels)
    weights = dict.fromkeys(columns, 0.0)
    for _ in range(PASSES):
        has_moved = False
        for feature, places in columns.items():
            ridge = ridge_of(feature)
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
