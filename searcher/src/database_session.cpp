#include "database_session.hpp"

#include "learned_metadata.hpp"

#include <algorithm>
#include <iterator>
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

}  // namespace

/// New generations may be published, and the one before the last removed, while we open: then
/// what was read last is no longer published, and opening begins again.
DatabaseSession::DatabaseSession(const std::filesystem::path& dir,
                                 std::shared_ptr<SessionVocabulary> vocabularies)
    : dir_(dir), vocabularies_(std::move(vocabularies)) {
    std::error_code error;
    if (!std::filesystem::exists(dir, error)) throw Xapian::DatabaseNotFoundError("no such folder");
    for (int failures = 0;;) {
        generation_ = schema::published_generation(dir);
        try {
            database_ = Xapian::Database(dir.string());
            read_properties();
            if (is_published()) return;
        } catch (...) {
            if (is_published() && ++failures == kMaxFailures) throw;
        }
    }
}

void DatabaseSession::read_properties() {
    const std::string description = database_.get_metadata(schema::kDescriptionKey);
    if (description.empty()) {
        throw Error(ErrorCode::IndexFormat,
                    dir_.string() + " is a Xapian database, but not one that sitrep made",
                    "build an index with: sitrep index --db DIR INPUT...");
    }
    description_ = schema::description_from_json(description);
    // One that was gone back to has the number of its folder, and says its old one.
    if (generation_) description_.generation = *generation_;
    schema::require_access(description_, schema::Access::Read);
    has_positions_ = schema::has_feature(description_, schema::kPositionsFeature);
    read_learned();
    const std::string prefix(schema::field(schema::FieldId::Stemmer).term_prefix);
    stemmers_.clear();
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
         ++term) {
        stemmers_.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
    }
    std::ranges::stable_sort(stemmers_, std::ranges::greater{}, &IndexInfo::StemmerCount::reports);
}

void DatabaseSession::read_learned() {
    std::optional<schema::WordPairs> common;
    std::vector<std::string> additions;
    for (const auto& [dictionary, word_pairs, vocabulary] : learned_metadata_of(dir_, database_)) {
        unpacker_.add_dictionary(dictionary);
        additions.push_back(vocabulary);
        const auto pairs = schema::WordPairs::from_list(word_pairs);
        common = common ? common->common_with(pairs) : pairs;
    }
    word_pairs_ = common.value_or(schema::WordPairs());
    vocabulary_ = vocabularies_->with(additions);
}

bool DatabaseSession::is_published() const {
    return schema::published_generation(dir_) == generation_;
}

bool DatabaseSession::refresh() {
    if (!is_published()) return false;
    try {
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
    return std::make_unique<DatabaseSession>(dir_, vocabularies_);
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
