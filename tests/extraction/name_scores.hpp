#pragma once

#include "gold_reports.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace sitrep::extraction {

/// How many of the names that people marked in texts the vocabulary holds, and how many of those
/// are found where they stand.
class NameScores {
public:
    /// `Extractor::actors_at` says what was found.
    void add(const GoldReport& gold, Extractor& extractor);
    /// With a line for every name that the vocabulary holds and that was not found, or was taken for
    /// somebody else.
    void print() const;

private:
    std::size_t names_ = 0;
    std::size_t held_ = 0;
    std::size_t found_ = 0;
    std::map<std::string, std::size_t> missed_;
    std::map<std::string, std::size_t> taken_for_;
};

}  // namespace sitrep::extraction
