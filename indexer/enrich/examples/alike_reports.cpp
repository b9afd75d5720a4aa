#include "alike_reports.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace sitrep::indexer {
namespace {

/// Reports that are less like the text than this part of the most similar one do not count.
constexpr double kAlike = 0.65;

/// Scores are counted in so many parts of hundredths of thousandths, to fit into 16 bits.
constexpr std::uint32_t kUnit = 256;
constexpr std::uint32_t kMostScore = std::numeric_limits<std::int16_t>::max();

/// The others count by the eighth power of how similar they are.
double kernel(double alike) {
    const double square = alike * alike;
    return square * square * square * square;
}

}  // namespace

AlikeFinder::AlikeFinder(const ReportExamples& examples, std::size_t topics)
    : examples_(examples), topics_(topics) {
    const std::size_t blocks = (examples.count() + kBlock - 1) / kBlock;
    scores_.resize(blocks * kBlock);
    highest_.resize(blocks);
}

AlikeReports::Shares AlikeReports::country(std::string_view code) const {
    const auto known = std::ranges::lower_bound(countries, code, {}, &Country::code);
    return known == countries.end() || known->code != code ? Shares{} : known->shares;
}

const AlikeReports& AlikeFinder::none() {
    clear();
    return found_;
}

void AlikeFinder::clear() {
    found_.topics.assign(topics_, 0.0);
    found_.countries.clear();
    found_.any = {};
}

const AlikeReports& AlikeFinder::find(const ReportFeatures& features, std::uint16_t without) {
    clear();
    std::ranges::fill(scores_, Score{0});
    add(features.phrases);
    add(features.actors);
    add(features.words);
    if (without != ReportExamples::kNoGroup) {
        for (std::size_t example = 0; example < examples_.count(); ++example) {
            if (examples_.group_of(example) == without) scores_[example] = 0;
        }
    }
    country_shares_.assign(examples_.codes(), AlikeReports::Shares{});
    add_up();
    return found_;
}

/// Lists that are not in the caches take longer to fetch than to add.
void AlikeFinder::add(const std::vector<ReportFeature>& features) {
    lists_.clear();
    for (const auto& [feature, value] : features) {
        const auto postings = examples_.with(feature);
        if (postings.empty()) continue;
        __builtin_prefetch(postings.data());
        lists_.push_back({postings, static_cast<std::uint32_t>(value)});
    }
    for (const auto& [postings, value] : lists_) {
        for (const auto [example, weight] : postings) {
            const std::uint32_t score = scores_[example] + value * weight / kUnit;
            scores_[example] = static_cast<Score>(std::min(score, kMostScore));
        }
    }
}

/// Block by block, as most have no report that is alike enough.
void AlikeFinder::add_up() {
    for (std::size_t block = 0; block < highest_.size(); ++block) {
        Score most = 0;  // none is less
        for (const Score score : std::span(scores_).subspan(block * kBlock, kBlock)) {
            most = std::max(most, score);
        }
        highest_[block] = most;
    }
    const Score most = highest_.empty() ? Score{0} : std::ranges::max(highest_);
    if (most <= 0) return;
    const auto enough = static_cast<Score>(kAlike * most);
    double all = 0;
    double with_countries = 0;
    for (std::size_t block = 0; block < highest_.size(); ++block) {
        if (highest_[block] < enough) continue;
        const std::size_t end = std::min((block + 1) * kBlock, examples_.count());
        for (std::size_t example = block * kBlock; example < end; ++example) {
            if (scores_[example] < enough) continue;
            const double weight = kernel(static_cast<double>(scores_[example]) / most);
            all += weight;
            for (const auto topic : examples_.topics_of(example)) found_.topics[topic] += weight;
            if (!examples_.has_countries(example)) continue;
            with_countries += weight;
            add_countries(example, weight);
        }
    }
    for (double& share : found_.topics) share /= all;
    if (with_countries == 0) return;
    for (double& share : found_.any) share /= with_countries;
    for (std::size_t country = 0; country < country_shares_.size(); ++country) {
        AlikeReports::Shares& shares = country_shares_[country];
        if (shares == AlikeReports::Shares{}) continue;
        for (double& share : shares) share /= with_countries;
        found_.countries.push_back({examples_.code(country), shares});
    }
}

void AlikeFinder::add_countries(std::size_t example, double weight) {
    for (std::size_t role = 0; role < ReportExamples::kRoles; ++role) {
        const auto countries = examples_.countries_of(example, role);
        if (!countries.empty()) found_.any[role] += weight;
        for (const auto country : countries) country_shares_[country][role] += weight;
    }
}

}  // namespace sitrep::indexer
