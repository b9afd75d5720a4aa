#pragma once

#include "report_examples.hpp"
#include "report_features.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// What the labelled reports that are most like a text are filed under.
struct AlikeReports {
    std::vector<double> topics;  ///< the share of each, 0 to 1, by number of the `EnrichmentModel`
    std::vector<std::pair<std::string_view, double>>
        countries;  ///< likewise, in the order of codes

    /// 0 if no report is about the country.
    [[nodiscard]] double country(std::string_view code) const;
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

    void clear();
    void add(const std::vector<ReportFeature>& features);
    void add_up();

    const ReportExamples& examples_;
    std::size_t topics_;
    std::vector<Score> scores_;           // by example, proportional to the cosine; whole blocks
    std::vector<Score> highest_;          // of each block
    std::vector<double> country_shares_;  // by number of a code
    AlikeReports found_;
};

}  // namespace sitrep::indexer
