#include "country_rivals.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::indexer {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto kRivals = std::to_array<Pair>({
    {"AFG", "PAK"}, {"AFG", "SUN"}, {"AFG", "USA"}, {"ARG", "GBR"}, {"ARM", "AZE"}, {"BIH", "SRB"},
    {"BIH", "YUG"}, {"CHN", "IND"}, {"CHN", "TWN"}, {"COD", "RWA"}, {"COL", "VEN"}, {"CUB", "USA"},
    {"CYP", "TUR"}, {"DZA", "MAR"}, {"ECU", "PER"}, {"ERI", "ETH"}, {"ESH", "MAR"}, {"GEO", "RUS"},
    {"GRC", "TUR"}, {"GUY", "VEN"}, {"HRV", "SRB"}, {"HRV", "YUG"}, {"IND", "PAK"}, {"IRN", "IRQ"},
    {"IRN", "ISR"}, {"IRN", "SAU"}, {"IRN", "USA"}, {"IRQ", "KWT"}, {"IRQ", "USA"}, {"ISR", "LBN"},
    {"ISR", "PSE"}, {"ISR", "SYR"}, {"KHM", "THA"}, {"KHM", "VNM"}, {"KOR", "PRK"}, {"LBY", "TCD"},
    {"MDA", "RUS"}, {"NIC", "USA"}, {"PRK", "USA"}, {"RUS", "UKR"}, {"RWA", "ZAR"}, {"SAU", "YEM"},
    {"SDN", "SSD"}, {"SDN", "TCD"}, {"SRB", "XKX"}, {"SUN", "USA"}, {"SYR", "TUR"}, {"USA", "VNM"},
});
static_assert(std::ranges::is_sorted(kRivals));

}  // namespace

bool are_rivals(std::string_view one, std::string_view other) noexcept {
    return std::ranges::binary_search(kRivals, Pair(std::minmax(one, other)));
}

}  // namespace sitrep::indexer
