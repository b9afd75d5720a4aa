#include "model_compiler.hpp"

#include "enrich/contexts/context_compiler.hpp"
#include "enrich/country_numbers.hpp"
#include "enrich/examples/example_compiler.hpp"
#include "enrich/names/name_compiler.hpp"
#include "enrich/names/state_bodies.hpp"
#include "enrich/topics/topic_compiler.hpp"
#include "enrich/topics/topic_weight_compiler.hpp"
#include "enrichment_model.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::VocabularyEntry;

/// Seats of international organisations and of correspondents: who writes from there, writes of
/// others as often.
bool is_dispatch_city(std::string_view name) {
    constexpr auto kCities = std::to_array<std::string_view>(
        {"Abidjan",   "Addis Ababa", "Amman",        "Bangkok", "Beirut",     "Brussels",
         "Cairo",     "Dakar",       "Doha",         "Dubai",   "Geneva",     "Hong Kong",
         "Istanbul",  "Jerusalem",   "Johannesburg", "London",  "Luxembourg", "Moscow",
         "Nairobi",   "New York",    "Nicosia",      "Paris",   "Singapore",  "Strasbourg",
         "The Hague", "Vienna",      "Washington"});
    return std::ranges::find(kCities, name) != kCities.end();
}

/// Brussels said: who speaks there mostly speaks for the European Union, not for Belgium.
constexpr std::string_view kSeatOfOthers = "Brussels";

/// A state that has the capital of the one which it was a part of, and so speaks for that in
/// reports of its time: Moscow said.
bool is_heir(std::string_view code) {
    constexpr auto kHeirs = std::to_array<std::string_view>({"CZE", "RUS", "SRB"});
    return std::ranges::find(kHeirs, code) != kHeirs.end();
}

class EntryCompiler {
public:
    explicit EntryCompiler(const StateBodies& bodies) : state_bodies_(bodies) {}

    void add(const VocabularyEntry& entry) {
        EnrichmentModel::Entry out;
        out.value = add_text(pool_, entry.value);
        out.first_country = static_cast<std::uint32_t>(lists_.size());
        out.countries = static_cast<std::uint32_t>(entry.countries.size());
        out.kind = entry.kind;
        out.is_capital = entry.place_kind == "capital" && entry.label != kSeatOfOthers;
        out.is_dispatch = is_dispatch_city(entry.label);
        for (const auto& code : entry.countries) lists_.push_back(country_number(code));
        if (out.countries == 1) describe_country(entry);
        entries_.push_back(out);
    }

    void add(const schema::Topic& topic) { topics_.push_back(add_text(pool_, topic.id)); }

    [[nodiscard]] const CountryNumbers& country_numbers() const noexcept { return numbers_; }

    void write(ImageWriter& image) const {
        image.add(std::string_view(pool_));
        image.add(std::span<const EnrichmentModel::Entry>(entries_));
        image.add(std::span<const EnrichmentModel::Country>(countries_));
        image.add(std::span<const std::uint32_t>(lists_));
        image.add(std::span<const TextRange>(topics_));
        std::vector<std::uint32_t> bodies(countries_.size() * state_bodies_.kinds());
        for (const auto& [code, number] : numbers_) {
            std::ranges::copy(
                state_bodies_.of(code),
                bodies.begin() + static_cast<std::ptrdiff_t>(number * state_bodies_.kinds()));
        }
        image.add(std::span<const std::uint32_t>(bodies));
    }

private:
    std::uint32_t country_number(const std::string& code) {
        const auto [known, is_new] =
            numbers_.try_emplace(code, static_cast<std::uint32_t>(countries_.size()));
        if (is_new) countries_.emplace_back().code = add_text(pool_, code);
        return known->second;
    }

    /// What an entry says of the one country that it belongs to.
    void describe_country(const VocabularyEntry& entry) {
        const std::uint32_t before = entry.kind == EntryKind::Country && entry.before
                                         ? country_number(entry.before->code)
                                         : EnrichmentModel::Country::kNobody;
        auto& country = countries_[lists_.back()];
        const auto number = static_cast<std::uint32_t>(entries_.size());
        constexpr auto kNobody = EnrichmentModel::Country::kNobody;
        if (entry.kind == EntryKind::Country && entry.before) {
            country.code_before = add_text(pool_, entry.before->code);
            if (is_heir(entry.value)) country.heir_of = before;
            country.founded =
                static_cast<std::int32_t>(entry.before->until.time_since_epoch().count());
        } else if (entry.kind == EntryKind::Government && country.government == kNobody) {
            country.government = number;
        } else if (entry.kind == EntryKind::NationalForces && country.forces == kNobody) {
            country.forces = number;
        }
    }

    const StateBodies& state_bodies_;
    std::string pool_;
    std::vector<EnrichmentModel::Entry> entries_;
    std::vector<EnrichmentModel::Country> countries_;
    std::vector<std::uint32_t> lists_;
    std::vector<TextRange> topics_;
    CountryNumbers numbers_;
};

}  // namespace

std::string compile_model(const schema::Vocabulary& vocabulary) {
    const StateBodies bodies(vocabulary);
    EntryCompiler entries(bodies);
    for (const VocabularyEntry& entry : vocabulary.entries()) entries.add(entry);
    for (const schema::Topic& topic : vocabulary.topics()) entries.add(topic);
    ImageWriter image;
    entries.write(image);
    write_names(vocabulary, bodies, image);
    const TopicWeightCompiler weights(vocabulary, entries.country_numbers());
    write_topics(vocabulary, weights, image);
    write_examples(weights, image);
    write_contexts(entries.country_numbers(), image);
    return image.take();
}

}  // namespace sitrep::indexer
