#include "near_values.hpp"

#include <algorithm>
#include <sitrep_internal/edit_distance.hpp>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

/// How many slips of the pen a name of that many letters may have and still be known.
std::size_t slips_allowed(std::size_t letters) {
    if (letters < 4) return letters / 2;
    return letters <= 8 ? 2 : 3;
}

}  // namespace

NearValues::NearValues(std::string_view text)
    : wanted_(code_points(fold_name(text))), slips_(slips_allowed(wanted_.size())) {}

std::optional<std::size_t> NearValues::distance(std::u32string_view known) const {
    const std::size_t longer = std::max(known.size(), wanted_.size());
    if (wanted_.empty() || longer - std::min(known.size(), wanted_.size()) > slips_)
        return std::nullopt;
    const std::size_t distance = edit_distance(wanted_, known, slips_);
    if (distance > slips_ || distance >= known.size()) return std::nullopt;
    return distance;
}

void NearValues::compare(std::string_view name, std::string_view value) {
    const std::u32string letters = code_points(name);
    const auto slips = distance(letters);
    // People rarely get the first letter wrong.
    if (slips) near_.emplace_back(*slips, wanted_.front() != letters.front(), value);
}

void NearValues::compare_words(std::string_view name, std::string_view value) {
    const std::u32string wanted = U" " + wanted_;
    const auto letters = U" " + code_points(name) + U" ";
    const bool has_words = letters.find(wanted + U" ") != std::u32string::npos;
    const bool begins_word = wanted_.size() > 3 && letters.find(wanted) != std::u32string::npos;
    if (!wanted_.empty() && (has_words || begins_word))
        near_.emplace_back(slips_ + (has_words ? 1 : 2), false, value);
}

std::vector<std::string> NearValues::best(std::size_t limit) {
    std::ranges::sort(near_);
    std::vector<std::string> values;
    for (auto& [slips, other_initial, value] : near_) {
        if (values.size() == limit) break;
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    return values;
}

}  // namespace sitrep::schema
