#pragma once

#include <filesystem>
#include <optional>

namespace sitrep::indexer {

/// Where a path leads through links.
struct FollowedPath {
    std::filesystem::path path;
    /// The number of `/dev/fd/3` or `/proc/self/fd/3`. That link is not followed further: it leads
    /// to what may have no name.
    std::optional<int> descriptor;
};

/// Nothing if a link cannot be read or leads in a circle. The last file need not be there.
[[nodiscard]] std::optional<FollowedPath> follow_links(std::filesystem::path path);

}  // namespace sitrep::indexer
