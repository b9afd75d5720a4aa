#include "learned_metadata.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include <sitrep/schema/index_layout.hpp>

namespace sitrep::searcher {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kRemoteTimeoutMs = 10000;
/// A stub may name stubs, but not for ever.
constexpr int kMaxDepth = 8;

/// `HOST:PORT`, or `:PROGRAM ARGUMENTS`; nothing if it is neither.
std::optional<Xapian::Database> open_remote(const std::string& address) {
    if (address.starts_with(':')) {
        const auto space = std::min(address.find(' '), address.size());
        const auto rest = space < address.size() ? address.substr(space + 1) : std::string();
        return Xapian::Remote::open(address.substr(1, space - 1), rest, kRemoteTimeoutMs);
    }
    const auto colon = address.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    unsigned port = 0;
    const char* const end = address.data() + address.size();
    const auto [stop, error] = std::from_chars(address.data() + colon + 1, end, port);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return Xapian::Remote::open(address.substr(0, colon), port, kRemoteTimeoutMs);
}

/// The stub file at a path or in the folder at a path; nothing for a database itself.
std::optional<fs::path> stub_at(const fs::path& path) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path;
    const auto inside = path / schema::kStubName;
    if (fs::is_regular_file(inside, error)) return inside;
    return std::nullopt;
}

/// Of several databases Xapian gives the metadata of the first only, so each is asked by itself.
void collect(const fs::path& path, int depth, std::vector<schema::LearnedMetadata>& found) {
    const auto stub = stub_at(path);
    if (!stub || depth == kMaxDepth) {
        found.push_back(schema::learned_metadata_of(Xapian::Database(path.string())));
        return;
    }
    std::ifstream file(*stub);
    for (std::string line; std::getline(file, line);) {
        const auto space = line.find(' ');
        if (line.empty() || line.front() == '#' || space == std::string::npos) continue;
        const std::string rest = line.substr(space + 1);
        if (!line.starts_with("remote ")) {
            collect(stub->parent_path() / rest, depth + 1, found);
        } else if (const auto remote = open_remote(rest)) {
            found.push_back(schema::learned_metadata_of(*remote));
        }
    }
}

}  // namespace

std::vector<schema::LearnedMetadata> learned_metadata_of(const fs::path& dir,
                                                         const Xapian::Database& database) {
    std::vector<schema::LearnedMetadata> found{schema::learned_metadata_of(database)};
    const bool is_single = !stub_at(dir) || schema::published_generation(dir).has_value();
    if (!is_single) collect(dir, 0, found);
    return found;
}

}  // namespace sitrep::searcher
