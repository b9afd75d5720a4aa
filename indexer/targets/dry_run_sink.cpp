#include "dry_run_sink.hpp"

#include "generations/database_lookup.hpp"
#include "generations/index_folder.hpp"
#include "generations/index_vocabulary.hpp"

#include <sitrep_internal/glass/sound_tables.hpp>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::indexer {

DryRunSink::DryRunSink(const std::filesystem::path& dir, const WriterOptions& options)
    : description_(schema::describe_new_index()) {
    description_.default_language = options.default_language.value_or("en");
    const auto published = schema::published_generation(dir);
    vocabulary_ = vocabulary_after(options, dir / schema::generation_name(published.value_or(0)));
    if (!published || options.rebuild) return;
    const auto path = dir / schema::generation_name(*published);
    if (!schema::glass::is_being_written(path)) schema::glass::require_sound_tables(path);
    database_ = std::make_unique<Xapian::Database>(path.string());
    description_ = schema::description_from_json(database_->get_metadata(schema::kDescriptionKey));
    schema::require_access(description_, schema::Access::Write);
    require_same(options, description_, dir.string());
}

std::uint32_t DryRunSink::stored_document(const std::string& id_term) const {
    return database_ ? first_with(*database_, id_term) : 0;
}

std::string DryRunSink::stored_fingerprint(std::uint32_t document) const {
    return database_->get_document(document).get_value(
        schema::field(schema::FieldId::Fingerprint).slot);
}

std::uint32_t DryRunSink::find(const std::string& id) const {
    const std::string term = schema::id_term(id);
    const auto changed = changed_.find(term);
    return changed == changed_.end() ? stored_document(term) : changed->second.document;
}

PutResult DryRunSink::put(const IndexDocument& document) {
    return put_over(find(document.id()), document);
}

PutResult DryRunSink::put_over(std::uint32_t existing, const IndexDocument& document) {
    const std::string term = schema::id_term(document.id());
    if (const auto changed = changed_.find(term); changed != changed_.end()) {
        auto& fingerprint = changed->second.fingerprint;
        if (fingerprint == document.fingerprint()) return {PutOutcome::Unchanged, existing};
        fingerprint = document.fingerprint();
        return {PutOutcome::Updated, existing};
    }
    if (existing != 0 && stored_fingerprint(existing) == document.fingerprint()) {
        return {PutOutcome::Unchanged, existing};
    }
    if (existing == 0) ++added_;
    const std::uint32_t last = database_ ? database_->get_lastdocid() : 0;
    const std::uint32_t docid = existing == 0 ? last + added_ : existing;
    changed_[term] = {docid, document.fingerprint()};
    return {existing == 0 ? PutOutcome::Added : PutOutcome::Updated, docid};
}

/// Only what the index has is ever removed, and once.
void DryRunSink::remove(std::uint32_t /*document*/) {
    ++removed_;
}

std::vector<std::uint32_t> DryRunSink::documents() const {
    return database_ ? all_documents(*database_) : std::vector<std::uint32_t>();
}

std::uint64_t DryRunSink::document_count() const {
    const std::uint64_t stored = database_ ? database_->get_doccount() : 0;
    return stored + added_ - removed_;
}

}  // namespace sitrep::indexer
