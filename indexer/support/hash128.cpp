#include "hash128.hpp"

#include <xxhash.h>

namespace sitrep::indexer {

Hash128 hash_of(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

}  // namespace sitrep::indexer
