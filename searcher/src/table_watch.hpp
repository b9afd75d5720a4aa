#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <sitrep_internal/glass/sound_tables.hpp>

namespace sitrep::searcher {

/// Sees to it that Xapian is given no damaged tables. Used by many threads at once, so that tables
/// which nobody may note as sound are looked at once for all of them.
class TableWatch {
public:
    /// Throws `Error`: IndexDamaged if the tables of a local database are damaged, Io. Does not
    /// look at tables that are known to be sound, nor while a writer of ours is at work, which
    /// keeps them so.
    void require_sound(const std::filesystem::path& database);

private:
    std::mutex mutex_;
    std::map<std::filesystem::path, schema::glass::TableStamps> sound_;  // as they were looked at
};

}  // namespace sitrep::searcher
