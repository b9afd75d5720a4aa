#include "country_evidence.hpp"

#include "dateline.hpp"

#include <algorithm>
#include <numeric>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;

/// In words: shorter texts have too few for a share of them to say much.
constexpr std::size_t kFewWords = 60;

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

/// How many of `numbers` differ, in a hundred words. Sorts them.
double different_in_hundred(std::vector<std::uint16_t>& numbers, std::size_t words) {
    std::ranges::sort(numbers);
    const auto same = std::ranges::unique(numbers);
    const auto different = numbers.size() - same.size();
    return 100.0 * static_cast<double>(different) / static_cast<double>(words);
}

}  // namespace

std::uint32_t CountryEvidence::total() const noexcept {
    std::uint32_t total = 0;
    for (const auto& by_zone : counts) {
        total = std::accumulate(by_zone.begin(), by_zone.end(), total);
    }
    return total;
}

bool CountryEvidence::is_in(Zone zone) const noexcept {
    return std::ranges::any_of(counts, [zone](const auto& by_zone) { return by_zone[zone] > 0; });
}

std::size_t EvidenceCounter::number_of(std::string_view code) {
    const auto known = std::ranges::find(evidence_, code, &CountryEvidence::code);
    if (known != evidence_.end()) return static_cast<std::size_t>(known - evidence_.begin());
    evidence_.emplace_back().code = code;
    last_.emplace_back();
    return evidence_.size() - 1;
}

void EvidenceCounter::read_signs(const ReadReport& report) {
    const TextPart& body = report.text.body;
    leisure_.clear();
    business_.clear();
    for (const TextPart* const part : {&report.text.title, &body}) {
        for (const TextWord& word : part->words) {
            if (word.country.leisure != 0) leisure_.push_back(word.country.leisure);
            if (word.country.business != 0) business_.push_back(word.country.business);
        }
    }
    const auto words = std::max(report.text.title.words.size() + body.words.size(), kFewWords);
    signs_.leisure = different_in_hundred(leisure_, words);
    signs_.business = different_in_hundred(business_, words);
    find_sentences(body.text, sentences_);
    dateline_end_ = dateline_length(body.text);
    signs_.bytes = static_cast<double>(body.text.size());
    signs_.sentences = static_cast<double>(sentences_.size());
    signs_.day = report.day;
    signs_.topics = report.topics;
    signs_.has_dateline = dateline_end_ != 0;
}

void EvidenceCounter::add(const ReadReport& report, const Meaning& meaning) {
    const auto& entry = model_.entry(meaning.entry);
    const Mention& mention = report.mentions.list[meaning.mention];
    const bool is_title = mention.place == TextPlace::Title;
    const bool is_dateline = !is_title && mention.begin < dateline_end_;
    const auto source = source_of(entry.kind, meaning.is_derived);
    const auto zone = is_title                     ? CountryEvidence::kTitle
                      : mention.begin < kLeadBytes ? CountryEvidence::kLead
                                                   : CountryEvidence::kRest;
    const MentionRole role = mention_role(report.text.part(mention.place), mention);
    const auto countries = model_.countries_of(meaning.entry);
    for (const std::uint32_t country : countries) {
        const std::size_t number = number_of(model_.code(country, report.day));
        CountryEvidence& evidence = evidence_[number];
        if (is_dateline) {
            evidence.is_dateline = true;
        } else {
            ++evidence.counts[source][zone];
            if (countries.size() > 1) ++evidence.shared;
            if (entry.is_dispatch) ++evidence.seats;
            if (entry.kind == EntryKind::Organisation || entry.kind == EntryKind::Company) {
                ++evidence.organisations;
            }
            if (is_title) {
                evidence.is_title_venue = evidence.is_title_venue || role.is_inside;
            } else {
                add_to_body(number, meaning.mention, mention, role);
            }
        }
        const int rank = rank_of(source, zone, is_dateline);
        if (rank > evidence.best_rank) {
            evidence.best_rank = rank;
            evidence.best_mention = meaning.mention;
            evidence.best_source = source;
        }
    }
}

void EvidenceCounter::add_kind(const ReadReport& report, const Meaning& actor) {
    const auto kind = static_cast<unsigned>(model_.entry(actor.entry).kind);
    for (const std::uint32_t country : model_.countries_of(actor.entry)) {
        const auto known =
            std::ranges::find(evidence_, model_.code(country, report.day), &CountryEvidence::code);
        if (known != evidence_.end()) known->actor_kinds |= static_cast<std::uint16_t>(1U << kind);
    }
}

void EvidenceCounter::add_to_body(std::size_t country, std::uint32_t number, const Mention& mention,
                                  const MentionRole& role) {
    CountryEvidence& evidence = evidence_[country];
    Last& last = last_[country];
    if (last.mention == number) return;
    last.mention = number;
    const auto next = std::ranges::upper_bound(sentences_, mention.begin);
    const auto sentence = static_cast<std::uint32_t>(next - sentences_.begin());
    if (last.sentence != sentence) ++evidence.sentences;
    last.sentence = sentence;
    if (evidence.mentions == 0) evidence.first = mention.begin;
    evidence.last = mention.begin;
    ++evidence.mentions;
    if (role.is_passing) ++evidence.passing;
    if (role.is_owner) ++evidence.owners;
}

const std::vector<CountryEvidence>& EvidenceCounter::count(const ReadReport& report) {
    evidence_.clear();
    last_.clear();
    meanings_.clear();
    read_signs(report);
    for (const Meaning& meaning : report.meanings.places) meanings_.push_back(&meaning);
    for (const Meaning& meaning : report.meanings.actors) {
        // The place that stands for a government is counted already.
        if (!meaning.is_metonym) meanings_.push_back(&meaning);
    }
    std::ranges::stable_sort(meanings_, {}, [](const Meaning* m) { return m->mention; });
    for (const Meaning* const meaning : meanings_) add(report, *meaning);
    for (const Meaning& actor : report.meanings.actors) add_kind(report, actor);
    return evidence_;
}

}  // namespace sitrep::indexer
