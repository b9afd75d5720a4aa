#include "pending_file.hpp"

#include "safe_file.hpp"

#include <sitrep_internal/system_error.hpp>
#include <system_error>
#include <vector>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPending = ".pending";

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
}

std::string first_part(const fs::path& file) {
    constexpr std::size_t kMostOfName = 200;  // systems allow 255 bytes in all
    return file.filename().string().substr(0, kMostOfName) + ".";
}

std::vector<fs::path> all_pending(const fs::path& file) {
    const std::string begin = first_part(file);
    std::vector<fs::path> found;
    std::error_code no_folder;
    for (const auto& entry : fs::directory_iterator(folder_of(file), no_folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(begin) || !name.ends_with(kPending)) continue;
        const bool is_of_longer_name = name.find('.', begin.size()) < name.size() - kPending.size();
        if (!is_of_longer_name) found.push_back(entry.path());
    }
    return found;
}

void require(const std::error_code& error, const std::string& what, const fs::path& path) {
    if (error) throw schema::io_error(what + " " + path.string(), error);
}

}  // namespace

fs::path pending_path(const fs::path& file, std::string_view state) {
    return folder_of(file) / (first_part(file) + std::string(state) + std::string(kPending));
}

bool has_pending(const fs::path& file) {
    return !all_pending(file).empty();
}

void put_pending_in_place(const fs::path& pending, const fs::path& file) {
    std::error_code error;
    const bool is_empty = fs::file_size(pending, error) == 0;
    require(error, "cannot look at", pending);
    if (is_empty) {
        fs::remove(file, error);
        require(error, "cannot remove", file);
        fs::remove(pending, error);
    } else {
        fs::rename(pending, file, error);
    }
    require(error, is_empty ? "cannot remove" : "cannot rename", pending);
    sync_folder(folder_of(file));
}

void settle_pending(const fs::path& file, std::string_view state) {
    const auto before_a_change = pending_path(file, state);
    for (const auto& pending : all_pending(file)) {
        if (pending.filename() != before_a_change.filename()) {
            put_pending_in_place(pending, file);
            continue;
        }
        std::error_code error;
        fs::remove(pending, error);
        require(error, "cannot remove", pending);
    }
}

}  // namespace sitrep::indexer
