"""What the scripts that fit logistic functions to labelled reports have in common."""
import math
import zlib

from scipy import sparse
from sklearn import linear_model

FOLDS = 5


def probability(log_odds):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def fold_of(report_id):
    """In which of FOLDS parts a report is, for cross-validation: always the same."""
    return zlib.crc32(report_id.encode()) % FOLDS


def score_line(right, taken, labelled):
    """Precision, recall and F1 of `right` ones among those `taken` and those `labelled`."""
    return (f"precision {right / max(1, taken):.3f}, recall {right / max(1, labelled):.3f}, "
            f"F1 {2 * right / max(1, taken + labelled):.3f}")


class Examples:
    """The examples that logistic functions with a ridge penalty are fitted to (LIBLINEAR, Fan et al. 2008, by
    scikit-learn)."""

    def __init__(self, columns, count, ridge_of):
        """`columns`: for each feature a list of (example, value). `count`: of examples. `ridge_of`: the penalty of a
        feature."""
        self.features = list(columns)
        # A column that is scaled so has the penalty 1.
        self.scales = [1 / math.sqrt(ridge_of(feature)) for feature in self.features]
        rows, numbers, values = [], [], []
        for number, feature in enumerate(self.features):
            for row, value in columns[feature]:
                rows.append(row)
                numbers.append(number)
                values.append(value * self.scales[number])
        self.matrix = sparse.csr_matrix((values, (rows, numbers)), shape=(count, len(self.features)))

    def fit(self, labels, counts, is_left_out=lambda feature: False):
        """The weights of the features but those left out. `labels`: 1 or 0 for each example, and `counts` how much it
        counts."""
        used = [i for i, feature in enumerate(self.features) if not is_left_out(feature)]
        matrix = self.matrix if len(used) == len(self.features) else self.matrix[:, used]
        model = linear_model.LogisticRegression(C=1.0, solver="liblinear", fit_intercept=False, tol=1e-5, max_iter=1000)
        model.fit(matrix, [int(label) for label in labels], sample_weight=counts)
        return {self.features[i]: weight * self.scales[i] for i, weight in zip(used, model.coef_[0])}
