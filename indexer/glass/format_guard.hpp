#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

inline constexpr std::string_view kFormatCheckName = "format-check";

/// Compares what this program writes with what the linked Xapian does: its version, the version
/// file of an empty database that it makes, and a small database of ours that it has to read and
/// change. Nothing if all is as it should be, else what differs, in words for people.
///
/// Works in a folder `kFormatCheckName`.PID`.tmp` that it makes below `folder` and removes again.
/// Throws `Error` (Io).
[[nodiscard]] std::optional<std::string> format_difference(const std::filesystem::path& folder);

}  // namespace sitrep::indexer::glass
