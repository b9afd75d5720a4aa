#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace sitrep::indexer {

/// Reports in a generation; nothing if it cannot be opened.
[[nodiscard]] std::optional<std::uint64_t> count_reports(const std::filesystem::path& generation);

/// Opens a generation as a reader would, compares the number of its reports with what was written,
/// and reads some of them back. Throws `Error` (Internal) if something is wrong.
void require_sound(const std::filesystem::path& generation, std::uint64_t reports);

}  // namespace sitrep::indexer
