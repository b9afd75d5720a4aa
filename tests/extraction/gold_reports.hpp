#pragma once

#include "enrich/enrichment_model.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/report.hpp>

namespace sitrep::extraction {

/// Values of each field; nothing where there are no labels.
struct Labels {
    std::optional<std::vector<std::string>> countries;
    std::optional<std::vector<std::string>> actors;
    std::optional<std::vector<std::string>> topics;
    std::optional<std::vector<std::string>> event_date;  ///< one `first..last`, or none
};

/// A report without facets, and what they should be.
struct GoldReport {
    schema::Report report;
    Labels labels;
};

/// Throws `Error` (InputUnreadable) that names file and line.
[[nodiscard]] std::vector<GoldReport> read_gold(const std::string& path);

/// Infers facets as the indexer does.
class Extractor {
public:
    explicit Extractor(std::shared_ptr<const indexer::EnrichmentModel> model);
    ~Extractor();

    [[nodiscard]] Labels extract(const GoldReport& gold);

    /// A line for each country that a report mentions: 1 or 0 for the label, then the features.
    void print_country_features(const GoldReport& gold);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::extraction
