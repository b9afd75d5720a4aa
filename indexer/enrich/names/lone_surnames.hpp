#pragma once

#include "enrich/words/text_words.hpp"
#include "name_tagger.hpp"
#include "name_trie.hpp"

#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// Surnames that a report uses without ever telling a first name: Maliki wants a state of
/// emergency. Used by one thread.
class LoneSurnames {
public:
    explicit LoneSurnames(const NameTrie& names) : names_(names) {}

    /// The report that is asked about until the next call.
    void begin(const ReportText& text) {
        text_ = &text;
        is_read_ = false;
    }

    /// True if nothing beside a name of the body makes it that of somebody or something else, and
    /// if nowhere in the report what may be a first name stands before it.
    [[nodiscard]] bool stands_alone(const Mention& mention);

private:
    void read();
    void read(const TextPart& part);

    const NameTrie& names_;
    const ReportText* text_ = nullptr;
    bool is_read_ = false;
    std::vector<std::uint32_t> borne_;  // symbols of words behind others with a capital; sorted
};

}  // namespace sitrep::indexer
