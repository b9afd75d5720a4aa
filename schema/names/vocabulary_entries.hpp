#pragma once

#include "name_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::schema {

/// What an entry is known by: lines with equal keys are one entry. The code or the id; of a place,
/// the name and its countries.
[[nodiscard]] std::string entry_key(const VocabularyEntry& entry);
[[nodiscard]] std::string country_key(std::string_view code);
[[nodiscard]] std::string actor_key(std::string_view id);

/// The entries of a whole file, and the one of the line with which a text begins.
[[nodiscard]] std::vector<VocabularyEntry> parse_entries(NameFile file, std::string_view text);
[[nodiscard]] VocabularyEntry entry_at(NameFile file, std::string_view text);

/// The names that somebody may ask for an entry by, folded by `fold_name`, each once.
[[nodiscard]] std::vector<std::string> asked_names(const VocabularyEntry& entry);

/// Collects entries in the order in which they come; the names of one that is there already join
/// it.
class EntryMerger {
public:
    explicit EntryMerger(std::vector<VocabularyEntry>& entries) : entries_(entries) {}

    void add(std::vector<VocabularyEntry> more);

private:
    std::vector<VocabularyEntry>& entries_;
    std::unordered_map<std::string, std::size_t> known_;
};

/// Likewise for topics.
void merge_topics(std::vector<Topic>& topics, std::vector<Topic> more);

}  // namespace sitrep::schema
