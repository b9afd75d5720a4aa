#include "database_session.hpp"

#include "database_parts.hpp"

#include <algorithm>
#include <iterator>
#include <sitrep_internal/glass_version.hpp>
#include <sitrep_internal/read_state.hpp>
#include <string_view>
#include <utility>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;

/// Of opening one and the same generation.
constexpr int kMaxFailures = 3;

/// Xapian takes any file for a stub, and complains of its lines.
Xapian::Database open_database(const std::filesystem::path& dir) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(dir, error)) return Xapian::Database(dir.string());
    try {
        Xapian::Database database(dir.string());
        if (!database.get_uuid().empty()) return database;
    } catch (const Xapian::DatabaseOpeningError& opening) {
        if (opening.get_msg().find("Bad line") == std::string::npos) throw;
    }
    throw schema::not_an_index_folder(dir);
}

}  // namespace

/// New generations may be published, and the one before the last removed, while we open: then
/// what was read last is no longer published, and opening begins again.
DatabaseSession::DatabaseSession(const std::filesystem::path& dir,
                                 std::shared_ptr<SharedState> shared)
    : dir_(dir), shared_(std::move(shared)) {
    schema::require_place(dir);
    for (int failures = 0;;) {
        generation_ = schema::published_generation(dir);
        bool are_tables_sound = false;
        try {
            places_.clear();
            require_sound_tables();
            are_tables_sound = true;
            open();
            if (is_published()) return;
        } catch (...) {
            const bool is_final = !are_tables_sound || ++failures == kMaxFailures;
            if (is_published() && is_final) throw;
        }
    }
}

void DatabaseSession::require_sound_tables() {
    if (places_.empty()) {
        for (auto& path : local_databases(dir_, generation_))
            places_.push_back({std::move(path), {}});
    }
    for (auto& [path, version] : places_) {
        const auto found = schema::stamp_of(path / schema::kGlassVersionName);
        if (found && found == version) continue;
        shared_->tables.require_sound(path);
        version = found;
    }
}

void DatabaseSession::open() {
    std::string state;
    const auto path = dir_ / schema::generation_name(generation_.value_or(0));
    if (generation_) state = schema::commit_state(path);
    try {
        database_ = open_database(dir_);
        read_properties();
    } catch (const Xapian::DatabaseModifiedError&) {
        if (!generation_ || schema::commit_state(path) != state) throw;
        throw schema::newer_block();
    }
}

void DatabaseSession::read_properties() {
    const auto parts = parts_of(dir_, generation_, database_);
    description_ = parts.front().description;
    // One that was gone back to has the number of its folder, and says its old one.
    if (generation_) description_.generation = *generation_;
    has_positions_ = std::ranges::all_of(parts, [](const DatabasePart& part) {
        return schema::has_feature(part.description, schema::kPositionsFeature);
    });
    has_remote_ = std::ranges::any_of(parts, &DatabasePart::is_remote);
    if (!has_positions_) {
        std::erase_if(description_.features, [](const schema::IndexFeature& feature) {
            return feature.name == schema::kPositionsFeature;
        });
    }
    read_learned(parts);
    const std::string prefix(schema::field(schema::FieldId::Stemmer).term_prefix);
    stemmers_.clear();
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
         ++term) {
        stemmers_.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
    }
    std::ranges::stable_sort(stemmers_, std::ranges::greater{}, &IndexInfo::StemmerCount::reports);
}

void DatabaseSession::read_learned(const std::vector<DatabasePart>& parts) {
    std::optional<schema::WordPairs> common;
    std::vector<std::string> additions;
    for (const auto& part : parts) {
        unpacker_.add_dictionary(part.learned.dictionary);
        additions.push_back(part.learned.vocabulary);
        const auto pairs = schema::WordPairs::from_list(part.learned.word_pairs);
        common = common ? common->common_with(pairs) : pairs;
    }
    word_pairs_ = common.value_or(schema::WordPairs());
    vocabulary_ = shared_->vocabularies.with(additions);
}

bool DatabaseSession::is_published() const {
    return schema::published_generation(dir_) == generation_;
}

bool DatabaseSession::refresh() {
    if (!is_published()) return false;
    try {
        require_sound_tables();
        if (database_.reopen()) read_properties();
        return true;
    } catch (const Xapian::Error&) {
        return false;
    } catch (const Error&) {
        return false;
    }
}

bool DatabaseSession::has_stayed() {
    try {
        return schema::has_stayed(database_) && is_published();
    } catch (const Error&) {
        return false;  // opening again says what is wrong
    }
}

std::unique_ptr<DatabaseSession> SessionPool::take() {
    std::unique_ptr<DatabaseSession> session;
    {
        const std::scoped_lock lock(mutex_);
        if (!idle_.empty()) {
            session = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (session && session->refresh()) return session;
    if (session) close_idle(*session, Generation::Same);
    session.reset();
    return std::make_unique<DatabaseSession>(dir_, shared_);
}

/// Whoever comes next gets a session that was used last. Those that nobody needs for long would
/// keep the files of generations open that were removed.
void SessionPool::give_back(std::unique_ptr<DatabaseSession> session) {
    close_idle(*session, Generation::Other);
    const std::scoped_lock lock(mutex_);
    if (idle_.size() < kMostIdle) idle_.push_back(std::move(session));
}

std::size_t SessionPool::idle_count() {
    const std::scoped_lock lock(mutex_);
    return idle_.size();
}

void SessionPool::close_idle(const DatabaseSession& like, Generation which) {
    std::vector<std::unique_ptr<DatabaseSession>> closed;  // when the lock is given back
    const std::scoped_lock lock(mutex_);
    const auto end = std::partition(idle_.begin(), idle_.end(), [&](const auto& session) {
        return (session->generation() == like.generation()) != (which == Generation::Same);
    });
    std::move(end, idle_.end(), std::back_inserter(closed));
    idle_.erase(end, idle_.end());
}

}  // namespace sitrep::searcher
