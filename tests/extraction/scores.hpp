#pragma once

#include "gold_reports.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::extraction {

struct Counts {
    std::size_t right = 0;
    std::size_t wrong = 0;   ///< found, but no label
    std::size_t missed = 0;  ///< a label, but not found

    [[nodiscard]] double precision() const noexcept;
    [[nodiscard]] double recall() const noexcept;
    [[nodiscard]] double f1() const noexcept;
};

/// Micro averages over all reports.
class FieldScores {
public:
    void add(const GoldReport& gold, const Labels& found);
    void print(std::size_t confusions) const;
    static void print_errors(const GoldReport& gold, const Labels& found, std::string_view field);

    [[nodiscard]] const Counts& of(std::string_view field) const { return counts_.at(field); }

private:
    std::map<std::string_view, Counts> counts_;
    std::map<std::string, std::array<std::size_t, 2>> errors_;  // value: wrong, missed
    Counts countries_but_usa_;
};

}  // namespace sitrep::extraction
