#pragma once

#include "report_examples.hpp"
#include "report_features.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What the labelled reports that are most like a text are filed under.
struct AlikeReports {
    /// Of reports, 0 to 1, by what a country is to them.
    using Shares = std::array<double, ReportExamples::kRoles>;
    struct Country {
        std::string_view code;
        Shares shares{};
    };

    std::vector<double> topics;      ///< the share of each, by number of the `EnrichmentModel`
    std::vector<Country> countries;  ///< in the order of codes
    Shares any{};                    ///< of the reports to which some country is that

    /// All 0 if no report has it.
    [[nodiscard]] Shares country(std::string_view code) const;
};

/// Finds them: a kernel estimate (Nadaraya 1964, Watson 1964) over the cosine of the features. Used
/// by one thread.
class AlikeFinder {
public:
    AlikeFinder(const ReportExamples& examples, std::size_t topics);

    /// Of a text that is compared with none. Valid until the next call, as that of the other.
    [[nodiscard]] const AlikeReports& none();

    /// `without`: a group whose reports do not count. Valid until the next call.
    [[nodiscard]] const AlikeReports& find(const ReportFeatures& features,
                                           std::uint16_t without = ReportExamples::kNoGroup);

private:
    static constexpr std::size_t kBlock = 64;

    using Score = std::int16_t;

    struct List {
        std::span<const ReportExamples::Posting> postings;
        std::uint32_t value = 0;  ///< of the feature, in hundredths
    };

    void clear();
    void add(const std::vector<ReportFeature>& features);
    void add_up();
    void add_countries(std::size_t example, double weight);

    const ReportExamples& examples_;
    std::size_t topics_;
    std::vector<List> lists_;     // of the features that are being added
    std::vector<Score> scores_;   // by example, proportional to the cosine; whole blocks
    std::vector<Score> highest_;  // of each block
    std::vector<AlikeReports::Shares> country_shares_;  // by number of a code
    AlikeReports found_;
};

}  // namespace sitrep::indexer
