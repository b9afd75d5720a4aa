#include "name_reader.hpp"

namespace sitrep::indexer {

NameReader::NameReader(const EnrichmentModel& model)
    : tagger_(model.names()), resolver_(model), states_(model), person_governments_(model) {}

ReadNames NameReader::read(const ReportText& text, const std::optional<schema::ReportDate>& date) {
    const Mentions& mentions = tagger_.tag(text, date);
    Meanings& meanings = resolver_.resolve(text, mentions);
    const auto day = date ? std::optional(date->first()) : std::nullopt;
    states_.find(text, mentions, day, meanings);
    person_governments_.add(text, mentions, day, meanings);
    return {&mentions, &meanings};
}

}  // namespace sitrep::indexer
