#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sitrep::indexer {

// A file that has to come together with a change of something else. What it is to hold is made
// durable under a pending name before that change, and put in its place after it. Who finds a
// pending file was left it by a process that was killed in between: the state that its name tells
// is the one before the change, so it counts if the state is another now. An empty one says that
// there is to be no file.

/// Beside the file, for the state before the change, which is named by letters and digits.
[[nodiscard]] std::filesystem::path pending_path(const std::filesystem::path& file,
                                                 std::string_view state);

/// True if something is pending for a file.
[[nodiscard]] bool has_pending(const std::filesystem::path& file);

/// Throws `Error` (Io).
void put_pending_in_place(const std::filesystem::path& pending, const std::filesystem::path& file);

/// Puts in place what is pending for a file if the state is another than it tells, and removes it
/// if it is not. Throws `Error` (Io).
void settle_pending(const std::filesystem::path& file, std::string_view state);

}  // namespace sitrep::indexer
