#include "generation_check.hpp"
#include "index_folder.hpp"
#include "support/safe_file.hpp"
#include "support/utc_time.hpp"

#include <sitrep_internal/glass/database_check.hpp>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <string>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

/// A file has a second name as long as both generations exist; only one of them is ever written.
void link_or_copy(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_hard_link(from, to, error);
    if (!error) return;
    fs::copy_file(from, to, error);
    if (error) throw schema::io_error("cannot copy to " + to.string(), error);
    sync_file(to);
}

void copy_generation(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directory(to, error);
    if (error) throw schema::io_error("cannot make " + to.string(), error);
    for (const auto& entry : fs::directory_iterator(from)) {
        const std::string name = entry.path().filename().string();
        const bool is_for_one =
            name == schema::kDatabaseLockName || name == schema::glass::kSoundNoteName;
        if (!is_for_one) link_or_copy(entry.path(), to / name);
    }
    schema::glass::note_sound_tables(to);
    sync_folder(to);
}

[[noreturn]] void refuse_damaged(const std::string& damage) {
    throw Error(ErrorCode::IndexDamaged,
                "cannot go back: " + damage + "; the index is as it was before",
                "if that is damaged too (sitrep verify): sitrep index --rebuild INPUT...");
}

/// By Xapian, without harm.
void require_readable(const fs::path& generation) {
    const auto damage = schema::glass::table_damage(generation);
    if (damage.empty()) return;
    refuse_damaged(generation.string() + ": " + damage.front().table + ": " + damage.front().what);
}

RollbackReport roll_back(const fs::path& dir) {
    IndexFolder folder(dir);
    const std::uint64_t published = *folder.published();
    const auto before = folder.previous();
    if (!before) {
        throw Error(ErrorCode::Usage,
                    dir.string() + " has no generation before " + std::to_string(published),
                    "a generation is kept when a rebuild takes its place");
    }
    const auto old = folder.path_of(*before);
    require_readable(old);
    auto description = description_of(old);
    const auto documents = count_reports(old);
    if (!description || !documents) refuse_damaged(old.string() + " cannot be opened");
    if (const auto damage = find_damage(old, *documents)) refuse_damaged(*damage);
    description->generation = folder.reserve_generation();
    description->created = description->updated = utc_now();
    copy_generation(old, folder.path_of(description->generation));
    folder.publish(*description);
    return {published, description->generation, *before, *documents};
}

}  // namespace

RollbackReport rollback_index(const fs::path& dir) {
    require_index(dir);
    return schema::translating_errors(dir.string(), [&] { return roll_back(dir); });
}

}  // namespace sitrep::indexer
