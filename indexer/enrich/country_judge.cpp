#include "country_judge.hpp"

#include "letter_case.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;

constexpr std::size_t kMaxDateline = 100;
/// In bytes: of shorter texts the length says nothing.
constexpr std::size_t kShortestBody = 500;

CountryEvidence::Source source_of(EntryKind kind, bool is_derived) {
    if (kind == EntryKind::Country) {
        return is_derived ? CountryEvidence::kDerived : CountryEvidence::kName;
    }
    switch (kind) {
        case EntryKind::Place: return CountryEvidence::kPlace;
        case EntryKind::Government:
        case EntryKind::Ministry:
        case EntryKind::NationalForces:
        case EntryKind::ArmedForces:
        case EntryKind::ArmedGroup: return CountryEvidence::kState;
        default: return CountryEvidence::kActor;
    }
}

/// What shows best why a report is about a country: its name before an adjective, the beginning
/// before the end.
int rank_of(CountryEvidence::Source source, CountryEvidence::Zone zone, bool is_dateline) {
    constexpr std::array<int, CountryEvidence::kSources> kBySource{5, 3, 4, 2, 1};
    constexpr std::array<int, CountryEvidence::kZones> kByZone{0, 10, 5};
    return kBySource[source] + kByZone[zone] + (is_dateline ? 20 : 0);
}

/// A mention in the title counts as several in the text.
double weight_of(const CountryEvidence& evidence) {
    constexpr std::array<double, CountryEvidence::kSources> kBySource{1.0, 0.8, 0.8, 0.8, 0.6};
    constexpr std::array<double, CountryEvidence::kZones> kByZone{3.0, 2.0, 1.0};
    double weight = evidence.is_dateline ? 1.0 : 0.0;
    for (std::size_t source = 0; source < CountryEvidence::kSources; ++source) {
        for (std::size_t zone = 0; zone < CountryEvidence::kZones; ++zone) {
            weight += kBySource[source] * kByZone[zone] * evidence.counts[source][zone];
        }
    }
    return weight;
}

/// Where the text goes on behind the first dash; npos without one. A hyphen is one between blanks.
std::size_t behind_dash(std::string_view text) {
    constexpr std::string_view kLong = "\u2014";
    constexpr std::string_view kShort = "\u2013";
    for (std::size_t at = text.find_first_of("-\xE2"); at != std::string_view::npos;
         at = text.find_first_of("-\xE2", at + 1)) {
        const std::string_view rest = text.substr(at);
        const bool has_blank = at > 0 && text[at - 1] == ' ';
        for (const std::string_view dash : {std::string_view("- "), std::string_view("-- ")}) {
            if (has_blank && rest.starts_with(dash)) return at + dash.size();
        }
        if (rest.starts_with(kLong)) {
            const std::size_t next = at + kLong.size();
            if (next < text.size() && text[next] == ' ') return next + 1;
            if (at > 1 && text.substr(at - 2, 2) == ") ") return next;
        }
        const bool is_short = has_blank && rest.starts_with(kShort) &&
                              rest.substr(kShort.size()).starts_with(' ');
        if (is_short) return at + kShort.size() + 1;
    }
    return std::string_view::npos;
}

}  // namespace

std::uint32_t dateline_length(std::string_view body) {
    const std::string_view head = body.substr(0, kMaxDateline);
    const std::string_view line = head.substr(0, head.find('\n'));
    const auto dash = behind_dash(line);
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

bool CountryEvidence::is_early() const noexcept {
    return std::ranges::any_of(
        counts, [](const auto& by_zone) { return by_zone[kTitle] + by_zone[kLead] > 0; });
}

CountryEvidence& CountryJudge::evidence_for(std::string_view code) {
    const auto known = std::ranges::find(evidence_, code, &CountryEvidence::code);
    if (known != evidence_.end()) return *known;
    evidence_.emplace_back().code = code;
    return evidence_.back();
}

void CountryJudge::add(const Mention& mention, std::uint32_t number, const Meaning& meaning) {
    const auto& entry = model_.entry(meaning.entry);
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
            evidence.is_dispatch = evidence.is_dispatch || entry.is_dispatch;
        } else {
            ++evidence.counts[source][zone];
        }
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
    in_title_or_lead_ = 0;
    for (const CountryEvidence& evidence : evidence_) {
        if (evidence.is_early()) ++in_title_or_lead_;
        const double weight = weight_of(evidence);
        strongest_ = std::max(strongest_, weight);
        all_ += weight;
    }
    return evidence_;
}

CountryJudge::Features CountryJudge::features(const CountryEvidence& e) const {
    using E = CountryEvidence;
    const double weight = weight_of(e);
    const bool is_only_dateline = e.is_dateline && e.total() == 0;
    const auto flag = [](bool is_set) { return is_set ? 1.0 : 0.0; };
    Features out{};
    std::size_t next = 0;
    const auto add = [&](double value) { out[next++] = value; };
    add(1.0);
    for (const auto zone : {E::kTitle, E::kLead, E::kRest}) {
        for (const auto& by_zone : e.counts) add(std::log1p(by_zone[zone]));
    }
    add(weight / all_);
    add(weight / strongest_);
    add(flag(evidence_.size() == 1));
    const auto size = std::max(text_->body.text.size(), kShortestBody);
    add(std::log1p(static_cast<double>(size)) / 10.0);
    add(std::log1p(static_cast<double>(evidence_.size())));
    add(flag(e.is_dateline));
    // A dateline alone, and other countries at the beginning: rather where the writer was.
    add(flag(is_only_dateline && in_title_or_lead_ > 0));
    add(flag(is_only_dateline && in_title_or_lead_ == 0));
    add(flag(is_only_dateline && in_title_or_lead_ > 0 && e.is_dispatch));
    // Without a dateline, the country may be named late.
    add(flag(dateline_end_ == 0));
    add(flag(dateline_end_ == 0 && !e.is_early()));
    return out;
}

double CountryJudge::probability(const CountryEvidence& evidence) const {
    // Fitted by logistic regression on labelled reports; docs/extraction.md says on which.
    constexpr Features kWeights{-7.01, 2.08, 1.75, 0.68, 0.48, 0.77, 2.02, 1.53, 1.66,
                                2.60, 1.50, 1.55, 0.46, 0.58, 0.74, 0.54, -0.54, 1.76,
                                0.93, 5.32, -0.05, 2.81, 2.06, 2.07, -1.30, 0.75, 1.12};
    const Features values = features(evidence);
    const double sum = std::inner_product(values.begin(), values.end(), kWeights.begin(), 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace sitrep::indexer
