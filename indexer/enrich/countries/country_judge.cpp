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
constexpr double kMostLength = 1.5;  // doublings of that
// Different words in a hundred.
constexpr double kMostLeisure = 3;
constexpr double kMostBusiness = 6;
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

CountryJudge::Manners manners_of(const ReportSigns& signs) {
    const double length = std::log2(std::max(signs.bytes, 1.0) / kArticle);
    return {1.0, std::clamp(length / kMostLength, 0.0, 1.0),
            std::min(signs.business / kMostBusiness, 1.0)};
}

}  // namespace

const std::vector<CountryEvidence>& CountryJudge::weigh(const ReadReport& report) {
    evidence_ = &counter_.count(report);
    alike_ = nullptr;
    const auto strongest = std::ranges::max_element(*evidence_, {}, weight_of);
    strongest_ = strongest == evidence_->end() ? nullptr : &*strongest;
    manners_ = manners_of(counter_.signs());
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        const auto& weights = kCountryWeights[i];
        weights_[i] = std::inner_product(weights.begin(), weights.end(), manners_.begin(), 0.0);
    }
    return *evidence_;
}

CountryJudge::Features CountryJudge::features(const CountryEvidence& e) const {
    using enum schema::EntryKind;
    constexpr std::array kActors{Person,     Government,   Ministry, NationalForces, ArmedForces,
                                 ArmedGroup, Organisation, Alliance, Party,          Company};
    const ReportSigns& signs = counter_.signs();
    const double countries = std::log1p(static_cast<double>(evidence_->size()));
    const double weight = weight_of(e);
    const double strength = weight / weight_of(*strongest_);
    const double topics = std::log1p(signs.topics.topics);
    const double leisure = std::min(signs.leisure, kMostLeisure);
    const double dateline = flag(e.is_dateline);
    const double no_dateline = flag(!signs.has_dateline);
    const double first = share(e.first, signs.bytes);
    const double at_war = flag(are_at_war(e.code, strongest_->code, signs.day));
    const bool is_single = e.mentions == 1 && !e.is_in(E::kTitle);
    Features out{};
    std::size_t next = 0;
    const auto add = [&](double value) { out[next++] = value; };
    add(1.0);
    // How often it is named, and where.
    add(std::log1p(e.counts[E::kName][E::kTitle]));
    add(std::log1p(e.counts[E::kDerived][E::kTitle]));
    add(std::log1p(e.counts[E::kName][E::kLead]));
    add(std::log1p(e.counts[E::kName][E::kRest]));
    add(std::log1p(weight));
    add(std::log1p(std::min(e.sentences, 2U)));
    add(e.sentences / signs.sentences);
    add(first * first);
    add(flag(e.mentions > 0 && first > kLastPart));
    // Beside the other countries.
    add(flag(evidence_->size() == 1));
    add(countries);
    add(std::log1p(e.total()) * countries);
    add(strength);
    add(strength * topics);
    add(strength * leisure);
    add(strength * no_dateline);
    add(flag(are_rivals(e.code, strongest_->code)));
    add(at_war);
    add(at_war * std::log1p(signs.topics.fighting));
    // How it is named.
    add(flag(is_single));
    add(flag(is_single) * e.passing);
    add(share(e.owners, e.mentions));
    add(share(e.shared, e.total()));
    add(share(e.organisations, e.total()));
    add(share(e.seats, e.total()));
    for (const auto kind : kActors) add(flag(e.has_actor(kind)));
    // In the dateline: rather where the writer was, if nothing else speaks for it.
    add(dateline);
    add(dateline * flag(e.total() == 0));
    add(dateline * strength);
    add(dateline * share(e.last - e.first, signs.bytes));
    add(dateline * topics);
    add(dateline * flag(signs.topics.topics == 0));
    add(dateline * flag(e.is_title_venue));
    // Without a dateline, the country may be named late.
    add(no_dateline);
    add(no_dateline * flag(!e.is_in(E::kTitle) && !e.is_in(E::kLead)));
    // What the report is about at all.
    add(flag(signs.topics.topics == 0));
    add(leisure);
    add(topics * leisure);
    // Whether those like it are about the country.
    const double alike = alike_ == nullptr ? 0.0 : alike_->country(e.code)[ReportExamples::kAbout];
    add(alike);
    add(std::sqrt(alike));
    return out;
}

const AlikeReports& CountryJudge::compare(AlikeFinder& finder, const ReportFeatures& features,
                                          std::uint16_t without) {
    compare_with(is_business_news() ? finder.none() : finder.find(features, without));
    return *alike_;
}

bool CountryJudge::is_business_news() const noexcept {
    constexpr double kBusinessNews = 0.5;
    return manners_[kBusiness] >= kBusinessNews;
}

double CountryJudge::enough() const {
    constexpr double kInDispatch = 0.48;
    constexpr double kInArticle = 0.30;
    return std::lerp(kInDispatch, kInArticle, manners_[kLongArticle]);
}

double CountryJudge::probability(const CountryEvidence& evidence) const {
    const Features values = features(evidence);
    const double sum = std::inner_product(values.begin(), values.end(), weights_.begin(), 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace sitrep::indexer
