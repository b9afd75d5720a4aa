#include "name_reader.hpp"

namespace sitrep::indexer {
namespace {

bool is_place_or_person(schema::EntryKind kind) {
    using enum schema::EntryKind;
    return kind == Country || kind == Place || kind == Person;
}

}  // namespace

NameReader::NameReader(const EnrichmentModel& model)
    : model_(model),
      tagger_(model.names()),
      resolver_(model),
      states_(model),
      person_governments_(model) {}

ReadNames NameReader::read(ReportText& text, const std::optional<schema::ReportDate>& date) {
    const Mentions& mentions = tagger_.tag(text, date);
    Meanings& meanings = resolver_.resolve(text, mentions);
    const auto day = date ? std::optional(date->first()) : std::nullopt;
    states_.find(text, mentions, day, meanings);
    person_governments_.add(text, mentions, day, meanings);
    const ReadNames names{&mentions, &meanings};
    mark_words(names, text);
    return names;
}

void NameReader::mark_words(const ReadNames& names, ReportText& text) const {
    const Meanings& all = *names.meanings;
    for (const auto* meanings : {&all.places, &all.actors, &all.asides}) {
        for (const Meaning& meaning : *meanings) {
            if (!is_place_or_person(model_.entry(meaning.entry).kind)) continue;
            const Mention& mention = names.mentions->list[meaning.mention];
            auto& words = text.part(mention.place).words;
            for (std::uint32_t i = 0; i < mention.words; ++i) {
                words[mention.first_word + i].is_of_name = true;
            }
        }
    }
}

}  // namespace sitrep::indexer
