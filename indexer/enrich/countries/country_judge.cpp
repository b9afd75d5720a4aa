#include "country_judge.hpp"

#include "country_rivals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sitrep::indexer {
namespace {

using E = CountryEvidence;

/// In bytes: what is longer is no dispatch but an article.
constexpr double kArticle = 1100;
constexpr double kMostLength = 1.5;
constexpr double kMostLeisure = 3;
/// A country that is first named in the last part of a text comes in passing.
constexpr double kLastPart = 0.75;

/// A mention in the title counts as several in the text.
double weight_of(const CountryEvidence& evidence) {
    constexpr std::array<double, E::kSources> kBySource{1.0, 0.8, 0.8, 0.8, 0.6};
    constexpr std::array<double, E::kZones> kByZone{3.0, 2.0, 1.0};
    double weight = evidence.is_dateline ? 1.0 : 0.0;
    for (std::size_t source = 0; source < E::kSources; ++source) {
        for (std::size_t zone = 0; zone < E::kZones; ++zone) {
            weight += kBySource[source] * kByZone[zone] * evidence.counts[source][zone];
        }
    }
    return weight;
}

double flag(bool is_set) {
    return is_set ? 1.0 : 0.0;
}

/// 0 of nothing.
double share(double part, double all) {
    return all == 0 ? 0.0 : part / all;
}

}  // namespace

const std::vector<CountryEvidence>& CountryJudge::weigh(const ReadReport& report) {
    evidence_ = &counter_.count(report);
    const auto strongest = std::ranges::max_element(*evidence_, {}, weight_of);
    strongest_ = strongest == evidence_->end() ? nullptr : &*strongest;
    return *evidence_;
}

CountryJudge::Features CountryJudge::features(const CountryEvidence& e) const {
    const ReportSigns& signs = counter_.signs();
    const double countries = std::log1p(static_cast<double>(evidence_->size()));
    const double strength = weight_of(e) / weight_of(*strongest_);
    const double topics = std::log1p(signs.topics);
    const double leisure = std::min(signs.leisure, kMostLeisure);
    const double dateline = flag(e.is_dateline);
    const double no_dateline = flag(!signs.has_dateline);
    const double first = share(e.first, signs.bytes);
    const bool is_single = e.mentions == 1 && !e.is_in(E::kTitle);
    const double length = std::clamp(std::log2(signs.bytes / kArticle), 0.0, kMostLength);
    Features out{};
    std::size_t next = 0;
    const auto add = [&](double value) { out[next++] = value; };
    add(1.0);
    // How often it is named, and where.
    add(std::log1p(e.counts[E::kName][E::kTitle]));
    add(std::log1p(e.counts[E::kDerived][E::kTitle]));
    add(std::log1p(e.counts[E::kName][E::kLead]));
    add(std::log1p(e.counts[E::kName][E::kRest]));
    add(std::log1p(std::min(e.sentences, 2U)));
    add(e.sentences / signs.sentences);
    add(first * first);
    add(flag(e.mentions > 0 && first > kLastPart));
    // Beside the other countries.
    add(flag(evidence_->size() == 1));
    add(countries);
    add(std::log1p(e.total()) * countries);
    add(strength * topics);
    add(strength * leisure);
    add(strength * no_dateline);
    add(flag(are_rivals(e.code, strongest_->code)));
    // How it is named.
    add(share(e.owners, e.mentions));
    add(flag(is_single) * e.passing);
    add(share(e.shared, e.total()));
    add(share(e.organisations, e.total()));
    add(share(e.seats, e.total()));
    // In the dateline: rather where the writer was, if nothing else speaks for it.
    add(dateline);
    add(dateline * flag(e.total() == 0));
    add(dateline * strength);
    add(dateline * share(e.last - e.first, signs.bytes));
    add(dateline * topics);
    add(dateline * flag(signs.topics == 0));
    add(dateline * flag(e.is_title_venue));
    // Without a dateline, the country may be named late.
    add(no_dateline * flag(!e.is_in(E::kTitle) && !e.is_in(E::kLead)));
    // What the report is about at all, and how long it is.
    add(flag(signs.topics == 0));
    add(leisure);
    add(topics * leisure);
    add(length);
    add(length * flag(is_single));
    add(length * (1.0 - strength));
    add(length * no_dateline);
    add(length * dateline);
    return out;
}

double CountryJudge::probability(const CountryEvidence& evidence) const {
    // Fitted by tests/extraction/fit_countries.py; docs/extraction.md says on which reports.
    constexpr Features kWeights{-3.468, 1.186,  0.890,  0.786,  1.013,  1.075,  1.362, -0.333,
                                -0.466, 0.651,  -0.864, 1.111,  0.690,  -2.875, 1.184, 1.362,
                                -0.768, -0.551, -1.361, -1.358, -0.459, 3.660,  1.613, 1.403,
                                -1.292, -0.363, -0.676, -2.317, 0.695,  1.065,  2.049, -0.356,
                                -1.316, 1.106,  1.205,  1.097,  0.447};
    const Features values = features(evidence);
    const double sum = std::inner_product(values.begin(), values.end(), kWeights.begin(), 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace sitrep::indexer
