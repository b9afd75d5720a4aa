#pragma once

#include "country_evidence.hpp"
#include "country_weights.hpp"
#include "enrich/examples/alike_reports.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// Which countries a report is about, and not only mentions.
class CountryJudge {
public:
    explicit CountryJudge(const EnrichmentModel& model) : counter_(model) {}

    /// The evidence for every country that is mentioned. Valid until the next call.
    [[nodiscard]] const std::vector<CountryEvidence>& weigh(const ReadReport& report);

    /// Whether the last report is of markets and companies, which has rules of its own.
    [[nodiscard]] bool is_business_news() const noexcept;

    /// Compares the last report with the examples but for those of a group, and returns what they
    /// say, which must live as long as the report is judged. Business news is compared with none:
    /// no use comparing it with reports of conflicts.
    const AlikeReports& compare(AlikeFinder& finder, const ReportFeatures& features,
                                std::uint16_t without);

    /// What the reports that are like the last one are about, which must live as long as it is
    /// judged. Without it, none are.
    void compare_with(const AlikeReports& alike) { alike_ = &alike; }

    /// How sure it is that the report is about a country of the last result, from 0 to 1.
    [[nodiscard]] double probability(const CountryEvidence& evidence) const;

    /// From which probability on the last report is about a country: a long article is about more
    /// of those that it names than a dispatch.
    [[nodiscard]] double enough() const;

    using Features = std::array<double, kCountryFeatures>;
    /// What the probability is computed from; docs/extraction.md explains the features.
    [[nodiscard]] Features features(const CountryEvidence& evidence) const;

    /// How much a report is of each manner of writing, from 0 to 1: of any, a long article,
    /// business news. Each has weights of its own, which add up.
    using Manners = std::array<double, kManners>;
    enum Manner : std::uint8_t { kAnyReport, kLongArticle, kBusiness };
    [[nodiscard]] const Manners& manners() const noexcept { return manners_; }

private:
    EvidenceCounter counter_;
    const std::vector<CountryEvidence>* evidence_ = nullptr;
    const CountryEvidence* strongest_ = nullptr;
    const AlikeReports* alike_ = nullptr;
    Manners manners_{};   // of the last report
    Features weights_{};  // those of its manners, added up
};

}  // namespace sitrep::indexer
