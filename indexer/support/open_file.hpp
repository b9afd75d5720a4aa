#pragma once

#include <filesystem>

namespace sitrep::indexer {

/// As `open(2)` with `O_CLOEXEC`, but never gives 0, 1 or 2: where a standard stream is closed,
/// what is meant for it would land in the file. Negative if it fails, and `errno` says why.
[[nodiscard]] int open_file(const std::filesystem::path& path, int flags);

/// A second descriptor of an open file, above 2 as well. Negative if it fails.
[[nodiscard]] int duplicate_descriptor(int descriptor);

}  // namespace sitrep::indexer
