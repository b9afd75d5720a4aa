#pragma once

#include "enrich/contexts/context_weights.hpp"
#include "enrich/examples/report_examples.hpp"
#include "enrich/names/name_trie.hpp"
#include "enrich/topics/topic_trie.hpp"
#include "model_image.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// A vocabulary made ready for reading texts: entries, countries and topics have numbers, names and
/// phrases are tries. Never changed, and used by all threads of a job.
class EnrichmentModel {
public:
    /// A country, a place or an actor.
    struct Entry {
        TextRange value;
        std::uint32_t first_country = 0;  ///< in the list of all entries' countries
        std::uint32_t countries = 0;
        schema::EntryKind kind = schema::EntryKind::Place;
        bool is_capital = false;   ///< the capital of a country, which stands for its state
        bool is_dispatch = false;  ///< a city that is often reported from, and not of
        std::uint8_t unused = 0;
    };
    struct Country {
        static constexpr std::uint32_t kNobody = 0xFFFFFFFF;
        static constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min();

        TextRange code;
        TextRange code_before;               ///< of the state that it was part of
        std::int32_t founded = kNever;       ///< on this day since 1970, if it was part of another
        std::uint32_t government = kNobody;  ///< an entry
        std::uint32_t forces = kNobody;      ///< likewise
        std::uint32_t heir_of = kNobody;     ///< the country that it stands for before its founding
    };

    /// The one of the built-in vocabulary, which is a part of the program.
    [[nodiscard]] static std::shared_ptr<const EnrichmentModel> builtin();

    /// Of any other; takes some tenths of a second.
    explicit EnrichmentModel(const schema::Vocabulary& vocabulary);

    EnrichmentModel(const EnrichmentModel&) = delete;
    EnrichmentModel& operator=(const EnrichmentModel&) = delete;

    [[nodiscard]] const NameTrie& names() const noexcept { return names_; }
    [[nodiscard]] const TopicTries& topics() const noexcept { return topics_; }
    [[nodiscard]] const ReportExamples& examples() const noexcept { return examples_; }
    [[nodiscard]] const ContextWeights& contexts() const noexcept { return contexts_; }
    /// Topics are numbered from 0, in the order of the vocabulary.
    [[nodiscard]] std::size_t topic_count() const noexcept { return topic_ids_.size(); }
    [[nodiscard]] std::string_view topic_id(std::uint32_t topic) const {
        return topic_ids_[topic].of(pool_);
    }

    /// Entries are numbered from 0, in the order of `Vocabulary::entries`.
    [[nodiscard]] std::size_t entry_count() const noexcept { return entries_.size(); }
    [[nodiscard]] const Entry& entry(std::uint32_t number) const { return entries_[number]; }
    /// What a report is filed under.
    [[nodiscard]] std::string_view value(std::uint32_t entry) const {
        return entries_[entry].value.of(pool_);
    }

    /// Countries are numbered from 0.
    [[nodiscard]] std::size_t country_count() const noexcept { return countries_.size(); }
    /// Those of an entry: its own, or those that it belongs to.
    [[nodiscard]] std::span<const std::uint32_t> countries_of(std::uint32_t entry) const {
        return country_lists_.subspan(entries_[entry].first_country, entries_[entry].countries);
    }
    /// What a country is filed under in a report of a certain day: its code, or that of the state
    /// that it was part of then.
    [[nodiscard]] std::string_view code(std::uint32_t country,
                                        std::optional<std::chrono::sys_days> day) const;

    /// The country with this code; nothing if there is none.
    [[nodiscard]] std::optional<std::uint32_t> country_with(std::string_view code) const;

    /// The entry of a country's government; nothing if it has none.
    [[nodiscard]] std::optional<std::uint32_t> government_of(std::uint32_t country) const;
    /// Likewise of its armed forces.
    [[nodiscard]] std::optional<std::uint32_t> forces_of(std::uint32_t country) const;
    /// Likewise of its body of a kind, as `StateSense` numbers them.
    [[nodiscard]] std::optional<std::uint32_t> body_of(std::uint32_t country,
                                                       std::uint16_t kind) const;
    /// The country whose state acts in a report of a certain day, where this one is named: the
    /// Soviet Union where Russia is, in 1989.
    [[nodiscard]] std::uint32_t state_at(std::uint32_t country,
                                         std::optional<std::chrono::sys_days> day) const;

private:
    explicit EnrichmentModel(std::string image);
    explicit EnrichmentModel(ImageReader image);

    std::string image_;  // empty if it is a part of the program
    std::string_view pool_;
    std::span<const Entry> entries_;
    std::span<const Country> countries_;
    std::span<const std::uint32_t> country_lists_;
    std::span<const TextRange> topic_ids_;
    std::span<const std::uint32_t> bodies_;  // entries, by country and kind
    NameTrie names_;
    TopicTries topics_;
    ReportExamples examples_;
    ContextWeights contexts_;
    std::vector<std::uint32_t> countries_by_code_;
};

}  // namespace sitrep::indexer
