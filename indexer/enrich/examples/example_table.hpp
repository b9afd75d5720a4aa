#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// `report_examples.tsv`, which the library carries.
extern const std::string_view kReportExamplesTsv;

/// A labelled report of that file.
struct ReportExample {
    std::string_view group;
    std::string_view language;                               ///< of its words
    std::vector<std::string_view> topics;                    ///< ids
    std::optional<std::vector<std::string_view>> countries;  ///< codes; nothing if not labelled
    std::vector<std::string_view> governments;               ///< that act: codes of their countries
    std::vector<std::string_view> forces;                    ///< likewise
    /// As in `topic_weights.tsv`, and how much each makes a text like this report.
    std::vector<std::pair<std::string_view, std::uint16_t>> features;
};

/// Throws `Error` (Internal) if there is a line that cannot be read.
[[nodiscard]] std::vector<ReportExample> report_examples();

}  // namespace sitrep::indexer
