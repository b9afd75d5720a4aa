#include "near_matches.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace sitrep::searcher {
namespace {

using Positions = std::vector<std::uint32_t>;

/// True if one of the sorted positions is from `first` to `last`.
bool has_between(const Positions& positions, std::int64_t first, std::int64_t last) {
    const auto found = std::ranges::lower_bound(positions, first);
    return found != positions.end() && *found <= last;
}

/// Those of the places that stand near one of the others.
std::vector<TextMatch> those_near(const std::vector<TextMatch>& places,
                                  const std::vector<TextMatch>& others, std::size_t distance) {
    Positions begins;
    Positions ends;
    for (const auto& other : others) {
        begins.push_back(other.first_word);
        ends.push_back(other.last_word);
    }
    std::ranges::sort(begins);
    std::ranges::sort(ends);
    const auto far = static_cast<std::int64_t>(distance);
    std::vector<TextMatch> near;
    std::ranges::copy_if(places, std::back_inserter(near), [&](const TextMatch& place) {
        const std::int64_t first = place.first_word;
        const std::int64_t last = place.last_word;
        return has_between(ends, first - far, first - 1) ||
               has_between(begins, last + 1, last + far);
    });
    return near;
}

}  // namespace

/// From the front each operand keeps what ends a chain so far, and from the back what goes on.
std::vector<TextMatch> near_matches(std::vector<std::vector<TextMatch>> operands,
                                    const std::vector<std::size_t>& distances) {
    for (std::size_t i = 1; i < operands.size(); ++i)
        operands[i] = those_near(operands[i], operands[i - 1], distances[i - 1]);
    for (std::size_t i = operands.size(); i-- > 1;)
        operands[i - 1] = those_near(operands[i - 1], operands[i], distances[i - 1]);
    std::vector<TextMatch> all;
    for (auto& operand : operands) std::ranges::move(operand, std::back_inserter(all));
    return all;
}

}  // namespace sitrep::searcher
