#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace sitrep::indexer {

/// Reports in a generation; nothing if it does not say.
[[nodiscard]] std::optional<std::uint64_t> count_reports(const std::filesystem::path& generation);

/// Opens a generation as a reader would, compares the number of its reports with what it should be,
/// and reads some of them back. Says what is wrong where; nothing if all is well. Throws `Error`.
[[nodiscard]] std::optional<std::string> find_damage(const std::filesystem::path& generation,
                                                     std::uint64_t reports);

}  // namespace sitrep::indexer
