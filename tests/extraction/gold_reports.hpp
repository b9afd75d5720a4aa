#pragma once

#include "enrich/enrichment_model.hpp"

#include <cstdint>
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

/// The name of a person or organisation where it stands in a body: bytes, half open.
struct GoldName {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What was found to name an actor: its id, and bytes as above.
struct FoundActor {
    std::string value;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// A report without facets, and what they should be.
struct GoldReport {
    schema::Report report;
    Labels labels;
    std::vector<GoldName> names;
};

/// Throws `Error` (InputUnreadable) that names file and line.
[[nodiscard]] std::vector<GoldReport> read_gold(const std::string& path);

/// Infers facets as the indexer does.
class Extractor {
public:
    explicit Extractor(std::shared_ptr<const indexer::EnrichmentModel> model);
    ~Extractor();

    [[nodiscard]] Labels extract(const GoldReport& gold);

    /// Every place of the body that names an actor.
    [[nodiscard]] std::vector<FoundActor> actors_at(const GoldReport& gold);

    /// A line for each country that a report mentions: 1 or 0 for the label, then the manners of
    /// writing, then the features.
    void print_country_features(const GoldReport& gold);

    /// A report as a JSON object: its group, its language, its labels, and what each word, the phrases of
    /// each topic (`~` and its id) and each country and actor (`@` and its code or id) count, and
    /// the actors that the text names (`named`).
    void print_topic_features(const GoldReport& gold);

    /// A line for each country that a report mentions, as a JSON object: 1 or 0 for each
    /// `ContextTarget` of a country, if the report has labels for countries and actors; and its facts
    /// and words as `context_weights.tsv` names them. Nothing for business news.
    void print_context_features(const GoldReport& gold);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::extraction
