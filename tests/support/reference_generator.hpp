#pragma once

#include <cstddef>
#include <vector>

#include "support/random.hpp"
#include "support/reference_query.hpp"
#include "support/reference_search.hpp"

namespace sitrep::test {

/// Reports in four languages with every kind of facet and date; the same for the same numbers.
[[nodiscard]] std::vector<ReferenceReport> generate_reports(Random& random, std::size_t count);

/// Makes queries over the vocabulary of the generated reports.
class QueryGenerator {
public:
    explicit QueryGenerator(Random& random) : random_(random) {}

    [[nodiscard]] ReferenceQuery word();
    [[nodiscard]] ReferenceQuery phrase();
    [[nodiscard]] ReferenceQuery filter();
    [[nodiscard]] ReferenceQuery filter(ReferenceFilter::Field field);
    [[nodiscard]] ReferenceQuery bag(int depth);    ///< with `depth` levels of operators below
    [[nodiscard]] ReferenceQuery logic(int depth);  ///< AND, OR, NOT

    /// Words are written as a report writes them, so that exact searches find something.
    void keep_spelling() { keeps_spelling_ = true; }

private:
    [[nodiscard]] ReferenceQuery leaf();
    [[nodiscard]] ReferenceQuery any(int depth);
    [[nodiscard]] std::string written(const std::string& word);
    [[nodiscard]] ReferenceFilter date_filter(ReferenceFilter::Field field);
    [[nodiscard]] ReferenceFilter number_filter();

    Random& random_;
    bool keeps_spelling_ = false;
};

}  // namespace sitrep::test
