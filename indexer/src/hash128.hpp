#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// XXH3-128: equal for equal bytes, and for no others that one will ever meet.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

[[nodiscard]] Hash128 hash_of(std::string_view bytes);

}  // namespace sitrep::indexer
