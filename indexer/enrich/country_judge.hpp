#pragma once

#include "enrichment_model.hpp"
#include "meaning_resolver.hpp"
#include "name_tagger.hpp"
#include "text_words.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What in a report speaks for a country, counted.
struct CountryEvidence {
    /// By what it is: the country's name, an adjective or a people, a place, an actor of it
    /// (its government, its armed forces, an armed group in it; or anybody else).
    enum Source : std::uint8_t { kName, kDerived, kPlace, kState, kActor, kSources };
    /// By where it stands.
    enum Zone : std::uint8_t { kTitle, kLead, kRest, kZones };

    std::string_view code;  ///< of the model
    std::array<std::array<std::uint32_t, kZones>, kSources> counts{};
    bool is_dateline = false;
    bool is_dispatch = false;  ///< the dateline is a city that is often reported from, not of

    // The mention that shows best why: the dateline, else the name ...
    std::uint32_t best_mention = 0;
    int best_rank = 0;
    Source best_source = kName;

    /// Mentions, without those in the dateline.
    [[nodiscard]] std::uint32_t total() const noexcept;
    /// True if one is in the title or the first sentences.
    [[nodiscard]] bool is_early() const noexcept;
};

/// Which countries a report is about, and not only mentions.
class CountryJudge {
public:
    explicit CountryJudge(const EnrichmentModel& model) : model_(model) {}

    /// The evidence for every country that is mentioned. `day` is that of the report. Valid until
    /// the next call.
    [[nodiscard]] const std::vector<CountryEvidence>& weigh(
        const ReportText& text, const Mentions& mentions, const Meanings& meanings,
        std::optional<std::chrono::sys_days> day);

    /// How sure it is that the report is about a country of the last result, from 0 to 1.
    [[nodiscard]] double probability(const CountryEvidence& evidence) const;

    /// What the probability is computed from; docs/extraction.md explains the features.
    static constexpr std::size_t kFeatures = 27;
    using Features = std::array<double, kFeatures>;
    [[nodiscard]] Features features(const CountryEvidence& evidence) const;

private:
    void add(const Mention& mention, std::uint32_t number, const Meaning& meaning);
    CountryEvidence& evidence_for(std::string_view code);

    const EnrichmentModel& model_;
    const ReportText* text_ = nullptr;
    std::optional<std::chrono::sys_days> day_;
    std::vector<CountryEvidence> evidence_;
    std::uint32_t dateline_end_ = 0;  // in bytes of the body; 0 without a dateline
    double strongest_ = 0;
    double all_ = 0;
    std::size_t in_title_or_lead_ = 0;  // countries that are named there, but for the dateline
};

/// The length of the dateline that a body begins with, in bytes; 0 if it has none:
/// `KYIV, March 5 (Reuters) - `, `Hong Kong / CNN / - `, `WASHINGTON, April 1 - `.
[[nodiscard]] std::uint32_t dateline_length(std::string_view body);

}  // namespace sitrep::indexer
