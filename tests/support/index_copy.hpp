#pragma once

#include <filesystem>

namespace sitrep::test {

/// Makes `to` an index like `from`, with the same reports, terms and values, but without the
/// positions of words, as an index made with `--no-positions` is.
void copy_without_positions(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace sitrep::test
