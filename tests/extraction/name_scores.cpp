#include "name_scores.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::extraction {
namespace {

std::string_view without_article(std::string_view name) {
    for (const std::string_view article : {"the ", "The "}) {
        if (name.starts_with(article)) return name.substr(article.size());
    }
    return name;
}

/// A surname alone may be anybody's, so it does not count.
bool holds(const schema::VocabularyEntry& entry, std::string_view text) {
    if (schema::field_of(entry.kind) != schema::FieldId::Actor) return false;
    const std::string folded = schema::fold_name(text);
    return std::ranges::any_of(entry.names, [&](const schema::VocabularyName& name) {
        const bool is_sure =
            name.use == schema::NameUse::Always || name.use == schema::NameUse::Capital;
        return is_sure && schema::fold_name(name.text) == folded;
    });
}

void print_counts(const char* title, const std::map<std::string, std::size_t>& counts) {
    for (const auto& [what, count] : counts) std::printf("  %s %s (%zu)\n", title, what.c_str(), count);
}

}  // namespace

void NameScores::add(const GoldReport& gold, Extractor& extractor) {
    const auto found = extractor.actors_at(gold);
    for (const GoldName& name : gold.names) {
        ++names_;
        const auto holders =
            sitrep::schema::Vocabulary::builtin()->named(without_article(name.text));
        const bool is_held = std::ranges::any_of(
            holders, [&](const auto* entry) { return holds(*entry, without_article(name.text)); });
        std::vector<std::string> here;
        for (const auto& actor : found) {
            if (actor.begin < name.end && name.begin < actor.end) here.push_back(actor.value);
        }
        for (const auto& value : here) ++taken_for_[name.text + " = " + value];
        if (!is_held) continue;
        ++held_;
        const bool is_found = std::ranges::any_of(here, [&](const std::string& value) {
            return std::ranges::find(holders, value, &schema::VocabularyEntry::value) !=
                   holders.end();
        });
        if (is_found) {
            ++found_;
        } else {
            ++missed_[name.text];
        }
    }
}

void NameScores::print() const {
    if (names_ == 0) return;
    print_counts("found", taken_for_);
    print_counts("missed", missed_);
    std::printf("names            %zu, of which the vocabulary holds %zu (%.3f); %zu of those found (%.3f)\n",
                names_, held_, static_cast<double>(held_) / static_cast<double>(names_), found_,
                held_ == 0 ? 0.0 : static_cast<double>(found_) / static_cast<double>(held_));
}

}  // namespace sitrep::extraction
