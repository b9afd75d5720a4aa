#pragma once

#include "country_mentions.hpp"
#include "enrich/enrichment_model.hpp"
#include "enrich/names/meaning_resolver.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/topics/phrase_sums.hpp"
#include "enrich/words/text_words.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What in a report speaks for a country, counted.
struct CountryEvidence {
    /// By what it is: the country's name, an adjective or a people, a place, an actor of it
    /// (its government, its armed forces, an armed group in it; or anybody else).
    enum Source : std::uint8_t { kName, kDerived, kPlace, kState, kActor, kSources };
    /// By where it stands.
    enum Zone : std::uint8_t { kTitle, kLead, kRest, kZones };

    std::string_view code;  ///< of the model
    // What means it, without the dateline. Ukrainian troops are two: an adjective and an actor.
    std::array<std::array<std::uint32_t, kZones>, kSources> counts{};
    std::uint32_t shared = 0;         ///< of these, means other countries, too: the Sahel
    std::uint32_t organisations = 0;  ///< companies and the like
    std::uint32_t seats = 0;          ///< cities that are often reported from, not of
    std::uint16_t actor_kinds = 0;    ///< a bit for each `EntryKind` of an actor of it

    // Mentions in the body behind the dateline. Ukrainian troops are one.
    std::uint32_t mentions = 0;
    std::uint32_t passing = 0;  ///< as `MentionRole` says
    std::uint32_t owners = 0;
    std::uint32_t sentences = 0;  ///< that have one
    std::uint32_t first = 0;      ///< byte where the first one begins
    std::uint32_t last = 0;

    bool is_dateline = false;
    bool is_title_venue = false;  ///< `Talks in Geneva`

    // The mention that shows best why: the dateline, else the name ...
    std::uint32_t best_mention = 0;
    int best_rank = 0;
    Source best_source = kName;

    /// All of `counts`.
    [[nodiscard]] std::uint32_t total() const noexcept;
    [[nodiscard]] bool is_in(Zone zone) const noexcept;
    /// Whether the report names an actor of that kind that belongs to the country, also by a place
    /// that stands for one.
    [[nodiscard]] bool has_actor(schema::EntryKind kind) const noexcept {
        return (actor_kinds >> static_cast<unsigned>(kind) & 1U) != 0;
    }
};

/// What was read out of a report before its countries are.
struct ReadReport {
    const ReportText& text;
    const Mentions& mentions;
    const Meanings& meanings;
    std::optional<std::chrono::sys_days> day;
    PhraseSums topics;
};

/// What a report shows beside the countries that it names.
struct ReportSigns {
    std::optional<std::chrono::sys_days> day;
    double bytes = 0;      ///< of the body
    double sentences = 1;  ///< likewise
    PhraseSums topics;
    double leisure = 0;   ///< different words of games, food and shows, in a hundred words
    double business = 0;  ///< likewise of markets and companies
    bool has_dateline = false;
};

/// Counts the evidence for the countries of reports. Used by one thread.
class EvidenceCounter {
public:
    explicit EvidenceCounter(const EnrichmentModel& model) : model_(model) {}

    /// For every country that is mentioned. Valid until the next call.
    [[nodiscard]] const std::vector<CountryEvidence>& count(const ReadReport& report);

    /// Of the last report.
    [[nodiscard]] const ReportSigns& signs() const noexcept { return signs_; }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    /// What was counted last for a country, which is not to be counted again.
    struct Last {
        std::uint32_t mention = kNone;
        std::uint32_t sentence = kNone;
    };

    void read_signs(const ReadReport& report);
    void add(const ReadReport& report, const Meaning& meaning);
    void add_kind(const ReadReport& report, const Meaning& actor);
    void add_to_body(std::size_t country, std::uint32_t number, const Mention& mention,
                     const MentionRole& role);
    [[nodiscard]] std::size_t number_of(std::string_view code);

    const EnrichmentModel& model_;
    std::vector<CountryEvidence> evidence_;
    std::vector<Last> last_;  // as `evidence_`
    ReportSigns signs_;
    std::uint32_t dateline_end_ = 0;  // in bytes of the body; 0 without a dateline
    std::vector<std::uint32_t> sentences_;
    std::vector<std::uint16_t> leisure_;
    std::vector<std::uint16_t> business_;
    std::vector<const Meaning*> meanings_;  // in the order of the text
};

}  // namespace sitrep::indexer
