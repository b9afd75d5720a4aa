#pragma once

#include "country_evidence.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace sitrep::indexer {

/// Which countries a report is about, and not only mentions.
class CountryJudge {
public:
    explicit CountryJudge(const EnrichmentModel& model) : counter_(model) {}

    /// The evidence for every country that is mentioned. Valid until the next call.
    [[nodiscard]] const std::vector<CountryEvidence>& weigh(const ReadReport& report);

    /// How sure it is that the report is about a country of the last result, from 0 to 1.
    [[nodiscard]] double probability(const CountryEvidence& evidence) const;

    /// What the probability is computed from; docs/extraction.md explains the features.
    static constexpr std::size_t kFeatures = 37;
    using Features = std::array<double, kFeatures>;
    [[nodiscard]] Features features(const CountryEvidence& evidence) const;

private:
    EvidenceCounter counter_;
    const std::vector<CountryEvidence>* evidence_ = nullptr;
    const CountryEvidence* strongest_ = nullptr;
};

}  // namespace sitrep::indexer
