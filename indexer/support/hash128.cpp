#include "hash128.hpp"

#include <xxhash.h>

namespace sitrep::indexer {

Hash128 hash_of(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

std::string to_hex(const Hash128& hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const std::uint64_t half : {hash.high, hash.low}) {
        for (unsigned shift = 64; shift > 0; shift -= 4) {
            out += kDigits[(half >> (shift - 4)) & 15U];
        }
    }
    return out;
}

}  // namespace sitrep::indexer
