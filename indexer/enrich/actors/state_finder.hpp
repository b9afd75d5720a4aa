#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/names/meanings.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sitrep::indexer {

/// Finds governments and armed forces that a text names by their country or capital: Moscow said,
/// Ukrainian troops, talks with Tehran. Used by one thread.
class StateFinder {
public:
    explicit StateFinder(const EnrichmentModel& model) : model_(model) {}

    /// Adds them to the actors. The places must be in the order of the text; `day` is that of the
    /// report.
    void find(const ReportText& text, const Mentions& mentions,
              std::optional<std::chrono::sys_days> day, Meanings& meanings);

private:
    /// What a place stands for, and the words that say so.
    struct State {
        bool is_found = false;
        bool is_metonym = false;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// By kind: the government, and the armed forces.
    using States = std::array<State, 2>;
    /// A place, as far as it may stand for a state.
    struct Candidate {
        std::uint32_t place = 0;  ///< index into `Meanings::places`
        bool is_country = false;
        bool is_derived = false;
        bool is_and_next = false;    ///< joined to the next one by an "and"
        bool is_comma_next = false;  ///< by a comma
        bool is_in_crowd = false;    ///< one of many in a list
        States behind;               ///< what the words behind it say
        States before;

        [[nodiscard]] bool is_in_list() const noexcept { return is_and_next || is_comma_next; }
    };

    void collect(const Meanings& meanings);
    void link();
    void mark_crowds();
    template <typename Accepts>
    void match_behind(Candidate& candidate, std::size_t first, Accepts accepts) const;
    void look_for_nouns(Candidate& candidate) const;
    void look_for_verbs(Candidate& candidate) const;
    void look_for_plural_verb(Candidate& candidate) const;
    void look_before(Candidate& candidate) const;
    [[nodiscard]] bool is_subject(std::size_t candidate) const;
    void note(States& states, const Candidate& candidate, const StateSense& sense,
              std::uint32_t begin, std::uint32_t end) const;
    void spread();
    void add(Meanings& meanings) const;
    [[nodiscard]] const Mention& mention_of(const Candidate& candidate) const;
    [[nodiscard]] const TextPart& part_of(const Candidate& candidate) const;

    const EnrichmentModel& model_;
    const ReportText* text_ = nullptr;
    const Mentions* mentions_ = nullptr;
    const Meanings* meanings_ = nullptr;
    std::optional<std::chrono::sys_days> day_;
    std::vector<Candidate> candidates_;
};

}  // namespace sitrep::indexer
