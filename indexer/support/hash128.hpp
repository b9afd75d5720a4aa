#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// XXH3-128: equal for equal bytes, and for no others that one will ever meet.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

[[nodiscard]] Hash128 hash_of(std::string_view bytes);

/// 32 digits.
[[nodiscard]] std::string to_hex(const Hash128& hash);

/// 96 bits of a hash. Of ten million records, with a hundred thousand other ones every night, two
/// have the same key once in some hundred million million years.
struct RecordKey {
    std::array<std::uint32_t, 3> bits{};

    RecordKey() = default;
    explicit RecordKey(const Hash128& hash) noexcept
        : bits{static_cast<std::uint32_t>(hash.low), static_cast<std::uint32_t>(hash.low >> 32U),
               static_cast<std::uint32_t>(hash.high)} {}

    friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};

}  // namespace sitrep::indexer
