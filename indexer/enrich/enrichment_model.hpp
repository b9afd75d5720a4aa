#pragma once

#include "name_trie.hpp"
#include "surfaces.hpp"
#include "topic_trie.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// A vocabulary made ready for reading texts. Takes some tenths of a second to make; never changed
/// afterwards, and used by all threads of a job.
class EnrichmentModel {
public:
    explicit EnrichmentModel(std::shared_ptr<const schema::Vocabulary> vocabulary);

    [[nodiscard]] const schema::Vocabulary& vocabulary() const noexcept { return *vocabulary_; }
    [[nodiscard]] const NameTrie& names() const noexcept { return names_; }
    [[nodiscard]] const TopicTries& topics() const noexcept { return topics_; }

    /// Countries are numbered from 0.
    [[nodiscard]] std::size_t country_count() const noexcept { return countries_.size(); }
    /// Those of an entry: its own, or those that it belongs to.
    [[nodiscard]] std::span<const std::uint32_t> countries_of(std::uint32_t entry) const noexcept {
        const auto& range = entry_countries_[entry];
        return {country_lists_.data() + range.first, range.count};
    }
    /// What a country is filed under in a report of a certain day: its code, or that of the state
    /// that it was part of then.
    [[nodiscard]] const std::string& code(std::uint32_t country,
                                          std::optional<std::chrono::sys_days> day) const;

    /// The number in `Vocabulary::entries` of a country's government; nothing if it has none.
    [[nodiscard]] std::optional<std::uint32_t> government_of(std::uint32_t country) const;
    /// Likewise of its armed forces.
    [[nodiscard]] std::optional<std::uint32_t> forces_of(std::uint32_t country) const;

    /// True if a word, by its symbol, is the first name of a person of the vocabulary.
    [[nodiscard]] bool is_first_name(std::uint32_t symbol) const noexcept {
        return symbol < first_names_.size() && first_names_[symbol];
    }

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct Country {
        std::string code;
        std::optional<schema::Predecessor> before;
        std::optional<std::uint32_t> government;
        std::optional<std::uint32_t> forces;
    };

    std::uint32_t country_number(const std::string& code);
    void add_countries(std::uint32_t number, const schema::VocabularyEntry& entry);
    void add_first_name(const schema::VocabularyEntry& entry, Surfaces& surfaces);

    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    NameTrie names_;
    TopicTries topics_;
    std::vector<Country> countries_;
    std::vector<Range> entry_countries_;
    std::vector<std::uint32_t> country_lists_;
    std::vector<bool> first_names_;
};

}  // namespace sitrep::indexer
