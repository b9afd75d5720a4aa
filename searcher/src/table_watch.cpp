#include "table_watch.hpp"

#include <sitrep/schema/error.hpp>

namespace sitrep::searcher {
namespace {

namespace glass = schema::glass;

/// Tables that others than us change while they are looked at may seem damaged.
constexpr int kMostTries = 3;

}  // namespace

void TableWatch::require_sound(const std::filesystem::path& database) {
    const std::scoped_lock lock(mutex_);
    for (int tries = 1;; ++tries) {
        const auto stamps = glass::table_stamps(database);
        const auto known = sound_.find(database);
        if (known != sound_.end() && known->second == stamps) return;
        if (glass::is_being_written(database)) return;
        try {
            glass::require_sound_tables(database);
            sound_[database] = stamps;
            return;
        } catch (const schema::Error& error) {
            const bool has_stayed = glass::table_stamps(database) == stamps;
            if (has_stayed || tries == kMostTries) throw;
        }
    }
}

}  // namespace sitrep::searcher
