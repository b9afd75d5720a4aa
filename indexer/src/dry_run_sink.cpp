#include "dry_run_sink.hpp"

#include "index_folder.hpp"
#include "index_vocabulary.hpp"

#include <sitrep_internal/xapian_error.hpp>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::indexer {

DryRunSink::DryRunSink(const std::filesystem::path& dir, const WriterOptions& options)
    : where_(dir.string()), description_(schema::describe_new_index()) {
    description_.default_language = options.default_language.value_or("en");
    const auto published = schema::published_generation(dir);
    vocabulary_ = vocabulary_after(options, dir / schema::generation_name(published.value_or(0)));
    if (!published || options.rebuild) return;
    schema::translating_xapian(where_, [&] {
        database_ = std::make_unique<Xapian::Database>(
            (dir / schema::generation_name(*published)).string());
        description_ =
            schema::description_from_json(database_->get_metadata(schema::kDescriptionKey));
    });
    schema::require_access(description_, schema::Access::Write);
    require_same(options, description_, where_);
}

std::optional<std::string> DryRunSink::stored_fingerprint(const std::string& id_term) const {
    if (const auto found = changed_.find(id_term); found != changed_.end()) return found->second;
    if (!database_) return std::nullopt;
    return schema::translating_xapian(where_, [&]() -> std::optional<std::string> {
        const auto first = database_->postlist_begin(id_term);
        if (first == database_->postlist_end(id_term)) return std::nullopt;
        return database_->get_document(*first).get_value(
            schema::field(schema::FieldId::Fingerprint).slot);
    });
}

PutOutcome DryRunSink::put(const IndexDocument& document) {
    const std::string id = schema::id_term(document.id());
    const auto stored = stored_fingerprint(id);
    if (stored == document.fingerprint()) return PutOutcome::Unchanged;
    changed_[id] = document.fingerprint();
    if (stored) return PutOutcome::Updated;
    ++added_;
    return PutOutcome::Added;
}

bool DryRunSink::remove(std::string_view id) {
    const std::string term = schema::id_term(id);
    const bool was_there = stored_fingerprint(term).has_value();
    changed_[term] = std::nullopt;
    if (was_there) ++removed_;
    return was_there;
}

std::uint64_t DryRunSink::document_count() const {
    const std::uint64_t stored = database_ ? database_->get_doccount() : 0;
    return stored + added_ - removed_;
}

}  // namespace sitrep::indexer
