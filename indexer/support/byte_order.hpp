#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// The first eight bytes as a number that orders as the strings do, short ones filled up with
/// zeros. Equal numbers say nothing.
[[nodiscard]] inline std::uint64_t order_prefix(std::string_view bytes) noexcept {
    std::uint64_t prefix = 0;
    const std::size_t size = bytes.size() < 8 ? bytes.size() : 8;
    for (std::size_t i = 0; i < size; ++i) {
        prefix |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (56 - 8 * i);
    }
    return prefix;
}

}  // namespace sitrep::indexer
