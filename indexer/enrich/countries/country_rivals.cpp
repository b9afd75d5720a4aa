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

/// A war between states, or of a state in another one; the last day is open while it goes on.
struct War {
    Pair parties;
    std::chrono::year_month_day first;
    std::chrono::year_month_day last = std::chrono::year{9999} / 12 / 31;
};

using namespace std::chrono_literals;

constexpr auto kWars = std::to_array<War>({
    {{"AFG", "SUN"}, 1979y / 12 / 24, 1989y / 2 / 15},
    {{"AFG", "USA"}, 2001y / 10 / 7, 2021y / 8 / 31},
    {{"ARM", "AZE"}, 1991y / 9 / 1, 1994y / 5 / 12},
    {{"ARM", "AZE"}, 2020y / 9 / 27, 2023y / 12 / 31},
    {{"ERI", "ETH"}, 1998y / 5 / 6, 2000y / 12 / 12},
    {{"GEO", "RUS"}, 2008y / 8 / 1, 2008y / 10 / 31},
    {{"IRN", "IRQ"}, 1980y / 9 / 22, 1988y / 8 / 20},
    {{"IRQ", "KWT"}, 1990y / 8 / 2, 1991y / 4 / 30},
    {{"IRQ", "USA"}, 2003y / 3 / 19, 2011y / 12 / 31},
    {{"ISR", "PSE"}, 1987y / 12 / 9},
    {{"RUS", "UKR"}, 2014y / 4 / 1},
});

}  // namespace

bool are_rivals(std::string_view one, std::string_view other) noexcept {
    return std::ranges::binary_search(kRivals, Pair(std::minmax(one, other)));
}

bool are_at_war(std::string_view one, std::string_view other,
                std::optional<std::chrono::sys_days> day) noexcept {
    const Pair parties(std::minmax(one, other));
    return std::ranges::any_of(kWars, [&](const War& war) {
        const std::chrono::sys_days last(war.last);
        const bool is_then =
            day ? std::chrono::sys_days(war.first) <= *day && *day <= last : war.last == War{}.last;
        return war.parties == parties && is_then;
    });
}

}  // namespace sitrep::indexer
