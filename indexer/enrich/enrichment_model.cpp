#include "enrichment_model.hpp"

#include <algorithm>

namespace sitrep::indexer {

using schema::EntryKind;
using schema::VocabularyEntry;

EnrichmentModel::EnrichmentModel(std::shared_ptr<const schema::Vocabulary> vocabulary)
    : vocabulary_(std::move(vocabulary)), names_(*vocabulary_), topics_(*vocabulary_) {
    std::uint32_t number = 0;
    Surfaces surfaces;
    for (const VocabularyEntry& entry : vocabulary_->entries()) {
        add_countries(number++, entry);
        if (entry.kind == EntryKind::Person) add_first_name(entry, surfaces);
    }
}

std::uint32_t EnrichmentModel::country_number(const std::string& code) {
    const auto known = std::ranges::find(countries_, code, &Country::code);
    if (known != countries_.end()) return static_cast<std::uint32_t>(known - countries_.begin());
    countries_.push_back({code, std::nullopt, std::nullopt, std::nullopt});
    return static_cast<std::uint32_t>(countries_.size() - 1);
}

void EnrichmentModel::add_countries(std::uint32_t number, const VocabularyEntry& entry) {
    Range range{static_cast<std::uint32_t>(country_lists_.size()), 0};
    for (const auto& code : entry.countries) {
        country_lists_.push_back(country_number(code));
        ++range.count;
    }
    entry_countries_.push_back(range);
    if (range.count != 1) return;
    Country& country = countries_[country_lists_.back()];
    if (entry.kind == EntryKind::Country) country.before = entry.before;
    if (entry.kind == EntryKind::Government && !country.government) country.government = number;
    if (entry.kind == EntryKind::NationalForces && !country.forces) country.forces = number;
}

/// Of a name that begins with the family name, the first name follows: then this is none.
void EnrichmentModel::add_first_name(const VocabularyEntry& entry, Surfaces& surfaces) {
    const auto& words = surfaces.of(entry.label);
    if (words.size() != 2) return;
    const auto symbol = names_.symbols().find(words.front());
    if (first_names_.size() <= symbol) first_names_.resize(symbol + std::size_t{1});
    first_names_[symbol] = symbol != NameSymbols::kNone;
}

const std::string& EnrichmentModel::code(std::uint32_t country,
                                         std::optional<std::chrono::sys_days> day) const {
    const Country& known = countries_[country];
    return known.before && day && *day < known.before->until ? known.before->code : known.code;
}

std::optional<std::uint32_t> EnrichmentModel::government_of(std::uint32_t country) const {
    return countries_[country].government;
}

std::optional<std::uint32_t> EnrichmentModel::forces_of(std::uint32_t country) const {
    return countries_[country].forces;
}

}  // namespace sitrep::indexer
