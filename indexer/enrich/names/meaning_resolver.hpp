#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/report_marks.hpp"
#include "enrich/words/text_words.hpp"
#include "lone_surnames.hpp"
#include "meanings.hpp"
#include "name_tagger.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sitrep::indexer {

/// Decides what names mean that may mean several things, or nothing. A name that can mean one thing
/// only speaks for its entry and for its country; the others need such support, a title before
/// them, or words beside them. Used by one thread.
class MeaningResolver {
public:
    explicit MeaningResolver(const EnrichmentModel& model);

    /// What the mentions name themselves. Valid until the next call; the caller may add to it.
    [[nodiscard]] Meanings& resolve(const ReportText& text, const Mentions& mentions);

private:
    enum class Group : std::uint8_t { Places, Actors };

    static Group group_of(const NameSense& sense) noexcept {
        return sense.is_place ? Group::Places : Group::Actors;
    }
    void begin_report();
    void settle_sure(Group group);
    void settle_unsure(Group group);
    void settle_surnames();
    [[nodiscard]] std::optional<NameSense> only_surname(const Mention& mention) const;
    [[nodiscard]] std::optional<NameSense> only_sure(const Mention& mention, Group group) const;
    [[nodiscard]] std::optional<NameSense> best_unsure(std::uint32_t number, Group group) const;
    [[nodiscard]] int support(const Mention& mention, std::uint32_t number,
                              const NameSense& sense) const;
    void settle(Group group, std::uint32_t mention, const NameSense& sense);
    void add_support(std::uint32_t entry);
    [[nodiscard]] bool country_supported(std::uint32_t entry) const;
    [[nodiscard]] bool stands_with_countries(std::uint32_t mention, std::uint32_t entry) const;
    [[nodiscard]] bool in_other_name(const Mention& mention, const NameSense& sense) const;
    [[nodiscard]] bool is_attribute(const Mention& mention, std::uint32_t entry) const;
    [[nodiscard]] bool is_organ(const Mention& mention, std::string_view value) const;
    [[nodiscard]] bool is_object(const Mention& mention, std::string_view value) const;
    [[nodiscard]] bool is_seat(const Mention& mention) const;
    [[nodiscard]] const TextWord* leading_word(const Mention& mention) const;
    [[nodiscard]] bool after_title(const Mention& mention) const;
    [[nodiscard]] const TextPart& part_of(const Mention& mention) const;

    const EnrichmentModel& model_;
    LoneSurnames surnames_;
    const ReportText* text_ = nullptr;
    const Mentions* mentions_ = nullptr;
    Meanings out_;
    ReportMarks supported_entries_;
    ReportMarks supported_countries_;
    std::vector<bool> is_settled_[2];  // by group and mention
};

}  // namespace sitrep::indexer
