#include "country_judge.hpp"

#include "letter_case.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;

constexpr std::size_t kMaxDateline = 100;
/// The first sentences of a body, in bytes.
constexpr std::uint32_t kLeadBytes = 400;

CountryEvidence::Source source_of(EntryKind kind, bool is_derived) {
    if (kind == EntryKind::Country) {
        return is_derived ? CountryEvidence::kDerived : CountryEvidence::kName;
    }
    return kind == EntryKind::Place ? CountryEvidence::kPlace : CountryEvidence::kActor;
}

/// What shows best why a report is about a country: its name before an adjective, the beginning
/// before the end.
int rank_of(CountryEvidence::Source source, CountryEvidence::Zone zone, bool is_dateline) {
    constexpr std::array<int, CountryEvidence::kSources> kBySource{4, 2, 3, 1};
    constexpr std::array<int, CountryEvidence::kZones> kByZone{0, 8, 4};
    return kBySource[source] + kByZone[zone] + (is_dateline ? 16 : 0);
}

/// A mention in the title counts as several in the text.
double weight_of(const CountryEvidence& evidence) {
    constexpr std::array<double, CountryEvidence::kSources> kBySource{1.0, 0.8, 0.8, 0.6};
    constexpr std::array<double, CountryEvidence::kZones> kByZone{3.0, 2.0, 1.0};
    double weight = evidence.is_dateline ? 1.0 : 0.0;
    for (std::size_t source = 0; source < CountryEvidence::kSources; ++source) {
        for (std::size_t zone = 0; zone < CountryEvidence::kZones; ++zone) {
            weight += kBySource[source] * kByZone[zone] * evidence.counts[source][zone];
        }
    }
    return weight;
}

std::size_t find_dash(std::string_view text) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view dash : {" - ", " -- ", " \u2014 ", " \u2013 ", "\u2014 ", ") \u2014"}) {
        const auto at = text.find(dash);
        if (at != std::string_view::npos) first = std::min(first, at + dash.size());
    }
    return first;
}

}  // namespace

std::uint32_t dateline_length(std::string_view body) {
    const std::string_view head = body.substr(0, kMaxDateline);
    const std::string_view line = head.substr(0, head.find('\n'));
    const auto dash = find_dash(line);
    if (dash == std::string_view::npos) return 0;
    const std::string_view before = line.substr(0, dash);
    const auto first_word = before.substr(0, before.find_first_of(" ,.("));
    const bool has_sign = before.find_first_of("(/0123456789") != std::string_view::npos;
    const bool is_dateline = letter_case(first_word) == WordCase::All ||
                             (has_sign && letter_case(first_word) == WordCase::Initial);
    return is_dateline ? static_cast<std::uint32_t>(dash) : 0;
}

std::uint32_t CountryEvidence::total() const noexcept {
    std::uint32_t total = 0;
    for (const auto& by_zone : counts) {
        total = std::accumulate(by_zone.begin(), by_zone.end(), total);
    }
    return total;
}

CountryEvidence& CountryJudge::evidence_for(const std::string& code) {
    const auto known = std::ranges::find(evidence_, code, &CountryEvidence::code);
    if (known != evidence_.end()) return *known;
    evidence_.emplace_back().code = code;
    evidence_.back().first_byte = static_cast<std::uint32_t>(text_->body.text.size());
    return evidence_.back();
}

void CountryJudge::add(const Mention& mention, std::uint32_t number, const Meaning& meaning) {
    const auto& entry = model_.vocabulary().entries()[meaning.entry];
    const auto source = source_of(entry.kind, meaning.is_derived);
    const bool is_title = mention.place == TextPlace::Title;
    const bool is_dateline = !is_title && mention.begin < dateline_end_;
    const auto zone = is_title                       ? CountryEvidence::kTitle
                      : mention.begin < kLeadBytes ? CountryEvidence::kLead
                                                     : CountryEvidence::kRest;
    const auto countries = model_.countries_of(meaning.entry);
    for (const std::uint32_t country : countries) {
        CountryEvidence& evidence = evidence_for(model_.code(country, day_));
        if (is_dateline) {
            evidence.is_dateline = true;
        } else {
            ++evidence.counts[source][zone];
        }
        if (!is_title) evidence.first_byte = std::min(evidence.first_byte, mention.begin);
        const int rank = rank_of(source, zone, is_dateline);
        if (rank > evidence.best_rank) {
            evidence.best_rank = rank;
            evidence.best_mention = number;
            evidence.best_source = source;
        }
    }
}

const std::vector<CountryEvidence>& CountryJudge::weigh(const ReportText& text,
                                                        const Mentions& mentions,
                                                        const Meanings& meanings,
                                                        std::optional<std::chrono::sys_days> day) {
    text_ = &text;
    day_ = day;
    evidence_.clear();
    dateline_end_ = dateline_length(text.body.text);
    for (const Meaning& meaning : meanings.places) {
        add(mentions.list[meaning.mention], meaning.mention, meaning);
    }
    for (const Meaning& meaning : meanings.actors) {
        if (meaning.is_metonym) continue;
        add(mentions.list[meaning.mention], meaning.mention, meaning);
    }
    strongest_ = 0;
    all_ = 0;
    for (const CountryEvidence& evidence : evidence_) {
        const double weight = weight_of(evidence);
        strongest_ = std::max(strongest_, weight);
        all_ += weight;
    }
    return evidence_;
}

CountryJudge::Features CountryJudge::features(const CountryEvidence& e) const {
    using E = CountryEvidence;
    const auto some = [&](E::Source source, E::Zone zone) {
        return std::log1p(e.counts[source][zone]);
    };
    const double weight = weight_of(e);
    const auto size = static_cast<double>(text_->body.text.size());
    return {1.0,
            e.is_dateline ? 1.0 : 0.0,
            some(E::kName, E::kTitle),
            some(E::kDerived, E::kTitle),
            some(E::kPlace, E::kTitle),
            some(E::kActor, E::kTitle),
            some(E::kName, E::kLead),
            some(E::kDerived, E::kLead),
            some(E::kPlace, E::kLead),
            some(E::kActor, E::kLead),
            some(E::kName, E::kRest) + some(E::kDerived, E::kRest),
            some(E::kPlace, E::kRest) + some(E::kActor, E::kRest),
            weight / all_,
            weight / strongest_,
            evidence_.size() == 1 ? 1.0 : 0.0,
            std::log1p(size) / 10.0};
}

double CountryJudge::probability(const CountryEvidence& evidence) const {
    constexpr Features kWeights{-4.0, 1.5, 2.0, 1.5, 1.5, 1.0, 1.0, 0.8,
                                0.8,  0.6, 0.3, 0.2, 3.0, 1.0, 0.5, 0.0};
    const Features values = features(evidence);
    const double sum = std::inner_product(values.begin(), values.end(), kWeights.begin(), 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace sitrep::indexer
