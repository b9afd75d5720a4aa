#pragma once

#include <cstddef>

namespace sitrep::indexer {

/// What a build may hold if nobody says: a quarter of the machine's memory, in bytes.
[[nodiscard]] std::size_t default_build_memory();

/// As many as asked for, or with 0 one for each processor.
[[nodiscard]] unsigned thread_count(unsigned asked);

}  // namespace sitrep::indexer
