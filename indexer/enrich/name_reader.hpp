#pragma once

#include "actors/person_governments.hpp"
#include "actors/state_finder.hpp"
#include "names/meaning_resolver.hpp"
#include "names/name_tagger.hpp"

#include <optional>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::indexer {

/// The names of a report, and what they mean.
struct ReadNames {
    const Mentions* mentions = nullptr;
    const Meanings* meanings = nullptr;
};

/// Finds the names of a vocabulary in a report, decides what each one means, and adds the
/// governments and armed forces that places and persons stand for. Used by one thread.
class NameReader {
public:
    explicit NameReader(const EnrichmentModel& model);

    /// `date` is that of the report. Marks the words of names in `text`. Valid until the next call,
    /// as long as `text` is.
    [[nodiscard]] ReadNames read(ReportText& text, const std::optional<schema::ReportDate>& date);

private:
    void mark_words(const ReadNames& names, ReportText& text) const;

    const EnrichmentModel& model_;
    NameTagger tagger_;
    MeaningResolver resolver_;
    StateFinder states_;
    PersonGovernments person_governments_;
};

}  // namespace sitrep::indexer
