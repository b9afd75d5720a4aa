#include "index_store.hpp"

#include "documents/xapian_document.hpp"
#include "generations/database_lookup.hpp"
#include "generations/index_vocabulary.hpp"
#include "support/utc_time.hpp"

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/version.hpp>

namespace sitrep::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;

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

}  // namespace

IndexStore::IndexStore(IndexFolder& folder, const WriterOptions& options) : folder_(folder) {
    if (folder_.published() && !options.rebuild) {
        open_published(options);
    } else {
        create_generation(options);
    }
}

/// Drops what was not committed.
IndexStore::~IndexStore() {
    if (database_) drop_changes(*database_);
}

void IndexStore::open_published(const WriterOptions& options) {
    folder_.settle_manifest();
    const auto path = folder_.path_of(*folder_.published());
    schema::glass::require_sound_tables(path);
    writing_.emplace(path);
    database_ = std::make_unique<Xapian::WritableDatabase>(path.string(), Xapian::DB_OPEN);
    description_ = schema::description_from_json(database_->get_metadata(schema::kDescriptionKey));
    description_.generation = *folder_.published();
    description_ = schema::with_times(std::move(description_), folder_.dir());
    schema::require_access(description_, schema::Access::Write);
    require_same(options, description_, folder_.dir().string());
    vocabulary_ = settle_vocabulary(options, stored_additions(*database_));
    has_changed_ =
        vocabulary_metadata(*vocabulary_) != database_->get_metadata(schema::kVocabularyKey);
    is_published_ = true;
    started_empty_ = database_->get_doccount() == 0;
    database_->begin_transaction();
}

void IndexStore::create_generation(const WriterOptions& options) {
    vocabulary_ = vocabulary_after(options, folder_.path_of(folder_.published().value_or(0)));
    description_ = folder_.begin_generation(options);
    const auto path = folder_.path_of(description_.generation);
    database_ = std::make_unique<Xapian::WritableDatabase>(
        path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    writing_.emplace(path);
    started_empty_ = true;
    database_->begin_transaction();
}

schema::LearnedMetadata IndexStore::learned() const {
    return schema::learned_metadata_of(*database_);
}

std::uint32_t IndexStore::find(const std::string& id) const {
    return first_with(*database_, schema::id_term(id));
}

PutResult IndexStore::put(const IndexDocument& document) {
    const std::string id = schema::id_term(document.id());
    // Saves a look-up for each report of a first build. Two ids with one hash only cause one.
    const bool is_surely_new = started_empty_ && seen_.insert(std::hash<std::string>{}(id)).second;
    return put_over(is_surely_new ? 0 : first_with(*database_, id), document);
}

PutResult IndexStore::put_over(std::uint32_t existing, const IndexDocument& document) {
    if (existing == 0) {
        has_changed_ = true;
        return {PutOutcome::Added, database_->add_document(to_xapian(document))};
    }
    const auto slot = schema::field(FieldId::Fingerprint).slot;
    if (database_->get_document(existing).get_value(slot) == document.fingerprint()) {
        return {PutOutcome::Unchanged, existing};
    }
    has_changed_ = true;
    database_->replace_document(existing, to_xapian(document));
    return {PutOutcome::Updated, existing};
}

void IndexStore::remove(std::uint32_t document) {
    has_changed_ = true;
    database_->delete_document(document);
}

std::vector<std::uint32_t> IndexStore::documents() const {
    return all_documents(*database_);
}

void IndexStore::commit() {
    // A run that changes nothing writes nothing.
    if (is_published_ && !has_changed_) return;
    description_.updated = utc_now();
    description_.program = schema::program_version();
    description_.analyzer = schema::kAnalyzerVersion;
    description_.vocabulary = vocabulary_->fingerprint();
    database_->set_metadata(schema::kVocabularyKey, vocabulary_metadata(*vocabulary_));
    database_->set_metadata(schema::kDescriptionKey,
                            schema::to_json(description_, schema::Times::LeaveOut));
    database_->commit_transaction();
    database_->commit();
    folder_.publish(description_);
    is_published_ = true;
    has_changed_ = false;
    database_->begin_transaction();
}

std::uint64_t IndexStore::document_count() const {
    return database_->get_doccount();
}

}  // namespace sitrep::indexer
