#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/names/meanings.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <chrono>
#include <optional>

namespace sitrep::indexer {

/// Finds governments that a text names by a person of them: President Kabbah's government, the
/// government of Sam Matekane.
class PersonGovernments {
public:
    explicit PersonGovernments(const EnrichmentModel& model) : model_(model) {}

    /// Adds them to the actors; `day` is that of the report.
    void add(const ReportText& text, const Mentions& mentions,
             std::optional<std::chrono::sys_days> day, Meanings& meanings) const;

private:
    const EnrichmentModel& model_;
};

}  // namespace sitrep::indexer
