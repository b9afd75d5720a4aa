#include "followed_path.hpp"

#include <charconv>
#include <string>
#include <system_error>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;

/// As many as the system follows.
constexpr int kMostLinks = 40;

std::optional<int> descriptor_named_by(const fs::path& path) {
    const std::string name = path.filename().string();
    int number = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failed != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    std::error_code unknown;
    const auto own = fs::canonical("/proc/self/fd", unknown);
    if (unknown || fs::canonical(path.parent_path(), unknown) != own) return std::nullopt;
    return number;
}

}  // namespace

std::optional<FollowedPath> follow_links(fs::path path) {
    std::error_code none;
    for (int links = 0;; ++links) {
        const auto descriptor = descriptor_named_by(path);
        if (descriptor || !fs::is_symlink(path, none)) return FollowedPath{path, descriptor};
        const auto target = fs::read_symlink(path, none);
        if (none || links == kMostLinks) return std::nullopt;
        path = path.parent_path() / target;  // a target that begins with / stands for itself
    }
}

}  // namespace sitrep::indexer
