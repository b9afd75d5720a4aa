#include <charconv>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sitrep_internal/file_bytes.hpp>
#include <sstream>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::schema {
namespace {

constexpr std::string_view kGenerationPrefix = "generation-";
constexpr std::string_view kStubType = "glass ";
/// In bytes, far more than any has. Somebody's deep nesting would overflow the stack of who shows
/// it.
constexpr std::size_t kLongestRun = 16U << 10U;

/// Empty if it is no file, or none that can be read. A pipe would be waited for.
std::string text_of(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return {};
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool has_generations(const std::filesystem::path& dir) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(dir, error)) {
        if (generation_number(entry.path().filename().string())) return true;
    }
    return false;
}

Error damaged_stub(const std::filesystem::path& dir) {
    const auto path = (dir / kStubName).string();
    const auto manifest = manifest_of(dir);
    const std::string name = generation_name(manifest ? manifest->generation : 0);
    std::error_code error;
    const bool is_known = manifest && std::filesystem::exists(dir / name, error);
    return {ErrorCode::IndexDamaged, path + " does not name a generation",
            is_known ? "write this one line to it: " + std::string(kStubType) + name +
                           "; then run sitrep verify"
                     : "remove the folder, and build the index again with: sitrep index INPUT..."};
}

}  // namespace

void require_place(const std::filesystem::path& dir) {
    using std::filesystem::file_type;
    for (const auto& path : {dir, dir / kStubName}) {
        std::error_code error;
        const auto type = std::filesystem::status(path, error).type();
        if (type == file_type::none) {
            throw Error(ErrorCode::Io, "cannot look into " + dir.string() + ": " + error.message(),
                        "check that you may read the folder and those above it");
        }
        if (type == file_type::not_found && path == dir) {
            throw Error(ErrorCode::IndexNotFound, "there is no index at " + dir.string());
        }
        if (type != file_type::directory) return;
    }
}

Error not_an_index_folder(const std::filesystem::path& file) {
    return {ErrorCode::IndexNotFound, file.string() + " is a file, not an index folder",
            "name the folder of an index with --db"};
}

std::string generation_name(std::uint64_t generation) {
    return std::string(kGenerationPrefix) + std::to_string(generation);
}

std::optional<std::uint64_t> generation_number(const std::string& name) {
    if (!name.starts_with(kGenerationPrefix)) return std::nullopt;
    const char* first = name.data() + kGenerationPrefix.size();
    const char* last = name.data() + name.size();
    std::uint64_t number = 0;
    const auto [stop, error] = std::from_chars(first, last, number);
    if (error != std::errc{} || stop != last || first == last) return std::nullopt;
    return number;
}

std::string stub_text(std::uint64_t generation) {
    return std::string(kStubType) + generation_name(generation) + "\n";
}

std::optional<std::uint64_t> published_generation(const std::filesystem::path& dir) {
    const auto path = dir / kStubName;
    std::error_code missing;
    if (!std::filesystem::is_regular_file(path, missing)) return std::nullopt;
    const std::string text = read_bytes(path);
    std::optional<std::uint64_t> generation;
    if (text.ends_with('\n') && text.starts_with(kStubType)) {
        generation =
            generation_number(text.substr(kStubType.size(), text.size() - kStubType.size() - 1));
    }
    // Whoever writes a stub of several databases does not do it beside ours.
    if (!generation && has_generations(dir)) throw damaged_stub(dir);
    return generation;
}

std::optional<IndexDescription> manifest_of(const std::filesystem::path& dir) {
    const std::string text = text_of(dir / kManifestName);
    if (text.empty()) return std::nullopt;
    try {
        return description_from_json(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void require_manifest_access(const std::filesystem::path& dir, std::uint64_t generation,
                             Access access) {
    const auto manifest = manifest_of(dir);
    if (!manifest) return;
    constexpr std::uint64_t kUnknown = 0;
    if (manifest->generation != generation && manifest->generation != kUnknown) return;
    require_access(*manifest, access);
}

IndexDescription with_times(IndexDescription description, const std::filesystem::path& dir) {
    const auto manifest = manifest_of(dir);
    if (!manifest || manifest->generation != description.generation) return description;
    description.created = manifest->created;
    description.updated = manifest->updated;
    return description;
}

std::vector<std::string> recent_runs(const std::filesystem::path& dir) {
    std::istringstream file(text_of(dir / kRunsName));
    std::vector<std::string> runs;
    for (std::string line; std::getline(file, line);) {
        if (line.size() > kLongestRun) continue;
        if (nlohmann::json::accept(line) && line.starts_with('{')) runs.push_back(line);
        if (runs.size() > kRunsKept) runs.erase(runs.begin());
    }
    return runs;
}

}  // namespace sitrep::schema
