#pragma once

#include "enrichment_model.hpp"
#include "name_tagger.hpp"
#include "text_words.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sitrep::indexer {

/// What a mention was found to mean.
struct Meaning {
    std::uint32_t mention = 0;  ///< index into `Mentions::list`
    std::uint32_t entry = 0;    ///< number of the `EnrichmentModel`
    bool is_derived = false;    ///< an adjective or a people
    /// A capital or seat of power that stands for its government: `Moscow said`.
    bool is_metonym = false;
    std::uint32_t begin = 0;  ///< bytes of the text, half open: those of the mention, or some more
    std::uint32_t end = 0;
};

struct Meanings {
    std::vector<Meaning> places;  ///< countries and places, in the order of the text
    std::vector<Meaning> actors;  ///< likewise
};

/// Decides what names mean that may mean several things, or nothing. A name that can mean one thing
/// only speaks for its entry and for its country; the others need such support, a title before
/// them, or words beside them. Used by one thread.
class MeaningResolver {
public:
    explicit MeaningResolver(const EnrichmentModel& model);

    /// Valid until the next call.
    [[nodiscard]] const Meanings& resolve(const ReportText& text, const Mentions& mentions);

private:
    enum class Group : std::uint8_t { Places, Actors };

    static Group group_of(const NameSense& sense) noexcept {
        return sense.is_place ? Group::Places : Group::Actors;
    }
    void begin_report();
    void settle_sure(Group group);
    void settle_unsure(Group group);
    [[nodiscard]] std::optional<NameSense> only_sure(const Mention& mention, Group group) const;
    [[nodiscard]] std::optional<NameSense> best_unsure(std::uint32_t number, Group group) const;
    [[nodiscard]] int support(const Mention& mention, std::uint32_t number,
                              const NameSense& sense) const;
    void settle(Group group, std::uint32_t mention, const NameSense& sense);
    void add_support(std::uint32_t entry);
    [[nodiscard]] bool country_supported(std::uint32_t entry) const;
    [[nodiscard]] bool stands_with_countries(std::uint32_t mention, std::uint32_t entry) const;
    [[nodiscard]] bool in_other_name(const Mention& mention, const NameSense& sense) const;
    [[nodiscard]] bool after_title(const Mention& mention) const;
    [[nodiscard]] const TextWord* word_before(const Mention& mention) const;
    [[nodiscard]] const TextWord* word_after(const Mention& mention) const;
    [[nodiscard]] const TextPart& part_of(const Mention& mention) const;
    [[nodiscard]] bool is_acting(const Mention& mention, bool is_country) const;
    void find_metonyms();
    void find_states();
    [[nodiscard]] std::optional<Meaning> state_beside(const Meaning& country) const;

    const EnrichmentModel& model_;
    const ReportText* text_ = nullptr;
    const Mentions* mentions_ = nullptr;
    Meanings out_;
    std::uint32_t report_ = 0;
    std::vector<std::uint32_t> supported_entries_;    // the report in which it last was, by entry
    std::vector<std::uint32_t> supported_countries_;  // likewise, by country
    std::vector<bool> is_settled_[2];                 // by group and mention
};

}  // namespace sitrep::indexer
