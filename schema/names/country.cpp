#include "country_table.hpp"
#include "icu_country_names.hpp"

#include <algorithm>
#include <sitrep_internal/edit_distance.hpp>
#include <tuple>

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

/// In bytes. No country has a longer name, and a whole document need not be folded to know that.
constexpr std::size_t kLongestName = 256;

/// UN lists write `Niger (the)` and `the Niger`.
std::string_view without_article(std::string_view folded) {
    constexpr std::string_view kBefore = "the ";
    constexpr std::string_view kAfter = " the";
    if (folded.substr(0, kBefore.size()) == kBefore) folded.remove_prefix(kBefore.size());
    if (folded.size() > kAfter.size() && folded.substr(folded.size() - kAfter.size()) == kAfter) {
        folded.remove_suffix(kAfter.size());
    }
    return folded;
}

const Country* find(std::string_view folded) {
    const CountryTable& table = CountryTable::instance();
    const std::string_view bare = without_article(folded);
    if (const Country* country = table.find(folded)) return country;
    if (const Country* country = table.find(bare)) return country;
    if (const Country* country = find_icu_country_name(folded)) return country;
    return find_icu_country_name(bare);
}

/// How many slips of the pen a word of that many letters may have and still be known.
std::size_t slips_allowed(std::size_t letters) {
    if (letters < 2) return 0;
    if (letters <= 4) return 1;
    return letters <= 8 ? 2 : 3;
}

/// A known name that is near, ordered by how good a suggestion it is.
struct Candidate {
    std::size_t distance;
    bool other_initial;  // people rarely get the first letter wrong
    bool alias;
    std::string_view name;

    friend bool operator<(const Candidate& a, const Candidate& b) {
        return std::tie(a.distance, a.other_initial, a.alias, a.name) <
               std::tie(b.distance, b.other_initial, b.alias, b.name);
    }
};

std::vector<Candidate> candidates_near(std::string_view folded) {
    const std::u32string wanted = code_points(folded);
    const std::size_t limit = slips_allowed(wanted.size());
    std::vector<Candidate> near;
    for (const auto& [known, country] : CountryTable::instance().names()) {
        const std::u32string letters = code_points(known);
        const std::size_t distance = edit_distance(wanted, letters, limit);
        // A short word is not misspelt but another word if all of its letters differ.
        if (distance > limit || distance >= letters.size()) continue;
        const bool alias = known != fold_name(country->name);
        near.push_back({distance, wanted.front() != letters.front(), alias, country->name});
    }
    std::sort(near.begin(), near.end());
    return near;
}

}  // namespace

std::optional<std::string> country_code(std::string_view text) {
    if (text.size() > kLongestName) return std::nullopt;
    const std::string folded = fold_name(text);
    if (folded.empty()) return std::nullopt;
    const Country* const country = find(folded);
    if (country == nullptr) return std::nullopt;
    return std::string(country->alpha3);
}

std::string country_label(std::string_view code) {
    const Country* const country = CountryTable::instance().with_alpha3(code);
    return std::string(country == nullptr ? code : country->name);
}

std::vector<std::string> similar_countries(std::string_view text, std::size_t limit) {
    std::vector<std::string> names;
    if (text.size() > kLongestName) return names;
    const std::string folded = fold_name(text);
    if (folded.empty()) return names;
    for (const Candidate& candidate : candidates_near(folded)) {
        if (names.size() == limit) break;
        if (std::find(names.begin(), names.end(), candidate.name) == names.end()) {
            names.emplace_back(candidate.name);
        }
    }
    return names;
}

std::vector<std::string> countries_sharing_name(std::string_view text) {
    std::vector<std::string> codes;
    const auto taken = country_code(text);
    if (!taken) return codes;
    const std::string words = " " + fold_name(text) + " ";
    for (const auto& [known, country] : CountryTable::instance().names()) {
        const bool has_words = (" " + known + " ").find(words) != std::string::npos;
        if (!has_words || country->alpha3 == *taken || known != fold_name(country->name)) continue;
        codes.emplace_back(country->alpha3);
    }
    return codes;
}

}  // namespace sitrep::schema
