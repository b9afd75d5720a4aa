#include "index_store.hpp"

#include "safe_file.hpp"
#include "utc_time.hpp"
#include "xapian_document.hpp"

#include <algorithm>
#include <sitrep_internal/xapian_error.hpp>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/version.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;
using schema::FieldId;

constexpr std::string_view kFallbackLanguage = "en";

/// True if the folder was made by this call. Throws if it holds something else than an index.
bool prepare_folder(const fs::path& dir) {
    std::error_code error;
    const bool made = fs::create_directories(dir, error);
    if (error) {
        throw Error(ErrorCode::Io,
                    "cannot make the folder " + dir.string() + ": " + error.message());
    }
    if (made || fs::is_empty(dir)) return made;
    const bool is_ours = std::ranges::any_of(fs::directory_iterator(dir), [](const auto& entry) {
        const std::string name = entry.path().filename().string();
        return name == schema::kStubName || name == schema::kLockName;
    });
    if (!is_ours) {
        throw Error(ErrorCode::Usage,
                    dir.string() + " is a folder with other things in it, not an index",
                    "name an empty or a new folder with --db");
    }
    return false;
}

/// After a commit that failed no transaction is open any more, and Xapian would try the same
/// changes again when the database is closed; a new transaction takes them in and is cancelled.
void drop_changes(Xapian::WritableDatabase& database) noexcept {
    constexpr bool kWithoutCommit = false;
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            if (attempt > 0) database.begin_transaction(kWithoutCommit);
            database.cancel_transaction();
            return;
        } catch (const Xapian::Error&) {
            continue;
        }
    }
}

/// The default language of the generation that a rebuild replaces, if it can still be read.
std::optional<std::string> language_of(const fs::path& generation) {
    try {
        const Xapian::Database database(generation.string());
        const auto text = database.get_metadata(schema::kDescriptionKey);
        const auto language = schema::description_from_json(text).default_language;
        if (language.empty()) return std::nullopt;
        return language;
    } catch (const Xapian::Error&) {
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

IndexStore::IndexStore(fs::path dir, const WriterOptions& options) : dir_(std::move(dir)) {
    made_folder_ = prepare_folder(dir_);
    lock_ = std::make_unique<IndexLock>(dir_);
    const auto published = schema::published_generation(dir_);
    if (!published && fs::exists(dir_ / schema::kStubName)) {
        throw Error(ErrorCode::Usage,
                    dir_.string() + " names several databases and cannot be written as one",
                    "index into each of them");
    }
    schema::translating_xapian(dir_.string(), [&] {
        try {
            remove_stale_generations(published);
            if (published && !options.rebuild) {
                open_published(*published, options);
            } else {
                create_generation(published.value_or(0) + 1, options);
            }
        } catch (...) {
            abandon();
            throw;
        }
    });
}

IndexStore::~IndexStore() {
    abandon();
}

fs::path IndexStore::generation_path(std::uint64_t generation) const {
    return dir_ / schema::generation_name(generation);
}

void IndexStore::open_published(std::uint64_t generation, const WriterOptions& options) {
    database_ = std::make_unique<Xapian::WritableDatabase>(generation_path(generation).string(),
                                                           Xapian::DB_OPEN);
    description_ = schema::description_from_json(database_->get_metadata(schema::kDescriptionKey));
    schema::require_access(description_, schema::Access::Write);
    if (options.default_language && *options.default_language != description_.default_language) {
        throw Error(ErrorCode::Usage,
                    "the default language of " + dir_.string() + " is " +
                        description_.default_language + ", not " + *options.default_language,
                    "a rebuild can change it: sitrep index --rebuild");
    }
    is_published_ = true;
    started_empty_ = database_->get_doccount() == 0;
    database_->begin_transaction();
}

void IndexStore::create_generation(std::uint64_t generation, const WriterOptions& options) {
    description_ = schema::describe_new_index();
    description_.generation = generation;
    auto language = options.default_language;
    if (!language && generation > 1) language = language_of(generation_path(generation - 1));
    description_.default_language = language.value_or(std::string(kFallbackLanguage));
    description_.created = utc_now();
    database_ = std::make_unique<Xapian::WritableDatabase>(
        generation_path(generation).string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    started_empty_ = true;
    database_->begin_transaction();
}

Xapian::docid IndexStore::find(const std::string& id_term) const {
    const auto first = database_->postlist_begin(id_term);
    return first == database_->postlist_end(id_term) ? 0 : *first;
}

PutOutcome IndexStore::put(const IndexDocument& document) {
    return schema::translating_xapian(dir_.string(), [&] {
        const std::string id = schema::id_term(document.id);
        // Saves a look-up for each report of a first build. Two ids with one hash only cause one.
        const bool is_surely_new =
            started_empty_ && seen_.insert(std::hash<std::string>{}(id)).second;
        const Xapian::docid existing = is_surely_new ? 0 : find(id);
        if (existing == 0) {
            has_changed_ = true;
            database_->add_document(to_xapian(document));
            return PutOutcome::Added;
        }
        const auto slot = schema::field(FieldId::Fingerprint).slot;
        if (database_->get_document(existing).get_value(slot) == document.fingerprint) {
            return PutOutcome::Unchanged;
        }
        has_changed_ = true;
        database_->replace_document(existing, to_xapian(document));
        return PutOutcome::Updated;
    });
}

bool IndexStore::remove(std::string_view id) {
    return schema::translating_xapian(dir_.string(), [&] {
        const Xapian::docid existing = find(schema::id_term(id));
        if (existing == 0) return false;
        has_changed_ = true;
        database_->delete_document(existing);
        return true;
    });
}

void IndexStore::commit() {
    // A run that changes nothing writes nothing.
    if (is_published_ && !has_changed_) return;
    schema::translating_xapian(dir_.string(), [&] {
        description_.updated = utc_now();
        description_.program = schema::program_version();
        database_->set_metadata(schema::kDescriptionKey, schema::to_json(description_));
        database_->commit_transaction();
        database_->commit();
        publish();
        has_changed_ = false;
        database_->begin_transaction();
    });
}

/// The manifest only repeats what the database says of itself, so its order does not matter.
void IndexStore::publish() {
    write_file_atomically(dir_ / schema::kManifestName, schema::to_json(description_));
    if (is_published_) return;
    sync_folder(generation_path(description_.generation));
    write_file_atomically(dir_ / schema::kStubName, schema::stub_text(description_.generation));
    is_published_ = true;
    remove_stale_generations(description_.generation);
}

/// Keeps the published generation and the one before it, which readers may still have open.
void IndexStore::remove_stale_generations(std::optional<std::uint64_t> published) {
    std::vector<fs::path> stale;
    for (const auto& entry : fs::directory_iterator(dir_)) {
        const auto number = schema::generation_number(entry.path().filename().string());
        if (!number) continue;
        const bool is_kept = published && (*number == *published || *number + 1 == *published);
        if (!is_kept) stale.push_back(entry.path());
    }
    // What cannot be removed now is tried again by the next run.
    std::error_code ignored;
    for (const auto& path : stale) fs::remove_all(path, ignored);
}

std::uint64_t IndexStore::document_count() const {
    return schema::translating_xapian(dir_.string(), [&] { return database_->get_doccount(); });
}

/// Drops what was not committed. Errors here cannot hurt: the next writer cleans up.
void IndexStore::abandon() noexcept {
    std::error_code ignored;
    if (database_) drop_changes(*database_);
    database_.reset();
    if (!is_published_ && description_.generation > 0 && lock_) {
        fs::remove_all(generation_path(description_.generation), ignored);
    }
    if (made_folder_ && lock_ && !fs::exists(dir_ / schema::kStubName, ignored)) {
        fs::remove(dir_ / schema::kLockName, ignored);
        fs::remove(dir_, ignored);
    }
    lock_.reset();
}

}  // namespace sitrep::indexer
