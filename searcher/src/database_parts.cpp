#include "database_parts.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::searcher {
namespace {

namespace fs = std::filesystem;
using schema::Access;
using schema::Error;
using schema::ErrorCode;

constexpr unsigned kRemoteTimeoutMs = 10000;
/// A stub may name stubs, but not for ever.
constexpr int kMaxDepth = 8;
constexpr std::size_t kMostDatabases = 10000;

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

/// A database by itself, or a server that has one.
struct NamedDatabase {
    std::string where;
    bool is_remote = false;
};

/// The database at a path, or those that the stub there names.
void collect(const fs::path& path, int depth, std::vector<NamedDatabase>& found) {
    const auto stub = stub_at(path);
    if (depth > kMaxDepth || found.size() == kMostDatabases) {
        throw Error(ErrorCode::IndexDamaged, path.string() + " is named by too many stubs",
                    "name databases in the stub, not the stub itself");
    }
    if (!stub) return found.push_back({path.string(), false});
    std::ifstream file(*stub);
    for (std::string line; std::getline(file, line);) {
        const auto space = line.find(' ');
        if (line.empty() || line.front() == '#' || space == std::string::npos) continue;
        const std::string where = line.substr(space + 1);
        if (line.starts_with("remote ")) {
            found.push_back({where, true});
        } else {
            collect(stub->parent_path() / where, depth + 1, found);
        }
    }
}

std::vector<NamedDatabase> databases_at(const fs::path& dir) {
    std::vector<NamedDatabase> found;
    collect(dir, 0, found);
    return found;
}

DatabasePart part_of(const std::string& where, const Xapian::Database& database) {
    const std::string description = database.get_metadata(schema::kDescriptionKey);
    if (description.empty()) {
        throw Error(ErrorCode::IndexFormat,
                    where + " is a Xapian database, but not one that sitrep made",
                    "build an index with: sitrep index --db DIR INPUT...");
    }
    DatabasePart part{where, schema::description_from_json(description),
                      schema::learned_metadata_of(database), false};
    schema::require_access(part.description, Access::Read);
    return part;
}

/// A database by itself, or a generation in the folder of an index.
DatabasePart local_part(const fs::path& path) {
    if (const auto number = schema::generation_number(path.filename().string()))
        schema::require_manifest_access(path.parent_path(), *number, Access::Read);
    return part_of(path.string(), Xapian::Database(path.string()));
}

/// Among several databases it matters which one cannot be read.
template <typename Read>
void add_part(std::vector<DatabasePart>& found, const std::string& where, Read read) {
    try {
        found.push_back(read());
    } catch (const Error& error) {
        const bool is_named = error.message().starts_with(where);
        throw Error(error.code(), (is_named ? "" : where + ": ") + error.message(), error.hint());
    }
}

void add_named(std::vector<DatabasePart>& found, const NamedDatabase& database) {
    const auto& [where, is_remote] = database;
    if (!is_remote) return add_part(found, where, [&] { return local_part(where); });
    const auto remote = open_remote(where);
    if (!remote) return;
    add_part(found, where, [&] { return part_of(where, *remote); });
    found.back().is_remote = true;
}

}  // namespace

std::vector<fs::path> local_databases(const fs::path& dir,
                                      std::optional<std::uint64_t> generation) {
    if (generation) return {dir / schema::generation_name(*generation)};
    std::vector<fs::path> found;
    for (const auto& [where, is_remote] : databases_at(dir)) {
        if (!is_remote) found.emplace_back(where);
    }
    return found;
}

std::vector<DatabasePart> parts_of(const fs::path& dir, std::optional<std::uint64_t> generation,
                                   const Xapian::Database& database) {
    std::vector<DatabasePart> found;
    // Of several databases Xapian gives the metadata of the first only, so each is asked by itself.
    if (stub_at(dir) && !generation) {
        for (const auto& named : databases_at(dir)) add_named(found, named);
    }
    if (!found.empty()) return found;
    if (generation) schema::require_manifest_access(dir, *generation, Access::Read);
    return {part_of(dir.string(), database)};
}

}  // namespace sitrep::searcher
